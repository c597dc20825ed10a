import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { demoShop, installedProject, type InstalledProject } from "../support/installed-project.js";
import { readGuide } from "./guide.js";

/** rules-docs/guides/adoption.md from top to bottom, on the demo shop as the old code base. */
const guide = readGuide("adoption");
const shop = demoShop();

vi.setConfig({ testTimeout: 180_000 });

let project: InstalledProject;
const run = (command: string): ReturnType<InstalledProject["run"]> => project.run(guide.command(command));
const configure = (title: string): void => project.write("eslint.config.mjs", guide.file(title));
/** Brings the old code back, without suppressions and added files. */
const start = (): void => {
  project.run("rm -rf src eslint-suppressions.json");
  for (const [name, text] of Object.entries(shop)) project.write(name, text);
};

/** The rules that a run reports at a severity, one for each finding. */
const reported = (severity: "error" | "warning", { stdout }: { stdout: string }): string[] =>
  [...stdout.matchAll(new RegExp(`^ +\\d+:\\d+ +${severity} .* secret-handling/([\\w-]+)$`, "gm"))].map(([, rule = ""]) => rule);
const counts = (): Record<string, Record<string, { count: number }>> => JSON.parse(project.read("eslint-suppressions.json")) as never;
const suppressed = (): number => Object.values(counts()).flatMap((rules) => Object.values(rules)).reduce((sum, { count }) => sum + count, 0);

beforeAll(() => {
  project = installedProject(shop);
});

afterAll(() => project.remove());

describe("choosing what fails", () => {
  beforeAll(() => configure("eslint.config.mjs: severities"));

  it("sets severities for all files and for one", () => {
    const result = run("npx eslint . --quiet");
    expect(result.status).toBe(1);
    expect([...new Set(reported("error", result))].sort()).toEqual(["no-hardcoded-credential", "no-plain-equals-secret"]);
    expect(reported("warning", result)).toEqual([]);
  });

  it("keeps warnings below a ceiling", () => {
    project.run("rm src/config.js src/webhook.js");
    expect(reported("warning", project.run("npx eslint ."))).not.toContain("no-secret-in-log");
    expect(run("npx eslint . --max-warnings 20").status).toBe(0);
    expect(run("npx eslint . --max-warnings 0").stderr).toContain("too many warnings");
  });
});

