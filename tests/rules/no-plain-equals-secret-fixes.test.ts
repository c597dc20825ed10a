import * as parser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it, vi } from "vitest";
import { rules } from "../support/plugin.js";
import { load, typeErrors } from "../support/run.js";

// Five million characters and a TypeScript program take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const rule = rules["no-plain-equals-secret"] as unknown as Rule.RuleModule;

function fix(code: string, filename: string): string {
  const typescript = /ts$/.test(filename);
  const config: Linter.Config = {
    files: ["**/*.{js,mjs,cjs,ts,mts}"],
    plugins: { test: { rules: { rule } } },
    rules: { "test/rule": "error" },
    languageOptions: typescript ? { parser } : { sourceType: filename.endsWith(".cjs") ? "commonjs" : "module" },
  };
  const once = new Linter().verifyAndFix(code, config, { filename });
  const twice = new Linter().verifyAndFix(once.output, config, { filename });
  expect(twice.output).toBe(once.output);
  expect(once.messages.filter((message) => message.fatal)).toEqual([]);
  return once.output;
}

const HMAC = `import { createHmac } from "node:crypto";
export const expectedFor = (body) => createHmac("sha256", "k").update(body).digest("hex");
export function check(signature, body) {
  const expected = createHmac("sha256", "k").update(body).digest("hex");
  return signature === expected;
}
export function differs(signature, body) {
  const expected = createHmac("sha256", "k").update(body).digest("hex");
  if (signature !== expected) return true;
  return false;
}
`;

const digest = (await load(HMAC)).expectedFor as (body: string) => string;
const EDGES = [undefined, null, "", 0, Number.NaN, true, [], ["a"], {}, Buffer.from("a"), new Uint8Array(), Symbol("s"), 5n, digest("body"), digest("body").toUpperCase(), digest("body").slice(1), new String(digest("body")), [digest("body")], "é", "\uD800", "\uDFFF", "x".repeat(5_000_000)];

describe("an HMAC against anything", () => {
  it("answers as === did, and never throws", async () => {
    const output = fix(HMAC, "file.mjs");
    expect(output).toContain("safeEqual(signature, expected)");
    expect(output).toContain("!safeEqual(signature, expected)");
    const [before, after] = (await Promise.all([load(HMAC), load(output)])) as Record<string, (signature: unknown, body: string) => boolean>[];
    for (const value of EDGES) {
      expect(after!.check!(value, "body")).toBe(before!.check!(value, "body"));
      expect(after!.differs!(value, "body")).toBe(before!.differs!(value, "body"));
    }
    fc.assert(fc.property(fc.anything(), fc.string({ unit: "binary" }), (value, body) => after!.check!(value, body) === before!.check!(value, body)));
  });
});

describe("two values of unknown type", () => {
  const code = "module.exports.check = (apiKey, storedApiKey) => apiKey === storedApiKey;\n";

  it("stay equal when they are equal strings, and a missing value equals nothing", async () => {
    const output = fix(code, "file.cjs");
    const { check } = (await load(output, "file.cjs")) as { check(a: unknown, b: unknown): boolean };
    for (const a of EDGES) {
      for (const b of EDGES) {
        const wanted = a === b && a !== undefined && a !== null && !["boolean", "symbol"].includes(typeof a) && (typeof a !== "object" || ArrayBuffer.isView(a));
        if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) expect(check(a, b)).toBe(Buffer.compare(a as Uint8Array, b as Uint8Array) === 0);
        else expect(check(a, b)).toBe(wanted);
      }
    }
  });

  it("tell lone surrogates apart, which UTF-8 would not", async () => {
    const { check } = (await load(fix(code, "file.cjs"), "file.cjs")) as { check(a: unknown, b: unknown): boolean };
    expect(check("\uD800", "\uD801")).toBe(false);
    expect(check("\uD800", "\uFFFD")).toBe(false);
    fc.assert(fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => check(a, b) === (a === b)));
  });
});

describe("the plain snippet alone in a file", () => {
  const code = "if (apiKey === storedApiKey) globalThis.opened = true;\n";

  it.each(["file.js", "file.mjs", "file.cjs"])("runs in %s", async (filename) => {
    const output = fix(code, filename);
    expect(output).toContain("safeEqual(");
    const world = globalThis as Record<string, unknown>;
    for (const [given, opened] of [["abc", true], ["abd", undefined]] as const) {
      Object.assign(world, { apiKey: given, storedApiKey: "abc", opened: undefined });
      await load(output, filename === "file.js" ? "plain.mjs" : filename);
      expect(world.opened).toBe(opened);
    }
  });
});

