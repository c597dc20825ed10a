import { createHash } from "node:crypto";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../support/plugin.js";
import { load, typeErrors } from "../support/run.js";

const RULE = "secret-handling/no-fast-hash-password";

function fix(text: string, filename: string): { output: string; left: string[] } {
  const config: Linter.Config[] = [
    {
      files: ["**/*.{js,mjs,cjs,ts,mts}"],
      plugins: { "secret-handling": plugin },
      rules: { [RULE]: "error" },
      languageOptions: { sourceType: filename.endsWith(".cjs") ? "commonjs" : "module", ...(/\.m?ts$/.test(filename) ? { parser } : {}) },
    },
  ];
  const { output, messages } = new Linter().verifyAndFix(text, config, { filename });
  expect(new Linter().verifyAndFix(output, config, { filename }).output).toBe(output);
  return { output, left: messages.map((message) => message.message) };
}

const body = (hash: (password: string) => string, async: boolean): string => {
  const word = async ? "async " : "";
  return `
export const users = new Map();
export ${word}function register(email, password) {
  users.set(email, { email, passwordHash: ${hash("password")} });
}
export ${word}function login(email, password) {
  const user = users.get(email);
  if (!user) return false;
  return ${hash("password")} === user.passwordHash;
}
`;
};

const chain = (password: string): string => `createHash("sha256").update(${password}).digest("hex")`;
const old = createHash("sha256").update("correct horse").digest("hex");

interface App {
  users: Map<string, { email: string; passwordHash: unknown }>;
  register(email: string, password: string): unknown;
  login(email: unknown, password: unknown): unknown;
}

/** What the program promises, before and after the fix. */
async function contract(app: App): Promise<void> {
  await app.register("new@example.com", "battery staple");
  expect(await app.login("new@example.com", "battery staple")).toBe(true);
  expect(await app.login("new@example.com", "wrong")).toBe(false);
  expect(await app.login("nobody@example.com", "battery staple")).toBe(false);
  app.users.set("old@example.com", { email: "old@example.com", passwordHash: old });
  expect(await app.login("old@example.com", "correct horse")).toBe(true);
  expect(await app.login("old@example.com", "battery staple")).toBe(false);
  for (const malformed of ["", "scrypt$", "scrypt$131072$8$1$$", old.slice(1), undefined, null, 7]) {
    app.users.set("broken@example.com", { email: "broken@example.com", passwordHash: malformed });
    expect(await app.login("broken@example.com", "correct horse")).toBe(false);
  }
}

const imported = 'import { createHash } from "node:crypto";\n';
const wrapper = `function hashPassword(password) {\n  return ${chain("password")};\n}\n`;

describe("register, log in, log in with an old hash, wrong password, malformed hash", () => {
  it.each([
    ["awaited", "app.mjs", imported + body(chain, true)],
    ["synchronous", "app.mjs", imported + body(chain, false)],
    ["behind a local function", "app.mjs", imported + wrapper + body((password) => `hashPassword(${password})`, true)],
    ["behind a local function that is not told what it hashes", "app.mjs", `${imported}const digest = (text) => ${chain("text")};\n${body((password) => `digest(${password})`, false)}`],
    ["in CommonJS", "app.cjs", `const { createHash } = require("node:crypto");\n${body(chain, true).replaceAll(/^export (?=const|async)/gm, "")}\nmodule.exports = { users, register, login };\n`],
  ])("%s", { timeout: 120_000 }, async (_name, filename, text) => {
    await contract(exportsOf(await load(text, filename)));
    const { output, left } = fix(text, filename);
    expect(left).toEqual([]);
    expect(output).not.toMatch(/digest\("hex"\) ===|\) === user/);
    const app = exportsOf(await load(output, filename));
    await contract(app);
    expect(app.users.get("new@example.com")?.passwordHash).toMatch(/^scrypt\$131072\$8\$1\$/);
  });
});

const exportsOf = (loaded: Record<string, unknown>): App => ("default" in loaded ? loaded.default : loaded) as App;

