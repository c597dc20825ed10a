import { isReachedWithout } from "../../ast/branches.js";
import { lineOf, referenceName, rootOf, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { variableOf } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";
import { isOnFailure } from "./failures.js";
import { heldByMember } from "./held-by-this.js";
import { heldAt } from "./held-properties.js";
import type { Holder } from "./holder.js";
import { shownName } from "../masking.js";

// Objects that the code reads, writes or takes a secret out of.

/** The code reads, writes or takes a secret out of the same object: `user.password`, `const { password } = req.body`. */
export function readSecrets(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  const root = rootOf(node);
  if (root.type === "ThisExpression" && path.length === 2) return memberOfThis(file, node, path[1]!, shown);
  if (root.type !== "Identifier" || /^e$|^t$|^_$/.test(root.name)) return undefined;
  const variable = variableOf(file.sourceCode, root);
  if (!variable || variable.defs.some((definition) => definition.type === ("ImportBinding" as string) && path.length === 1))
    return undefined;
  const held = heldAt(file, variable, path.slice(1), node);
  if (!held || isWithoutSecret(file, node, path, held.names) || isRefusal(file, node)) return undefined;
  return {
    reason: `${shown} holds ${shownName(held.name, "a secret")}${held.line === lineOf(node) ? "" : ` (line ${held.line})`}`,
    names: held.names,
  };
}

/** `this.config` of a class that reads `this.config.password`. */
function memberOfThis(file: SourceFile, node: Node, member: string, shown: string): Holder | undefined {
  const held = heldByMember(file, member, node);
  if (!held || isOnFailure(node) || isWithoutSecret(file, node, ["this", member], [held.name])) return undefined;
  return {
    reason: `${shown} holds ${shownName(held.name, "a secret")}${held.line === lineOf(node) ? "" : ` (line ${held.line})`}`,
    names: [held.name],
  };
}

/** `console.error(answer)` under `if (!answer.access_token)`, or `if (!access_token)` where it was taken out of it. */
function isWithoutSecret({ sourceCode }: SourceFile, node: Node, path: readonly string[], names: readonly string[]): boolean {
  const [name] = names;
  if (name === undefined || names.some((each) => each !== name)) return false;
  const shown = path.join(".");
  return [name, `${shown}.${name}`, `${shown}.data`].some((written) => isReachedWithout(sourceCode, node, () => written));
}

/** `console.error(answer)` of `answer = await response.json()` under `if (!response.ok)`: what says no brings no token. */
const isRefusal = ({ sourceCode }: SourceFile, node: Node): boolean =>
  isOnFailure(node) &&
  originsOf(sourceCode, node).some(
    ({ node: origin, path }) =>
      path.length === 0 &&
      origin.type === "CallExpression" &&
      unwrap(origin.callee).type === "MemberExpression" &&
      referenceName(origin.callee) === "json",
  );
