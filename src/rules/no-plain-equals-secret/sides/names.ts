import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, literalText, referenceName, unwrap, type Node } from "../../../ast/nodes.js";
import { originName, originsOf } from "../../../ast/origins.js";
import { wordsOf } from "../../../secrets/names/words.js";
import type { SourceFile } from "../../../source-file.js";

/** The owner of a member and its text: `req.body` of `req.body.password`. */
export function ownerText(file: SourceFile, node: Node): string | undefined {
  const inner = unwrap(node);
  return inner.type === "MemberExpression" ? file.sourceCode.getText(unwrap(inner.object) as TSESTree.Node) : undefined;
}

/** `newPassword` of `this.get("newPassword")`, which is called nothing else. */
const keyOf = (node: Node): string | undefined =>
  node.type === "CallExpression" && /^get(?:Value)?$/.test(referenceName(node.callee) ?? "") ? literalText(node.arguments[0]) : undefined;

/** All names that a side goes by: its own, and the property it was taken from. */
export function namesOf(file: SourceFile, node: Node): string[] {
  const names = originsOf(file.sourceCode, node)
    .slice(0, 4)
    .map((origin) => (origin.path.length === 0 ? keyOf(origin.node) : undefined) ?? originName(origin))
    .filter((name) => name !== undefined);
  const owner = dottedPath(node)?.at(-2);
  return [...new Set([...(owner === undefined ? [] : [owner]), ...names])];
}

export const hasWord = (node: Node, words: ReadonlySet<string>): boolean =>
  wordsOf(referenceName(node) ?? "").some((word) => words.has(word));

export const endsIn = (node: Node, heads: ReadonlySet<string>): boolean => heads.has(wordsOf(referenceName(node) ?? "").at(-1) ?? "");
