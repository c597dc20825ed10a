import type { FileRole } from "../settings.js";
import { beside, isConnection, isRecord, nameOf, type CredentialFacts, type Named } from "./credential-names.js";
import { looksRandom } from "./entropy.js";
import type { SecretKind } from "./kinds.js";
import { isOwnSecret, isUsedAsItStands, SHORT_PROSE } from "./own-secrets.js";
import { isCiphertext, isPlaceholder, isPublicIdentifier, isReference } from "./placeholders.js";
import { classifyValue, type ValueEvidence } from "./values.js";
import { nameEvidence, wordsOf } from "./words.js";

/** Why a text is a credential. `name` is the one of the chain that says so; never the text. */
export interface Credential {
  basis: "value" | "name";
  kind: SecretKind;
  /** `conditional`: a key that is fine in public code when its owner restricted it. */
  exposure: "secret" | "conditional";
  name?: string;
  value?: ValueEvidence;
}

/** Owners whose members are names, texts and rules, not values. */
const LISTS = new Set(
  (
    "alias aliases blacklist blocked blocklist classes column columns common denylist description descriptions dictionary docs dummy enum error errors event events example " +
    "examples fake field fields forbidden help i18n icon icons insecure invalid label labels locale locales map mapping mask masks message messages mock mocks " +
    "names openapi paths pattern patterns permission permissions placeholder placeholders prefix prefixes regex role roles route routes rule rules schema schemas scopes " +
    "selector selectors suffix suffixes swagger table tables text texts title titles translation translations validation validations validator validators weak"
  ).split(" "),
);

/** What a form shows before anybody types. */
const FORM_START = /^(?:initial|default)_?(?:form_?)?(?:values|state|data)$/i;

/** A stored hash in the format of crypt, bcrypt, argon2, LDAP or Django: no password. */
const PASSWORD_HASH =
  /^(?:\$(?:[156]|2[abxy]?|apr1|argon2(?:id?|d)|pbkdf2[\w-]*|scrypt|y)\$|\{(?:S?SHA\d*|bcrypt|crypt|PBKDF2)\}|pbkdf2_sha\d+\$)/i;

/** Words of forms, types and schemes that stand where a password could. */
const TYPE_WORDS =
  /^(?:string|text|hidden|number|varchar|any|object|input|current|new|old|reset|confirm|show|hide|visible|basic|bearer|digest|header|query|body|cookie|local|oauth2?|jwt|plain|bcrypt|argon2|scrypt|pbkdf2|md5|sha\d*|hs(?:256|384|512)|rs256|es256|hex|utf-?8|base64(?:url)?|include|omit|same-origin|wrong|incorrect|missing|expired|test|demo|mock|hashed|login|logout|signin|signup|public|private|manual|auto|always|never)$/i;

const KINDS: ReadonlySet<SecretKind> = new Set([
  "apiKey",
  "authorization",
  "connectionString",
  "password",
  "privateKey",
  "secretKey",
  "token",
]);

/** Secrets that the program itself checks with: whoever knows the text forges what it signs. */
const CHECKING =
  /^(?:jwt|cookie|session|token|signing|signature|sign|hmac|crypto|encryption|encrypt|cipher|csrf|webhook|hash|auth|app|or)$/;
/** Tokens that somebody chooses, as one chooses a password. */
const CHOSEN_TOKEN = /^(?:verify|webhook|admin|master|internal|shared|deploy|invite|ingest)$/;
/** Keys that the program itself accepts, chosen as one chooses a password. */
const OWN_KEY = /^(?:admin|authentication|internal|master)$/;
/** Tokens that a webhook must send; nobody leaves "your-verify-token" there, for the sender has to know it. */
const HOOK_TOKEN = /^(?:verify|webhook)$/;
/** Their keys name a project in every page and program, <https://docs.mixpanel.com/docs/orgs-and-projects/managing-projects#find-your-project-tokens>. */
const ANALYTICS = /^(?:amplitude|mixpanel)$/;
/** Names of values that nobody uses: what a check warns of, what documentation shows. */
export const STAND_IN =
  /^(?:bad|banned|blocked|compromised|decoy|dummy|example|fake|insecure|leaked|mock|placeholder|retired|revoked|sample|weak)$/;
