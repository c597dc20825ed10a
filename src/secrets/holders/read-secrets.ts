import { isReachedWithout } from "../../ast/branches.js";
import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, lineOf, referenceName, rootOf, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";
import { isOnFailure } from "./failures.js";
import { heldByMember } from "./held-by-this.js";
import { heldAt, type HeldAt } from "./held-properties.js";
import type { Holder } from "./holder.js";
import { isLoadedRecord } from "./records.js";
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
  const held = heldAt(file, variable, path.slice(1), node) ?? heldByOwner(file, root, path.slice(1), node);
  if (!held || isWithoutSecret(file, node, path, held.names) || isRefusal(file, node)) return undefined;
  return {
    reason: `${shown} holds ${shownName(held.name, "a secret")}${held.line === lineOf(node) ? "" : ` (line ${held.line})`}`,
    names: held.names,
  };
}

/** `body` of `const body = parts.field`, where the code reads `parts.field.password`; `updated` of `const updated = await user.save()`. */
function heldByOwner(file: SourceFile, root: TSESTree.Identifier, rest: readonly string[], at: Node): HeldAt | undefined {
  const other = constantInitializer(file.sourceCode, root);
  const saved = other && savedRecord(other);
  const path = saved ? [saved.name] : other?.type === "MemberExpression" ? dottedPath(other) : undefined;
  const owner = saved ?? (path && rootOf(other!));
  const variable = owner?.type === "Identifier" ? variableOf(file.sourceCode, owner) : undefined;
  if (!variable || (saved && !isLoadedRecord(variable))) return undefined;
  return heldAt(file, variable, [...path!.slice(1), ...rest], at);
}

/** `user` of `await user.save()`, which gives it back. */
function savedRecord(node: Node): TSESTree.Identifier | undefined {
  const call = node.type === "AwaitExpression" ? unwrap(node.argument) : node;
  const callee = call.type === "CallExpression" && call.arguments.length === 0 ? unwrap(call.callee) : undefined;
  const record = callee?.type === "MemberExpression" && staticName(callee) === "save" ? unwrap(callee.object) : undefined;
  return record?.type === "Identifier" ? record : undefined;
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

/**
 * `console.error(answer)` under `if (!answer.access_token)`, or `if (!access_token)` where it was taken out of it. Where something went wrong, the
 * others are not there either.
 */
function isWithoutSecret({ sourceCode }: SourceFile, node: Node, path: readonly string[], names: readonly string[]): boolean {
  const all = [...new Set(names)];
  if (all.length > 1 && !isOnFailure(node)) return false;
  const shown = path.join(".");
  return all.some((name) =>
    [name, `${shown}.${name}`, `${shown}.data`].some((written) => isReachedWithout(sourceCode, node, () => written)),
  );
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
