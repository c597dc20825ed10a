import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { enclosingFunction, literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { staticNumber, staticString } from "../../ast/static-value.js";
import { isMathRandom, randomSourceOf, type RandomSource } from "../../secrets/random-sources.js";
import type { SourceFile } from "../../source-file.js";
import { bindMember } from "../bindings.js";
import type { EditClass, Proposal } from "../delivery.js";
import { replace } from "../edit.js";
import { argumentText } from "../hazards.js";
import { runtimeOf } from "../runtime.js";
import { globalReads } from "../scopes.js";
import { integerShape } from "./integer-shapes.js";
import {
  fraction,
  isNode,
  nodeReplacement,
  nodeToken,
  pick,
  shuffled,
  uuid,
  webReplacement,
  webToken,
  withMember,
  type Replacement,
  type Shape,
} from "./replacements.js";
import { textShape, uuidShape } from "./text-shapes.js";

export type RepairMessage = "useSame" | "useToken" | "useUuid" | "useShuffle";

type Choice = Proposal<RepairMessage>;

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
  bits?: number;
  length?: number;
}

/**
 * The expression around a random source that makes the value, and its replacements: safest first.
 *
 * @param sort the sort whose comparator the source is
 */
export function repairsOf(file: SourceFile, call: TSESTree.CallExpression, source: RandomSource, sort?: TSESTree.CallExpression): Repairs {
  if (sort) return ofSort(file, sort);
  const digest = ofDigest(file, call);
  if (digest?.pure) return digest.repairs;
  const shape = source.from === "math" ? (uuidShape(file, call) ?? integerShape(file, call) ?? textShape(file, call)) : undefined;
  if (shape) return ofShape(file, shape);
  return ofLibrary(file, call, source) ?? digest?.repairs ?? ofValue(file, call, source);
}

const choice = (editClass: EditClass, made: Replacement | undefined, messageId: RepairMessage = "useSame"): Choice[] =>
  made ? [{ editClass, messageId, data: { use: made.use }, edits: made.edits }] : [];

export const recommended = (file: SourceFile, what: "int" | "bytes" | "uuid"): string => {
  if (isNode(file))
    return { int: "randomInt() of node:crypto", bytes: "randomBytes() of node:crypto", uuid: "randomUUID() of node:crypto" }[what];
  return what === "uuid" ? "crypto.randomUUID()" : "crypto.getRandomValues()";
};

const tokenFor = (file: SourceFile, node: Node): Replacement | undefined => (isNode(file) ? nodeToken(file, node) : webToken(file, node));

/** A fraction, a time or the text of a package: a new value in its place, or as its part of a text. */
function ofValue(file: SourceFile, call: TSESTree.CallExpression, source: RandomSource): Repairs {
  const whole = wholeValue(file, call);
  const place = whole ?? partOfText(call);
  const token = place
    ? [...choice("manual", tokenFor(file, place), "useToken"), ...(whole ? choice("manual", uuid(file, whole), "useUuid") : [])]
    : [];
  const same = source.from === "math" ? choice("manual", fraction(file, call)) : [];
  return { node: call, use: recommended(file, source.shape === "integer" ? "int" : "bytes"), same: [], token: [...token, ...same] };
}

function ofSort(file: SourceFile, sort: TSESTree.CallExpression): Repairs {
  const { callee } = sort;
  const list = callee.type === "MemberExpression" && !callee.optional ? argumentText(file.sourceCode, callee.object) : undefined;
  const made = list === undefined ? undefined : shuffled(file, sort, staticName(callee) === "sort" ? list : `[...${list}]`);
  return { node: sort, use: "a Fisher-Yates shuffle with a secure generator", same: choice("manual", made, "useShuffle"), token: [] };
}

function ofShape(file: SourceFile, shape: Shape): Repairs {
  const runtime = runtimeOf(file);
  const made = isNode(file) ? nodeReplacement(file, shape) : webReplacement(file, shape);
  const isText = shape.kind === "text" && shape.radix > 10;
  const editClass: EditClass =
    isSafe(shape) && (runtime === "node" || runtime === "unknown") && !isFallback(file, shape.node) ? "equivalent" : "manual";
  return {
    node: shape.node,
    use: made?.use ?? recommended(file, shape.kind === "uuid" ? "uuid" : "int"),
    same: choice(editClass, made),
    token: isText ? choice("manual", tokenFor(file, shape.node), "useToken") : [],
    ...(isText && shape.lengthText === undefined ? { bits: shape.length * Math.log2(shape.radix), length: shape.length } : {}),
  };
}

