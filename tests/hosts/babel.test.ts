import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import babelParser from "@babel/eslint-parser";
import plugin from "../support/plugin.js";
import { sixFindings } from "./six-rules.js";

/**
 * Version 7 gives ESLint a scope manager of its own, which ESLint 10 refuses ("scopeManager.addGlobals is not a function") and 8 and 9
 * take. Here ESLint analyses the scopes of Babel's tree itself; `npm run matrix` runs versions 7 and 8 as they are (tests/matrix/babel.mjs).
 */
const parser = {
  parseForESLint(text: string, options: unknown) {
    const { scopeManager: _refused, ...parsed } = (babelParser as { parseForESLint(text: string, options: unknown): { ast: object; scopeManager: object; visitorKeys: object } }).parseForESLint(text, options);
    return parsed;
  },
} as unknown as Linter.Parser;

const config = [
  { files: ["**/*.js"], languageOptions: { parser, parserOptions: { requireConfigFile: false, babelOptions: { configFile: false, babelrc: false, parserOpts: { plugins: ["jsx", "flow", "decorators"] } } } } },
  plugin.configs.recommended,
];

describe("@babel/eslint-parser", () => {
  it("six rules, with edits that Babel parses again, and a second pass that changes nothing", () => {
    const linter = new Linter();
    const code = `/* @flow */\n${sixFindings()}export const typed = (password: string): number => check({ headers: {} }) + login(password);\n`;
    const messages = linter.verify(code, config, { filename: "src/login.js" });
    expect(messages.map(({ line, ruleId, message }) => `${line} ${ruleId?.replace("secret-handling/", "") ?? message}`)).toEqual([
      "4 no-math-random-for-tokens",
      "5 no-hardcoded-credential",
      "6 no-secret-in-log",
      "7 no-plain-equals-secret",
      "8 no-secret-in-url-query",
      "9 no-fast-hash-password",
    ]);
    const { output, messages: left } = linter.verifyAndFix(code, config, { filename: "src/login.js" });
    expect(left).toEqual([]);
    expect(output).toContain("randomInt(36)");
    expect(output).toContain('requireEnvironment("JWT_SECRET")');
    expect(linter.verifyAndFix(output, config, { filename: "src/login.js" }).fixed).toBe(false);
  });
}, 60_000);
