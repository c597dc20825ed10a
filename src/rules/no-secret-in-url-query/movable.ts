import { dottedPath, rootOf, type Node } from "../../ast/nodes.js";
import { reassignments, variableIn, variableOf } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";

/** A name or a path: reading it elsewhere, or once more, changes nothing. */
export const isPure = (node: Node): boolean =>
  node.type === "Identifier" || (node.type === "MemberExpression" && !node.optional && dottedPath(node) !== undefined);

/**
 * Whether a value is the same where a request is sent: there and then, or of a variable that is never written again and has the same name there.
 * Nothing is done with the owner of a field in between.
 */
export function isStill(file: SourceFile, value: Node, call: Node): boolean {
  const { sourceCode } = file;
  if (call.range[0] <= value.range[0] && value.range[1] <= call.range[1]) return true;
  const root = rootOf(value);
  const name = root.type === "Identifier" ? root.name : "this";
  if (root.type === "Identifier") {
    const variable = variableOf(sourceCode, root);
    if (variable && (reassignments(variable).length > 0 || variableIn(sourceCode.getScope!(call), name) !== variable)) return false;
  }
  const isField = value.type === "MemberExpression" && !(dottedPath(value)?.slice(0, 2).join(".") === "process.env");
  return !isField || !mentions(sourceCode.text.slice(value.range[1], call.range[0]), name);
}

/** Whether a text has a word. */
const mentions = (text: string, word: string): boolean => text.split(/[^\w$]+/).includes(word);
