import { RegExpParser, visitRegExpAST, type AST } from "@eslint-community/regexpp";
import { check } from "recheck";

/** Milliseconds for one piece, of which nearly all need less than ten: nothing is left undecided on a busy machine. */
const TIMEOUT = 120_000;

/**
 * How a regular expression backtracks, as recheck sees it: undefined when its work is linear in the length of any text.
 *
 * Its automata grow with counted repetitions and with lists of words, so it is asked about pieces:
 * - `X(?:A|B)Y` costs at most what `XAY` and `XBY` cost together: each alternative of a group that is not repeated is a piece of its own.
 * - Where a search may begin: a piece without `*`, `+` and `{n,}` looks at so many characters for each beginning, which is linear. Otherwise counts
 *   are lowered, which leaves the order of growth.
 * - How large "so many" is: with its counts opened (`{20,80}` becomes `{2,}`) and one place to begin at, the piece must still be linear. Then
 *   counts never multiply each other: a beginning costs at most what its counts add up to.
 */
export async function backtracking(source: string, flags: string): Promise<string | undefined> {
  for (const piece of piecesOf(source, flags)) {
    const { repeats, counts } = quantifiersOf(piece, flags);
    if (repeats) {
      const found = await judge(withQuantifiers(piece, flags, lowered), flags);
      if (found !== undefined) return `${piece}: ${found}`;
    }
    if (counts) {
      // A text never holds the last character: every way to match is tried.
      const found = await judge(`^(?:${withQuantifiers(withoutAssertions(piece, flags), flags, opened)})\\u0001`, flags);
      if (found !== undefined) return `${piece}, counts opened: ${found}`;
    }
  }
  return undefined;
}

const answers = new Map<string, string | undefined>();

async function judge(source: string, flags: string): Promise<string | undefined> {
  const key = `/${source}/${flags}`;
  if (answers.has(key)) return answers.get(key);
  // Automata know neither a look-around nor a back-reference: then recheck searches for an attack.
  const checker = /\(\?<?[=!]|\\[1-9]/.test(source) ? "fuzz" : "automaton";
  const result = await check(source, flags, { checker, timeout: TIMEOUT });
  const answer = result.status === "safe" ? undefined : result.status === "vulnerable" ? `${result.complexity.summary}, ${result.attack.pattern}` : result.error.kind;
  answers.set(key, answer);
  return answer;
}

const parse = (source: string, flags: string): AST.Pattern => new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes("u"), unicodeSets: flags.includes("v") });

type Edit = readonly [start: number, end: number, text: string];

const edit = (source: string, edits: readonly Edit[]): string =>
  [...edits].sort((a, b) => b[0] - a[0]).reduce((text, [start, end, replacement]) => text.slice(0, start) + replacement + text.slice(end), source);

/** Takes the alternatives of groups apart that are not repeated, from the outside in. */
function piecesOf(source: string, flags: string): string[] {
  if (/\\[1-9]/.test(source)) return [source];
  const choice = choiceIn(parse(source, flags));
  if (!choice) return [source];
  return choice.alternatives.flatMap(({ raw }) => piecesOf(choice.type === "Pattern" ? raw : edit(source, [[choice.start, choice.end, `(?:${raw})`]]), flags));
}

function choiceIn(node: AST.Pattern | AST.Alternative | AST.Element): AST.Pattern | AST.Group | AST.CapturingGroup | undefined {
  if (node.type === "Alternative") return firstOf(node.elements);
  if (node.type !== "Pattern" && node.type !== "Group" && node.type !== "CapturingGroup") return undefined;
  return node.alternatives.length > 1 ? node : firstOf(node.alternatives);
}

function firstOf(nodes: readonly (AST.Alternative | AST.Element)[]): ReturnType<typeof choiceIn> {
  for (const node of nodes) {
    const found = choiceIn(node);
    if (found) return found;
  }
  return undefined;
}

/** So many ways to match are no danger where a few of them multiply: more than this many are opened. */
const SMALL = 12;
const SMALL_IN_GROUP = 3;

function quantifiersOf(source: string, flags: string): { repeats: boolean; counts: boolean } {
  const found = { repeats: false, counts: false };
  visitRegExpAST(parse(source, flags), {
    onQuantifierEnter(node) {
      if (node.max === Infinity) found.repeats = true;
      else if (isOpened(node)) found.counts = true;
    },
  });
  return found;
}

function withQuantifiers(source: string, flags: string, change: (quantifier: AST.Quantifier) => string): string {
  const edits: Edit[] = [];
  visitRegExpAST(parse(source, flags), {
    onQuantifierEnter(node) {
      edits.push([node.element.end, node.end, change(node) + (node.greedy ? "" : "?")]);
    },
  });
  return edit(source, edits);
}

function lowered({ min, max }: AST.Quantifier): string {
  const least = Math.min(min, 2);
  return max === Infinity ? `{${least},}` : `{${least},${least + Math.min(max - min, 1)}}`;
}

/** A character so many times is one way to match; a range is as many as it is wide, and a group may match in many ways each time. */
function isOpened({ min, max, element }: AST.Quantifier): boolean {
  return element.type === "Group" || element.type === "CapturingGroup" ? max > SMALL_IN_GROUP : max - min > SMALL;
}

const opened = (quantifier: AST.Quantifier): string => (isOpened(quantifier) ? `{${Math.min(quantifier.min, 2)},}` : lowered(quantifier));

/** Assertions only end ways to match. */
function withoutAssertions(source: string, flags: string): string {
  const edits: Edit[] = [];
  visitRegExpAST(parse(source, flags), {
    onAssertionEnter(node) {
      if (!edits.some(([start, end]) => start <= node.start && node.end <= end)) edits.push([node.start, node.end, ""]);
    },
  });
  return edit(source, edits);
}
