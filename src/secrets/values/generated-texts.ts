import { looksRandom } from "./entropy.js";

// Texts that a generator made, by their look.

/** A part between separators, at least, comes from a generator: `SECRET_TOKEN_f8ed…`. */
export const hasRandomPart = (text: string): boolean =>
  looksRandom(text) || text.split(/[_.:/=\s-]/).some((part) => part.length >= 20 && looksRandom(part));

/** Small and capital letters, digits, and a sign that no name has: `Harbour41!!ferry`. */
const isMixed = (text: string): boolean =>
  /^[\w!@#$%^&*.+=?~-]{10,99}$/.test(text) && [/[a-z]/, /[A-Z]/, /\d/, /[!#$%^&*~]/].every((sort) => sort.test(text));

/** Letters and digits in turns, as nobody writes words: `v9dn0balpqas1pcc281tn5ood1`. */
export function isCodeLike(text: string): boolean {
  if (hasRandomPart(text)) return true;
  if (text.length < 10 || /\s/.test(text) || /test|demo|example|dummy|mock/i.test(text)) return false;
  if (isMixed(text)) return true;
  const turns = text.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
  return turns >= 3;
}
