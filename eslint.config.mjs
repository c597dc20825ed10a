import parser from "@typescript-eslint/parser";
import { defineConfig, globalIgnores } from "eslint/config";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import regexp from "eslint-plugin-regexp";
import secretHandling from "eslint-plugin-secret-handling";

export default defineConfig([
  globalIgnores(["dist/", "coverage/", "reports/", ".stryker-tmp/", "tests/demo/app/", "tests/corpus/", "tests/fixtures/"]),
  {
    files: ["**/*.{ts,mts}"],
    languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["src/**"], extends: [regexp.configs["flat/recommended"]] },
  {
    files: ["src/**/*.ts"],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      // createRule takes messages and options apart from `meta` and puts them together itself.
      "eslint-plugin/require-meta-schema": "off",
    },
  },
  { files: ["**/*.{ts,mts,mjs}"], extends: [secretHandling.configs.recommended] },
]);
