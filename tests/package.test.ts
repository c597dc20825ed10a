import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The tarball, installed in an empty project and used from there. `npm test` builds dist/ before.
const root = path.join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
const TIMEOUT = 180_000;

let project: string;
let tarball: string;

const npm = (args: string[], cwd: string): string => execFileSync("npm", args, { cwd, encoding: "utf8", shell: process.platform === "win32" });
const pack = (into: string): { filename: string; integrity: string; files: { path: string }[] } => {
  mkdirSync(into, { recursive: true });
  return (JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", into], root)) as [never])[0];
};
const run = (...args: string[]): ReturnType<typeof spawnSync> & { stdout: string; stderr: string } => spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" }) as never;
const eslint = (...args: string[]): ReturnType<typeof run> => run("node_modules/eslint/bin/eslint.js", ...args);
const write = (name: string, text: string): void => writeFileSync(path.join(project, name), text);
const read = (name: string): string => readFileSync(path.join(project, name), "utf8");

beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), "secret-handling-package-"));
  tarball = path.join(project, pack(project).filename);
  write("package.json", JSON.stringify({ name: "stranger", private: true, type: "module" }));
  npm(["install", "--no-audit", "--no-fund", "--prefer-offline", "--save-dev", "eslint@10", tarball], project);
  write("eslint.config.js", 'import { defineConfig } from "eslint/config";\nimport secretHandling from "eslint-plugin-secret-handling";\n\nexport default defineConfig([{ files: ["**/*.js"], plugins: { "secret-handling": secretHandling }, extends: ["secret-handling/recommended"] }]);\n');
}, TIMEOUT);

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe("the tarball", () => {
  it("holds the built plugin, its licence and its readme, and nothing else", () => {
    const files = pack(path.join(project, "again")).files.map((file) => file.path);
    // Few modules, so that loading costs nothing; declarations of what can be imported, and no others.
    const built = ["formatters/sarif.d.ts", "formatters/sarif.js", "formatters/sarif/lint-result.d.ts", "index.d.ts", "index.js", "listeners.cjs", "plugin.d.ts", "settings.d.ts"];
    expect(files.sort()).toEqual(["LICENSE", "README.md", ...built.map((name) => `dist/${name}`), "package.json"]);
  });

  it("is the same to the byte when it is packed again", () => {
    expect(pack(path.join(project, "one")).integrity).toBe(pack(path.join(project, "two")).integrity);
  });

  it("brings no install script and no dependency", () => {
    const installed = JSON.parse(read("node_modules/eslint-plugin-secret-handling/package.json")) as { scripts?: Record<string, string>; dependencies?: Record<string, string> };
    expect(Object.keys(installed.scripts ?? {}).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
    expect(installed.dependencies).toBeUndefined();
  });
});

describe("installed in an empty project", () => {
  it("is the plugin for import and for require", () => {
    const imported = run("--input-type=module", "-e", 'import p from "eslint-plugin-secret-handling"; console.log(p.meta.name, p.meta.version, Object.keys(p.rules).length)');
    expect(imported.stdout.trim()).toBe(`eslint-plugin-secret-handling ${version} 6`);
    write("required.cjs", 'const p = require("eslint-plugin-secret-handling"); console.log(Object.keys(p.configs).join(), Object.keys(p.rules).length);');
    expect(run("--no-warnings", "required.cjs").stdout.trim()).toMatch(/^recommended,cautious.* 6$/);
  });

  it("loads its visitors when the first file wakes a rule up", () => {
    write(
      "loaded.mjs",
      `import { createRequire } from "node:module";
import { Linter } from "eslint";
import plugin from "eslint-plugin-secret-handling";
const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((file) => file.endsWith("listeners.cjs")).length;
const lint = (code) => new Linter().verify(code, [plugin.configs.recommended], { filename: "a.js" }).length;
console.log(loaded(), lint("export const sum = 1 + 1;"), loaded(), lint("console.log(password);"), loaded());`,
    );
    expect(run("--no-warnings", "loaded.mjs").stdout.trim()).toBe("0 0 0 1 1");
  });

  it("finds, fixes, and the result runs", () => {
    write("token.js", "export const resetToken = Math.random().toString(36).slice(2);\nconsole.log(/^[a-z0-9]{13}$/.test(resetToken));\n");
    const found = eslint("token.js");
    expect(found.stdout).toContain("secret-handling/no-math-random-for-tokens");
    expect(eslint("--fix", "token.js").status).toBe(0);
    expect(read("token.js")).not.toContain("Math.random");
    expect(run("token.js").stdout.trim()).toBe("true");
    const fixed = read("token.js");
    eslint("--fix", "token.js");
    expect(read("token.js")).toBe(fixed);
  });

  it("keeps silent on JSON, CSS and Markdown under a config without files", () => {
    npm(["install", "--no-audit", "--no-fund", "--prefer-offline", "--save-dev", "@eslint/json", "@eslint/css", "@eslint/markdown"], project);
    write(
      "unscoped.config.js",
      `import json from "@eslint/json"; import css from "@eslint/css"; import markdown from "@eslint/markdown"; import secretHandling from "eslint-plugin-secret-handling";
export default [
  secretHandling.configs.recommended,
  { files: ["**/*.json"], plugins: { json }, language: "json/json" },
  { files: ["**/*.css"], plugins: { css }, language: "css/css" },
  { files: ["**/*.md"], plugins: { markdown }, language: "markdown/gfm" },
];
`,
    );
    write("a.json", '{ "password": "hunter2", "token": "Math.random()" }\n');
    write("a.css", "a { color: red } /* password token random console.log */\n");
    write("a.md", "# password\n\n`console.log(token)` Math.random()\n");
    const result = eslint("-c", "unscoped.config.js", "a.json", "a.css", "a.md");
    expect(result.stderr + result.stdout).toBe("");
    expect(result.status).toBe(0);
  }, TIMEOUT);

  it("is typed for a strict eslint.config.ts, with nothing but ESLint's types at hand", () => {
    write(
      "typed.config.ts",
      `import { defineConfig } from "eslint/config";
import secretHandling, { type SecretHandlingSettings } from "eslint-plugin-secret-handling";
const settings: SecretHandlingSettings = { comparators: [{ module: "#lib/crypto", name: "safeEqual" }], runtime: "node" };
// @ts-expect-error a wrong key
export const wrong: SecretHandlingSettings = { logers: [] };
// @ts-expect-error a wrong rule
export const rule = secretHandling.rules["no-such-rule"];
export default defineConfig([
  { plugins: { "secret-handling": secretHandling }, extends: ["secret-handling/recommended"], settings: { "secret-handling": settings } },
  secretHandling.configs.cautious,
]);
`,
    );
    const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
    const { stdout } = run(tsc, "--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--module", "nodenext", "--ignoreConfig", "typed.config.ts");
    expect(stdout.split("\n").filter((line) => !line.startsWith("node_modules/eslint/") && !line.startsWith("node_modules/@eslint")).join("\n")).toBe("");
  }, TIMEOUT);

  it("offers the SARIF formatter", () => {
    write("token.js", "export const resetToken = Math.random().toString(36).slice(2);\n");
    const { stdout } = eslint("-f", "./node_modules/eslint-plugin-secret-handling/dist/formatters/sarif.js", "token.js");
    const log = JSON.parse(stdout) as { version: string; runs: { results: { ruleId: string }[] }[] };
    expect(log.version).toBe("2.1.0");
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(["secret-handling/no-math-random-for-tokens"]);
  });
});
