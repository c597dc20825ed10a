import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, outward, unwrap, type Node } from "./nodes.js";

// Texts that are put together: sums and templates, and what is written right before a value there.

type Sum = TSESTree.BinaryExpression & { operator: "+" };

/** `a + b`, of texts or of numbers. */
export const isSum = (node: Node | null | undefined): node is Sum => node?.type === "BinaryExpression" && node.operator === "+";

/** `a + b`, or a template. */
export const isSumOrTemplate = (node: Node | null | undefined): node is Sum | TSESTree.TemplateLiteral =>
  node?.type === "TemplateLiteral" || isSum(node);

const MAX_DEPTH = 50;

/** What a sum or a template is put together from, in order: operands, pieces of the template, values in it. Of anything else, itself. */
export function textParts(text: Node, depth = 0): Node[] {
  const inner = unwrap(text);
  if (isSum(inner) && depth < MAX_DEPTH) return [...textParts(inner.left as Node, depth + 1), ...textParts(inner.right, depth + 1)];
  if (inner.type !== "TemplateLiteral") return [inner];
  return inner.quasis.flatMap((quasi, index): Node[] => {
    const value = inner.expressions[index];
    return value ? [quasi, unwrap(value)] : [quasi];
  });
}

/** The written end of a text: `": "` of `"password of " + name + ": "`. */
export function endText(node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type === "TemplateLiteral") return inner.quasis.at(-1)?.value.cooked ?? undefined;
  return isSum(inner) ? endText(inner.right) : literalText(inner);
}

/** The whole template or sum that a value is written into; the value itself where it is in none. */
export function wholeText(value: Node): Node {
  let whole = value;
  for (let place = outward(whole); place && isSumOrTemplate(place.parent); place = outward(whole)) whole = place.parent;
  return whole;
}

/** `"Bearer "` of `` `Bearer ${value}` `` and `"Bearer " + value`; undefined where a value is no part of a text. */
export function textRightBefore(value: Node): string | undefined {
  const { parent, child } = outward(value) ?? {};
  if (parent?.type === "TemplateLiteral")
    return parent.quasis[parent.expressions.indexOf(child as TSESTree.Expression)]?.value.cooked ?? undefined;
  return isSum(parent) && parent.right === child ? endText(parent.left as Node) : undefined;
}

/** `typed` of `typed || ""`, `typed ?? ""`: a text, whatever is missing. */
export function withoutEmptyDefault(node: Node): Node {
  const inner = unwrap(node);
  return inner.type === "LogicalExpression" && inner.operator !== "&&" && literalText(inner.right) === ""
    ? withoutEmptyDefault(inner.left)
    : inner;
}
