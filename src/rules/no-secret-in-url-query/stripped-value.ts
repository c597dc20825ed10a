import { staticName, unwrap, type Node } from "../../ast/nodes.js";

/** `encodeURIComponent(x)`, `String(x)`, `x.toString()` are `x`. */
export function strippedValue(value: Node): Node {
  const inner = unwrap(value);
  if (inner.type !== "CallExpression") return inner;
  const callee = unwrap(inner.callee);
  const argument = inner.arguments[0];
  if (callee.type === "Identifier" && argument && /^(?:encodeURIComponent|encodeURI|String|escape)$/.test(callee.name))
    return strippedValue(argument);
  return callee.type === "MemberExpression" && staticName(callee) === "toString" ? strippedValue(callee.object) : inner;
}
