import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { isFull } from "./support/effort.js";
import { examine } from "./support/examine.js";

// All syntax of ECMAScript, one file a case. A secret stands behind each, so that every rule looks at the file.
const root = path.dirname(createRequire(import.meta.url).resolve("test262-parser-tests/package.json"));
const BAIT = `\n;(function (password, apiKey) { console.log(password, Math.random()); return apiKey === password; })();\n`;

/** In the sample every sixteenth case. */
const STRIDE = isFull ? 1 : 16;

describe.each(["pass", "pass-explicit"])("test262-parser-tests/%s", (folder) => {
  const names = readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(".js"))
    .sort()
    .filter((_name, index) => index % STRIDE === 0);

  it.each([
    ["espree", undefined],
    ["@typescript-eslint/parser", typescriptParser],
  ] as const)("is linted and fixed with %s", { timeout: 300_000 }, (_name, parser) => {
    const faults: string[] = [];
    let parsed = 0;
    for (const name of names) {
      const text = readFileSync(path.join(root, folder, name), "utf8") + BAIT;
      const sourceType = name.includes(".module.") ? "module" : "script";
      const result = examine(text, { filename: "file.js", sourceType, ...(parser ? { parser } : {}) });
      if (result.parsed) parsed++;
      faults.push(...result.faults.map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(parsed).toBeGreaterThan(names.length * 0.9);
  });
});