/** What stands where a client asks for any text at all: "sk_nothing", "just empty text". */
const SAYS_NOTHING =
  /(?:^|[^a-z])(?:(?:dummy|fake)(?:key|pass|password|secret|token)?|anything|empty|none|noop|nothing|placeholder|stub)(?:$|[^a-z])/i;
/** How Google shows the password that it makes for one program, <https://support.google.com/accounts/answer/185833>. */
const APP_PASSWORD = /^[a-z]{4}(?: [a-z]{4}){3}$/;
const ADJECTIVES = /^(?:super|very|my|our|top|ultra|mega|strong|secure|secret)$/;

/**
 * Whether a text is a credential, by its format or by the names that lead to it. Knows no syntax tree: code, JSON and YAML ask alike.
 *
 * @param nameChain owners first, the text's own name last: `["db", "password"]`; empty when there is none
 * @param role of the file: tests, fixtures, mocks and stories hold only live, provider-shaped values; translations and seeds no named ones
 * @returns undefined for placeholders, references, public identifiers, names of things, prose
 */
export function credentialIn(
  nameChain: readonly string[],
  text: string,
  role: FileRole | undefined,
  facts: CredentialFacts = {},
): Credential | undefined {
  const value = classifyValue(text);
  if (value) {
    if (value.exposure === "public" || value.notLive === "specimen" || (value.notLive === "localHost" && isGuide(text, value)))
      return undefined;
    const inTest = role === "test" || role === "fixture" || role === "mock" || role === "story";
    if (inTest && (!value.live || value.exposure !== "secret" || MADE_FOR_TESTS.test(value.id) || isTestDatabase(value, text)))
      return undefined;
    // A key id opens nothing without its secret: Razorpay's stands in every checkout page.
    if (value.exposure === "conditional" && (isClientConfig(facts) || /-key-id$/.test(value.id))) return undefined;
    return { basis: "value", kind: value.kind, exposure: value.exposure, value };
  }
  if (role !== undefined) return undefined;
  const named = nameOf(nameChain, facts);
  return named && KINDS.has(named.kind) && isNamedCredential(named, text, nameChain, facts)
    ? { basis: "name", kind: named.kind, exposure: "secret", name: named.name }
    : undefined;
}

/** A text for readers, of several lines or with "example" before it: an address on their own machine there shows how one is written. */
const isGuide = (text: string, { start }: ValueEvidence): boolean =>
  text.split("\n", 5).length > 4 || /\b(?:e\.g\.|example|usage)\W/i.test(text.slice(Math.max(0, start - 200), start));

/** Formats that a test makes up as easily as a program: no provider gives them out. */
const MADE_FOR_TESTS = /^(?:basic-authorization|jwt|private-key|dsn-http|url-)/;

/** A connection string of a test whose password is made of words: none that opens anything. */
const isTestDatabase = ({ kind, start, end }: ValueEvidence, text: string): boolean =>
  kind === "connectionString" && !isCodeLike(text.slice(start, end));

/** Firebase's web config: its key is meant to be shipped. */
const isClientConfig = (facts: CredentialFacts): boolean => beside(facts).has("authDomain") && beside(facts).has("projectId");

