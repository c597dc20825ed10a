import { moduleMember } from "../../ast/modules.js";
import { literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import type { SourceFile } from "../../source-file.js";
import type { Repairs } from "./repair-choices.js";
import { ofShape } from "./shape-repairs.js";
import { isPure } from "./value-places.js";

// Repairs of digests that are made of randomness and time.

const DIGEST_BYTES: Readonly<Record<string, number>> = { md5: 16, sha1: 20, sha256: 32, sha512: 64 };

/** `createHash("md5").update(<nothing but random and time>).digest("hex")`, `md5(Math.random())`. */
export function ofDigest(file: SourceFile, random: Node): DigestRepairs | undefined {
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
