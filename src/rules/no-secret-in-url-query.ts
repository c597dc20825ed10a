import { defineRule } from "../create-rule.js";

export const noSecretInUrlQuery = defineRule({
  name: "no-secret-in-url-query",
  docs: {
    description: "Disallow secrets in the query string of URLs",
    recommended: "warn",
    cwe: 598,
    securitySeverity: 6.5,
    category: "exposure",
    fixes: "an `Authorization` header, or the form of a POST request, in place of the query parameter",
  },
  messages: {
    secretInUrl:
      "{{reason}} and goes into the query of a URL, which servers, proxies and browsers keep in logs and history. Send it in a request header or in the body of a POST request.",
    secretInSocketUrl:
      "{{reason}} and goes into the query of a WebSocket URL, which servers and proxies log. Send it in the first message, or use a short-lived ticket.",
    secretInRedirect:
      "{{reason}} and goes into the query of a redirect, which browsers keep in the history and send as a referrer. Use a cookie, or a one-time code that the target exchanges.",
    sendInHeader: "Send it in the `{{header}}` header; the server has to accept it there.",
    sendInBody: "Send the query as a form in the body; the server has to accept it there.",
  },
  options: {},
  defaultOptions: {},
  trigger: [["query", "parameter"]],
});
