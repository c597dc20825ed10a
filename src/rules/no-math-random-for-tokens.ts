import { createRule } from "../create-rule.js";

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
  messages: {},
  options: {},
  defaultOptions: {},
  trigger: /(?!)/,
  create() {
    return {};
  },
});
