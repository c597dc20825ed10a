import { outward, referenceName, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";

/** Whether a value is in the address that a browser is sent to: `res.redirect(…)`, `redirect(…)`, also by a variable that holds it. */
export function inRedirect(file: SourceFile, value: Node): boolean {
  for (let node: Node | undefined = value; node && !/Statement$|Declaration$/.test(node.type); node = node.parent) {
    if (isRedirect(node)) return true;
    const variable = node.type === "VariableDeclarator" && node.id.type === "Identifier" ? variableOf(file.sourceCode, node.id) : undefined;
    if (variable) return readsOf(variable).some(({ identifier }) => isRedirect(outward(identifier as Node)?.parent));
  }
  return false;
}

const isRedirect = (node: Node | undefined): boolean => node?.type === "CallExpression" && referenceName(node.callee) === "redirect";
