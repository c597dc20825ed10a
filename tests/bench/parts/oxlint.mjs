import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { median, ms, table } from "../clock.mjs";
import { OURS, plugin, pluginFile } from "../contestants.mjs";
import security from "eslint-plugin-security";

/** The same files in oxlint, whose own rules are off; the plugins take turns. Wall time of the whole command with one thread. */
export function report({ files, rounds }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "bench-oxlint-"));
  const bin = path.join(path.dirname(createRequire(import.meta.url).resolve("oxlint/package.json")), "bin/oxlint");
  const config = (name, content) => {
    const file = path.join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify({ plugins: [], categories: { correctness: "off" }, ...content }));
    return file;
  };
  const configs = {
    "no plugin": config("none", { rules: { "no-debugger": "warn" } }),
    [OURS]: config("ours", { jsPlugins: [{ name: "secret-handling", specifier: pluginFile }], rules: plugin.configs.recommended.rules }),
    "eslint-plugin-security": config("security", { jsPlugins: [createRequire(import.meta.url).resolve("eslint-plugin-security")], rules: security.configs.recommended.rules }),
  };
  const times = Object.fromEntries(Object.keys(configs).map((name) => [name, []]));
  // oxlint passes over node_modules, whatever it is told.
  for (const { name, text } of files) {
    const file = path.join(folder, "sources", name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (let round = 0; round < rounds; round++) {
    for (const [name, file] of Object.entries(configs)) {
      const before = performance.now();
      const { status, stderr, stdout } = spawnSync(process.execPath, [bin, "-c", file, "--threads", "1", "sources"], { encoding: "utf8", cwd: folder, maxBuffer: 1e9 });
      times[name].push(performance.now() - before);
      if (status > 1 || !stdout.includes(` on ${files.length} files`)) throw new Error(`${name}: ${stderr}${stdout.slice(-2000)}`);
    }
  }
  rmSync(folder, { recursive: true });
  console.log(table(["", "fastest", "median"], Object.entries(times).map(([name, all]) => [name, ms(Math.min(...all)), ms(median(all))])));
}
