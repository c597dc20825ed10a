import type { FileRole } from "../../settings.js";
import { beside, nameOf, type CredentialFacts } from "./credential-names.js";
import { isCodeLike } from "../values/generated-texts.js";
import type { SecretKind } from "../kinds.js";
import { isNamedCredential } from "./named-credential.js";
import { classifyValue, type ValueEvidence } from "../values/values.js";

/** Why a text is a credential. `name` is the one of the chain that says so; never the text. */
export interface Credential {
  basis: "value" | "name";
  kind: SecretKind;
  /** `conditional`: a key that is fine in public code when its owner restricted it. */
  exposure: "secret" | "conditional";
  name?: string;
  value?: ValueEvidence;
}

const KINDS: ReadonlySet<SecretKind> = new Set([
  "apiKey",
  "authorization",
  "connectionString",
  "password",
  "privateKey",
  "secretKey",
  "token",
]);

/**
 * Whether a text is a credential, by its format or by the names that lead to it. Knows no syntax tree: code, JSON and YAML ask alike.
 *
 * @param nameChain owners first, the text's own name last: `["db", "password"]`; empty when there is none
 * @param role of the file: tests, fixtures, mocks and stories hold only live, provider-shaped values, and keys that may be public only where they stand in for a variable; translations and seeds no named ones
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
    if (
      value.exposure === "public" ||
      value.notLive === "specimen" ||
      // `@ApiProperty({ example: "eyJ…" })`
      (value.id === "jwt" && /^examples?$/i.test(nameChain.at(-1) ?? "") && beside(facts).size > 1) ||
      ((value.notLive === "localHost" || value.notLive === "reservedHost") && isGuide(nameChain, text, value))
    )
      return undefined;
    const inTest = role === "test" || role === "fixture" || role === "mock" || role === "story";
    if (
      inTest &&
      (!value.live ||
        (value.exposure !== "secret" && facts.fallback === undefined) ||
        MADE_FOR_TESTS.test(value.id) ||
        isTestDatabase(value, text))
    )
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

/** A text for readers, by its name, of several lines or with "example" before it: an address on their own machine there shows how one is written. */
const isGuide = (nameChain: readonly string[], text: string, { start }: ValueEvidence): boolean =>
  /^(?:placeholder|examples?|help|helper_?text|hint|usage)$/i.test(nameChain.at(-1) ?? "") ||
  text.split("\n", 5).length > 4 ||
  /\b(?:e\.g\.|example|usage)\W/i.test(text.slice(Math.max(0, start - 200), start));

/** Formats that a test makes up as easily as a program: no provider gives them out. */
const MADE_FOR_TESTS = /^(?:basic-authorization|jwt|private-key|dsn-http|url-|[a-z]+-password$)/;

/** A connection string of a test whose password is made of words: none that opens anything. */
const isTestDatabase = ({ kind, start, end }: ValueEvidence, text: string): boolean =>
  kind === "connectionString" && !isCodeLike(text.slice(start, end));

/** Firebase's web config: its key is meant to be shipped. */
const isClientConfig = (facts: CredentialFacts): boolean => beside(facts).has("authDomain") && beside(facts).has("projectId");
