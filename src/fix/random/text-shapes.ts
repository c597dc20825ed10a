import type { TSESTree } from "@typescript-eslint/utils";
import { outward, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { staticNumber, staticString } from "../../ast/static-value.js";
import { isMathRandom } from "../../secrets/sources/random-sources.js";
import type { SourceFile } from "../../source-file.js";

/** Characters of one radix. */
export interface TextShape {
  kind: "text";
  node: Node;
  radix: number;
  /** How many: declared in the source, else 13. */
  length: number;
  /** Source text, when the source computes the length. */
  lengthText: string | undefined;
  /** What follows in the source may count on the characters `0.` that the edit leaves out. */
  open: boolean;
}

export interface UuidShape {
  kind: "uuid";
  node: Node;
}

/** What `Math.random().toString(36)` gives at most, without `0.` (FIXES: 200,000 draws); of fewer characters, as many as keep its 52 bits. */
const naturalLength = (radix: number): number => Math.max(13, Math.ceil(52 / Math.log2(radix)));
const CUTTING = new Set(["slice", "substr", "substring"]);
const KEEPING = new Set([
  "concat",
  "normalize",
  "padEnd",
  "padStart",
  "toLocaleLowerCase",
  "toLocaleUpperCase",
  "toLowerCase",
  "toString",
  "toUpperCase",
  "trim",
]);

/** `Math.random().toString(36).slice(2)` and its variants, two halves joined by `+` as one. */
export function textShape(file: SourceFile, random: Node): TextShape | undefined {
  const own = half(file, random);
  const sum = own && outward(own.node)?.parent;
  if (!own || sum?.type !== "BinaryExpression" || sum.operator !== "+") return own;
  const other = unwrap((unwrap(sum.left as Node) === own.node ? sum.right : sum.left) as Node);
  const second = randomInside(file, other);
  const twin = second && half(file, second);
  if (!twin || twin.node !== other || twin.radix !== own.radix || own.lengthText !== undefined || twin.lengthText !== undefined) return own;
  return { ...own, node: sum, length: own.length + twin.length, open: false };
}

/** The `Math.random()` that a method chain begins with. */
function randomInside({ sourceCode }: SourceFile, node: Node): Node | undefined {
  let current = unwrap(node);
  for (let hops = 0; hops < 8; hops++) {
    if (current.type !== "CallExpression") return undefined;
    if (isMathRandom(sourceCode, current.callee)) return current;
    if (current.callee.type !== "MemberExpression") return undefined;
    current = unwrap(current.callee.object);
  }
  return undefined;
}

function half(file: SourceFile, random: Node): TextShape | undefined {
  const first = methodCall(random);
  if (!first) return undefined;
  if (first.name === "toFixed") return fixedDigits(file, first.call);
  if (first.name !== "toString") return undefined;
  const argument = first.call.arguments[0];
  const radix = argument ? staticNumber(file.sourceCode, argument) : 10;
  if (radix === undefined || !Number.isInteger(radix) || radix < 2 || radix > 36) return undefined;
  const cut = methodCall(first.call);
  const shape = { kind: "text" as const, radix, length: naturalLength(radix), lengthText: undefined, open: false };
  if (cut && CUTTING.has(cut.name)) {
    const length = cutLength(file, cut.name, cut.call.arguments, radix);
    return length && { ...shape, node: cut.call, ...length };
  }
  if (
    cut?.name === "replace" &&
    isPrefix(file, cut.call.arguments[0]) &&
    staticString(file.sourceCode, cut.call.arguments[1] ?? cut.call) === ""
  )
    return { ...shape, node: cut.call };
  const parts = cut?.name === "split" && isPrefix(file, cut.call.arguments[0]) ? outward(cut.call)?.parent : undefined;
  if (parts?.type === "MemberExpression" && parts.computed && parts.property.type === "Literal" && parts.property.value === 1)
    return { ...shape, node: parts };
  return { ...shape, node: first.call, open: isOpen(first.call) };
}

/** Whether a position of the text counts: `.toUpperCase().slice(2)` means the characters behind `0.`, `.padEnd(40)` all of them. */
function isOpen(text: Node): boolean {
  const next = methodCall(text);
  if (next && KEEPING.has(next.name)) return isOpen(next.call);
  return outward(text)?.parent.type === "MemberExpression";
}

/** `.toFixed(6).slice(2)`: six digits. */
function fixedDigits(file: SourceFile, call: TSESTree.CallExpression): TextShape | undefined {
  const digits = call.arguments[0] && staticNumber(file.sourceCode, call.arguments[0]);
  const cut = methodCall(call);
  const start = cut?.call.arguments.length === 1 ? staticNumber(file.sourceCode, cut.call.arguments[0]!) : undefined;
  if (digits === undefined || digits < 1 || !cut || !CUTTING.has(cut.name) || (start !== 2 && start !== -digits)) return undefined;
  return { kind: "text", node: cut.call, radix: 10, length: digits, lengthText: undefined, open: false };
}

const isPrefix = (file: SourceFile, node: Node | undefined): boolean =>
  node !== undefined &&
  (/^0?\.$/.test(staticString(file.sourceCode, node) ?? "") ||
    (node.type === "Literal" && "regex" in node && /^\^?(?:0\\?\.|0?\\\.)$/.test(node.regex.pattern)));

function methodCall(receiver: Node): { name: string; call: TSESTree.CallExpression } | undefined {
  const member = outward(receiver)?.parent;
  if (member?.type !== "MemberExpression" || unwrap(member.object) !== unwrap(receiver)) return undefined;
  const call = outward(member)?.parent;
  const name = staticName(member);
  return call?.type === "CallExpression" && unwrap(call.callee) === member && name !== undefined ? { name, call } : undefined;
}

function cutLength(
  file: SourceFile,
  name: string,
  args: readonly Node[],
  radix: number,
): Pick<TextShape, "length" | "lengthText"> | undefined {
  const [first, second] = args;
  const start = first && staticNumber(file.sourceCode, first);
  if (!first || start === undefined || args.length > 2) return undefined;
  if (start < 0) return name !== "substring" && !second ? { length: -start, lengthText: undefined } : undefined;
  if (!second) return { length: naturalLength(radix), lengthText: undefined };
  const end = staticNumber(file.sourceCode, second);
  if (end !== undefined) {
    const length = name === "substr" ? end : end - start;
    return Number.isInteger(length) && length > 0 && length <= 64 ? { length, lengthText: undefined } : undefined;
  }
  const text = file.sourceCode.getText(second);
  if (name === "substr") return { length: 0, lengthText: text };
  const sum = unwrap(second);
  if (sum.type !== "BinaryExpression" || sum.operator !== "+") return undefined;
  if (staticNumber(file.sourceCode, sum.left as Node) === start) return { length: 0, lengthText: file.sourceCode.getText(sum.right) };
  return staticNumber(file.sourceCode, sum.right) === start ? { length: 0, lengthText: file.sourceCode.getText(sum.left) } : undefined;
}

/** The canonical template of a random UUID: `"xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, …)`. */
export function uuidShape(file: SourceFile, random: Node): UuidShape | undefined {
  for (let node = random.parent; node; node = node.parent) {
    if (node.type === "FunctionDeclaration") return undefined;
    if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || staticName(node.callee) !== "replace") continue;
    const [pattern, callback] = node.arguments;
    if (staticString(file.sourceCode, node.callee.object)?.toLowerCase() !== "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx") return undefined;
    if (
      pattern?.type !== "Literal" ||
      !("regex" in pattern) ||
      !/^\[xy\]$/i.test(pattern.regex.pattern) ||
      !pattern.regex.flags.includes("g")
    )
      return undefined;
    const body = file.sourceCode.getText(callback).replaceAll(/[\s()]/g, "");
    return /Math\.random\*16\|0|Math\.floorMath\.random\*16/.test(body) && /&(?:0x)?0?3\|(?:0x)?0?8/.test(body) && /\.toString16/.test(body)
      ? { kind: "uuid", node }
      : undefined;
  }
  return undefined;
}
