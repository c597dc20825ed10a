import { beforeAll, describe, expect, it } from "vitest";
import { backtracking } from "./support/backtracking.js";
import { constructedExpressions, writtenExpressions } from "./support/regular-expressions.js";

/** What the check would refuse, and why it is linear all the same. */
const PROVEN_OTHERWISE = new Map([
  // One way to match for each `T3BlbkFJ` in 80 characters, that is at most ten.
  ["sk-(?:(?:proj|svcacct|admin|None)-)?[\\w-]{20,80}T3BlbkFJ[\\w-]{20,80}", "counts opened: 2nd degree polynomial"],
]);

const isProvenOtherwise = (source: string, found: string): boolean => [...PROVEN_OTHERWISE].some(([known, verdict]) => source.includes(known) && found.includes(verdict));

/** Every expression that backtracks more than linearly, with what recheck says about it. */
async function slowOf(expressions: readonly RegExp[]): Promise<string[]> {
  const slow: string[] = [];
  for (const expression of expressions) {
    const found = await backtracking(expression.source, expression.flags);
    if (found !== undefined && !isProvenOtherwise(expression.source, found)) slow.push(`${expression} has ${found}`);
  }
  return slow;
}

/** Makes every place of `src` that puts an expression together do so. */
async function exercise(): Promise<void> {
  const { findProviders } = await import("../src/secrets/values/providers.js");
  const { fill, samples } = await import("./secrets/values/samples.js");
  for (const template of Object.values(samples)) findProviders(fill(template));
  const { examine } = await import("./fuzz/support/examine.js");
  examine('import bcrypt from "bcrypt";\nimport { createHash } from "crypto";\nconst hashPassword = (password) => createHash("md5").update(password).digest("hex");\nbcrypt;\n');
  examine("export const otp = (n) => { document.title = Math.floor(Math.random() * n); const otp = Math.floor(Math.random() * n); return otp; };\n");
}

describe("no regular expression backtracks more than linearly", () => {
  const sources = writtenExpressions();
  const withLiterals = sources.filter(({ literals }) => literals.length > 0);

  it.each(withLiterals)("$file", { timeout: 300_000 }, async ({ literals }) => {
    expect(await slowOf(literals)).toEqual([]);
  });

  describe("that is put together when it is wanted", () => {
    let constructed: Map<string, RegExp[]>;
    beforeAll(async () => {
      constructed = await constructedExpressions(exercise);
    }, 120_000);

    it.each(sources.filter(({ constructs }) => constructs))("$file", { timeout: 300_000 }, async ({ file }) => {
      const expressions = new Map(constructed.get(file)?.map((each) => [String(each), each]));
      expect(expressions.size).toBeGreaterThan(0);
      expect(await slowOf([...expressions.values()])).toEqual([]);
    });
  });

  it.each([
    ["^(?:a|aa)+$", "exponential"],
    ["x(?:a|b|(?:c|cc)*)$", "exponential"],
    ["\\s+$", "2nd degree"],
    ["(?:key|\\w+)=", "2nd degree"],
    ["[a-z]{0,400}[a-z\\d]{0,400}$", "counts opened: 2nd degree"],
    ["(?:a|a){30}b", "counts opened: exponential"],
    ["(?<![\\w-])(?:\\w{2,20}[-_]?){1,8}(?!x)", "counts opened: exponential"],
  ])("knows a slow one: %s", { timeout: 60_000 }, async (source, verdict) => {
    expect(await backtracking(source, "")).toContain(verdict);
  });

  it.each(["^(?:a|ab)*$", "[a-z]{32}", "(?<![\\w-])sk_[a-z\\d]{20,80}(?![\\w-])", "^[a-z]{1,20}(?:-[a-z]{1,20}){0,9}$", "^\\s*(?:[a-z]+|\\d+)\\s*$"])(
    "knows a fast one: %s",
    { timeout: 60_000 },
    async (source) => {
      expect(await backtracking(source, "")).toBeUndefined();
    },
  );
});
