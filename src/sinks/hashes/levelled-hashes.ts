import { callsOf } from "../../ast/functions.js";
import { enclosingFunction, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";
import type { HashSink } from "./hash-functions.js";

/**
 * Whether a hash only brings two values to one length for `timingSafeEqual(sha256(a), sha256(b))`, as our own `safeEqual` does: both sides
 * are hashed there and then, and nothing is stored. `timingSafeEqual(sha256(password), Buffer.from(user.hash, "hex"))` is none.
 */
export function levelsLengths(file: SourceFile, { call, result }: HashSink): boolean {
  const fn = enclosingFunction(call);
  const isGiven = fn !== undefined && (!result || fn.body === result || outward(result)?.parent.type === "ReturnStatement");
  const digests: readonly Node[] = isGiven ? callsOf(file.sourceCode, fn) : result ? [result] : [];
  return digests.length > 0 && digests.every((digest) => isLevelled(file, digest));
}

function isLevelled(file: SourceFile, digest: Node): boolean {
  const place = outward(digest);
  if (place?.parent.type !== "VariableDeclarator" || place.parent.id.type !== "Identifier") return hasTwin(file, digest);
  const reads = variableOf(file.sourceCode, place.parent.id)?.references.filter((reference) => reference.isRead()) ?? [];
  const digests = reads
    .map(({ identifier }) => identifier as Node)
    .filter((read) => read.parent?.type !== "MemberExpression" || staticName(read.parent) !== "length");
  return digests.length > 0 && digests.every((read) => hasTwin(file, read));
}

/** Whether the other argument of `timingSafeEqual` is made in the same way. */
function hasTwin(file: SourceFile, digest: Node): boolean {
  const { parent, child } = outward(digest) ?? {};
  if (parent?.type !== "CallExpression" || parent.arguments.length !== 2 || referenceName(parent.callee) !== "timingSafeEqual")
    return false;
  const other = parent.arguments.find((each) => each !== child);
  return other !== undefined && recipeOf(file, other) === recipeOf(file, digest);
}

/** How a digest is made, without what goes into it: `createHash("sha256").update().digest()`, `sha256()`. */
function recipeOf(file: SourceFile, node: Node): string {
  const { sourceCode } = file;
  const inner = unwrap(node);
  const made = inner.type === "Identifier" ? constantInitializer(sourceCode, inner) : undefined;
  if (made) return recipeOf(file, made);
  if (inner.type === "MemberExpression") return `${recipeOf(file, inner.object)}.${staticName(inner) ?? ""}`;
  if (inner.type !== "CallExpression") return sourceCode.getText(inner);
  const name = referenceName(inner.callee) ?? "";
  // What a hash object is made with and how its digest is written is part of the way; what other functions take is what they hash.
  const isOfHash = name === "createHash" || name === "createHmac" || (name === "digest" && inner.callee.type === "MemberExpression");
  return `${recipeOf(file, inner.callee)}(${isOfHash ? inner.arguments.map((each) => sourceCode.getText(each)).join() : ""})`;
}
