import { isRecord, type CredentialFacts, type Named } from "./credential-names.js";
import { isCodeLike } from "../values/generated-texts.js";
import { nameEvidence, wordsOf } from "../names/words.js";

// Texts that somebody thought up, and the words that stand in their place.

/** Words of forms, types and schemes that stand where a password could. */
export const TYPE_WORDS =
  /^(?:string|text|hidden|number|varchar|any|object|input|current|new|old|reset|confirm|show|hide|visible|basic|bearer|digest|header|query|body|cookie|local|oauth2?|jwt|plain|bcrypt|argon2|scrypt|pbkdf2|md5|sha\d*|hs(?:256|384|512)|rs256|es256|hex|utf-?8|base64(?:url)?|include|omit|same-origin|wrong|incorrect|missing|expired|test|demo|mock|hashed|login|logout|initial|signin|signup|public|private|manual|auto|always|never)$/i;
/** Tokens that somebody chooses, as one chooses a password. */
const CHOSEN_TOKEN = /^(?:verify|webhook|admin|master|internal|shared|deploy|invite|ingest)$/;
/** Tokens that a webhook must send; nobody leaves "your-verify-token" there, for the sender has to know it. */
export const HOOK_TOKEN = /^(?:verify|webhook)$/;
/** What stands where a client asks for any text at all: "sk_nothing", "just empty text". */
export const SAYS_NOTHING =
  /(?:^|[^a-z])(?:(?:dummy|fake)(?:key|pass|password|secret|token)?|anything|empty|none|noop|nothing|placeholder|stub)(?:$|[^a-z])/i;
const ADJECTIVES = /^(?:super|very|my|our|top|ultra|mega|strong|secure|secret)$/;

/** A text that somebody thought up: fine for passwords and signing secrets; keys and tokens of others look generated. */
export function isChosen(named: Named, text: string, checks: boolean, facts: CredentialFacts): boolean {
  const words = wordsOf(text);
  const standsIn = facts.fallback !== undefined;
  switch (named.kind) {
    case "password":
    case "secretKey": {
      // A session key or an access key made of words is the name of an entry in a storage.
      if (
        /^keys?$/.test(named.words.at(-1)!) &&
        !named.words.some((word) => /^(?:secret|sign(?:ing)?|encrypt(?:ion)?|cipher|hmac|jwt|crypto)$/.test(word))
      )
        return isCodeLike(text);
      if (TYPE_WORDS.test(text)) return false;
      // `SECRET_KEYS = ["password", "apiKey"]`: which properties of something are secret.
      // `secrets: ["STRIPE"]`: the names of secrets that a function asks for.
      if (named.words.at(-1) === "secrets" && /^[A-Z][A-Z\d_]*$/.test(text)) return false;
      if (!checks && named.words.at(-1) === "keys" && nameEvidence(text)?.strength === "strong") return false;
      if (/^[A-Z][a-z]+$/.test(text)) return checks || isRecord(facts);
      const isName = words.length > 1 && /^[A-Za-z]+(?:[._-][A-Za-z]+)*$/.test(text) && nameEvidence(text) !== undefined;
      return checks || !isName || words.some((word) => ADJECTIVES.test(word)) || !/[A-Z._-]/.test(text);
    }
    case "token":
      if (isHookText(named, text)) return true;
      return named.words.some((word) => CHOSEN_TOKEN.test(word))
        ? !TYPE_WORDS.test(text) && (/^[a-z\d]{6,}$/i.test(text) || isNumbered(text, words, standsIn || /\d\d$/.test(text)))
        : isCodeLike(text) || isNumbered(text, words, standsIn);
    default:
      return isCodeLike(text) || isNumbered(text, words, standsIn);
  }
}

/**
 * `quay-7741-ferry`, `quay-ferry-7741`: words around a number of some digits, or before one, as nobody calls a thing; years, dates, versions and sizes
 * stand in names: `maps-2024-browser`, `gateway-west-12`, `model-large-2411`.
 *
 * @param standsIn whether it is what runs where a variable is missing: there any number will do
 */
export function isNumbered(text: string, words: readonly string[] = wordsOf(text), standsIn = false): boolean {
  if (!/^[a-z][\w.-]{11,63}$/i.test(text)) return false;
  const [, ...parts] = text.split(/[._-]/);
  const numbers = parts.filter((part) => /^\d+$/.test(part));
  return (
    (standsIn ? numbers.length > 0 : numbers.length === 1 && isOddNumber(numbers[0]!)) &&
    parts.every((part) => part !== "") &&
    words.some((word) => /^[a-z]{3,}$/.test(word)) &&
    !words.some((word) => SAYS_WHAT.test(word))
  );
}
const isOddNumber = (number: string): boolean => number.length >= 4 && !/^(?:0|(?:19|20)\d\d$|2\d(?:0[1-9]|1[0-2])$|20\d{6}$)/.test(number);
const SAYS_WHAT =
  /^(?:access|api|app|auth|browser|claim|client|cookie|csrf|demo|dev|dummy|example|fake|form|id|invalid|key|keys|latest|local|mock|none|preview|refresh|release|sample|secret|session|storage|test|testing|token|tokens|user|v|version)$/;

/** `VERIFY_TOKEN = "my_verify_token"`: words that somebody chose for the sender to send, too. */
export const isHookText = ({ kind, words }: Named, text: string): boolean =>
  kind === "token" &&
  words.some((word) => HOOK_TOKEN.test(word)) &&
  /^[\w-]{6,64}$/.test(text) &&
  wordsOf(text).some((word) => ADJECTIVES.test(word)) &&
  !/[A-Z]_/.test(text);
