import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Log, Result } from "../../src/formatters/sarif/log.js";
import { demoShop, installedProject, type InstalledProject } from "../support/installed-project.js";
import { readGuide } from "./guide.js";

/** Every command of rules-docs/guides/monorepos.md gives the findings of one plain run. */
const guide = readGuide("monorepos");
const shop = demoShop();

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let project: InstalledProject;
const run = (command: string): ReturnType<InstalledProject["run"]> => project.run(guide.command(command));

describe("ESLint's cache and threads", () => {
  /** Counts in a file what is really linted. */
  const config = (settings: object): string => `
    import { appendFileSync } from "node:fs";
    import secretHandling from "eslint-plugin-secret-handling";
    const count = { create: ({ filename }) => ({ Program: () => appendFileSync("linted.log", filename + "\\n") }) };
    export default [
      { ...secretHandling.configs.recommended, files: ["src/**"], settings: { "secret-handling": ${JSON.stringify(settings)} } },
      { files: ["src/**"], plugins: { test: { rules: { count } } }, rules: { "test/count": "error" } },
    ];`;
  let plain: string;

  /** What a command prints, and how many files it has linted for that. */
  function linted(command: string): { stdout: string; files: number } {
    project.write("linted.log", "");
    const { stdout } = project.run(command);
    return { stdout, files: project.read("linted.log").split("\n").length - 1 };
  }

  beforeAll(() => {
    project = installedProject({ ...shop, "eslint.config.mjs": config({}) });
    plain = project.run("npx eslint .").stdout;
  });

  afterAll(() => project.remove());

  it("gives the same from the cache, without linting anything again", () => {
    const command = guide.command("npx eslint . --cache");
    expect(linted(command)).toEqual({ stdout: plain, files: 5 });
    expect(linted(command)).toEqual({ stdout: plain, files: 0 });
    project.write("src/tokens.js", `${shop["src/tokens.js"]}\n`);
    expect(linted(command)).toEqual({ stdout: plain, files: 1 });
  });

  it("compares contents where a clone has new times, and lints again when a setting changes", () => {
    const command = guide.command("npx eslint . --cache --cache-strategy content --cache-location node_modules/.cache/eslint/");
    expect(linted(command)).toEqual({ stdout: plain, files: 5 });
    for (const [name, text] of Object.entries(shop)) project.write(name, text);
    expect(linted(command)).toEqual({ stdout: plain, files: 1 });
    project.write("eslint.config.mjs", config({ notSecretNames: ["loginCode"] }));
    const changed = linted(command);
    expect(changed.files).toBe(5);
    expect(changed.stdout).not.toContain("loginCode");
    project.write("eslint.config.mjs", config({}));
  });

  it("gives the same from several threads", () => {
    expect(project.run(guide.command("npx eslint . --concurrency auto").replace("auto", "2")).stdout).toBe(plain);
    expect(run("npx eslint . --concurrency auto").stdout).toBe(plain);
  });
});

