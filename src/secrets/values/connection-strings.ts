import { isPlaceholder, isReference } from "./placeholders.js";
import { isGenericPassword, isWeakPassword } from "./weak-passwords.js";

/** A URL's userinfo or a connection string with a password that somebody could use. */
export interface ConnectionSecret {
  /** `postgres`, `mongodb+srv`, `https`, `jdbc`, `ado` ... */
  readonly scheme: string;
  /** Where the password stands in the text. */
  readonly start: number;
  readonly end: number;
  /** Why it opens nothing outside one machine, or is no more than a word. */
  readonly harmless?: "localHost" | "reservedHost" | "weakPassword";
}

const MAX_SCHEME = 24;
const MAX_AUTHORITY = 512;

const LOCAL_HOST =
  /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|[^.:]+|.*\.(?:local|localhost|test|internal))$/i;

/** Below the names that are reserved for documentation (RFC 2606). Who hides the host of a program writes one, too: `db-1.shop.example`. Manuals have `db.example.com`. */
const RESERVED_HOST = /[^.]\.example$|\.[^.]{1,63}\.example\.(?:com|org|net|edu)$/i;
/** Users of manuals: `user:…@db.example.com`. */
const ANYBODY = /^(?:admin|alice|bob|jane|joe|john|me|my_?user|name|root|some_?user|test|user(?:name)?)?$/i;

/** Reserved as well (RFC 2606, RFC 5737), and words that say "put the host here". */
const DOCUMENTATION_HOST =
  /^(?:[^.]{1,63}\.)?example\.(?:com|org|net|edu)$|^example$|(?:^|\.)(?:invalid|(?:foo|bar|my-?site|site|your-?\w+|my-?(?:host|server|domain|db)|host(?:name)?|server|domain)(?:\.\w+)?|test\.com|domain\.(?:com|tld)|company\.com)$|^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.|^cluster\d?\.mongodb\.net$|(?:^|[.-])(?:x{3,}|abcde?f?|abc123)\.|\.x{2,}$|[<>{}$%*]|^\.{3}|^$/i;

/** Services where every host name belongs to one customer: a weak password there is one in use. */
const CUSTOMER_HOST =
  /\.(?:mongodb\.net|mlab\.com|mongolab\.com|rds\.amazonaws\.com|redislabs\.com|redis-cloud\.com|upstash\.io|supabase\.(?:co|com)|neon\.tech|railway\.(?:app|internal)|rlwy\.net|render\.com|elephantsql\.com|planetscale\.com|psdb\.cloud|aivencloud\.com|cloudamqp\.com|database\.windows\.net|azure\.com|ondigitalocean\.com|cockroachlabs\.cloud|clever-cloud\.com|redistogo\.com|compose\.io)$/i;

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Judges a password beside its user and host: undefined when it only shows where a password goes. */
function judge(scheme: string, user: string, password: string, host: string): Pick<ConnectionSecret, "harmless"> | undefined {
  const bare = /^(?:\[[^\]]*\]|[^:,]*)/.exec(host)![0];
  if (
    isPlaceholder(password) ||
    isReference(password) ||
    (user !== "" && user !== "default" && isPlaceholder(user.replace(/^\$(?=[a-z])/, ""))) ||
    DOCUMENTATION_HOST.test(bare)
  )
    return undefined;
  if (RESERVED_HOST.test(bare))
    return !DATABASE.test(scheme) ||
      ANYBODY.test(user) ||
      isGenericPassword(password) ||
      isWeakPassword(password) ||
      !/[^a-z]/.test(password)
      ? undefined
      : { harmless: "reservedHost" };
  const local = LOCAL_HOST.test(bare);
  if (isGenericPassword(password)) {
    // `postgres:password@localhost` explains; `shop:password@localhost` configures.
    if (user === "" || isGenericPassword(user) || (local && isWeakPassword(user))) return undefined;
    return { harmless: local ? "localHost" : "weakPassword" };
  }
  if (local) return { harmless: "localHost" };
  return isWeakPassword(password) && !CUSTOMER_HOST.test(bare) ? { harmless: "weakPassword" } : {};
}

const SCHEME_END = /[a-z][a-z\d+.-]{0,23}$/i;
/** Schemes whose authority is often written by hand, with characters that a URL would have to escape. */
const DATABASE =
  /^(?:postgres(?:ql)?|mysql2?|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver|cockroachdb|clickhouse|neo4j(?:\+s)?|bolt|nats|ldaps?|smtps?|sftp|ftp|couchdb|cassandra|oracle|db2|cloudinary)$/i;

