import { isChosen, isHookText, SAYS_NOTHING, TYPE_WORDS } from "./chosen-texts.js";
import { beside, isConnection, isOfDashedNames, isRecord, type CredentialFacts, type Named } from "./credential-names.js";
import { looksRandom } from "../values/entropy.js";
import { hasRandomPart, isCodeLike } from "../values/generated-texts.js";
import { isInList } from "./name-lists.js";
import {
  callsItselfKey,
  GIVEN_OUT,
  isKeyOfProgram,
  isOwnKey,
  isOwnSecret,
  isPlainSecret,
  isProseOfManuals,
  isUsedAsItStands,
  SAYS_MISSING,
  SHORT_PROSE,
  signsTokens,
  signsWhatExpires,
} from "./own-secrets.js";
import { isCiphertext, isPlaceholder, isPublicIdentifier, isReference, VARIABLE_NAME } from "../values/placeholders.js";
import { isPublishedPhrase } from "../values/specimens.js";
import { isMirror, repeats } from "./repeated-names.js";
import { wordsOf } from "../names/words.js";

// What a text must be, under the name of a secret, to be one.

/** A stored hash in the format of crypt, bcrypt, argon2, LDAP or Django: no password. */
const PASSWORD_HASH =
  /^(?:\$(?:[156]|2[abxy]?|apr1|argon2(?:id?|d)|pbkdf2[\w-]*|scrypt|y)\$|\{(?:S?SHA\d*|bcrypt|crypt|PBKDF2)\}|pbkdf2_sha\d+\$)/i;

/** Secrets that the program itself checks with: whoever knows the text forges what it signs. */
const CHECKING =
  /^(?:jwt|cookie|session|token|signing|signature|sign|hmac|crypto|encryption|encrypt|cipher|csrf|webhook|hash|auth|app|or)$/;
/** Their keys name a project in every page and program, <https://docs.mixpanel.com/docs/orgs-and-projects/managing-projects#find-your-project-tokens>. */
const ANALYTICS = /^(?:amplitude|mixpanel)$/;
/** Names of values that nobody uses: what a check warns of, what documentation shows. */
export const STAND_IN =
  /^(?:bad|banned|blocked|compromised|decoy|dummy|example|fake|insecure|known|leaked|mock|placeholder|retired|revoked|sample|weak)$/;
/** `testDefaults`, `MOCK_USERS`: what holds values for tests alone. */
const isOfTests = (owner: string): boolean => /^(?:tests?|mocks?|dummy|fake|stubs?|samples?|fixtures?)$/.test(wordsOf(owner)[0] ?? "");
/** How Google shows the password that it makes for one program, <https://support.google.com/accounts/answer/185833>. */
const APP_PASSWORD = /^[a-z]{4}(?: [a-z]{4}){3}$/;

