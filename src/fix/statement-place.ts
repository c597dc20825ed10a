import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../ast/nodes.js";
import { insertionPlace } from "../hosts/insertion-place.js";
import { perFile, type SourceFile } from "../source-file.js";
import { insertAt, type Edit } from "./edit.js";
import { fileStyleOf } from "./file-style.js";
import { moduleKindOf } from "./module-kind.js";

type Node = TSESTree.Node;

/** Comments that speak about the line after them. */
const ABOUT_NEXT_LINE =
  /@ts-(?:expect-error|ignore)\b|(?:eslint|oxlint)-disable-next-line|(?:c8|istanbul|v8|node:coverage)\s+ignore|biome-ignore(?!-all)|prettier-ignore|deno-(?:lint|fmt)-ignore(?!-file)|deno-coverage-ignore|stryker disable next-line|@vite-ignore|nosemgrep|NOSONAR/i;

/** Comments that speak about the whole file and stay on top of it. */
const ABOUT_FILE =
  /^!|@licen[cs]e|copyright|\(c\)|©|SPDX-|licensed under|@(?:file|fileoverview|overview|module|packageDocumentation|format|prettier|flow|noflow|jest-environment|vitest-environment|jest-config|jsx|jsxImportSource|jsxRuntime|jsxFrag|ts-check|ts-nocheck|preserve|providesModule|author)\b|^\s*(?:eslint-(?:disable|enable|env)(?!-)|eslint\s|globals?\s|exported\s|oxlint-disable(?!-)|deno-lint-ignore-file|biome-ignore-all|jshint|jslint|tslint|@ts-)|^\s*\/\s*<(?:reference|amd-)|-\*-|vim?:/i;

/** Where new statements of the two kinds go, and what has to stand around them. */
export interface StatementPlace {
  readonly offset: number;
  /** Text for statements (without line end) at this place. */
  edit(statements: readonly string[]): Edit;
}

/**
 * Before the first import; without imports before the first statement that is no directive. Above comments that speak about that
 * statement, below shebang, licence and pragmas.
 *
 * @returns undefined in a component without a script
 */
export const importPlace = perFile((file): StatementPlace | undefined => {
  const place = insertionPlace(file);
  if (!place) return undefined;
  const { eol } = fileStyleOf(file);
  const statements = place.body.filter((statement) => !isDirective(statement));
  const anchor = statements.find(isImport) ?? statements[0];
  if (!anchor) {
    const end = place.body.at(-1)?.range[1];
    const offset = end ?? place.start;
    return { offset, edit: (added) => insertAt(offset, (offset > 0 ? eol : "") + added.join(eol) + (offset > 0 ? "" : eol)) };
  }
  const offset = aboveOwnComments(file, anchor, !isLoading(anchor));
  const indent = indentAt(file, offset);
  return { offset, edit: (added) => insertAt(offset, added.map((statement) => statement + eol + indent).join("")) };
});

/**
 * Right after the block of imports and requires that the program begins with; without one, where a new import would go.
 *
 * @returns undefined in components, where a function would be made anew for each instance or run in the page
 */
export const helperPlace = perFile((file): (StatementPlace & { readonly withImports: boolean }) | undefined => {
  const place = insertionPlace(file);
  if (!place || place.component) return undefined;
  const { eol } = fileStyleOf(file);
  const { text } = file.sourceCode;
  const statements = place.body.filter((statement) => !isDirective(statement));
  // A module that is called with other things does not end the block: const io = require("socket.io")(server).
  const end = statements.findIndex((statement) => !isLoading(statement, true));
  const last = (end === -1 ? statements : statements.slice(0, end)).findLast((statement) => isLoading(statement));
  if (!last) {
    const before = importPlace(file);
    return before && { ...before, withImports: true, edit: (added) => before.edit(added.map((each) => each + eol)) };
  }
  const offset = endOfLine(file, last);
  const blank = /^[^\S\r\n]*\r?\n[^\S\r\n]*(?:\r?\n|$)|^\s*$/.test(text.slice(offset));
  const block = (added: readonly string[]): string => eol + eol + added.join(eol + eol) + (blank ? "" : eol);
  // Something else stands on the rest of the line.
  const shared = /^[^\S\r\n]*\S/.test(text.slice(offset));
  return { offset, withImports: false, edit: (added) => insertAt(offset, block(added) + (shared ? eol : "")) };
});

const isImport = (node: Node): boolean => node.type === "ImportDeclaration" || node.type === "TSImportEqualsDeclaration";

const isDirective = (node: Node): boolean =>
  node.type === "ExpressionStatement" &&
  (typeof node.directive === "string" || (node.expression.type === "Literal" && typeof node.expression.value === "string"));

