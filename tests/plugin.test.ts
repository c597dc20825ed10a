import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "./support/plugin.js";
import type { RuleDocs } from "../src/create-rule.js";

const root = path.join(import.meta.dirname, "..");
const ids = Object.keys(plugin.rules);
const CWES: Record<string, number> = {
  "no-fast-hash-password": 916,
  "no-hardcoded-credential": 798,
  "no-math-random-for-tokens": 338,
  "no-plain-equals-secret": 208,
  "no-secret-in-log": 532,
  "no-secret-in-url-query": 598,
};

/** One line of code that each rule reports. */
const SNIPPETS: Record<string, string> = {
  "no-fast-hash-password":
    'import { createHash } from "node:crypto"; export async function register(db, password) { await db.insert({ passwordHash: createHash("md5").update(password).digest("hex") }); }',
  "no-hardcoded-credential": 'import jwt from "jsonwebtoken"; export const token = jwt.sign({}, "not so secret");',
  "no-math-random-for-tokens": "export const resetToken = Math.random().toString(36).slice(2);",
  "no-plain-equals-secret": "export const ok = (req) => req.headers['x-api-key'] === process.env.API_KEY;",
  "no-secret-in-log": "export function login(password) { console.log('password', password); return password.length; }",
  "no-secret-in-url-query": "export const get = (apiKey) => fetch(`https://api.example.com/v1?api_key=${apiKey}`);",
};

const lint = (code: string, configs: Linter.Config[], filename = "server.js"): Linter.LintMessage[] => new Linter().verify(code, configs, { filename });

describe("the registry", () => {
  it("is the same on disk, in the plugin, in the docs and in the tests", () => {
    const on = (folder: string, ending: RegExp): string[] =>
      readdirSync(path.join(root, folder))
        .filter((name) => ending.test(name) && name !== "index.ts")
        .map((name) => name.replace(ending, ""))
        .sort();
    const sorted = [...ids].sort();
    expect(on("src/rules", /\.ts$/)).toEqual(sorted);
    expect(on("rules-docs", /\.md$/)).toEqual(sorted);
    expect(on("tests/rules", /(?<!-fixes|-options|\.\w+)\.test\.ts$/)).toEqual(sorted);
    expect(on("tests/corpus", /$/)).toEqual(sorted);
  });

  it.each(ids)("%s has everything a user and a tool ask for", (id) => {
    const { meta } = plugin.rules[id as keyof typeof plugin.rules];
    const docs = meta?.docs as unknown as RuleDocs;
    expect(meta?.fixable).toBe("code");
    expect(meta?.hasSuggestions).toBe(true);
    expect(meta?.schema).toEqual([expect.objectContaining({ type: "object", additionalProperties: false })]);
    expect(docs.cwe).toBe(CWES[id]);
    expect(docs.url).toMatch(new RegExp(`/rules-docs/${id}\\.md$`));
    expect(docs.description).not.toMatch(/\.$/);
    expect(docs.securitySeverity).toBeGreaterThan(0);
    expect(docs.securitySeverity).toBeLessThanOrEqual(10);
  });
});

