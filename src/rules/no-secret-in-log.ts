import { createRule } from "../create-rule.js";

export const noSecretInLog = createRule({
  name: "no-secret-in-log",
  docs: {
    description: "Disallow secrets in log output",
    recommended: "warn",
    cwe: 532,
    securitySeverity: 6.5,
    category: "exposure",
    fixes: "`[REDACTED]` in place of the secret",
  },
  messages: {},
  options: {},
  defaultOptions: {},
  trigger: /(?!)/,
  create() {
    return {};
  },
});
