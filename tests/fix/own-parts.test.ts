import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import ts from "typescript";
import { describe, expect, it, vi } from "vitest";
import plugin from "../support/plugin.js";
import { bindOwn } from "../../src/fix/bindings.js";
import type { SecretHandlingSettings } from "../../src/settings.js";
import { nodeAt, parse } from "../support/parse.js";

vi.setConfig({ testTimeout: 60_000 });

type Rules = Linter.RulesRecord;

/** The file after `eslint --fix`, which a second run leaves as it is. */
function fix(code: string, filename: string, settings: SecretHandlingSettings, rules: Rules): string {
  const config: Linter.Config = {
    files: ["**/*.{mjs,cjs,mts}"],
    plugins: { "secret-handling": plugin },
    rules,
    settings: { "secret-handling": settings },
    languageOptions: { parser, sourceType: filename.endsWith(".cjs") ? "commonjs" : "module" },
  };
  const { output } = new Linter().verifyAndFix(code, config, { filename });
  expect(new Linter().verifyAndFix(output, config, { filename }).output).toBe(output);
  return output;
}

/** Writes the files of a project and loads one; TypeScript is stripped of its types. */
async function run(files: Record<string, string>, entry: string): Promise<Record<string, never>> {
  const folder = mkdtempSync(path.join(tmpdir(), "secret-handling-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      const target = path.join(folder, name.replace(/\.mts$/, ".mjs"));
      mkdirSync(path.dirname(target), { recursive: true });
      const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
      writeFileSync(target, name.endsWith(".mts") ? ts.transpileModule(text, { compilerOptions: options }).outputText : text);
    }
    return (await import(/* @vite-ignore */ pathToFileURL(path.join(folder, entry.replace(/\.mts$/, ".mjs"))).href)) as Record<string, never>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The project's own parts, which tell that they were called. */
const OWN = `globalThis.asked ??= [];
const asked = (name, value) => (globalThis.asked.push(name), value);
const same = (a, b) => asked("same", typeof a === "string" && a === b);
const need = (name) => asked("need", \`value of \${name}\`);
const make = async (password) => asked("make", \`own:\${password}\`);
const check = async (password, stored) => asked("check", stored === \`own:\${password}\`);
const mask = (value) => asked("mask", typeof value === "string" ? "***" : "");
`;
const NAMES = "same, need, make, check, mask";

const PARTS: SecretHandlingSettings = {
  comparators: [{ module: "./src/lib/own.mjs", name: "same" }],
  envReader: { module: "./src/lib/own.mjs", name: "need" },
  passwordHasher: { module: "./src/lib/own.mjs", hash: "make", verify: "check" },
  redactors: ["scrub", { module: "./src/lib/own.mjs", name: "mask" }],
};

const asked = (): string[] => (globalThis as unknown as { asked: string[] }).asked.splice(0);

interface Case {
  rule: string;
  part: keyof SecretHandlingSettings;
  /** The function, once as a declaration that is exported and once for CommonJS; `STRING` stands for a type. */
  code: string;
  /** No helper of ours. */
  without: string;
  /** Calls the exports. */
  use(module: Record<string, (...all: unknown[]) => unknown>): Promise<void> | void;
  called: string[];
}

const cases: Case[] = [
  {
    rule: "no-plain-equals-secret",
    part: "comparators",
    code: "EXPORT function isKey(apiKey: STRING, storedApiKey: STRING) {\n  return apiKey === storedApiKey;\n}\n",
    without: "function safeEqual",
    use({ isKey }) {
      expect([isKey!("a", "a"), isKey!("a", "b"), isKey!(undefined, undefined)]).toEqual([true, false, false]);
    },
    called: ["same", "same", "same"],
  },
  {
    rule: "no-hardcoded-credential",
    part: "envReader",
    code: 'EXPORT function settings() {\n  return { smtp: { password: "q8Zx3vN1mP0tR7yW" }, db: { password: "w8Zx3vN1mP0tR7yQ" } };\n}\n',
    without: "function requireEnvironment",
    use({ settings }) {
      expect(settings!()).toEqual({ smtp: { password: "value of SMTP_PASSWORD" }, db: { password: "value of DB_PASSWORD" } });
    },
    called: ["need", "need"],
  },
  {
    rule: "no-fast-hash-password",
    part: "passwordHasher",
    code: 'import { createHash } from "node:crypto";\nEXPORT async function register(user: { hash: string }, password: STRING) {\n  user.passwordHash = createHash("sha256").update(password).digest("hex");\n}\nEXPORT async function login(user: { hash: string }, password: STRING) {\n  return createHash("sha256").update(password).digest("hex") === user.passwordHash;\n}\n'.replaceAll("{ hash: string }", "{ passwordHash: STRING }"),
    without: "scrypt",
    async use({ register, login }) {
      const user = { passwordHash: "" };
      await register!(user, "pw");
      expect(user.passwordHash).toBe("own:pw");
      expect([await login!(user, "pw"), await login!(user, "other")]).toEqual([true, false]);
    },
    called: ["make", "check", "check"],
  },
  {
    rule: "no-secret-in-log",
    part: "redactors",
    code: "EXPORT function enter(accessToken: STRING) {\n  console.log(`token ${accessToken}`, { accessToken });\n  return accessToken;\n}\n",
    without: "[REDACTED]",
    use({ enter }) {
      const log = vi.spyOn(console, "log").mockReturnValue();
      expect(enter!("t0p")).toBe("t0p");
      expect(log.mock.calls).toEqual([["token ***", { accessToken: "***" }]]);
      log.mockRestore();
    },
    called: ["mask", "mask"],
  },
];

/** The code of a case as a module of a kind. */
function written({ code }: Case, kind: "mjs" | "cjs" | "mts"): string {
  if (kind === "mts") return code.replaceAll("EXPORT", "export").replaceAll("STRING", "string");
  const plain = code.replaceAll(/: (?:STRING|\{ \w+: STRING \})/g, "");
  if (kind === "mjs") return plain.replaceAll("EXPORT", "export");
  const names = [...plain.matchAll(/EXPORT (?:async )?function (\w+)/g)].map((match) => match[1]!);
  return `${plain.replace(/import (\{.*\}) from (".*");/, "const $1 = require($2);").replaceAll("EXPORT ", "")}module.exports = { ${names.join(", ")} };\n`;
}

describe.each(cases)("$part of $rule", (each) => {
  describe.each(["mjs", "cjs", "mts"] as const)("in .%s", (kind) => {
    it.each(["settings", "option"] as const)("is imported as the %s say, with a path from the file, and runs", async (where) => {
      const filename = `src/auth/file.${kind}`;
      const extension = kind === "cjs" ? "cjs" : "mjs";
      const own = JSON.parse(JSON.stringify(PARTS[each.part]).replaceAll(".mjs", `.${extension}`)) as never;
      const rule = `secret-handling/${each.rule}`;
      const output =
        where === "settings"
          ? fix(written(each, kind), filename, { [each.part]: own }, { [rule]: "error" })
          : fix(written(each, kind), filename, {}, { [rule]: ["error", { [each.part]: own }] });
      expect(output).toContain(kind === "cjs" ? 'require("../lib/own.cjs")' : 'from "../lib/own.mjs"');
      expect(output).not.toContain(each.without);
      const library = `${OWN}${kind === "cjs" ? `module.exports = { ${NAMES} };` : `export { ${NAMES} };`}\n`;
      await each.use(await run({ [filename]: output, [`src/lib/own.${extension}`]: library }, filename));
      expect(asked()).toEqual(each.called);
    });
  });
});

describe("the rest of the settings", () => {
  it("hosts name the header", async () => {
    const code = 'export const ask = (licenseKey) => fetch(`https://api.example.com/v1?license=${licenseKey}&q=1`);\n';
    const settings: SecretHandlingSettings = { secretNames: ["licenseKey"], hosts: { "api.example.com": { param: "license", header: "X-License" } } };
    const { ask } = (await run({ "file.mjs": fix(code, "file.mjs", settings, { "secret-handling/no-secret-in-url-query": "error" }) }, "file.mjs")) as unknown as { ask(key: string): unknown };
    const fetched = vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response());
    await ask("k3y");
    expect(fetched.mock.calls).toEqual([["https://api.example.com/v1?q=1", { headers: { "X-License": "k3y" } }]]);
    fetched.mockRestore();
  });

  it("loggers are loggers", async () => {
    const code = "const lines = [];\nconst audit = { write: (...all) => lines.push(all) };\nexport function enter(accessToken) {\n  audit.write('in', accessToken);\n  return [lines, accessToken];\n}\n";
    const rules: Rules = { "secret-handling/no-secret-in-log": "error" };
    expect(fix(code, "file.mjs", {}, rules)).toBe(code);
    const { enter } = (await run({ "file.mjs": fix(code, "file.mjs", { loggers: ["audit.write"] }, rules) }, "file.mjs")) as unknown as { enter(token: string): unknown };
    expect(enter("t0p")).toEqual([[["in", "[REDACTED]"]], "t0p"]);
  });
});

describe("a module of the settings", () => {
  it.each([
    ["src/auth/file.mjs", "./src/lib/own.mjs", "../lib/own.mjs"],
    ["src/lib/file.mjs", "./src/lib/own.mjs", "./own.mjs"],
    ["file.mjs", "./own.mjs", "./own.mjs"],
    ["src/file.mjs", "../shared/own.mjs", "../../shared/own.mjs"],
    ["src/deep/file.mjs", "#lib/own", "#lib/own"],
    ["src/deep/file.mjs", "@acme/own", "@acme/own"],
  ])("is imported in %s: %s as %s", (filename, module, specifier) => {
    const file = parse("export const it = HERE;\n", { filename });
    expect(bindOwn(file, nodeAt(file, "HERE"), module, ["same"])?.edits[0]?.text).toContain(`import { same } from "${specifier}";`);
  });

  it.each([
    ["src/lib/own.mjs", "itself"],
    ["src/lib/own.mts", "itself, in TypeScript"],
    ["/elsewhere/file.mjs", "a file outside of the working directory"],
  ])("is not imported in %s, %s", (filename) => {
    const file = parse("export const it = HERE;\n");
    expect(bindOwn({ ...file, filename }, nodeAt(file, "HERE"), "./src/lib/own.mjs", ["same"])).toBeUndefined();
  });
});