describe("the configs", () => {
  it("recommended has all six rules; hard-coded credentials are errors", () => {
    const { rules } = plugin.configs.recommended;
    expect(Object.keys(rules ?? {}).sort()).toEqual(ids.map((id) => `secret-handling/${id}`).sort());
    expect(rules?.["secret-handling/no-hardcoded-credential"]).toBe("error");
  });

  it("cautious has the same rules and makes migrating edits suggestions", () => {
    expect(plugin.configs.cautious.rules).toEqual(plugin.configs.recommended.rules);
    expect(plugin.configs.cautious.settings).toEqual({ "secret-handling": { migratingFixes: false } });
    const [message] = lint(SNIPPETS["no-hardcoded-credential"]!, [plugin.configs.cautious]);
    expect(message?.ruleId).toBe("secret-handling/no-hardcoded-credential");
    expect(message?.fix).toBeUndefined();
    expect(message?.suggestions?.length).toBeGreaterThan(0);
  });

  it("config-files has one rule, for files that are no scripts, and no config else has those", () => {
    const { files, ignores, rules } = plugin.configs["config-files"];
    expect([files, rules]).toEqual([undefined, { "secret-handling/no-hardcoded-credential": "error" }]);
    expect(ignores).toContain("**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte,astro}");
    for (const config of [plugin.configs.recommended, plugin.configs.cautious]) expect(config.ignores).toEqual(["**/*.{json,jsonc,json5,yml,yaml}"]);
  });

  it.each(ids)("recommended reports %s with a fix", (id) => {
    const messages = lint(SNIPPETS[id]!, [plugin.configs.recommended]);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual([`secret-handling/${id}`]);
    expect(messages[0]?.fix).toBeDefined();
  });

  it("works under another namespace", () => {
    const messages = lint(SNIPPETS["no-math-random-for-tokens"]!, [{ plugins: { mine: plugin }, rules: { "mine/no-math-random-for-tokens": "error" } }]);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(["mine/no-math-random-for-tokens"]);
  });

  it("works through extends", async () => {
    const { defineConfig } = await import("eslint/config");
    const configs = defineConfig([{ files: ["**/*.js"], plugins: { "secret-handling": plugin }, extends: ["secret-handling/recommended"] }]);
    expect(lint(SNIPPETS["no-math-random-for-tokens"]!, configs)).toHaveLength(1);
  });

  it("lints TypeScript files that no other config names", () => {
    expect(lint("export const a = 1;", [plugin.configs.recommended], "a.ts")).toEqual([]);
  });
});

describe("bad input", () => {
  const withSettings = (settings: unknown): (() => unknown) => () => lint(SNIPPETS["no-math-random-for-tokens"]!, [{ ...plugin.configs.recommended, settings: { "secret-handling": settings } } as Linter.Config]);

  it.each([
    [{ logers: ["x"] }, /settings\["secret-handling"\]\.logers is not a setting.*loggers/],
    [{ loggers: "x" }, /settings\["secret-handling"\]\.loggers must be an array/],
    [{ runtime: "deno" }, /runtime must be one of "node", "browser", "edge"/],
    [{ comparators: [{ module: "a" }] }, /comparators\[0\]\.name must be the name of a named export/],
    [{ hosts: { "api.example.com": { header: "X" } } }, /hosts\["api\.example\.com"\]\.param must be a non-empty string/],
    [{ envReader: { module: "x", name: "default" } }, /envReader\.name/],
    [{ migratingFixes: "no" }, /migratingFixes must be true or false/],
    ["strict", /settings\["secret-handling"\] must be an object/],
  ])("a wrong setting %j gives an error that names the key", (settings, error) => expect(withSettings(settings)).toThrow(error));

  it.each(ids)("a wrong option of %s gives ESLint's error", (id) => {
    expect(() => lint("1", [{ ...plugin.configs.recommended, rules: { [`secret-handling/${id}`]: ["error", { nonsense: 1 }] } }])).toThrow(/nonsense|additional properties/);
  });

  it.each([{ bcryptCost: 3 }, { bcryptCost: "10" }, { pbkdf2: "nist" }])("a wrong value %j of an option gives ESLint's error", (options) => {
    expect(() => lint("1", [{ ...plugin.configs.recommended, rules: { "secret-handling/no-fast-hash-password": ["error", options] } }])).toThrow("no-fast-hash-password");
  });

  it("is silent on unparsable code but for ESLint's own message", () => {
    expect(lint("const password = ;", [plugin.configs.recommended]).map(({ ruleId }) => ruleId)).toEqual([null]);
  });

  it("keeps silent on long minified lines", () => {
    const line = `var a=${JSON.stringify("x".repeat(100))};`.repeat(2000);
    expect(lint(line, [plugin.configs.recommended])).toEqual([]);
  });
});

describe("the folders", () => {
  it("hold what the owner fixed, and what tools force", () => {
    const allowed = ["src", "rules-docs", "tests", "package.json", "package-lock.json", "tsconfig.json", "README.md", "eslint.config.mjs", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "node_modules", "dist", "coverage", "reports"];
    expect(readdirSync(root).filter((name) => !name.startsWith(".") && !name.endsWith(".tgz") && !allowed.includes(name))).toEqual([]);
    expect(existsSync(path.join(root, ".ci", "run"))).toBe(true);
  });

  it("name no path that only one machine has", () => {
    const readme = readFileSync(path.join(root, "README.md"), "utf8");
    expect(readme).not.toMatch(/\/(?:home|work|Users)\//);
  });
});
