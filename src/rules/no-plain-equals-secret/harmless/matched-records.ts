import type { TSESTree } from "@typescript-eslint/utils";
import { lastStatement } from "../../../ast/branches.js";
import { definitionOf, readsOf, variableOf } from "../../../ast/scope.js";
import { enclosingFunctions, functionName, isFunction, outward, referenceName, staticName, unwrap, type Node } from "../../../ast/nodes.js";
import { originName, originsOf } from "../../../ast/origins.js";
import { constantInitializer } from "../../../ast/static-value.js";
import type { SourceFile } from "../../../source-file.js";
import type { Comparison } from "../../../sinks/comparers.js";
import { rejects } from "../refusal.js";
import type { Side } from "../sides/sides.js";

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
  if (definition.type === ("Parameter" as string))
    return isFunction(place) && place.params[0] === (definition.name as Node) && takesEach(place);
  if (place.type === "VariableDeclarator" && (place.parent.parent as Node | undefined)?.type === "ForOfStatement" && !place.init)
    return true;
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
  return (
    node.type === "CallExpression" &&
    /^(?:filter|find|findLast)$/.test(calledMethod(node) ?? "") &&
    isFunction(node.arguments[0] as Node | undefined)
  );
}

function calledMethod({ callee }: TSESTree.CallExpression): string | undefined {
  const inner = unwrap(callee);
  return inner.type === "MemberExpression" ? (staticName(inner) ?? referenceName(inner)) : undefined;
}

// --- entries of one's own record --------------------------------------------------------------------------------------

/** What gets messages, and what a token of it only addresses. */
const ADDRESSED = /\b(?:apns|device_?[tT]oken|expo|fcm|push)|[a-z](?:Fcm|Push)[A-Z_]|[pP]ush_?(?:[nN]otif|[sS]ub|[tT]oken)|[sS]ubscription/;

/**
 * Whether an entry of a list is found again to be taken out, replaced or updated, and nobody is turned away: `tokens.splice(tokens.findIndex((each) =>
 * each.hashed === token), 1)`; or a device in a list of those that get messages.
 */
export function findsOwnEntry(file: SourceFile, comparison: Comparison, sides: readonly [Side, Side]): boolean {
  if (comparison.negated || sides.some(({ digest }) => digest !== undefined)) return false;
  const search = searchAround(comparison.node);
  const place = search && outward(search);
  if (!search || !place) return false;
  const method = calledMethod(search);
  if (
    sides.every(({ kind }) => kind === undefined || kind === "token") &&
    ADDRESSED.test(file.sourceCode.getText(search).slice(0, MAX_SEARCH))
  )
    return true;
  if ((method !== "findIndex" && method !== "findLastIndex") || rejects(file, comparison)) return false;
  if (place.parent.type === "CallExpression") return calledMethod(place.parent) === "splice" && place.parent.arguments[0] === place.child;
  const variable =
    place.parent.type === "VariableDeclarator" && place.parent.id.type === "Identifier"
      ? variableOf(file.sourceCode, place.parent.id)
      : undefined;
  return variable !== undefined && readsOf(variable).some(({ identifier }) => isChanged(identifier as Node));
}

/** Whether a list is searched by a comparison: `list.some((each) => each.code === code)`, `list.every((each) => each.code !== code)`. */
export const isInSearch = (comparison: Node): boolean => searchAround(comparison, /^(?:every|filter|find\w{0,9}|some)$/) !== undefined;

/** Whether nobody goes on without what is searched for: `const record = resetTokens.find((each) => each.token === token); if (!record) throw …`. */
export function refusesMissing(file: SourceFile, { node }: Comparison): boolean {
  if (enclosingFunctions(node).some((fn) => BY_SECRET.test(functionName(fn) ?? ""))) return true;
  const search = searchAround(node);
  const declarator = search && outward(search)?.parent;
  const variable =
    declarator?.type === "VariableDeclarator" && declarator.id.type === "Identifier"
      ? variableOf(file.sourceCode, declarator.id)
      : undefined;
  const [first] = variable ? readsOf(variable) : [];
  let place = first && outward(first.identifier as Node);
  if (place?.parent.type !== "UnaryExpression" || place.parent.operator !== "!") return false;
  do place = outward(place.parent);
  while (place?.parent.type === "LogicalExpression" && place.parent.operator === "||");
  const last =
    place?.parent.type === "IfStatement" && place.parent.test === place.child ? lastStatement(place.parent.consequent) : undefined;
  return last?.type === "ThrowStatement" || (last?.type === "ReturnStatement" && (!last.argument || last.argument.type === "Literal"));
}

/** `findTenantByApiKey`, `getUserFromAccessToken`: whose secret it is. */
const BY_SECRET = /(?:[bB]y|[fF]rom|[fF]or)_?\w{0,20}(?:[cC]ode|[kK]ey|[sS]ecret|[tT]oken)$/;
const MAX_SEARCH = 400;

/** `list.find(…)` whose callback is the comparison, or a conjunction with it. */
function searchAround(comparison: Node, methods = SEARCHES): TSESTree.CallExpression | undefined {
  let place = outward(comparison);
  while (place?.parent.type === "LogicalExpression") place = outward(place.parent);
  const call = place && isFunction(place.parent) && place.parent.body === place.child ? outward(place.parent)?.parent : undefined;
  return call?.type === "CallExpression" && methods.test(calledMethod(call) ?? "") ? call : undefined;
}
const SEARCHES = /^(?:find|findIndex|findLast|findLastIndex|some)$/;

/** `list.splice(index, 1)`, `list[index] = fresh`, `list[index].token = fresh`. */
function isChanged(index: Node): boolean {
  const place = outward(index);
  if (place?.parent.type === "CallExpression") return calledMethod(place.parent) === "splice" && place.parent.arguments[0] === place.child;
  if (place?.parent.type !== "MemberExpression" || place.parent.property !== place.child) return false;
  let target = outward(place.parent);
  while (target?.parent.type === "MemberExpression" && target.parent.object === target.child) target = outward(target.parent);
  return target?.parent.type === "AssignmentExpression" && target.parent.left === target.child;
}
