import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import json from "@eslint/json";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import yml from "eslint-plugin-yml";
import { describe, expect, it } from "vitest";
import plugin from "./support/plugin.js";

const docs = path.join(import.meta.dirname, "..", "rules-docs");

interface Example {
  kind: "correct" | "incorrect";
  language: string;
  code: string;
  line: number;
}

/** Fenced blocks that follow `<!-- eslint correct -->` or `<!-- eslint incorrect -->`. */
function examplesOf(markdown: string): Example[] {
  const found: Example[] = [];
  for (const match of markdown.matchAll(/<!-- eslint (correct|incorrect) -->\s*\n```(\w+)\n([\s\S]*?)\n```/g))
    found.push({ kind: match[1] as Example["kind"], language: match[2]!, code: match[3]!, line: markdown.slice(0, match.index).split("\n").length });
  return found;
}

const CONFIG_LANGUAGES = [
  { files: ["**/*.json"], plugins: { json }, language: "json/json", extends: [plugin.configs["config-files"]] },
  { files: ["**/*.yaml"], plugins: { yml }, language: "yml/yaml", extends: [plugin.configs["config-files"]] },
].flatMap(({ extends: [config], ...entry }) => [entry, { ...config, files: entry.files }]) as unknown as Linter.Config[];

function lint(ruleId: string, { language, code }: Example): Linter.LintMessage[] {
  const options = /^\/\* eslint-options (\{.*\}) \*\/$/m.exec(code)?.[1];
  const settings = /^\/\* eslint-settings (\{.*\}) \*\/$/m.exec(code)?.[1];
  return new Linter().verify(
    code,
    [
      {
        files: ["**/*.{js,jsx,ts,tsx}"],
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
        plugins: { "secret-handling": plugin },
        rules: { [`secret-handling/${ruleId}`]: options ? ["error", JSON.parse(options) as object] : "error" },
        settings: { "secret-handling": settings ? (JSON.parse(settings) as object) : {} },
      },
      ...CONFIG_LANGUAGES,
    ],
    { filename: `docs.${language}` },
  );
}

describe.each(Object.entries(plugin.rules))("rules-docs/%s.md", (ruleId, rule) => {
  const file = path.join(docs, `${ruleId}.md`);
  const markdown = existsSync(file) ? readFileSync(file, "utf8") : "";
  const examples = examplesOf(markdown);

  it("has incorrect and correct examples", () => {
    expect(examples.some(({ kind }) => kind === "incorrect")).toBe(true);
    expect(examples.some(({ kind }) => kind === "correct")).toBe(true);
  });

  it.each(examples.map((example) => [example.kind, example.line, example] as const))("the %s example at line %i is", (kind, _line, example) => {
    const messages = lint(ruleId, example);
    expect(messages.filter((message) => message.fatal)).toEqual([]);
    if (kind === "correct") expect(messages.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
    else expect(messages.length).toBeGreaterThan(0);
  });

  it("names every option, the CWE and what --fix does", () => {
    for (const option of Object.keys((rule.meta?.schema as { properties?: object }[])[0]?.properties ?? {})) expect(markdown).toContain(`\`${option}\``);
    expect(markdown).toContain(`CWE-${(rule.meta?.docs as unknown as { cwe: number }).cwe}`);
    expect(markdown).toMatch(/^## What .*--fix.* does/m);
    expect(markdown).toMatch(/^## When not to use it/m);
  });

  it("has only links that lead somewhere", () => {
    for (const [, target] of markdown.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) expect(existsSync(path.join(docs, target!)), target).toBe(true);
  });
});

describe("rules-docs", () => {
  it("has a page for each rule and no other at its top", () => {
    const pages = readdirSync(docs).filter((name) => name.endsWith(".md"));
    expect(pages.sort()).toEqual(Object.keys(plugin.rules).map((id) => `${id}.md`).sort());
  });
});
