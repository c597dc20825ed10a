import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../../ast/nodes.js";
import { deliver } from "../../fix/delivery.js";
import { runtimeOf } from "../../fix/runtime.js";
import { append } from "../../multimap.js";
import { hasTestPath } from "../../secrets/file-role.js";
import type { VisitorOf } from "../../visitor.js";
import type { MessageIds, noHardcodedCredential } from "../no-hardcoded-credential.js";
import { configFindings } from "./config-findings.js";
import { environmentProposal } from "./edits.js";
import type { Finding } from "./finding.js";
import { acceptedFinding, commentFindings, consumedFindings } from "./findings.js";
import { literalFinding } from "./literal-finding.js";
import { isOutOfProduction } from "./out-of-production.js";
import { distinguish, shownVariable } from "./variables.js";

export const visitor: VisitorOf<typeof noHardcodedCredential> = {
  createInConfig(context, file, { ignoreNames, checkComments }) {
    const report = (): void => {
      for (const { loc, messageId, reason } of configFindings(file, ignoreNames, checkComments))
        context.report({ loc, messageId, data: { reason } });
    };
    // The root of JSON, and the one of YAML.
    return { Document: report, Program: report };
  },
  create(context, file, { ignoreNames, checkComments }) {
    const ignored = new Set(ignoreNames);
    const isIgnored = (name: string): boolean => ignored.has(name);
    const found = new Map<Node, Finding>();
    const literal = (node: Node): void => {
      const finding = literalFinding(file, node, isIgnored);
      if (finding) found.set(node, finding);
    };
    const taken = (node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.AssignmentExpression): void => {
      for (const finding of consumedFindings(file, node, isIgnored)) if (!found.get(finding.node)?.proven) found.set(finding.node, finding);
    };
    const accepted = (node: TSESTree.BinaryExpression): void => {
      const finding = acceptedFinding(file, node, isIgnored);
      // A constant's own name says more than what it is compared with.
      if (finding && !found.has(finding.node)) found.set(finding.node, finding);
    };
    return {
      Literal: (node) => typeof node.value === "string" && literal(node),
      TemplateLiteral: literal,
      BinaryExpression: (node) => (node.operator === "+" ? literal(node) : accepted(node)),
      AssignmentExpression: taken,
      CallExpression: taken,
      NewExpression: taken,
      // At the end: one report a literal, whatever speaks against it, and names that differ.
      "Program:exit"() {
        const findings = [
          ...[...found.values()].filter((each) => each.proven || !isOutOfProduction(file, each)),
          ...(checkComments ? commentFindings(file) : []),
        ].sort((a, b) => placeOf(a).range[0] - placeOf(b).range[0]);
        distinguish(file, findings);
        const groups = equalOnes(findings);
        for (const finding of findings) {
          const same = groups.get(identityOf(finding)) ?? [];
          context.report({
            loc: placeOf(finding).loc,
            messageId: messageOf(finding),
            data: { reason: finding.reason, env: shownVariable(finding) },
            ...deliver<MessageIds>(file, same.length > MAX_EQUAL ? [] : [environmentProposal(file, finding, same)], {
              inTest: hasTestPath(file),
            }),
          });
        }
      },
    };

    function messageOf(finding: Finding): MessageIds {
      if (finding.comment) return "credentialInComment";
      if (finding.exposure === "conditional") return "restrictableKey";
      if (finding.setsVariable) return "credentialForOthers";
      if (finding.fallback) return "credentialFallback";
      return ["browser", "edge"].includes(runtimeOf(file)) ? "credentialInBrowser" : "credentialInCode";
    }
  },
};

/** Each edit of a credential changes all its places, so that they stay one. More places than anybody writes are left to their owner. */
const MAX_EQUAL = 64;

const identityOf = ({ env, part, text }: Finding): string => `${env} ${part ?? text}`;

function equalOnes(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) if (!finding.comment) append(groups, identityOf(finding), finding);
  return groups;
}

const placeOf = (finding: Finding): { range: readonly [number, number]; loc: TSESTree.SourceLocation } => finding.comment ?? finding.node;
