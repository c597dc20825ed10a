import type { Span } from "./literal-text.js";
import type { Replacement } from "./replacements.js";

const DELIMITERS = new Set(["'", '"', "`", "/"]);
const URL_LIKE = /^(?:[a-z][a-z0-9+.-]*:)?\/\/|^[/?&]/i;

/**
 * Widens replacements so that a literal is replaced as a whole or not at all.
 *
 * A comparison by words keeps what both texts share, be it by chance: where `"K-17-API_KEY"` becomes
 * `requireEnvironment("API_KEY")`, keeping the last word would tell how the secret ends. A URL is repaired in its middle, and a
 * template's fixed parts stand between its holes: there only the changes are joined.
 */
export function wholeLiterals(source: string, literals: readonly Span[], replacements: readonly Replacement[]): Replacement[] {
  const widened = literals.reduce((current, [start, end]) => {
    const opening = source[start - 1] ?? "";
    const isWhole = DELIMITERS.has(opening) && source[end] === opening && !URL_LIKE.test(source.slice(start, end));
    const from = DELIMITERS.has(opening) ? start - 1 : start;
    const to = source[end] === opening ? end + 1 : end;
    const inside = current.filter((replacement) => changes(replacement, from, to));
    const first = inside[0];
    const last = inside.at(-1);
    if (first === undefined || last === undefined || (inside.length === 1 && !isWhole)) return current;
    const offset = isWhole ? Math.min(first.offset, from) : first.offset;
    const stop = Math.max(last.offset + last.length, isWhole ? to : 0);
    const joined = { offset, length: stop - offset, text: textBetween(source, offset, stop, inside) };
    return [...current.filter((replacement) => !inside.includes(replacement)), joined].sort((a, b) => a.offset - b.offset);
  }, replacements.slice());
  return widened.reduce<Replacement[]>(appendJoined, []);
}

/** One replacement instead of two that touch. */
function appendJoined(done: Replacement[], next: Replacement): Replacement[] {
  const last = done.at(-1);
  if (last === undefined || last.offset + last.length !== next.offset) return [...done, next];
  return [...done.slice(0, -1), { offset: last.offset, length: last.length + next.length, text: last.text + next.text }];
}

function changes({ offset, length }: Replacement, from: number, to: number): boolean {
  return offset < to && offset + length > from;
}

function textBetween(source: string, from: number, to: number, replacements: readonly Replacement[]): string {
  let kept = from;
  let text = "";
  for (const replacement of replacements) {
    text += source.slice(kept, replacement.offset) + replacement.text;
    kept = replacement.offset + replacement.length;
  }
  return text + source.slice(kept, to);
}
