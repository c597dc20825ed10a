import type { Edit } from "./lint-result.js";
import { diff } from "./sequence-diff.js";

/** `text` takes the place of `length` code units at `offset`. */
export interface Replacement {
  offset: number;
  length: number;
  text: string;
}

/**
 * Takes an edit apart into what it really deletes and inserts, in the order of the text.
 *
 * ESLint delivers the edits of one report (an import above, a call below) as a single one, whose text repeats everything
 * between them: half the file, with whatever secret it holds. A comparison by lines, then by words within the changed
 * lines, finds the pieces again; applied together they give the same result.
 */
export function minimalReplacements(source: string, edit: Edit): Replacement[] {
  const [start, end] = edit.range;
  return differences(source.slice(start, end), edit.text, /[^\n]+\n?|\n/g).flatMap(({ offset, length, text }) =>
    differences(source.slice(start + offset, start + offset + length), text, /[\w$\u0080-\uFFFF]+|\r?\n|[^\S\n]+|\S/g).map((inner) => ({
      ...inner,
      offset: start + offset + inner.offset,
    })),
  );
}

function differences(before: string, after: string, piece: RegExp): Replacement[] {
  const beforePieces = before.match(piece) ?? [];
  const afterPieces = after.match(piece) ?? [];
  const offsets = [0];
  for (const { length } of beforePieces) offsets.push((offsets.at(-1) ?? 0) + length);
  return diff(beforePieces, afterPieces).map(({ beforeStart, beforeEnd, afterStart, afterEnd }) => {
    const offset = offsets[beforeStart] ?? before.length;
    return { offset, length: (offsets[beforeEnd] ?? before.length) - offset, text: afterPieces.slice(afterStart, afterEnd).join("") };
  });
}
