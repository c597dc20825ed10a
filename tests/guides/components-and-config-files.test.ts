import { Linter } from "eslint";
import { describe, expect, it, vi } from "vitest";
import plugin from "../support/plugin.js";
import { readGuide } from "./guide.js";

vi.setConfig({ testTimeout: 60_000 });

const guide = readGuide("components-and-config-files");

/** What a config file of the page exports, with this plugin in place of the installed one. */
async function configOf(title: string): Promise<Linter.Config[]> {
  const text = guide.file(title);
  const modules: Record<string, unknown> = {};
  for (const [, name, specifier] of text.matchAll(/^import (.+) from "(.+)";$/gm)) {
    const module = specifier === "eslint-plugin-secret-handling" ? { default: plugin } : ((await import(specifier!)) as Record<string, unknown>);
    if (name!.startsWith("{")) Object.assign(modules, module);
    else modules[name!] = module["default"] ?? module;
  }
  const names = [...text.matchAll(/^import \{? ?(\w+) ?\}? from/gm)].map(([, name]) => name!);
  const body = text.replace(/^import .*$/gm, "").replace("export default", "return");
  return new Function(...names, body)(...names.map((name) => modules[name])) as Linter.Config[];
}

const rulesIn = async (title: string, filename: string, code: string): Promise<string[]> =>
  new Linter().verify(code, await configOf(title), { filename }).map(({ ruleId, message }) => ruleId?.replace("secret-handling/", "") ?? message);

const token = "const resetToken: string = Math.random().toString(36);\n";
const password = ["9f8Jk2lQpZx7", "Rt5vBn3mWc6y"].join("");

describe("the configs of the page", () => {
  it.each([
    ["components", "a.vue", `<script setup lang="ts">\n${token}</script>\n`, ["no-math-random-for-tokens"]],
    ["components", "a.svelte", `<script lang="ts">\n${token}</script>\n`, ["no-math-random-for-tokens"]],
    ["components", "a.astro", `---\n${token}---\n<p/>\n`, ["no-math-random-for-tokens"]],
    ["configuration files", "a.json", `{ "password": "${password}" }`, ["no-hardcoded-credential"]],
    ["configuration files", "tsconfig.json", `{ /* c */ "password": "${password}" }`, ["no-hardcoded-credential"]],
    ["configuration files", "a.json5", `{ password: "${password}" }`, ["no-hardcoded-credential"]],
    ["configuration files", "a.yml", `password: ${password}\n`, ["no-hardcoded-credential"]],
    ["configuration files", "a.js", `export const password = "${password}";\n`, ["no-hardcoded-credential"]],
  ])("with %s: %s", async (title, filename, code, rules) => {
    expect(await rulesIn(`eslint.config.mjs with ${title}`, filename, code)).toEqual(rules);
  });

  it("with Markdown: README.md", async () => {
    const configs = await configOf("eslint.config.mjs with Markdown");
    const code = "```js\nexport const resetToken = Math.random().toString(36);\n```\n";
    const messages = new Linter().verify(code, configs, { filename: "README.md" });
    expect(messages.map(({ line, ruleId }) => `${line} ${ruleId}`)).toEqual(["2 secret-handling/no-math-random-for-tokens"]);
  });
});
