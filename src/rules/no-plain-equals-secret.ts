import type { TSESTree } from "@typescript-eslint/utils";
import { createRule } from "../create-rule.js";
import { deliver } from "../fix/delivery.js";
import { isTestLike } from "../secrets/file-role.js";
import { comparisonOf, switchComparisons, type Comparison } from "../sinks/comparers.js";
import { isPasswordDigest } from "./no-plain-equals-secret/digests.js";
import { constantTimeEdits } from "./no-plain-equals-secret/edits.js";
import { verdictOn } from "./no-plain-equals-secret/verdict.js";

export const noPlainEqualsSecret = createRule({
  name: "no-plain-equals-secret",
  docs: {
    description: "Disallow comparing secrets with operators that stop at the first difference",
    recommended: "warn",
    cwe: 208,
    securitySeverity: 5.9,
    category: "cryptography",
    fixes: "a constant-time comparison that is false when a side is missing",
  },
  messages: {
    timingUnsafeComparison:
      "{{reason}} and is compared with {{other}} by {{by}}, which stops at the first difference. Compare in constant time.",
    plainPasswordComparison:
      "{{reason}} and is compared with {{other}} by {{by}}: a password that can be compared so is stored in plain text. Store a password hash (scrypt, argon2, bcrypt) and check with its verify function.",
    passwordHashComparison:
      "{{reason}} and is compared with {{other}} by {{by}}, which stops at the first difference. Compare in constant time, best with the verify function of a password hash.",
    compareInConstantTime: "Compare with `{{name}}`, which takes the same time whatever differs and is false when a side is missing.",
    compareBytes: "Compare the lengths, then the bytes with `timingSafeEqual`.",
  },
  options: {},
  defaultOptions: {},
  ownParts: ["comparators"],
  trigger: [["secret", "proof"]],
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
      const edits = [comparison.left, comparison.right].some((side) => isPasswordDigest(file, side))
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
});

const capitalized = (text: string): string => text.replace(/^[a-z]/, (first) => first.toUpperCase());
