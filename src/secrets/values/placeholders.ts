import { looksRandom } from "./entropy.js";

/** Longer texts are no placeholder and no identifier, and are not worth a scan. */
const MAX_LENGTH = 512;

const WHOLE_PLACEHOLDERS = [
  /^$/,
  /^(.)\1*$/s, // one character, repeated: xxx, ****, ...., 0000
  /^0{8}-(?:0{4}-){3}0{12}$/, // the UUID of nothing
  /^[*•●∙·x#_.\-–—…?\s]+$/i, // masks in groups: xxxx-xxxx
  /^[*•●]{2,}[a-z][a-z -]{0,20}[*•●]{2,}$/i, // **hidden**
  /^[^*•●xX]{0,12}[-_. ]?(?:[*•●…]{3,}|[xX]{4,}|\.{3,})[^*•●]{0,6}$/, // sk-****, ghp_xxxx, eyJ...
  /^(?:null|undefined|none|nil|true|false|nan|n\/?a|na|void|empty|todo|tbd|fixme|optional|required|default|unset|not[-_ ]?(?:set|available|used|needed|required|applicable|configured)|unused|irrelevant|ignored?|unknown|anonymous@?|hidden|masked|redacted|filtered|removed|stripped)$/i,
  /^(?:no|without|disabled?)[-_ ]?(?:auth|authentication|key|login|pass|passwd|password|secret|token)$/i, // what stands where nothing is
  /^(?:process\.env|import\.meta\.env|deno\.env|bun\.env|env|os\.environ)\b.{0,80}$/is,
  /^(?:string|number|boolean|unknown|any|object)(?:\[\])?\?$/, // string?, the type of an optional parameter
  /^\$[A-Z_][A-Z0-9_]*$/i, // $VAR
  /^%(?:[sdioOj]|\w{1,40}%)$/, // %s, %VAR%
  /^:[a-z]\w{0,40}$/i, // :token, a route parameter
  /^@@?\w{1,60}@@?$/,
];

/** Holes of template languages: ${VAR}, {{var}}, <your-key>, [key], #{x}, <%= x %>, __VAR__. */
const HOLES =
  /^(?:bearer |basic |token )?(?:\$\{[^}]{0,80}\}|\{\{[^}]{0,80}\}\}|\{[\w.\- ]{0,60}\}|<[^<>]{1,80}>|\[[^\][]{1,80}\]|#\{[^}]{0,80}\}|<%.{0,80}%>|__\w{1,60}__)$/is;

/** Words that say "fill me in" or "not a real one" wherever they stand as a word. */
const ANNOUNCEMENTS = new RegExp(
  "(?:^|[^a-z])(?:change[-_ ]?(?:me|it|this|in[-_ ]?prod)|replace[-_ ]?(?:me|this|with)|fill[-_ ]?(?:me|this|in)|insert[-_ ]|enter[-_ ](?:your|the|a)|" +
    "put[-_ ](?:your|the|a)|paste[-_ ]|add[-_ ]your|set[-_ ]?me|goes[-_ ]?here|your?[-_ ]|place[-_ ]?holder|" +
    "example|dummy|fake|sample|redacted|lorem|x{4,}|to[-_ ]?be[-_ ]?(?:set|replaced|defined)|long[-_ ]random|some[-_ ]random)",
  "i",
);
const CAMEL_ANNOUNCEMENT =
  /^(?:[Yy]our|[Ii]nsert|[Ee]nter|[Rr]eplace|[Cc]hange|[Dd]ummy|[Ff]ake|[Ee]xample|[Ss]ample|[Ss]omeRandom|[Pp]laceholder)(?:[A-Z][a-z]*)+$/;

/**
 * Whether a text announces that something else belongs in its place: `changeme`, `<your-key>`, `${VAR}`, `xxxx`, `null`.
 * A weak but usable word (`secret`, `keyboard cat`, `password`) is no placeholder: where a sink takes it, it *is* the secret.
 */
export function isPlaceholder(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const trimmed = text.trim();
  if (WHOLE_PLACEHOLDERS.some((pattern) => pattern.test(trimmed)) || HOLES.test(trimmed)) return true;
  return ANNOUNCEMENTS.test(trimmed) || CAMEL_ANNOUNCEMENT.test(trimmed);
}

