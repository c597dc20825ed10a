import { spawnSync } from "node:child_process";
import path from "node:path";
import { ESLint } from "eslint";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import plugin from "../support/plugin.js";
import { readGuide } from "../guides/guide.js";
import { demoShop, installedProject, type InstalledProject } from "../support/installed-project.js";
import { oxlint, sorted, type Finding } from "./oxlint.js";

// The demo shop under oxlint, with the configuration that rules-docs/guides/oxlint.md gives.
const shop = demoShop();
const names = Object.keys(shop).filter((name) => name.endsWith(".js"));
const guide = readGuide("oxlint");
const configuration = JSON.parse(guide.file(".oxlintrc.json")) as { rules: Record<string, unknown>; settings: Record<string, object> };
const CHECK = path.join(import.meta.dirname, "../demo/check.mjs");
const VARIABLES = { DATABASE_PASSWORD: "from-the-environment", WEBHOOK_SECRET: "hook-secret" };
const MAX_RUNS = 12;

vi.setConfig({ testTimeout: 300_000 });

let project: InstalledProject;

beforeEach(() => {
  project = installedProject(shop);
  project.write(".oxlintrc.json", guide.file(".oxlintrc.json"));
  project.write("eslint.config.mjs", 'import secretHandling from "eslint-plugin-secret-handling";\nexport default [secretHandling.configs.recommended];\n');
});

afterEach(() => project.remove());

function configure(settings: object, rules: Record<string, unknown> = configuration.rules): void {
  project.write(".oxlintrc.json", JSON.stringify({ ...configuration, rules, settings: { "secret-handling": settings } }));
}

const texts = (): Record<string, string> => Object.fromEntries(names.map((name) => [name, project.read(name)]));

/** Runs oxlint until the files stay as they are. After each run the shop works. */
function settle(option: "--fix" | "--fix-suggestions"): void {
  guide.command(`npx oxlint ${option} src`);
  for (let run = 0, before = {}; JSON.stringify(before) !== JSON.stringify(texts()); run++) {
    before = texts();
    expect(run).toBeLessThan(MAX_RUNS);
    oxlint(project.folder, option, "src");
    const { status, stderr } = spawnSync(process.execPath, [CHECK, path.join(project.folder, "src")], { encoding: "utf8", env: { ...process.env, ...VARIABLES } });
    expect(status, `after run ${run}: ${stderr}`).toBe(0);
  }
}

describe("the configuration of the guide", () => {
  it("has the rules and severities of the recommended config", () => {
    expect(configuration.rules).toEqual(plugin.configs.recommended.rules);
  });

  it("finds what ESLint finds", async () => {
    const results = await new ESLint({ cwd: project.folder }).lintFiles(["src"]);
    const expected = results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, ruleId, severity, message }): Finding => ({
        file: path.relative(project.folder, filePath).replaceAll("\\", "/"),
        line,
        column,
        rule: ruleId ?? "",
        severity: severity === 2 ? "error" : "warning",
        message,
      })),
    );
    expect(new Set(expected.map(({ rule }) => rule)).size).toBe(Object.keys(plugin.rules).length);
    expect(sorted(oxlint(project.folder, "src"))).toEqual(sorted(expected));
  });
});

describe("fixing with oxlint", () => {
  it("ends with the text of eslint --fix, over shops that work", async () => {
    const results = await new ESLint({ cwd: project.folder, fix: true }).lintFiles(names);
    settle("--fix");
    expect(texts()).toEqual(Object.fromEntries(results.map(({ output }, index) => [names[index], output])));
    expect(oxlint(project.folder, "src")).toEqual([]);
  });

  it.each([true, false])("leaves shops that work when the first suggestions are taken unseen, with migratingFixes %s", (migratingFixes) => {
    configure({ migratingFixes });
    settle("--fix-suggestions");
    expect(oxlint(project.folder, "src")).toEqual([]);
  });
});

describe("what a configuration says", () => {
  it("reaches the rules: settings", () => {
    configure({ notSecretNames: ["password"], migratingFixes: false });
    settle("--fix");
    expect(oxlint(project.folder, "src").map(({ file, line, rule }) => `${file}:${line} ${rule}`)).not.toContain("src/config.js:5 secret-handling/no-hardcoded-credential");
    expect(project.read("src/config.js")).toBe(shop["src/config.js"]);
  });

  it("reaches the rules: options", () => {
    configure({}, { "secret-handling/no-hardcoded-credential": ["error", { ignoreNames: ["password"] }] });
    expect(oxlint(project.folder, "src").map(({ file, line }) => `${file}:${line}`)).toEqual(["src/config.js:8"]);
  });

  it("is checked: a wrong setting and a wrong option are named", () => {
    configure({ logers: [] });
    expect(() => oxlint(project.folder, "src")).toThrow('settings["secret-handling"].logers is not a setting');
    configure({}, { "secret-handling/no-hardcoded-credential": ["error", { ignoredNames: [] }] });
    expect(() => oxlint(project.folder, "src")).toThrow('Unexpected property "ignoredNames"');
  });

  it("can give the plugin another name", () => {
    project.write("src/token.js", "// oxlint-disable-next-line sh/no-math-random-for-tokens\nexport const resetToken = Math.random().toString(36).slice(2);\n");
    project.write(".oxlintrc.json", JSON.stringify({ jsPlugins: [{ name: "sh", specifier: "eslint-plugin-secret-handling" }], categories: { correctness: "off" }, rules: { "sh/no-math-random-for-tokens": "error" } }));
    expect(oxlint(project.folder, "src").map(({ file, line, rule }) => `${file}:${line} ${rule}`).sort()).toEqual(
      [5, 12, 18].map((line) => `src/tokens.js:${line} sh/no-math-random-for-tokens`).sort(),
    );
  });
});

describe("component files", () => {
  const SCRIPT = 'function login(password) { console.log("password is", password); return send(password); }\nlogin("");\n';
  const FIXED = SCRIPT.replace(", password);", ', "[REDACTED]");');
  it.each([
    ["Login.vue", (script: string) => `<template><p @click="console.log(password)">{{ password }}</p></template>\n<script setup>\n${script}</script>\n`],
    ["Login.svelte", (script: string) => `<p>{password}</p>\n<script>\n${script}</script>\n`],
    ["Login.astro", (script: string) => `---\n${script}---\n<p>{password}</p>\n<script>\n${script}</script>\n`],
  ])("have their scripts linted and fixed, and their templates left alone: %s", (name, component) => {
    project.write(`src/${name}`, component(SCRIPT));
    expect(oxlint(project.folder, `src/${name}`).map(({ rule }) => rule)).toEqual(Array(component("*").split("*").length - 1).fill("secret-handling/no-secret-in-log"));
    oxlint(project.folder, "--fix", `src/${name}`);
    expect(project.read(`src/${name}`)).toBe(component(FIXED));
  });
});
