import { isHookText } from "./chosen-texts.js";
import type { Named } from "./credential-names.js";
import { wordsOf } from "../names/words.js";

// Texts that say the name that they stand under.

/** At least two properties whose text says their own name, or its end: a list of names or columns, not of values. */
export function isMirror(siblings: ReadonlyMap<string, string | undefined>): boolean {
  let mirrored = 0;
  for (const [name, text] of siblings) {
    if (text === undefined || text.length >= 80 || text.startsWith("${") || !/[_\-.:]|^[a-z]+$/i.test(text)) continue;
    const [said, own] = [wordsOf(text), wordsOf(name)];
    // `{ secret: "supersecret", password: "secretpassword" }`: nothing is named so.
    if (/^(?:super|top|very)[a-z]+$/.test(text)) continue;
    if (says(said, own) || (said.length > 1 && own.slice(-said.length).join(" ") === said.join(" "))) mirrored++;
  }
  return mirrored > 1;
}

/** The words of a name with at most two more: `calendly_api_token` for `apiToken`. */
const says = (words: readonly string[], name: readonly string[]): boolean => containsAll(words, name) && words.length <= name.length + 2;

export const containsAll = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length > 0 && wanted.every((word) => words.includes(word));

/** `PASSWORD: "password"`, `accessToken: "app_access_token"`; not `JWT_SECRET: "jwtsecret"`, which no convention of names writes so. */
export function repeats(named: Named, text: string, checks: boolean): boolean {
  const compact = (each: string): string => each.replace(/[^a-z\d]/gi, "").toLowerCase();
  const own = wordsOf(named.name);
  // `embedSigning: { key: "embedSigning" }`: an entry that knows what it is called.
  if (named.name === "key" && compact(text) === compact(named.words.slice(0, -1).join(""))) return true;
  if (checks && own.length > 1) return /[A-Z_\-.]/.test(text) && compact(text) === compact(named.name);
  if (compact(text) === compact(named.name)) return true;
  const words = wordsOf(text);
  if (own.length === 1) return words.length === 1 && words[0] === own[0];
  return containsAll(words, own) && /^[A-Za-z][A-Za-z:._ -]*$/.test(text) && !isHookText(named, text);
}
