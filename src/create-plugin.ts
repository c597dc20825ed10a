import { createRequire } from "node:module";
import type { ESLint, Linter, Rule } from "eslint";
import type { ConfigName, RuleId, SecretHandlingPlugin } from "./plugin.js";
import { createRules } from "./rules/index.js";
import type { listenersFor } from "./listeners.js";

const { name, version } = createRequire(import.meta.url)("../package.json") as { name: string; version: string };

const NAMESPACE = "secret-handling";

// `**/*` alone would leave TypeScript and JSX files unlinted where no other config names them, without a word.
const FILES = ["**/*", "**/*.{ts,mts,cts,tsx,jsx}"];

// A configuration file is judged by the config of that name only.
const CONFIG_FILES = ["**/*.{json,jsonc,json5,yml,yaml}"];

const SCRIPTS = ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte,astro}"];

/**
 * Builds the plugin with its rules and configs.
 *
 * @param loadListeners see `createRule`
 */
export function createPlugin(loadListeners: () => typeof listenersFor): SecretHandlingPlugin {
  const rules = createRules(loadListeners);
  // The one cast: rules are typed by @typescript-eslint/utils, which ESLint's own types do not know.
  const plugin = {
    meta: { name, version, namespace: NAMESPACE },
    rules: rules satisfies Record<RuleId, object> as unknown as Record<RuleId, Rule.RuleModule>,
    configs: {} as Record<ConfigName, Linter.Config>,
  } satisfies ESLint.Plugin;

  const severities: Linter.RulesRecord = Object.fromEntries(
    Object.entries(rules).map(([id, rule]) => [`${NAMESPACE}/${id}`, rule.meta.docs?.recommended ?? "warn"]),
  );

  const config = (configName: ConfigName, settings?: Linter.Config["settings"]): Linter.Config => ({
    name: `${NAMESPACE}/${configName}`,
    files: FILES,
    ignores: CONFIG_FILES,
    plugins: { [NAMESPACE]: plugin },
    rules: severities,
    ...(settings && { settings }),
  });

  Object.assign(plugin.configs, {
    recommended: config("recommended"),
    cautious: config("cautious", { [NAMESPACE]: { migratingFixes: false } }),
    // Without `files`: which files are JSON and YAML is for the config to say that brings their languages.
    "config-files": {
      name: `${NAMESPACE}/config-files`,
      ignores: SCRIPTS,
      plugins: { [NAMESPACE]: plugin },
      rules: { [`${NAMESPACE}/no-hardcoded-credential`]: "error" },
    } satisfies Linter.Config,
  });

  return plugin as SecretHandlingPlugin;
}
