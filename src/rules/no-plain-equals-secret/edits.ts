import { dottedPath, literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { splitText } from "../../ast/lists.js";
import { isGlobal, variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { bindMember } from "../../fix/bindings.js";
import type { EditClass, Proposal } from "../../fix/delivery.js";
import { replace } from "../../fix/edit.js";
import { fileStyleOf } from "../../fix/file-style.js";
import { argumentText, hasCommentInside, replacementText } from "../../fix/hazards.js";
import { comparatorFor } from "../../fix/insert-helper.js";
import { isNarrowed } from "../../fix/narrowing.js";
import { runtimeOf } from "../../fix/runtime.js";
import { digestOrigin } from "../../secrets/sources/digest-chains.js";
import { environmentRead } from "../../secrets/sources/environment-read.js";
import { isKnownString } from "../../secrets/types.js";
import type { Comparison } from "../../sinks/comparers.js";
import type { SourceFile } from "../../source-file.js";
import { webPassword } from "./sides/web-digests.js";

type MessageIds = "compareInConstantTime" | "compareBytes";

/**
 * The edits that make a comparison constant in time, safest first.
 *
 * None in browser and edge files without a comparator of the project (`node:crypto` may be missing there, and an asynchronous helper
 * whose `await` is forgotten lets everybody in), for `switch`, for objects, and where a comment would be lost.
 */
export function constantTimeEdits(file: SourceFile, comparison: Comparison): (Proposal<MessageIds> | undefined)[] {
  const own = (file.settings.comparators?.length ?? 0) > 0;
  if (comparison.shape === "switch" || hasCommentInside(file.sourceCode, comparison.node.range)) return [];
  // The place in the list is needed: `codes.splice(index, 1)`.
  if (comparison.by === "`indexOf`" && comparison.node.type === "CallExpression") return [];
  // `+otp == session.otp`: a number and a text may be equal there, and nowhere else.
  if (comparison.shape === "loose" && [comparison.left, comparison.right].some(({ type }) => type === "UnaryExpression")) return [];
  const sides =
    comparison.shape === "member" && unwrap(comparison.left).type === "ArrayExpression"
      ? [comparison.right]
      : [comparison.left, comparison.right];
  if (sides.some((side) => isOneOfAKind(file, side))) return [];
  const hasCrypto = !["browser", "edge"].includes(runtimeOf(file));
  if (!hasCrypto && (!own || comparison.shape === "bytes")) return [];
  return comparison.shape === "bytes"
    ? [bytesProposal(file, comparison) ?? helperProposal(file, comparison)]
    : [helperProposal(file, comparison)];
}

function helperProposal(file: SourceFile, comparison: Comparison): Proposal<MessageIds> | undefined {
  const { sourceCode } = file;
  const { node, left, right, negated, shape } = comparison;
  const bound = comparatorFor(file, node);
  if (!bound) return undefined;
  const [a, b] = [argumentText(sourceCode, left), argumentText(sourceCode, right)];
  if (shape === "member" && !isListReceiver(file, left)) return undefined;
  const call =
    shape === "member"
      ? `${a}${isOptionalReceiver(left) ? "?" : ""}.reduce((found, each) => ${bound.text}(each, ${b}) || found, false)`
      : `${bound.text}(${a}, ${b})`;
  if (shape === "member" && /\b(?:await|yield)\b|\b(?:found|each)\b/.test(b)) return undefined;
  const narrowed = narrowedSides(file, comparison);
  const guarded = narrowed.every((side) => isGuardable(file, side, side === left ? right : left))
    ? narrowed.map((side) => argumentText(sourceCode, side))
    : [];
  const { quote } = fileStyleOf(file);
  const parts = [...guarded.map((side) => `typeof ${side} ${negated ? "!==" : "==="} ${quote}string${quote}`), negated ? `!${call}` : call];
  const text = parts.join(negated ? " || " : " && ");
  return {
    editClass: guarded.length < narrowed.length ? "manual" : classOf(file, comparison),
    messageId: "compareInConstantTime",
    data: { name: bound.text },
    edits: [...bound.edits, replace(node, replacementText(sourceCode, node, text))],
  };
}

/** `list.includes(x)` of a name that says "several", or of what was split; a string's `includes` means something else. */
const isListReceiver = (file: SourceFile, node: Node): boolean =>
  unwrap(node).type === "ArrayExpression" ||
  (/s$|list$/i.test(referenceName(node) ?? "") && !isEnvironmentText(file, node)) ||
  splitText(file.sourceCode, node) !== undefined;

/** `process.env.API_KEYS`, unsplit. */
const isEnvironmentText = (file: SourceFile, node: Node): boolean => {
  const inner = unwrap(node);
  const read = inner.type === "Identifier" ? (constantInitializer(file.sourceCode, inner) ?? inner) : inner;
  return /^MemberExpression|^LogicalExpression/.test(unwrap(read).type) && environmentRead(file, read) !== undefined;
};

const isOptionalReceiver = (node: Node): boolean => {
  const member = outward(node)?.parent;
  return member?.type === "MemberExpression" && member.optional;
};

/** An object that the file makes: only itself is equal to it, and no request can send it. */
function isOneOfAKind(file: SourceFile, node: Node): boolean {
  const inner = unwrap(node);
  const made = unwrap(inner.type === "Identifier" ? (constantInitializer(file.sourceCode, inner) ?? inner) : inner);
  return /^(?:Array|Arrow\w*|Class|Function|Object)Expression$/.test(made.type);
}

/** What the exchange asks of its reader: see FIXES 3.3. */
function classOf(file: SourceFile, comparison: Comparison): EditClass {
  const { left, right, shape } = comparison;
  const provable = [left, right].map((side) => isAlwaysString(file, side));
  const buffers = [left, right].filter((side) => isBuffer(file, side)).length;
  if (shape === "bytes") return buffers === 2 ? "equivalent" : "manual";
  // A program of Web Crypto may run where there is no `node:crypto`.
  if (runtimeOf(file) !== "node" && [left, right].some((side) => webPassword(file, side))) return "manual";
  // The identity of two buffers is always false: the exchange lets the first in.
  if (buffers > 0) return "manual";
  if (shape !== "strict" && shape !== "loose" && shape !== "identity") return "manual";
  if (shape === "loose") return provable.every(Boolean) ? "equivalent" : "manual";
  return provable.some(Boolean) ? "equivalent" : "migrating";
}

const MAX_HOPS = 6;

/** Whether an expression is a primitive string whatever happens (FIXES 3.1). */
function isAlwaysString(file: SourceFile, node: Node, hops = 0): boolean {
  if (hops > MAX_HOPS) return false;
  const { sourceCode } = file;
  const inner = unwrap(node);
  switch (inner.type) {
    case "Literal":
      return typeof inner.value === "string";
    case "TemplateLiteral":
      return true;
    case "BinaryExpression":
      return inner.operator === "+" && (isAlwaysString(file, inner.left as Node, hops + 1) || isAlwaysString(file, inner.right, hops + 1));
    case "Identifier": {
      const init = constantInitializer(sourceCode, inner);
      return (init !== undefined && isAlwaysString(file, init, hops + 1)) || isCheckedString(file, inner);
    }
    case "CallExpression": {
      if (isGlobal(sourceCode, inner.callee, "String")) return true;
      const callee = unwrap(inner.callee);
      const encoding = inner.arguments[0] ? literalText(inner.arguments[0]) : undefined;
      if (
        callee.type === "MemberExpression" &&
        staticName(callee) === "digest" &&
        /^(?:hex|base64|base64url|latin1|binary)$/.test(encoding ?? "") &&
        digestOrigin(sourceCode, inner) !== undefined
      )
        return true;
      return isCheckedString(file, inner);
    }
    default:
      return isCheckedString(file, inner);
  }
}

/** Types are believed only from a type checker: an annotation does not bind what a request sends. */
const isCheckedString = (file: SourceFile, node: Node): boolean => {
  const services = file.sourceCode.parserServices as { program?: unknown } | undefined;
  return services?.program != null && isKnownString(file, node);
};

/** The sides that the compiler knows better behind the comparison, and that are read there. */
function narrowedSides(file: SourceFile, { node, left, right, shape }: Comparison): Node[] {
  if (shape === "member" || shape === "bytes") return [];
  return [left, right].filter((side) => {
    const inner = unwrap(side);
    const init = inner.type === "Identifier" ? constantInitializer(file.sourceCode, inner) : undefined;
    return !(init && isAlwaysString(file, init)) && isNarrowed(file, node, side);
  });
}

/** `typeof side === "string"` before the call narrows in its place, where reading the side twice is harmless and both can only be strings. */
const isGuardable = (file: SourceFile, side: Node, other: Node): boolean =>
  dottedPath(side) !== undefined && (isAlwaysString(file, other) || isDeclaredText(file, other));

/** A name that is declared as a string, perhaps as a missing one. */
function isDeclaredText(file: SourceFile, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type !== "Identifier") return false;
  const name = variableOf(file.sourceCode, inner)?.defs[0]?.name as Node | undefined;
  const type = name?.type === "Identifier" ? name.typeAnnotation?.typeAnnotation : undefined;
  const parts = type?.type === "TSUnionType" ? type.types : type ? [type] : [];
  return isKnownString(file, inner) || (parts.length > 0 && parts.every((part) => /^TS(?:Null|String|Undefined)Keyword$/.test(part.type)));
}

/** `a.equals(b)` and `Buffer.compare(a, b) === 0` of two names: lengths first, for `timingSafeEqual` throws on unequal ones. */
function bytesProposal(file: SourceFile, comparison: Comparison): Proposal<MessageIds> | undefined {
  const { sourceCode } = file;
  const { node, left, right, negated } = comparison;
  const [a, b] = [unwrap(left), unwrap(right)];
  if (a.type !== "Identifier" || b.type !== "Identifier") return undefined;
  const bound = bindMember(file, node, "crypto", "timingSafeEqual");
  if (!bound) return undefined;
  const both = `${a.name}.length === ${b.name}.length && ${bound.text}(${a.name}, ${b.name})`;
  const text = negated ? `!(${both})` : both;
  return {
    editClass: classOf(file, comparison),
    messageId: "compareBytes",
    edits: [...bound.edits, replace(node, replacementText(sourceCode, node, text))],
  };
}

/** `digest()` without an encoding, `Buffer.from(…)`, or a constant made so. */
function isBuffer(file: SourceFile, node: Node): boolean {
  const inner = unwrap(node);
  const init = inner.type === "Identifier" ? constantInitializer(file.sourceCode, inner) : inner;
  const given = init && unwrap(init);
  const call = given?.type === "AwaitExpression" ? unwrap(given.argument) : given;
  if (call?.type !== "CallExpression") return false;
  if (/^(?:pbkdf2|scrypt)(?:A?[sS]ync)?$/.test(referenceName(call.callee) ?? "")) return true;
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression") return false;
  if (/^(?:from|alloc|concat)$/.test(staticName(callee) ?? "")) return isGlobal(file.sourceCode, callee.object, "Buffer");
  return staticName(callee) === "digest" && call.arguments.length === 0 && digestOrigin(file.sourceCode, call) !== undefined;
}
