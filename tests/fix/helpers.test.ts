import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { replace } from "../../src/fix/edit.js";
import { asyncPassword, needsRehash, syncPassword } from "../../src/fix/helpers/password-hash.js";
import { requireEnvironment } from "../../src/fix/helpers/require-environment.js";
import { nodeShuffle, webShuffle } from "../../src/fix/helpers/secure-shuffle.js";
import { safeEqual } from "../../src/fix/helpers/safe-equal.js";
import type { HelperSource } from "../../src/fix/helpers/helper-source.js";
import { insertHelper } from "../../src/fix/insert-helper.js";
import { apply, nodeAt, parse } from "../support/parse.js";
import { load, typeErrors } from "../support/run.js";

// A TypeScript program and scrypt take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** The text of a file into which the helper was inserted. */
function insertedInto(text: string, helper: HelperSource, filename: string): string {
  const file = parse(text, { filename });
  const at = nodeAt(file, "HERE");
  const bound = insertHelper(file, at, helper)!;
  return apply(text, [...bound.edits, replace(at, bound.text)]);
}

const helpers: [string, HelperSource][] = [
  ["safeEqual", safeEqual],
  ["requireEnvironment", requireEnvironment],
  ["hashPassword", asyncPassword.hash],
  ["verifyPassword", asyncPassword.verify],
  ["hashPassword (sync)", syncPassword.hash],
  ["verifyPassword (sync)", syncPassword.verify],
  ["needsRehash", needsRehash],
  ["secureShuffle", nodeShuffle],
  ["secureShuffle (Web Crypto)", webShuffle],
];

describe("a helper", () => {
  it.each(helpers)("%s passes a strict TypeScript check", (_name, helper) => {
    expect(typeErrors(insertedInto("export const it = HERE;\n", helper, "a.mts"))).toEqual([]);
    // Where the file calls something else `crypto`, Web Crypto is out of reach.
    const name = helper.globals.includes("crypto") ? "node" : "crypto";
    expect(typeErrors(insertedInto(`import * as ${name} from "node:crypto";\nexport const it = [HERE, ${name}];\n`, helper, "a.mts"))).toEqual([]);
  });

  it.each(helpers)("%s passes in JavaScript that TypeScript checks", (_name, helper) => {
    const text = insertedInto("// @ts-check\nexport const it = HERE;\n", helper, "a.mjs");
    expect(typeErrors(text, "module.mjs", { allowJs: true, checkJs: true })).toEqual([]);
  });

  it.each(helpers)("%s loads as ESM, as CommonJS and without either", async (_name, helper) => {
    const esm = await load(insertedInto("export const it = HERE;\n", helper, "a.mjs"), "a.mjs");
    expect(esm.it).toBeTypeOf("function");
    const commonjs = await load(insertedInto("exports.it = HERE;\n", helper, "a.cjs"), "a.cjs");
    expect(commonjs.it).toBeTypeOf("function");
    await load(insertedInto("globalThis.it = HERE;\n", helper, "a.js"), "a.cjs");
    expect((globalThis as { it?: unknown }).it).toBeTypeOf("function");
    const loose = insertedInto("'use strict'\n\n\nmodule.exports.it = HERE\n", helper, "a.cjs");
    expect((await load(loose, "b.cjs")).it).toBeTypeOf("function");
  });

  it.each(helpers)("%s is short", (_name, helper) => {
    expect(helper.javascript("f", (member) => member, "").split("\n").length).toBeLessThanOrEqual(20);
    for (const line of helper.typescript("f", (member) => member, "").split("\n")) expect(line.length).toBeLessThanOrEqual(140);
  });
});

