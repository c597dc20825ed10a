import type { SecretHandlingSettings } from "../../settings.js";
import { nameEvidence, wordsOf, type NameEvidence } from "../names/words.js";

/** What the place around a text says about it. */
export interface CredentialFacts {
  settings?: SecretHandlingSettings;
  /** Gives names and, where known, texts of the properties beside it. Asked for after a name or a format, which most texts have not. */
  siblings?: () => ReadonlyMap<string, string | undefined> | undefined;
  /** Whether the object around it is handed to what signs and checks tokens. Asked for last, as the siblings. */
  signs?: () => boolean;
  /** Whether a comment behind it says that it should be in the environment. Asked for last. */
  admits?: () => boolean;
  /** What the file that exports it is called: `auth.config`. */
  module?: string;
  /** The environment variable without which the program runs with the text. */
  fallback?: string | undefined;
}

const NOTHING: ReadonlyMap<string, string | undefined> = new Map();
export const beside = ({ siblings }: CredentialFacts): ReadonlyMap<string, string | undefined> => siblings?.() ?? NOTHING;

/** Names that hand their meaning to the owner: `jwtSecret: { default: "…" }`. */
const TRANSPARENT = /^(?:default|defaultValue|value|fallback|dev|development|local|prod|production|staging|\d+)$/;

const ACCOUNT = /^(?:user|username|user_?name|nick_?name|login|email|mail|host|hostname|database|db|server|name|account)$/i;
/** Whether the properties beside a text are those of an account or a connection. */
export const isRecord = (facts: CredentialFacts): boolean => [...beside(facts).keys()].some((each) => ACCOUNT.test(each));

/** `{ host: "text", port: "number" }`: what a form asks for. */
const INPUT_TYPE = /^(?:email|hidden|input|int|integer|number|string|tel|text|url)$/i;

/** Whether they are those of a connection to a database, whose password may be "password". */
export const isConnection = (facts: CredentialFacts): boolean =>
  beside(facts).has("host") &&
  ["database", "dialect", "port"].some((each) => beside(facts).has(each)) &&
  !["host", "port", "database", "user", "username"].some((each) => INPUT_TYPE.test(beside(facts).get(each) ?? ""));

/** Whether what stands where an account has its name is dashed words, as classes, icons and ids are. */
export const isOfDashedNames = (facts: CredentialFacts): boolean =>
  [...beside(facts)].some(([name, text]) => WHO.test(name) && /^[a-z\d]+(?:-[a-z\d]+)+$/.test(text ?? ""));
const WHO = /^(?:user|user_?name|login|email|mail|name|account)$/i;

/** `accounts-password 1.0.5`: a package. */
const NAMES_A_VERSION = /\d\.\d{1,5}$/;

export interface Named extends NameEvidence {
  name: string;
  words: readonly string[];
}

/** The evidence of the last name that means something; `key` and `token` take their owner's name to hand. */
export function nameOf(chain: readonly string[], facts: CredentialFacts): Named | undefined {
  const { settings, module = "" } = facts;
  const asked = promptName(chain.at(-1), facts);
  if (asked) return asked;
  const meaningful = [...chain];
  while (meaningful.length > 1 && TRANSPARENT.test(meaningful.at(-1)!)) meaningful.pop();
  const name = meaningful.at(-1);
  const own = nameEvidence(name, settings);
  if (name === undefined || NAMES_A_VERSION.test(name)) return undefined;
  if (!own) return memberOfKeys(name, meaningful.at(-2), settings);
  if (name === "key" && beside(facts).get("iv") !== undefined)
    return { kind: "secretKey", strength: "strong", name, words: ["encryption", "key"] };
  const words = wordsOf(name);
  if (own.strength === "strong")
    return { ...own, name, words: words.length === 1 ? [...wordsOf(meaningful.at(-2) ?? module), ...words] : words };
  if (own.kind === "password" && isRecord(facts)) return { ...own, strength: "strong", name, words };
  const owner = meaningful.at(-2);
  const joined = owner === undefined ? undefined : nameEvidence(`${owner}_${name}`, settings);
  return joined?.strength === "strong" ? { ...joined, name, words: [...wordsOf(owner!), ...words] } : { ...own, name, words };
}

/** Tables whose members are the keys of this and that: only what a generator made counts there. */
const KEY_TABLE = /^(?:api_?keys?|(?:api|access|auth)_?tokens)$/i;
const NO_KEY = /^(?:hash|hashes|id|ids|label|name|path|prefix|pub|public|publishable|ref|salt|site|url|uri|version)$/;

function memberOfKeys(name: string, owner: string | undefined, settings: SecretHandlingSettings | undefined): Named | undefined {
  const table =
    owner !== undefined && KEY_TABLE.test(owner) && !wordsOf(name).some((word) => NO_KEY.test(word))
      ? nameEvidence(owner, settings)
      : undefined;
  return table && { kind: table.kind, strength: "weak", name: owner!, words: wordsOf(owner!) };
}

/** `{ type: "password", name: "dbPassword", default: "…" }` of inquirer, prompts and forms: what is used when nobody types. */
function promptName(last: string | undefined, facts: CredentialFacts): Named | undefined {
  if (
    last === undefined ||
    !/^(?:default|initial)(?:Value)?$/.test(last) ||
    !/^(?:password|secret|invisible)$/.test(beside(facts).get("type") ?? "")
  )
    return undefined;
  const name = beside(facts).get("name");
  const own = nameEvidence(name, facts.settings);
  return own?.strength === "strong"
    ? { ...own, name: name!, words: wordsOf(name!) }
    : { kind: "password", strength: "strong", name: last, words: ["password"] };
}
