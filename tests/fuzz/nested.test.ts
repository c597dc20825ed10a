import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isFull } from "./support/effort.js";
import { deep } from "./support/shapes.js";

// The parser, the scope analysis and ESLint walk a tree recursively and overflow the usual stack themselves, so the thread has a larger one.
const root = path.join(import.meta.dirname, "..", "..");
const folder = path.join(root, "node_modules", ".cache", "nested-lint");
const outfile = path.join(folder, "dist", "lint.mjs");

/** Shapes with a finding at every level take time to report, not to survive. */
const LEVELS = 5_000;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(root, "package.json"), path.join(folder, "package.json"));
  await build({ entryPoints: [path.join(import.meta.dirname, "support", "nested-lint.ts")], bundle: true, platform: "node", format: "esm", packages: "external", outfile, logLevel: "error" });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lint = (names: readonly string[], levels: number, line: boolean): Promise<Record<string, string>> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(outfile, { workerData: { names, levels, line }, resourceLimits: { stackSizeMb: 200, maxOldGenerationSizeMb: 3_000 } });
    worker.once("message", resolve);
    worker.once("error", reject);
  });

const repeated = /^(?:and of|then chains|conditions of random|else if|blocks|switches|functions|classes|namespaces|objects with siblings|patterns of many|hashes of hashes|JSX)/;

it.each([
  ["5,000 levels around one secret", Object.keys(deep).filter((name) => !repeated.test(name)), LEVELS, true],
  ["500 levels with a secret in each", Object.keys(deep).filter((name) => repeated.test(name)), isFull ? LEVELS : 500, false],
] as const)("%s end without an exception", { timeout: 3_600_000 }, async (_title, names, levels, line) => {
  const outcomes = await lint(names, levels, line);
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== "linted")).toEqual([]);
  expect(Object.keys(outcomes).length).toBeGreaterThan(10);
});
