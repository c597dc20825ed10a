import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../support/plugin.js";
import { load, typeErrors } from "../support/run.js";

const RULE = "secret-handling/no-math-random-for-tokens";

function fixed(code: string, filename: string): { output: string; left: number } {
  const config = [{ files: ["**/*.{js,mjs,cjs,ts,mts}"], languageOptions: { parser }, plugins: { "secret-handling": plugin }, rules: { [RULE]: "error" } }] as Linter.Config[];
  const linter = new Linter();
  const { output, messages } = linter.verifyAndFix(code, config, { filename });
  expect(linter.verifyAndFix(output, config, { filename }).output).toBe(output);
  return { output, left: messages.length };
}

const DRAWS = 10_000;
/** Makes 10,000 values before and after the fix. */
async function draws(body: string, kind: "node" | "web"): Promise<{ before: unknown[]; after: unknown[]; output: string }> {
  const code = `${kind === "node" ? 'import "node:fs";\n' : ""}${body}`;
  const { output, left } = fixed(code, "file.mjs");
  expect(output).not.toBe(code);
  expect(left).toBe(0);
  expect(output).toContain(kind === "node" ? "node:crypto" : "crypto.");
  const [old, made] = await Promise.all([load(code), load(output)]);
  const take = (module: Record<string, unknown>): unknown[] => Array.from({ length: DRAWS }, module.make as () => unknown);
  return { before: take(old), after: take(made), output };
}

const integers: [body: string, low: number, high: number][] = [
  ["export const make = () => { const otp = Math.floor(Math.random() * 6); return otp; };", 0, 5],
  ["export const make = () => { const otp = ~~(Math.random() * 6); return otp; };", 0, 5],
  ["export const make = () => { const otp = Math.random() * 6 | 0; return otp; };", 0, 5],
  ["export const make = () => { const otp = Math.round(Math.random() * 6); return otp; };", 0, 6],
  ["export const make = () => { const otp = Math.ceil(Math.random() * 6); return otp; };", 1, 6],
  ["export const make = () => { const otp = Math.floor(10 + Math.random() * 90); return otp; };", 10, 99],
  ["export const make = () => { const otp = Math.floor(Math.random() * 90) + 10; return otp; };", 10, 99],
  ["export const make = () => { const otp = Math.floor(Math.random() * (99 - 10 + 1)) + 10; return otp; };", 10, 99],
  ["const min = 10, max = 99; export const make = () => { const otp = Math.floor(Math.random() * (max - min + 1)) + min; return otp; };", 10, 99],
  ["const min = 10, max = 99; export const make = () => { const otp = Math.floor(Math.random() * (max - min)) + min; return otp; };", 10, 98],
  ["export const make = () => { const otp = Math.floor(Math.random() * 1); return otp; };", 0, 0],
];

it.each([
  ["Array", "toString(36).slice(2)"],
  ["String", "toString().slice(2, 8)"],
])("nothing calls what the file itself names %s", (name, method) => {
  const code = `import { ${name} } from "runtypes";\nimport "node:fs";\nexport const type = ${name};\nexport const otp = Math.random().${method};\n`;
  expect(fixed(code, "file.mjs").output).toBe(code);
});

