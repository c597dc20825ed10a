import { enclosingFunction, outward, referenceName, staticName, unwrap, type FunctionNode, type Node } from "../../../ast/nodes.js";

// One's own among the elements of a list: `sessions.map((each) => ({ ...each, isCurrent: each.token === token }))`.

const OWN = /^(?:is|was)?_?(?:current|mine|own|self|this)(?:_?(?:device|session|token))?$/i;

/** Whether a comparison marks elements of a list, each of which is given back, or says of one that it is the caller's own. */
export function isMark(comparison: Node): boolean {
  const { parent, child } = outwardAnswer(comparison);
  const name =
    parent?.type === "Property" && parent.value === child
      ? staticName(parent)
      : parent?.type === "VariableDeclarator"
        ? referenceName(parent.id)
        : undefined;
  return (name !== undefined && OWN.test(name)) || marksElement(comparison, parent, child);
}

/** Out of `!!a && (b === c || d === c)` and `Boolean(b === c)`: where the answer goes. */
function outwardAnswer(comparison: Node): { parent: Node | undefined; child: Node } {
  let place = outward(comparison);
  while (
    place &&
    (place.parent.type === "LogicalExpression" ||
      (place.parent.type === "UnaryExpression" && place.parent.operator === "!") ||
      isBooleanCall(place.parent))
  )
    place = outward(place.parent);
  return place ?? { parent: undefined, child: comparison };
}

/** `Boolean(a === b)` */
export const isBooleanCall = (node: Node): boolean => node.type === "CallExpression" && referenceName(node.callee) === "Boolean";

function marksElement(comparison: Node, parent: Node | undefined, child: Node): boolean {
  const fn = enclosingFunction(comparison);
  const place = fn && outward(fn);
  const callee = place?.parent.type === "CallExpression" ? unwrap(place.parent.callee) : undefined;
  if (callee?.type !== "MemberExpression" || staticName(callee) !== "map") return false;
  if (parent?.type === "Property") return parent.value === child;
  return (
    parent?.type === "ConditionalExpression" &&
    parent.test === child &&
    [parent.consequent, parent.alternate].every((each) => isElement(each, fn!))
  );
}

/** The element of the list that a callback is called with, or an object made of it. */
function isElement(node: Node, { params: [first] }: FunctionNode): boolean {
  const inner = unwrap(node);
  if (first?.type !== "Identifier") return false;
  if (inner.type === "ObjectExpression")
    return inner.properties.some((each) => each.type === "SpreadElement" && referenceName(each.argument) === first.name);
  return inner.type === "Identifier" && inner.name === first.name;
}