function isSafe(shape: Shape): boolean {
  if (shape.kind === "integer") return shape.proven;
  return shape.kind === "uuid" || (shape.lengthText === undefined && !shape.open);
}

/** Code that already asks for Web Crypto and lands here without it: the same call would throw. */
function isFallback(file: SourceFile, node: Node): boolean {
  const fn = enclosingFunction(node);
  return runtimeOf(file) !== "node" && fn !== undefined && /getRandomValues|randomUUID/.test(file.sourceCode.getText(fn));
}

function ofLibrary(file: SourceFile, call: TSESTree.CallExpression, { from, member }: RandomSource): Repairs | undefined {
  const repairs = (editClass: EditClass, made: Replacement | undefined, use: string): Repairs => ({
    node: call,
    use,
    same: choice(editClass, made),
    token: [],
  });
  if (from === "crypto" && member === "pseudoRandomBytes")
    return repairs(
      "equivalent",
      withMember(file, call.callee, "randomBytes", (_, bytes) => bytes),
      "randomBytes() of node:crypto",
    );
  if (from === "nanoid/non-secure")
    return repairs(isNode(file) ? "equivalent" : "manual", secureModule(file, "nanoid/non-secure", "nanoid"), "nanoid");
  if (from === "uuid" || from === "uuid/v1") return repairs("manual", randomUuid(file, call, from), "a random UUID");
  return /^(?:lodash|underscore)/.test(from) ? ofLodash(file, call, member) : undefined;
}

function ofLodash(file: SourceFile, call: TSESTree.CallExpression, member: string): Repairs | undefined {
  const [first, second] = call.arguments;
  if (call.arguments.some((each) => each.type === "SpreadElement")) return undefined;
  if (member === "random") return ofLodashNumber(file, call);
  const list = first && argumentText(file.sourceCode, first);
  if (list === undefined || call.arguments.length > 2) return undefined;
  const shuffle = (after: string): Repairs => ({
    node: call,
    use: "a Fisher-Yates shuffle with a secure generator",
    same: choice("manual", shuffled(file, call, `[...${list}]`, after), "useShuffle"),
    token: [],
  });
  if (member === "shuffle") return shuffle("");
  if (member === "sampleSize") return shuffle(`.slice(0, ${second ? argumentText(file.sourceCode, second) : "1"})`);
  const text = staticString(file.sourceCode, first!);
  const isNamed = /^(?:Identifier|Literal)$/.test(first!.type);
  const editClass: EditClass = text !== undefined && text !== "" && ["node", "unknown"].includes(runtimeOf(file)) ? "equivalent" : "manual";
  return { node: call, use: recommended(file, "int"), same: isNamed ? choice(editClass, pick(file, call, list)) : [], token: [] };
}

/** `_.random(1, 6)`, both ends included. */
function ofLodashNumber(file: SourceFile, call: TSESTree.CallExpression): Repairs | undefined {
  const numbers = call.arguments.map((argument) => staticNumber(file.sourceCode, argument));
  const [low, high] = numbers.length === 2 ? numbers : [0, numbers.length === 1 ? numbers[0] : 1];
  if (
    numbers.length > 2 ||
    low === undefined ||
    high === undefined ||
    !Number.isSafeInteger(low) ||
    !Number.isSafeInteger(high) ||
    low > high
  )
    return undefined;
  const size = high - low + 1;
  return ofShape(file, { kind: "integer", node: call, low: String(low), high: String(high + 1), span: String(size), size, proven: true });
}

