import type { SecretHandlingSettings } from "../../settings.js";
import { headLast } from "./head-first-names.js";
import type { SecretKind } from "../kinds.js";
import {
  ACTIONS,
  DISARMING,
  HASHED,
  HEADS,
  MAKERS,
  PARTICIPLES,
  PREPOSITIONS,
  SECRET_KEY_ROLES,
  TRANSPARENT_ENDINGS,
  VERBS,
  type NameStrength,
} from "./lexicon.js";
import { COMPOUNDS } from "./spellings.js";

export interface NameEvidence {
  kind: SecretKind;
  strength: NameStrength;
}

const MAX_NAME = 120;
const NO_WORDS: readonly string[] = [];
/** The same few names stand everywhere: each is split once. */
const splitNames = new Map<string, readonly string[]>();
const MAX_CACHED = 20_000;

/**
 * The words of a name in lower case: `myAPIKey2` → my, api, key, 2. Reads camelCase, PascalCase, snake_case, SCREAMING_SNAKE,
 * kebab-case and dotted names, and takes apart what is written together (`accesstoken`, `userpassword`).
 * Names over 120 characters have no words: they are data.
 */
export function wordsOf(name: string): readonly string[] {
  if (name.length > MAX_NAME) return NO_WORDS;
  let words = splitNames.get(name);
  if (!words) {
    if (splitNames.size > MAX_CACHED) splitNames.clear();
    splitNames.set(name, (words = split(name)));
  }
  return words;
}

function split(name: string): readonly string[] {
  const joined = name
    .replace(/[oO]Auth/g, "Oauth")
    .replace(/2FA(?![a-z])|2[fF]a(?![a-z])/g, "Tfa")
    .replace(/(?<![A-Z])(?:API|JWT|OTP)(?=[a-z]{3})/g, "$&_");
  const parts = joined.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\d+/gu) ?? [];
  return headLast(joinedAgain(parts.flatMap((part) => separate(part.toLowerCase()))));
}

/** `passWord`, `pass_phrase`: one word that is written as two. */
function joinedAgain(words: string[]): string[] {
  const at = words.indexOf("pass");
  return at >= 0 && /^(?:phrase|words?)$/.test(words[at + 1] ?? "")
    ? [...words.slice(0, at), `pass${words[at + 1]}`, ...words.slice(at + 2)]
    : words;
}

const SECRET_ENDING = /^([a-z]{2,})(passwords?|passwd|secrets?|tokens?|apikeys?|psw|pwd|passphrase|otp)$/;
/** `createcode`, `smscode`: what is sent to somebody, or made for it. `barcode` and `zipcode` are words of their own. */
const CODE_ENDING =
  /^(activation|auth|confirm|confirmation|create|email|gen|generate|login|mail|mfa|otp|recovery|reset|sms|verification)(codes?)$/;
const SECRET_START = /^(password|passwd|pwd|secret|token|apikey)(hash|key|value|val|str|string|confirm|confirmation|id|name|url|type)$/;

function separate(word: string): string[] {
  const known = Object.hasOwn(COMPOUNDS, word) ? COMPOUNDS[word] : undefined;
  if (known) return known.split(" ");
  const code = CODE_ENDING.exec(word);
  if (code) return [code[1]!, code[2]!];
  const ending = SECRET_ENDING.exec(word);
  if (ending) return [...separate(ending[1]!), ...separate(ending[2]!)];
  const start = SECRET_START.exec(word);
  return start ? [start[1]!, start[2]!] : [word];
}

const NUMBER = /^\d+$/;
const PLURAL = /^(?:apikey|code|cookie|jwt|key|keyword|macaroon|otp|passcode|passphrase|passwd|password|pin|secret|signature|token)s$/;
const singular = (word: string): string => (PLURAL.test(word) ? word.slice(0, -1) : word === "hashes" ? "hash" : word);

const caches = new WeakMap<object, Map<string, NameEvidence | null>>();
const NO_SETTINGS = {};

/**
 * What a name alone says about the value it stands for.
 *
 * The head of the name decides: the last word that carries meaning. `resetToken` is a token, `tokenCount` a count, `passwordHash` a hash.
 * Names of questions and actions (`isSecret`, `setPassword`) say nothing. `secretNames` and `notSecretNames` of the settings come first.
 */
export function nameEvidence(name: string | undefined, settings: SecretHandlingSettings = NO_SETTINGS): NameEvidence | undefined {
  if (!name) return undefined;
  let cache = caches.get(settings);
  if (!cache) caches.set(settings, (cache = new Map()));
  const known = cache.get(name);
  if (known !== undefined) return known ?? undefined;
  if (cache.size > MAX_CACHED) cache.clear();
  const evidence = judge(wordsOf(name), settings);
  cache.set(name, evidence ?? null);
  return evidence;
}