describe("buffers", () => {
  const code = `import { createHmac } from "node:crypto";
export function check(given, body) {
  const expected = createHmac("sha256", "k").update(body).digest();
  const bytes = Buffer.from(given, "hex");
  return expected.equals(bytes);
}
export function differs(given, body) {
  const expected = createHmac("sha256", "k").update(body).digest();
  const bytes = Buffer.from(given, "hex");
  return Buffer.compare(expected, bytes) !== 0;
}
`;

  it("answer as before for every length", async () => {
    const output = fix(code, "file.mjs");
    expect(output).toContain("timingSafeEqual(expected, bytes)");
    const [before, after] = (await Promise.all([load(code), load(output)])) as Record<string, (given: string, body: string) => boolean>[];
    for (const given of ["", "00", digest("body"), digest("body").slice(2), `${digest("body")}00`, "zz"]) {
      expect(after!.check!(given, "body")).toBe(before!.check!(given, "body"));
      expect(after!.differs!(given, "body")).toBe(before!.differs!(given, "body"));
    }
  });
});

describe("buffers that have no name", () => {
  const code = `import { createHmac } from "node:crypto";
export function check(given, body) {
  return createHmac("sha256", "k").update(body).digest().equals(Buffer.from(given, "hex"));
}
`;

  it("answer as before for every length", async () => {
    const output = fix(code, "file.mjs");
    expect(output).toContain('return safeEqual(createHmac("sha256", "k").update(body).digest(), Buffer.from(given, "hex"));');
    const [before, after] = (await Promise.all([load(code), load(output)])) as Record<string, (given: string, body: string) => boolean>[];
    for (const given of ["", "00", digest("body"), digest("body").slice(2), `${digest("body")}00`, "zz"]) expect(after!.check!(given, "body")).toBe(before!.check!(given, "body"));
  });
});

it("does not decide for a person that two buffers by identity were meant to be equal", () => {
  const code = `import { createHmac } from "node:crypto";
export function check(given, body) {
  const expected = createHmac("sha256", "k").update(body).digest();
  return expected === Buffer.from(given, "hex");
}
`;
  expect(fix(code, "file.mjs")).toBe(code);
});

describe("TypeScript", () => {
  it.each([
    ["a type alone", "export function check(apiKey: string, storedApiKey: string | undefined): boolean {\n  return apiKey === storedApiKey;\n}\n"],
    ["an environment variable", 'export const check = (header: string | null): boolean => header === `Bearer ${process.env["CRON_SECRET"]}`;\n'],
    [
      "a side that is narrowed and read later",
      'export function check(request: Request): number {\n  const header = request.headers.get("x-token");\n  const secret: string = process.env["API_TOKEN"] ?? "none";\n  if (header !== secret) return 0;\n  return header.length;\n}\n',
    ],
    [
      "a narrowed member read later",
      'export function check(request: { query: { token?: string } }, secret: string): number {\n  if (request.query.token !== secret) return 0;\n  return request.query.token.length;\n}\n',
    ],
    ["an HMAC", 'import { createHmac } from "node:crypto";\nexport const check = (body: string, key: string, given?: string): boolean => createHmac("sha256", key).update(body).digest("hex") !== given;\n'],
  ])("gains no error: %s", (_, code) => {
    const options = { lib: ["lib.es2022.d.ts", "lib.dom.d.ts"] };
    const before = typeErrors(code, "module.mts", options);
    expect(before).toEqual([]);
    expect(typeErrors(fix(code, "file.ts"), "module.mts", options)).toEqual([]);
  });
});

