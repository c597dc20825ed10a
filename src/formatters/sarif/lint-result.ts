/**
 * What the formatter reads of ESLint's results, the same from 8.57 to 10.
 *
 * Written out here because the types of ESLint are no dependency of this package, and 8.57 ships none.
 */

export interface Edit {
  range: readonly [number, number];
  text: string;
}

export interface LintMessage {
  ruleId: string | null;
  severity: number;
  message: string;
  messageId?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
  endLine?: number | undefined;
  endColumn?: number | undefined;
  fatal?: boolean | undefined;
  fix?: Edit | undefined;
  suggestions?: readonly { desc: string; fix: Edit }[] | undefined;
}

export interface SuppressedLintMessage extends LintMessage {
  suppressions: readonly { kind: string }[];
}

export interface LintResult {
  filePath: string;
  messages: readonly LintMessage[];
  suppressedMessages?: readonly SuppressedLintMessage[] | undefined;
  /** The linted text. Missing when nothing is left to report, or when fixes were applied. */
  source?: string | undefined;
  /** The text after the applied fixes; the messages are about this one then. */
  output?: string | undefined;
}

export interface FormatterContext {
  cwd: string;
  /** `meta` of every rule that reported something, by full rule id. */
  rulesMeta: Readonly<Record<string, unknown>>;
}
