import type { HelperSource, HelperText } from "./helper-source.js";

/**
 * scrypt with the parameters of the OWASP Password Storage Cheat Sheet: N=2^17, r=8, p=1. Node refuses more than 32 MiB unless told,
 * and these need 128*r*(N+p+2) = 134220800 bytes: hence `maxmem` of 256 MiB, which also bounds what a stored string can ask for.
 */
const MAXMEM = "256 * 1024 * 1024";

/** `scrypt$N$r$p$salt$key`. Node reads 0 as its default, hence no zeros. At most 10^7 rounds of memory `maxmem` and 4 lanes; salt of 16 or more bytes, key of 32: an empty key would equal everything. */
const STORED = String.raw`/^scrypt\$([1-9]\d{0,6})\$([1-9]\d?)\$([1-4])\$([\w-]{22,86})\$([\w-]{43})$/`;

/** What the stored strings of `hashPassword` begin with. */
const CURRENT_PREFIX = "scrypt$131072$8$1$";

export interface PasswordHelpers {
  /** `hashPassword(password)`: a self-describing string. Throws (rejects) when the password is no string. */
  readonly hash: HelperSource;
  /**
   * `verifyPassword(password, stored, legacy?)`: whether the password is the stored one, in constant time; never throws. A string that
   * `hashPassword` did not make is compared with `legacy(password)`, the old digest.
   */
  readonly verify: HelperSource;
}

/** True for stored strings that should be made anew at the next login. */
export const needsRehash: HelperSource = {
  names: ["needsRehash", "passwordNeedsRehash"],
  globals: ["String"],
  summary: "True when a stored password hash should be replaced by a new one at the next login.",
  types: ["@param {unknown} stored", "@returns {boolean}"],
  javascript: needsRehashText("", ""),
  typescript: needsRehashText(": unknown", ": boolean"),
};

/** For functions that can await: scrypt takes about half a second of a worker thread. */
export const asyncPassword: PasswordHelpers = {
  hash: hashSource(true),
  verify: verifySource(true),
};

/** For synchronous code: blocks the event loop for about half a second. */
export const syncPassword: PasswordHelpers = {
  hash: hashSource(false),
  verify: verifySource(false),
};

function hashSource(async: boolean): HelperSource {
  return {
    names: ["hashPassword", "scryptPassword", "hashPasswordWithScrypt"],
    needs: { module: "crypto", members: ["randomBytes", async ? "scrypt" : "scryptSync"] },
    globals: async ? ["Promise"] : [],
    summary: "Hashes a password with scrypt as `scrypt$N$r$p$salt$key`.",
    types: ["@param {string} password", async ? "@returns {Promise<string>}" : "@returns {string}"],
    javascript: hashText(async, false),
    typescript: hashText(async, true),
  };
}

function verifySource(async: boolean): HelperSource {
  return {
    names: ["verifyPassword", "verifyScryptPassword"],
    needs: { module: "crypto", members: [async ? "scrypt" : "scryptSync", "timingSafeEqual"] },
    globals: async ? ["Buffer", "Number", "Promise"] : ["Buffer", "Number"],
    summary: "Checks a password against its `scrypt$…` hash, or against an older digest that `legacy` makes; never throws.",
    types: [
      "@param {string} password",
      "@param {unknown} stored",
      "@param {(password: string) => string} [legacy]",
      async ? "@returns {Promise<boolean>}" : "@returns {boolean}",
    ],
    javascript: verifyText(async, false),
    typescript: verifyText(async, true),
  };
}

function derive(async: boolean, typed: boolean, scrypt: string, salt: string, indent = ""): string {
  if (!async) return `${scrypt}(password.normalize("NFKC"), ${salt}, 32, options)`;
  return `await new Promise${typed ? "<Buffer>" : ""}((resolve, reject) => {
${indent}    ${scrypt}(password.normalize("NFKC"), ${salt}, 32, options, (error${typed ? ": Error | null" : ""}, out${typed ? ": Buffer" : ""}) => (error ? reject(error) : resolve(out)));
${indent}  })`;
}

function hashText(async: boolean, typed: boolean): HelperText {
  const result = async ? ": Promise<string>" : ": string";
  return (name, bound, prelude) => `${async ? "async " : ""}function ${name}(password${typed ? ": string" : ""})${typed ? result : ""} {
${prelude}  const salt = ${bound("randomBytes")}(16);
  const options = { N: 2 ** 17, r: 8, p: 1, maxmem: ${MAXMEM} };
  const key = ${derive(async, typed, bound(async ? "scrypt" : "scryptSync"), "salt")};
  return ["scrypt", options.N, options.r, options.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}`;
}

function verifyText(async: boolean, typed: boolean): HelperText {
  const parameters = typed ? "password: string, stored: unknown, legacy?: (password: string) => string" : "password, stored, legacy";
  const result = async ? ": Promise<boolean>" : ": boolean";
  return (name, bound, prelude) => `${async ? "async " : ""}function ${name}(${parameters})${typed ? result : ""} {
${prelude}  if (typeof password !== "string" || typeof stored !== "string") return false;
  const [, N, r, p, salt, key] = ${STORED}.exec(stored) ?? [];
  if (!salt || !key) {
    const digest = legacy?.(password);
    if (typeof digest !== "string" || digest.length !== stored.length) return false;
    return ${bound("timingSafeEqual")}(Buffer.from(digest, "utf16le"), Buffer.from(stored, "utf16le"));
  }
  try {
    const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: ${MAXMEM} };
    const bytes = Buffer.from(salt, "base64url");
    const derived = ${derive(async, typed, bound(async ? "scrypt" : "scryptSync"), "bytes", "  ")};
    return ${bound("timingSafeEqual")}(derived, Buffer.from(key, "base64url"));
  } catch {
    return false;
  }
}`;
}

function needsRehashText(unknown: string, boolean: string): HelperText {
  return (name, _bound, prelude) => `function ${name}(stored${unknown})${boolean} {
${prelude}  return !String(stored).startsWith("${CURRENT_PREFIX}");
}`;
}
