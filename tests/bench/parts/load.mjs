import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { median, ms, table } from "../clock.mjs";
import { pluginFile, versionOf } from "../contestants.mjs";

const PEERS = ["eslint-plugin-security", "@microsoft/eslint-plugin-sdl", "eslint-plugin-secure-coding", "eslint-plugin-sonarjs", "eslint-plugin-node-security", "eslint-plugin-no-secrets"];
const TIMES = 5;

/** Loading in fresh processes, with ESLint loaded before: CPU time, and the modules that ESLint has not loaded. */
export function report() {
  const rows = [["secret-handling", pathToFileURL(pluginFile).href], ...PEERS.map((name) => [`${name} ${versionOf(name)}`, name])].map(([name, specifier]) => {
    const runs = Array.from({ length: TIMES }, () => load(specifier));
    const times = runs.map(({ time }) => time);
    return [name, ms(Math.min(...times)), ms(median(times)), String(runs[0].modules)];
  });
  console.log(table(["", "fastest", "median", "modules"], rows));
}

function load(specifier) {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, "../children/load.mjs"), specifier], { encoding: "utf8" });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}
