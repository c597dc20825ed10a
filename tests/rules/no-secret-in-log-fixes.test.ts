import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import fc from "fast-check";
import { inspect } from "node:util";
import vm from "node:vm";
import { describe, expect, it } from "vitest";
import plugin from "../support/plugin.js";
import { typeErrors } from "../support/run.js";

const config = (filename: string): Linter.Config[] => [
  { files: ["**/*.{js,ts}"], ...(filename.endsWith(".ts") ? { languageOptions: { parser } } : {}), plugins: { "secret-handling": plugin }, rules: { "secret-handling/no-secret-in-log": "error" } },
];
const fix = (code: string, filename = "file.js"): string => new Linter().verifyAndFix(code, config(filename), { filename }).output;

/** What a script logs, call by call. */
function logged(code: string, globals: object): unknown[][] {
  const calls: unknown[][] = [];
  const log = (...args: unknown[]): void => void calls.push(args);
  vm.runInNewContext(code, { console: { log, warn: log, error: log }, logger: { info: log }, JSON, ...globals });
  return calls;
}

const SHAPES = [
  `console.log(password);`,
  `console.log("password", password, 1);`,
  "console.log(`a ${password} b ${id}`);",
  "console.log(`${password}${apiKey}`);",
  `console.log("p=" + password + ", id=" + id);`,
  `console.log({ password, id });`,
  `console.log({ deep: { key: apiKey, list: [password, id] } });`,
  `console.log("%s by %s", password, id);`,
  `console.log(JSON.stringify({ password, id }));`,
  `console.log("p", password || "none");`,
  `console.log("p", id ? password : "none");`,
  `logger.info("both", password, apiKey);`,
  `console.log("p", process.env.API_KEY);`,
  `if (id) console.warn(password)\nelse console.error(apiKey)`,
];

describe("the fixes of no-secret-in-log, executed", () => {
  it.each(SHAPES)("%s keeps the number of arguments, the other values, and loses the secret", (code) => {
    const output = fix(code);
    expect(output).not.toBe(code);
    expect(fix(output)).toBe(output);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{12,20}$/), (secret) => {
        const globals = { password: `p-${secret}`, apiKey: `k-${secret}`, id: 7, process: { env: { API_KEY: `e-${secret}` } } };
        const before = logged(code, globals);
        const after = logged(output, globals);
        expect(inspect(before, { depth: 9 })).toContain(secret);
        expect(inspect(after, { depth: 9 })).not.toContain(secret);
        expect(inspect(after, { depth: 9 })).toContain("[REDACTED]");
        expect(after.map((args) => args.length)).toEqual(before.map((args) => args.length));
      }),
      { numRuns: 25 },
    );
  });

  it.each([undefined, null, "", 0, 123456, [], Symbol.iterator])("runs with %s as the secret", (password) => {
    for (const code of SHAPES) {
      if (typeof password === "symbol" && /\$\{|\+/.test(code)) continue;
      expect(() => logged(fix(code), { password, apiKey: password, id: 7, process: { env: {} } })).not.toThrow();
    }
  });

  it("keeps comments and a file without secrets as they are", () => {
    const code = "// why\nconsole.log(/* which */ password, 1); // after\n";
    expect(fix(code)).toBe('// why\nconsole.log(/* which */ "[REDACTED]", 1); // after\n');
    expect(fix("console.log(1);\n")).toBe("console.log(1);\n");
  });

  it("gains no error under strict TypeScript with noUnusedLocals and noUnusedParameters", () => {
    const code = [
      "interface Log { info(message: string, data?: object): void }",
      "export function a(log: Log, password: string, accessToken?: string): number {",
      "  log.info(`p ${password}`, { password, accessToken });",
      "  console.log(password, accessToken ?? 'none');",
      "  console.log('t', accessToken || 'none');",
      "  return password.length + (accessToken?.length ?? 0);",
      "}",
      "export function b(apiKey: string, { otp }: { otp: number }): void {",
      "  console.log('k', apiKey);",
      "  console.log('otp ' + otp);",
      "}",
      "export const c = (clientSecret: string | undefined): string => { console.log(clientSecret!); return clientSecret ?? ''; };",
    ].join("\n");
    const output = fix(code, "file.ts");
    expect(output).toContain("[REDACTED]");
    expect(typeErrors(output)).toEqual(typeErrors(code));
  }, 120_000);
});