describe("a constant that is compared", () => {
  it("is inlined as the old digest", () => {
    const { output, left } = fix(
      `${imported}export async function check(user, password) {\n  const hash = ${chain("password")};\n  if (hash !== user.hash) throw new Error("wrong");\n}\n`,
      "a.mjs",
    );
    expect(left).toEqual([]);
    expect(output).toContain(`export async function check(user, password) {\n  if (!(await verifyPassword(password, user.hash, (password) => ${chain("password")}))) throw new Error("wrong");\n}\n`);
  });
});

describe("a module that exports both halves", () => {
  it("verifies and hashes with scrypt, and accepts the old digest", { timeout: 120_000 }, async () => {
    const text = `${imported}export function hashPassword(password) {\n  return ${chain("password")};\n}\nexport function verifyPassword(password, hash) {\n  return hashPassword(password) === hash;\n}\n`;
    const { output, left } = fix(text, "passwords.mjs");
    expect(left).toEqual([]);
    const { hashPassword, verifyPassword } = (await load(output, "passwords.mjs")) as { hashPassword(password: string): string; verifyPassword(password: unknown, hash: unknown): boolean };
    const stored = hashPassword("battery staple");
    expect(stored).toMatch(/^scrypt\$/);
    expect([verifyPassword("battery staple", stored), verifyPassword("wrong", stored)]).toEqual([true, false]);
    expect([verifyPassword("correct horse", old), verifyPassword("wrong", old), verifyPassword(undefined, undefined)]).toEqual([true, false, false]);
  });
});

describe("a log-in with an old hash", () => {
  const guard = "  if (!user || DIGEST !== user.passwordHash) return undefined;\n  return user;\n";
  const constant = "  const digest = DIGEST;\n  if (digest !== user.passwordHash) {\n    throw new Error();\n  }\n  return user;\n";
  const block = "  if (user && DIGEST === user.passwordHash) {\n    return user;\n  }\n  return undefined;\n";
  const login = (decision: string): string => `${imported}export async function create(user, name) {\n  user.name = name;\n  await user.save();\n}\nexport async function login(user, password) {\n${decision.replace("DIGEST", chain("password"))}}\n`;
  const rehash = (text: string): Linter.LintSuggestion | undefined => {
    const config: Linter.Config = { files: ["**/*.mjs"], plugins: { "secret-handling": plugin }, rules: { [RULE]: "error" } };
    return new Linter().verify(text, config, { filename: "a.mjs" })[0]?.suggestions?.find(({ messageId }) => messageId === "rehashAtLogin");
  };

  it.each([["a guard", guard], ["a constant and a guard", constant], ["a block", block]])("is suggested to store a new one, in %s", { timeout: 120_000 }, async (_, decision) => {
    const text = login(decision);
    const { range, text: replacement } = rehash(text)!.fix;
    const output = text.slice(0, range[0]) + replacement + text.slice(range[1]);
    expect(fix(output, "a.mjs")).toEqual({ output, left: [] });
    const app = (await load(output, "a.mjs")) as unknown as { login(user: unknown, password: string): Promise<unknown> };
    let saved = 0;
    const user = { passwordHash: old, save: async () => void saved++ };
    const isWrong = await app.login(user, "wrong").then((result) => result === undefined, () => true);
    expect([isWrong, user.passwordHash, saved]).toEqual([true, old, 0]);
    expect(await app.login(user, "correct horse")).toBe(user);
    expect(user.passwordHash).toMatch(/^scrypt\$131072\$8\$1\$/);
    const stored = user.passwordHash;
    expect(await app.login(user, "correct horse")).toBe(user);
    expect([user.passwordHash, saved]).toEqual([stored, 1]);
  });

  it.each([
    ["the file does not show how a record is stored", login(guard).replace("await user.save();", "")],
    ["the function does not wait", login(guard).replace("async function login", "function login")],
    ["no condition decides", login(`  return DIGEST === user.passwordHash;\n`)],
    ["the guard goes on", login("  if (DIGEST !== user.passwordHash) user.failures++;\n  return user;\n")],
    ["something else lets the user in", login("  if (user.admin || DIGEST === user.passwordHash) {\n    return user;\n  }\n")],
  ])("is left alone where %s", (_, text) => {
    expect(rehash(text)).toBeUndefined();
  });
});

