import * as tsParser from "@typescript-eslint/parser";
import * as astroParser from "astro-eslint-parser";
import { Linter } from "eslint";
import * as svelteParser from "svelte-eslint-parser";
import { compile } from "svelte/compiler";
import * as vueParser from "vue-eslint-parser";
import plugin from "./plugin.js";
import type { SecretHandlingSettings } from "../../src/settings.js";

type Host = "vue" | "svelte" | "astro";

const PARSERS = { vue: vueParser, svelte: svelteParser, astro: astroParser } as unknown as Record<Host, Linter.Parser>;

/** One finding as a test reads it: `line:column rule messageId`, and how an edit is offered. */
export interface ComponentReport {
  findings: string[];
  /** The file after `--fix`. */
  output: string;
  /** What `--fix` leaves. */
  left: string[];
  /** The file after each suggestion, alone. */
  suggested: string[];
}

const hostOf = (filename: string): Host => filename.slice(filename.lastIndexOf(".") + 1) as Host;

function configs(filename: string, code: string, settings: SecretHandlingSettings): Linter.Config[] {
  const host = hostOf(filename);
  const typescript = host === "astro" || /lang=["']?ts/.test(code);
  return [
    { files: ["**/*.{vue,svelte,astro}"], languageOptions: { parser: PARSERS[host], parserOptions: typescript ? { parser: tsParser } : {} } },
    plugin.configs.recommended,
    { settings: { "secret-handling": settings } },
  ];
}

const short = ({ line, column, ruleId, messageId, message, fix, suggestions }: Linter.LintMessage): string =>
  `${line}:${column} ${ruleId?.replace("secret-handling/", "") ?? message} ${messageId ?? ""}${fix ? " fix" : ""}${suggestions ? " suggest" : ""}`;

/** Lints a component as a project with the framework's parser would; every text that an edit leaves is given to that parser, and to Svelte's compiler. */
export function lintComponent(filename: string, code: string, settings: SecretHandlingSettings = {}): ComponentReport {
  const linter = new Linter();
  const all = configs(filename, code, settings);
  const messages = linter.verify(code, all, { filename });
  const { output, messages: left } = linter.verifyAndFix(code, all, { filename });
  const suggested = messages.flatMap(({ suggestions = [] }) => suggestions.map(({ fix }) => code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1])));
  for (const text of [code, output, ...suggested]) {
    const broken = linter.verify(text, all, { filename }).find(({ fatal }) => fatal);
    if (broken) throw new Error(`${broken.line}:${broken.column} ${broken.message}\n${text}`);
    if (hostOf(filename) === "svelte") compile(text, { filename });
  }
  const again = linter.verifyAndFix(output, all, { filename });
  if (again.fixed) throw new Error(`a second pass changes the file:\n${again.output}`);
  return { findings: messages.map(short), output, left: left.map(short), suggested };
}
