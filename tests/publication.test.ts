import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "./support/plugin.js";

/** What tools that look at packages from outside say about the tarball. `npm test` builds dist/ before. */
const root = path.join(import.meta.dirname, "..");
const TIMEOUT = 120_000;

let folder: string;
let tarball: string;

const run = (command: string, args: string[]): SpawnSyncReturns<string> => spawnSync(command, args, { cwd: root, encoding: "utf8", shell: process.platform === "win32" });
const tool = (file: string, ...args: string[]): SpawnSyncReturns<string> => run(process.execPath, [path.join(root, "node_modules", file), ...args]);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "secret-handling-publication-"));
  const { stdout } = run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]);
  tarball = path.join(folder, (JSON.parse(stdout) as { filename: string }[])[0]!.filename);
}, TIMEOUT);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the tarball", () => {
  it("is without a complaint of publint, in its strict mode", () => {
    const { status, stdout } = tool("publint/src/cli.js", tarball, "--strict");
    expect(stdout).toContain("All good!");
    expect(status).toBe(0);
  }, TIMEOUT);

  // `esm-only`: attw does not know that every supported Node.js loads ES modules with `require`; package.test.ts does that.
  it("has types that attw finds right", () => {
    const { status, stdout } = tool("@arethetypeswrong/cli/dist/index.js", tarball, "--profile", "esm-only", "--no-definitely-typed", "--no-color", "--no-emoji", "--format", "ascii");
    expect(stdout.match(/^(?:node16 \(from ESM\)|bundler): OK/gm)).toHaveLength(6);
    expect(status).toBe(0);
  }, TIMEOUT);
});

describe("the issue forms", () => {
  const forms = path.join(root, ".github/ISSUE_TEMPLATE");

  it.each(["1-wrong-finding.yml", "2-missed-finding.yml", "3-broken-fix.yml"])("%s asks for the rule, any of ours, and for the code", (name) => {
    const form = readFileSync(path.join(forms, name), "utf8");
    const options = /id: rule[\s\S]*?options:\n((?: +- .*\n)+)/.exec(form)?.[1] ?? "";
    expect(options.trim().split(/\s*- /).filter(Boolean)).toEqual(Object.keys(plugin.rules));
    expect(form).toMatch(/id: code\n[\s\S]*?render: js\n {4}validations:\n {6}required: true/);
  });
});

describe("a release", () => {
  const read = (name: string): string => readFileSync(path.join(root, name), "utf8");
  const { version } = JSON.parse(read("package.json")) as { version: string };

  it("has its entry in the changelog", () => {
    expect(read("CHANGELOG.md")).toMatch(new RegExp(`^## ${version.replaceAll(".", "\\.")}$`, "m"));
  });

  it("is locked with its dependencies", () => {
    const lock = JSON.parse(read("package-lock.json")) as { version: string; packages: Record<string, { integrity?: string; link?: boolean }> };
    expect(lock.version).toBe(version);
    expect(Object.entries(lock.packages).filter(([name, { integrity, link }]) => name !== "" && integrity === undefined && link !== true)).toEqual([]);
  });
});
