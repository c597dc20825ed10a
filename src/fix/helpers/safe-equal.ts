import type { HelperSource, HelperText } from "./helper-source.js";

/**
 * `safeEqual(a, b)`: true for two equal strings, numbers, bigints or byte arrays, in constant time; false for anything missing, for
 * NaN and for different types; never throws. Agrees with `===` whenever one side is a string.
 *
 * Both sides are hashed first, so that unequal lengths neither throw nor shorten the work. UTF-16 keeps lone surrogates apart, which
 * UTF-8 would merge.
 */
export const safeEqual: HelperSource = {
  names: ["safeEqual", "secretsEqual"],
  needs: { module: "crypto", members: ["createHash", "timingSafeEqual"] },
  globals: ["Number", "String", "Uint8Array"],
  summary: "Compares two secrets in constant time: false when one is missing or their types differ, never throws.",
  types: ["@param {unknown} a", "@param {unknown} b", "@returns {boolean}"],
  javascript: text("", ""),
  typescript: text(": unknown", ": boolean"),
  checked: text("", "", "/** @type {unknown} */ "),
};

function text(unknown: string, boolean: string, comment = ""): HelperText {
  return (name, bound, prelude) => `function ${name}(a${unknown}, b${unknown})${boolean} {
${prelude}  const digest = (${comment}value${unknown}) => {
    const hash = ${bound("createHash")}("sha256");
    return (value instanceof Uint8Array ? hash.update(value) : hash.update(String(value), "utf16le")).digest();
  };
  const bytes = a instanceof Uint8Array && b instanceof Uint8Array;
  const text = typeof a === typeof b && ["string", "number", "bigint"].includes(typeof a) && !Number.isNaN(a);
  return (bytes || text) && ${bound("timingSafeEqual")}(digest(a), digest(b));
}`;
}
