import { referenceName, type Node } from "../../ast/nodes.js";
import { namesPeople } from "../../secrets/names/people.js";
import { wordsOf } from "../../secrets/names/words.js";
import type { Comparison } from "../../sinks/comparers.js";
import type { SourceFile } from "../../source-file.js";
import { isOfHolder } from "./kept-for-somebody.js";
import type { Side } from "./sides/sides.js";

// Whether a token or a code proves something: by whose it is, by what its owner is called, by when it ends.

/** A password, and the token or PIN of somebody or of what only some may enter. Coins, versions and boards have tokens and pins, too. */
export const provesSomething = (file: SourceFile, { kind, node }: Side): boolean =>
  kind === "password" || ((kind === "token" || kind === "otp") && isOfHolder(file, node));

/**
 * `producto.codigo`, `p.kod`: where the words for a code are those for what numbers things, its owner must be somebody, or who sends another is told
 * what it proves.
 */
export const isBareCode = ({ kind, node }: Side): boolean =>
  kind === "otp" &&
  /^(?:c[oó]digo|kode?|kodu)$/i.test(referenceName(node) ?? "") &&
  !(node.type === "MemberExpression" && namesPeople(referenceName(node.object)));

/** `record.token === token && record.expires > Date.now()`: what expires proves something. */
export function isBesideExpiry({ sourceCode }: SourceFile, { node, negated }: Comparison): boolean {
  let chain: Node = node;
  while (chain.parent?.type === "LogicalExpression" && chain.parent.operator === (negated ? "||" : "&&")) chain = chain.parent;
  return (
    chain !== node &&
    /(?<!=)[<>]=?\s{0,9}(?:Date\.now\(|new Date\(|moment\()|(?:Date\.now\(\)|new Date\(\))\s{0,9}[<>]/.test(
      sourceCode.getText(chain as never).slice(0, MAX_CHAIN),
    )
  );
}

const MAX_CHAIN = 600;

/** `invite.token`, `otp.code`, `verificationRecord.code`: the owner says that it proves something once. */
export function isOfProof({ node }: Side): boolean {
  const owner =
    node.type === "MemberExpression"
      ? wordsOf(referenceName(node.object) ?? "")
          .filter((word) => !/^(?:data|doc|document|entity|entry|existing|found|info|item|model|record|row|saved|stored)$/.test(word))
          .join(" ")
      : undefined;
  return (
    owner !== undefined &&
    /(?:^| )(?:activation|confirmation|invitation|invite|mfa|otp|recovery|reset|twofactor|verification|verify code)$/.test(owner)
  );
}
