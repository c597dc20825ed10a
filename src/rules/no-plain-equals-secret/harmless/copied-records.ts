import type { Node } from "../../../ast/nodes.js";
import { definitionOf, variableOf } from "../../../ast/scope.js";
import type { Comparison } from "../../../sinks/comparers.js";
import type { SourceFile } from "../../../source-file.js";
import { textOf } from "./excerpts.js";
import type { Side } from "../sides/sides.js";

/** Names of two copies of one record. */
export const COPIES =
  /^(?:a|after|b|before|base|cached|current|existing|left|lhs|new\w*|next\w*|old\w*|other|prev\w*|previous\w*|rhs|right|that)$/i;

/** `previous.token`, not `a.token` in `users.find((a) => a.token === req.body.token)`. */
export const isCopyOf = (owner: string | undefined, other: Side): boolean =>
  COPIES.test(lastName(owner)) && !(lastName(owner).length === 1 && other.standing === "given");

export const lastName = (owner: string | undefined): string => /[\w$]{1,100}$/.exec(owner ?? "")?.[0] ?? "";

/** Two names of one destructuring: `({ password, repeat_password }) => …`. */
export function takenTogether(file: SourceFile, left: Node, right: Node): boolean {
  const [a, b] = [left, right].map((node) => {
    if (node.type !== "Identifier") return undefined;
    const variable = variableOf(file.sourceCode, node);
    const name = variable && definitionOf(variable)?.name;
    let pattern = name as Node | undefined;
    while (pattern && pattern.type !== "ObjectPattern")
      pattern = /^(?:Property|AssignmentPattern|Identifier)$/.test(pattern.type) ? pattern.parent : undefined;
    return pattern;
  });
  return a !== undefined && a === b;
}

/** One of several comparisons of host, port and the like: two configurations are compared. */
export function comparesConnections(file: SourceFile, comparison: Comparison): boolean {
  let chain: Node = comparison.node;
  while (chain.parent?.type === "LogicalExpression") chain = chain.parent;
  return /\.(?:host|hostname|port|protocol|database|url|endpoint)\s{0,4}[!=]==?/.test(textOf(file, chain, 2000));
}