describe("a side that the comparison narrows for later, in TypeScript", () => {
  const GUARDED: [name: string, code: string, after: string][] = [
    ["a digest", 'import { createHmac } from "node:crypto";\nexport function check(signature: string | string[] | undefined, body: string) {\n  if (signature !== createHmac("sha256", "k").update(body).digest("hex")) return -1;\n  return signature.trim().length;\n}\n', 'if (typeof signature !== "string" || !safeEqual(signature, createHmac("sha256", "k").update(body).digest("hex"))) return -1;'],
    ["a declared string", "export function check(accessToken: string | undefined, storedToken: string) {\n  const ok = accessToken === storedToken;\n  return ok ? accessToken.length : -1;\n}\n", 'const ok = typeof accessToken === "string" && safeEqual(accessToken, storedToken);'],
    ["two that may be missing", "export function check(accessToken?: string, storedToken?: string) {\n  if (!accessToken || accessToken !== storedToken) return -1;\n  return accessToken.length + storedToken.length;\n}\n", 'if (!accessToken || (typeof accessToken !== "string" || typeof storedToken !== "string" || !safeEqual(accessToken, storedToken))) return -1;'],
    ["the owner that ?. asks for", "interface User { id: number; apiKey: string }\nexport function check(given: string | undefined, apiKey: string) {\n  const user: User | undefined = given === undefined ? undefined : { id: 1, apiKey: given };\n  if (user?.apiKey !== apiKey) return -1;\n  return user.id;\n}\n", 'if (typeof user?.apiKey !== "string" || !safeEqual(user?.apiKey, apiKey)) return -1;'],
    ["an owner of an owner", "interface User { id: number; profile?: { apiKey: string } }\nexport function check(given: string | undefined, apiKey: string) {\n  const user: User | undefined = given === undefined ? undefined : { id: 1, profile: { apiKey: given } };\n  if (user?.profile?.apiKey !== apiKey) return -1;\n  return Object.keys(user.profile).length;\n}\n", 'if (typeof user?.profile?.apiKey !== "string" || !safeEqual(user?.profile?.apiKey, apiKey)) return -1;'],
    ["an owner that is asked for again", "interface User { id: number; apiKey: string }\nexport function check(given: string | undefined, apiKey: string) {\n  const user: User | undefined = given === undefined ? undefined : { id: 1, apiKey: given };\n  return user?.apiKey === apiKey ? user?.id : -1;\n}\n", "return safeEqual(user?.apiKey, apiKey) ? user?.id : -1;"],
    ["nothing to narrow", "export function check(accessToken: string, storedToken: string) {\n  return accessToken === storedToken ? accessToken.length : -1;\n}\n", "return safeEqual(accessToken, storedToken) ? accessToken.length : -1;"],
  ];

  it.each(GUARDED)("keeps its type: %s", async (_, code, after) => {
    const output = fix(code, "file.ts");
    expect(output).toContain(after);
    expect(typeErrors(code)).toEqual([]);
    expect(typeErrors(output)).toEqual([]);
    const javascript = (text: string): string => ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 } }).outputText;
    const [before, fixed] = (await Promise.all([load(javascript(code)), load(javascript(output))])) as { check(a: unknown, b: unknown): number }[];
    const given = [undefined, "", "a", "ab", "\ud800", "\ud801", "é", digest("body"), digest("body").slice(1)];
    for (const a of given) {
      for (const b of ["body", ...given].filter((each) => each !== undefined || (a !== undefined && !code.includes("createHmac")))) expect(fixed!.check(a, b), `${String(a)} ${String(b)}`).toBe(before!.check(a, b));
    }
  });

  it("has a suggestion alone where a side may be no string", () => {
    const code = "export function check(pin: Pin, storedToken: Pin) {\n  return pin === storedToken ? storedToken : 0;\n}\ntype Pin = number | undefined;\n";
    expect(fix(code, "file.ts")).toBe(code);
  });
});

it("guards a field that the comparison narrows for later, in whatever quotes it is read", () => {
  const code = `export class Guard {
  accessToken?: string;
  headers: Record<string, string | undefined> = {};
  check(expectedToken: string): number {
    if (this.accessToken !== expectedToken) return 0;
    return this.accessToken.length;
  }
  signed(req: { headers: Record<string, string | undefined> }, expectedSignature: string): number {
    return req.headers['x-signature'] === expectedSignature ? req.headers["x-signature"].length : 0;
  }
  other(expectedToken: string): boolean {
    return this.accessToken === expectedToken;
  }
}
`;
  const output = fix(code, "file.ts");
  expect(typeErrors(code, "file.ts")).toEqual([]);
  expect(typeErrors(output, "file.ts")).toEqual([]);
  expect(output).toContain("return safeEqual(this.accessToken, expectedToken);");
});
