import { expect, it } from "vitest";
import { examine } from "./support/examine.js";
import { inputs } from "./support/inputs.js";
import { mutants } from "./support/mutate.js";

/** Per input; `FUZZ_MUTANTS=200` and another `FUZZ_SEED` make a long run. */
const MUTANTS = Number(process.env["FUZZ_MUTANTS"] ?? 3);
const SEED = Number(process.env["FUZZ_SEED"] ?? 1);

/** Longer inputs are corpus files, whose parts stand in the rules' tests, too. */
const MAX_LENGTH = 4_000;

it("programs of the tests with parts dropped, swapped, doubled, wrapped and renamed", { timeout: 3_600_000 }, () => {
  const faults: string[] = [];
  let parsed = 0;
  for (const [index, { name, text }] of inputs().entries()) {
    if (text.length > MAX_LENGTH) continue;
    for (const mutant of mutants(text, MUTANTS, SEED * 100_003 + index)) {
      const result = examine(mutant, { filename: "src/file.tsx" });
      if (result.parsed) parsed++;
      if (result.faults.length > 0) faults.push(`${name}: ${result.faults.join("\n")}\n--- in\n${mutant}\n--- end`);
    }
  }
  expect(faults.slice(0, 20)).toEqual([]);
  expect(parsed).toBeGreaterThan(500);
});