describe("safeEqual", () => {
  let equal: (a: unknown, b: unknown) => boolean;
  let loose: typeof equal;
  beforeAll(async () => {
    equal = (await load(insertedInto("export const it = HERE;\n", safeEqual, "a.mjs"))).it as typeof equal;
    await load(insertedInto("globalThis.it = HERE;\n", safeEqual, "a.js"), "a.cjs");
    loose = (globalThis as unknown as { it: typeof equal }).it;
  });

  const values: unknown[] = [
    undefined, null, true, false, 0, -0, 1, 5, NaN, Infinity, 0.1, 5n, 0n, "", "0", "5", "undefined", "null", "NaN", "secret", "Secret",
    "secret\0", "secr", "é", "e\u0301", "\ud800", "\ud801", "\ufffd", "💥", "a".repeat(5_000_000), [], ["secret"], {}, { length: 2e8 },
    { type: "Buffer", data: [97] }, new String("secret"), new Number(5), Buffer.from("secret"), new Uint8Array([1]), new Date(0), () => 1,
    Symbol("x"), Object.create(null), new Proxy({}, {}), { toString: () => { throw new Error("no"); } }, /x/, new Map(),
  ];

  it("agrees with === whenever one side is a string, on every pair", () => {
    for (const a of values)
      for (const b of values)
        if (typeof a === "string" || typeof b === "string") expect([equal(a, b), String(typeof a), typeof b]).toEqual([a === b, typeof a, typeof b]);
  });

  it("agrees with === on numbers and bigints", () => {
    const numbers = values.filter((value) => typeof value === "number" || typeof value === "bigint");
    for (const a of numbers) for (const b of numbers) expect(equal(a, b)).toBe(a === b);
  });

  it("is false for anything missing or of another type, and never throws", () => {
    for (const a of values) {
      for (const b of values) {
        const comparable = [typeof a, typeof b].every((type) => ["string", "number", "bigint"].includes(type)) || [a, b].every((each) => each instanceof Uint8Array);
        const result = equal(a, b);
        expect(result).toBeTypeOf("boolean");
        if (!comparable) expect(result).toBe(false);
        expect(loose(a, b)).toBe(result);
      }
    }
  });

  it("compares bytes", () => {
    expect(equal(Buffer.from("abc"), Buffer.from("abc"))).toBe(true);
    expect(equal(Buffer.from("abc"), new Uint8Array([97, 98, 99]))).toBe(true);
    expect(equal(Buffer.from("abc"), Buffer.from("abd"))).toBe(false);
    expect(equal(Buffer.from("abc"), Buffer.from("abcd"))).toBe(false);
    expect(equal(Buffer.from("abc"), "abc")).toBe(false);
    expect(equal("abc", Buffer.from("abc", "utf16le"))).toBe(false);
  });

  it("agrees with === on strings of any code units", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => equal(a, b) === (a === b) && equal(a, a.slice())),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => equal(String.fromCharCode(...units), String.fromCharCode(...units))));
  });
});

describe("requireEnvironment", () => {
  it("returns the value or names the variable", async () => {
    const read = (await load(insertedInto("export const it = HERE;\n", requireEnvironment, "a.mjs"))).it as (name: string) => string;
    process.env.SECRET_HANDLING_TEST = "value";
    expect(read("SECRET_HANDLING_TEST")).toBe("value");
    process.env.SECRET_HANDLING_TEST = "";
    expect(() => read("SECRET_HANDLING_TEST")).toThrow("Environment variable SECRET_HANDLING_TEST is not set");
    delete process.env.SECRET_HANDLING_TEST;
    expect(() => read("SECRET_HANDLING_TEST")).toThrow("Environment variable SECRET_HANDLING_TEST is not set");
  });
});

