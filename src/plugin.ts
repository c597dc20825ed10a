import type { ESLint, Linter, Rule } from "eslint";

// Spelled out, so that the declarations need no types but ESLint's.
export type RuleId =
  | "no-fast-hash-password"
  | "no-hardcoded-credential"
  | "no-math-random-for-tokens"
  | "no-plain-equals-secret"
  | "no-secret-in-log"
  | "no-secret-in-url-query";

export type ConfigName = "recommended" | "cautious" | "config-files";

/** What `import secretHandling from "eslint-plugin-secret-handling"` gives. */
export interface SecretHandlingPlugin extends ESLint.Plugin {
  meta: { name: string; version: string; namespace: string };
  rules: Record<RuleId, Rule.RuleModule>;
  configs: Record<ConfigName, Linter.Config>;
}
