import { findConnectionSecret } from "./connection-strings.js";
import { findCommandPassword, mayGivePassword } from "./commands.js";
import { findBasicAuthorization, findJwt, findPrivateKey, type EncodedSecret } from "./encoded.js";
import type { SecretKind } from "../kinds.js";
import { findProviders, mayHoldProviderKey, type Exposure, type ProviderMatch } from "./providers.js";
import { isSpecimen } from "./specimens.js";
import { findUrlParameter } from "./url-parameters.js";

/** What the text of a literal proves, whatever it is called. */
export interface ValueEvidence {
  readonly kind: SecretKind;
  readonly exposure: Exposure;
  /** Of the format, stable: `stripe-secret-key`, `private-key`, `dsn-postgres`. */
  readonly id: string;
  /** For messages: "Stripe live secret key", "PostgreSQL connection string". */
  readonly provider?: string;
  /** False when nothing real hangs on it; `notLive` says why. */
  readonly live: boolean;
  readonly notLive?: "testMode" | "specimen" | "localHost" | "reservedHost" | "weakPassword";
  /** Where the secret stands in the text: the key, the PEM block, the password of a URL. */
  readonly start: number;
  readonly end: number;
}

/**
 * Longer texts are bundles, fonts and images. Only their first 64 KiB are read: all patterns are linear, and a key that somebody
 * typed in stands in a short literal.
 */
const MAX_LENGTH = 65_536;

const SCHEME_NAMES: Record<string, string> = {
  ado: "database connection string",
  amqp: "AMQP URL",
  amqps: "AMQP URL",
  cloudinary: "Cloudinary URL",
  http: "URL with a password",
  https: "URL with a password",
  jdbc: "JDBC URL",
  mongodb: "MongoDB connection string",
  "mongodb+srv": "MongoDB connection string",
  mssql: "SQL Server connection string",
  mysql: "MySQL connection string",
  mysql2: "MySQL connection string",
  postgres: "PostgreSQL connection string",
  postgresql: "PostgreSQL connection string",
  redis: "Redis URL",
  rediss: "Redis URL",
  smtp: "SMTP URL",
  smtps: "SMTP URL",
};

/** Emulators publish these account keys: the first characters name them. Azurite and the Cosmos DB emulator. */
export const isEmulatorKey = (value: string): boolean => /^(?:Eby8vdM02x|C2y6yDjf5\/R)/.test(value);

function providerEvidence({ provider, value, start, end }: ProviderMatch): ValueEvidence {
  const prefix = provider.hints.filter((hint) => value.startsWith(hint)).sort((a, b) => b.length - a.length)[0] ?? "";
  const specimen = isEmulatorKey(value) || isSpecimen(value.slice(prefix.length));
  const notLive = specimen ? "specimen" : provider.testMode ? "testMode" : undefined;
  const { kind, exposure, id, name } = provider;
  return { kind, exposure, id, provider: name, live: !notLive, ...(notLive && { notLive }), start, end };
}

function encodedEvidence(kind: SecretKind, found: EncodedSecret | undefined): ValueEvidence | undefined {
  if (!found) return undefined;
  const { id, name, exposure, notLive, start, end } = found;
  return { kind, id, provider: name, exposure, live: !notLive, ...(notLive && { notLive }), start, end };
}

function connectionEvidence(text: string): ValueEvidence | undefined {
  const found = findConnectionSecret(text);
  if (!found) return undefined;
  const { scheme, harmless, start, end } = found;
  const provider = SCHEME_NAMES[scheme] ?? `${scheme} URL with a password`;
  const kind = "connectionString";
  return { kind, exposure: "secret", id: `dsn-${scheme}`, provider, live: !harmless, ...(harmless && { notLive: harmless }), start, end };
}

const EXPOSURES: readonly Exposure[] = ["secret", "conditional", "public"];

/** Live before not live, secret before conditional before public. */
const rank = (evidence: ValueEvidence): number =>
  EXPOSURES.indexOf(evidence.exposure) + (evidence.live ? 0 : 3) * (evidence.exposure === "public" ? 0 : 1);

/**
 * Cheap test for a literal or a whole file: `false` proves that `classifyValue` finds nothing in the text or in a part of it.
 */
export const mayHoldCredential = (text: string): boolean =>
  // Characters that have to be there are cheaper to look for than what stands around them.
  text.includes("PRIVATE KEY") ||
  (text.includes("=") &&
    /pass(?:word)?\s{0,3}=|pwd\s{0,3}=|[?&][\w.-]{0,40}(?:key|token|secret|app_?id|passw(?:or)?d|auth)=/i.test(text)) ||
  (text.includes("://") && /:\/\/[^\s"'`]{0,512}@/.test(text)) ||
  (text.includes(".ey") && /ey[\w-]{14}/.test(text)) ||
  ((text.includes("asic") || text.includes("ASIC")) && /basic\s/i.test(text)) ||
  mayGivePassword(text) ||
  mayHoldProviderKey(text);

/**
 * What the text of a literal is, by its text alone: a provider's key (also inside a header, URL or longer template), a private key block,
 * a URL or connection string with a password, a Basic header, a JSON Web Token, a key in the query of a URL. Of several, the most dangerous one.
 * Undefined when the text proves nothing: placeholders, references, plain words, random text without a known format.
 */
export function classifyValue(text: string): ValueEvidence | undefined {
  if (text.length < 10 || !mayHoldCredential(text)) return undefined;
  const sample = text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH) : text;
  const found = [
    encodedEvidence("privateKey", findPrivateKey(sample)),
    ...findProviders(sample).map(providerEvidence),
    encodedEvidence("token", findJwt(sample)),
    connectionEvidence(sample),
    encodedEvidence("authorization", findBasicAuthorization(sample)),
    encodedEvidence("password", mayGivePassword(sample) ? findCommandPassword(sample) : undefined),
  ].filter((each) => each !== undefined);
  if (found.length > 0) return found.sort((a, b) => rank(a) - rank(b))[0];
  const parameter = findUrlParameter(sample);
  return encodedEvidence(parameter?.kind ?? "apiKey", parameter);
}
