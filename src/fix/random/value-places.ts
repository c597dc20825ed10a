import { dottedPath, literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { isSum } from "../../ast/texts.js";
import { reassignments, variableOf } from "../../ast/scope.js";
import { isMathRandom, randomSourceOf } from "../../secrets/sources/random-sources.js";
import type { SourceFile } from "../../source-file.js";

// Where a made up value stands: alone, or as a part of a text.

/** Nothing but literals, `Math.random()` and clock reads. */
export function isPure(file: SourceFile, node: Node): boolean {
  const inner = unwrap(node);
  switch (inner.type) {
    case "Literal":
      return true;
    case "TemplateLiteral":
      return inner.expressions.every((each) => isPure(file, each));
    case "BinaryExpression":
      return isPure(file, inner.left as Node) && isPure(file, inner.right);
    case "CallExpression":
      if (isMathRandom(file.sourceCode, inner.callee) || randomSourceOf(file.sourceCode, inner)?.from === "clock") return true;
      if (inner.callee.type === "MemberExpression" && staticName(inner.callee) === "toString") return isPure(file, inner.callee.object);
      return referenceName(inner.callee) === "String" && inner.arguments.length === 1 && isPure(file, inner.arguments[0]!);
    default:
      return false;
  }
}

/** The value itself, when nothing else but numbers and times is part of it. */
export function wholeValue(file: SourceFile, call: Node): Node | undefined {
  let node = call;
  for (;;) {
    const place = outward(node);
    const parent = place?.parent;
    const next =
      parent?.type === "MemberExpression" && unwrap(parent.object) === node && staticName(parent) === "toString"
        ? outward(parent)?.parent
        : undefined;
    if (next?.type === "CallExpression") node = next;
    else if (parent?.type === "CallExpression" && referenceName(parent.callee) === "String" && parent.arguments[0] === node) node = parent;
    else if (
      parent?.type === "BinaryExpression" &&
      [parent.left, parent.right].every((side) => unwrap(side as Node) === node || isClockOrNumber(file, side as Node))
    )
      node = parent;
    else {
      const stands =
        (parent?.type === "VariableDeclarator" && parent.init === place?.child) ||
        (parent?.type === "AssignmentExpression" && parent.operator === "=" && !isCounted(file, parent.left)) ||
        (parent?.type === "Property" && parent.value === place?.child) ||
        parent?.type === "ReturnStatement" ||
        (parent?.type === "ArrowFunctionExpression" && !makesByte(parent));
      return stands ? node : undefined;
    }
  }
}

/** `bytes[at]` of a loop: one number of many. */
function isCounted({ sourceCode }: SourceFile, target: Node): boolean {
  const index = target.type === "MemberExpression" && target.computed ? target.property : undefined;
  const variable = index?.type === "Identifier" ? variableOf(sourceCode, index) : undefined;
  return variable !== undefined && reassignments(variable).length > 0;
}

/** `Uint8Array.from({ length }, () => Math.random() * 256)` */
const makesByte = ({ parent }: Node): boolean =>
  parent?.type === "CallExpression" && /^Uint\d{1,2}Array\.from$/.test(dottedPath(parent.callee)?.join(".") ?? "");

const isClockOrNumber = (file: SourceFile, node: Node): boolean =>
  (node.type === "Literal" && typeof node.value === "number") || (node.type === "CallExpression" && isPure(file, node));

/** `call` as a part of a text: the hole of a template, or an operand beside a string. */
export function partOfText(call: Node): Node | undefined {
  const parent = outward(call)?.parent;
  if (parent?.type === "TemplateLiteral") return parent.parent?.type === "TaggedTemplateExpression" ? undefined : call;
  const other = isSum(parent) ? (unwrap(parent.left as Node) === call ? parent.right : (parent.left as Node)) : undefined;
  return other && (other.type === "TemplateLiteral" || typeof literalText(other) === "string") ? call : undefined;
}
