import { staticName, unwrap, type Node } from "../../../ast/nodes.js";
import { constantInitializer } from "../../../ast/static-value.js";
import { localFunction, returnsOf } from "../../../ast/functions.js";
import type { SourceFile } from "../../../source-file.js";

// Lists that are written where they are searched: `[secret, oldSecret].includes(given)`.

const MAX_HOPS = 6;
/** Methods that leave elements out, or put them in another order. */
const KEEPING = /^(?:concat|filter|reverse|slice|sort)$/;

/** The list itself: `user.codes` of `user.codes ?? []`, `keys` of `keys.filter(Boolean)`, of a constant what it is made of. */
function madeFrom(file: SourceFile, list: Node): Node {
  let current = unwrap(list);
  for (let hops = 0; hops < MAX_HOPS; hops++) {
    const callee = current.type === "CallExpression" ? unwrap(current.callee) : undefined;
    const next: Node | undefined =
      current.type === "LogicalExpression" && current.operator !== "&&"
        ? current.left
        : current.type === "Identifier"
          ? constantInitializer(file.sourceCode, current)
          : callee?.type === "MemberExpression" && KEEPING.test(staticName(callee) ?? "")
            ? callee.object
            : undefined;
    if (!next) break;
    current = unwrap(next);
  }
  return current;
}

/** The list that stands before `?? []`. */
export const withoutFallback = (list: Node): Node => {
  const inner = unwrap(list);
  return inner.type === "LogicalExpression" && inner.operator !== "&&" ? unwrap(inner.left) : inner;
};

/** The elements that are written in a list, or what a callback makes of each: `[mac, mac.toUpperCase()]`, `rows.map((row) => row.code)`. */
export function writtenElements(file: SourceFile, list: Node): readonly Node[] {
  const made = madeFrom(file, list);
  if (made.type === "ArrayExpression")
    return made.elements.filter((each) => each !== null && each.type !== "SpreadElement").map((each) => unwrap(each as Node));
  const callee = made.type === "CallExpression" ? unwrap(made.callee) : undefined;
  const mapper =
    made.type === "CallExpression" && callee?.type === "MemberExpression" && staticName(callee) === "map" && made.arguments[0]
      ? localFunction(file.sourceCode, made.arguments[0] as Node)
      : undefined;
  return mapper ? returnsOf(file.sourceCode, mapper).map(unwrap) : [];
}