describe.each(["node", "web"] as const)("%s replacements, 10,000 draws", (kind) => {
  it.each(integers)("%s", async (body, low, high) => {
    const { after } = await draws(body, kind);
    const values = after as number[];
    expect(values.every(Number.isInteger)).toBe(true);
    expect([Math.min(...values), Math.max(...values)]).toEqual([low, high]);
    expect(new Set(values).size).toBe(high - low + 1);
  });

  it.each([
    [2 ** 31, "2147483648"],
    [2 ** 32, "4294967296"],
    [2 ** 40, "1099511627776"],
    [2 ** 48 - 1, "281474976710655"],
  ])("spreads over %d values", async (bound, text) => {
    const { after } = await draws(`export const make = () => { const otp = Math.floor(Math.random() * ${text}); return otp; };`, kind);
    const values = after as number[];
    expect(values.every((value) => Number.isSafeInteger(value) && value >= 0 && value < bound)).toBe(true);
    const mean = values.reduce((sum, value) => sum + value / DRAWS, 0) / bound;
    expect(mean).toBeGreaterThan(0.48);
    expect(mean).toBeLessThan(0.52);
    expect(Math.max(...values)).toBeGreaterThan(bound * 0.99);
  });

  it.each([
    ["Math.random().toString(36).slice(2)", /^[0-9a-z]{13}$/, 36],
    ["Math.random().toString(36).substring(2, 15)", /^[0-9a-z]{13}$/, 36],
    ["Math.random().toString(36).substr(2, 9)", /^[0-9a-z]{9}$/, 36],
    ["Math.random().toString(36).slice(-8)", /^[0-9a-z]{8}$/, 36],
    ["(Math.random().toString(36).substring(2, 15) + Math.random().toString(36).substring(2, 15))", /^[0-9a-z]{26}$/, 36],
    ["Math.random().toString(16).slice(2, 10)", /^[0-9a-f]{8}$/, 16],
    ["Math.random().toString(16).slice(2)", /^[0-9a-f]{13}$/, 16],
    ["Math.random().toString().slice(2, 8)", /^[0-9]{6}$/, 10],
    ["Math.random().toFixed(6).substring(2)", /^[0-9]{6}$/, 10],
    ["Math.random().toString(2).slice(2, 34)", /^[01]{32}$/, 2],
  ])("keeps alphabet and length of %s", async (expression, pattern, size) => {
    const { after } = await draws(`export const make = () => { const token = ${expression}; return token; };`, kind);
    const values = after as string[];
    expect(values.filter((value) => !pattern.test(value))).toEqual([]);
    expect(new Set(values.join("")).size).toBe(size);
    expect(isUniform(values.join(""), size)).toBe(true);
  });

  it("picks every character of a charset, and no other", async () => {
    const body = 'const chars = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; export const make = () => { let password = ""; for (let i = 0; i < 8; i++) password += chars.charAt(Math.floor(Math.random() * chars.length)); return password; };';
    const { after } = await draws(body, kind);
    expect((after as string[]).every((value) => /^[A-HJ-NP-Z2-9]{8}$/.test(value))).toBe(true);
    expect(isUniform((after as string[]).join(""), 32)).toBe(true);
  });

  it("makes random UUIDs", async () => {
    const body = 'export const make = () => { const token = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (c) => { const r = Math.random() * 16 | 0; return (c === "x" ? r : (r & 0x3) | 0x8).toString(16); }); return token; };';
    const { before, after } = await draws(body, kind);
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect([...before, ...after].every((value) => uuid.test(value as string))).toBe(true);
    expect(new Set(after).size).toBe(DRAWS);
  });
});

/** Chi-square over the characters: five standard deviations above its mean at most. */
function isUniform(text: string, size: number): boolean {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  const mean = text.length / size;
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
  return chi < size - 1 + 5 * Math.sqrt(2 * (size - 1)) + 5;
}

describe("digests", () => {
  it.each([["md5", 32], ["sha1", 40], ["sha256", 64], ["sha512", 128]])("%s of random and time keeps its length", async (algorithm, length) => {
    const body = `import { createHash } from "node:crypto";\nexport const make = () => { const token = createHash("${algorithm}").update(Date.now() + "" + Math.random()).digest("hex"); return token; };`;
    const { after } = await draws(body, "node");
    expect((after as string[]).every((value) => value.length === length && /^[0-9a-f]+$/.test(value))).toBe(true);
  });
});

