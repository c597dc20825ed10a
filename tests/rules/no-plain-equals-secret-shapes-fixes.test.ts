import { Linter, type Rule } from "eslint";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { rules } from "../support/plugin.js";
import { load } from "../support/run.js";

vi.setConfig({ testTimeout: 60_000 });

const config: Linter.Config[] = [{ files: ["**/*.mjs"], plugins: { test: { rules: { rule: rules["no-plain-equals-secret"] as unknown as Rule.RuleModule } } }, rules: { "test/rule": "error" } }];

/** The code after the fix, or else the first suggestion, of its only finding. */
function edited(code: string): string {
  const [message, ...others] = new Linter().verify(code, config, { filename: "file.mjs" });
  expect(others).toEqual([]);
  const { range, text } = message!.fix ?? message!.suggestions![0]!.fix;
  const output = code.slice(0, range[0]) + text + code.slice(range[1]);
  expect(new Linter().verify(output, config, { filename: "file.mjs" })).toEqual([]);
  return output;
}

type Check = (given: unknown, stored: unknown) => boolean;
const checkOf = async (code: string): Promise<Check> => (await load(code)).check as Check;

const SAMPLES = ["", "a", "ab", "aB", "ab\0", "é", "e\u0301", "\uD800", "\uD801", "\uFFFD", "Bearer ", "x".repeat(1_000_000), undefined, null, 0, [], ["ab"], {}, Buffer.from("ab"), new String("ab")];
/** What a comparison of secrets should say: the same text, and not nothing. */
const isSame: Check = (a, b) => typeof a === "string" && a === b;

describe("every shape of a comparison, after its edit, is true for the same text and false for another or a missing one", () => {
  it.each([
    ["===", "(apiKey, storedApiKey) => apiKey === storedApiKey"],
    ["==", "(apiKey, storedApiKey) => apiKey == storedApiKey"],
    ["!==", "(apiKey, storedApiKey) => { if (apiKey !== storedApiKey) return false; return true; }"],
    ["!=", "(apiKey, storedApiKey) => !(apiKey != storedApiKey)"],
    ["Object.is", "(apiKey, storedApiKey) => Object.is(apiKey, storedApiKey)"],
    ["localeCompare", "(apiKey, storedApiKey) => apiKey.localeCompare(storedApiKey) === 0"],
  ])("%s", async (_shape, check) => {
    const after = await checkOf(edited(`export const check = ${check};\n`));
    // Numbers and bytes are compared as well: they have no place in a text.
    const known = SAMPLES.filter((value) => typeof value !== "number" && !ArrayBuffer.isView(value));
    for (const a of known) for (const b of known) expect(after(a, b)).toBe(isSame(a, b));
    fc.assert(fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => after(a, b) === (a === b) && after(a, a)), { seed: 4 });
    fc.assert(fc.property(fc.anything(), fc.string(), (a, b) => after(a, b) === (a === b)), { seed: 4 });
  });

  it.each([
    ["includes", "(apiKey, list) => { const apiKeys = list; return apiKeys.includes(apiKey); }"],
    ["indexOf", "(apiKey, list) => { const apiKeys = list; return apiKeys.indexOf(apiKey) !== -1; }"],
  ])("%s of a list", async (_shape, check) => {
    const after = await checkOf(edited(`export const check = ${check};\n`));
    for (const value of SAMPLES.slice(0, 12)) {
      expect(after(value, SAMPLES)).toBe(true);
      expect(after(value, [])).toBe(false);
      expect(after(value, SAMPLES.filter((each) => each !== value))).toBe(false);
    }
    for (const missing of [undefined, null]) expect(after(missing, SAMPLES)).toBe(false);
  });

  it("startsWith of a header asks for all of it", async () => {
    const after = await checkOf(edited('export const check = (authorization, API_TOKEN) => { const req = { headers: { authorization } }; process.env.API_TOKEN = API_TOKEN; return req.headers.authorization.startsWith("Bearer " + process.env.API_TOKEN); };\n'));
    try {
      for (const token of ["a", "ab", "x".repeat(1000)]) {
        expect(after(`Bearer ${token}`, token)).toBe(true);
        for (const given of [`Bearer ${token}x`, `Bearer ${token.slice(1)}`, token, "", undefined, null, 7, []]) expect(after(given, token)).toBe(false);
      }
    } finally {
      delete process.env.API_TOKEN;
    }
  });
});

describe("where a call cannot take the place of the comparison", () => {
  const editsOf = (code: string): unknown[] => new Linter().verify(code, config, { filename: "file.mjs" }).flatMap(({ fix, suggestions }) => [...(fix ? [fix] : []), ...(suggestions ?? [])]);

  it.each([
    ["a list that is one text", "export const check = (req) => process.env.API_KEYS.includes(req.headers.authorization);"],
    ["the same by a name", "const apiKeys = process.env.API_KEYS ?? '';\nexport const check = (req) => apiKeys.includes(req.headers.authorization);"],
    ["a symbol", "const sessionToken = Symbol('s');\nexport const check = (o) => o.sessionToken === sessionToken;"],
  ])("%s has no edit", (_name, code) => {
    expect(new Linter().verify(code, config, { filename: "file.mjs" }).filter(({ fatal }) => fatal)).toEqual([]);
    expect(editsOf(code)).toEqual([]);
  });

  it("a list that may be missing", async () => {
    const after = await checkOf(edited("export const check = (apiKey, list) => { const apiKeys = list; return apiKeys?.includes(apiKey); };\n"));
    expect([after("a", undefined), after("a", ["b"]), after("a", ["b", "a"])]).toEqual([undefined, false, true]);
  });
});
