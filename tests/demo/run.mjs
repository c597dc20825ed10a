// npm run demo: lints a small shop that has all six anti-patterns, fixes it, shows the diff and proves that the fixed shop works.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadESLint } from "eslint";
import secretHandling from "eslint-plugin-secret-handling";

// ESLint 8 has another class for flat configs.
const ESLint = await loadESLint({ useFlatConfig: true });
const app = fileURLToPath(new URL("app/", import.meta.url));
const check = fileURLToPath(new URL("check.mjs", import.meta.url));
const work = mkdtempSync(path.join(tmpdir(), "secret-handling-demo-"));
const fixed = path.join(work, "fixed");

const heading = (text) => console.log(`\n=== ${text} ${"=".repeat(Math.max(0, 90 - text.length))}\n`);

async function lint(folder, fix) {
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [secretHandling.configs.recommended], fix });
  const results = await eslint.lintFiles(["."]);
  if (fix) await ESLint.outputFixes(results);
  return { results, text: (await eslint.loadFormatter("stylish")).format(results) };
}

try {
  heading("Findings");
  const before = await lint(app, false);
  console.log((await before.text).trimEnd());
  const found = new Set(before.results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)));
  assert.deepEqual([...found].sort(), Object.keys(secretHandling.rules).map((id) => `secret-handling/${id}`).sort(), "each rule finds something in the demo");

  heading("What --fix changes");
  cpSync(app, fixed, { recursive: true });
  const after = await lint(fixed, true);
  const diff = spawnSync("git", ["diff", "--no-index", "--no-prefix", "--unified=1", "app", "fixed"].map((each) => (each === "app" ? app : each === "fixed" ? fixed : each)), { encoding: "utf8" });
  console.log(diff.stdout.replaceAll(app.slice(1), "app/").replaceAll(`${fixed.slice(1)}/`, "fixed/").trimEnd());
  const left = after.results.flatMap(({ messages }) => messages);
  assert.deepEqual(left.map(({ ruleId, line }) => `${ruleId}:${line}`), [], "nothing is left to report");

  heading("A second --fix changes nothing");
  const texts = () => readdirSync(fixed).map((name) => readFileSync(path.join(fixed, name), "utf8"));
  const once = texts();
  await lint(fixed, true);
  assert.deepEqual(texts(), once);
  console.log("identical");

  heading("The original and the fixed shop at work");
  const env = { ...process.env, DATABASE_PASSWORD: "from-the-environment", WEBHOOK_SECRET: "hook-secret" };
  for (const [name, folder] of Object.entries({ original: app, fixed })) {
    console.log(`${name}:`);
    console.log(execFileSync(process.execPath, [check, folder], { encoding: "utf8", env: name === "fixed" ? env : { ...process.env, WEBHOOK_SECRET: "hook-secret" } }));
  }
  console.log("fixed, with a variable missing:");
  const { DATABASE_PASSWORD: _, ...withoutPassword } = env;
  const failed = spawnSync(process.execPath, [check, fixed], { encoding: "utf8", env: withoutPassword });
  assert.notEqual(failed.status, 0, "a missing variable stops the program");
  assert.match(failed.stderr, /DATABASE_PASSWORD/);
  console.log(`  stops: ${/^.*Error: .*$/m.exec(failed.stderr)?.[0]}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
