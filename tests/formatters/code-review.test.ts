import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Log } from "../../src/formatters/sarif/log.js";
import { layProject } from "./installed-project.js";
import { schemaErrors } from "./sarif/schema.js";

/** Every command of rules-docs/guides/code-review.md, run as it stands there. */
const page = readFileSync(path.join(import.meta.dirname, "../../rules-docs/guides/code-review.md"), "utf8");
const FORMATTER = "./node_modules/eslint-plugin-secret-handling/dist/formatters/sarif.js";

// Each command starts ESLint anew, several of them at once on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let project: string;

beforeAll(() => {
  project = realpathSync(mkdtempSync(path.join(tmpdir(), "review-")));
  layProject(project);
  mkdirSync(path.join(project, "src"));
  write("src/old.js", "x = 1;\n");
  write(".gitignore", "node_modules\n*.sarif\n.eslintcache\n");
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

describe("the SARIF formatter on the command line", () => {
  it("writes the log with the command of the workflow, whose step succeeds when there are findings", () => {
    expect(bash(step("Write SARIF"))).toMatchObject({ status: 0, stderr: "" });
    expect(uris(read("secret-handling.sarif"))).toEqual(["src/old.js"]);
  });

  it("fails the step when ESLint itself fails", () => {
    expect(bash(step("Write SARIF").replace("eslint .", "eslint no-such-file.js")).status).not.toBe(0);
  });

  it("writes the same log from the path that Node finds", () => {
    const before = readFileSync(path.join(project, "secret-handling.sarif"), "utf8");
    rmSync(path.join(project, "secret-handling.sarif"));
    const command = /```sh\n(.*)\n```/.exec(page)?.[1] ?? "";
    expect(bash(command).status).toBe(1);
    expect(readFileSync(path.join(project, "secret-handling.sarif"), "utf8")).toBe(before);
  });

  it("writes the same log from a script", () => {
    write("lint.mjs", /```js\n([^`]*)```/.exec(page)?.[1] ?? "");
    const { stdout } = bash("node lint.mjs");
    expect(stdout.trim()).toBe(readFileSync(path.join(project, "secret-handling.sarif"), "utf8").trim());
  });

  it("writes the same log from a cache and from several threads", () => {
    const outputs = ["", "--cache", "--cache", "--concurrency 2"].map((options) => bash(`node_modules/.bin/eslint . ${options} --format ${FORMATTER}`).stdout);
    expect(JSON.parse(outputs[0] ?? "")).toMatchObject({ version: "2.1.0" });
    expect(new Set(outputs).size).toBe(1);
  });

  it("cannot be loaded by the name of the export, as the page says", () => {
    expect(bash("npx eslint . --format eslint-plugin-secret-handling/sarif").stderr).toContain("There was a problem loading formatter");
  });

  it("marks what eslint-suppressions.json holds", () => {
    bash("npx eslint . --suppress-all");
    const { stdout } = bash(`npx eslint . --format ${FORMATTER}`);
    rmSync(path.join(project, "eslint-suppressions.json"));
    const log = JSON.parse(stdout) as Log;
    expect(schemaErrors(log)).toEqual([]);
    expect(log.runs[0]?.results[0]?.suppressions).toEqual([{ kind: "external", status: "accepted" }]);
  });
});

describe("linting only the files that a pull request changes", () => {
  beforeAll(() => {
    git("init", "--quiet", "--initial-branch=main");
    write("src/deleted.js", "x = 1;\n");
    commit("Base");
    git("checkout", "--quiet", "-b", "topic");
    rmSync(path.join(project, "src/deleted.js"));
    write("README.md", "Not linted.\n");
    commit("Change what has no findings");
  });

  it("passes over deleted files and files without rules", () => {
    merge();
    expect(bash(step("Lint changed files"))).toMatchObject({ status: 0, stdout: "" });
  });

  it("finds changed files by any name, and none that only the base has changed", () => {
    git("checkout", "--quiet", "topic");
    const names = ["-x.js", "a b/it's [id] *.js", "é\n.js"];
    for (const name of names) write(name, "x = 2;\n");
    commit("Change files");
    git("checkout", "--quiet", "main");
    write("src/base.js", "x = 3;\n");
    commit("Change on the base");
    merge();

    const { status, stdout } = bash(step("Lint changed files").replace("npx eslint", `npx eslint --format ${FORMATTER}`));
    expect(status).not.toBe(0);
    expect(uris(stdout).map(decodeURIComponent).sort()).toEqual(names.sort());
  });

  it("lints nothing where nothing is left to lint", () => {
    git("checkout", "--quiet", "--detach", "main");
    write("README.md", "");
    commit("First");
    rmSync(path.join(project, "README.md"));
    commit("Delete only");
    expect(bash(step("Lint changed files"))).toMatchObject({ status: 0, stdout: "" });
  });

  /** What `actions/checkout` checks out: a merge commit whose first parent is the base. */
  function merge(): void {
    git("checkout", "--quiet", "--detach", "main");
    git("merge", "--quiet", "--no-ff", "-m", "Merge", "topic");
  }
});

/** The `run` script of a workflow step, as GitHub passes it to bash. */
function step(name: string): string {
  const match = new RegExp(`- name: ${name}\\n +run: \\|\\n((?: {10}.*\\n)+)`).exec(page);
  if (match?.[1] === undefined) throw new Error(`no step "${name}" on the page`);
  return match[1].replace(/^ {10}/gm, "");
}

function bash(script: string): SpawnSyncReturns<string> {
  return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], { cwd: project, encoding: "utf8" });
}

function git(...parameters: string[]): void {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"];
  const { status, stderr } = spawnSync("git", [...identity, ...parameters], { cwd: project, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

function commit(message: string): void {
  git("add", "--all");
  git("commit", "--quiet", "-m", message);
}

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
  writeFileSync(path.join(project, name), text);
}

function read(name: string): string {
  return readFileSync(path.join(project, name), "utf8");
}

function uris(json: string): string[] {
  const log = JSON.parse(json) as Log;
  expect(schemaErrors(log)).toEqual([]);
  return (log.runs[0]?.results ?? []).map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri ?? "");
}