/** `JWT_SECRET`: the name of an environment variable. */
export const VARIABLE_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

const REFERENCES = [
  /^arn:aws[\w-]*:(?:secretsmanager|ssm|kms):/i,
  /^(?:op|vault|secrets?|sm|gcp-?sm|gsm|aws-?sm|aws-?ssm|ssm|azkv|akv|keyvault|keychain|doppler|infisical|env|file|ref|sops|bws|keeper):\/\/\S/i,
  /^(?:vault|env|ssm|sm|gsm|keychain|doppler|file):[\w$./%#@-]{1,300}$/i,
  /^ref\+[a-z]+:\/\//i,
  /^projects\/[^/\s]{1,100}\/secrets\/\S{1,200}$/i,
  /^https:\/\/[a-z0-9-]{1,60}\.vault\.(?:azure\.net|usgovcloudapi\.net|azure\.cn)(?:\/|$)/i,
  /^@Microsoft\.KeyVault\(/i,
  /^\{\{\s?(?:resolve|ssm|secretsmanager|vault|op):/i,
  /^(?:\.{1,2}|~)\/[\w./@ -]{1,300}$/,
  /^\/[\w.@-]{1,40}(?:\/[\w.@-]{1,60}){1,20}$/,
  VARIABLE_NAME,
];

/** Whether a text says where a secret is kept instead of holding it: a secret manager's address, a file, the name of an environment variable. */
export function isReference(text: string): boolean {
  return text.length <= MAX_LENGTH && REFERENCES.some((pattern) => pattern.test(text.trim())) && !looksRandom(text);
}

const CIPHERTEXTS = [
  /^\d\.[\w+/-]{16,}={0,2}(?:\|[\w+/-]{16,}={0,2}){1,2}$/, // Bitwarden: a type, then iv, data and mac
  /^U2FsdGVkX1[\w+/=]{10,}$/, // base64 of "Salted__": OpenSSL and crypto-js
  /^gAAAAA[\w-]{40,}={0,2}$/, // Fernet
  /^ENC\[|^\$ANSIBLE_VAULT;|^\{cipher\}|^vault:v\d{1,3}:/, // SOPS and eyaml, Ansible, Spring, Vault's transit
];
/** Sample data that names itself: `2.synthetic-encrypted-password`. */
const NAMED_CIPHERTEXT = /^(?:[\w.]+-)*(?:encrypted|ciphertext|wrapped)(?:-[a-z]+){0,3}$/;

/** Whether a text is what is left of a secret after encryption, or a stand-in for it: without the key, it opens nothing. */
export function isCiphertext(text: string): boolean {
  const trimmed = text.trim();
  return CIPHERTEXTS.some((pattern) => pattern.test(trimmed)) || (trimmed.length < 100 && NAMED_CIPHERTEXT.test(trimmed));
}

const IDENTIFIERS = [
  /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i, // UUID
  /^[4-7][\da-f]{23}$/, // MongoDB ObjectId
  /^(?=.*\d)(?=.*[a-f])[\da-f]{7,10}$/, // short git SHA; a full one can't be told from a client secret
  /^sha(?:1|256|384|512)[-:][\w+/=-]+$/i, // integrity hash
  /^6L[\w-]{38}$/, // reCAPTCHA site key
  /^[^\s@:/]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:[a-z]{2,24}|[A-Z][a-z]{1,23}|xn--[\w-]{1,59})$/, // mail address
  /^v?\d{1,5}\.\d{1,5}\.\d{1,5}(?:[-+][\w.+-]*)?$/, // semver
  /^[<>=~^]{1,2}\s?\d+(?:\.\d+)*/,
  /^\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/, // date
  /^(?:application|audio|font|image|message|model|multipart|text|video)\/[\w.+*-]+/i, // MIME type
  /^(?:\.{0,2}|~)\/(?:[\w.@:*[\]()-]{0,60}\/)?(?:[\w.@:*[\]()-]{1,60}\/){0,20}[\w.@:*?=&[\]()-]{0,80}$/, // path or route
  /^[@\w-]{1,60}(?:\/[\w.-]{1,60}){1,10}\.[a-z]\w{0,4}$/i, // path with an extension
  /^[\w.-]{1,60}\/(?:[\w.-]{1,60}\/){0,8}\+(?:\/[\w.+#-]{1,60}){0,8}$/, // topics of MQTT
  /^@[a-z\d-]{1,60}\/[\w.-]{1,60}$/, // package
  /^[\w-]{1,60}\.(?:[cm]?[jt]sx?|json|ya?ml|pem|key|crt|cer|p12|pfx|env|txt|md|html?|css|scss|vue|svelte|png|jpe?g|svg|gif|ico|sql|sh|log|csv|xml|pdf)$/i,
  /^[.#][A-Za-z][\w-]*(?:[ >+~,.:#[][^{}]*)?$/, // CSS selector
  /^[a-z]+\[[\w-]+(?:[~|^$*]?=["']?[\w -]*["']?)?\]$/i,
  /^#[\da-f]{3,8}$/i, // color
  /^(?:rgb|hsl)a?\(/i,
  /^(?:[a-z]{2,30}(?::[\w,.-]{1,30})?\|){1,12}[a-z]{2,30}(?::[\w,.-]{1,30})?$/, // validation rule
  /^[A-Z][A-Z\d]*(?:[_-][A-Z\d]+)+$/, // CONSTANT_CASE
  /^[A-Z][a-z\d]*(?:-[A-Z][A-Za-z\d]*)+$/, // Header-Name
  /^[a-z][\w-]{1,30}:[a-z]+(?:[A-Z][a-z]+)+(?:\.\w{1,30}){0,5}$/, // namespaced key of a translation
  /^<[a-z!/][\s\S]*>$/i, // markup
  /^(?:[A-Z]\w{0,60}\/){0,6}[A-Z]\w{0,60}Controller[.@][a-z]\w{0,60}$/, // what handles a route
];

/** What people call a throw-away secret: such a kebab text is a value, not a name. */
const WEAK_SECRET = /^(?:my|our|super|very|top|ultra|mega|dev|test|default|local|random|strong|secure|not|this|please)(?:[-_. ]|$)/;
const LOWER_NAME = /^(?:x-)?(?:@?[a-z]{2,20}(?:\d[a-z\d]{0,2})?[:./_-]){1,8}[a-z]{1,20}(?:\d[a-z\d]{0,2})?$/;
const URL_TEXT = /^(?:[a-z][a-z\d+.-]{1,20}:)?\/\/[^\s@]{1,400}$/i;
const CLASS_LIST = /^(?:[a-z!-][\w:/.[\]%()#,!&>+*='-]{0,60}\s+){1,60}[a-z!-][\w:/.[\]%()#,!&>+*='-]{0,60}$/;
/** A word: letters of one script with what may stand inside and behind it. */
const PROSE = /^[\p{L}\p{M}\d'’",.!?:;()&%/–—-]{1,40}(?:\s+[\p{L}\p{M}\d'’",.!?:;()&%/{}$–—-]{1,40}){1,100}$/u;

/** A URL that carries nothing but its address: no value in it looks random. */
const isPlainUrl = (text: string): boolean => URL_TEXT.test(text) && !text.split(/[/?&=#]/).some((part) => looksRandom(part));

/**
 * Whether a text is what everybody may read: an id, a name (constant, header, event, column, file), an address, a path, a version, a media type,
 * a class list, a sentence in any language. Weak secrets made of words (`keyboard cat`) are sentences too: ask the sink first.
 */
export function isPublicIdentifier(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return /\s/.test(trimmed.slice(0, 60));
  if (trimmed.length < 2) return false;
  if (isPlainUrl(trimmed)) return true;
  if (looksRandom(trimmed)) return /^6L[\w-]{38}$/.test(trimmed);
  if (IDENTIFIERS.some((pattern) => pattern.test(trimmed))) return true;
  if (LOWER_NAME.test(trimmed)) return !WEAK_SECRET.test(trimmed);
  return PROSE.test(trimmed) || CLASS_LIST.test(trimmed) || /[^\P{L}\p{Script=Latin}]/u.test(trimmed);
}
