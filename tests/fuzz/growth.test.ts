import { describe, expect, it } from "vitest";
import { deep, wide } from "./support/shapes.js";
import { workOf, type Work } from "./support/work.js";

// Work that grows with the size of a file, not with its square. Counted, not timed: the same on every machine.
const PER_DOUBLING = 2.6;

/** The least work that says something about growth. */
const FLOOR = 3_000;

/** A square is 4. Nothing may grow faster. */
const PER_DOUBLING_AT_MOST = 4.4;

/**
 * What still grows with the square of its nesting: levels with a finding in each, links of one chain. Parsers give up on a few hundred to a
 * thousand of them, so that no file is long enough for it to be felt. The ceiling holds for these, too. Nothing that stands side by side is here.
 */
const SQUARE: ReadonlySet<string> = new Set([
  "and of comparisons",
  "blocks",
  "casts",
  "classes",
  "conditions of random numbers",
  "else if",
  "functions with a random number",
  "hashes of hashes",
  "namespaces",
  "non-null assertions",
  "parameters of URLSearchParams",
  "patterns of many",
  "then chains",
]);

function growth(make: (size: number) => string, size: number): Work {
  const [once, twice, fourTimes] = [workOf(make(size)), workOf(make(2 * size)), workOf(make(4 * size))];
  const ratio = (kind: keyof Work): number => (fourTimes[kind] < FLOOR ? 1 : Math.min(twice[kind] / once[kind], fourTimes[kind] / twice[kind]));
  return { looks: ratio("looks"), characters: ratio("characters"), searched: ratio("searched") };
}

describe.each([
  ["side by side", wide, 100],
  ["nested", deep, 30],
] as const)("%s", (_kind, shapes, size) => {
  it.each(Object.entries(shapes))("%s", { timeout: 120_000 }, (name, make) => {
    const limit = SQUARE.has(name) ? PER_DOUBLING_AT_MOST : PER_DOUBLING;
    const { looks, characters, searched } = growth(make, size);
    expect(looks).toBeLessThan(limit);
    expect(characters).toBeLessThan(limit);
    expect(searched).toBeLessThan(limit);
  });
});
