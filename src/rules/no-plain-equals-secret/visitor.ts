import type { TSESTree } from "@typescript-eslint/utils";
import { deliver } from "../../fix/delivery.js";
import { isTestLike } from "../../secrets/file-role.js";
import { comparisonOf, switchComparisons, type Comparison } from "../../sinks/comparers.js";
import type { VisitorOf } from "../../visitor.js";
import type { noPlainEqualsSecret } from "../no-plain-equals-secret.js";
import { isFastPasswordDigest } from "./sides/digests.js";
import { constantTimeEdits } from "./edits.js";
import { verdictOn } from "./verdict.js";

export const visitor: VisitorOf<typeof noPlainEqualsSecret> = {
  create(context, file) {
    if (isTestLike(file)) return {};
    const check = (comparison: Comparison | undefined): void => {
      const finding = comparison && verdictOn(file, comparison);
      if (!finding) return;
      const messageId =
        finding.what === "plain"
          ? "plainPasswordComparison"
          : finding.what === "hash"
            ? "passwordHashComparison"
            : "timingUnsafeComparison";
      const data = { reason: capitalized(finding.secret.reason), other: finding.other.shown, by: comparison.by };
      const edits = [comparison.left, comparison.right].some((side) => isFastPasswordDigest(file, side))
        ? []
        : constantTimeEdits(file, comparison);
      context.report({ node: comparison.node, messageId, data, ...deliver(file, edits, { inTest: false }) });
    };
    return {
      BinaryExpression: (node: TSESTree.BinaryExpression) => check(comparisonOf(file.sourceCode, node)),
      CallExpression: (node: TSESTree.CallExpression) => check(comparisonOf(file.sourceCode, node)),
      SwitchStatement: (node: TSESTree.SwitchStatement) => switchComparisons(node).forEach(check),
    };
  },
};

const capitalized = (text: string): string => text.replace(/^[a-z]/, (first) => first.toUpperCase());