/** True for statements that only load modules; `withCalls`: or load one and call it with whatever there is. */
function isLoading(node: Node, withCalls = false): boolean {
  if (isImport(node) || ("source" in node && node.source)) return true; // export { x } from "m"
  if (node.type === "ExpressionStatement") return isLoadingExpression(node.expression, withCalls);
  return node.type === "VariableDeclaration" && node.declarations.every(({ init }) => init && isLoadingExpression(init, withCalls));
}

/** `require("x")`, `require("x").y`, `require("x")()`, `await import("x")`, `createRequire(import.meta.url)`. */
function isLoadingExpression(node: Node, withCalls: boolean): boolean {
  let current = unwrap(node);
  for (;;) {
    if (current.type === "AwaitExpression") current = unwrap(current.argument);
    else if (current.type === "MemberExpression") current = unwrap(current.object);
    else if (current.type === "ImportExpression") return true;
    else if (current.type === "CallExpression") {
      if (current.callee.type === "Identifier" && /^(?:require|createRequire|_*(?:import|interop)\w+)$/.test(current.callee.name))
        return true;
      if (!withCalls && !current.arguments.every((each) => each.type === "Literal")) return false;
      current = unwrap(current.callee);
    } else return false;
  }
}

/** The offset above the comments that belong to a statement: those about the next line and, if wanted, any comment glued to it. */
function aboveOwnComments(file: SourceFile, statement: Node, anyComment: boolean): number {
  const { sourceCode } = file;
  const first = firstPartOf(statement);
  let { start } = first.loc;
  let offset = first.range[0];
  let above = offset;
  for (const comment of sourceCode.getCommentsBefore(first).reverse()) {
    if ((comment.type as string) === "Shebang" || comment.loc.end.line < start.line - 1 || sharesLineWithCode(file, comment)) break;
    if (ABOUT_FILE.test(comment.value) && !ABOUT_NEXT_LINE.test(comment.value)) break;
    ({ start } = comment.loc);
    offset = comment.range[0];
    if (anyComment || ABOUT_NEXT_LINE.test(comment.value)) above = offset;
  }
  return above;
}

/** A statement itself, or the first decorator of `@Module({}) export class …`, which stands before its range. */
function firstPartOf(statement: Node): Node {
  const { declaration } = statement as { declaration?: Node | null };
  const [decorator] = declaration?.type === "ClassDeclaration" ? declaration.decorators : [];
  return decorator && decorator.range[0] < statement.range[0] ? decorator : statement;
}

/** True for a comment that ends a line of code: it speaks about what is before it. */
function sharesLineWithCode(file: SourceFile, comment: TSESTree.Comment): boolean {
  const before = file.sourceCode.getTokenBefore(comment);
  return before !== null && before.loc.end.line === comment.loc.start.line;
}

/** The white space before an offset when nothing else is on its line. */
function indentAt(file: SourceFile, offset: number): string {
  return /(?:^|[\r\n])([^\S\r\n]*)$/.exec(file.sourceCode.text.slice(Math.max(0, offset - 200), offset))?.[1] ?? "";
}

/** Where a statement ends, with the comment that follows it on its line. */
function endOfLine(file: SourceFile, statement: Node): number {
  const { sourceCode } = file;
  const semicolon = sourceCode.getTokenAfter(statement);
  let end = semicolon?.value === ";" && semicolon.loc.start.line === statement.loc.end.line ? semicolon.range[1] : statement.range[1];
  const line = statement.loc.end.line;
  for (const comment of sourceCode.getCommentsAfter(semicolon?.range[1] === end ? semicolon : statement)) {
    if (comment.loc.start.line !== line || comment.loc.end.line !== line) break;
    if (comment.type === "Block" && sourceCode.getTokenAfter(comment)?.loc.start.line === line) break;
    end = comment.range[1];
  }
  return end;
}

/** The statement that makes names of a module visible, in the module system of the file; undefined when it has none. */
export function loadingStatement(
  file: SourceFile,
  specifier: string,
  names: readonly (readonly [member: string, local: string])[],
  anchored: number,
): string | undefined {
  const { semicolon } = fileStyleOf(file);
  const next = file.sourceCode.text.slice(anchored).trimStart()[0] ?? "";
  const end = semicolon || ("([`/+-".includes(next) && next !== "" && !/^\s*\/[/*]/.test(file.sourceCode.text.slice(anchored)) ? ";" : "");
  const list = (separator: string): string =>
    names.map(([member, local]) => (member === local ? member : member + separator + local)).join(", ");
  switch (moduleKindOf(file)) {
    case "esm":
      if (names[0]?.[0] === "") return `import ${names[0][1]} = require(${specifier})${end}`;
      return `import { ${list(" as ")} } from ${specifier}${end}`;
    case "commonjs":
      return `const { ${list(": ")} } = require(${specifier})${end}`;
    default:
      return undefined;
  }
}
