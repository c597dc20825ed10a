import { HOOK_TOKEN, SAYS_NOTHING, TYPE_WORDS } from "./chosen-texts.js";
import { beside, type CredentialFacts, type Named } from "./credential-names.js";
import { isPlaceholder, isReference } from "../values/placeholders.js";
import { containsAll, repeats } from "./repeated-names.js";
import { wordsOf } from "../names/words.js";

// Secrets that a program thinks up for itself, to sign and encrypt with. Whatever text stands there, it runs with it.

/** Whose secrets somebody else gives out: "your secret" there is a hole that nothing works with. */
export const GIVEN_OUT =
  /^(?:access|api|app|bot|bucket|channel|client|consumer|corp|developer|merchant|oauth|oss|partner|provider|webhook)$/;
/** The public half of what somebody else gave out. */
const OTHER_HALF = /^(?:access_?key(?:_?id)?|(?:app|client|key)_?(?:id|key)|api_?key|bucket)$/i;
/** What tokens, sessions and cookies are signed with. */
const SIGNS = /^(?:jwt|cookie|session|token|signing|sign|hmac|csrf|auth|encryption|or)$/;

/** `keyboard cat`: a secret of a few words, and no sentence for a reader. */
export const SHORT_PROSE = /^(?!(?:empty|missing|no|none|not|unset|use)\b)[a-z\d][\w.'-]*(?: [\w.'-]+){1,6}(?<!\.)$/;
/** "--- change me now ---", "UPDATE THIS": a program runs with that until somebody does. */
const ASKS_FOR_CHANGE =
  /^(?:change_?me){1,6}$|(?:^|[^a-z])(?:change|replace|update)(?:[^a-z]{1,3}(?:it|me|this|in|with)|me|this)(?:$|[^a-z])|do not use this|[-_]x{4,}$/i;
/** "secret used to sign tokens", "JWT_SECRET must be set, please update it": what the secret is for, and that it is missing. */
const TELLS_OF_ONE =
  /^(?:(?:the|an?) )?(?:(?!(?:my|our|some|super|this|very) )\w+ )?(?:key|password|secret|text|token|value) (?:\w+ )?(?:for|of|that|to|used)\b|\b(?:must|should|needs? to) be (?:configured|defined|given|provided|set|specified)\b|\b(?:is|are|was|not) (?:missing|not set|required|set)\b/i;
/** `db-credentials`: the name that a vault knows them by. */
const NAMES_AN_ENTRY = /[-_](?:creds|credentials?)$/i;
const FOR_READERS = /\b(?:enter|for|invalid|missing|must|please|required|set|should|to|use[ds]?|your)\b/i;
/** "not set": what is said of a variable. */
export const SAYS_MISSING = /^(?:missing|un(?:defined|set)|not[ _-](?:available|configured|defined|found|provided|set))$/i;
const LONG_PROSE = /^(?!(?:empty|missing|no|none|not|unset|use)\b)[a-z\d][\w.'-]*(?: [\w.'-]+){7,14}(?<!\.)$/;

/** `a secret with minimum length of 32 characters`: the example of a manual that people leave there; not a sentence that asks for one. */
export const isProseOfManuals = (text: string): boolean =>
  LONG_PROSE.test(text) && !FOR_READERS.test(text) && !TELLS_OF_ONE.test(text) && !SAYS_NOTHING.test(text);
