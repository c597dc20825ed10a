import type { TSESTree } from "@typescript-eslint/utils";
import { endsFunction } from "../../ast/branches.js";
import { outward, type Node } from "../../ast/nodes.js";
import type { SourceFile } from "../../source-file.js";

/** What an answer says that refuses. */
const REFUSES = /\b4\d\d\b|\bthrow\b|\bnext\([^)]|bad|denied|error|fail|forbid|invalid|incorrect|reject|unauthori|weak|wrong/i;
/** What a program says that finds a password that everybody knows. */
const WARNS = /\bwarn|insecure|unsafe/i;
const MAX_HOPS = 8;

/** Whether the equal text is let in and every other one refused; not where a few well-known passwords are refused. */
export function opens({ sourceCode }: SourceFile, comparison: TSESTree.BinaryExpression): boolean {
  let equal = comparison.operator.startsWith("=");
  let place = outward(comparison);
  for (let hops = 0; place && hops < MAX_HOPS; hops++) {
    const { parent, child }: { parent: Node; child: Node } = place;
    if (parent.type === "UnaryExpression" && parent.operator === "!") equal = !equal;
    else if (parent.type === "IfStatement" || parent.type === "ConditionalExpression") {
      if (parent.test !== child) return equal;
      const said = sourceCode.getText(parent.consequent).slice(0, 300);
      const refusesEqual = REFUSES.test(said);
      if (equal) return !refusesEqual && !WARNS.test(said);
      return refusesEqual || parent.alternate !== null || endsFunction(parent.consequent);
    } else if (parent.type !== "LogicalExpression") return equal;
    place = outward(parent);
  }
  return false;
}