describe("what stands beside the random part", () => {
  it("is no second random part: a time or an id stays", () => {
    const code = 'import { createHash } from "node:crypto";\nexport const make = (user) => { const token = Math.random().toString(36).slice(2) + user.id().toString(36); return token; };\n';
    const { output } = fixed(code, "file.mjs");
    expect(output).toContain('Array.from({ length: 13 }, () => randomInt(36).toString(36)).join("") + user.id().toString(36)');
  });

  it("a digest of random and time alone is drawn whole", () => {
    const code = 'import { createHash } from "node:crypto";\nexport const make = () => { const token = createHash("md5").update(Math.random().toString() + Date.now()).digest("hex"); return token; };\n';
    expect(fixed(code, "file.mjs").output).toContain('const token = randomBytes(16).toString("hex");');
  });

  it.each([[2, 52], [10, 16], [16, 13], [36, 13]])("characters of radix %i keep the 52 bits: %i of them", async (radix, length) => {
    const code = `const token = Math.random().toString(${radix}).slice(2);\n`;
    const value = await load(`${fixed(code, "file.mjs").output}export { token };\n`);
    expect(String(value["token"])).toHaveLength(length);
  });
});

describe("the plain snippet alone", () => {
  it.each(["file.js", "file.mjs", "file.cjs", "file.ts"])("is found and fixed in %s, and runs", async (filename) => {
    const { output, left } = fixed("const token = Math.random().toString(36).slice(2);\n", filename);
    expect(left).toBe(0);
    const value = await load(`${output}export { token };\n`);
    expect(value.token).toMatch(/^[0-9a-z]{13}$/);
  });
});

describe("bounds that are not proven", () => {
  it("any literal bound either gives the same range or no fix", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 47 }), fc.integer({ min: -1000, max: 1000 }), (size, low) => {
        const { output } = fixed(`import "node:fs";\nconst otp = Math.floor(Math.random() * ${size}) + ${low < 0 ? `(${low})` : low};`, "file.mjs");
        expect(output).toContain(low === 0 && !output.includes("0, ") ? `randomInt(${size})` : `randomInt(${low}, ${low + size})`);
      }),
      { numRuns: 30 },
    );
  });
  it.each(["0", "0.5", "2 ** 48", "n", "-4", "1e400"])("Math.random() * %s gets no fix", (bound) => {
    const code = `import "node:fs";\nexport const make = (n) => { const otp = Math.floor(Math.random() * ${bound}); return otp; };`;
    expect(fixed(code, "file.mjs").output).toBe(code);
  });
});

it("output gains no error under a strict TypeScript check", { timeout: 60_000 }, () => {
  const body = [
    "export const otp = Math.floor(Math.random() * 6);",
    "export const resetCode = Math.floor(100000 + Math.random() * 900000);",
    "export const bigOtp = Math.floor(Math.random() * 10000000000);",
    'const chars = "ABCDEF";',
    "export function generatePassword(): string {",
    '  let result = "";',
    "  for (let i = 0; i < 8; i++) result += chars.charAt(Math.floor(Math.random() * chars.length));",
    "  return result;",
    "}",
    "export const token: string = Math.random().toString(36).slice(2);",
    "export const secret: string = Math.random().toString(16).slice(2, 10);",
    "export const pin: string = Math.random().toString().slice(2, 6);",
    'export const resetToken: string = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (c) => { const r = (Math.random() * 16) | 0; return (c === "x" ? r : (r & 0x3) | 0x8).toString(16); });',
    "",
  ].join("\n");
  for (const code of [body, `import { readFileSync } from "node:fs";\nexport { readFileSync };\n${body}`]) {
    const { output } = fixed(code, "file.mts");
    expect(output).not.toContain("Math.random");
    expect(typeErrors(output)).toEqual(typeErrors(code));
  }
});