const METHODS = [
  `console.log("p", key.toString("hex"), key);`,
  `console.log("p", password.trim().split("-")[1]);`,
  `console.log("p", password?.trim() ?? "none");`,
  "console.log(`p ${password.padEnd(40).concat(password)} ${JSON.stringify(password.normalize())}`);",
  `console.log("p", otp.toFixed(2), 1 + otp, "a" + otp);`,
  `console.log("p", { ...password }, [...password]);`,
  `console.log("p", password.replace("x", () => { id++; return ""; }));`,
];

it("leaves a command line program the password that it made for its user", () => {
  const made = "async function create(password) {\n  if (!password) password = utils.generatePassword();\n  winston.info(`Password: ${password}`);\n  return password;\n}\n";
  expect(fix(made, "src/cli/user.js")).toBe(made);
  expect(fix(made, "src/api/user.js")).toContain("`Password: [REDACTED]`");
  const given = made.replace("utils.generatePassword()", "process.env.PASSWORD");
  expect(fix(given, "src/cli/user.js")).toContain("`Password: [REDACTED]`");
});

describe("what is made of a secret by its own methods", () => {
  const globals = { password: "s-e-c-r-e-t", id: 7, otp: 424242, key: Buffer.from("s-e-c-r-e-t") };
  const typed = (code: string): string => `export function f(password: string, id: number, otp: number, key: Buffer) {\n  ${code}\n  return { password, id, otp, key };\n}\n`;

  it.each(METHODS)("%s: the fix and each suggestion run and compile", (code) => {
    const filename = "file.ts";
    const text = typed(code);
    const suggested = new Linter().verify(text, config(filename), { filename }).flatMap(({ suggestions = [] }) => suggestions.map(({ fix: { range, text: added } }) => text.slice(0, range[0]) + added + text.slice(range[1])));
    for (const output of [fix(text, filename), ...suggested]) {
      expect(typeErrors(output, filename), output).toEqual(typeErrors(text, filename));
      const body = output.split("\n")[1]!;
      expect(() => logged(body, globals), body).not.toThrow();
      expect(body).not.toMatch(/REDACTED\]'?"?\?*\./);
    }
  });

  it("loses the whole chain", () => {
    expect(fix(METHODS[1]!)).toBe(`console.log("p", "[REDACTED]");`);
    expect(fix(METHODS[2]!)).toBe(`console.log("p", password?.trim() ? "[REDACTED]" : "none");`);
  });

  it("keeps a call with effects, what is waited for, and a log call with types", () => {
    const waited = 'export const f = async (accessToken) => { console.log("t", await accessToken); return accessToken; };';
    expect(fix(waited)).toBe(waited);
    expect(fix(METHODS[6]!)).toBe(METHODS[6]);
    const call = "interface Line { password: string & { brand: 1 } }\ndeclare const logger: { info<T>(line: T): void };\nexport const log = (password: Line['password']) => { logger.info<Line>({ password }); return password; };";
    expect(fix(call, "file.ts")).toBe(call);
  });
});

