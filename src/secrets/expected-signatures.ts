import type { TSESTree } from "@typescript-eslint/utils";
import { lineOf, outward, referenceName, type Node } from "../ast/nodes.js";
import { originsOf } from "../ast/origins.js";
import { readsOf, variableOf } from "../ast/scope.js";
import type { SourceFile } from "../source-file.js";
import { digestOrigin } from "./digest-chains.js";
import { displayName } from "./evidence.js";
import { nameEvidence } from "./words.js";

/** Functions that compare: `timingSafeEqual(a, b)`, `safeCompare(a, b)`, `expected.equals(given)`. */
const COMPARES = /compare|equals?$/i;
const MAX_READS = 12;

/**
 * What a caller must send as a signature, and the program has computed to compare it with: an HMAC digest, or the digest of a text with a secret key in
 * it. Whoever reads it may send the same again. A clause for a message; undefined for all other values.
 */
export function expectedSignature(file: SourceFile, node: Node): string | undefined {
  if (node.type !== "Identifier") return undefined;
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
  return file.sourceCode
    .getTokens(call as never)
    .slice(0, MAX_TOKENS)
    .some(({ type, value }) => {
      const named = (type as string) === "Identifier" ? nameEvidence(value, file.settings) : undefined;
      return named?.kind === "secretKey" && named.strength === "strong";
    });
}

const MAX_TOKENS = 60;

const isCompared = ({ sourceCode }: SourceFile, node: TSESTree.Identifier): boolean => {
  const variable = variableOf(sourceCode, node);
  return (
    variable !== undefined &&
    readsOf(variable)
      .slice(0, MAX_READS)
      .some(({ identifier }) => {
        const { parent, child } = outward(identifier as Node) ?? {};
        if (parent?.type === "BinaryExpression") return /^[!=]==?$/.test(parent.operator);
        if (parent?.type === "MemberExpression") return parent.object === child && COMPARES.test(referenceName(parent) ?? "");
        return parent?.type === "CallExpression" && parent.callee !== child && COMPARES.test(referenceName(parent.callee) ?? "");
      })
  );
};
