import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runInNewContext } from "node:vm";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import plugin from "../support/plugin.js";
import { typeErrors } from "../support/run.js";

// Each program is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

const live = ["sk", "live", "4eC39HqLyjWDarjtT1zdp7dc"].join("_");
const folder = mkdtempSync(path.join(tmpdir(), "credential-"));

function config(settings: object = {}): Linter.Config[] {
  return [
    {
      files: ["**/*.{js,cjs,mjs,ts}"],
      languageOptions: { parser },
      plugins: { "secret-handling": plugin },
      rules: { "secret-handling/no-hardcoded-credential": "error" },
      settings: { "secret-handling": settings },
    },
  ];
}

const fix = (code: string, filename: string, settings?: object): string => new Linter().verifyAndFix(code, config(settings), { filename }).output;

function run(code: string, name: string, env: Record<string, string>): { status: number | null; stdout: string; stderr: string } {
  const file = path.join(folder, name);
  writeFileSync(file, code);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8", env });
  return { status, stdout, stderr };
}

interface Program {
  title: string;
  name: string;
  code: string;
  env: Record<string, string>;
}

const programs: Program[] = [
  { title: "a constant", name: "constant.mjs", code: `const API_KEY = "${live}";\nconsole.log(API_KEY);\n`, env: { API_KEY: live } },
  { title: "a header and a URL in longer text", name: "parts.cjs", code: `const h = { Authorization: "Bearer ${live}" };\nconst u = \`https://x.io?k=${live}&n=\${1 + 1}\`;\nconsole.log(h, u);\n`, env: { STRIPE_SECRET_KEY: live } },
  { title: "a key split by concatenation", name: "split.cjs", code: `const k = "${live.slice(0, 8)}" + "${live.slice(8)}";\nconsole.log(k);\n`, env: { STRIPE_SECRET_KEY: live } },
  { title: "two passwords of different owners", name: "owners.cjs", code: `"use strict";\nconst db = { user: "a", password: "letmein" };\nconst smtp = { user: "b", password: "hunter22" };\nconsole.log(db, smtp);\n`, env: { DB_PASSWORD: "letmein", SMTP_PASSWORD: "hunter22" } },
  { title: "a fallback", name: "fallback.mjs", code: `const JWT_SECRET = process.env.JWT_SECRET || "supersecret";\nconsole.log(JWT_SECRET);\n`, env: { JWT_SECRET: "supersecret" } },
  { title: "a fallback of an alias of the environment", name: "alias.mjs", code: `const env = process.env;\nconst JWT_SECRET = env.JWT_SECRET || "supersecret";\nconsole.log(JWT_SECRET, env.HOME);\n`, env: { JWT_SECRET: "supersecret" } },
  { title: "a conditional fallback", name: "conditional.mjs", code: `const JWT_SECRET = process.env.JWT_SECRET ? process.env.JWT_SECRET : "supersecret";\nconsole.log(JWT_SECRET);\n`, env: { JWT_SECRET: "supersecret" } },
  { title: "a text that is a fallback elsewhere", name: "twice.mjs", code: `const JWT_SECRET = process.env.JWT_SECRET ?? "supersecret";\nconst jwtSecret = "supersecret";\nconsole.log(JWT_SECRET, jwtSecret);\n`, env: { JWT_SECRET: "supersecret" } },
  { title: "an HMAC key", name: "hmac.cjs", code: `const { createHmac } = require("node:crypto");\nconsole.log(createHmac("sha256", "webhook").update("x").digest("hex"));\n`, env: { HMAC_SECRET: "webhook" } },
  { title: "a class field, a default parameter and a default of the environment", name: "fields.mjs", code: `class A { jwtSecret = "supersecret"; }\nconst f = (adminPassword = "letmein") => adminPassword;\nconst { SESSION_SECRET = "sessions" } = process.env;\nconsole.log(new A().jwtSecret, f(), SESSION_SECRET);\n`, env: { JWT_SECRET: "supersecret", ADMIN_PASSWORD: "letmein", SESSION_SECRET: "sessions" } },
  { title: "a connection string", name: "dsn.mjs", code: `const mongo = "mongodb+srv://shop:fishbowl7@cluster0.yz15b.mongodb.net/shop";\nconsole.log(mongo);\n`, env: { DATABASE_URL: "mongodb+srv://shop:fishbowl7@cluster0.yz15b.mongodb.net/shop" } },
];

