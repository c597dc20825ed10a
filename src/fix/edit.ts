import type { TSESTree } from "@typescript-eslint/utils";

/** One replacement of source text; structurally an ESLint `RuleFix`. Offsets count from the start of `sourceCode.text`. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

export type Range = readonly [start: number, end: number];

/** True when `inner` lies within `outer`; equal ranges contain each other. */
export const contains = (outer: Range, inner: Range): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** Writes `text` where the node or range stands. */
export const replace = (place: TSESTree.Node | TSESTree.Token | Range, text: string): Edit => ({ range: rangeOf(place), text });

/** Writes `text` at an offset and removes nothing. */
export const insertAt = (offset: number, text: string): Edit => ({ range: [offset, offset], text });

/** Removes the node or range. */
export const remove = (place: TSESTree.Node | TSESTree.Token | Range): Edit => replace(place, "");

/** The removal of a property, element or specifier with one of the commas beside it. */
export function removeFrom(all: readonly TSESTree.Node[], part: TSESTree.Node): Edit {
  const at = all.indexOf(part);
  const [previous, next] = [all[at - 1], all[at + 1]];
  if (next) return remove([part.range[0], next.range[0]]);
  return previous ? remove([previous.range[1], part.range[1]]) : remove(part);
}

/** The range of a statement with its line break and indentation, when it has the line for itself. */
export function wholeLine(text: string, [start, end]: Range): Range {
  let begin = start;
  while (/[ \t]/.test(text[begin - 1] ?? "")) begin--;
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end));
  return rest && (begin === 0 || text[begin - 1] === "\n") ? [begin, end + rest[0].length] : [start, end];
}

/**
 * The edits of one report, ready for ESLint: sorted, without doubles.
 *
 * @returns undefined when two of them overlap (ESLint would throw) or when they change nothing
 */
export function mergeEdits(edits: readonly Edit[]): Edit[] | undefined {
  const sorted = [...new Map(edits.map((edit) => [`${edit.range.join()} ${edit.text}`, edit])).values()]
    .filter((edit) => edit.text !== "" || edit.range[0] < edit.range[1])
    .sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  let end = 0;
  for (const edit of sorted) {
    if (edit.range[0] < end) return undefined;
    end = edit.range[1];
  }
  return sorted.length > 0 ? sorted : undefined;
}

function rangeOf(place: TSESTree.Node | TSESTree.Token | Range): Range {
  return "range" in place ? place.range : place;
}
