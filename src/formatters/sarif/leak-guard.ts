import { isShowable } from "../../secrets/masking.js";
import { codeOf, literalSpans, type Span } from "./literal-text.js";
import type { Replacement } from "./replacements.js";
import { wholeLiterals } from "./whole-literals.js";

const SCRIPT = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i;
const WORD = /[\p{L}\p{N}_]{3,}/gu;
const NAME = /^[\p{L}_]/u;

/** Shorter text is found everywhere and identifies nothing. */
const MIN_LITERAL_LENGTH = 3;
/** Outside the edited place only a longer literal counts, or every short label in the file would hold fixes back. */
const MIN_DISTANT_LITERAL_LENGTH = 6;

/** Where one statement ends and another, or a literal, begins; what is shorter than a call of a method says nothing about a program. */
const BETWEEN_STATEMENTS = /[;{}"'`\r\n]+/;
const MIN_STATEMENT_LENGTH = 12;
const MIN_STATEMENT_WORDS = 3;

/** What an edit of ours may write anew although the source spells it too. */
const PUBLIC_WORDS = new Set([
  "Authorization",
  "Bearer",
  "REDACTED",
  "ascii",
  "base64",
  "base64url",
  "bigint",
  "binary",
  "boolean",
  "crypto",
  "function",
  "headers",
  "hex",
  "latin1",
  "node",
  "number",
  "object",
  "production",
  "redacted",
  "scrypt",
  "sha256",
  "sha512",
  "string",
  "undefined",
  "utf16le",
  "utf8",
]);

/**
 * For one file: takes an edit's replacements and returns them in a form that may be published; undefined where there is none.
 *
 * Three questions decide: is a word of the literals at the edited places inserted, a whole literal from anywhere, a whole statement.
 * Names that the code uses are free to move where a message may tell them, too. In a file that is no
 * script nothing is known about what is a name, so there no word of the source may be inserted.
 */
export function leakGuard(source: string, filePath: string): (replacements: readonly Replacement[]) => readonly Replacement[] | undefined {
  if (!SCRIPT.test(filePath) && filePath !== "<text>") {
    const words = new Set(source.match(WORD));
    return (replacements) => (replacements.some(({ text }) => wordsOf(text).some((word) => words.has(word))) ? undefined : replacements);
  }

  const literals = literalSpans(source);
  const names = new Set(
    codeOf(source, literals)
      .flatMap(wordsOf)
      .filter((word) => NAME.test(word) && isShowable(word)),
  );
  const isFree = (text: string): boolean => names.has(text) || PUBLIC_WORDS.has(text);
  const contents = (spans: readonly Span[], minLength: number): string[] =>
    spans.map(([start, end]) => source.slice(start, end).trim()).filter((text) => text.length >= minLength && !isFree(text));
  const distant = new Set(contents(literals, MIN_DISTANT_LITERAL_LENGTH));
  const statements = new Set(statementsOf(source));

  return (minimal) => {
    const replacements = wholeLiterals(source, literals, minimal);
    const edited = literals.filter((span) => replacements.some((replacement) => edits(source, span, replacement)));
    const words = new Set(
      [...edited, ...replacements.map(toSpan)].flatMap(([start, end]) => wordsOf(source.slice(start, end))).filter((word) => !isFree(word)),
    );
    const texts = [...distant, ...contents(edited, MIN_LITERAL_LENGTH)];
    const leaks = replacements.some(
      ({ text }) =>
        wordsOf(text).some((word) => words.has(word)) ||
        texts.some((literal) => text.includes(literal)) ||
        statementsOf(text).some((statement) => statements.has(statement)),
    );
    return leaks ? undefined : replacements;
  };
}

function toSpan({ offset, length }: Replacement): Span {
  return [offset, offset + length];
}

function statementsOf(text: string): string[] {
  return text
    .split(BETWEEN_STATEMENTS)
    .map((statement) => statement.trim())
    .filter((statement) => statement.length >= MIN_STATEMENT_LENGTH && wordsOf(statement).length >= MIN_STATEMENT_WORDS);
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Text put beside a comment (a helper above a documented function) does not edit it, text put beside a string may continue it. */
function edits(source: string, [start, end]: Span, { offset, length }: Replacement): boolean {
  const isComment = /^\/[/*]/.test(source.slice(start, start + 2)) && !/["'`]/.test(source[start - 1] ?? "");
  return isComment ? start < offset + length && end > offset : start <= offset + length && end >= offset;
}
