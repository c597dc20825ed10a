import { moduleMember } from "../../ast/modules.js";
import { dottedPath, outward, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";
import { digestChain } from "../hashes/hash-chains.js";

/**
 * Whether an HMAC only makes up a random text: `createHmac(algorithm, "client").update(randomBytes(32))`. Nobody guesses it, whoever knows
 * the key. Every `update` must take random bytes that go nowhere else: a nonce that is sent beside its HMAC is signed.
 *
 * @param call the call of `createHmac`
 */
export function makesRandom({ sourceCode }: SourceFile, call: Node): boolean {
  const { data } = digestChain(sourceCode, call);
  return data.length > 0 && data.every((each) => isRandom(sourceCode, each));
}

const RANDOM = /^(?:randomBytes|randomUUID)$/;

/** `randomBytes(32)` of Node, or a variable that holds it and is read once. */
function isRandom(sourceCode: SourceFile["sourceCode"], node: Node): boolean {
  let made = unwrap(node);
  if (made.type === "Identifier") {
    const variable = variableOf(sourceCode, made);
    const value = constantInitializer(sourceCode, made);
    if (!variable || !value || readsOf(variable).length !== 1) return false;
    made = unwrap(value);
  }
  if (made.type !== "CallExpression" || !RANDOM.test(referenceName(made.callee) ?? "")) return false;
  return moduleMember(sourceCode, made.callee)?.module === "crypto" || dottedPath(made.callee)?.[0] === "crypto";
}

/** Whether a text is the start value or default of a variable that is only the key of such an HMAC: `hmacKey = hmacKey || "app"`. */
export function keysRandom(file: SourceFile, text: Node): boolean {
  let place = outward(text);
  while (place?.parent.type === "LogicalExpression") place = outward(place.parent);
  const { parent } = place ?? {};
  const target =
    parent?.type === "AssignmentExpression" || parent?.type === "AssignmentPattern"
      ? parent.left
      : parent?.type === "VariableDeclarator"
        ? parent.id
        : undefined;
  const variable = parent && target?.type === "Identifier" ? variableOf(file.sourceCode, target) : undefined;
  if (!parent || !variable) return false;
  const reads = readsOf(variable).filter(({ identifier: { range } }) => range[0] < parent.range[0] || range[1] > parent.range[1]);
  return (
    reads.length > 0 &&
    reads.every(({ identifier }) => {
      const call = (identifier as Node).parent;
      return (
        call?.type === "CallExpression" &&
        call.arguments[1] === identifier &&
        referenceName(call.callee) === "createHmac" &&
        makesRandom(file, call)
      );
    })
  );
}
