import { spawnSync } from "node:child_process";
import path from "node:path";
import { table } from "../clock.mjs";
import { OURS, PARSE_ONLY } from "../contestants.mjs";

const TIMES = 3;

/** All files in a fresh process: the heap that is in use at the end, and the most memory that the process ever held. */
export function report() {
  const measure = (name) => Array.from({ length: TIMES }, () => JSON.parse(spawnSync(process.execPath, ["--expose-gc", path.join(import.meta.dirname, "../children/memory.mjs"), name], { encoding: "utf8" }).stdout));
  const least = (runs, key) => Math.min(...runs.map((run) => run[key]));
  const [base, ours] = [measure(PARSE_ONLY), measure(OURS)];
  const row = (label, key) => [label, ...[least(base, key), least(ours, key), least(ours, key) - least(base, key)].map((megabytes) => `${megabytes.toFixed(1)} MB`)];
  console.log(table(["", PARSE_ONLY, OURS, "difference"], [row("heap in use after collection", "heap"), row("peak resident set", "peak")]));
}
