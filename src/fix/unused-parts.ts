import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, type Node } from "../ast/nodes.js";
import type { SourceFile } from "../source-file.js";
import { remove, replace, type Edit } from "./edit.js";
import { hasCommentInside } from "./hazards.js";

/** A statement that brings names from elsewhere: an import, a `require`, an alias. */
export type ListStatement = TSESTree.ImportDeclaration | TSESTree.TSImportEqualsDeclaration | TSESTree.VariableDeclaration;

/**
 * Takes names out of a statement, and with the last of them the statement. `edits` may append names to it or insert text beside it.
 * The import of a file of the project stays for its side effects. Nothing is taken out where a comment stands in the statement or
 * silences the compiler about it, and where the lines around it would run together.
 */
export function withoutParts(file: SourceFile, edits: readonly Edit[], statement: ListStatement, parts: readonly Node[]): Edit[] {
  if (hasCommentInside(file.sourceCode, statement.range) || isSilenced(file, statement) || wouldJoin(file, statement)) return [...edits];
  const appended = edits.find(({ range }) => statement.range[0] < range[0] && range[1] < statement.range[1]);
  const left = partsOf(statement).filter((part) => !parts.includes(part));
  if (left.length > 0 || appended)
    return [...edits.filter((each) => each !== appended), shortenedList(file, statement, left, appended?.text ?? "")];
  if (statement.type === "ImportDeclaration" && /^[./#]/.test(literalText(statement.source) ?? "")) {
    const afterKeyword = file.sourceCode.getFirstToken(statement, 1)!;
    return [...edits, remove([afterKeyword.range[0], statement.source.range[0]])];
  }
  return withoutStatement(file, edits, statement);
}

function partsOf(statement: ListStatement): readonly Node[] {
  if (statement.type === "ImportDeclaration") return statement.specifiers;
  const pattern = statement.type === "VariableDeclaration" ? statement.declarations[0]?.id : undefined;
  return pattern?.type === "ObjectPattern" ? pattern.properties : [];
}

/** `d, { a, b }` or `{ a, b }` with the names that are left, spaced as before. */
function shortenedList({ sourceCode }: SourceFile, statement: ListStatement, left: readonly Node[], appended: string): Edit {
  const all = partsOf(statement);
  const isNamed = (part: Node): boolean => part.type === "ImportSpecifier" || part.type === "Property";
  const named = all.filter(isNamed);
  const names = left.filter(isNamed).map((part) => sourceCode.getText(part));
  const [first, second] = named;
  const open = first && sourceCode.getTokenBefore(first)!;
  const close = first && sourceCode.getTokenAfter(named.at(-1)!, ({ value }) => value === "}")!;
  const separator = first && second ? sourceCode.text.slice(first.range[1], second.range[0]) : ", ";
  const inside = names.join(separator) + (names.length > 0 ? appended : appended.replace(/^,\s*/, ""));
  const list =
    open && inside !== ""
      ? sourceCode.text.slice(open.range[0], first.range[0]) + inside + sourceCode.text.slice(named.at(-1)!.range[1], close!.range[1])
      : inside;
  const others = left.filter((part) => !isNamed(part)).map((part) => sourceCode.getText(part));
  const start = Math.min(all[0]!.range[0], open?.range[0] ?? Infinity);
  return replace([start, close?.range[1] ?? all.at(-1)!.range[1]], [...others, list].filter(Boolean).join(", "));
}

/** The statement goes with its line; text that is inserted at its end needs one line break less. */
function withoutStatement({ sourceCode: { text } }: SourceFile, edits: readonly Edit[], { range: [start, end] }: ListStatement): Edit[] {
  const indentation = /[^\S\r\n]{0,100}$/.exec(text.slice(Math.max(0, start - 100), start))![0].length;
  const isBroken = start === indentation || text[start - indentation - 1] === "\n";
  const rest = /^[^\S\r\n]*(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  if (!isBroken || rest === undefined) return [...edits, remove([start, end])];
  const from = edits.some(({ range }) => range[0] === start) ? start : start - indentation;
  const isFollowed = edits.some(({ range }) => range[0] === end);
  if (!isFollowed) return [...edits, remove([from, end + rest.length])];
  return [...edits.map((each) => (each.range[0] === end ? { ...each, text: each.text.replace(/^\r?\n/, "") } : each)), remove([from, end])];
}

function isSilenced({ sourceCode }: SourceFile, statement: Node): boolean {
  const comment = sourceCode.getCommentsBefore(statement).at(-1);
  return comment !== undefined && /@ts-(?:expect-error|ignore)\b/.test(comment.value);
}

/** Without a semicolon before it, the next statement would continue the last one. */
function wouldJoin({ sourceCode }: SourceFile, statement: Node): boolean {
  const before = sourceCode.getTokenBefore(statement)?.value ?? ";";
  return !/^[;}]$/.test(before) && /^[([`/+-]/.test(sourceCode.getTokenAfter(statement)?.value ?? "");
}