function isNamedCredential(named: Named, written: string, chain: readonly string[], facts: CredentialFacts): boolean {
  const text = named.kind === "authorization" ? written.replace(/^(?:bearer|basic|token|key|apikey)[ =]/i, "") : written.trim();
  if (text.length < 3 || text.length > 4096 || isInList(chain, facts) || isMirror(beside(facts))) return false;
  if (
    isHole(text) ||
    isSearchKey(facts) ||
    isPublishedKey(chain, facts) ||
    PASSWORD_HASH.test(text) ||
    isCiphertext(text) ||
    MODEL_VERSION.test(text)
  )
    return false;
  const checks =
    (named.kind === "secretKey" && named.words.some((word) => CHECKING.test(word))) ||
    (named.kind === "password" && named.words.some((word) => word === "cookie" || word === "session"));
  if (
    wordsOf(named.name).some((word) => STAND_IN.test(word)) ||
    (named.kind !== "secretKey" && named.words.some((word) => ANALYTICS.test(word))) ||
    isDigest(named) ||
    (!checks && named.words.length > 1 && SAYS_NOTHING.test(text))
  )
    return false;
  // A fallback runs as it stands: "your-secret-key" then signs every session.
  if (
    facts.fallback !== undefined &&
    (checks ||
      named.kind === "password" ||
      isPlainSecret(named) ||
      isOwnKey(named, text) ||
      signsTokens(named, text) ||
      callsItselfKey(named, text, facts.fallback)) &&
    (!/\s.*\s/.test(text) || (SHORT_PROSE.test(text) && !SAYS_NOTHING.test(text)))
  )
    return true;
  if (facts.fallback !== undefined && named.kind === "privateKey" && WALLET_KEY.test(text)) return true;
  if (isOwnSecret(named, facts) && !TYPE_WORDS.test(text) && !SAYS_NOTHING.test(text) && isUsedAsItStands(named, text, facts)) return true;
  if (isPlaceholder(text) || isReference(text)) return false;
  if (signsWhatExpires(named, text, facts)) return true;
  if (repeats(named, text, checks) && !(named.kind === "password" && isConnection(facts))) return false;
  if (hasRandomPart(text) || (named.kind === "password" && APP_PASSWORD.test(text) && looksRandom(text.replaceAll(" ", "")))) return true;
  if (named.strength === "weak") return false;
  if (
    isPublicIdentifier(text) &&
    !isUuidKey(named, text) &&
    !isShortHex(named, text) &&
    !isHookText(named, text) &&
    !isWordyPassword(named, text, facts) &&
    !(checks && /^[a-z\d]+(?:[_-][a-z\d]+)+$/.test(text) && !text.startsWith("x-"))
  )
    return false;
  if (
    /[\s|<>{}]|[^\x20-\x7e]|:\w+$/.test(text) ||
    (/^[.#:/$@]/.test(text) &&
      !((checks || named.kind === "password") && SYMBOL_FIRST.test(text)) &&
      !(text.startsWith("$") && text.length >= MIN_GENERATED && isCodeLike(text)))
  )
    return false;
  return isChosen(named, text, checks, facts);
}

/** `jwt: { secret: "…", expiresIn: "1d" }`: beside how long it holds, a text is what tokens are signed with, however simple, and no name of one. */
function signsWhatExpires(named: Named, text: string, facts: CredentialFacts): boolean {
  if (
    named.kind !== "secretKey" ||
    !named.words.includes("secret") ||
    text.length > 100 ||
    TYPE_WORDS.test(text) ||
    SAYS_NOTHING.test(text) ||
    (wordsOf(named.name).length > 1 && repeats(named, text, true))
  )
    return false;
  // `{ secret: "Secret is required", expires: "Expiry is required" }`: texts for readers.
  if (/^[A-Z][a-z]+(?:$| )/.test(text) || !/^[\x20-\x7e]+$/.test(text)) return facts.signs?.() === true;
  return facts.signs?.() === true || [...beside(facts)].some(([name, each]) => LIFETIME.test(name) && !/^[A-Z]?[a-z]+ /.test(each ?? ""));
}
const LIFETIME =
  /^(?:[\w.]{0,30}[._]?)?(?:expir(?:y|ation|es|es_?in|e_?in|(?:ation|es|y)_?time)|sign_?options|token_?life|ttl|max_?age(?:_?(?:millis|ms|seconds))?|save_?uninitialized|jwt_?from_?request)$/i;

/** The private key of a wallet, however simple: `0x00…01` signs as well as another one. Zero is none. */
const WALLET_KEY = /^(?:0x)?(?!0{64})[\da-f]{64}$/i;

/** `@Harbour2019`, `#q71_ferry$`: a password that begins with a symbol, as selectors, handles and variables do, too. */
const SYMBOL_FIRST =
  /^(?:[$@](?=\D{0,99}\d)(?=[^a-z]{0,99}[a-z])(?=[^A-Z!#$%&*@^]{0,99}[A-Z!#$%&*@^])|#(?=\D{0,99}\d)(?=[^a-z]{0,99}[a-z])(?=[^!#$%&*@^]{0,99}[!#$%&*@^]))/;

/** `$aact_…`: so long a text of letters and digits in turns is no name of a variable. */
const MIN_GENERATED = 40;

/** `{ user: "…", pass: "ferry-quay" }`: words where an account has its password. */
const isWordyPassword = ({ kind }: Named, text: string, facts: CredentialFacts): boolean =>
  kind === "password" && /^[a-z\d]{2,}(?:[_-][a-z\d]+)+$/.test(text) && !/pass|pwd|wrong/.test(text) && isRecord(facts);

/** A text that somebody thought up: fine for passwords and signing secrets; keys and tokens of others look generated. */
function isChosen(named: Named, text: string, checks: boolean, facts: CredentialFacts): boolean {
  const words = wordsOf(text);
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
      const isName = words.length > 1 && /^[A-Za-z]+(?:[_-][A-Za-z]+)*$/.test(text) && nameEvidence(text) !== undefined;
      return checks || !isName || words.some((word) => ADJECTIVES.test(word)) || !/[A-Z_-]/.test(text);
    }
    case "token":
      if (isHookText(named, text)) return true;
      return named.words.some((word) => CHOSEN_TOKEN.test(word)) ? !TYPE_WORDS.test(text) && /^[a-z\d]{6,}$/i.test(text) : isCodeLike(text);
    default:
      return isCodeLike(text);
  }
}

/** Beside numbers, switches and objects, a text is a setting, too, and no description of one. */
const isSettings = (facts: CredentialFacts): boolean => [...beside(facts).values()].filter((text) => text === undefined).length > 1;

const isPlainSecret = ({ kind, words }: Named): boolean =>
  kind === "secretKey" && words.includes("secret") && !words.includes("client") && !words.includes("access");
const isOwnKey = ({ kind, words }: Named, text: string): boolean =>
  /^(?:apiKey|secretKey|token)$/.test(kind) && words.some((word) => OWN_KEY.test(word) || (HOOK_TOKEN.test(word) && !isPlaceholder(text)));

/** `process.env.JWT_ACCESS_TOKEN || "access_secret"`: what tokens are signed with, kept under the name of what it makes. Not `|| "access_token"`, the name of a cookie. */
const signsTokens = ({ kind, words }: Named, text: string): boolean =>
  kind === "token" && words.includes("jwt") && !containsAll(words, wordsOf(text)) && !/cookie|header|bearer/i.test(text);

/** `|| "my-super-secret-token"`, `?? "dev-billing-key"`: the other side is told the same. Not `AUTH_TOKEN || "auth-token"`, a name. */
const callsItselfKey = ({ kind, words }: Named, text: string, variable: string): boolean =>
  (kind === "apiKey" || kind === "token") &&
  /^[a-z\d]+(?:[_-][a-z\d]+)+$/.test(text) &&
  !isPlaceholder(text) &&
  wordsOf(text).some((word) => /^(?:key|secret|token)$/.test(word)) &&
  !containsAll([...words, ...wordsOf(variable)], wordsOf(text)) &&
  !NOT_ONE.test(text);
const NOT_ONE = /(?:^|[_-])(?:cookie|demo|header|invalid|local|missing|mock|no|none|not|test|unset|x)(?:[_-]|$)/;

const isUuidKey = ({ kind, words }: Named, text: string): boolean =>
  (kind === "apiKey" || (kind === "secretKey" && (words.includes("secret") || words.join(" ").endsWith("app key")))) &&
  /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(text) &&
  new Set(text).size > 6;

/** `hashedToken`, `apiKeyHash`: what is kept to know a token by opens nothing itself. */
const isDigest = ({ kind, name }: Named): boolean =>
  (kind === "token" || kind === "apiKey") && wordsOf(name).some((word) => /^(?:digest|hashed|hash)$/.test(word));

/** `4d81b0c`: a commit where it has another name, a password or secret where it is called so. */
const isShortHex = ({ kind }: Named, text: string): boolean =>
  (kind === "password" || kind === "secretKey") && /^[\da-f]{7,10}$/.test(text);

/** `black-forest/flux:7b7e97…`: a model, an image or a package in the version of this digest. */
const MODEL_VERSION = /^[\w.-]{1,60}\/[\w.-]{1,80}(?::|@|@sha256:)[\da-f]{32,64}$/;

/** Whether an owner holds names, texts and rules. The default of a setting is a value in its schema, too, and so are the headers common to all requests. */
function isInList(chain: readonly string[], facts: CredentialFacts): boolean {
  const isDefault = chain.at(-1) === "default";
  return chain
    .slice(0, -1)
    .some(
      (owner, index) =>
        isList(owner) &&
        !(owner === "common" && (chain[index - 1] === "headers" || isSettings(facts))) &&
        !(isDefault && /^schemas?$/i.test(owner)),
    );
}

const isList = (owner: string): boolean => FORM_START.test(owner) || wordsOf(owner).some((word) => LISTS.has(word));

/** `${VAR}`, `{{var}}`, `<your key>`: no program runs with that. */
const isHole = (text: string): boolean => /^\$?\{.*\}$|^<.*>$|^\[.*\]$|\$\{|\{\{|^(.)\1*$/s.test(text);

/** DocSearch and Algolia: the key beside an index name only searches. */
const isSearchKey = (facts: CredentialFacts): boolean => beside(facts).has("indexName") && beside(facts).has("apiKey");

/** IndexNow: whoever fetches `<key>.txt` from the site reads the key, <https://www.indexnow.org/documentation>. */
const isPublishedKey = (chain: readonly string[], facts: CredentialFacts): boolean =>
  beside(facts).has("keyLocation") || chain.some((name) => /index_?now/i.test(name));

/** At least two properties whose text says their own name: a list of names, not of values. */
function isMirror(siblings: ReadonlyMap<string, string | undefined>): boolean {
  let mirrored = 0;
  for (const [name, text] of siblings)
    if (text !== undefined && text.length < 80 && /[_\-.:]|^[a-z]+$/i.test(text) && says(wordsOf(text), wordsOf(name))) mirrored++;
  return mirrored > 1;
}

/** The words of a name with at most two more: `calendly_api_token` for `apiToken`. */
const says = (words: readonly string[], name: readonly string[]): boolean => containsAll(words, name) && words.length <= name.length + 2;

const containsAll = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length > 0 && wanted.every((word) => words.includes(word));

/** `PASSWORD: "password"`, `accessToken: "app_access_token"`; not `JWT_SECRET: "jwtsecret"`, which no convention of names writes so. */
function repeats(named: Named, text: string, checks: boolean): boolean {
  const compact = (each: string): string => each.replace(/[^a-z\d]/gi, "").toLowerCase();
  const own = wordsOf(named.name);
  // `embedSigning: { key: "embedSigning" }`: an entry that knows what it is called.
  if (named.name === "key" && compact(text) === compact(named.words.slice(0, -1).join(""))) return true;
  if (checks && own.length > 1) return /[A-Z_\-.]/.test(text) && compact(text) === compact(named.name);
  if (compact(text) === compact(named.name)) return true;
  const words = wordsOf(text);
  if (own.length === 1) return words.length === 1 && words[0] === own[0];
  return containsAll(words, own) && /^[A-Za-z][A-Za-z:._ -]*$/.test(text) && !isHookText(named, text);
}

/** `VERIFY_TOKEN = "my_verify_token"`: words that somebody chose for the sender to send, too. */
const isHookText = ({ kind, words }: Named, text: string): boolean =>
  kind === "token" &&
  words.some((word) => HOOK_TOKEN.test(word)) &&
  /^[\w-]{6,64}$/.test(text) &&
  wordsOf(text).some((word) => ADJECTIVES.test(word)) &&
  !/[A-Z]_/.test(text);

/** A part between separators, at least, comes from a generator: `SECRET_TOKEN_f8ed…`. */
export const hasRandomPart = (text: string): boolean =>
  looksRandom(text) || text.split(/[_.:/=\s-]/).some((part) => part.length >= 20 && looksRandom(part));

/** Small and capital letters, digits, and a sign that no name has: `Harbour41!!ferry`. */
const isMixed = (text: string): boolean =>
  /^[\w!@#$%^&*.+=?~-]{10,99}$/.test(text) && [/[a-z]/, /[A-Z]/, /\d/, /[!#$%^&*~]/].every((sort) => sort.test(text));

/** Letters and digits in turns, as nobody writes words: `v9dn0balpqas1pcc281tn5ood1`. */
export function isCodeLike(text: string): boolean {
  if (hasRandomPart(text)) return true;
  if (text.length < 10 || /\s/.test(text) || /test|demo|example|dummy|mock/i.test(text)) return false;
  if (isMixed(text)) return true;
  const turns = text.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
  return turns >= 3;
}
