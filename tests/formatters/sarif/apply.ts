import type { Replacement } from "../../../src/formatters/sarif/replacements.js";

/** The text after the replacements, which must come in order and without overlap. */
export function apply(source: string, replacements: readonly Replacement[]): string {
  let done = 0;
  let result = "";
  for (const { offset, length, text } of replacements) {
    if (offset < done) throw new Error(`replacement at ${offset} overlaps the one before it`);
    result += source.slice(done, offset) + text;
    done = offset + length;
  }
  return result + source.slice(done);
}