describe("a plain snippet alone in a file", () => {
  it.each(["plain.js", "plain.mjs", "plain.cjs", "plain.ts"])("is fixed in %s", (filename) => {
    const { output, left } = fix('const hash = crypto.createHash("sha256").update(password).digest("hex");\n', filename);
    expect(left).toEqual([]);
    expect(output).toMatch(/const hash = hashPassword\(password\);\n$/);
  });
});

describe("TypeScript", () => {
  it("gains no error", { timeout: 120_000 }, () => {
    const text = `import { createHash } from "node:crypto";
interface User {
  password: string | null;
}
const hashed = (password: string): string => createHash("sha256").update(password).digest("hex");
export async function login(user: User, password: string): Promise<boolean> {
  if (hashed(password) !== user.password) return false;
  return true;
}
export function loginNow(user: User | undefined, body: { password: string }): boolean {
  return user !== undefined && createHash("md5").update(body.password + "pepper").digest("hex") === user.password;
}
export async function change(user: User, password: string): Promise<void> {
  user.password = hashed(password);
}
`;
    expect(typeErrors(text)).toEqual([]);
    const { output, left } = fix(text, "module.mts");
    expect(left).toEqual([]);
    expect(typeErrors(output)).toEqual([]);
    expect(output).toContain("user.password = await");
  });

  it("keeps knowing who is there behind a log-in", { timeout: 120_000 }, () => {
    const text = `import { createHash } from "node:crypto";
interface User { id: number; password?: string }
declare function find(name: string): User | undefined;
export function login(name: string, password: string): number {
  const user = find(name);
  if (user?.password !== createHash("md5").update(password).digest("hex")) throw new Error("wrong");
  return user.id + user.password.length;
}
export async function loginLater(name: string, password: string): Promise<User | null> {
  const user = find(name);
  return user?.password === createHash("md5").update(password).digest("hex") ? user : null;
}
export function bytes(user: User, password: string | Buffer): boolean {
  return user.password === createHash("md5").update(password).digest("hex");
}
`;
    expect(typeErrors(text)).toEqual([]);
    const { output } = fix(text, "module.mts");
    expect(typeErrors(output)).toEqual([]);
    expect(output).toContain('if (typeof user?.password !== "string" || !verifyPassword(password, user?.password, ');
    expect(output).toContain('return typeof user?.password === "string" && await verify');
    expect(output).toContain('return user.password === createHash("md5").update(password)');
  });
});

describe("a password that is made a text", () => {
  it.each([
    ["String(given)", 1234, "1234"],
    ["given.toString().trim()", " letmein ", "letmein"],
    ['(given ?? "").toLowerCase()', "LetMeIn", "letmein"],
    ["`${given}`", 1234, "1234"],
    ['given + ""', 1234, "1234"],
  ])("is the same text in the new hash: %s", { timeout: 120_000 }, async (made, typed, text) => {
    const hash = `createHash("md5").update(${made.replaceAll("given", "password")}).digest("hex")`;
    const code = `${imported}export const users = {};\nexport function register(name, password) { users[name] = { password: ${hash} }; users.save?.(); }\nexport const change = (user, password) => { user.password = ${hash}; };\nexport const login = (user, password) => user.password === ${hash};\n`;
    const { output } = fix(code, "text.mjs");
    const [before, after] = (await Promise.all([load(code), load(output)])) as unknown as { login(user: object, password: unknown): boolean; change(user: object, password: unknown): void }[];
    const old = { password: "" };
    before!.change(old, typed);
    const fresh = { password: "" };
    after!.change(fresh, typed);
    expect(fresh.password).toMatch(/^scrypt\$/);
    for (const user of [old, fresh]) for (const each of [typed, text, "wrong"]) expect(after!.login(user, each), `${String(each)}`).toBe(before!.login(old, each));
  });
});

it("leaves a digest alone that a table or a request of the language holds: no record keeps it", () => {
  for (const held of ["new Map([[DIGEST, 1]])", "new URLSearchParams({ password: DIGEST })", "new Set([DIGEST])", "new LoginError({ password: DIGEST })"]) {
    const code = `${imported}export const held = (password) => ${held.replace("DIGEST", chain("password"))};\n`;
    expect(fix(code, "held.mjs").output).toBe(code);
  }
  expect(fix(`${imported}export const user = (password) => new User({ password: ${chain("password")} });\n`, "held.mjs").output).toContain("new User({ password: hashPassword(password) })");
});

