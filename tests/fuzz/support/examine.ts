import * as tsParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "../../support/plugin.js";

type Message = Linter.LintMessage;

export interface Examination {
  /** False when the parser refuses the text; then nothing else is known. */
  readonly parsed: boolean;
  readonly messages: readonly Message[];
  /** The text after `--fix`. */
  readonly output: string;
  /** What must never be: a rule that throws, an edit that breaks the syntax, a fix that never ends. */
  readonly faults: readonly string[];
}

export interface ExamineOptions {
  /** `.ts`, `.tsx`, `.mts` and `.cts` are parsed by @typescript-eslint/parser, others by espree. */
  filename?: string;
  parser?: Linter.Parser;
  sourceType?: "module" | "commonjs" | "script";
  settings?: Record<string, unknown>;
}

/** Edits of one report that are tried alone; beyond it only their sum is. */
const MAX_TRIED_ALONE = 40;

function configsOf({ filename = "file.js", parser, sourceType, settings }: ExamineOptions): { parsing: Linter.Config[]; linting: Linter.Config[] } {
  const typescript = /\.[cm]?tsx?$/.test(filename);
  const parsing: Linter.Config = {
    files: ["**/*", "**/*.{ts,mts,cts,tsx,jsx}"],
    linterOptions: { reportUnusedDisableDirectives: "off" },
    languageOptions: {
      sourceType: sourceType ?? (/\.c[jt]s$/.test(filename) ? "commonjs" : "module"),
      ...(parser ? { parser } : typescript ? { parser: tsParser } : {}),
      parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(filename) } },
    },
  };
  const recommended = plugin.configs.recommended;
  return { parsing: [parsing], linting: [recommended, { ...parsing, ...(settings ? { settings: { "secret-handling": settings } } : {}) }] };
}

/** ESLint's limit for one `--fix`. Edits that reach over others take a pass each. */
const PASSES = 10;

/** The text after as many more runs of `--fix` as so many fixes can need at the most: none, where one run has a pass for each. */
function settled(linter: Linter, text: string, linting: Linter.Config[], filename: string, fixes: number): string {
  let output = text;
  for (let done = PASSES; done < fixes; done += PASSES) output = linter.verifyAndFix(output, linting, { filename }).output;
  return output;
}

/** Lints a text under `recommended`, tries every edit alone and all of them together, and says what went wrong. */
export function examine(text: string, options: ExamineOptions = {}): Examination {
  const filename = options.filename ?? "file.js";
  const { parsing, linting } = configsOf(options);
  const linter = new Linter();
  const faults: string[] = [];
  const parses = (candidate: string): Message | undefined => linter.verify(candidate, parsing, { filename }).find(({ fatal }) => fatal);

  let messages: Message[];
  try {
    messages = linter.verify(text, linting, { filename });
  } catch (error) {
    return { parsed: true, messages: [], output: text, faults: [describe(error)] };
  }
  if (messages.some(({ fatal }) => fatal)) return { parsed: false, messages: [], output: text, faults };

  const edits = messages.flatMap(({ ruleId, fix, suggestions }) => [
    ...(fix ? [{ what: `fix of ${ruleId}`, fix }] : []),
    ...(suggestions ?? []).map((suggestion) => ({ what: `suggestion ${suggestion.messageId} of ${ruleId}`, fix: suggestion.fix })),
  ]);
  for (const { what, fix } of edits.slice(0, MAX_TRIED_ALONE)) {
    const edited = withEdit(text, fix);
    const error = parses(edited);
    if (error) faults.push(`${what} breaks the syntax: ${error.message} (line ${error.line})\n${edited.split("\n")[(error.line ?? 1) - 1]?.slice(0, 300)}`);
    if (edited === text) faults.push(`${what} changes nothing`);
  }

  let output = text;
  const fixes = messages.filter(({ fix }) => fix).length;
  try {
    if (fixes > 0) output = linter.verifyAndFix(text, linting, { filename }).output;
    const error = output === text ? undefined : parses(output);
    if (error) faults.push(`--fix breaks the syntax: ${error.message} (line ${error.line})\n${output.split("\n")[(error.line ?? 1) - 1]?.slice(0, 300)}`);
    else if (output !== text && linter.verifyAndFix(settled(linter, output, linting, filename, fixes), linting, { filename }).fixed) faults.push("--fix never settles");
  } catch (error) {
    faults.push(`on the way of --fix: ${describe(error)}`);
  }
  return { parsed: true, messages, output, faults };
}

/** Applies one edit as ESLint does: offsets leave a byte order mark out. */
function withEdit(text: string, fix: { range: readonly [number, number]; text: string }): string {
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  return text.slice(0, fix.range[0] + mark) + fix.text + text.slice(fix.range[1] + mark);
}

const describe = (error: unknown): string => {
  const { message, stack } = error as Error;
  return `throws ${message}\n${(stack ?? "").split("\n").filter((line) => /\bat /.test(line)).slice(0, 8).join("\n")}`;
};