describe.each([
  ["async", asyncPassword],
  ["sync", syncPassword],
])("the password pair, %s", (_kind, pair) => {
  type Legacy = (password: string) => unknown;
  let hash: (password: unknown) => Promise<string>;
  let verify: (password: unknown, stored: unknown, legacy?: Legacy) => Promise<boolean>;
  const legacy: Legacy = (password) => createHash("sha256").update(password).digest("hex");
  let stored: string;

  beforeAll(async () => {
    const make = (await load(insertedInto("export const it = HERE;\n", pair.hash, "a.mjs"))).it as (password: unknown) => string | Promise<string>;
    const check = (await load(insertedInto("export const it = HERE;\n", pair.verify, "a.mjs"))).it as (...all: unknown[]) => boolean;
    hash = async (password) => make(password);
    verify = async (...all) => check(...all);
    stored = await hash("correct horse");
  });

  it("describes itself and salts", async () => {
    expect(stored).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await hash("correct horse")).not.toBe(stored);
  });

  it("accepts the password alone", async () => {
    expect(await verify("correct horse", stored)).toBe(true);
    expect(await verify("wrong horse", stored)).toBe(false);
    expect(await verify("", stored)).toBe(false);
    expect(await verify(stored, stored)).toBe(false);
    expect(await verify(stored, stored, legacy)).toBe(false);
  });

  it("accepts a composed and a decomposed password as one", async () => {
    expect(await verify("cafe\u0301", await hash("caf\u00e9"))).toBe(true);
  });

  it("accepts the digest stored before the fix", async () => {
    const old = legacy("correct horse");
    expect(await verify("correct horse", old, legacy)).toBe(true);
    expect(await verify("wrong horse", old, legacy)).toBe(false);
    expect(await verify("correct horse", old)).toBe(false);
    expect(await verify(old, old, legacy)).toBe(false);
    expect(await verify("correct horse", String(old).toUpperCase(), legacy)).toBe(false);
  });

  it("refuses to hash what is no string", async () => {
    for (const password of [undefined, null, 5, {}, ["a"]]) await expect(hash(password)).rejects.toThrow(TypeError);
  });

  it("is false, and quick, for anything malformed", async () => {
    const [, , , , salt, key] = stored.split("$");
    const malformed: unknown[] = [
      undefined, null, "", 5, {}, [], ["x"], true, "scrypt", "scrypt$", `scrypt$131072$8$1$${salt}$`, `scrypt$131072$8$1$$${key}`, "scrypt$$$$$",
      `scrypt$131073$8$1$${salt}$${key}`, `scrypt$0$8$1$${salt}$${key}`, `scrypt$1$8$1$${salt}$${key}`, `scrypt$9999999$8$1$${salt}$${key}`,
      `scrypt$8388608$99$4$${salt}$${key}`, `scrypt$131072$0$1$${salt}$${key}`, `scrypt$131072$8$0$${salt}$${key}`, `scrypt$131072$8$9999$${salt}$${key}`,
      `scrypt$131072$8$1$${salt}$${key}$`, ` ${stored}`, `${stored}\n`, "x".repeat(1_000_000), "é".repeat(64), "\ud800".repeat(64),
    ];
    const start = Date.now();
    for (const each of malformed) {
      expect(await verify("correct horse", each)).toBe(false);
      expect(await verify("correct horse", each, legacy)).toBe(false);
      expect(await verify("correct horse", each, () => undefined)).toBe(false);
    }
    for (const each of [undefined, null, 5, {}, ["correct horse"]]) expect(await verify(each, stored, legacy)).toBe(false);
    expect(await verify("x", "", () => "")).toBe(true); // only because the caller's own digest says so
    expect(Date.now() - start).toBeLessThan(10_000);
  });
});

describe("needsRehash", () => {
  it("knows what hashPassword makes", async () => {
    const needs = (await load(insertedInto("export const it = HERE;\n", needsRehash, "a.mjs"))).it as (stored: string) => boolean;
    expect(needs("scrypt$131072$8$1$c2FsdA$a2V5")).toBe(false);
    expect(needs("scrypt$16384$8$1$c2FsdA$a2V5")).toBe(true);
    expect(needs("5f4dcc3b5aa765d61d8327deb882cf99")).toBe(true);
  });
});
