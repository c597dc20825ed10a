import type { TSESTree } from "@typescript-eslint/utils";
import { definitionOf, variableOf } from "../../ast/scope.js";
import { isFunction, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originName, originsOf } from "../../ast/origins.js";
import { constantInitializer } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";
import type { Side } from "./sides.js";

// Records of one list are found again in another: nobody asks, and nobody is turned away.

/** The property that a value is read from: `apiKey` of `const ours = store.app.apiKey`. */
function propertyRead(file: SourceFile, node: Node): string | undefined {
  const origin = originsOf(file.sourceCode, node).find((each) => each.path.length > 0 || each.node.type === "MemberExpression");
  return origin && originName(origin);
}

/** Whether both values are read from a property of one name, and none of them is sent. */
export function areOneProperty(file: SourceFile, a: Side, b: Side): boolean {
  if ([a, b].some(({ standing, digest }) => standing === "given" || standing === "proven" || digest !== undefined)) return false;
  const name = propertyRead(file, a.node);
  return name !== undefined && name === propertyRead(file, b.node);
}

/** Whether both values belong to elements of lists: `for (const port of ports) { const account = accounts.find(…); account.password !== port.password }`. */
export const areOfLists = (file: SourceFile, a: Node, b: Node): boolean => isOfListed(file, a) && isOfListed(file, b);

function isOfListed(file: SourceFile, node: Node): boolean {
  const owner = node.type === "MemberExpression" ? unwrap(node.object) : undefined;
  if (owner?.type !== "Identifier") return false;
  const variable = variableOf(file.sourceCode, owner);
  const definition = variable && definitionOf(variable);
  if (!definition) return false;
  const place = definition.node as Node;
  if (definition.type === ("Parameter" as string)) return isFunction(place) && place.params[0] === (definition.name as Node) && takesEach(place);
  if (place.type === "VariableDeclarator" && (place.parent.parent as Node | undefined)?.type === "ForOfStatement" && !place.init) return true;
  const init = constantInitializer(file.sourceCode, owner);
  return init !== undefined && picksElement(unwrap(init));
}

const takesEach = (callback: Node): boolean => {
  const call = outward(callback)?.parent;
  return call?.type === "CallExpression" && /^(?:every|filter|find|findIndex|flatMap|forEach|map|some)$/.test(calledMethod(call) ?? "");
};

/** `list.find((each) => …)`, `list.filter((each) => …)[0]`: not `User.find({ … })`. */
function picksElement(node: Node): boolean {
  if (node.type === "MemberExpression" && node.computed) return picksElement(unwrap(node.object));
  return node.type === "CallExpression" && /^(?:filter|find|findLast)$/.test(calledMethod(node) ?? "") && isFunction(node.arguments[0] as Node | undefined);
}

function calledMethod({ callee }: TSESTree.CallExpression): string | undefined {
  const inner = unwrap(callee);
  return inner.type === "MemberExpression" ? (staticName(inner) ?? referenceName(inner)) : undefined;
}
