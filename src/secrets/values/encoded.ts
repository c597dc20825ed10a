import { isPlaceholder } from "./placeholders.js";
import { isSpecimen } from "./specimens.js";
import { isGenericPassword, isWeakPassword } from "./weak-passwords.js";

/** Credentials whose text must be decoded before it says what it is: PEM, JSON Web Tokens, Basic authorization. */
export interface EncodedSecret {
  readonly id: string;
  readonly name: string;
  readonly exposure: "secret" | "public";
  readonly notLive?: "specimen" | "weakPassword";
  readonly start: number;
  readonly end: number;
}

const PEM = /-----BEGIN ((?:[A-Z\d]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?)-----/g;
const PEM_NAMES: Record<string, string> = {
  "RSA PRIVATE KEY": "RSA private key",
  "DSA PRIVATE KEY": "DSA private key",
  "EC PRIVATE KEY": "EC private key",
  "OPENSSH PRIVATE KEY": "OpenSSH private key",
  "ENCRYPTED PRIVATE KEY": "encrypted private key",
  "PGP PRIVATE KEY BLOCK": "PGP private key",
};
/** An Ed25519 key, the shortest in use, has 64 base64 characters in PKCS #8 (RFC 8410). */
const MIN_PEM_BODY = 48;
const MAX_PEM = 16_384;

/** The first private key block with a body; a lone header, a public key or a certificate is none. */
export function findPrivateKey(text: string): EncodedSecret | undefined {
  if (!text.includes("PRIVATE KEY")) return undefined;
  for (const match of text.matchAll(PEM)) {
    const from = match.index + match[0].length;
    const rest = text.slice(from, from + MAX_PEM);
    const close = rest.indexOf("-----");
    // Base64 holds no dashes, so the body ends here. Line ends may be escaped twice (JSON inside a string); PGP and old RSA blocks have headers.
    const body = (close < 0 ? rest : rest.slice(0, close)).replace(/\\[nr]|\s/g, "");
    if (/\.\.\.|…/.test(body)) continue;
    const base64 = /[A-Za-z\d+/]{48,}={0,2}/.exec(body)?.[0];
    if (base64 === undefined || base64.length < MIN_PEM_BODY) continue;
    const label = match[1] ?? "";
    const closing = close < 0 ? undefined : /^-----END [A-Z\d ]{1,60}-----/.exec(rest.slice(close))?.[0];
    const end = close < 0 ? from + rest.length : from + close + (closing?.length ?? 0);
    const google = /"type"\s*:\s*"service_account"/.test(text);
    return {
      id: google ? "gcp-service-account" : "private-key",
      name: google ? "Google Cloud service account key" : (PEM_NAMES[label] ?? "private key"),
      exposure: "secret",
      ...((new Set(base64).size < 12 || /example|placeholder|your/i.test(base64)) && { notLive: "specimen" as const }),
      start: match.index,
      end,
    };
  }
  return undefined;
}

/** jwt.io's default payload, RFC 7519's examples. */
const EXAMPLE_CLAIMS = /"1234567890"|John Doe|Jane Doe|example\.(?:com|org)|"joe"|"foo":"bar"/;

const JWT = /(?<![\w-])(ey[A-Za-z\d_-]{14,2000})\.(ey[A-Za-z\d_-]{8,6000})\.([A-Za-z\d_-]{20,1400})(?![\w-])/;

function decodeObject(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The first signed JSON Web Token (RFC 7519). Unsigned tokens (`alg: none`) and look-alikes are none. */
export function findJwt(text: string): EncodedSecret | undefined {
  // Also the second part begins with `{"` in base64.
  if (!text.includes(".ey")) return undefined;
  const match = JWT.exec(text);
  const [, head = "", body = "", signature = ""] = match ?? [];
  const header = match && decodeObject(head);
  const payload = header && decodeObject(body);
  if (!match || !header || !payload || typeof header["alg"] !== "string" || header["alg"].toLowerCase() === "none") return undefined;
  const { role, iss } = payload;
  const supabase = typeof role === "string" && (iss === "supabase" || iss === "supabase-demo" || typeof payload["ref"] === "string");
  const publicRole = supabase && role === "anon";
  return {
    id: supabase ? (publicRole ? "supabase-anon-key" : "supabase-service-key") : "jwt",
    name: supabase
      ? publicRole
        ? "Supabase anon key"
        : `Supabase ${role === "service_role" ? "service role " : ""}key`
      : "JSON Web Token",
    exposure: publicRole ? "public" : "secret",
    ...((iss === "supabase-demo" || EXAMPLE_CLAIMS.test(JSON.stringify(payload)) || isSpecimen(signature)) && {
      notLive: "specimen" as const,
    }),
    start: match.index,
    end: match.index + match[0].length,
  };
}

const BASIC = /(?<![\w-])basic\s{1,3}([A-Z\d+/]{6,600}={0,2})(?![\w+/=])/i;
/** The first `Basic <base64 of user:password>` (RFC 7617) whose text decodes to a pair that is not the one of a manual. */
export function findBasicAuthorization(text: string): EncodedSecret | undefined {
  const match = BASIC.exec(text);
  const encoded = match?.[1];
  if (!match || encoded === undefined || encoded.replace(/={1,2}$/, "").length % 4 === 1) return undefined;
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  if (!/^[\x20-\x7e\p{L}]+$/u.test(pair) || colon < 0 || pair.length < 6) return undefined;
  const user = pair.slice(0, colon);
  const password = pair.slice(colon + 1);
  if (isPlaceholder(password === "" ? user : password) || isGenericPassword(password) || /^aladdin:/i.test(pair)) return undefined;
  const start = match.index + match[0].length - encoded.length;
  const weak = password !== "" && isWeakPassword(password) && { notLive: "weakPassword" as const };
  return { id: "basic-authorization", name: "Basic authorization", exposure: "secret", ...weak, start, end: start + encoded.length };
}
