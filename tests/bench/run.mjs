// npm run bench [-- --rounds 5] [--sample 4] [--only rules,load,memory,growth,oxlint]
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    // Every n-th file only, for a quick look.
    sample: { type: "string", default: "1" },
    only: { type: "string", default: "rules,load,memory,growth,oxlint" },
    peers: { type: "boolean", default: true },
  },
  allowNegative: true,
});

if (!existsSync(path.join(import.meta.dirname, "node_modules"))) {
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: import.meta.dirname, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(1);
}

const { linesOf, readSources, sourceNames } = await import("./sources.mjs");
const files = readSources().filter((_, index) => index % Number(values.sample) === 0);
const options = { files, rounds: Number(values.rounds), peers: values.peers };

console.log(`Node ${process.version}, ${os.cpus()[0]?.model}, ${os.cpus().length} cores`);
const megabytes = files.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
console.log(`${files.length} files, ${files.reduce((sum, { text }) => sum + linesOf(text), 0)} lines, ${megabytes.toFixed(1)} MB: ${sourceNames().join(", ")}`);

for (const part of values.only.split(",")) {
  const { report } = await import(`./parts/${part}.mjs`);
  console.log(`\n## ${part}\n`);
  await report(options);
}