describe("the fixed program", () => {
  it.each(programs)("prints the same with the variables set, and names the missing one: $title", ({ name, code, env }) => {
    const output = fix(code, name);
    expect(output).toContain("requireEnvironment(");
    expect(run(output, `fixed-${name}`, env)).toEqual(run(code, name, {}));
    const unset = run(output, `unset-${name}`, {});
    expect(unset.status).not.toBe(0);
    expect(unset.stderr).toMatch(new RegExp(`Environment variable (?:${Object.keys(env).join("|")}) is not set`));
    expect(fix(output, name)).toBe(output);
    for (const secret of Object.values(env)) expect(output).not.toContain(`"${secret}"`);
  });

  it.each([
    ["beside others", 'const { PORT = "1", SESSION_SECRET: secret = "sessions", HOST } = process.env;\nconsole.log(PORT, secret, HOST);\n', 'const { PORT = "1", HOST } = process.env;\nconst secret = requireEnvironment("SESSION_SECRET");'],
    ["alone, in a block without semicolons", 'function f() {\n  const { SESSION_SECRET = "sessions" } = process.env\n  return SESSION_SECRET\n}\nconsole.log(f())\n', '  const SESSION_SECRET = requireEnvironment("SESSION_SECRET")\n'],
    ["exported", 'export const { HOST, SESSION_SECRET = "sessions" } = process.env;\nconsole.log(SESSION_SECRET);\n', 'export const { HOST } = process.env;\nexport const SESSION_SECRET = requireEnvironment("SESSION_SECRET");'],
    ["of two names with one text", 'const { SESSION_SECRET = "sessions", JWT_SECRET = "sessions" } = process.env;\nconsole.log(SESSION_SECRET, JWT_SECRET);\n', 'const JWT_SECRET = requireEnvironment("JWT_SECRET");'],
    ["that another default reads", 'const { SESSION_SECRET = "sessions", OTHER = SESSION_SECRET } = process.env;\nconsole.log(SESSION_SECRET, OTHER);\n', '{ SESSION_SECRET = requireEnvironment("SESSION_SECRET"), OTHER = SESSION_SECRET }'],
    ["beside a rest element", 'const { SESSION_SECRET = "sessions", ...others } = process.env;\nconsole.log(SESSION_SECRET, others.HOST);\n', '{ SESSION_SECRET = requireEnvironment("SESSION_SECRET"), ...others }'],
  ])("asks for a default of the environment, %s", (_title, code, expected) => {
    const output = fix(code, "pattern.mjs");
    expect(output).toContain(expected);
    expect(fix(output, "pattern.mjs")).toBe(output);
    expect(run(output, "pattern.mjs", { SESSION_SECRET: "sessions", JWT_SECRET: "sessions", HOST: "h" }).stdout).toBe(run(code, "pattern-before.mjs", { HOST: "h" }).stdout);
    const isApart = !expected.startsWith("{");
    if (isApart) expect(run(output, "pattern.mjs", { SESSION_SECRET: "" }).stderr).toMatch(/(?:SESSION|JWT)_SECRET is not set/);
  });

  it.each([
    ["of the options", 'const sign = (options = {}) => {\n  const { secret = process.env.JWT_SECRET || "supersecret", issuer } = options;\n  return [secret, issuer];\n};', '{ secret = requireEnvironment("JWT_SECRET"), issuer } = options'],
    ["of a parameter", 'const sign = ({ secret = process.env.JWT_SECRET ?? "supersecret", issuer } = {}) => [secret, issuer];', '{ secret = requireEnvironment("JWT_SECRET"), issuer } = {}'],
    ["of what stands in for the environment", 'const sign = (env = process.env) => {\n  const { JWT_SECRET = "supersecret", issuer } = env;\n  return [env.secret ?? JWT_SECRET, issuer];\n};', '{ JWT_SECRET = requireEnvironment("JWT_SECRET"), issuer } = env'],
  ])("lets a caller decide before the environment does, in a default %s", (_title, code, expected) => {
    const program = `${code}\nconsole.log(sign({ secret: String(7), issuer: "i" }), sign({}).length);\n`;
    const output = fix(program, "options.mjs");
    expect(output).toContain(expected);
    expect(fix(output, "options.mjs")).toBe(output);
    expect(run(output, "options.mjs", { JWT_SECRET: "supersecret" })).toEqual(run(program, "options-before.mjs", { JWT_SECRET: "supersecret" }));
  });

  it("takes a connection string out of a command or a sentence, and keeps what is computed in it", () => {
    const url = "postgres://shop:fishbowl7horse@db.shop.io/shop";
    const code = `const commands = ["psql ${url} -c 'select 1'", \`dump ${url} > \${1 + 1}\`, "see (${url})."];\nconsole.log(commands);\n`;
    const output = fix(code, "command.mjs");
    expect(output).not.toContain("fishbowl7horse");
    expect(run(output, "command.mjs", { DATABASE_URL: url })).toEqual(run(code, "command-before.mjs", {}));
    const computed = `export const urlOf = (tenant) => \`postgres://shop:fishbowl7horse@db.shop.io/\${tenant}\`;\n`;
    expect(fix(computed, "computed.mjs")).toBe(computed);
  });

  it.each([
    ["one environment beside others", 'const configs = { development: { user: "a", password: "fishbowl7" }, production: { user: "b", password: process.env.DB_PASSWORD } };\nconsole.log(configs[process.env.STAGE].password);\n', { STAGE: "production", DB_PASSWORD: "p" }],
    ["the default of a schema", 'const text = { default: (value) => (given) => given ?? value };\nconst jwtSecret = text.default("supersecret");\nconsole.log(jwtSecret("given"));\n', {}],
    ["the default of a setting", 'const setting = { env: "JWT_SECRET", jwtSecret: { format: "text", default: "supersecret" } };\nconsole.log(process.env.GIVEN ?? setting.jwtSecret.default);\n', { GIVEN: "g" }],
  ])("does not stop a program that has no use for %s", (_title, code, env) => {
    const output = fix(code, "unused.mjs");
    expect(run(output, "unused.mjs", env)).toEqual(run(code, "unused-before.mjs", env));
    const messages = new Linter().verify(code, config(), { filename: "unused.mjs" });
    expect(messages.flatMap(({ suggestions = [] }) => suggestions)).toHaveLength(1);
  });

  it.each(['if (!secret) { secret = "supersecret"; }', 'secret ??= "supersecret";', 'secret = secret || "supersecret";'])("asks for the variable that a text stands in for: %s", (fallback) => {
    const code = `let secret = process.env.JWT_SECRET;\n${fallback}\nconsole.log(secret);\n`;
    const output = fix(code, "later.mjs");
    expect(output).toContain('requireEnvironment("JWT_SECRET")');
    for (const env of [{}, { JWT_SECRET: "own" }]) expect(run(output, "later.mjs", { JWT_SECRET: "supersecret", ...env })).toEqual(run(code, "later-before.mjs", env));
  });

  it.each(['process.env.LIVE && process.env.JWT_SECRET ||', "env.JWT_SECRET ||", "env.JWT_SECRET ??", "process.env.JWT_SECRET?.trim() ||", 'getEnv("JWT_SECRET") ||', "env.JWT_SECRET ? env.JWT_SECRET :"])("keeps what is asked beside the variable: %s", (asked) => {
    const code = `const getEnv = (name) => process.env[name + "_FILE"] ?? process.env[name];\nconst load = (env = process.env) => {\n  const jwtSecret = ${asked} "supersecret";\n  return [jwtSecret, env === process.env, getEnv("LIVE")];\n};\nconsole.log(load(), load({ JWT_SECRET: String(7) }));\n`;
    const output = fix(code, "asked.mjs");
    expect(output).toContain(`${asked} requireEnvironment("JWT_SECRET")`);
    expect(fix(output, "asked.mjs")).toBe(output);
    for (const env of [{ LIVE: "1", JWT_SECRET: " s " }, { JWT_SECRET_FILE: "f", JWT_SECRET: "supersecret" }]) expect(run(output, "asked.mjs", env)).toEqual(run(code, "asked-before.mjs", env));
  });

  it("reads through the project's own reader", () => {
    expect(fix(`import fs from "node:fs";\nexport const jwtSecret = "supersecret";\n`, "own.ts", { envReader: { module: "#config", name: "must" } })).toContain('jwtSecret = must("JWT_SECRET")');
  });

  it("gives one variable to one key, and different ones to different keys", () => {
    const output = fix(`const a = "${live}";\nconst b = "${live}";\nconst c = "${live.replace("4eC", "9xZ")}";\n`, "keys.mjs");
    expect(output).toMatch(/a = requireEnvironment\("STRIPE_SECRET_KEY"\);\nconst b = requireEnvironment\("STRIPE_SECRET_KEY"\);\nconst c = requireEnvironment\("STRIPE_SECRET_KEY_2"\);/);
  });

  it.each([
    ["process.env", "const a = process.env.API_KEY;", {}],
    ["a bracket", 'const a = process.env["API_KEY"];', {}],
    ["an earlier pass", 'import { requireEnvironment } from "./env.js";\nconst a = requireEnvironment("API_KEY");', {}],
    ["the project's own reader", 'import { must } from "#config";\nconst a = must("API_KEY");', { envReader: { module: "#config", name: "must" } }],
    ["the project's own reader under another name", 'import { must as configMust } from "#config";\nconst a = configMust("API_KEY");', { envReader: { module: "#config", name: "must" } }],
  ])("takes no variable that the file reads already for something else: %s", (_, code, settings) => {
    expect(fix(`${code}\nexport const apiKey = "q8Zx3vN1mP0tR7yWc5Lk2HsD";\n`, "reads.mjs", settings)).toMatch(/apiKey = \w+\("API_KEY_2"\);/);
  });
});

