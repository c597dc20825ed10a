import type { TSESTree } from "@typescript-eslint/utils";
import { isSum } from "../../ast/texts.js";
import { outward, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { isGlobal } from "../../ast/scope.js";
import { staticNumber } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";
import { argumentText } from "../hazards.js";

/** A whole number from `low` up to, but not including, `high`. */
export interface IntegerShape {
  kind: "integer";
  /** What the edit replaces. */
  node: Node;
  /** Source text; `"0"` when there is no lower bound. */
  low: string;
  high: string;
  /** Text of `high - low`. */
  span: string;
  /** Known value of `high - low`. */
  size: number | undefined;
  /** The bounds are proven whole numbers that `randomInt` takes, and the original gives exactly these. */
  proven: boolean;
}

type Rounding = "floor" | "round" | "ceil";

/** `randomInt` takes ranges up to 2^48 - 1 (Node documentation). */
const MAX_RANGE = 2 ** 48 - 1;

/** The whole-number expression around a `Math.random()` call, with the range it gives. Undefined when it is none or the range has no text. */
export function integerShape(file: SourceFile, random: Node): IntegerShape | undefined {
  const product = parentOf(random);
  if (product?.type !== "BinaryExpression" || product.operator !== "*") return undefined;
  const factor = same(product.left as Node, random) ? product.right : (product.left as Node);
  let inner: Node = product;
  let inside: Node | undefined;
  const sum = parentOf(inner);
  if (isSum(sum)) {
    inside = same(sum.left as Node, inner) ? sum.right : (sum.left as Node);
    inner = sum;
  }
  const rounded = rounding(file, inner);
  if (!rounded) return undefined;
  const outer = inside ? undefined : outerSum(file, rounded.node);
  const offset = inside ?? outer?.offset;
  const whole = outer?.node ?? rounded.node;
  return ranged(file, { factor, offset, node: whole, alone: rounded.node }, rounded.by, rounded.limit);
}

const parentOf = (node: Node): Node | undefined => outward(node)?.parent;
const same = (a: Node, b: Node): boolean => unwrap(a) === unwrap(b);

/** What makes a whole number of the fraction, and up to which bound it does. */
function rounding(file: SourceFile, inner: Node): { node: Node; by: Rounding; limit: number } | undefined {
  const parent = parentOf(inner);
  if (parent?.type === "CallExpression" && parent.arguments[0] && same(parent.arguments[0], inner)) {
    const callee = unwrap(parent.callee);
    if (callee.type === "Identifier")
      return callee.name === "parseInt" && isGlobal(file.sourceCode, callee) && isDecimal(parent)
        ? { node: parent, by: "floor", limit: 1e9 }
        : undefined;
    if (callee.type !== "MemberExpression") return undefined;
    const name = staticName(callee);
    if (isGlobal(file.sourceCode, callee.object, "Number"))
      return name === "parseInt" && isDecimal(parent) ? { node: parent, by: "floor", limit: 1e9 } : undefined;
    if (!isGlobal(file.sourceCode, callee.object, "Math")) return undefined;
    if (name === "floor" || name === "trunc") return { node: parent, by: "floor", limit: MAX_RANGE };
    return name === "round" || name === "ceil" ? { node: parent, by: name, limit: MAX_RANGE } : undefined;
  }
  if (parent?.type === "UnaryExpression" && parent.operator === "~") {
    const twice = parentOf(parent);
    return twice?.type === "UnaryExpression" && twice.operator === "~" ? { node: twice, by: "floor", limit: 2 ** 31 } : undefined;
  }
  if (
    parent?.type === "BinaryExpression" &&
    /^(?:\||<<|>>|>>>)$/.test(parent.operator) &&
    same(parent.left as Node, inner) &&
    parent.right.type === "Literal" &&
    parent.right.value === 0
  )
    return { node: parent, by: "floor", limit: parent.operator === ">>>" ? 2 ** 32 : 2 ** 31 };
  return undefined;
}

const isDecimal = (call: TSESTree.CallExpression): boolean =>
  call.arguments.length === 1 || (call.arguments[1]?.type === "Literal" && call.arguments[1].value === 10);

/** `… + min`, `min + …` around the whole number; `- 1` counts when it is a number. */
function outerSum(file: SourceFile, node: Node): { node: Node; offset: Node } | undefined {
  const parent = parentOf(node);
  if (parent?.type !== "BinaryExpression" || parent.operator !== "+") return undefined;
  const offset = same(parent.left as Node, node) ? parent.right : (parent.left as Node);
  return staticNumber(file.sourceCode, offset) !== undefined || unwrap(offset).type === "Identifier" ? { node: parent, offset } : undefined;
}

interface Parts {
  factor: Node;
  offset: Node | undefined;
  node: Node;
  /** The expression without what is added outside. */
  alone: Node;
}

function ranged(file: SourceFile, { factor, offset, node, alone }: Parts, by: Rounding, limit: number): IntegerShape | undefined {
  const { sourceCode } = file;
  const text = (each: Node): string => argumentText(sourceCode, each);
  const size = staticNumber(sourceCode, factor);
  const from = offset ? staticNumber(sourceCode, offset) : 0;
  const bounds = minMax(file, factor, offset);
  const more = by === "round" ? 1 : 0;
  const shift = by === "ceil" ? 1 : 0;
  if (size !== undefined && from !== undefined) {
    const span = size + more;
    const proven =
      Number.isSafeInteger(size) && Number.isSafeInteger(from) && size >= 1 && span <= limit && Number.isSafeInteger(from + span + shift);
    if (!proven) return undefined;
    const literal = !/[A-Za-z_$]/.test(`${text(factor)}${offset ? text(offset) : ""}`);
    if (bounds && by === "floor" && !literal) return { kind: "integer", node, ...bounds, size, proven };
    if (by === "floor" && !offset && !/^[-+ \d]+$/.test(text(factor).replace(/^\d+$/, "n")))
      return { kind: "integer", node, low: "0", high: text(factor), span: text(factor), size, proven };
    return { kind: "integer", node, low: String(from + shift), high: String(from + span + shift), span: String(span), size: span, proven };
  }
  if (by !== "floor") return undefined;
  if (bounds) return { kind: "integer", node, ...bounds, size: undefined, proven: false };
  // Whatever is added outside stays there.
  if (size === 0 || (offset && alone === node)) return undefined;
  const proven = size !== undefined && Number.isSafeInteger(size) && size >= 1 && size <= limit;
  return { kind: "integer", node: alone, low: "0", high: text(factor), span: text(factor), size, proven };
}

/** `(max - min + 1)` and `(max - min)` with `min` added. */
function minMax(file: SourceFile, factor: Node, offset: Node | undefined): { low: string; high: string; span: string } | undefined {
  if (!offset) return undefined;
  const { sourceCode } = file;
  const low = sourceCode.getText(unwrap(offset));
  let difference = unwrap(factor);
  let one = false;
  if (isSum(difference)) {
    const [left, right] = [unwrap(difference.left as Node), unwrap(difference.right)];
    const [number, rest] = right.type === "Literal" ? [right, left] : [left, right];
    if (number.type !== "Literal" || number.value !== 1) return undefined;
    one = true;
    difference = rest;
  } else if (
    difference.type === "BinaryExpression" &&
    difference.operator === "-" &&
    unwrap(difference.left as Node).type === "BinaryExpression"
  ) {
    // max + 1 - min
    const left = unwrap(difference.left as Node) as TSESTree.BinaryExpression;
    if (
      left.operator === "+" &&
      left.right.type === "Literal" &&
      left.right.value === 1 &&
      sourceCode.getText(unwrap(difference.right)) === low
    )
      return { low, high: `${sourceCode.getText(left.left)} + 1`, span: sourceCode.getText(difference) };
  }
  if (difference.type !== "BinaryExpression" || difference.operator !== "-" || sourceCode.getText(unwrap(difference.right)) !== low)
    return undefined;
  if (unwrap(offset).type !== "Identifier" && unwrap(offset).type !== "MemberExpression" && unwrap(offset).type !== "Literal")
    return undefined;
  const max = sourceCode.getText(difference.left as Node);
  const known = staticNumber(sourceCode, difference.left as Node);
  const literal = unwrap(difference.left as Node).type === "Literal" && known !== undefined;
  const high = one ? (literal ? String(known + 1) : `${max} + 1`) : max;
  return { low, high, span: sourceCode.getText(unwrap(factor)) };
}
