/** Offsets of a stretch of text that is content and no code: of a string, a template's fixed part, a regular expression or a comment. */
export type Span = readonly [start: number, end: number];

const MODULE_SPECIFIER_BEFORE = /\b(?:from|import|require)\s*(?:\(\s*)?$/;
const REGEX_ALLOWED_AFTER_WORD = /\b(?:await|case|delete|do|else|in|instanceof|of|return|throw|typeof|void|yield)$/;
const REGEX_ALLOWED_AFTER = new Set("(,=:[!&|?{};+-*%~^<>");

/**
 * Finds the literal text of a script, a component file included, without a parser: the formatter has only text, and the
 * parser is the user's. Names of imported modules count as code.
 *
 * Where the text is ambiguous (an apostrophe in JSX), a string ends with its line: the reading goes wrong for a line, not
 * for the file.
 */
export function literalSpans(text: string): Span[] {
  const spans: Span[] = [];
  /** For each open `${`: how many braces are open in it. */
  const holes: number[] = [];
  let offset = 0;

  const take = (end: number): void => {
    spans.push([offset, end]);
    offset = end;
  };
  const template = (): void => {
    const end = endOfTemplatePart(text, offset);
    take(end);
    if (text.startsWith("${", end)) holes.push(0);
    offset += text[end] === "`" ? 1 : 2;
  };

  while (offset < text.length) {
    const char = text[offset];
    const hole = holes.length - 1;
    if (char === '"' || char === "'") {
      const isSpecifier = MODULE_SPECIFIER_BEFORE.test(text.slice(Math.max(0, offset - 20), offset));
      offset += 1;
      const end = endOfLiteral(text, offset, char);
      if (isSpecifier) offset = end;
      else take(end);
      offset += 1;
    } else if (char === "`") {
      offset += 1;
      template();
    } else if (char === "}" && holes[hole] === 0) {
      holes.pop();
      offset += 1;
      template();
    } else if (char === "/" && text[offset + 1] === "/") {
      take(endOfLine(text, offset));
    } else if (char === "/" && text[offset + 1] === "*") {
      const end = text.indexOf("*/", offset + 2);
      take(end === -1 ? text.length : end + 2);
    } else if (char === "/" && isRegexStart(text, offset)) {
      offset += 1;
      take(endOfLiteral(text, offset, "/"));
      offset += 1;
    } else {
      if (hole >= 0 && char === "{") holes[hole] = (holes[hole] ?? 0) + 1;
      if (hole >= 0 && char === "}") holes[hole] = (holes[hole] ?? 0) - 1;
      offset += 1;
    }
  }
  return spans;
}

/** The parts between the spans. */
export function codeOf(text: string, literals: readonly Span[]): string[] {
  const starts = [0, ...literals.map(([, end]) => end)];
  return starts.map((start, index) => text.slice(start, literals[index]?.[0]));
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}

/** The offset of the closing delimiter, or the end of the line. In a regular expression's class the slash does not close. */
function endOfLiteral(text: string, from: number, delimiter: string): number {
  let inClass = false;
  for (let offset = from; offset < text.length; offset += 1) {
    const char = text[offset];
    if (char === "\n" || (char === delimiter && !inClass)) return offset;
    if (char === "\\") offset += text.startsWith("\r\n", offset + 1) ? 2 : 1;
    else if (delimiter === "/" && char === "[") inClass = true;
    else if (char === "]") inClass = false;
  }
  return text.length;
}

/** The offset of the backtick or of the `${` that ends this part. */
function endOfTemplatePart(text: string, from: number): number {
  for (let offset = from; offset < text.length; offset += 1) {
    const char = text[offset];
    if (char === "`" || (char === "$" && text[offset + 1] === "{")) return offset;
    if (char === "\\") offset += 1;
  }
  return text.length;
}

function isRegexStart(text: string, offset: number): boolean {
  let before = offset - 1;
  while (before >= 0 && /\s/.test(text[before] ?? "")) before -= 1;
  if (before < 0 || REGEX_ALLOWED_AFTER.has(text[before] ?? "")) return text[endOfLiteral(text, offset + 1, "/")] === "/";
  return REGEX_ALLOWED_AFTER_WORD.test(text.slice(Math.max(0, before - 10), before + 1));
}
