import * as typescriptParser from "@typescript-eslint/parser";
import type { Linter } from "eslint";
import { expect, it } from "vitest";
import { isFull, seed } from "./support/effort.js";
import { examine } from "./support/examine.js";
import { inputs } from "./support/inputs.js";
import { random } from "../support/random.js";

/** In the sample one input in eight. */
const STRIDE = isFull ? 1 : 8;
const MAX_LENGTH = 4_000;

interface Tree {
  type: string;
  range: [number, number];
  [key: string]: unknown;
}

/**
 * @typescript-eslint/parser of a later language: one expression in ten is of a type that nobody knows, with a hole among its children.
 *
 * @param visited whether ESLint is told of the children: those that it does not visit have no parent, though scopes know the names in them
 */
const laterParser = (visited: boolean): object => ({
  parseForESLint(text: string, options: typescriptParser.ParserOptions) {
    const parsed = typescriptParser.parseForESLint(text, options);
    const next = random(seed);
    const pending = [parsed.ast as unknown as Tree];
    for (let node = pending.pop(); node; node = pending.pop()) {
      for (const key of parsed.visitorKeys[node.type] ?? []) {
        const child = node[key];
        for (const each of Array.isArray(child) ? (child as (Tree | null)[]) : [child as Tree | null | undefined]) if (each) pending.push(each);
      }
      if (/Expression$|Literal$/.test(node.type) && next() < 0.1) {
        const { range, loc, type } = node as Tree & { loc: unknown };
        const inside = (parsed.visitorKeys[type] ?? []).flatMap((key) => node![key] ?? []);
        for (const key of Object.keys(node)) if (key !== "parent") delete node[key];
        Object.assign(node, { type: "FutureExpression", range, loc, parts: [null, ...(inside as Tree[])] });
      }
    }
    return { ...parsed, visitorKeys: { ...parsed.visitorKeys, FutureExpression: visited ? ["parts"] : [] } };
  },
});

it.each([
  ["whose children are visited", true],
  ["whose children have no parent", false],
])(`trees with nodes of unknown types %s (seed ${seed})`, { timeout: 600_000 }, (_what, visited) => {
  const faults: string[] = [];
  let findings = 0;
  for (const [index, { name, text }] of inputs().entries()) {
    if (text.length > MAX_LENGTH || index % STRIDE !== 0) continue;
    const result = examine(text, { filename: "src/file.tsx", parser: laterParser(visited) as Linter.Parser });
    findings += result.messages.length;
    // What such a parser says about fixed text says nothing about the fix.
    const thrown = result.faults.filter((fault) => /^(?:on the way of --fix: )?throws/.test(fault));
    if (thrown.length > 0) faults.push(`${name}: ${thrown.join("\n")}\n${text.slice(0, 300)}`);
  }
  expect(faults.slice(0, 10)).toEqual([]);
  expect(findings).toBeGreaterThan(20);
});
