import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { Holder } from "./holder.js";
import { isSignIn } from "../surroundings.js";

// What an error of axios holds of the request that failed.

/** In a file that sends such headers or addresses: what a client sent when it failed holds them. */
const sendsSecrets = perFile(({ sourceCode: { text } }) =>
  /\bauthorization\b|\bbearer\b|\bx-api-key\b|\bauth:\s{0,9}[{\w]|[?&](?:api_?key|access_token|token)=/i.test(text),
);
const isAxiosFile = perFile(({ sourceCode: { text } }) => /\baxios/i.test(text));

/** What a call is seen to send by. */
const SENT = /\bauthorization\b|\bbearer\b|\bx-api-key\b|\bauth:\s?\{|client_?secret/i;

/** Whether the call that failed, in the block before `catch` or the chain before `.catch(…)`, is seen to send a secret. */
function sendsAround(file: SourceFile, node: Node): boolean {
  for (let current: Node | undefined = node.parent; current; current = current.parent) {
    if (current.type === "CatchClause") return SENT.test(file.sourceCode.getText((current.parent as TSESTree.TryStatement).block));
    const handed = isFunction(current) && current.parent?.type === "CallExpression" ? unwrap(current.parent.callee) : undefined;
    if (handed?.type === "MemberExpression" && /^(?:catch|then)$/.test(referenceName(handed) ?? ""))
      return SENT.test(file.sourceCode.getText(handed.object));
  }
  return false;
}

const ERROR = /^(?:e|ex|err|error|\w{1,30}(?:Err|Error))$/;

/** `err.config`, `error.response.config.headers` of axios: the request that failed, with all that it sent; `error.response` holds it. */
export function failedRequest(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  if (!isAxiosFile(file)) return undefined;
  const [last, owner, ...rest] = path.at(-1) === "headers" ? path.slice(0, -1).reverse() : path.toReversed();
  const isAnswer = last === "response" && path.length === 2 && ERROR.test(owner!);
  if (isAnswer)
    return sendsAround(file, node)
      ? { reason: `${shown} is the answer to a request that failed, with the headers that it sent`, names: [] }
      : undefined;
  const error = owner === "response" ? rest[0] : owner;
  if (
    last !== "config" ||
    rest.length > (owner === "response" ? 1 : 0) ||
    !ERROR.test(error ?? "") ||
    !(sendsSecrets(file) || isSignIn(file, node))
  )
    return undefined;
  return { reason: `${shown} is the request that failed, with the headers and the body that it sent`, names: [] };
}