describe("accepting what is there", () => {
  beforeAll(() => {
    start();
    configure("eslint.config.mjs: all errors");
  });

  it("counts the findings of one rule, and leaves the others", () => {
    const { status, stdout } = run("npx eslint . --suppress-rule secret-handling/no-fast-hash-password");
    expect(status).toBe(1);
    expect(counts()).toEqual({ "src/users.js": { "secret-handling/no-fast-hash-password": { count: 2 } } });
    expect(reported("error", { stdout })).not.toContain("no-fast-hash-password");
  });

  it("counts all findings in a file that holds no code", () => {
    expect(run("npx eslint . --suppress-all").status).toBe(0);
    expect(new Set(Object.values(counts()).flatMap((rules) => Object.keys(rules))).size).toBe(6);
    expect(project.read("eslint-suppressions.json")).toMatch(/^[\s{}]*(?:"(?:src\/\w+\.js|secret-handling\/[\w-]+|count)": (?:\d+|\{)[\s,{}]*)*$/);
  });

  it("passes from then on, and fails on a new finding", () => {
    expect(run("npx eslint .")).toMatchObject({ status: 0, stdout: "" });
    project.write("src/new.js", "export const resetToken = Math.random().toString(36).slice(2);\n");
    expect(reported("error", run("npx eslint ."))).toEqual(["no-math-random-for-tokens"]);
    project.write("src/new.js", "");
  });
});

describe("repairing a piece at a time", () => {
  it("fixes suppressed findings of one file, then lowers the counts", () => {
    const before = suppressed();
    expect(run("npx eslint src/tokens.js --fix").status).toBe(2);
    expect(project.read("src/tokens.js")).not.toContain("Math.random");
    expect(project.read("src/webhook.js")).toBe(shop["src/webhook.js"]);

    expect(run("npx eslint . --pass-on-unpruned-suppressions").status).toBe(0);
    expect(suppressed()).toBe(before);

    expect(run("npx eslint . --prune-suppressions").status).toBe(0);
    expect(suppressed()).toBeLessThan(before);
    expect(counts()).not.toHaveProperty(["src/tokens.js"]);

    project.write("src/tokens.js", shop["src/tokens.js"]!);
    expect(new Set(reported("error", run("npx eslint .")))).toEqual(new Set(["no-math-random-for-tokens"]));
  });

  it("makes only edits that need nothing outside the file under `cautious`", () => {
    start();
    configure("eslint.config.mjs: cautious");
    const left = run("npx eslint . --fix");
    expect(new Set(reported("error", left))).toEqual(new Set(["no-hardcoded-credential"]));
    expect(new Set(reported("warning", left))).toEqual(new Set(["no-secret-in-url-query"]));
    expect(project.read("src/webhook.js")).toContain("safeEqual(signature, expected)");
  });

  it("fixes one rule with a configuration of its own", () => {
    start();
    project.write("eslint.random.config.mjs", guide.file("eslint.random.config.mjs"));
    expect(run("npx eslint . --config eslint.random.config.mjs --fix")).toMatchObject({ status: 0, stdout: "" });
    for (const [name, text] of Object.entries(shop)) expect(project.read(name) === text, name).toBe(name !== "src/tokens.js");
  });

  it("takes the other rules' findings for repaired, as the page says, unless told to pass over that", () => {
    project.write("eslint-suppressions.json", JSON.stringify({ "src/webhook.js": { "secret-handling/no-plain-equals-secret": { count: 1 } } }));
    const command = guide.command("npx eslint . --config eslint.random.config.mjs --fix");
    expect(project.run(command).status).toBe(2);
    expect(project.run(`${command} --pass-on-unpruned-suppressions`).status).toBe(0);
  });
});

describe("saying what is no secret", () => {
  beforeAll(start);

  it("tells all rules in the settings", () => {
    configure("eslint.config.mjs: all errors");
    const inTokens = (): number => reported("error", project.run("npx eslint src/tokens.js")).length;
    const before = inTokens();
    configure("eslint.config.mjs: settings");
    project.write("src/legacy/old.js", shop["src/tokens.js"]!);
    project.write("src/log.js", 'import { scrub } from "#lib/log";\nexport const report = (password) => console.log("password", scrub(password));\n');
    const { stdout } = project.run("npx eslint .");
    expect(reported("warning", project.run("npx eslint src/tokens.js"))).toHaveLength(before - 1);
    expect(stdout).not.toContain("loginCode");
    expect(stdout).not.toContain("legacy");
    expect(stdout).not.toContain("log.js");
  });
});

describe("disabling one line", () => {
  beforeAll(start);

  const COMMENT = "// eslint-disable-next-line secret-handling/no-plain-equals-secret -- both are public checksums";

  it("holds the finding back, and is shown when it no longer does", () => {
    configure("eslint.config.mjs: all errors");
    const commented = shop["src/webhook.js"]!.replace(/^(?=.*=== expected)/m, `${COMMENT}\n`);
    expect(guide.file("eslint-disable-next-line secret-handling/no-plain-equals-secret -- both are public checksums")).toContain(COMMENT);
    project.write("src/webhook.js", commented);
    expect(reported("error", project.run("npx eslint src/webhook.js"))).toEqual([]);
    expect(run("npx eslint . --no-inline-config").stdout).toContain("src/webhook.js");

    project.write("src/webhook.js", `${COMMENT}\nexport {};\n`);
    const unused = run("npx eslint . --report-unused-disable-directives-severity error").stdout;
    expect(unused).toMatch(/1:1 +error +Unused eslint-disable directive/);
  });
});

it("has run every command of the page", () => {
  expect(guide.notRun()).toEqual([]);
});
