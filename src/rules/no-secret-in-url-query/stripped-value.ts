import { referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";

/** `encodeURIComponent(x)`, `String(x)`, `x.toString()` are `x`, `secrets.API_KEY.value()` of Firebase is `secrets.API_KEY`. */
export function strippedValue(value: Node): Node {
  const inner = unwrap(value);
  if (inner.type !== "CallExpression") return inner;
  const callee = unwrap(inner.callee);
  const argument = inner.arguments[0];
  if (callee.type === "Identifier" && argument && /^(?:encodeURIComponent|encodeURI|String|escape)$/.test(callee.name))
    return strippedValue(argument);
  if (callee.type !== "MemberExpression") return inner;
  const method = staticName(callee);
  const isParameter = method === "value" && /^[A-Z][A-Z\d_]+$/.test(referenceName(callee.object) ?? "");
  return method === "toString" || isParameter ? strippedValue(callee.object) : inner;
}
