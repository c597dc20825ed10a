import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimalReplacements, type Replacement } from "../../../src/formatters/sarif/replacements.js";
import { diff } from "../../../src/formatters/sarif/sequence-diff.js";
import { apply } from "./apply.js";

const word = fc.constantFrom("a", "b", "token", " ", "\n", "\r\n", "(", ")", '"', "x1", "é", "😀");
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(""));

describe("minimalReplacements", () => {
  it("keeps what stands between the edits that ESLint merged", () => {
    const source = 'import x from "x";\nconst unrelated = "do-not-repeat";\nconst id = Math.random();\n';
    const merged = 'import { randomUUID } from "node:crypto";\nimport x from "x";\nconst unrelated = "do-not-repeat";\nconst id = randomUUID()';

    const replacements = minimalReplacements(source, { range: [0, source.indexOf(";\n", source.indexOf("Math"))], text: merged });

    expect(replacements).toEqual<Replacement[]>([
      { offset: 0, length: 0, text: 'import { randomUUID } from "node:crypto";\n' },
      { offset: source.indexOf("Math"), length: "Math.random".length, text: "randomUUID" },
    ]);
  });

  it("returns nothing for an edit that changes nothing", () => {
    expect(minimalReplacements("abc", { range: [0, 3], text: "abc" })).toEqual([]);
  });

  it("gives the same result as the edit, for any two texts", () => {
    fc.assert(
      fc.property(text, text, text, text, (before, old, after, inserted) => {
        const source = before + old + after;
        const replacements = minimalReplacements(source, { range: [before.length, before.length + old.length], text: inserted });
        expect(apply(source, replacements)).toBe(before + inserted + after);
      }),
    );
  });

  it("never splits a surrogate pair", () => {
    expect(minimalReplacements("😀", { range: [0, 2], text: "😁" })).toEqual([{ offset: 0, length: 2, text: "😁" }]);
  });
});

describe("diff", () => {
  it("finds as few changes as the longest common subsequence allows", () => {
    const letters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const hunks = diff(before, after);
        const changed = hunks.reduce((sum, hunk) => sum + hunk.beforeEnd - hunk.beforeStart + hunk.afterEnd - hunk.afterStart, 0);
        expect(changed).toBe(before.length + after.length - 2 * commonLength(before, after));
      }),
    );
  });

  it("gives up on two long texts with nothing in common", () => {
    const before = Array.from({ length: 2000 }, (_, index) => `a${index}`);
    const after = Array.from({ length: 2000 }, (_, index) => `b${index}`);
    expect(diff(before, after)).toEqual([{ beforeStart: 0, beforeEnd: 2000, afterStart: 0, afterEnd: 2000 }]);
  });
});

function commonLength(before: readonly string[], after: readonly string[]): number {
  let row = new Array<number>(after.length + 1).fill(0);
  for (const left of before) {
    const next = [0];
    after.forEach((right, index) => next.push(left === right ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