describe("a logger whose types the file shows", () => {
  const HEAD = `
interface Out { info(fields: { token: Token; user: string }, message?: string): void; error: Writer }
type Writer = (message: string, detail: Buffer) => void;
type Token = \`tok_\${string}\`;
function warn(m: string, n?: number) { console.warn(m, n); }
function note(label: string, ...rest: unknown[]): void { console.log(label, ...rest); }
const logKey = (label: string, bytes: Buffer | undefined): void => console.log(label, bytes);
const logUser = (label: string, user: { password: string; id: number }): void => console.log(label, user);
const logMode: (label: string, mode: "a" | "b") => void = (label, mode) => console.log(label, mode);
const logText = (text = "nothing", count = 0): void => console.log(text, count);
const logWriter: Writer = (message, detail) => console.log(message, detail);
export class Log { debug = (m: unknown, n?: "a" | "b"): void => console.debug(m, n); }
const logger = new Log();
export const kept: unknown[] = [warn, note, logKey, logUser, logMode, logText, logWriter, logger];
`;
  const BODIES: [line: string, after: string | undefined][] = [
    ["warn(token);", 'warn("[REDACTED]");'],
    ["warn(`t ${token}`, 1);", "warn(`t [REDACTED]`, 1);"],
    ["note('x', token, apiKeyBytes);", `note('x', "[REDACTED]", "[REDACTED]");`],
    ["logUser('in', { password, id: 1 });", `logUser('in', { password: "[REDACTED]", id: 1 });`],
    ["logText(password);", 'logText("[REDACTED]");'],
    ["logKey('k', secretKey);", undefined],
    ["logMode('m', secretToken);", undefined],
    ["logWriter('w', secretKey);", undefined],
    ["logger.debug('d', secretToken);", undefined],
    ["log.info({ token: accessToken, user: 'u' });", undefined],
    ["log.error('e', secretKey);", undefined],
  ];

  it.each(BODIES)("%s becomes %s, and every edit compiles", (line, after) => {
    const filename = "file.ts";
    const code = `${HEAD}export function f(log: Out, token: string, password: string, secretKey: Buffer, apiKeyBytes: Buffer, secretToken: "a" | "b", accessToken: Token) {\n  ${line}\n  return [log, token, password, secretKey, apiKeyBytes, secretToken, accessToken];\n}\n`;
    const { output } = new Linter().verifyAndFix(code, config(filename), { filename });
    expect(output).toBe(code.replace(line, after ?? line));
    const found = new Linter().verify(code, config(filename), { filename });
    expect(found.length).toBeGreaterThan(0);
    const suggested = found.flatMap(({ suggestions = [] }) => suggestions.map(({ fix: { range, text } }) => code.slice(0, range[0]) + text + code.slice(range[1])));
    for (const text of [code, output, ...suggested]) expect(typeErrors(text, filename), text).toEqual([]);
  });
});

describe("TypeScript beside --fix", () => {
  it.each([
    ["the last read of a private field", 'export class A { private readonly token = "a".repeat(3); log(): void { console.log("x", this.token); } }', undefined],
    ["the last read of a #field", 'export class A { #token = "a".repeat(3); log(): void { console.log("x", this.#token); } }', undefined],
    ["the last read of a parameter of the constructor", 'export class A { constructor(private password: string) {} set(p: string): void { this.password = p; } log(): void { console.log("x", this.password); } }', undefined],
    ["a private field that is read elsewhere", 'export class A { constructor(private password: string) {} log(): number { console.log("x", this.password); return this.password.length; } }', '"[REDACTED]"'],
    ["a field that others read", 'export class A { password = "a".repeat(3); log(): void { console.log("x", this.password); } }', '"[REDACTED]"'],
    ["a default behind two secrets", 'export const log = (token?: string, password?: string) => { console.log("x", token ?? password ?? "none"); return [token, password]; };', '(token ? "[REDACTED]" : password ? "[REDACTED]" : undefined) ?? "none"'],
    ["a default behind a choice", 'export const log = (id: string, token?: string, password?: string) => { console.log("x", (id ? token : password) || "none"); return [token, password]; };', '(id ? token ? "[REDACTED]" : undefined : password ? "[REDACTED]" : undefined) || "none"'],
  ])("gains no error: %s", (_, code, after) => {
    const output = fix(code, "file.ts");
    if (after === undefined) expect(output).toBe(code);
    else expect(output).toContain(after);
    for (const text of [code, output]) expect(typeErrors(text, "file.mts", { erasableSyntaxOnly: false })).toEqual([]);
  });
});
