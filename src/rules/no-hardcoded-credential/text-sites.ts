import type { TSESTree } from "@typescript-eslint/utils";
import { isSum } from "../../ast/texts.js";
import { literalText, staticName, type Node } from "../../ast/nodes.js";
import { classifyValue } from "../../secrets/values/values.js";

/** A text in the code: a literal, a template, or a whole `+` chain of them. */
export interface TextSite {
  node: Node;
  /** The text with `${x}` for every part that is computed. */
  text: string;
  /** True when nothing of it is computed. */
  fixed: boolean;
}

/**
 * The text that begins at a literal or template; undefined inside a longer `+` chain, whose top speaks for all its parts.
 *
 * @param shortest how many characters it has at least: few secrets are shorter than three, save what a program signs with
 */
export function textSiteOf(node: Node, shortest = 3): TextSite | undefined {
  const joined = node.parent?.type === "ArrayExpression" && node.parent.elements[0] === node ? joinedText(node.parent) : undefined;
  if (joined) return joined;
  if (isSum(node.parent)) return undefined;
  const parts: string[] = [];
  let fixed = true;
  const hole = (): void => {
    fixed = false;
    parts.push("${x}");
  };
  const collect = (each: Node, depth: number): void => {
    if (isSum(each) && depth < 400) {
      collect(each.left as Node, depth + 1);
      collect(each.right, depth + 1);
    } else if (each.type === "Literal" && typeof each.value === "string") parts.push(each.value);
    else if (each.type === "TemplateLiteral")
      for (const [index, quasi] of each.quasis.entries()) {
        parts.push(quasi.value.cooked ?? "");
        if (index < each.expressions.length) hole();
      }
    else hole();
  };
  collect(node, 0);
  const text = parts.join("");
  return text.length < shortest || (!fixed && parts.every((part) => part === "${x}")) ? undefined : { node, text, fixed };
}

/**
 * `["rk", "99", "ferry"].join("_")`: a text in pieces. Lines, words of a command and lists are texts of their own, unless only all of them together have
 * the format of a secret.
 */
function joinedText(list: TSESTree.ArrayExpression): TextSite | undefined {
  const join = list.parent.type === "MemberExpression" && staticName(list.parent) === "join" ? list.parent : undefined;
  const call = join?.parent.type === "CallExpression" && join.parent.callee === join ? join.parent : undefined;
  const between = call?.arguments[0] ? literalText(call.arguments[0]) : ",";
  const parts = list.elements.map((each) => literalText(each));
  if (!call || between === undefined || parts.length > MAX_PARTS || parts.some((each) => each === undefined)) return undefined;
  const text = parts.join(between);
  if (parts.some((each) => classifyValue(each!)) || (/[\s,;|]/.test(between) && !classifyValue(text))) return undefined;
  return { node: call, text, fixed: true };
}
const MAX_PARTS = 24;

/** The longest stretch of a text that is not computed. */
export const longestPart = ({ text }: TextSite): string =>
  text.split("${x}").reduce((longest, part) => (part.length > longest.length ? part : longest));