describe("a literal that is a name, not a value", () => {
  it.each([
    ["an enum", "a.ts", (key: string) => `export enum Keys { Live = "${key}" }\nexport const enum More { Live = "Bearer ${key}" }`],
    ["a module", "a.ts", (key: string) => `declare module "${key}" { export const a: 1; }`],
    ["an import type", "a.ts", (key: string) => `export type A = import("${key}").A;`],
    ["a method", "a.mjs", (key: string) => `export class A { "${key}"() {} get "a ${key}"() { return 1; } }`],
    ["a field", "a.mjs", (key: string) => `export class A { "${key}" = 1; }`],
    ["a property", "a.mjs", (key: string) => `export const a = { "${key}": 1, ["${key}"]: 2 };`],
    ["an export", "a.mjs", (key: string) => `const a = 1;\nexport { a as "${key}" };`],
    ["a tagged template", "a.mjs", (key: string) => `export const a = sql\`key ${key} of \${b}\`;`],
    ["a declaration of what is elsewhere", "a.ts", (key: string) => `declare const a = "${key}";\ndeclare namespace N { const b = "${key}"; }\nexport { a, N };`],
    ["a declaration file", "a.d.ts", (key: string) => `export declare const a = "${key}";`],
    ["a literal whose type is asked for", "a.ts", (key: string) => `const a = "${key}";\nexport const b: typeof a = "${key}";`],
    ["a statement", "a.mjs", (key: string) => `"${key}";\nexport {};`],
  ])("stays: %s", (_, filename, code) => {
    expect(fix(code(live), filename)).toBe(code(live));
  });

  it.each(['<const>"KEY"', '"KEY" as const', '"KEY"!', '"KEY" satisfies string', '("KEY" as string)', '["KEY"] as const', "`${1} KEY` as const"])("is read under a cast: %s", (cast) => {
    const output = fix(`export const a = ${cast.replace("KEY", live)};\n`, "a.ts");
    expect(output).toContain('requireEnvironment("STRIPE_SECRET_KEY")');
    expect(typeErrors(output)).toEqual(cast.startsWith("<") ? [] : typeErrors(`export const a = ${cast};\n`));
  });
});

