import { readdirSync } from "node:fs";
import path from "node:path";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import plugin from "../support/plugin.js";
import { installedProject, type InstalledProject } from "../support/installed-project.js";
import { specimensOfCases, specimensOfCorpus, specimensOfDocs, variantsOf, type Specimen } from "../support/specimens.js";
import { oxlint, sorted, type Finding } from "./oxlint.js";

// Everything that the rule tests, the pages and the corpus report, as files of one project: oxlint and ESLint side by side.

const cases = vi.hoisted((): [string, never][] => []);
// The rule tests, loaded with this tester, hand over their cases instead of running them.
vi.mock("../support/rule-tester.js", () => ({ ruleTester: { run: (ruleId: string, _rule: unknown, tests: never) => cases.push([ruleId, tests]) } }));
const rules = path.join(import.meta.dirname, "../rules");
for (const name of readdirSync(rules).filter((each) => plugin.rules[each.replace(/(?:\.\w+)?\.test\.ts$/, "") as keyof typeof plugin.rules])) await import(path.join(rules, name));

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

interface File extends Specimen {
  readonly path: string;
  readonly config: Linter.Config[];
}

const MAX_RUNS = 12;
/** What an edit may use without an import. */
const PROVIDED = new Set(["Array", "Buffer", "Error", "Headers", "Math", "Number", "Promise", "String", "URL", "URLSearchParams", "Uint32Array", "crypto", "encodeURIComponent", "process", "require"]);

let files: File[];
let folders: string[];
let project: InstalledProject;
let linter: Linter;

beforeAll(() => {
  project = installedProject();
  linter = new Linter({ cwd: project.folder });
  project.write(".oxlintrc.json", "{}");
  const specimens = [...cases.flatMap(([ruleId, tests]) => specimensOfCases(ruleId, tests)), ...specimensOfDocs(), ...specimensOfCorpus()];
  // Each as it is and in one other guise, so that every guise occurs often.
  const guises = specimens.flatMap((specimen, index) => variantsOf(specimen).filter((_, guise, { length }) => guise === 0 || guise === 1 + (index % (length - 1))));
  const groups = new Map<string, string>();
  files = guises.map((specimen, index) => {
    const { ruleId, options, settings, filename } = specimen;
    const rule = { [`secret-handling/${ruleId}`]: ["error", ...options] };
    const oxlintrc = JSON.stringify({ jsPlugins: ["eslint-plugin-secret-handling"], categories: { correctness: "off" }, rules: rule, settings });
    const folder = groups.get(oxlintrc) ?? `group-${groups.size}`;
    groups.set(oxlintrc, folder);
    return { ...specimen, path: `${folder}/${index}/${filename}`, config: configOf(filename, rule, settings) };
  });
  // Oxlint's parser takes no shebang behind a byte order mark.
  files = files.filter((file) => namesOf(file, file.code) !== undefined && !file.code.startsWith("\uFEFF#!"));
  for (const [oxlintrc, folder] of groups) project.write(`${folder}/.oxlintrc.json`, oxlintrc);
  folders = [...groups.values()];
});

beforeEach(() => {
  for (const file of files) project.write(file.path, file.code);
});

afterAll(() => project.remove());

function configOf(filename: string, rule: object, settings: object): Linter.Config[] {
  return [
    {
      files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"],
      plugins: { "secret-handling": plugin },
      rules: rule as Linter.RulesRecord,
      settings: settings as Record<string, unknown>,
      languageOptions: {
        sourceType: filename.endsWith(".cjs") ? "commonjs" : "module",
        ...(/\.[cm]?tsx?$/.test(filename) ? { parser } : {}),
        parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(filename) } },
      },
    },
  ];
}

const lint = ({ path: name, config }: File, text: string): Linter.LintMessage[] => linter.verify(text, config, { filename: path.join(project.folder, name) });

/** The names that a text uses and does not declare; undefined when it does not parse. */
function namesOf(file: File, text: string): Set<string> | undefined {
  if (lint(file, text).some(({ fatal }) => fatal)) return undefined;
  return new Set(linter.getSourceCode().scopeManager.globalScope?.through.map(({ identifier }) => identifier.name));
}

/** Why a text that oxlint wrote would not run. */
function damage(file: File, text: string): string[] {
  const names = namesOf(file, text);
  if (names === undefined) return [`${file.name} does not parse:\n${text}`];
  const known = namesOf(file, file.code);
  return [...names].filter((name) => !known?.has(name) && !PROVIDED.has(name)).map((name) => `${file.name} misses ${name}:\n${text}`);
}

/** Runs oxlint and gives the files that it has changed. */
function edit(option: string): File[] {
  const before = files.map((file) => project.read(file.path));
  oxlint(project.folder, option, ...folders);
  const changed = files.filter((file, index) => project.read(file.path) !== before[index]);
  expect(changed.flatMap((file) => damage(file, project.read(file.path)))).toEqual([]);
  return changed;
}

describe("oxlint on all specimens", () => {
  it("finds what ESLint finds", () => {
    const expected = files.flatMap((file) =>
      lint(file, file.code).map(({ line, column, ruleId, message }): Finding => ({ file: file.path, line, column, rule: ruleId ?? "", severity: "error", message })),
    );
    expect(new Set(expected.map(({ rule }) => rule)).size).toBe(Object.keys(plugin.rules).length);
    expect(sorted(oxlint(project.folder, ...folders))).toEqual(sorted(expected));
  });

  it("reaches the text that eslint --fix reaches, byte for byte, over files that parse and miss no name", () => {
    let runs = 0;
    while (edit("--fix").length > 0) expect(++runs).toBeLessThan(MAX_RUNS);
    for (const file of files) {
      const { output } = linter.verifyAndFix(file.code, file.config, { filename: path.join(project.folder, file.path) });
      expect(project.read(file.path), `${file.ruleId} ${file.name}`).toBe(output);
    }
  });

  it("leaves files that parse and miss no name when the first suggestions are taken unseen", () => {
    const changed = edit("--fix-suggestions");
    expect(new Set(changed.map(({ ruleId }) => ruleId)).size).toBe(Object.keys(plugin.rules).length);
  });
});