/** Passwords in `scheme://user:password@host`. */
function* urlSecrets(text: string): Generator<ConnectionSecret> {
  for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
    const scheme = SCHEME_END.exec(text.slice(Math.max(0, at - MAX_SCHEME), at))?.[0].toLowerCase();
    if (scheme === undefined) continue;
    const from = at + 3;
    const rest = text.slice(from, from + MAX_AUTHORITY);
    const authority = (DATABASE.test(scheme) ? /^[^\s"'`\\]*/ : /^[^\s"'`\\/?#]*/).exec(rest)?.[0] ?? "";
    // In a database URL the host is what follows the last `@` before the options, whatever the password holds.
    const [beforeOptions = ""] = authority.split("?");
    const head = beforeOptions.includes("@") ? beforeOptions : authority;
    const userinfo = head.includes("@") ? head.slice(0, head.lastIndexOf("@")) : undefined;
    const colon = userinfo?.indexOf(":") ?? -1;
    if (userinfo === undefined || colon < 0 || colon === userinfo.length - 1) continue;
    const host = /^[^/?#]*/.exec(authority.slice(userinfo.length + 1))?.[0] ?? "";
    // `mongodb://[username:password@]host`: brackets around what may be left out.
    if (userinfo.startsWith("[") && host.startsWith("]")) continue;
    const verdict = judge(scheme, decode(userinfo.slice(0, colon)), decode(userinfo.slice(colon + 1)), host);
    if (verdict) yield { scheme, start: from + colon + 1, end: from + userinfo.length, ...verdict };
  }
}

const KEY_VALUE_CONTEXT =
  /(?:^|[;\s"'])(?:server|data source|host|address|addr|network address|initial catalog|database|user ?id|uid|user)\s{0,3}=/i;
/** Quotes let a value hold what would end it. */
const KEY_VALUE_PASSWORD =
  /(?:^|[;\s"'])(?:password|pwd)\s{0,3}=\s{0,3}(?:"([^"]{1,200})"\s{0,3}(?=;|$)|'([^']{1,200})'\s{0,3}(?=;|$)|([^;"'\s]{1,200}))/i;
const JDBC_PASSWORD = /[?&;](?:password|pwd)=([^&;"'\s]{1,200})/i;

/** Passwords in `Server=...;User Id=...;Password=...;` (ADO.NET, ODBC) and `jdbc:...?user=...&password=...`. */
function keyValueSecret(text: string): ConnectionSecret | undefined {
  const jdbc = /\bjdbc:[a-z]/i.test(text);
  const match = jdbc ? JDBC_PASSWORD.exec(text) : text.includes(";") && KEY_VALUE_CONTEXT.test(text) ? KEY_VALUE_PASSWORD.exec(text) : null;
  const password = match?.slice(1).find((each) => each !== undefined);
  if (!match || password === undefined) return undefined;
  const host =
    /(?:server|data source|host|address|addr)\s{0,3}=\s{0,3}(?:tcp:)?([^;,\s]{1,200})/i.exec(text)?.[1] ??
    /:\/\/([^/:;?\s]{1,200})/.exec(text)?.[1] ??
    "db";
  const user = /(?:user ?id|uid|user(?:name)?)\s{0,3}=\s{0,3}([^;&"'\s]{1,100})/i.exec(text)?.[1] ?? "";
  const verdict = judge("mssql", user, password, host === "." || host.startsWith("(local") || host.startsWith(".\\") ? "localhost" : host);
  const start = match.index + match[0].lastIndexOf(password);
  return verdict ? { scheme: jdbc ? "jdbc" : "ado", start, end: start + password.length, ...verdict } : undefined;
}

/** The most dangerous password of a connection string or URL in `text`; undefined when there is none or only placeholders. */
export function findConnectionSecret(text: string): ConnectionSecret | undefined {
  let found: ConnectionSecret | undefined;
  if (text.includes("@")) {
    for (const secret of urlSecrets(text)) {
      if (!secret.harmless) return secret;
      found ??= secret;
    }
  }
  const named = text.includes("=") && /pass|pwd/i.test(text) ? keyValueSecret(text) : undefined;
  return named && !named.harmless ? named : (found ?? named);
}
