import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../../ast/nodes.js";
import { deliver } from "../../fix/delivery.js";
import { isTestLike } from "../../secrets/file-role.js";
import type { SourceFile } from "../../source-file.js";
import type { VisitorOf } from "../../visitor.js";
import type { noSecretInUrlQuery } from "../no-secret-in-url-query.js";
import { bodyEdits } from "./body.js";
import { headerEdits } from "./header.js";
import { parametersOfAssignment, parametersOfObject } from "./object-parameters.js";
import { parametersOfPairs } from "./pairs.js";
import { parametersOfText, type Parameter } from "./parameters.js";
import { inRedirect } from "./redirects.js";
import { parametersOfCall } from "./search-params.js";
import { isOfSocket } from "./sockets.js";
import { parametersOfType } from "./typed.js";
import { verdictOn } from "./verdict.js";
import { writtenParameter } from "./written.js";

export const visitor: VisitorOf<typeof noSecretInUrlQuery> = {
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
        ...deliver(file, [headerEdits(file, parameter, finding.kind), bodyEdits(file, parameter)], { inTest: false }),
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
      CallExpression: (node: TSESTree.CallExpression) => [...parametersOfText(file, node), ...parametersOfCall(file, node)].forEach(check),
      ArrayExpression: (node: TSESTree.ArrayExpression) => parametersOfPairs(file, node).forEach(check),
      ObjectExpression: (node: TSESTree.ObjectExpression) =>
        [...parametersOfObject(file, node), ...parametersOfType(file, node)].forEach(check),
    };
  },
};

const sentence = (text: string): string => text.replace(/^[a-z]/, (first) => first.toUpperCase());

function messageFor(file: SourceFile, parameter: Parameter): "secretInUrl" | "secretInSocketUrl" | "secretInRedirect" {
  if (isOfSocket(file, parameter)) return "secretInSocketUrl";
  return inRedirect(file, parameter.value) ? "secretInRedirect" : "secretInUrl";
}
