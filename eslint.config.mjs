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
  {
    files: ["src/**"],
    extends: [regexp.configs["flat/recommended"]],
    // Spelled-out classes are easier to hold against a vendor's page than `\w`.
    rules: {
      "regexp/prefer-w": "off",
      "regexp/prefer-d": "off",
      "regexp/use-ignore-case": "off",
      "regexp/no-dupe-disjunctions": "off",
      "regexp/prefer-character-class": "off",
      "regexp/optimal-quantifier-concatenation": "off",
      "regexp/no-useless-quantifier": "off",
    },
  },
  {
    files: ["src/**/*.ts"],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      // createRule takes messages and options apart from `meta` and puts them together itself.
      "eslint-plugin/prefer-message-ids": "off",
      "eslint-plugin/require-meta-fixable": "off",
      "eslint-plugin/require-meta-has-suggestions": "off",
      "eslint-plugin/require-meta-schema": "off",
      "eslint-plugin/require-meta-type": "off",
    },
  },
  // Tests are made of specimens: there the plugin would find what it is tested with.
  { files: ["src/**", "*.mjs", "tests/**/*.mjs"], extends: [secretHandling.configs.recommended] },
]);
