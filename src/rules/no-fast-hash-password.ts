import { createRule } from "../create-rule.js";

export const noFastHashPassword = createRule({
  name: "no-fast-hash-password",
  docs: {
    description: "Disallow fast hash functions and weak cost parameters for passwords",
    recommended: "warn",
    cwe: 916,
    securitySeverity: 7.5,
    category: "storage",
    fixes: "scrypt with verification of legacy hashes; higher bcrypt and argon2 costs",
  },
  messages: {},
  options: {},
  defaultOptions: {},
  trigger: /(?!)/,
  create() {
    return {};
  },
});
