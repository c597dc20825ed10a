import { outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf, type Variable } from "../../ast/scope.js";
import { fileCache } from "../../file-cache.js";
import type { SourceFile } from "../../source-file.js";
import { addressChangedBy } from "./search-params.js";

/** Whether a value is in the address that a browser is sent to: `res.redirect(…)`, `redirect(…)`, also by a variable that holds it. */
export function inRedirect(file: SourceFile, value: Node): boolean {
  for (let node: Node | undefined = value; node && !/Statement$|Declaration$/.test(node.type); node = node.parent) {
    if (isRedirect(node)) return true;
    const url = node.type === "CallExpression" && node !== value ? addressChangedBy(node) : undefined;
    const changed = url && variableOf(file.sourceCode, url);
    if (changed) return isRedirectedTo(changed);
    const variable = node.type === "VariableDeclarator" && node.id.type === "Identifier" ? variableOf(file.sourceCode, node.id) : undefined;
    if (variable) return readsOf(variable).some(({ identifier }) => isRedirect(outward(identifier as Node)?.parent));
  }
  return false;
}

const redirected = fileCache<Variable, boolean>();

/** Whether `url`, `url.href` or `url.toString()` is redirected to. */
const isRedirectedTo = (url: Variable): boolean =>
  redirected.remember(url, () => readsOf(url).some(({ identifier }) => isRedirect(takerOf(identifier as Node))));

const isRedirect = (node: Node | undefined): boolean => node?.type === "CallExpression" && referenceName(node.callee) === "redirect";

/** What takes `url`, `url.href` or `url.toString()`. */
function takerOf(url: Node): Node | undefined {
  const parent = outward(url)?.parent;
  if (parent?.type !== "MemberExpression" || !/^(?:href|toString)$/.test(staticName(parent) ?? "")) return parent;
  const around = outward(parent)?.parent;
  return around?.type === "CallExpression" && around.callee === parent ? outward(around)?.parent : around;
}
