import type { TSESTree } from "@typescript-eslint/utils";
import { endsFunction } from "../../ast/branches.js";
import { unwrap, type Node } from "../../ast/nodes.js";
import { insertAt, type Edit } from "../../fix/edit.js";
import { fileStyleOf } from "../../fix/file-style.js";
import type { PasswordHasher } from "../../fix/insert-helper.js";
import type { SourceFile } from "../../source-file.js";
import type { Use } from "./uses.js";

/** How active records are stored: mongoose, Sequelize, TypeORM, Objection. */
const SAVES = /\bawait\s{1,9}[\w$.]{1,100}\.save\(\)/;

/**
 * Stores a new hash right after a log-in with an old one: `if (needsRehash(user.hash)) { user.hash = await hashPassword(pw); await user.save(); }`.
 *
 * @returns undefined unless an `if` decides the log-in, and the file shows that its records have `save()`
 */
export function rehashEdit(
  file: SourceFile,
  { comparison, stored }: Extract<Use, { role: "compare" }>,
  { hash, needsRehash }: PasswordHasher,
  password: string,
): Edit | undefined {
  const field = unwrap(stored);
  const isRecord = field.type === "MemberExpression" && !field.computed && !field.optional && field.object.type === "Identifier";
  if (!isRecord || !/^[\w$.]+$/.test(password) || !SAVES.test(file.sourceCode.text)) return undefined;
  const place = placeAfterLogin(file, comparison);
  if (!place) return undefined;
  const { eol, indent } = fileStyleOf(file);
  const text = file.sourceCode.getText(field);
  const lines = [
    `if (${needsRehash}(${text})) {`,
    `${indent}${text} = await ${hash}(${password});`,
    `${indent}await ${file.sourceCode.getText(field.object)}.save();`,
    "}",
  ];
  return insertAt(place.offset, lines.map((line) => eol + place.indent + line).join(""));
}

/** Where the program goes on after the right password: behind a guard that ends the function, else at the start of the block. */
function placeAfterLogin(file: SourceFile, comparison: TSESTree.BinaryExpression): { offset: number; indent: string } | undefined {
  const negated = comparison.operator.startsWith("!");
  let test: Node = comparison;
  while (test.parent?.type === "LogicalExpression" && test.parent.operator === (negated ? "||" : "&&")) test = test.parent;
  const decision = test.parent;
  if (decision?.type !== "IfStatement" || decision.test !== test) return undefined;
  const { consequent, alternate, parent } = decision;
  const indentOf = ({ loc }: Node): string => /^\s*/.exec(file.sourceCode.lines[loc.start.line - 1] ?? "")![0];
  if (negated) {
    return endsFunction(consequent) && !alternate && parent.type === "BlockStatement"
      ? { offset: decision.range[1], indent: indentOf(decision) }
      : undefined;
  }
  return consequent.type === "BlockStatement"
    ? { offset: consequent.range[0] + 1, indent: indentOf(decision) + fileStyleOf(file).indent }
    : undefined;
}
