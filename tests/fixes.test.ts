import { readdirSync } from "node:fs";
import path from "node:path";
import * as parser from "@typescript-eslint/parser";
import { Linter, type SourceCode } from "eslint";
import { describe, expect, it, vi } from "vitest";
import plugin from "./support/plugin.js";
import { specimensOfCases, specimensOfCorpus, specimensOfDocs, variantsOf, type Specimen } from "./support/specimens.js";
import { gainedTypeErrors, type Change } from "./support/type-check.js";

// The gate: whatever a rule reports, its edits leave a file that parses, keeps what is not theirs, compiles, and stays as it is.

const cases = vi.hoisted((): [string, never][] => []);
// The rule tests, loaded with this tester, hand over their cases instead of running them.
vi.mock("./support/rule-tester.js", () => ({ ruleTester: { run: (ruleId: string, _rule: unknown, tests: never) => cases.push([ruleId, tests]) } }));
const rules = path.join(import.meta.dirname, "rules");
for (const name of readdirSync(rules).filter((each) => plugin.rules[each.replace(/(?:\.\w+)?\.test\.ts$/, "") as keyof typeof plugin.rules])) await import(path.join(rules, name));

vi.setConfig({ testTimeout: 120_000 });

const specimens: Specimen[] = [...cases.flatMap(([ruleId, tests]) => specimensOfCases(ruleId, tests)), ...specimensOfDocs(), ...specimensOfCorpus()];
const typed: Change[] = [];

interface Linted {
  messages: Linter.LintMessage[];
  sourceCode: SourceCode;
}

function configOf({ ruleId, filename, options, settings }: Specimen, everyRule: boolean): Linter.Config[] {
  const espree = /\.[cm]js$/.test(filename);
  return [
    {
      files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"],
      plugins: { "secret-handling": plugin },
      rules: { ...(everyRule ? plugin.configs.recommended.rules : {}), [`secret-handling/${ruleId}`]: ["error", ...options] as Linter.RuleEntry },
      languageOptions: { sourceType: filename.endsWith(".cjs") ? "commonjs" : "module", ...(espree ? {} : { parser }), parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(filename) } } },
      settings: settings as Linter.Config["settings"] & object,
    },
  ];
}

function lint(text: string, specimen: Specimen, everyRule = false): Linted {
  const linter = new Linter();
  const messages = linter.verify(text, configOf(specimen, everyRule), { filename: specimen.filename });
  return { messages, sourceCode: linter.getSourceCode() };
}

const parses = ({ messages }: Linted): boolean => messages.every((message) => !message.fatal);

function suggestionsOf({ messages }: Linted): { title: string; text: string; range: readonly [number, number] }[] {
  return messages.flatMap(({ line, suggestions = [] }) => suggestions.map(({ desc, fix }) => ({ title: `line ${line}: ${desc}`, ...fix })));
}

function apply(code: string, { range, text }: { range: readonly [number, number]; text: string }): string {
  const mark = code.startsWith("\uFEFF") ? 1 : 0;
  return code.slice(0, range[0] + mark) + text + code.slice(range[1] + mark);
}

const directives = ({ ast }: SourceCode): string[] => ast.body.flatMap((node) => ("directive" in node && node.directive !== undefined ? [node.directive] : []));
const comments = (sourceCode: SourceCode): string[] => sourceCode.getAllComments().map(({ value }) => value);

/** Everything that an edit must leave alone. */
function keeps(code: string, before: Linted, output: string, after: Linted): void {
  expect(after.messages.filter((message) => message.fatal), output).toEqual([]);
  const left = comments(after.sourceCode);
  for (const comment of comments(before.sourceCode)) {
    const index = left.indexOf(comment);
    expect(index, `the comment "${comment}" is lost:\n${output}`).toBeGreaterThanOrEqual(0);
    left.splice(index, 1);
  }
  expect(directives(after.sourceCode), output).toEqual(directives(before.sourceCode));
  expect(/^\uFEFF?(?:#!.*)?/.exec(output)?.[0]).toBe(/^\uFEFF?(?:#!.*)?/.exec(code)?.[0]);
  if (code.includes("\r\n")) expect(output).not.toMatch(/(?<!\r)\n/);
  else expect(output).not.toContain("\r");
}

/** `--fix` until nothing changes. Gives the output. */
function settles(code: string, specimen: Specimen, everyRule = false): string {
  const config = configOf(specimen, everyRule);
  const { output, messages } = new Linter().verifyAndFix(code, config, { filename: specimen.filename });
  expect(messages.filter((message) => message.fix), output).toEqual([]);
  return output;
}

describe.each(Object.keys(plugin.rules))("the edits of %s", (ruleId) => {
  const own = specimens.filter((each) => each.ruleId === ruleId);

  it.each(own.map((each) => [each.name, each] as const))("%s", (_name, specimen) => {
    for (const variant of variantsOf(specimen)) {
      const { code, filename, name } = variant;
      const before = lint(code, variant);
      if (!parses(before)) continue;
      const isTyped = /\.tsx?$/.test(filename) && !code.startsWith("#!");
      const output = settles(code, variant);
      keeps(code, before, output, lint(output, variant));
      if (isTyped && output !== code) typed.push({ name, filename, suggested: false, before: code, after: output });
      for (const suggestion of suggestionsOf(before)) {
        const edited = apply(code, suggestion);
        const after = lint(edited, variant);
        if (isTyped) typed.push({ name: `${name}: ${suggestion.title}`, filename, suggested: true, before: code, after: edited });
        keeps(code, before, edited, after);
        expect(after.messages.length, `"${suggestion.title}" leaves its finding:\n${edited}`).toBeLessThan(before.messages.length);
      }
    }
    const together = settles(specimen.code, specimen, true);
    const left = lint(together, specimen, true).messages;
    expect(left.filter((message) => message.fatal), together).toEqual([]);
    const before = lint(specimen.code, specimen, true).messages;
    for (const rule of new Set(left.map((message) => message.ruleId))) {
      const [now, earlier] = [left, before].map((messages) => messages.filter((message) => message.ruleId === rule).length);
      expect(now, `an edit makes a new finding of ${rule}:\n${together}`).toBeLessThanOrEqual(earlier!);
    }
  });
});

it("TypeScript finds no new error in any of them", () => {
  expect(typed.length).toBeGreaterThan(100);
  expect(gainedTypeErrors(typed)).toEqual([]);
});
