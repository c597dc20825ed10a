import { dottedPath, rootOf, type Node } from "../../ast/nodes.js";
import { reassignments, variableOf } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";

/** A name or a path: reading it elsewhere, or once more, changes nothing. */
export const isPure = (node: Node): boolean =>
  node.type === "Identifier" || (node.type === "MemberExpression" && !node.optional && dottedPath(node) !== undefined);

/** Whether a value is the same where a request is sent: there and then, or of a variable that is never written again. */
export function isStill(file: SourceFile, value: Node, { range }: Node): boolean {
  if (range[0] <= value.range[0] && value.range[1] <= range[1]) return true;
  const root = rootOf(value);
  const variable = root.type === "Identifier" ? variableOf(file.sourceCode, root) : undefined;
  return !variable || reassignments(variable).length === 0;
}
