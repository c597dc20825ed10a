import type { TSESTree } from "@typescript-eslint/utils";
import { createRule } from "../create-rule.js";
import { deliver } from "../fix/delivery.js";
import { runtimeOf } from "../fix/runtime.js";
import { append } from "../multimap.js";
import { isTestLike } from "../secrets/file-role.js";
import type { Node } from "../ast/nodes.js";
import { environmentProposal, type EditMessage } from "./no-hardcoded-credential/edits.js";
import { configFindings, type ConfigFinding } from "./no-hardcoded-credential/config-findings.js";
import { acceptedFinding, commentFindings, consumedFindings, literalFinding, type Finding } from "./no-hardcoded-credential/findings.js";
import { isOutOfProduction } from "./no-hardcoded-credential/out-of-production.js";
import { distinguish, shownVariable } from "./no-hardcoded-credential/variables.js";

export type MessageIds =
  | "credentialInCode"
  | "credentialFallback"
  | "credentialInBrowser"
  | "credentialInComment"
  | "restrictableKey"
  | ConfigFinding["messageId"]
  | EditMessage;

export interface Options {
  ignoreNames: string[];
  checkComments: boolean;
}

export const noHardcodedCredential = createRule<MessageIds, Options>({
  name: "no-hardcoded-credential",
  docs: {
    description: "Disallow credentials in source code",
    recommended: "error",
    cwe: 798,
    securitySeverity: 8.1,
    category: "storage",
    fixes: "a read from the environment that fails when the variable is missing",
  },
  messages: {
    credentialInCode:
      "A credential stands in the code: {{reason}}. Read it from the environment variable `{{env}}` and rotate it: it stays in git history.",
    credentialFallback:
      "Without `{{env}}` the program runs with a credential that stands in the code: {{reason}}. Drop the fallback and rotate it: it stays in git history.",
    credentialInBrowser:
      "A credential stands in code that is sent out of your control: {{reason}}. Move its use to a server and rotate it: it stays in git history.",
    credentialInComment: "A comment holds a credential: {{reason}}. Remove it and rotate it: it stays in git history.",
    restrictableKey:
      "A key stands in the code: {{reason}}, which is fine in public only where its owner restricted what it may do. Restrict it, or read it from `{{env}}` and rotate it: it stays in git history.",
    credentialInConfig:
      "A credential stands in a configuration file: {{reason}}. Hand it over when the program runs, from the environment or a secret manager, and rotate it: it stays in git history.",
    restrictableKeyInConfig:
      "A key stands in a configuration file: {{reason}}, which is fine in public only where its owner restricted what it may do. Restrict it, or keep it out of the repository and rotate it: it stays in git history.",
    readFromEnvironment: "Read it from the environment variable `{{env}}`, and fail when that is missing.",
    dropFallback: "Drop the fallback, and fail when `{{env}}` is missing.",
  },
  options: {
    ignoreNames: {
      type: "array",
      items: { type: "string", minLength: 1 },
      uniqueItems: true,
      description: "Names of variables and properties whose literals are never reported.",
    },
    checkComments: { type: "boolean", description: "Whether comments are read, too." },
  },
  defaultOptions: { ignoreNames: [], checkComments: true },
  ownParts: ["envReader"],
  trigger: [["secret", "client", "format"]],
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
              inTest: isTestLike(file),
            }),
          });
        }
      },
    };

    function messageOf(finding: Finding): MessageIds {
      if (finding.comment) return "credentialInComment";
      if (finding.exposure === "conditional") return "restrictableKey";
      if (finding.fallback) return "credentialFallback";
      return ["browser", "edge"].includes(runtimeOf(file)) ? "credentialInBrowser" : "credentialInCode";
    }
  },
});

/** Each edit of a credential changes all its places, so that they stay one. More places than anybody writes are left to their owner. */
const MAX_EQUAL = 64;

const identityOf = ({ env, part, text }: Finding): string => `${env} ${part ?? text}`;

function equalOnes(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) if (!finding.comment) append(groups, identityOf(finding), finding);
  return groups;
}

const placeOf = (finding: Finding): { range: readonly [number, number]; loc: TSESTree.SourceLocation } => finding.comment ?? finding.node;
