import { referenceName, unwrap, type Node } from "./nodes.js";
import type { SourceCode } from "./scope.js";
import { constantInitializer } from "./static-value.js";

const MAX_HOPS = 10;
/** Methods whose result has elements of the receiver, or what a callback makes of them. */
const LISTING = /^(?:concat|filter|flat|flatMap|map|reverse|slice|sort|toReversed|toSorted)$/;
/** Methods whose callback takes each element first. */
export const ITERATING = /^(?:every|filter|find|findIndex|findLast|findLastIndex|flatMap|forEach|map|some)$/;

/**
 * The text whose parts are the elements of a list: `keys` of `keys.split(",")`, also through `map`, `filter`, `new Set(…)`, spreads, `?? []` and
 * constants. Undefined for every other list.
 */
export function splitText(sourceCode: SourceCode, list: Node): Node | undefined {
  let current: Node | undefined = list;
  for (let hops = 0; current && hops < MAX_HOPS; hops++) {
    const inner: Node = unwrap(current);
    switch (inner.type) {
      case "CallExpression": {
        const callee = unwrap(inner.callee);
        if (callee.type !== "MemberExpression") return undefined;
        const method = referenceName(callee);
        if (method === "split") return callee.object;
        current = method === "from" ? inner.arguments[0] : method !== undefined && LISTING.test(method) ? callee.object : undefined;
        break;
      }
      case "NewExpression":
        current = referenceName(inner.callee) === "Set" ? inner.arguments[0] : undefined;
        break;
      case "ArrayExpression":
        current = inner.elements.length === 1 && inner.elements[0]?.type === "SpreadElement" ? inner.elements[0].argument : undefined;
        break;
      case "LogicalExpression":
        current = inner.operator === "&&" ? inner.right : inner.left;
        break;
      case "ConditionalExpression":
        current = inner.consequent;
        break;
      case "Identifier":
        current = constantInitializer(sourceCode, inner);
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}
