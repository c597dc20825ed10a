import { createRule } from "../create-rule.js";

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
  messages: {},
  options: {},
  defaultOptions: {},
  trigger: /(?!)/,
  create() {
    return {};
  },
});