/** The code after a suggestion of its only finding, which says so much. */
function suggested(code: string, title: RegExp, filename = "file.mjs"): string {
  const config = [{ files: ["**/*.{js,mjs,cjs,ts,mts}"], languageOptions: { parser }, plugins: { "secret-handling": plugin }, rules: { [RULE]: "error" } }] as Linter.Config[];
  const [message, ...others] = new Linter().verify(code, config, { filename });
  expect([message?.fix, others]).toEqual([undefined, []]);
  const { range, text } = message!.suggestions!.find(({ desc }) => title.test(desc))!.fix;
  return code.slice(0, range[0]) + text + code.slice(range[1]);
}

describe.each(["node", "web"])("suggestions, %s", (kind) => {
  const module = (body: string): string => `${kind === "node" ? 'import "node:fs";\n' : ""}${body}\n`;
  const made = async (code: string, title: RegExp): Promise<unknown[]> => {
    const output = suggested(module(code), title);
    expect(output).toContain(kind === "node" ? "node:crypto" : "crypto.");
    expect(fixed(output, "file.mjs").output).toBe(output);
    const { make } = (await load(output)) as { make(): unknown };
    return Array.from({ length: DRAWS }, make);
  };

  it("a fraction has its range and all its bits", async () => {
    const values = (await made("export const make = () => { const token = Math.random(); return token; };", /same range/)) as number[];
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(new Set(values).size).toBe(DRAWS);
    expect(values.some((value) => !Number.isInteger(value * 2 ** 52))).toBe(true);
    expect(isUniform(values.map((value) => "0123456789"[Math.floor(value * 10)]).join(""), 10)).toBe(true);
  });

  it.each([
    ["a template", "`s_${Math.random()}`"],
    ["a concatenation", '"s_" + Math.random()'],
  ])("a part of %s becomes a token", async (_, text) => {
    const values = await made(`export const make = () => { const sessionToken = ${text}; return sessionToken; };`, /256 bits/);
    expect(values.every((value) => /^s_[\w-]{43,64}$/.test(value as string))).toBe(true);
  });

  it("the sum of a time and a fraction becomes a UUID", async () => {
    const values = await made("export const make = () => { const sessionToken = Date.now() + Math.random(); return sessionToken; };", /UUID/);
    expect(values.every((value) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(value as string))).toBe(true);
  });

  it.each([
    ["sort", 'export const make = () => { const password = "abcd".split("").sort(() => Math.random() - 0.5).join(""); return password; };'],
    ["sort, in place", 'export const make = () => { const chars = "abcd".split(""); chars.sort(() => 0.5 - Math.random()); const password = chars.join(""); return password; };'],
    ["toSorted", 'const chars = ["a", "b", "c", "d"]; export const make = () => { const password = chars.toSorted(() => Math.random() - 0.5).join(""); return password; };'],
  ])("every order of a list is as likely as any other: %s", async (_, code) => {
    const values = (await made(code, /Fisher-Yates/)) as string[];
    const orders = [...new Set(values)];
    expect(orders.length).toBe(24);
    expect(values.every((value) => [...value].sort().join("") === "abcd")).toBe(true);
    expect(isUniform(values.map((value) => String.fromCharCode(97 + orders.indexOf(value))).join(""), 24)).toBe(true);
  });

  it("a swap in a shuffle of a password", async () => {
    const code = 'export const make = () => { const chars = "abcd".split(""); for (let i = chars.length - 1; i > 0; i--) { const j = Math.floor(Math.random() * (i + 1)); [chars[i], chars[j]] = [chars[j], chars[i]]; } const password = chars.join(""); return password; };';
    const values = (await made(code, /same range/)) as string[];
    expect(new Set(values).size).toBe(24);
  });
});

