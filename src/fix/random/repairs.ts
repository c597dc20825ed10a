import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { enclosingFunction, literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { staticNumber } from "../../ast/static-value.js";
import { isMathRandom, randomSourceOf, type RandomSource } from "../../secrets/random-sources.js";
import type { SourceFile } from "../../source-file.js";
import type { EditClass } from "../delivery.js";
import { replace } from "../edit.js";
import { isTypeScript } from "../module-kind.js";
import { runtimeOf } from "../runtime.js";
import { integerShape } from "./integer-shapes.js";
import { nodeReplacement, nodeToken, webReplacement, webToken, withMember, type Replacement, type Shape } from "./replacements.js";
import { textShape, uuidShape } from "./text-shapes.js";

interface Choice {
  editClass: EditClass;
  edits: Replacement["edits"];
  data: { use: string };
}

/** How a finding can be repaired. */
export interface Repairs {
  /** What is reported and replaced. */
  node: Node;
  /** What the message recommends. */
  use: string;
  /** Edits that keep range, alphabet and length. */
  same: Choice[];
  /** Edits that make a long token. */
  token: Choice[];
  /** Of a base-36 or hex string. */
  bits: number | undefined;
  length: number | undefined;
}

/** The expression around a random source that makes the value, and its replacements: safest first. */
export function repairsOf(file: SourceFile, call: TSESTree.CallExpression, source: RandomSource): Repairs {
  const shape = source.from === "math" ? (uuidShape(file, call) ?? integerShape(file, call) ?? textShape(file, call)) : undefined;
  if (shape) return ofShape(file, shape);
  const library = ofLibrary(file, call, source) ?? ofDigest(file, call);
  if (library) return library;
  const whole = wholeValue(call);
  const token = whole && (isNodeLike(file) ? nodeToken(file, whole) : webToken(file, whole));
  return { node: call, use: recommended(file, source.shape === "integer" ? "int" : "bytes"), same: [], token: token ? [choice("manual", token)] : [], bits: undefined, length: undefined };
}

const choice = (editClass: EditClass, { edits, use }: Replacement): Choice => ({ editClass, edits, data: { use } });

/** Node is proven. Elsewhere Web Crypto is there, and needs no import. */
const isNodeLike = (file: SourceFile): boolean => runtimeOf(file) === "node";

const recommended = (file: SourceFile, what: "int" | "bytes" | "uuid"): string => {
  if (isNodeLike(file)) return { int: "randomInt() of node:crypto", bytes: "randomBytes() of node:crypto", uuid: "randomUUID() of node:crypto" }[what];
  return what === "uuid" ? "crypto.randomUUID()" : "crypto.getRandomValues()";
};

function ofShape(file: SourceFile, shape: Shape): Repairs {
  const runtime = runtimeOf(file);
  const made = runtime === "node" ? nodeReplacement(file, shape) : webReplacement(file, shape);
  const isText = shape.kind === "text" && shape.radix > 10;
  const token = isText ? (runtime === "node" ? nodeToken(file, shape.node) : webToken(file, shape.node)) : undefined;
  const editClass: EditClass = isSafe(file, shape) && (runtime === "node" || runtime === "unknown") && !isFallback(file, shape.node) ? "equivalent" : "manual";
  const fixed = isText && shape.lengthText === undefined;
  return {
    node: shape.node,
    use: made?.use ?? recommended(file, shape.kind === "uuid" ? "uuid" : "int"),
    same: made ? [choice(editClass, made)] : [],
    token: token ? [choice("manual", token)] : [],
    bits: fixed ? shape.length * Math.log2(shape.radix) : undefined,
    length: fixed ? shape.length : undefined,
  };
}

function isSafe(file: SourceFile, shape: Shape): boolean {
  if (shape.kind === "integer") return shape.proven;
  if (shape.kind === "text") return shape.lengthText === undefined && !shape.open;
  // randomUUID() has a template literal type: `let id = randomUUID()` takes no other string.
  const declarator = outward(shape.node)?.parent;
  const isLet = declarator?.type === "VariableDeclarator" && declarator.parent.kind !== "const" && !declarator.id.typeAnnotation;
  return !(isTypeScript(file) && isLet);
}

/** Code that already asks for Web Crypto and lands here without it: the same call would throw. */
function isFallback(file: SourceFile, node: Node): boolean {
  const fn = enclosingFunction(node);
  return runtimeOf(file) !== "node" && fn !== undefined && /getRandomValues|randomUUID/.test(file.sourceCode.getText(fn));
}

function ofLibrary(file: SourceFile, call: TSESTree.CallExpression, { from, member }: RandomSource): Repairs | undefined {
  const repairs = (made: Replacement | undefined, editClass: EditClass, use: string, node: Node = call): Repairs => ({ node, use, same: made ? [choice(editClass, made)] : [], token: [], bits: undefined, length: undefined });
  if (from === "crypto" && member === "pseudoRandomBytes") return repairs(withMember(file, call.callee, "randomBytes", (_, bytes) => bytes), "equivalent", "randomBytes() of node:crypto");
  if (from === "nanoid/non-secure") return repairs(secureImport(file), isNodeLike(file) ? "equivalent" : "manual", "nanoid");
  if (/^(?:lodash|underscore)/.test(from) && member === "random" && call.arguments.length <= 2) {
    const numbers = call.arguments.map((argument) => staticNumber(file.sourceCode, argument));
    const [low, high] = numbers.length === 2 ? numbers : [0, numbers.length === 1 ? numbers[0] : 1];
    if (low === undefined || high === undefined || !Number.isSafeInteger(low) || !Number.isSafeInteger(high) || low > high) return undefined;
    const shape: Shape = { kind: "integer", node: call, low: String(low), high: String(high + 1), span: String(high - low + 1), size: high - low + 1, proven: true };
    return ofShape(file, shape);
  }
  return undefined;
}

/** `nanoid/non-secure` → `nanoid`: the same alphabet and length. */
function secureImport(file: SourceFile): Replacement | undefined {
  const declaration = file.sourceCode.ast.body.find((each) => each.type === "ImportDeclaration" && each.source.value === "nanoid/non-secure");
  if (declaration?.type !== "ImportDeclaration") return undefined;
  const quote = declaration.source.raw[0] ?? '"';
  return { edits: [replace(declaration.source, `${quote}nanoid${quote}`)], use: "nanoid" };
}

const DIGEST_BYTES: Readonly<Record<string, number>> = { md5: 16, sha1: 20, sha256: 32, sha512: 64 };

/** `createHash("md5").update(<nothing but random and time>).digest("hex")`, `md5(Math.random())`. */
function ofDigest(file: SourceFile, random: Node): Repairs | undefined {
  let argument = random;
  for (let node = random.parent; node; argument = node, node = node.parent) {
    if (node.type !== "CallExpression") continue;
    if (node.callee.type === "Identifier" && node.arguments[0] === argument && /^(?:md5|sha1|sha256)$/.test(node.callee.name) && moduleMember(file.sourceCode, node.callee))
      return digestRepairs(file, node, argument, DIGEST_BYTES[node.callee.name]!);
    if (node.callee.type !== "MemberExpression" || staticName(node.callee) !== "update" || node.arguments[0] !== argument) continue;
    const maker = unwrap(node.callee.object);
    const digest = outward(node)?.parent;
    const end = digest?.type === "MemberExpression" && staticName(digest) === "digest" ? outward(digest)?.parent : undefined;
    if (maker.type !== "CallExpression" || referenceName(maker.callee) !== "createHash" || end?.type !== "CallExpression" || literalText(end.arguments[0]) !== "hex") return undefined;
    const bytes = DIGEST_BYTES[literalText(maker.arguments[0])?.toLowerCase() ?? ""];
    return bytes === undefined ? undefined : digestRepairs(file, end, argument, bytes);
  }
  return undefined;
}

function digestRepairs(file: SourceFile, node: Node, argument: Node, bytes: number): Repairs {
  const pure = isPure(file, argument);
  const shape: Shape = { kind: "text", node, radix: 16, length: bytes * 2, lengthText: undefined, open: !pure };
  return ofShape(file, shape);
}

/** Nothing but literals, `Math.random()` and clock reads. */
function isPure(file: SourceFile, node: Node): boolean {
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

/** The value itself, when nothing else is part of it. */
function wholeValue(call: Node): Node | undefined {
  let node = call;
  for (;;) {
    const place = outward(node);
    const member = place?.parent;
    const next = member?.type === "MemberExpression" && unwrap(member.object) === node && staticName(member) === "toString" ? outward(member)?.parent : undefined;
    if (next?.type === "CallExpression") node = next;
    else if (member?.type === "CallExpression" && referenceName(member.callee) === "String" && member.arguments[0] === node) node = member;
    else {
      const parent = place?.parent;
      const stands =
        (parent?.type === "VariableDeclarator" && parent.init === place?.child) ||
        (parent?.type === "AssignmentExpression" && parent.operator === "=") ||
        (parent?.type === "Property" && parent.value === place?.child) ||
        parent?.type === "ReturnStatement" ||
        parent?.type === "ArrowFunctionExpression";
      return stands ? node : undefined;
    }
  }
}
