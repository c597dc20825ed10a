import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, outward, unwrap, type Node } from "./nodes.js";

// What is written right before a value.

/** The written end of a text: `": "` of `"password of " + name + ": "`. */
export function endText(node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type === "TemplateLiteral") return inner.quasis.at(-1)?.value.cooked ?? undefined;
  return inner.type === "BinaryExpression" && inner.operator === "+" ? endText(inner.right) : literalText(inner);
}

/** The whole template or sum that a value is written into; the value itself where it is in none. */
export function wholeText(value: Node): Node {
  let whole = value;
  for (let place = outward(whole); place && isText(place.parent); place = outward(whole)) whole = place.parent;
  return whole;
}

const isText = (node: Node): boolean => node.type === "TemplateLiteral" || (node.type === "BinaryExpression" && node.operator === "+");

/** `"Bearer "` of `` `Bearer ${value}` `` and `"Bearer " + value`; undefined where a value is no part of a text. */
export function textRightBefore(value: Node): string | undefined {
  const { parent, child } = outward(value) ?? {};
  if (parent?.type === "TemplateLiteral")
    return parent.quasis[parent.expressions.indexOf(child as TSESTree.Expression)]?.value.cooked ?? undefined;
  return parent?.type === "BinaryExpression" && parent.operator === "+" && parent.right === child
    ? endText(parent.left as Node)
    : undefined;
}
