/** Owners that say nothing about whose value it is. */
const GENERIC_OWNERS = new Set([
  "CFG",
  "CONF",
  "CONFIG",
  "CONFIGS",
  "CONFIGURATION",
  "CONSTANTS",
  "DEFAULT",
  "DEFAULTS",
  "ENV",
  "ENVIRONMENT",
  "EXPORTS",
  "GLOBAL",
  "HEADERS",
  "INIT",
  "MODULE",
  "OBJ",
  "OBJECT",
  "OPTIONS",
  "OPTS",
  "PARAMS",
  "PROPS",
  "SELF",
  "SETTINGS",
  "STATE",
  "THIS",
  "WINDOW",
]);

/** Product names whose capitals are no word boundaries. */
const COMPOUNDS = [
  "BitBucket",
  "CloudFlare",
  "DataDog",
  "DigitalOcean",
  "DocuSign",
  "DynamoDB",
  "GitHub",
  "GitLab",
  "GraphQL",
  "HubSpot",
  "LinkedIn",
  "MailChimp",
  "MailGun",
  "MariaDB",
  "MongoDB",
  "MySQL",
  "NoSQL",
  "OAuth",
  "OneSignal",
  "OpenAI",
  "OpenID",
  "PagerDuty",
  "PayPal",
  "PostgreSQL",
  "RabbitMQ",
  "SendGrid",
  "WhatsApp",
  "YouTube",
];

/** Variables that shells, Node, Windows or process managers set or read: a secret must not be read from them. */
const TAKEN = new Set([
  "APPDATA",
  "CI",
  "COMPUTERNAME",
  "COMSPEC",
  "DEBUG",
  "DISPLAY",
  "EDITOR",
  "HOME",
  "HOST",
  "HOSTNAME",
  "IFS",
  "LANG",
  "LOGNAME",
  "MAIL",
  "NODE_ENV",
  "NODE_OPTIONS",
  "NODE_PATH",
  "OLDPWD",
  "OS",
  "PATH",
  "PORT",
  "PS1",
  "PWD",
  "SHELL",
  "TEMP",
  "TERM",
  "TMP",
  "TMPDIR",
  "TZ",
  "USER",
  "USERDOMAIN",
  "USERNAME",
  "USERPROFILE",
]);

/** Too little to say alone. */
const VAGUE = new Set(["AUTH", "CODE", "DATA", "HASH", "ID", "KEY", "PASS", "PIN", "SALT", "VALUE"]);

/** Bundlers copy variables with these prefixes into client code. */
const CLIENT_PREFIX = /^(?:EXPO_PUBLIC|GATSBY|NEXT_PUBLIC|NUXT_PUBLIC|PUBLIC|REACT_APP|VITE|VUE_APP)_(?=.)/;

/**
 * The environment variable for a value, from the names that lead to it: `["config", "db", "password"]` gives `DB_PASSWORD`.
 *
 * @param names owners first, the value's own name last; never the value
 * @returns SCREAMING_SNAKE, without generic owners, without client prefixes; `APP_` in front where it would be vague or taken
 */
export function envName(names: readonly string[]): string {
  const parts = names.map(screamingSnake).filter((part) => part !== "");
  const last = parts.at(-1) ?? "SECRET";
  // `"X-Api-Key"` of headers
  const own = parts.includes("HEADERS") ? last.replace(/^X_(?=.)/, "") : last;
  const owners = parts.slice(0, -1).filter((part) => !GENERIC_OWNERS.has(part));
  const name = [...owners, own].reduce((joined, part) => (joined === "" ? part : join(joined, part)), "").replace(CLIENT_PREFIX, "");
  return TAKEN.has(name) || VAGUE.has(name) || /^\d/.test(name) ? `APP_${name}` : name;
}

/** `DB` and `DB_PASSWORD` make `DB_PASSWORD`, not `DB_DB_PASSWORD`. */
function join(left: string, right: string): string {
  const words = left.split("_");
  const next = right.split("_");
  for (let shared = Math.min(words.length, next.length - 1); shared > 0; shared--) {
    if (words.slice(-shared).join() === next.slice(0, shared).join()) return [...words, ...next.slice(shared)].join("_");
  }
  return `${left}_${right}`;
}

const compound = new RegExp(
  `(?:${COMPOUNDS.map((name) => `[${name[0]!.toLowerCase()}${name[0]}]${name.slice(1)}`).join("|")})(?![a-z])`,
  "g",
);

/** Words in capitals with `_` between: `OAuth2ClientSecret` gives `OAUTH2_CLIENT_SECRET`, `apiKeyV2` gives `API_KEY_V2`. */
function screamingSnake(name: string): string {
  return name
    .slice(0, 120)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(compound, (word) => word[0]! + word.slice(1).toLowerCase())
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z\d]+/g, "_")
    .replace(/^_|_$/g, "")
    .toUpperCase();
}
