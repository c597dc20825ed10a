import { expect, it } from "vitest";
import { isFull, seed } from "./support/effort.js";
import { examine } from "./support/examine.js";
import { inputs } from "./support/inputs.js";
import { mutants } from "./support/mutate.js";

/** In the sample one input in three has two mutants; in a full run each has a hundred. */
const [STRIDE, MUTANTS] = isFull ? [1, 100] : [3, 2];

/** Longer inputs are corpus files, whose parts stand in the rules' tests, too. */
const MAX_LENGTH = 4_000;

it(`programs of the tests with parts dropped, swapped, doubled, wrapped and renamed (seed ${seed})`, { timeout: 3_600_000 }, () => {
  const faults: string[] = [];
  let parsed = 0;
  for (const [index, { name, text }] of inputs().entries()) {
    if (text.length > MAX_LENGTH || index % STRIDE !== 0) continue;
    for (const mutant of mutants(text, MUTANTS, seed * 100_003 + index)) {
      const result = examine(mutant, { filename: "src/file.tsx" });
      if (result.parsed) parsed++;
      if (result.faults.length > 0) faults.push(`${name}: ${result.faults.join("\n")}\n--- in\n${mutant}\n--- end`);
    }
  }
  expect(faults.slice(0, 20)).toEqual([]);
  expect(parsed).toBeGreaterThan(250);
});