describe("Turborepo", () => {
  const FORMATTER = "./node_modules/eslint-plugin-secret-handling/dist/formatters/sarif.js";
  const packages = ["api", "test-utils", "web"];
  const manifest = (name: string): string => guide.file("packages/api/package.json, and so in each package").replace("@acme/api", `@acme/${name}`);
  const random = "export const makeToken = () => Math.random().toString(36).slice(2);\n";

  const files: Record<string, string> = {
    "package.json": JSON.stringify({ name: "acme", private: true, type: "module", packageManager: "npm@10.8.2", workspaces: ["packages/*"], devDependencies: { "eslint-plugin-secret-handling": "0.1.0" } }),
    "package-lock.json": lockFile({}),
    "turbo.json": guide.file("turbo.json"),
    "eslint.config.mjs": 'import secretHandling from "eslint-plugin-secret-handling";\nexport default [secretHandling.configs.recommended];\n',
    ".gitignore": "node_modules\n.turbo\n*.sarif\n",
    "packages/api/package.json": manifest("api"),
    "packages/api/src/users.js": shop["src/users.js"]!,
    "packages/api/src/webhook.js": shop["src/webhook.js"]!,
    "packages/test-utils/package.json": guide.file("packages/test-utils/package.json"),
    "packages/test-utils/src/tokens.js": shop["src/tokens.js"]!,
    "packages/test-utils/src/config.js": shop["src/config.js"]!.replace("export ", "\nexport "),
    "packages/web/package.json": manifest("web"),
    "packages/web/src/config.js": shop["src/config.js"]!,
    "packages/web/src/mailer.js": shop["src/mailer.js"]!,
  };

  beforeAll(() => {
    project = installedProject(files);
    project.link("turbo", "bin/turbo");
    project.link("@turbo");
    const identity = "-c user.name=Test -c user.email=test@example.com -c commit.gpgsign=false";
    expect(project.run(`git init --quiet --initial-branch=main && git add --all && git ${identity} commit --quiet --message=Base`).stderr).toBe("");
  });

  afterAll(() => project.remove());

  const turbo = (command: string, env: NodeJS.ProcessEnv = {}, cwd = project.folder): { status: number | null; stdout: string } =>
    project.run(`cd ${cwd} && ${command}`, { TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1", NO_COLOR: "1", ...env });
  const cached = ({ stdout }: { stdout: string }): string => /Cached: +(\d+ cached, \d+ total)/.exec(stdout)?.[1] ?? stdout;
  const resultsOf = (json: string): Result[] => (JSON.parse(json) as Log).runs[0]!.results;
  const union = (cwd = project.folder): string[] =>
    packages.flatMap((name) => resultsOf(readFileSync(path.join(cwd, "packages", name, "secret-handling.sarif"), "utf8"))).map(comparable).sort();
  const single = (): string[] => resultsOf(project.run(`npx eslint . --format ${FORMATTER}`).stdout).map(comparable).sort();

  it("gives the union of one log a package the findings of a single run, and keeps them", () => {
    const command = guide.command("npx turbo run lint:sarif");
    expect(cached(turbo(command))).toBe("0 cached, 3 total");
    const expected = single();
    expect(new Set(expected.map((each) => (JSON.parse(each) as Result).ruleId)).size).toBeGreaterThan(3);
    expect(union()).toEqual(expected);

    project.run("rm packages/*/secret-handling.sarif");
    const again = turbo(command);
    expect(cached(again)).toBe("3 cached, 3 total");
    expect(again.stdout).toContain("FULL TURBO");
    expect(union()).toEqual(expected);
  });

  it("would miss that a package's folder makes its files tests without the way through the root", () => {
    const here = project.run(`cd packages/test-utils && npx eslint . --format ../.${FORMATTER}`).stdout;
    const fromRoot = project.run(`npx eslint packages/test-utils --format ${FORMATTER}`).stdout;
    expect(resultsOf(here).map(comparable)).not.toEqual(resultsOf(fromRoot).map(comparable));
  });

  it("lints again what has changed: a file, the configuration, a version in the lock file", () => {
    const dry = `${guide.command("npx turbo run lint:sarif")} --dry-run=json`;
    const missed = (): string[] =>
      (JSON.parse(turbo(dry).stdout) as { tasks: { package: string; cache: { status: string } }[] }).tasks.filter(({ cache }) => cache.status === "MISS").map((task) => task.package);
    expect(missed()).toEqual([]);
    const changes: Record<string, [string, string[]]> = {
      "packages/api/src/webhook.js": [random, ["@acme/api"]],
      "eslint.config.mjs": [`${files["eslint.config.mjs"]}// changed\n`, ["@acme/api", "@acme/test-utils", "@acme/web"]],
      "package-lock.json": [lockFile({ "node_modules/eslint-plugin-secret-handling": { version: "0.1.1" } }), ["@acme/api", "@acme/test-utils", "@acme/web"]],
    };
    for (const [name, [text, expected]] of Object.entries(changes)) {
      project.write(name, text);
      expect(missed().sort(), name).toEqual(expected);
      project.write(name, files[name]!);
    }
  });

  it("keeps tasks that pass, and lints packages with errors until they are repaired", () => {
    const command = guide.command("npx turbo run lint --continue");
    const first = turbo(command);
    expect(first.status).not.toBe(0);
    for (const name of ["users.js", "mailer.js"]) expect(first.stdout).toContain(name);
    const second = turbo(command);
    expect(second.stdout).toMatch(/@acme\/api:lint: cache hit/);
    expect(second.stdout).toMatch(/@acme\/web:lint: cache miss/);
  });

  it("lints the packages that a branch changes", () => {
    project.run("git checkout --quiet -b topic");
    project.write("packages/api/src/webhook.js", random);
    const { stdout } = turbo(guide.command("npx turbo run lint --affected"));
    project.run("git checkout --quiet --force main");
    expect(stdout).toContain("Packages in scope: @acme/api\n");
    expect(stdout).toContain("secret-handling/no-math-random-for-tokens");
  });

  describe("on several machines with a remote cache", () => {
    let server: ChildProcess;
    let folder: string;
    let remote: NodeJS.ProcessEnv;

    beforeAll(async () => {
      folder = realpathSync(mkdtempSync(path.join(tmpdir(), "secret-handling-machines-")));
      server = spawn(process.execPath, [path.join(import.meta.dirname, "remote-cache.mjs")], { stdio: ["ignore", "pipe", "inherit"] });
      const [port] = (await once(server.stdout!, "data")) as [Buffer];
      remote = { TURBO_API: `http://127.0.0.1:${String(port).trim()}`, TURBO_TOKEN: "test", TURBO_TEAM: "team_acme" };
    });

    afterAll(() => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    });

    /** A clone with nothing but the dependencies. */
    function machine(name: string): string {
      const clone = path.join(folder, name);
      project.run(`git clone --quiet . ${clone}`);
      symlinkSync(path.join(project.folder, "node_modules"), path.join(clone, "node_modules"));
      expect(existsSync(path.join(clone, "packages/api/secret-handling.sarif"))).toBe(false);
      return clone;
    }

    it("splits the packages between two, and a third takes over the work of both", () => {
      expect(cached(turbo(guide.command("npx turbo run lint:sarif --filter=@acme/api"), remote, machine("one")))).toBe("0 cached, 1 total");
      expect(cached(turbo(guide.command("npx turbo run lint:sarif --filter=!@acme/api"), remote, machine("two")))).toBe("0 cached, 2 total");
      const third = machine("three");
      expect(cached(turbo(guide.command("npx turbo run lint:sarif"), remote, third))).toBe("3 cached, 3 total");
      expect(union(third)).toEqual(single());
    });
  });
});

it("has run every command of the page", () => {
  expect(guide.notRun()).toEqual([]);
});

/** A finding without its place in the log's list of rules, which depends on the other findings. */
function comparable({ ruleIndex: _, ...result }: Result): string {
  return JSON.stringify(result);
}

/** The lock file that npm would write; turbo takes the versions from it. */
function lockFile(packages: Record<string, object>): string {
  const version = { version: "0.1.0" };
  const workspaces = ["api", "test-utils", "web"].flatMap((name) => [
    [`node_modules/@acme/${name}`, { resolved: `packages/${name}`, link: true }],
    [`packages/${name}`, { name: `@acme/${name}`, version: "1.0.0" }],
  ]);
  const root = { name: "acme", workspaces: ["packages/*"], devDependencies: { "eslint-plugin-secret-handling": "0.1.0" } };
  return JSON.stringify({
    name: "acme",
    lockfileVersion: 3,
    requires: true,
    packages: { "": root, ...(Object.fromEntries(workspaces) as object), "node_modules/eslint-plugin-secret-handling": version, ...packages },
  });
}
