import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import plugin from "../support/plugin.js";
import { demoShop, installedProject, type InstalledProject } from "../support/installed-project.js";
import { startEditor, type CodeAction, type Diagnostic, type Editor } from "./language-client.js";

// The ESLint language server of VS Code on the demo shop, whose check tells whether the shop still works.
const shop = demoShop();
const names = Object.keys(shop).filter((name) => name.endsWith(".js"));
const CHECK = path.join(import.meta.dirname, "../demo/check.mjs");
const VARIABLES = { DATABASE_PASSWORD: "from-the-environment", WEBHOOK_SECRET: "hook-secret" };

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let project: InstalledProject;
let editor: Editor;

async function start(configName: "recommended" | "cautious", settings?: object): Promise<void> {
  project = installedProject(shop);
  project.write("eslint.config.mjs", `import secretHandling from "eslint-plugin-secret-handling";\nexport default [secretHandling.configs.${configName}];\n`);
  editor = await startEditor(project.folder, settings);
}

async function stop(): Promise<void> {
  await editor.close();
  project.remove();
}

/** What the check says about the shop when some of its files have other texts; nothing when it works. */
function complaint(changed: Record<string, string>): string {
  for (const [name, text] of Object.entries({ ...shop, ...changed })) project.write(path.join("tried", name), text);
  const { status, stderr } = spawnSync(process.execPath, [CHECK, path.join(project.folder, "tried/src")], { encoding: "utf8", env: { ...process.env, ...VARIABLES } });
  return status === 0 ? "" : stderr;
}

const linted = (fix: boolean): Promise<ESLint.LintResult[]> => new ESLint({ cwd: project.folder, fix }).lintFiles(names);

const isEdit = ({ command }: CodeAction): boolean => /^eslint\.apply(?:SingleFix|Suggestion)$/.test(command?.command ?? "");

describe.each([
  ["recommended", { fix: Object.keys(plugin.rules), suggestion: ["no-secret-in-log"] }],
  [
    "cautious",
    {
      fix: ["no-fast-hash-password", "no-math-random-for-tokens", "no-plain-equals-secret", "no-secret-in-log"],
      suggestion: ["no-hardcoded-credential", "no-secret-in-log", "no-secret-in-url-query"],
    },
  ],
] as const)("an editor, with the %s config", (configName, expected) => {
  beforeAll(() => start(configName));
  afterAll(stop);

  it("shows what ESLint finds, with the rule and a link to its page", async () => {
    const found = (await linted(false)).flatMap(({ messages }) => messages);
    const shown = (await Promise.all(names.map((name) => editor.open(name, project.read(name))))).flatMap(({ diagnostics }) => diagnostics);
    const text = ({ range, severity, code, message }: Diagnostic): string => `${range.start.line + 1}:${range.start.character + 1} ${severity === 1 ? 2 : 1} ${code} ${message}`;
    expect(shown.map(text)).toEqual(found.map(({ line, column, severity, ruleId, message }) => `${line}:${column} ${severity} ${ruleId} ${message}`));
    const urls = Object.entries(plugin.rules).map(([id, { meta }]) => [`secret-handling/${id}`, meta?.docs?.url]);
    expect(Object.fromEntries(shown.map(({ code, codeDescription }) => [code, codeDescription.href]))).toEqual(Object.fromEntries(urls));
  });

  it("offers edits for each rule, each of which leaves a shop that works", async () => {
    const offered = { fix: new Set<string>(), suggestion: new Set<string>() };
    for (const name of names) {
      const file = await editor.open(name, project.read(name));
      for (const diagnostic of file.diagnostics) {
        for (const action of (await file.quickFixes(diagnostic)).filter(isEdit)) {
          const text = await file.apply(action);
          expect(complaint({ [name]: text }), `${action.title}\n${text}`).toBe("");
          offered[action.isPreferred ? "fix" : "suggestion"].add(diagnostic.code.replace("secret-handling/", ""));
        }
      }
    }
    expect({ fix: [...offered.fix].sort(), suggestion: [...offered.suggestion].sort() }).toEqual(expected);
  });

  it("fixes on saving what eslint --fix fixes", async () => {
    const saved: Record<string, string> = {};
    for (const name of names) saved[name] = await (await editor.open(name, project.read(name))).fixAll();
    const fixed = (await linted(true)).map(({ output }, index) => [names[index], output ?? shop[names[index] ?? ""]]);
    expect(saved).toEqual(Object.fromEntries(fixed));
    expect(complaint(saved)).toBe("");
  });
});

describe("an editor whose user takes the first offer, again and again", () => {
  beforeAll(() => start("recommended"));
  afterAll(stop);

  it.each(names)("leaves no finding in %s and a shop that works", async (name) => {
    let text = project.read(name);
    for (let step = 0; step < 10; step++) {
      const file = await editor.open(name, text);
      let offer: CodeAction | undefined;
      for (const diagnostic of file.diagnostics) offer ??= (await file.quickFixes(diagnostic)).find(isEdit);
      if (offer === undefined) {
        expect(file.diagnostics).toEqual([]);
        return;
      }
      text = await file.apply(offer);
      expect(complaint({ [name]: text }), `${offer.title}\n${text}`).toBe("");
    }
    expect.unreachable();
  });
});

describe("the settings that the README gives", () => {
  const readme = readFileSync(path.join(import.meta.dirname, "../../README.md"), "utf8");
  const settings = JSON.parse(/```json\n(\{[^`]*"eslint\.codeActionsOnSave\.rules"[^`]*\})\n```/.exec(readme)?.[1] ?? "{}") as Record<string, unknown>;

  beforeAll(() => start("recommended", { codeActionOnSave: { mode: "all", rules: settings["eslint.codeActionsOnSave.rules"] } }));
  afterAll(stop);

  it("keep edits that need something outside the file from being made on saving", async () => {
    expect(settings["editor.codeActionsOnSave"]).toEqual({ "source.fixAll.eslint": "explicit" });
    const changed: string[] = [];
    for (const name of names) if ((await (await editor.open(name, project.read(name))).fixAll()) !== shop[name]) changed.push(name);
    expect(changed).toEqual(["src/tokens.js", "src/users.js", "src/webhook.js"]);
  });
});
