import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "./support/plugin.js";

// tests/corpus/<rule>/{positive,negative}-<style>.{js,ts,tsx}: realistic code. A line that ends in `// expect` must be reported by the
// rule, every other line must not. A report counts for the line where it begins.
const corpus = path.join(import.meta.dirname, "corpus");
const MARK = /(?:\/\/|\{?\/\*)\s*expect\b/;

interface Tally {
  hits: number;
  misses: number;
  falseAlarms: number;
  positives: number;
  negatives: number;
}

function judge(ruleId: string, file: string): { tally: Tally; wrong: string[] } {
  const text = readFileSync(path.join(corpus, ruleId, file), "utf8");
  const messages = new Linter().verify(
    text.replaceAll(/(?:\/\/|\/\*)\s*expect\b.*$/gm, ""),
    [{ files: ["**/*.{js,mjs,cjs,jsx,ts,tsx}"], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: /x$|\.js$/.test(file) } } }, plugins: { "secret-handling": plugin }, rules: { [`secret-handling/${ruleId}`]: "error" } }],
    { filename: `src/${file.replace(/^(?:positive|negative)-/, "")}` },
  );
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${file}:${fatal.line} ${fatal.message}`);
  const reported = new Set(messages.map((message) => message.line));
  const tally: Tally = { hits: 0, misses: 0, falseAlarms: 0, positives: 0, negatives: 0 };
  const wrong: string[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const isReported = reported.has(index + 1);
    if (MARK.test(line)) {
      tally.positives++;
      if (isReported) tally.hits++;
      else {
        tally.misses++;
        wrong.push(`missed ${file}:${index + 1} ${line.trim()}`);
      }
    } else if (/\w/.test(line)) {
      tally.negatives++;
      if (isReported) {
        tally.falseAlarms++;
        wrong.push(`false alarm ${file}:${index + 1} ${line.trim()}`);
      }
    }
  }
  return { tally, wrong };
}

const percent = (part: number, whole: number): string => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`);

describe("corpus", () => {
  it.each(Object.keys(plugin.rules))("%s is right on every line", (ruleId) => {
    const sum: Tally = { hits: 0, misses: 0, falseAlarms: 0, positives: 0, negatives: 0 };
    const wrong: string[] = [];
    let negativeCandidates = 0;
    for (const file of readdirSync(path.join(corpus, ruleId))) {
      const judged = judge(ruleId, file);
      wrong.push(...judged.wrong);
      if (file.startsWith("negative")) negativeCandidates += judged.tally.negatives;
      for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += judged.tally[key];
    }
    console.log(`${ruleId}: precision ${percent(sum.hits, sum.hits + sum.falseAlarms)}, recall ${percent(sum.hits, sum.positives)} (${sum.positives} positive, ${negativeCandidates} negative lines)`);
    expect(wrong).toEqual([]);
    expect(sum.positives).toBeGreaterThanOrEqual(40);
    expect(negativeCandidates).toBeGreaterThanOrEqual(80);
  }, 60_000);
});
