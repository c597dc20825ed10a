import { isPlaceholder } from "./placeholders.js";
import { classifyValue } from "./values.js";
import { looksRandom } from "./entropy.js";

const PLAIN_NAME = /^[\p{ID_Start}$_#][\p{ID_Continue}$.\-]{0,59}$/u;

/**
 * A name as a message may show it, in backticks: identifiers and property names of up to 60 characters that do not look like a secret
 * themselves. Everything else is called `fallback`. A message must never hold one character of a secret.
 */
export function shownName(name: string | undefined, fallback = "this value"): string {
  if (name === undefined || !PLAIN_NAME.test(name)) return fallback;
  if (classifyValue(name) !== undefined || (looksRandom(name) && !isPlaceholder(name))) return fallback;
  return `\`${name}\``;
}