describe("a literal with a type", () => {
  const types = `export type Live = "${live}";\ntype Mode = Live | "none";\ntype Prefixed = \`sk_\${string}\`;\ntype Text = string | undefined;\ninterface Config { mode: Mode; key: string; more?: Record<string, string> }\n`;
  const use = (code: string): string => `${types}export type All = [Mode, Prefixed, Text, Config];\n${code}\n`;

  it.each([
    `export const key: Live = "${live}";`,
    `export const key: Mode = "${live}";`,
    `export const key: Prefixed = "${live}";`,
    `export const config: Config = { mode: "${live}", key: "x" };`,
    `export const config = { mode: "${live}", key: "x" } satisfies Config;`,
    `export class A { key: Live = "${live}"; }`,
    `export const read = (key: Live = "${live}") => key;`,
    `export const read = (): Live => "${live}";`,
    `export async function read(): Promise<Live> { return "${live}"; }`,
    `function take(key: Live) { return key; }\nexport const taken = take("${live}");`,
  ])("that takes no other text stays: %s", (code) => {
    const text = use(code);
    expect(typeErrors(text)).toEqual([]);
    const messages = new Linter().verify(text, config(), { filename: "src/key.ts" });
    expect(messages).toHaveLength(2);
    expect(messages.filter((message) => message.fix ?? message.suggestions?.length)).toEqual([]);
  });

  it.each([
    `export const key: Text = "${live}";`,
    `export const config: Config = { mode: "none", key: "${live}" };`,
    `export const config: Config = { mode: "none", key: "x", more: { key: "${live}" } };`,
    `export const list: readonly string[] = ["${live}"];`,
    `export async function read(): Promise<Text> { return "${live}"; }`,
  ])("that takes every text is read: %s", (code) => {
    const output = fix(use(code), "src/key.ts");
    expect(output).toContain('requireEnvironment("');
    expect(typeErrors(output)).toEqual([]);
  });

  it("is a suggestion where the type comes from another file", () => {
    const [message, ...others] = new Linter().verify(`import type { Key } from "./key.js";\nexport const key: Key = "${live}";\n`, config(), { filename: "src/a.ts" });
    expect([message?.fix, message?.suggestions?.length, others]).toEqual([undefined, 1, []]);
  });

  it("that stands in a type keeps its variable's name, whatever is fixed beside it", () => {
    const second = live.replace("4eC", "9xZ");
    const code = `export type Keys = "${live}" | "${second}";\nexport const a = "${live}";\nexport const b = "${second}";\n`;
    const namesOf = (text: string): string[] => new Linter().verify(text, config(), { filename: "src/key.ts" }).map(({ message }) => /`([A-Z_\d]+)`/.exec(message)![1]!);
    expect(namesOf(code)).toEqual(["STRIPE_SECRET_KEY", "STRIPE_SECRET_KEY", "STRIPE_SECRET_KEY", "STRIPE_SECRET_KEY_2"]);
    const output = fix(code, "src/key.ts");
    expect(namesOf(output)).toEqual(["STRIPE_SECRET_KEY", "STRIPE_SECRET_KEY"]);
    expect(fix(output, "src/key.ts")).toBe(output);
  });
});

