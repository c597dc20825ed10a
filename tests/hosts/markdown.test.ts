import markdown from "@eslint/markdown";
import * as tsParser from "@typescript-eslint/parser";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../support/plugin.js";

const config = [
  ...markdown.configs.processor,
  { files: ["**/*.md/*.ts"], languageOptions: { parser: tsParser } },
  plugin.configs.recommended,
];

const page = [
  "# Tokens",
  "",
  "```js",
  "const resetToken = Math.random().toString(36).slice(2);",
  "```",
  "",
  "1. In a list:",
  "",
  "   ```ts",
  '   import { Router } from "express";',
  "",
  "   export const sessionToken: string = Math.random().toString(36).slice(2);",
  "   ```",
  "",
  "Math.random() in prose, and `console.log(password)`.",
  "",
].join("\n");

describe("code blocks of Markdown", () => {
  it("each block is a file of its own: findings at their lines, imports inside the block", async () => {
    const lint = async (text: string, fix: boolean): Promise<ESLint.LintResult> => {
      const [result] = await new ESLint({ overrideConfigFile: true, overrideConfig: config as never, fix }).lintText(text, { filePath: "docs/tokens.md" });
      return result!;
    };
    const { messages } = await lint(page, false);
    expect(messages.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`)).toEqual(["4:20 secret-handling/no-math-random-for-tokens", "12:40 secret-handling/no-math-random-for-tokens"]);
    const { output, messages: left } = await lint(page, true);
    expect(left).toEqual([]);
    const lines = output!.split("\n");
    expect(lines[3]).toContain("crypto.getRandomValues(");
    expect(lines.slice(8, 15)).toEqual([
      "   ```ts",
      '   import { randomInt } from "node:crypto";',
      '   import { Router } from "express";',
      "   ",
      '   export const sessionToken: string = Array.from({ length: 13 }, () => randomInt(36).toString(36)).join("");',
      "   ```",
      "",
    ]);
    expect((await lint(output!, true)).output).toBeUndefined();
  });

  it("the Markdown language itself is left alone", async () => {
    const [result] = await new ESLint({ overrideConfigFile: true, overrideConfig: [{ files: ["**/*.md"], plugins: { markdown }, language: "markdown/commonmark" }, plugin.configs.recommended] as never }).lintText(page, { filePath: "docs/tokens.md" });
    expect(result!.messages).toEqual([]);
  });
}, 60_000);
