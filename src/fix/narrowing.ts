import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, rootOf, unwrap, type Node } from "../ast/nodes.js";
import { variableOf } from "../ast/scope.js";
import { isKnownString } from "../secrets/types.js";
import type { SourceFile } from "../source-file.js";
import { isTypeScript } from "./module-kind.js";

/**
 * Whether a side of a comparison with a text is read again in code that the comparison guards. In TypeScript `===` tells the compiler that
 * the side is no longer missing, and with `user?.token` that `user` is there. A call does not, so that the exchange alone could break the
 * build (TS18048). Sides that are declared as a string need nothing.
 */
export function isNarrowed(file: SourceFile, comparison: Node, side: Node): boolean {
  if (!isTypeScript(file)) return false;
  const root = rootOf(side);
  const end = enclosingFunction(comparison)?.range[1] ?? file.sourceCode.ast.range[1];
  const owners = optionalOwners(side);
  if (root.type === "ThisExpression")
    return tokensBetween(file, comparison.range[1], end).some((token) => token.value === "this" && readsSide(file, token, side, owners));
  if (root.type !== "Identifier" || (owners.length === 0 && isKnownString(file, side))) return false;
  const references = variableOf(file.sourceCode, root)?.references ?? [];
  return references.some(
    ({ identifier }) =>
      identifier.range[0] >= comparison.range[1] && identifier.range[1] <= end && readsSide(file, identifier, side, owners),
  );
}

/** What stands before each `?.`: `user` and `user?.profile` of `user?.profile?.token`. */
function optionalOwners(side: Node): Node[] {
  const owners: Node[] = [];
  for (let member = unwrap(side); member.type === "MemberExpression"; member = unwrap(member.object))
    if (member.optional) owners.push(member.object);
  return owners;
}

const tokensBetween = (file: SourceFile, start: number, end: number): TSESTree.Token[] =>
  (file.sourceCode.ast.tokens ?? []).filter(({ range }) => range[0] >= start && range[1] <= end);

/** Whether the reference at `identifier` begins an expression that reads the same place as `side`, or one of its owners without asking for it. */
function readsSide(
  { sourceCode }: SourceFile,
  identifier: { range: readonly [number, number] },
  side: Node,
  owners: readonly Node[],
): boolean {
  const behind = (place: Node): string | undefined => {
    const path = plain(sourceCode.getText(unwrap(place)));
    const text = plain(sourceCode.text.slice(identifier.range[0], identifier.range[0] + path.length * 2 + 8));
    return text.replaceAll("?", "").startsWith(path.replaceAll("?", "")) ? text.slice(lengthOf(text, path)) : undefined;
  };
  return behind(side) !== undefined || owners.some((owner) => /^(?![?\w$])/.test(behind(owner) ?? "?"));
}

/** How much of `text` is `path`, whichever of them asks with `?.`. */
function lengthOf(text: string, path: string): number {
  let end = 0;
  for (let left = path.replaceAll("?", "").length; left > 0; end++) if (text[end] !== "?") left--;
  return end;
}

const plain = (text: string): string => text.replace(/[\s!]/g, "").replaceAll('"', "'");