/** What the result of a function of that name is: `getAccessToken` gives an access token, `token` gives a token, `verifyToken` nothing. */
export function resultEvidence(name: string | undefined, settings: SecretHandlingSettings = NO_SETTINGS): NameEvidence | undefined {
  if (!name) return undefined;
  const words = wordsOf(name);
  const [first] = words;
  // `address.fromPrivateKey(key)` gives something else than what it is given.
  if (first === undefined || ACTIONS.has(first) || first === "from") return undefined;
  if (!MAKERS.has(first)) return nameEvidence(name, settings);
  return judge(
    words.filter((word) => !MAKERS.has(word)),
    settings,
  );
}

function judge(words: readonly string[], settings: SecretHandlingSettings): NameEvidence | undefined {
  if (settings.notSecretNames?.some((name) => endsWith(words, wordsOf(name)))) return undefined;
  if (settings.secretNames?.some((name) => endsWith(words, wordsOf(name)))) return { kind: "secretKey", strength: "strong" };
  if (isQuestion(words) || isQuantity(words) || words.some((word) => DISARMING.has(word))) return undefined;
  const evidence = judgeHead(meaningful(words)) ?? judgeParticiple(words);
  // `decodedIdToken`: what a token says.
  return evidence?.kind === "token" && /^(?:decoded|verified)$/.test(words[0] ?? "") ? undefined : evidence;
}

/** `otpEntered`, `tokenReceived`; `passwordHashed` is the hash. Flags are called so, too. */
function judgeParticiple(words: readonly string[]): NameEvidence | undefined {
  const last = words.at(-1) ?? "";
  if (words.length < 2 || !(PARTICIPLES.has(last) || HASHED.has(last))) return undefined;
  const kind = judgeHead(meaningful(words.slice(0, -1)))?.kind;
  if (PARTICIPLES.has(last)) return kind && { kind, strength: "weak" };
  return kind === "password" ? { kind: "passwordHash", strength: "weak" } : undefined;
}

/** Names of questions and actions; `forgotPasswordToken` is what proves that somebody forgot it, `NOTIFY_SECRET` what senders of notices know. */
const isQuestion = (words: readonly string[]): boolean =>
  VERBS.has(words[0] ?? "") &&
  !(/^(?:forgot|notify)$/.test(words[0]!) && words.length > 1 && /^(?:code|key|otp|secret|token)$/.test(words.at(-1)!));

/** `MAX_SECRETS`, `minPasswords`, `num_api_keys`: how many there are, or may be. */
const isQuantity = (words: readonly string[]): boolean =>
  /^(?:max|maximum|min|minimum|num)$/.test(words[0] ?? "") && PLURAL.test(words.at(-1)!);

/** The words up to and with the head. */
function meaningful(words: readonly string[]): string[] {
  const preposition = words.findIndex((word, index) => index > 0 && PREPOSITIONS.has(word));
  const kept = words.slice(0, preposition < 0 ? words.length : preposition);
  while (kept.length > 1 && (TRANSPARENT_ENDINGS.has(kept.at(-1)!) || NUMBER.test(kept.at(-1)!)) && !isConnectionString(kept)) kept.pop();
  return kept.map(singular);
}

/** There the `string` is no way to write a value. */
const isConnectionString = (words: readonly string[]): boolean => /^(?:conn|connection) string$/.test(words.slice(-2).join(" "));

function judgeHead(words: readonly string[]): NameEvidence | undefined {
  const last = words.at(-1);
  if (/^(?:password|passwd|pwd)$/.test(last ?? "") && words.some((word) => HASHED.has(word)))
    return { kind: "passwordHash", strength: "strong" };
  for (const size of [3, 2, 1]) {
    const entry = words.length >= size ? HEADS.get(words.slice(-size).join(" ")) : undefined;
    if (!entry) continue;
    const qualifiers = words.slice(0, -size);
    if (entry.notWith && qualifiers.some((word) => entry.notWith!.has(word)) && !isStrong(entry.strongWith, qualifiers)) return undefined;
    if (last === "key" && size === 1) return judgeKey(qualifiers);
    if (isStrong(entry.strongWith, qualifiers)) return { kind: entry.kind, strength: "strong" };
    return entry.needsQualifier ? undefined : { kind: entry.kind, strength: entry.strength };
  }
  return undefined;
}

/** `key` alone is weak, with a secret's role strong, with any other word (`cacheKey`, `sortKey`) no evidence. */
function judgeKey(qualifiers: readonly string[]): NameEvidence | undefined {
  const role = qualifiers.at(-1);
  if (role === undefined) return { kind: "secretKey", strength: "weak" };
  return SECRET_KEY_ROLES.has(role) ? { kind: "secretKey", strength: "strong" } : undefined;
}

const isStrong = (strongWith: ReadonlySet<string> | undefined, qualifiers: readonly string[]): boolean =>
  strongWith?.has(qualifiers.at(-1) ?? "") ?? false;

const endsWith = (words: readonly string[], ending: readonly string[]): boolean =>
  ending.length > 0 && ending.every((word, index) => words.at(index - ending.length) === word);
