import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "./plugin.js";
import type { SecretHandlingSettings } from "../../src/settings.js";

interface Options {
  /** Default `src/app.ts`. */
  filename?: string;
  settings?: SecretHandlingSettings;
  option?: object;
}

/** The messages of one rule of this plugin for a code, in order. Throws on a syntax error. */
export function reportsOf(ruleName: string, code: string, { filename = "src/app.ts", settings = {}, option }: Options = {}): string[] {
  const messages = new Linter().verify(
    code,
    {
      files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"],
      plugins: { "secret-handling": plugin },
      languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: /x$/.test(filename) } } },
      rules: { [`secret-handling/${ruleName}`]: option ? ["error", option] : "error" },
      settings: { "secret-handling": settings },
    },
    { filename },
  );
  for (const { fatal, message } of messages) if (fatal) throw new Error(`${message}\n${code}`);
  return messages.map(({ message }) => message);
}