const SHOUTED = /^[A-Z .,'-]+$/;
/** `Ferry4-Q`, `ferry-quay`: words with dashes, which headers and properties are, too. */
const DASHED = /^[A-Za-z\d]{2,}(?:[-_][A-Za-z\d]+){1,6}$/;

/** A file of settings. */
const SETTINGS = /^(?:config|configuration|constants?|env|keys|secrets?|settings)$/;
const MAX_LENGTH = 200;

/** Whether a name is that of a secret of the program's own: `jwtSecret`, `session: { secret }`, `SECRET_KEY`; `ACCESS_SECRET` signs access tokens. */
export const isOwnSecret = ({ kind, name, words }: Named, facts: CredentialFacts): boolean =>
  kind === "secretKey" &&
  /secret(?:_?key|_?or_?key|_?string)?$/i.test(name) &&
  !words.some((word, index) => GIVEN_OUT.test(word) && !(word === "access" && words[index + 1] === "secret")) &&
  ![...beside(facts).keys()].some((each) => OTHER_HALF.test(each));

/** Whether a text is what such a secret is, however much it looks like a placeholder, a sentence or a name. */
export function isUsedAsItStands({ words, name }: Named, text: string, facts: CredentialFacts): boolean {
  const { module = "" } = facts;
  if (text.length > MAX_LENGTH || /^[<[({].*[>\])}]$/s.test(text) || TELLS_OF_ONE.test(text) || NAMES_AN_ENTRY.test(text)) return false;
  if (ASKS_FOR_CHANGE.test(text)) return true;
  if (isReference(text)) return false;
  const own = wordsOf(name);
  const said = wordsOf(text);
  const isOfSettings = wordsOf(module).some((word) => SETTINGS.test(word));
  const isOfServer = isOfSettings && name === "secret" && said.length > 3 && [...beside(facts).keys()].some((each) => OF_SERVER.test(each));
  const signs = isOfServer || words.some((word) => SIGNS.test(word));
  if (isPlaceholder(text)) return signs && DASHED.test(text) && said.some((word) => !own.includes(word));
  if (SHORT_PROSE.test(text)) return true;
  if (SHOUTED.test(text) && text.includes(" ")) return signs && said.length > own.length + 1;
  // Elsewhere a text in the case of a sentence is written for readers.
  if (SHORT_PROSE.test(text.toLowerCase()))
    return signs && isOfSettings && !FOR_READERS.test(text) && said.some((word) => !own.includes(word));
  if (own.length === 1 && text === "secret") return signs || isOfSettings;
  const isOfOtherWords = said.filter((word) => !words.includes(word) && !OF_SECRETS.test(word)).length > 1;
  return (
    (signs || own.length > 1) &&
    DASHED.test(text) &&
    !/^x-/i.test(text) &&
    (!own.every((word) => said.includes(word)) || (isOfServer && isOfOtherWords))
  );
}

/** What a server is set up with beside its secret: `{ port, databaseUri, secret }`. */
const OF_SERVER = /^(?:port|(?:node_?)?env(?:ironment)?|\w{0,20}(?:database|mongo|db)_?(?:host|name|ur[il])?)$/i;
/** What names of secrets are made of. */
const OF_SECRETS = /^(?:api|app|auth|client|dev|jwt|key|my|prod|secret|session|token|webhook)$/;

/** Keys that the program itself accepts, chosen as one chooses a password. */
const OWN_KEY = /^(?:admin|authentication|internal|master)$/;

/** `jwt: { secret: "…", expiresIn: "1d" }`: beside how long it holds, a text is what tokens are signed with, however simple, and no name of one. */
export function signsWhatExpires(named: Named, text: string, facts: CredentialFacts): boolean {
  const isSecret = named.kind === "secretKey" && named.words.includes("secret");
  if (
    !(isSecret || named.kind === "privateKey") ||
    text.length > 100 ||
    TYPE_WORDS.test(text) ||
    SAYS_NOTHING.test(text) ||
    (wordsOf(named.name).length > 1 && repeats(named, text, true))
  )
    return false;
  // `{ PRIVATE_KEY: "…", JWT_EXPIRES: 60 }`: beside another lifetime it may be the key of a wallet.
  if (!isSecret) return /^\w{4,64}$/.test(text) && [...beside(facts).keys()].some((name) => LIFETIME_OF_TOKENS.test(name));
  // `{ secret: "Secret is required", expires: "Expiry is required" }`: texts for readers.
  if (/^[A-Z][a-z]+(?:$| )/.test(text) || !/^[\x20-\x7e]+$/.test(text)) return facts.signs?.() === true;
  return facts.signs?.() === true || [...beside(facts)].some(([name, each]) => LIFETIME.test(name) && !/^[A-Z]?[a-z]+ /.test(each ?? ""));
}
const LIFETIME_OF_TOKENS = /^(?:\w{0,20}_)?(?:jwt|token)_?(?:expire[ds]?|expires?_?in|expiration|expiry|ttl)$/i;
const LIFETIME =
  /^(?:[\w.]{0,30}[._]?)?(?:expir(?:y|ation|es|es_?in|e_?in|(?:ation|es|y)_?time)|sign_?options|token_?life|ttl|max_?age(?:_?(?:millis|ms|seconds))?|save_?uninitialized|jwt_?from_?request)$/i;

export const isPlainSecret = ({ kind, words }: Named): boolean =>
  kind === "secretKey" && words.includes("secret") && !words.includes("client") && !words.includes("access");
export const isOwnKey = ({ kind, words }: Named, text: string): boolean =>
  /^(?:apiKey|secretKey|token)$/.test(kind) && words.some((word) => OWN_KEY.test(word) || (HOOK_TOKEN.test(word) && !isPlaceholder(text)));

/** `process.env.API_KEY || "redblack"`: of no provider that gives keys out, so that the program asks for it. */
export const isKeyOfProgram = (variable: string, text: string): boolean =>
  /^(?:API_?KEYS?|AUTH_KEY)$/.test(variable) &&
  /^[\w!#$%&*+.@-]{6,64}$/.test(text) &&
  !/demo|dummy|fake|key|mock|none|null|sample|test|undefined/i.test(text) &&
  (!isPlaceholder(text) || /^change[-_]?(?:it|me|this)$/i.test(text));

/** `process.env.JWT_ACCESS_TOKEN || "access_secret"`: what tokens are signed with, kept under the name of what it makes. Not `|| "access_token"`, the name of a cookie. */
export const signsTokens = ({ kind, words }: Named, text: string): boolean =>
  kind === "token" && words.includes("jwt") && !containsAll(words, wordsOf(text)) && !/cookie|header|bearer/i.test(text);

/** `|| "my-super-secret-token"`, `?? "dev-billing-key"`: the other side is told the same. Not `AUTH_TOKEN || "auth-token"`, a name. */
export const callsItselfKey = ({ kind, words }: Named, text: string, variable: string): boolean =>
  (kind === "apiKey" || kind === "token") &&
  /^[a-z\d]+(?:[_-][a-z\d]+)+$/.test(text) &&
  !isPlaceholder(text) &&
  wordsOf(text).some((word) => /^(?:key|secret|token)$/.test(word)) &&
  !containsAll([...words, ...wordsOf(variable)], wordsOf(text)) &&
  CHOSEN.test(text) &&
  !NOT_ONE.test(text);
/** `native-token`, `build-time-key` and `lm-studio-key` are names of something, or what nobody asks for. */
const CHOSEN = /(?:^|[_-])(?:admin|dev|internal|my|our|private|secret|secure|shared|strong|super|very)(?:[_-]|$)/;
const NOT_ONE = /(?:^|[_-])(?:cookie|demo|header|invalid|local|missing|mock|no|none|not|test|unset|x)(?:[_-]|$)/;