describe("a UUID in TypeScript, whose own type takes no other string", () => {
  const UUID = "'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (c) => { const r = Math.random() * 16 | 0, v = c === 'x' ? r : (r & 0x3 | 0x8); return v.toString(16); })";

  it.each([
    [`let sessionId = ${UUID};\nsessionId = "none";\nexport { sessionId };`, "randomUUID() as string;"],
    [`export const state = { sessionId: ${UUID} };\nstate.sessionId = "none";`, "randomUUID() as string }"],
    [`export class State { sessionId = ${UUID}; reset() { this.sessionId = "none"; } }`, "randomUUID() as string;"],
    [`const makeSessionId = () => ${UUID};\nlet id = makeSessionId();\nid = "none";\nexport { id };`, "randomUUID() as string;"],
    [`export const read = (sessionId = ${UUID}) => sessionId;\nread("none");`, "randomUUID() as string)"],
    [`const sessionId = ${UUID};\nexport const has = (id: string) => new Set([sessionId]).has(id);`, "randomUUID() as string;"],
    [`export const sessionId: string = ${UUID};`, "randomUUID();"],
    [`export function makeSessionId(): string { return ${UUID}; }`, "randomUUID();"],
    [`export const sessionId = \`s-\${${UUID}}\`;`, "randomUUID()}`;"],
    [`export const sessionId = ${UUID}.replaceAll("-", "");`, 'randomUUID().replaceAll("-", "")'],
  ])("%s compiles as %s", (body, after) => {
    for (const head of ['import "node:fs";\n', ""]) {
      const code = `${head}${body}\n`;
      const { output, left } = fixed(code, "file.mts");
      expect([left, output.includes(after)]).toEqual([0, true]);
      const options = { lib: ["lib.es2022.d.ts", "lib.dom.d.ts"] };
      expect(typeErrors(code, "module.mts", options)).toEqual([]);
      expect(typeErrors(output, "module.mts", options)).toEqual([]);
    }
  });
});

