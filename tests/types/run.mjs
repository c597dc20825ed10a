// npm run test:types: checks the declarations of the packed plugin, and a typed configuration that uses them, with the
// TypeScript versions of package.json beside this file. They live here since an alias would take the root's `tsc`.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const here = import.meta.dirname;
const root = path.join(here, "../..");
const installed = path.join(here, "node_modules/eslint-plugin-secret-handling");
const shell = process.platform === "win32";
const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

const work = mkdtempSync(path.join(tmpdir(), "secret-handling-types-"));
try {
  execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", work], { cwd: root, shell });
  execFileSync("tar", ["-xzf", `eslint-plugin-secret-handling-${readJson(path.join(root, "package.json")).version}.tgz`], { cwd: work });
  rmSync(installed, { recursive: true, force: true });
  mkdirSync(path.dirname(installed), { recursive: true });
  cpSync(path.join(work, "package"), installed, { recursive: true });
} finally {
  rmSync(work, { recursive: true, force: true });
}

const versions = Object.keys(readJson(path.join(here, "package.json")).dependencies).filter((name) => name.startsWith("typescript-"));
const configurations = ["tsconfig.json", "tsconfig.bundler.json"];

for (const name of versions)
  for (const configuration of configurations) {
    const compiler = path.join(here, "node_modules", name);
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(compiler, "bin/tsc"), "--project", configuration, "--pretty", "false"], { cwd: here, encoding: "utf8" });
    console.log(`TypeScript ${readJson(path.join(compiler, "package.json")).version}, ${configuration}: ${status === 0 ? "ok" : "failed"}`);
    if (status !== 0) {
      console.error(stdout + stderr);
      process.exitCode = 1;
    }
  }
