import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap, type Node } from "../ast/nodes.js";
import { createRule } from "../create-rule.js";
import { deliver } from "../fix/delivery.js";
import { repairsOf } from "../fix/random/repairs.js";
import { runtimeOf } from "../fix/runtime.js";
import { fileRoleOf, isTestLike } from "../secrets/file-role.js";
import { randomSourceOf } from "../secrets/random-sources.js";
import { tokenEvidence } from "../sinks/token-destinations.js";

export const noMathRandomForTokens = createRule({
  name: "no-math-random-for-tokens",
  docs: {
    description: "Disallow predictable random numbers for tokens, passwords, ids and codes",
    recommended: "warn",
    cwe: 338,
    securitySeverity: 7.5,
    category: "cryptography",
    fixes: "a cryptographically secure generator with the same range and alphabet",
  },
  messages: {
    predictableToken: "{{source}} {{claim}}, and {{reason}}. Use {{use}} instead.",
    shortToken: "{{source}} {{claim}}, and {{reason}}. Use {{use}} instead, and more characters: {{length}} of this alphabet hold {{bits}} bits, under OWASP's floor of {{floor}}.",
    useSame: "Use {{use}} with the same range and alphabet.",
    useToken: "Use a new token of 256 bits from {{use}}.",
  },
  options: {
    minTokenBits: { type: "integer", minimum: 0, maximum: 512, description: "Base-36 and hex strings that hold fewer bits are said to be too short." },
  },
  // 64 bits: OWASP Session Management Cheat Sheet.
  defaultOptions: { minTokenBits: 64 },
  trigger: [["random"]],
  create(context, file, { minTokenBits }) {
    if (isTestLike(file) || ["seed", "generated"].includes(fileRoleOf(file) ?? "")) return {};
    const seen = new Set<Node>();
    return {
      CallExpression(node: TSESTree.CallExpression) {
        const source = randomSourceOf(file.sourceCode, node);
        if (!source) return;
        const repair = repairsOf(file, node, source);
        const target = unwrap(repair.node);
        if (seen.has(target)) return;
        const evidence = tokenEvidence(file, node, source.shape);
        if (!evidence || (evidence.session && runtimeOf(file) === "browser")) return;
        seen.add(target);
        const isShort = repair.bits !== undefined && repair.bits < minTokenBits;
        const same = repair.same.map((each) => ({ ...each, messageId: "useSame" as const }));
        const token = repair.token.map((each) => ({ ...each, messageId: "useToken" as const }));
        const { fix, suggest } = deliver(
          file,
          // A fix keeps the length of a short string; the first suggestion is a long one.
          isShort && same.every((each) => each.editClass === "manual") ? [...token, ...same] : [...same, ...token],
          { inTest: false },
        );
        const data = { source: source.shown, claim: source.claim ?? "is predictable", reason: evidence.reason, use: repair.use };
        if (isShort) context.report({ node: repair.node, messageId: "shortToken", data: { ...data, length: String(repair.length), bits: String(Math.floor(repair.bits!)), floor: String(minTokenBits) }, fix, suggest });
        else context.report({ node: repair.node, messageId: "predictableToken", data, fix, suggest });
      },
    };
  },
});