describe("a key in longer text, executed", () => {
  /** What an expression is worth, with `environment` as the environment. */
  const valueOf = (code: string, environment: Record<string, string>): unknown => runInNewContext(`${code}\nvalue;`, { process: { env: environment }, Error });
  // What stands beside a key and matters to one kind of quotes or another.
  const beside = fc.string({ unit: fc.constantFrom("a", "1", " ", ":", "/", "=", '"', "'", "`", "$", "{", "}", "${", "\\", "\n", "é", "\u{1F511}", "\uD800"), maxLength: 6 });
  const literals: Record<string, (text: string) => string> = {
    double: (text) => JSON.stringify(text),
    single: (text) => `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`,
    template: (text) => `\`${text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("$", "\\$")}\``,
    sum: (text) => `${JSON.stringify(text.slice(0, 2))} + ${JSON.stringify(text.slice(2))}`,
  };

  it("gives the same text when the variable is set", () => {
    let fixed = 0;
    fc.assert(
      fc.property(beside, beside, fc.constantFrom(...Object.keys(literals)), (before, after, kind) => {
        const text = `${before} ${live} ${after}`;
        const code = `var value = ${literals[kind]!(text)};`;
        expect(valueOf(code, {})).toBe(text);
        const output = fix(code, "text.cjs");
        if (output !== code) fixed++;
        expect(valueOf(output, { STRIPE_SECRET_KEY: live })).toBe(text);
      }),
      { numRuns: 150, seed: 4 },
    );
    expect(fixed).toBeGreaterThan(50);
  });
});
