import { mayHoldCredential } from "./secrets/values/values.js";
import type { SecretHandlingSettings } from "./settings.js";
import { wordScan } from "./word-scan.js";

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Passwords by other names and in other languages, as `secrets/names/spellings.ts` knows them. */
const OTHER_NAMES =
  "adgangskode clave haslo heslo jelszo kodeord losenord lozinka mat_khau matkhau mdp mot_de_passe motdepasse mpin parol psw pword salasana sandi sifre wachtwoord";

// Parts of words, in either case; `|` is the edge of a word. A rule may wake up for nothing, but must not sleep through a finding.
const WORDS = {
  /** Names of secrets. */
  secret: list(
    `${OTHER_NAMES} auth bearer cipher contrase cookie cred dsn hmac jwt kennwort key macaroon mnemonic otp pass pasword passowrd phrase pw| pwd sceret scret screct secert secret secrect senha sercet sess sign tocken token psk whsec`,
  ),
  /** What else may prove who somebody is when it is compared. */
  proof: list("captcha code codigo digest hash kod pin yanzhengma yzm"),
  /** What holds secrets among other things when it is logged. */
  holder: list("body cfg code conf conn digest env hash header login pin| settings sid sig uri url |req|"),
  logger: list("|actions|core appendline bunyan console consola debug log pino roarr signale stderr stdout winston"),
  /** Libraries that take credentials under names of their own. */
  client: list("argon2 bcrypt crypto|js cryptojs cryptr grammy ldap resend sequelize slack stripe telegra twilio"),
  fastHash: list("createhash createhmac crypto digest hash|wasm |hash| hasha hasher md2 md4 md5 noble|hashes sha1 sha2 sha3 sha5 sha|"),
  passwordHash: list("argon2 bcrypt hash|wasm pbkdf2 scrypt"),
  password: list(`${OTHER_NAMES} contrase hashpin kennwort pass pasword passowrd pinhash plaintext pin|hash pswd pw| pwd senha`),
  random: list("chance cuid date|now gettime non|secure random |sample shortid |shuffle uniqid uuid|v1 |v1| valueof voucher|code"),
  query: list("ajax curl needle params query |qs| request|"),
} as const;

type Words = keyof typeof WORDS;

/** `parameter`: `?name=` of a URL, parts of a query that are joined. `format`: a text in the format of a credential. */
export type Topic = Words | "parameter" | "format";

/** A rule wakes up in a file that mentions, for each of these lists, one topic of the list. */
export type Trigger = readonly (readonly Topic[])[];

const BITS = Object.fromEntries(Object.keys(WORDS).map((name, index) => [name, 1 << index])) as Record<Words, number>;
const scan = wordScan(Object.values(WORDS));
/** Between the halves of a key that is split: `"sk_live_" + "4eC…"`. */
const SUM = /["'`]\s{0,99}\+\s{0,99}["'`]/g;
const PARAMETER = /[?&](?:[\w.[\]-]{1,100}=|["'`] ?: ?["'`][?&]["'`])|\.join\(["'`]&/;

// Rules ask file by file, so the last answer is kept.
let last = { text: "", mentioned: 0 };

/** Whether the text of a file, or what the settings add to it, wakes a rule up. The text is read once for all rules. */
export function wakes(trigger: Trigger, text: string, settings: SecretHandlingSettings): boolean {
  const isMentioned = (topic: Topic): boolean => {
    if (topic === "format") return mayHoldCredential(text.replaceAll(SUM, ""));
    if (topic === "parameter") return PARAMETER.test(text);
    return (
      mentions(text, topic) ||
      (SETTABLE.has(topic) && IN_OTHER_SCRIPTS.some((word) => text.includes(word))) ||
      (SETTABLE.has(topic) && settings.secretNames !== undefined) ||
      (topic === "logger" && settings.loggers !== undefined)
    );
  };
  return trigger.every((topics) => topics.some(isMentioned));
}

/** Passwords, as comments call them where names are neutral. */
const IN_OTHER_SCRIPTS = ["密码", "密碼", "パスワード", "비밀번호", "пароль"];
/** What `settings.secretNames` adds names to. */
const SETTABLE: ReadonlySet<Topic> = new Set<Topic>(["secret", "password"]);

/** Whether a word of the list stands anywhere in the text of a file. */
function mentions(text: string, topic: Words): boolean {
  if (last.text !== text) last = { text, mentioned: scan(text) };
  return (last.mentioned & BITS[topic]) !== 0;
}
