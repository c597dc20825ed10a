// The demo shop as TypeScript: fixed by the command line, with a configuration that loads the plugin by `require`, compiled, and used.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import ts from "typescript";

const require = createRequire(import.meta.url);
const eslint = path.join(path.dirname(require.resolve("eslint/package.json")), "bin", "eslint.js");
const work = mkdtempSync(path.join(import.meta.dirname, "typescript-"));
const compiled = path.join(work, "compiled");

try {
  for (const name of readdirSync(path.join(import.meta.dirname, "app")).filter((each) => each.endsWith(".js")))
    writeFileSync(path.join(work, name.replace(/js$/, "mts")), readFileSync(path.join(import.meta.dirname, "app", name), "utf8"));
  writeFileSync(
    path.join(work, "eslint.config.cjs"),
    `const secretHandling = require("eslint-plugin-secret-handling");
module.exports = [{ ...secretHandling.configs.recommended, files: ["*.mts"], languageOptions: { parser: require("@typescript-eslint/parser") } }];\n`,
  );
  const lint = (...args) => spawnSync(process.execPath, [eslint, "--max-warnings", "0", ...args, "."], { cwd: work, encoding: "utf8" });

  assert.equal(lint().status, 1, "there are findings");
  const log = JSON.parse(lint("--format", require.resolve("eslint-plugin-secret-handling/sarif")).stdout);
  assert.equal(log.runs[0].tool.driver.rules.length, 6, "each rule is in the log for code scanning");
  const { status, stdout, stderr } = lint("--fix");
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: "", stderr: "" });

  mkdirSync(compiled);
  writeFileSync(path.join(compiled, "package.json"), '{ "type": "module" }');
  for (const name of readdirSync(work).filter((each) => each.endsWith(".mts"))) {
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
    writeFileSync(path.join(compiled, name.replace(/mts$/, "js")), ts.transpileModule(readFileSync(path.join(work, name), "utf8"), { compilerOptions }).outputText);
  }
  const env = { ...process.env, DATABASE_PASSWORD: "from-the-environment", WEBHOOK_SECRET: "hook-secret" };
  execFileSync(process.execPath, [path.join(import.meta.dirname, "check.mjs"), compiled], { env, encoding: "utf8" });
} finally {
  rmSync(work, { recursive: true, force: true });
}
