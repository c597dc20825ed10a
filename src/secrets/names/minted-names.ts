import type { SecretHandlingSettings } from "../../settings.js";
import type { SecretKind } from "../kinds.js";
import { MAKERS } from "./lexicon.js";
import { nameEvidence, wordsOf } from "./words.js";
import { wordSet } from "../../word-set.js";

/**
 * What a name says about a value that was just made up at random.
 *
 * - `strong`: it opens something (`resetToken`, `otp`, `sessionId`, `giftCardCode`)
 * - `weak`: it may (`token`, `code`, `key`, `pin`, `pass`, `nonce`, `iv`)
 * - `other`: it says something else (`orderCode`, `cancelToken`, `color`, `length`)
 * - `neutral`: it says nothing (`result`, `rnum`, `randomString`, `id`)
 */
export type Minted =
  | { is: "strong"; noun: string; head: string }
  | { is: "weak"; noun: string; head: string }
  | { is: "other"; head: string }
  | { is: "neutral" };

const NOUNS: Partial<Readonly<Record<SecretKind, string>>> = {
  apiKey: "an API key",
  otp: "a one-time code",
  password: "a password",
  privateKey: "a private key",
  secretKey: "a secret key",
  sessionId: "a session id",
  token: "a token",
};

/** A one-time code that is called a number, as where it has digits only. `certificationNumber` and `validateNum` may also count or name something. */
const CODE_NUMBER = {
  noun: "a one-time code",
  strongWith: wordSet("auth authentication otp verification verify"),
  weakWith: wordSet("cert certification validate validation"),
};

/** Heads that only matter for made up values: the words right before that make them strong; `*` for always. */
const EXTRA: Readonly<
  Record<string, { noun: string; strongWith: ReadonlySet<string>; weakWith?: ReadonlySet<string>; alone?: "strong" | "weak" }>
> = {
  bearer: { noun: "a bearer token", strongWith: wordSet(""), alone: "strong" },
  challenge: { noun: "an authentication challenge", strongWith: wordSet("auth code login pkce webauthn passkey authentication") },
  cnonce: { noun: "a nonce", strongWith: wordSet(""), alone: "strong" },
  code: {
    noun: "a code that opens something",
    strongWith: wordSet("card claim coupon door gift giftcard license licence pairing pickup redeem unlock user voucher"),
    weakWith: wordSet("device link linking v"),
  },
  coupon: { noun: "a coupon code", strongWith: wordSet(""), alone: "weak" },
  csrf: { noun: "a CSRF token", strongWith: wordSet(""), alone: "strong" },
  hash: { noun: "a token", strongWith: wordSet("activation confirm confirmation invitation invite reset verification") },
  id: {
    noun: "an id that opens something",
    strongWith: wordSet("invitation invite magic reset session"),
    weakWith: wordSet("verification"),
  },
  invitation: { noun: "an invitation code", strongWith: wordSet(""), alone: "weak" },
  invite: { noun: "an invitation code", strongWith: wordSet(""), alone: "weak" },
  iv: { noun: "an initialization vector", strongWith: wordSet("aes cipher encryption initial"), alone: "weak" },
  key: {
    noun: "a key that opens something",
    strongWith: wordSet("activation confirmation invitation invite recover recovery verification"),
    weakWith: wordSet(
      "claim confirm delete deletion edit host maintenance manage moderator owner reply reset room share stream streaming unlock vault viewer",
    ),
  },
  licence: { noun: "a license key", strongWith: wordSet(""), alone: "weak" },
  license: { noun: "a license key", strongWith: wordSet(""), alone: "weak" },
  link: { noun: "a link that opens something", strongWith: wordSet("activation confirmation magic reset verification") },
  nonce: { noun: "a nonce", strongWith: wordSet("auth csp login oauth oidc raw"), alone: "weak" },
  no: CODE_NUMBER,
  num: CODE_NUMBER,
  number: CODE_NUMBER,
  pin: { noun: "a PIN", strongWith: wordSet("access device initial lock pairing parental reset temporary unlock verification wallet") },
  pkce: { noun: "a PKCE verifier", strongWith: wordSet(""), alone: "strong" },
  psk: { noun: "a pre-shared key", strongWith: wordSet(""), alone: "strong" },
  salt: { noun: "a salt", strongWith: wordSet(""), alone: "strong" },
  state: { noun: "an OAuth state", strongWith: wordSet("auth csrf login oauth oauth2 oidc"), alone: "weak" },
  ticket: { noun: "an authentication ticket", strongWith: wordSet("auth impersonation login reset session sso") },
  vector: { noun: "an initialization vector", strongWith: wordSet("initialization init") },
  verification: { noun: "a verification code", strongWith: wordSet(""), weakWith: wordSet("email phone sms"), alone: "weak" },
  voucher: { noun: "a voucher code", strongWith: wordSet(""), alone: "weak" },
  xsrf: { noun: "a CSRF token", strongWith: wordSet(""), alone: "strong" },
};

/** Tokens of one request, render or run: they tell two apart and open nothing. */
const COUNTING = wordSet(
  "animation call correlation epoch fetch frame generation job load loading mount poll query queue race render request run seq sequence task tick timer update version",
);

/** Words that say nothing about what a value is for. */
const NEUTRAL = wordSet(`
  a all alpha alphabet alphanumeric an any arbitrary arr array b base between base36 block buf buffer byte bytes callback cb char character characters chars chunk crypto data
  default digit digits done exports final fn full func generated guid half hex id idx inclusive index int integer interval item items join letter letters list make makeid module
  my new next num number numbers numeric obj object one out output part parts pick picked piece plain pool pos position prefix ran rand random
  randomchar randomcode randomindex randomint randomnum randomnumber randomstr randomstring rdm rest result results ret return rnd rng rnum s4
  safe secure segment short simple some str string strong suffix temp text the tmp txt uid unique uniqueid uniq uuid uuidv4 v4 val value values
  when x y helper helpers util utils common lib
`);