export function isNamedCredential(named: Named, written: string, chain: readonly string[], facts: CredentialFacts): boolean {
  const text =
    named.kind === "authorization" ? written.replace(/^(?:bearer|basic|token|key|apikey)[ =]/i, "") : withoutMarks(written.trim());
  if (text.length < 3 || text.length > 4096 || isInList(chain, text, facts) || isMirror(beside(facts))) return false;
  if (
    isHole(text) ||
    (/^[A-Z_]+$/.test(text) && text.toLowerCase() === named.name.toLowerCase() && isRecord(facts) && facts.fallback === undefined) ||
    REGION.test(text) ||
    isSearchKey(facts) ||
    isPublishedKey(chain, facts) ||
    PASSWORD_HASH.test(text) ||
    isCiphertext(text) ||
    MODEL_VERSION.test(text) ||
    ENTRY_OF_VAULT.test(text)
  )
    return false;
  const checks =
    (named.kind === "secretKey" && named.words.some((word) => CHECKING.test(word))) ||
    (named.kind === "password" && named.words.some((word) => word === "cookie" || word === "session"));
  if (
    wordsOf(named.name).some((word) => STAND_IN.test(word)) ||
    (!isCodeLike(text) && chain.slice(0, -1).some(isOfTests)) ||
    (named.kind !== "secretKey" && named.words.some((word) => ANALYTICS.test(word))) ||
    isDigest(named) ||
    (/env$/i.test(named.name) && /^[A-Z][A-Z\d_]*$/.test(text)) ||
    (!checks && named.words.length > 1 && SAYS_NOTHING.test(text) && !(named.kind === "password" && /\d/.test(text)))
  )
    return false;
  // A fallback runs as it stands: "your-secret-key" then signs every session.
  if (
    facts.fallback !== undefined &&
    (checks ||
      named.kind === "password" ||
      isPlainSecret(named) ||
      isOwnKey(named, text) ||
      isKeyOfProgram(facts.fallback, text) ||
      signsTokens(named, text) ||
      callsItselfKey(named, text, facts.fallback)) &&
    !((named.kind === "password" || named.words.some((word) => GIVEN_OUT.test(word))) && /^YOUR[-_ ]/.test(text)) &&
    !SAYS_MISSING.test(text) &&
    (!/\s.*\s/.test(text) ||
      (SHORT_PROSE.test(text) && !SAYS_NOTHING.test(text)) ||
      ((checks || wordsOf(facts.fallback).some((word) => CHECKING.test(word))) && isProseOfManuals(text)))
  )
    return true;
  if (facts.fallback !== undefined && named.kind === "privateKey" && WALLET_KEY.test(text)) return true;
  if (isOwnSecret(named, facts) && !TYPE_WORDS.test(text) && !SAYS_NOTHING.test(text) && isUsedAsItStands(named, text, facts)) return true;
  // jwtService.sign(claims, { secret: "JWT_SECRET" }): nobody reads a variable there.
  if (VARIABLE_NAME.test(text) && isPlainSecret(named) && facts.signs?.() === true) return true;
  if (isPlaceholder(text) || isReference(text)) return false;
  if (signsWhatExpires(named, text, facts)) return true;
  if (repeats(named, text, checks) && !(named.kind === "password" && isConnection(facts))) return false;
  if (hasRandomPart(text) || (named.kind === "password" && APP_PASSWORD.test(text) && looksRandom(text.replaceAll(" ", "")))) return true;
  if (named.strength === "weak") return false;
  if (isWalletPhrase(named, text)) return true;
  if (
    /^[\w-]{6,64}$/.test(text) &&
    !/disabled|env|param|vault/i.test(text) &&
    !TYPE_WORDS.test(text) &&
    !SAYS_NOTHING.test(text) &&
    facts.admits?.() === true
  )
    return true;
  if (
    isPublicIdentifier(text) &&
    !isUuidKey(named, text) &&
    !isShortHex(named, text) &&
    !isHookText(named, text) &&
    !isWordyPassword(named, text, facts) &&
    !isNumberedPassword(named, text) &&
    !(checks && /^[a-z\d]+(?:[_-][a-z\d]+)+$/.test(text) && !text.startsWith("x-"))
  )
    return false;
  if (
    /[\s|<>{}]|[^\x20-\x7e]|:\w+$/.test(text) ||
    (/^[.#:/$@]/.test(text) &&
      !((checks || named.kind === "password" || isPlainSecret(named)) && SYMBOL_FIRST.test(text)) &&
      !(text.startsWith("$") && text.length >= MIN_GENERATED && isCodeLike(text)))
  )
    return false;
  return isChosen(named, text, checks, facts);
}

/** `Mohre-2211` of `Möhre-2211`; sentences stay as they are, and words with a number as `Contraseña2`. */
const withoutMarks = (text: string): string =>
  /^(?=\D{0,99}\d\D{0,9}\d)\S{1,99}$/.test(text) ? text.normalize("NFD").replaceAll(/\p{M}/gu, "") : text;

/** `maple oven tiger …`: the words of BIP 39 that a wallet is made of. Those of test networks repeat one word. */
function isWalletPhrase({ words: named }: Named, text: string): boolean {
  if (!named.some((word) => /^(?:mnemonic|phrase|seed)$/.test(word))) return false;
  const words = text.split(" ", 25);
  return (
    words.length >= 12 &&
    words.length <= 24 &&
    words.length % 3 === 0 &&
    words.every((word) => /^[a-z]{3,8}$/.test(word)) &&
    new Set(words).size > 8 &&
    !isPublishedPhrase(text)
  );
}

/** The private key of a wallet, however simple: `0x00…01` signs as well as another one. Zero is none. */
const WALLET_KEY = /^(?:0x)?(?!0{64})[\da-f]{64}$/i;

/** `@Harbour2019`, `#q71_ferry$`: a password that begins with a symbol, as selectors, handles and variables do, too. */
const SYMBOL_FIRST =
  /^(?:(?:\$|@(?!@))(?=\D{0,99}\d)(?=[^a-z]{0,99}[a-z])(?=[^A-Z!#$%&*@^]{0,99}[A-Z!#$%&*@^])|#(?=\D{0,99}\d)(?=[^a-z]{0,99}[a-z])(?=[^!#$%&*@^]{0,99}[!#$%&*@^]))/;

/** `$aact_…`: so long a text of letters and digits in turns is no name of a variable. */
const MIN_GENERATED = 40;

/** `{ user: "…", pass: "ferry-quay" }`: words where an account has its password. */
const isWordyPassword = ({ kind }: Named, text: string, facts: CredentialFacts): boolean =>
  kind === "password" &&
  /^[a-z\d]{2,}(?:[_-][a-z\d]+)+$/.test(text) &&
  (!/pass|pwd|wrong/.test(text) || (isConnection(facts) && wordsOf(text).length > 2)) &&
  isRecord(facts) &&
  !isOfDashedNames(facts);

/** `Quay-Ferry-Mole3`: a password where one stands, though headers are called so; those have no number. */
const isNumberedPassword = ({ kind, words }: Named, text: string): boolean =>
  (kind === "password" || (kind === "secretKey" && words.includes("secret"))) &&
  !/key|password|secret|token/i.test(text) &&
  /^(?:[A-Z][a-z]{2,20}-){1,6}[A-Z][a-z]{1,20}\d{1,4}$/.test(text);

/**
 * Keys in the form of a UUID or of 24 hexadecimal digits, which ids are elsewhere. Those of MongoDB begin with their time, which 4 to 6 begin until
 * 2029: nobody calls one a secret.
 */
const isUuidKey = ({ kind, words }: Named, text: string): boolean =>
  (kind === "apiKey" || (kind === "secretKey" && (words.includes("secret") || words.join(" ").endsWith("app key")))) &&
  (UUID_KEY.test(text) || (words.includes("secret") && /^[\da-f]{24}$/i.test(text))) &&
  new Set(text).size > 6;
const UUID_KEY = /^(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|(?![4-6])[\da-f]{24})$/i;

/** `hashedToken`, `apiKeyHash`: what is kept to know a token by opens nothing itself. */
const isDigest = ({ kind, name }: Named): boolean =>
  (kind === "token" || kind === "apiKey") && wordsOf(name).some((word) => /^(?:digest|hashed|hash)$/.test(word));

/** `4d81b0c`: a commit where it has another name, a password or secret where it is called so. */
const isShortHex = ({ kind }: Named, text: string): boolean =>
  (kind === "password" || kind === "secretKey") && /^[\da-f]{7,10}$/.test(text);

/** `black-forest/flux:7b7e97…`: a model, an image or a package in the version of this digest. */
const MODEL_VERSION = /^[\w.-]{1,60}\/[\w.-]{1,80}(?::|@|@sha256:)[\da-f]{32,64}$/;

/** `us-east-1`: written into the wrong line of a configuration. */
const REGION = /^(?:af|ap|ca|cn|eu|il|me|mx|sa|us(?:-gov)?)-(?:central|(?:north|south)?(?:east|west)|north|south)-\d$/;

/** `my-app/dev/secret`: where a vault keeps it. */
const ENTRY_OF_VAULT = /^[a-z]+\d{0,2}(?:-[a-z]+){0,6}(?:\/[a-z]+\d{0,2}(?:-[a-z]+){0,6}){2,6}$/;

/** `${VAR}`, `{{var}}`, `<your key>`: no program runs with that. */
const isHole = (text: string): boolean => /^\$?\{.*\}$|^<.*>$|^\[.*\]$|\$\{|\{\{|^(.)\1*$/s.test(text);

/** DocSearch and Algolia: the key beside an index name only searches. */
const isSearchKey = (facts: CredentialFacts): boolean => beside(facts).has("indexName") && beside(facts).has("apiKey");

/** IndexNow: whoever fetches `<key>.txt` from the site reads the key, <https://www.indexnow.org/documentation>. */
const isPublishedKey = (chain: readonly string[], facts: CredentialFacts): boolean =>
  beside(facts).has("keyLocation") || chain.some((name) => /index_?now/i.test(name));
