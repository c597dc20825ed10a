import path from "node:path";
import { Linter } from "eslint";
import { contestants, FlatConfigArray, OURS } from "./contestants.mjs";

const prepared = new FlatConfigArray(contestants[OURS], { basePath: path.resolve() }).normalizeSync();

/** What ESLint's `stats` count for each of our rules on one text, in milliseconds. Reading the clock at every node is part of it. */
export function ruleTimesOf(text, filename) {
  const linter = new Linter({ configType: "flat" });
  linter.verifyAndFix(text, prepared, { filename, stats: true, fix: false });
  const rules = linter.getTimes().passes.at(-1)?.rules ?? {};
  return Object.fromEntries(Object.entries(rules).map(([id, { total }]) => [id, total]));
}