describe("a digest that is written over a variable or a field", () => {
  const program = (name: string, check: string): string => `${imported}export const store = {
  rows: new Map(),
  async query(sql) {
    const [, user, hash] = /'(.*?)'.*'(.*?)'/.exec(sql);
    return this.rows.get(user) === hash ? [{ user }] : [];
  },
};
export async function ${name}(user, password, req = { body: { password } }) {
  ${check}
}
`;

  it.each([
    ["compared", `password = ${chain("password")};\n  return password === store.rows.get(user);`],
    ["compared in another way", `password = ${chain("password")};\n  return validate(user, password);\n  function validate(user, digest) { return store.rows.get(user) === digest; }`],
    ["compared in constant time", `const digest = ${chain("password")};\n  return safeEqual(digest, store.rows.get(user));\n  function safeEqual(a, b) { return a === b; }`],
    ["looked up by a template", `password = ${chain("password")};\n  return (await store.query(\`select * from users where name='\${user}' and password='\${password}'\`)).length > 0;`],
    ["looked up by a sum", `password = ${chain("password")};\n  return (await store.query("select * from users where name='" + user + "' and password='" + password + "'")).length > 0;`],
    ["looked up by a field", `req.body.password = ${chain("req.body.password")};\n  return (await store.query(\`select * from users where name='\${user}' and password='\${req.body.password}'\`)).length > 0;`],
    ["found by the whole record", `req.body.password = ${chain("req.body.password")};\n  return findOne(req.body);\n  function findOne({ password }) { return store.rows.get(user) === password; }`],
    ["found by a copy of the record", `req.body.password = ${chain("req.body.password")};\n  return findOne({ ...req.body });\n  function findOne({ password }) { return store.rows.get(user) === password; }`],
    ["taken out of the record", `req.body.password = ${chain("req.body.password")};\n  const { password: digest } = req.body;\n  return digest === store.rows.get(user);`],
    ["compared in another form", `req.body.password = ${chain("req.body.password")};\n  return req.body.password.toLowerCase() === store.rows.get(user);`],
    ["compared by a field", `req.body.password = ${chain("req.body.password")};\n  return req.body.password === store.rows.get(user);`],
  ])("stays when it is %s, and the log-in works", async (_, check) => {
    const code = program("login", check);
    const { output, left } = fix(code, "login.mjs");
    expect(left).toHaveLength(1);
    expect(output).toBe(code);
    const { store, login } = (await load(output)) as { store: { rows: Map<string, string> }; login(user: string, password: string): Promise<boolean> };
    store.rows.set("kim", old);
    expect([await login("kim", "correct horse"), await login("kim", "wrong")]).toEqual([true, false]);
  });

  it.each([
    ["a record", `const account = { user };\n  account.passwordHash = ${chain("password")};\n  store.rows.set(user, account);`],
    ["the body of a request", `req.body.password = ${chain("req.body.password")};\n  store.rows.set(user, req.body);`],
    ["a statement of SQL", `password = ${chain("password")};\n  await store.query(\`insert into users (name, password) values ('\${user}', '\${password}')\`);`],
    ["a record, by a variable", `let digest;\n  digest = ${chain("password")};\n  store.rows.set(user, Object.assign({}, { password: digest }));`],
  ])("changes when %s keeps it", (_, keep) => {
    expect(fix(program("register", keep), "register.mjs").output).toMatch(/await hashPassword\((?:password|req\.body\.password)\)/);
  });

  it("stays where its class compares it", () => {
    const code = `${imported}export class Account {\n  constructor(password) { this.password = ${chain("password")}; }\n  opens(typed) { return this.password === ${chain("typed")}; }\n}\n`;
    const { output } = fix(code, "account.mjs");
    expect(output).not.toContain("this.password = hashPassword(");
  });

  it("is not stored anew while the same file compares an old one in constant time", () => {
    const code = `${imported}import { safeEqual } from "./safe-equal.js";
export async function change(user, password, next) {
  if (!safeEqual(${chain("decrypt(password)")}, user.passwordHash)) return false;
  user.passwordHash = ${chain("decrypt(next)")};
  return true;
}
`;
    expect(fix(code, "change.mjs").output).toBe(code);
  });
});
