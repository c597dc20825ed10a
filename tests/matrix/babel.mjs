// The demo shop as @babel/eslint-parser reads it, with the configuration of the guide: fixed by the command line, and used.
// A file with types of Flow shows that the parser is Babel.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const eslint = path.join(path.dirname(require.resolve("eslint/package.json")), "bin", "eslint.js");
const work = mkdtempSync(path.join(import.meta.dirname, "babel-"));
const typed = path.join(work, "typed.js");

try {
  cpSync(path.join(import.meta.dirname, "app"), work, { recursive: true });
  writeFileSync(typed, "export const resetToken = (user: string): string => user + Math.random().toString(36).slice(2);\n");
  cpSync(path.join(import.meta.dirname, "babel.config.mjs"), path.join(work, "eslint.config.mjs"));
  const lint = (...args) => spawnSync(process.execPath, [eslint, "--max-warnings", "0", "--format", "json", ...args, "."], { cwd: work, encoding: "utf8" });
  const found = JSON.parse(lint().stdout).flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
  assert.equal(new Set(found).size, 6, `each rule finds something: ${found}`);

  const { status, stdout, stderr } = lint("--fix");
  assert.deepEqual({ status, stderr }, { status: 0, stderr: "" }, stdout);
  assert.doesNotMatch(readFileSync(typed, "utf8"), /Math\.random/);

  const env = { ...process.env, DATABASE_PASSWORD: "from-the-environment", WEBHOOK_SECRET: "hook-secret" };
  execFileSync(process.execPath, [path.join(import.meta.dirname, "check.mjs"), work], { env, encoding: "utf8" });
} finally {
  rmSync(work, { recursive: true, force: true });
}
