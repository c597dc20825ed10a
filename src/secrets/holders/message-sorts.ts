import { isFunction, literalText, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";

/** What messages and actions say of which sort they are. */
const SORT = /^(?:action|cmd|command|event|kind|op|operation|t|type)$/;
const MAX_PARENTS = 64;

/** Whether two places handle different sorts of a message: `case "login"` and `case "chat"` of `switch (message.type)`. */
export function handlesOtherSort(name: string | undefined, one: Node, other: Node): boolean {
  const sort = name === undefined ? undefined : sortAt(name, one);
  const otherSort = sort === undefined ? undefined : sortAt(name!, other);
  return otherSort !== undefined && otherSort !== sort;
}

/** `chat` where `message.type === "chat"` has to be true. */
function sortAt(name: string, place: Node): string | undefined {
  let child = place;
  for (let hops = 0, node = place.parent; node && hops < MAX_PARENTS && !isFunction(node); hops++, child = node, node = node.parent) {
    const sort =
      node.type === "SwitchCase" && node.parent.type === "SwitchStatement"
        ? sortAsked(name, node.parent.discriminant, node.test)
        : node.type === "IfStatement" &&
            node.consequent === child &&
            node.test.type === "BinaryExpression" &&
            /^===?$/.test(node.test.operator)
          ? sortAsked(name, node.test.left as Node, node.test.right)
          : undefined;
    if (sort !== undefined) return sort;
  }
  return undefined;
}

function sortAsked(name: string, asked: Node, sort: Node | null): string | undefined {
  const inner = unwrap(asked);
  return inner.type === "MemberExpression" && SORT.test(staticName(inner) ?? "") && referenceName(inner.object) === name
    ? literalText(sort)
    : undefined;
}
