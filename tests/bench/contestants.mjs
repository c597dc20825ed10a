import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import * as parser from "@typescript-eslint/parser";
import sdl from "@microsoft/eslint-plugin-sdl";
import noSecrets from "eslint-plugin-no-secrets";
import nodeSecurity from "eslint-plugin-node-security";
import secureCoding from "eslint-plugin-secure-coding";
import security from "eslint-plugin-security";
import sonarjs from "eslint-plugin-sonarjs";

const require = createRequire(import.meta.url);
/** What ESLint makes of an `eslint.config.js`; not public, so it is loaded by its path. */
export const { FlatConfigArray } = require(path.join(path.dirname(require.resolve("eslint/package.json")), "lib/config/flat-config-array.js"));

/** The built plugin; `BENCH_PLUGIN` names another build. */
export const pluginFile = path.resolve(process.env.BENCH_PLUGIN ?? path.join(import.meta.dirname, "../../dist/index.js"));
export const plugin = (await import(pathToFileURL(pluginFile).href)).default;

export const languageOptions = { parser, parserOptions: { ecmaFeatures: { jsx: true } } };
const files = ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"];

/** A config that lints every file with these rules and no other. */
export const configWith = (plugins, rules) => [{ files, languageOptions, linterOptions: { reportUnusedDisableDirectives: "off" }, plugins, rules }];

const only = (rules, prefix) => Object.fromEntries(Object.entries(rules).filter(([id]) => id.startsWith(prefix)));
const ofArray = (configs) => Object.assign({}, ...configs.map((config) => config.rules ?? {}));
const all = (...ids) => Object.fromEntries(ids.map((id) => [id, "warn"]));

/** What each plugin is run with: its recommended rules, or those of its rules that look for secrets. */
export const contestants = {
  "parse only": configWith({}, {}),
  "secret-handling": configWith({ "secret-handling": plugin }, plugin.configs.recommended.rules),
  "eslint-plugin-security": configWith({ security }, security.configs.recommended.rules),
  "@microsoft/eslint-plugin-sdl": configWith({ "@microsoft/sdl": sdl }, only(ofArray(sdl.configs.recommended), "@microsoft/sdl/")),
  "eslint-plugin-secure-coding (3 rules)": configWith(
    { "secure-coding": secureCoding },
    all("secure-coding/no-hardcoded-credentials", "secure-coding/no-insecure-comparison", "secure-coding/no-sensitive-data-exposure"),
  ),
  "eslint-plugin-sonarjs (3 rules)": configWith({ sonarjs }, all("sonarjs/no-hardcoded-passwords", "sonarjs/no-hardcoded-secrets", "sonarjs/hardcoded-secret-signatures")),
  "eslint-plugin-node-security": configWith({ "node-security": nodeSecurity }, nodeSecurity.configs.recommended.rules),
  "eslint-plugin-no-secrets": configWith({ "no-secrets": noSecrets }, all("no-secrets/no-secrets")),
};

export const PARSE_ONLY = "parse only";
export const OURS = "secret-handling";

const { dependencies } = JSON.parse(readFileSync(path.join(import.meta.dirname, "package.json"), "utf8"));
export const versionOf = (name) => dependencies[name];
