import { createRule } from "../create-rule.js";

export const noSecretInUrlQuery = createRule({
  name: "no-secret-in-url-query",
  docs: {
    description: "Disallow secrets in the query string of URLs",
    recommended: "warn",
    cwe: 598,
    securitySeverity: 6.5,
    category: "exposure",
    fixes: "an `Authorization` header in place of the query parameter",
  },
  messages: {},
  options: {},
  defaultOptions: {},
  trigger: /(?!)/,
  create() {
    return {};
  },
});