/** Heads of measures and labels: a value of that name ends there. */
const MEASURES = wordSet(`
  age alpha amount angle avatar color colour count delay duration email end expires expiration expiry filename height hue interval jitter length len limit
  lifetime max min ms name offset opacity order padding path percent port price quantity rotation score seconds size speed start time timeout
  title top ttl url username weight width year
`);

const TAIL = wordSet(
  "create creator factory func function gen generate generator generators helper helpers maker make provider service util utils utility",
);
const LEAD = wordSet(
  "create created gen generate generated ran rand random randomized unique uniq secure custom simple safe strong my the a an new temp fresh numeric digit digits alphanumeric hex six four",
);

/**
 * @param name of a variable, property or parameter
 */
export function mintedName(name: string | undefined, settings: SecretHandlingSettings): Minted {
  if (!name) return { is: "neutral" };
  return mintedWords(name, wordsOf(name), settings);
}

/** The same for a function or file that makes the value: `generateOTP`, `tokenGenerator`, `make_gift_card_code`. */
export function makerName(name: string | undefined, settings: SecretHandlingSettings): Minted {
  if (!name) return { is: "neutral" };
  const glued = /^(pass|pwd|password|token|otp|code|key)(?:gen|generator|maker|utils?)$/i.exec(name)?.[1];
  const words = glued === undefined ? [...wordsOf(name)] : [glued.toLowerCase()];
  while (words.length > 1 && (MAKERS.has(words[0]!) || words[0] === "send")) words.shift();
  while (words.length > 1 && TAIL.has(words.at(-1)!)) words.pop();
  if (words.length === 1 && (MAKERS.has(words[0]!) || TAIL.has(words[0]!))) return { is: "neutral" };
  return mintedWords(words.join("_"), words, settings);
}

/** `SixNumber`, `4Digits`, `Digits` of `authCodeSixNumber`, `otp4Digits` and `otpDigits`: how long the code is, or what it is made of. */
function uncounted(words: string[]): void {
  if (words.at(-1) === "digits" && /^(?:code|otp|passcode|pin)$/.test(words.at(-2) ?? "")) words.pop();
  const [size, what] = words.slice(-2);
  if (words.length > 2 && /^(?:digits?|numbers?)$/.test(what!) && /^(?:four|five|six|eight|[4-8])$/.test(size!)) words.splice(-2);
}

/** `challenge` of `getCodeChallengev2`, `token` of `makeTokenV2`. */
const unversioned = (word: string): string[] => (word === "v" ? [] : [word.length > 4 ? word.replace(/v$/, "") : word]);

/** Codes and tokens as other languages write them, in one word; and what is cut short. */
const WRITTEN: Readonly<Record<string, string>> = {
  einladungscode: "invitation code",
  einmalcode: "one time code",
  enc: "encryption",
  freischaltcode: "activation code",
  jeton: "token",
  zugangscode: "access code",
};

function mintedWords(name: string, all: readonly string[], settings: SecretHandlingSettings): Minted {
  const words = all.flatMap((word) => (Object.hasOwn(WRITTEN, word) ? WRITTEN[word]!.split(" ") : [word]));
  uncounted(words);
  while (words.length > 1 && /^\d+$/.test(words.at(-1)!)) words.push(...unversioned(words.splice(-2)[0]!));
  // `secureCode` opens something, a `secureToken` is a token.
  if (words[0] === "secure" && words[1] === "code") words[0] = "security";
  // `tokenString`
  while (words.length > 1 && /^str(?:ing)?$/.test(words.at(-1)!)) words.pop();
  while (words.length > 1 && LEAD.has(words[0]!)) words.shift();
  const head = words.at(-1) ?? "";
  const before = words.at(-2);
  const extra = Object.hasOwn(EXTRA, head) ? EXTRA[head] : undefined;
  if (extra && before !== undefined && extra.strongWith.has(before)) return { is: "strong", noun: extra.noun, head };
  if (extra && before !== undefined && extra.weakWith?.has(before)) return { is: "weak", noun: extra.noun, head };
  if (extra?.alone && (before === undefined || extra.alone === "strong")) return { is: extra.alone, noun: extra.noun, head };
  const evidence = nameEvidence(words.join("_"), settings) ?? nameEvidence(name, settings);
  const noun = evidence && NOUNS[evidence.kind];
  if (evidence && noun !== undefined) {
    if (evidence.strength === "strong") return { is: "strong", noun, head };
    if (
      before !== undefined &&
      // `panelPw`: nothing else is called so.
      head !== "pw" &&
      (COUNTING.has(before) ||
        (head === "code" && /^char(?:acter)?s?$/.test(before)) ||
        (head !== "token" && head !== "tokens" && !NEUTRAL.has(before)))
    )
      return { is: "other", head };
    return { is: "weak", noun, head: head.replace(/s$/, "").replace(/^pas$/, "pass") };
  }
  if (words.every((word) => word.length < 2 || NEUTRAL.has(word) || /^\d+$/.test(word))) return { is: "neutral" };
  return { is: "other", head };
}

/** `inviteKey`, `streamKey`: what a key opens says that it does; in a page it may also be the key by which a view is drawn anew. */
export const isRoleKey = (minted: Minted): boolean => "noun" in minted && minted.head === "key" && minted.noun === EXTRA["key"]!.noun;

/** Whether a name ends the way of a value: a length, a delay, a colour. */
export const isMeasure = (name: string): boolean => MEASURES.has(wordsOf(name).at(-1) ?? "");