// With the package itself.
describe("lodash", () => {
  const head = 'import _ from "lodash";\nimport "node:fs";\n';
  const shape = async (output: string): Promise<string[]> => Array.from({ length: 500 }, (await load(output)).make as () => string);

  it.each([
    ["_.random(1, 6)", "randomInt(1, 7)", [1, 2, 3, 4, 5, 6]],
    ["_.random(3)", "randomInt(4)", [0, 1, 2, 3]],
    ["_.random()", "randomInt(2)", [0, 1]],
    ["_.random(-2, 2)", "randomInt(-2, 3)", [-2, -1, 0, 1, 2]],
    ["_.random(7, 7)", "randomInt(7, 8)", [7]],
  ])("%s and its fix give the same numbers", async (call, after, numbers) => {
    const code = `${head}export const make = () => { const otp = ${call}; return otp; };\n`;
    const { output, left } = fixed(code, "file.mjs");
    expect([left, output.includes(`otp = ${after};`), output.includes("lodash")]).toEqual([0, true, false]);
    for (const program of [code, output]) expect([...new Set(await shape(program))].map(Number).sort((a, b) => a - b)).toEqual(numbers);
  });

  it("random of a method package, in CommonJS", async () => {
    const code = 'const random = require("lodash/random");\nexports.make = () => { const otp = random(1, 6); return otp; };\n';
    const { output } = fixed(code, "file.cjs");
    expect(output).toContain("randomInt(1, 7)");
    const values = Array.from({ length: 500 }, (await load(output, "file.cjs")).make as () => number);
    expect([...new Set(values)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  // Ends that lodash exchanges, fractions, and what only the run shows.
  it.each(["_.random(6, 1)", "_.random(1, 6, true)", "_.random(1.5, 6)", "_.random(5, true)", "_.random(n)", "_.random(1, ...n)"])("%s has no fix", (call) => {
    const code = `${head}export const make = (n) => { const otp = ${call}; return otp; };\n`;
    expect(fixed(code, "file.mjs").output).toBe(code);
  });

  it("sample of a constant string", async () => {
    const { output, left } = fixed(`${head}export const make = () => { const password = _.times(8, () => _.sample("abcd")).join(""); return password; };\n`, "file.mjs");
    expect([left, output.includes('"abcd"[randomInt("abcd".length)]')]).toEqual([0, true]);
    const values = await shape(output);
    expect(values.every((value) => /^[a-d]{8}$/.test(value))).toBe(true);
    expect(new Set(values).size).toBeGreaterThan(400);
  });

  it.each([
    ["sample of a parameter", 'const pool = ["a", "b", "c", "d"];\nconst pick = (list) => { let password = ""; for (let i = 0; i < 8; i++) password += _.sample(list); return password; };\nexport const make = () => pick(pool);\n', /same range/, /^[a-d]{8}$/],
    ["sampleSize", 'export const make = () => { const password = _.sampleSize("abcdefgh", 4).join(""); return password; };\n', /Fisher-Yates/, /^(?!.*(.).*\1)[a-h]{4}$/],
    ["shuffle", 'const pool = ["a", "b", "c", "d"];\nexport const make = () => { const password = _.shuffle(pool).join(""); return password; };\n', /Fisher-Yates/, /^(?!.*(.).*\1)[a-d]{4}$/],
  ])("%s: a suggestion", async (_, code, title, form) => {
    const values = await shape(suggested(head + code, title));
    expect(values.every((value) => form.test(value))).toBe(true);
    expect(new Set(values).size).toBeGreaterThan(10);
  });
});

describe("packages", () => {
  it.each([
    ["file.mjs", 'import { nanoid } from "nanoid/non-secure";\nimport "node:fs";\nexport const token = nanoid();\n', 'from "nanoid";'],
    ["file.cjs", 'const { nanoid } = require("nanoid/non-secure");\nexports.sessionToken = nanoid();\n', 'require("nanoid");'],
    ["file.cjs", "const id = require('nanoid/non-secure');\nexports.sessionToken = id.nanoid(10);\n", "require('nanoid');"],
  ])("nanoid/non-secure becomes nanoid in %s: %s", (filename, code, loads) => {
    const { output, left } = fixed(code, filename);
    expect([left, output]).toEqual([0, code.replace(/(?:from |require\().nanoid\/non-secure.\)?;/, loads)]);
  });

  it("v1 of uuid is suggested to become v4", () => {
    expect(suggested('import { v1 } from "uuid";\nimport "node:fs";\nexport const resetToken = v1();\n', /v4/)).toMatch(/^import \{ v4 \} from "uuid";\nimport "node:fs";\nexport const resetToken = v4\(\);\n$/);
    expect(suggested('const uuid = require("uuid/v1");\nexports.resetToken = uuid();\n', /v4/, "file.cjs")).toContain('require("uuid/v4");');
  });
});

describe("pseudoRandomBytes", () => {
  it.each([
    ["a member", 'import crypto from "node:crypto";\nexport const make = (n) => { const token = crypto.pseudoRandomBytes(n); return token; };\n'],
    ["a member, in CommonJS", 'const crypto = require("crypto");\nexports.make = (n) => { const token = crypto.pseudoRandomBytes(n); return token; };\n'],
    ["an import", 'const { pseudoRandomBytes } = require("crypto");\nexports.make = (n) => { const token = pseudoRandomBytes(n); return token; };\n'],
  ])("of %s becomes randomBytes of as many bytes, for every number and error", async (_name, code) => {
    const filename = code.startsWith("import") ? "file.mjs" : "file.cjs";
    const { output, left } = fixed(code, filename);
    expect(left).toBe(0);
    expect(output).not.toContain("pseudo");
    const [before, after] = (await Promise.all([load(code, filename), load(output, filename)])) as { make(n: unknown): Buffer }[];
    for (const n of [0, 1, 16, 65_537]) expect([before!.make(n).length, after!.make(n).length]).toEqual([n, n]);
    for (const wrong of [-1, 2 ** 32, "16", undefined, null]) for (const program of [before, after]) expect(() => program!.make(wrong)).toThrow();
  });
});
