import { createRequire } from "node:module";
import { fingerprinter } from "./sarif/fingerprint.js";
import { fixWriter } from "./sarif/fixes.js";
import type { FormatterContext, LintMessage, LintResult, SuppressedLintMessage } from "./sarif/lint-result.js";
import { artifactLocation, locationOf, sourceRoot } from "./sarif/location.js";
import type { Log, Notification, Result, Suppression } from "./sarif/log.js";
import { ownRules, type OwnRule } from "./sarif/rules.js";

const manifest = createRequire(import.meta.url)("../../package.json") as { name: string; version: string; homepage: string };
const HOMEPAGE = manifest.homepage.replace(/#.*/, "");
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * An ESLint formatter that writes SARIF 2.1.0 for GitHub code scanning and other readers.
 *
 * Takes the lint results and ESLint's formatter context; returns the log as JSON. It holds findings of this plugin only,
 * suppressed ones marked as such, and no source text: no snippet, no text of a parse error, no reason of a disable comment,
 * no fix that would repeat a literal, a comment or a statement. Messages of other plugins may quote the code, so they are left out.
 * The same results give the same log on every machine.
 *
 * Throws when `rulesMeta` is missing: without it no finding can be told apart, and an empty log would read as "all clear".
 */
export default function sarif(results: readonly LintResult[], context: FormatterContext): string {
  const rulesMeta = context?.rulesMeta as FormatterContext["rulesMeta"] | undefined;
  if (rulesMeta === undefined) {
    throw new TypeError(`${manifest.name}/sarif needs the formatter context of ESLint: pass { cwd, rulesMeta } as second argument`);
  }
  const root = sourceRoot(context.cwd);
  const rules = ownRules(rulesMeta, HOMEPAGE);
  const log: Log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: manifest.name,
            version: manifest.version,
            semanticVersion: manifest.version,
            informationUri: HOMEPAGE,
            rules: [...rules.values()].map(({ descriptor }) => descriptor),
          },
        },
        columnKind: "utf16CodeUnits",
        // GitHub rejects a log whose execution was not successful, with all its findings. A file that could not be parsed is a notification.
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: results.flatMap((result) => parseErrors(result, root)) }],
        results: results.flatMap((result) => findings(result, root, rules)),
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

function findings(result: LintResult, root: string, rules: ReadonlyMap<string, OwnRule>): Result[] {
  const artifact = artifactLocation(root, result.filePath);
  const fingerprint = fingerprinter(artifact.uri);
  const fixes = fixWriter(result, artifact);
  const ruleIds = [...rules.keys()];
  const messages: (LintMessage | SuppressedLintMessage)[] = [...result.messages, ...(result.suppressedMessages ?? [])].sort(byPosition);

  return messages.flatMap((message) => {
    const rule = rules.get(message.ruleId ?? "");
    // ESLint reports a mistake in a configuration comment under the id of the rule it names, without a message id.
    if (rule === undefined || message.ruleId === null || message.messageId === undefined) return [];
    const suppressions = "suppressions" in message ? suppressionsOf(message) : [];
    const repairs = suppressions.length > 0 ? [] : fixes(message, rule.docs.fixes);
    return {
      ruleId: message.ruleId,
      ruleIndex: ruleIds.indexOf(message.ruleId),
      level: message.severity === 2 ? "error" : "warning",
      message: { text: message.message },
      locations: [locationOf(artifact, message)],
      partialFingerprints: fingerprint(message, rule.messages[message.messageId]),
      ...(repairs.length > 0 ? { fixes: repairs } : {}),
      ...(suppressions.length > 0 ? { suppressions } : {}),
    } satisfies Result;
  });
}

/** A disable comment, or an entry of `eslint-suppressions.json`. GitHub closes the alert of an accepted suppression. */
function suppressionsOf({ suppressions }: SuppressedLintMessage): Suppression[] {
  const kinds = new Set(suppressions.map(({ kind }) => (kind === "directive" ? "inSource" : "external")));
  return [...kinds].map((kind) => ({ kind, status: "accepted" }));
}

/** The parser's own words quote the source, so only the place is told. */
function parseErrors(result: LintResult, root: string): Notification[] {
  return result.messages
    .filter(({ fatal }) => fatal === true)
    .map((message) => ({
      level: "error",
      message: { text: "ESLint could not parse this file, so no rule has looked at it." },
      locations: [locationOf(artifactLocation(root, result.filePath), message)],
    }));
}

function byPosition(a: LintMessage, b: LintMessage): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
