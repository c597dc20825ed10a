import type { TSESTree } from "@typescript-eslint/utils";
import { lineOf, otherOperand, outward, referenceName, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";
import { digestOrigin } from "./digest-chains.js";
import { displayName } from "../evidence.js";
import { nameEvidence } from "../names/words.js";
import { sourceOfType } from "./sources.js";

/** Functions that compare: `timingSafeEqual(a, b)`, `safeCompare(a, b)`, `expected.equals(given)`. */
const COMPARES = /compare|equals?$/i;
const MAX_READS = 12;
const MAX_TOKENS = 60;
/** What a caller sends, or what it is called; keys of caches and tags of contents are compared, too. */
const SENT = /sig|hash|hmac|digest|headers?\b|\breq(?:uest)?\b|body|query|params|given|received/i;
const TELLS_APART = /etag|cache|checksum|fingerprint|key/i;

/**
 * What a caller must send as a signature, and the program has computed to compare it with: an HMAC digest, or the digest of a text with a secret key in
 * it. Whoever reads it may send the same again. A clause for a message; undefined for all other values.
 */
export function expectedSignature(file: SourceFile, node: Node): string | undefined {
  if (node.type !== "Identifier" || TELLS_APART.test(node.name)) return undefined;
  const made = originsOf(file.sourceCode, node).find(
    (origin) => origin.path.length === 0 && origin.node.type === "CallExpression" && isKeyed(file, origin.node),
  );
  return made && isCompared(file, node)
    ? `${displayName(node)} is the signature that a caller must send (line ${lineOf(made.node)})`
    : undefined;
}

function isKeyed(file: SourceFile, call: Node): boolean {
  const how = digestOrigin(file.sourceCode, call);
  if (how !== "hash") return how === "hmac";
  return file.sourceCode.getFirstTokens(call as never, { count: MAX_TOKENS }).some(({ type, value }) => {
    const named = (type as string) === "Identifier" ? nameEvidence(value, file.settings) : undefined;
    return named?.kind === "secretKey" && named.strength === "strong";
  });
}

function isCompared(file: SourceFile, node: TSESTree.Identifier): boolean {
  const { sourceCode } = file;
  const variable = variableOf(sourceCode, node);
  const isSent = (other: Node | undefined): boolean =>
    other !== undefined &&
    other.type !== "Literal" &&
    (SENT.test(sourceCode.getText(other as never)) || sourceOfType(file, other, "request") !== undefined);
  const isHeldAgainst = (read: Node): boolean => {
    const { parent, child } = outward(read) ?? {};
    if (parent?.type === "BinaryExpression") return /^[!=]==?$/.test(parent.operator) && isSent(otherOperand(parent, child));
    const call = parent?.type === "MemberExpression" && parent.object === child ? parent.parent : parent;
    return (
      call?.type === "CallExpression" &&
      call.callee !== child &&
      COMPARES.test(referenceName(call.callee) ?? "") &&
      call.arguments.some((each) => each !== child && isSent(each))
    );
  };
  return (
    variable !== undefined &&
    readsOf(variable)
      .slice(0, MAX_READS)
      .some(({ identifier }) => isHeldAgainst(identifier as Node))
  );
}
