import { isPlaceholder } from "./values/placeholders.js";
import { classifyValue } from "./values/values.js";
import { looksRandom } from "./values/entropy.js";

const PLAIN_NAME = /^[\p{ID_Start}$_#][\p{ID_Continue}$.\-]{0,59}$/u;

const judged = new Map<string, boolean>();
const MAX_CACHED = 20_000;

/**
 * A name as a message may show it, in backticks: identifiers and property names of up to 60 characters that do not look like a secret
 * themselves. Everything else is called `fallback`. A message must never hold one character of a secret.
 */
export function shownName(name: string | undefined, fallback = "this value"): string {
  return name !== undefined && isShowable(name) ? `\`${name}\`` : fallback;
}

/** Letters and digits in turns, or letters that nobody can say: no name that a person gave. */
const SCRAMBLED = /\d[a-z]+\d+[a-z]+\d|[bcdfghj-np-tvwxz]{8}|[qxz]{3}/i;
const MIN_SCRAMBLED = 12;

/** Whether a name may be printed. */
export function isShowable(name: string): boolean {
  if (!PLAIN_NAME.test(name) || (name.length >= MIN_SCRAMBLED && SCRAMBLED.test(name))) return false;
  let showable = judged.get(name);
  if (showable === undefined) {
    showable = classifyValue(name) === undefined && (!looksRandom(name) || isPlaceholder(name));
    if (judged.size > MAX_CACHED) judged.clear();
    judged.set(name, showable);
  }
  return showable;
}
