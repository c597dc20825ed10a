import type { RuleDocs } from "../../create-rule.js";
import type { RuleDescriptor } from "./log.js";

export interface OwnRule {
  descriptor: RuleDescriptor;
  docs: RuleDocs;
  /** Message templates by message id. */
  messages: Readonly<Record<string, string>>;
}

/**
 * The rules of this plugin among those that reported, by full rule id and in the order of their ids.
 *
 * The namespace is the user's choice, so a rule is known by its `meta.docs`: a CWE number and a page below `homepage`.
 * Two namespaces for one rule give two entries.
 */
export function ownRules(rulesMeta: Readonly<Record<string, unknown>>, homepage: string): Map<string, OwnRule> {
  const rules = new Map<string, OwnRule>();
  for (const id of Object.keys(rulesMeta).sort()) {
    const meta = rulesMeta[id] as { docs?: Partial<RuleDocs>; messages?: Record<string, string> } | null | undefined;
    const docs = meta?.docs;
    if (typeof docs?.cwe !== "number" || docs.url?.startsWith(`${homepage}/`) !== true) continue;
    rules.set(id, { descriptor: describe(id, docs as RuleDocs, docs.url), docs: docs as RuleDocs, messages: meta?.messages ?? {} });
  }
  return rules;
}

function describe(id: string, docs: RuleDocs, url: string): RuleDescriptor {
  const level = docs.recommended === "warn" ? "warning" : "error";
  const weakness = `CWE-${docs.cwe}`;
  const name = id.slice(id.lastIndexOf("/") + 1);
  const sentence = `${docs.description}.`;
  return {
    id,
    name,
    shortDescription: { text: docs.description },
    fullDescription: { text: `${sentence} ${weakness}.` },
    help: {
      text: `${sentence}\n\nWeakness: ${weakness}\nFix: ${docs.fixes}\nDocumentation: ${url}`,
      markdown: [
        sentence,
        "",
        `- Weakness: [${weakness}](https://cwe.mitre.org/data/definitions/${docs.cwe}.html)`,
        `- Fix: ${docs.fixes}`,
        `- Documentation: [${name}](${url})`,
      ].join("\n"),
    },
    helpUri: url,
    defaultConfiguration: { level },
    properties: {
      // CodeQL pads to three digits, and GitHub's filter `cwe:` follows it.
      tags: ["security", `external/cwe/cwe-${String(docs.cwe).padStart(3, "0")}`],
      precision: "high",
      "problem.severity": level,
      "security-severity": docs.securitySeverity.toFixed(1),
    },
  };
}
