import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, outward, unwrap, type Node } from "../../ast/nodes.js";
import type { SourceFile } from "../../source-file.js";
import { around, isQueryObject, mayBeSecret } from "./object-parameters.js";
import type { Parameter } from "./parameters.js";
import { placesOf } from "./query-places.js";

/** `new URLSearchParams([["page", page], ["token", token]])` in a URL, and such a list that a loop sets. */
export function parametersOfPairs(file: SourceFile, list: TSESTree.ArrayExpression): Parameter[] {
  if (list.elements[0]?.type !== "ArrayExpression") return [];
  const held = list.elements.flatMap((each) => {
    const [name, value] = each?.type === "ArrayExpression" && each.elements.length === 2 ? each.elements : [];
    const text = name ? literalText(name) : undefined;
    return each && text !== undefined && value && mayBeSecret(unwrap(value)) ? [{ name: text, value, start: each.range[0] }] : [];
  });
  if (held.length === 0) return [];
  if (isLoopedOver(file, list)) return held.map((each) => ({ ...each, before: "" }));
  const place = isWritten(list) ? placesOf(file, list).find((each) => isQueryObject(file, each)) : undefined;
  return place ? held.map((each) => ({ ...each, ...around(file, place) })) : [];
}

const isWritten = (list: Node): boolean => /^(?:New|Call)Expression$|^VariableDeclarator$/.test(outward(list)?.parent.type ?? "");

/** `for (const [name, value] of [["token", token]]) url.searchParams.set(name, value)` */
function isLoopedOver({ sourceCode: { text } }: SourceFile, list: Node): boolean {
  const loop = outward(list)?.parent;
  if (loop?.type !== "ForOfStatement" || loop.right !== list || loop.left.type !== "VariableDeclaration") return false;
  const pair = loop.left.declarations[0]?.id;
  const name = pair?.type === "ArrayPattern" ? pair.elements[0] : undefined;
  const set = /searchParams\.(?:append|set)\(\s{0,20}([\w$]{1,60})/.exec(
    text.slice(list.range[1], Math.min(loop.range[1], list.range[1] + 400)),
  );
  return name?.type === "Identifier" && set?.[1] === name.name;
}
