import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, referenceName, unwrap, type Node } from "../ast/nodes.js";
import type { SourceFile } from "../source-file.js";
import { isHeld } from "./held-names.js";

// Calls that take a part of a value which still is, or holds, a secret.

/** `password` of `_.pick(body, ["email", "password"])`. */
export function pickedSecret(file: SourceFile, call: TSESTree.CallExpression): string | undefined {
  if (referenceName(call.callee) !== "pick") return undefined;
  const keys = call.arguments.slice(1).flatMap((key) => (key.type === "ArrayExpression" ? key.elements : [key]));
  return keys.map((key) => literalText(key)).find((key) => key !== undefined && isHeld(file, key, call));
}

/** `uri` of `uri.split("@")[1] || uri`: what is left where the address has no user and password. */
export function isWithoutCredentials({ sourceCode }: SourceFile, { left, right }: TSESTree.LogicalExpression): boolean {
  const split = unwrap(left);
  const call = split.type === "MemberExpression" && split.computed ? unwrap(split.object) : undefined;
  if (call?.type !== "CallExpression" || call.callee.type !== "MemberExpression" || referenceName(call.callee) !== "split" || literalText(call.arguments[0]) !== "@") return false;
  return sourceCode.getText(call.callee.object) === sourceCode.getText(right);
}

const LONG = 30;

/** `uri` of `uri.substring(0, 40)`: of an address as much as holds its user and password. */
export function longStart(call: TSESTree.CallExpression): Node | undefined {
  const [start, end] = call.arguments;
  if (call.callee.type !== "MemberExpression" || !/^(?:slice|substr|substring)$/.test(referenceName(call.callee) ?? "")) return undefined;
  const isLong = end?.type === "Literal" && typeof end.value === "number" && end.value >= LONG;
  return isLong && start?.type === "Literal" && start.value === 0 ? call.callee.object : undefined;
}
