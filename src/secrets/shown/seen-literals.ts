import type { TSESTree } from "@typescript-eslint/utils";
import { localFunction } from "../../ast/functions.js";
import { originsOf } from "../../ast/origins.js";
import { dottedPath, enclosingFunction, unwrap, type Node } from "../../ast/nodes.js";
import { isGlobal } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";
import { isOnFailure } from "../holders/failures.js";

// Whether an object literal is what a place shows.

/** The function that an object is made in is the one that shows it, or is around that one. A whole module is not looked at. */
export const isAround = (fn: Node | undefined, node: Node): boolean =>
  fn ? fn.range[0] <= node.range[0] && node.range[1] <= fn.range[1] : enclosingFunction(node) === undefined;

/** `{ token }` of `new URLSearchParams({ token })` and `qs.stringify({ token })`. */
export function givenToParameters({ sourceCode }: SourceFile, node: Node): Node | undefined {
  const isWritten =
    (node.type === "NewExpression" && node.callee.type === "Identifier" && isGlobal(sourceCode, node.callee, "URLSearchParams")) ||
    (node.type === "CallExpression" && /^(?:qs|query_?string)\.stringify$/i.test(dottedPath(node.callee)?.join(".") ?? ""));
  const given = isWritten ? (node as TSESTree.NewExpression).arguments[0] : undefined;
  return (
    given &&
    originsOf(sourceCode, given as Node).find(({ node: made, path }) => made.type === "ObjectExpression" && path.length === 0)?.node
  );
}

/** `{ clientSecret }` that `head()` of this file gives back, where `head()` is logged, or what it gave where nothing went wrong. */
export function isResultOf({ sourceCode }: SourceFile, origin: Node, shown: Node): boolean {
  const inner = unwrap(shown);
  const given = inner.type === "Identifier" ? constantInitializer(sourceCode, inner) : inner;
  const call = given?.type === "AwaitExpression" ? unwrap(given.argument) : given && unwrap(given);
  const fn = call?.type === "CallExpression" ? localFunction(sourceCode, call.callee) : undefined;
  return fn !== undefined && enclosingFunction(origin) === fn && !isOnFailure(shown);
}
