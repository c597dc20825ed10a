// A typed configuration as users write it in eslint.config.ts; ESLint would take it for ours under that name.
// The compilers of package.json check it against the packed plugin.
import { defineConfig } from "eslint/config";
import { ESLint, type Linter, type Rule } from "eslint";
import secretHandling, { type FileRole, type HostCredential, type ModuleReference, type SecretHandlingPlugin, type SecretHandlingSettings } from "eslint-plugin-secret-handling";
import sarif from "eslint-plugin-secret-handling/sarif";

const comparator: ModuleReference = { module: "#lib/crypto", name: "safeEqual" };
const host: HostCredential = { param: "api_key", header: "X-Api-Key", scheme: "Bearer" };
const role: FileRole = "test";

export const settings: SecretHandlingSettings = {
  secretNames: ["licenseCode"],
  notSecretNames: ["designToken"],
  loggers: ["audit.write"],
  redactors: ["scrub", comparator],
  comparators: [comparator],
  envReader: { module: "#lib/env", name: "requireEnv" },
  passwordHasher: { module: "#lib/passwords", hash: "hash", verify: "verify" },
  hosts: { "api.example.com": host },
  runtime: "node",
  migratingFixes: false,
  fileRoles: { [role]: ["e2e-specs/"] },
};

export default defineConfig([
  {
    files: ["**/*.ts"],
    plugins: { "secret-handling": secretHandling },
    extends: ["secret-handling/recommended"],
    rules: { "secret-handling/no-secret-in-log": "error", "secret-handling/no-hardcoded-credential": ["error", {}] },
    settings: { "secret-handling": settings },
  },
  secretHandling.configs.cautious,
]);

export const asArray: Linter.Config[] = [secretHandling.configs.recommended, { plugins: { mine: secretHandling }, rules: { "mine/no-secret-in-log": "warn" } }];
export const plugin: ESLint.Plugin = secretHandling;
export const same: SecretHandlingPlugin = secretHandling;
export const rule: Rule.RuleModule = secretHandling.rules["no-math-random-for-tokens"];
export const words: string[] = [secretHandling.meta.name, secretHandling.meta.version, secretHandling.meta.namespace];

const eslint = new ESLint();
export const log: Promise<string> = eslint
  .lintFiles(["."])
  .then((results) => sarif(results, { cwd: ".", rulesMeta: eslint.getRulesMetaForResults(results) }));
export const formatter: (...parameters: Parameters<ESLint.FormatterFunction>) => string = sarif;