/** Another module in the place of one: `nanoid/non-secure` → `nanoid`, the same alphabet and length. */
function secureModule(file: SourceFile, from: string, to: string): Replacement | undefined {
  const imported = file.sourceCode.ast.body.flatMap((each) => (each.type === "ImportDeclaration" ? [each.source] : []));
  const required = globalReads(file, "require").flatMap(({ parent }) =>
    parent?.type === "CallExpression" ? (parent.arguments[0] ?? []) : [],
  );
  const edits = [...imported, ...required]
    .filter((each) => literalText(each) === from && each.type === "Literal")
    .map((each) => replace(each, file.sourceCode.getText(each).replace(from, to)));
  return edits.length > 0 ? { edits, use: to } : undefined;
}

/** `v1()` → `v4()`. Options and the order in time are lost. */
function randomUuid(file: SourceFile, call: TSESTree.CallExpression, from: string): Replacement | undefined {
  if (call.arguments.length > 0) return undefined;
  if (from === "uuid/v1") return secureModule(file, from, "uuid/v4");
  const bound = bindMember(file, call, "uuid", "v4");
  return bound && { edits: [...bound.edits, replace(call.callee, bound.text)], use: "v4() of uuid" };
}

const DIGEST_BYTES: Readonly<Record<string, number>> = { md5: 16, sha1: 20, sha256: 32, sha512: 64 };

/** `createHash("md5").update(<nothing but random and time>).digest("hex")`, `md5(Math.random())`. */
function ofDigest(file: SourceFile, random: Node): DigestRepairs | undefined {
  let argument = random;
  for (let node = random.parent; node; argument = node, node = node.parent) {
    if (node.type !== "CallExpression") continue;
    if (
      node.callee.type === "Identifier" &&
      node.arguments[0] === argument &&
      /^(?:md5|sha1|sha256)$/.test(node.callee.name) &&
      moduleMember(file.sourceCode, node.callee)
    )
      return digestRepairs(file, node, argument, DIGEST_BYTES[node.callee.name]!);
    if (node.callee.type !== "MemberExpression" || staticName(node.callee) !== "update" || node.arguments[0] !== argument) continue;
    const maker = unwrap(node.callee.object);
    const digest = outward(node)?.parent;
    const end = digest?.type === "MemberExpression" && staticName(digest) === "digest" ? outward(digest)?.parent : undefined;
    if (
      maker.type !== "CallExpression" ||
      referenceName(maker.callee) !== "createHash" ||
      end?.type !== "CallExpression" ||
      literalText(end.arguments[0]) !== "hex"
    )
      return undefined;
    const bytes = DIGEST_BYTES[literalText(maker.arguments[0])?.toLowerCase() ?? ""];
    return bytes === undefined ? undefined : digestRepairs(file, end, argument, bytes);
  }
  return undefined;
}

interface DigestRepairs {
  /** Nothing but randomness and time went in: the digest is the token, whatever it is made from. */
  pure: boolean;
  repairs: Repairs;
}

function digestRepairs(file: SourceFile, node: Node, argument: Node, bytes: number): DigestRepairs {
  const pure = isPure(file, argument);
  return { pure, repairs: ofShape(file, { kind: "text", node, radix: 16, length: bytes * 2, lengthText: undefined, open: !pure }) };
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

/** The value itself, when nothing else but numbers and times is part of it. */
function wholeValue(file: SourceFile, call: Node): Node | undefined {
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
        (parent?.type === "AssignmentExpression" && parent.operator === "=") ||
        (parent?.type === "Property" && parent.value === place?.child) ||
        parent?.type === "ReturnStatement" ||
        parent?.type === "ArrowFunctionExpression";
      return stands ? node : undefined;
    }
  }
}

const isClockOrNumber = (file: SourceFile, node: Node): boolean =>
  (node.type === "Literal" && typeof node.value === "number") || (node.type === "CallExpression" && isPure(file, node));

/** `call` as a part of a text: the hole of a template, or an operand beside a string. */
function partOfText(call: Node): Node | undefined {
  const parent = outward(call)?.parent;
  if (parent?.type === "TemplateLiteral") return parent.parent?.type === "TaggedTemplateExpression" ? undefined : call;
  const other =
    parent?.type === "BinaryExpression" && parent.operator === "+"
      ? unwrap(parent.left as Node) === call
        ? parent.right
        : (parent.left as Node)
      : undefined;
  return other && (other.type === "TemplateLiteral" || typeof literalText(other) === "string") ? call : undefined;
}
