import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../ast/nodes.js";
import { createRule } from "../create-rule.js";
import { deliver } from "../fix/delivery.js";
import { isTestLike } from "../secrets/file-role.js";
import type { SourceFile } from "../source-file.js";
import { headerEdits } from "./no-secret-in-url-query/header.js";
import { parametersOfAssignment, parametersOfObject } from "./no-secret-in-url-query/object-parameters.js";
import { parametersOfText, type Parameter } from "./no-secret-in-url-query/parameters.js";
import { inRedirect } from "./no-secret-in-url-query/redirects.js";
import { parametersOfCall } from "./no-secret-in-url-query/search-params.js";
import { isOfSocket } from "./no-secret-in-url-query/sockets.js";
import { parametersOfType } from "./no-secret-in-url-query/typed.js";
import { verdictOn } from "./no-secret-in-url-query/verdict.js";
import { writtenParameter } from "./no-secret-in-url-query/written.js";

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
  messages: {
    secretInUrl:
      "{{reason}} and goes into the query of a URL, which servers, proxies and browsers keep in logs and history. Send it in a request header or in the body of a POST request.",
    secretInSocketUrl:
      "{{reason}} and goes into the query of a WebSocket URL, which servers and proxies log. Send it in the first message, or use a short-lived ticket.",
    secretInRedirect:
      "{{reason}} and goes into the query of a redirect, which browsers keep in the history and send as a referrer. Use a cookie, or a one-time code that the target exchanges.",
    sendInHeader: "Send it in the `{{header}}` header; the server has to accept it there.",
  },
  options: {},
  defaultOptions: {},
  trigger: [["query", "parameter"]],
  create(context, file) {
    if (isTestLike(file)) return {};
    const reported = new Set<Node>();
    const check = (parameter: Parameter): void => {
      const finding = reported.has(parameter.value) ? undefined : verdictOn(file, parameter);
      if (!finding) return;
      reported.add(parameter.value);
      const reason = sentence(finding.reason);
      context.report({
        loc: { start: context.sourceCode.getLocFromIndex(parameter.start), end: parameter.value.loc.end },
        messageId: messageFor(file, parameter),
        data: { reason },
        ...deliver(file, [headerEdits(file, parameter, finding.kind)], { inTest: false }),
      });
    };
    const written = (node: TSESTree.Literal | TSESTree.TemplateElement): void => {
      const reason = writtenParameter(file, node);
      if (reason !== undefined) context.report({ node, messageId: "secretInUrl", data: { reason: sentence(reason) } });
    };
    return {
      Literal: (node: TSESTree.Literal) => written(node),
      TemplateElement: (node: TSESTree.TemplateElement) => written(node),
      TemplateLiteral: (node: TSESTree.TemplateLiteral) => parametersOfText(file, node).forEach(check),
      BinaryExpression: (node: TSESTree.BinaryExpression) => parametersOfText(file, node).forEach(check),
      AssignmentExpression: (node: TSESTree.AssignmentExpression) => parametersOfAssignment(file, node).forEach(check),
      CallExpression: (node: TSESTree.CallExpression) => parametersOfCall(file, node).forEach(check),
      ObjectExpression: (node: TSESTree.ObjectExpression) =>
        [...parametersOfObject(file, node), ...parametersOfType(file, node)].forEach(check),
    };
  },
});

const sentence = (text: string): string => text.replace(/^[a-z]/, (first) => first.toUpperCase());

function messageFor(file: SourceFile, parameter: Parameter): "secretInUrl" | "secretInSocketUrl" | "secretInRedirect" {
  if (isOfSocket(file, parameter)) return "secretInSocketUrl";
  return inRedirect(file, parameter.value) ? "secretInRedirect" : "secretInUrl";
}
