import { defineRule } from "../create-rule.js";
import type { RepairMessage } from "../fix/random/repair-choices.js";

export type MessageIds = "predictableToken" | "shortToken" | RepairMessage;

export const noMathRandomForTokens = defineRule<MessageIds, { minTokenBits: number }>({
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
    shortToken:
      "{{source}} {{claim}}, and {{reason}}. Use {{use}} instead, and more characters: {{length}} of this alphabet hold {{bits}} bits, under OWASP's floor of {{floor}}.",
    useSame: "Use {{use}} with the same range and alphabet.",
    useToken: "Use a new token of 256 bits from {{use}}.",
    useUuid: "Use a random UUID (122 bits) from {{use}}.",
    useShuffle: "Use {{use}}.",
  },
  options: {
    minTokenBits: {
      type: "integer",
      minimum: 0,
      maximum: 512,
      description: "Base-36 and hex strings that hold fewer bits are said to be too short.",
    },
  },
  // 64 bits: OWASP Session Management Cheat Sheet.
  defaultOptions: { minTokenBits: 64 },
  trigger: [["random"]],
});
