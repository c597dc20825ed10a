// npm run fuzz:packages: lints and fixes (in memory) every source file that a hundred widely used npm packages ship, and says what went wrong.
// Give a folder as argument to keep the packages there; `FINDINGS=path` writes every finding for reading; `FUZZ=full` reads all files of each package.
import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import secretHandling from "eslint-plugin-secret-handling";

const packages = JSON.parse(readFileSync(new URL("packages.json", import.meta.url), "utf8"));
const kept = process.argv[2];
const folder = kept ?? mkdtempSync(path.join(tmpdir(), "secret-handling-packages-"));

/** Beyond it only linting is timed: a fix of a bundle says nothing that a fix of its parts does not. */
const MAX_FIXED = 300_000;

/** Of a package's files, evenly spread. */
const MAX_FILES = process.env.FUZZ === "full" ? Infinity : 60;

function sample(files) {
  const stride = Math.max(1, files.length / MAX_FILES);
  return files.filter((_file, index) => Math.floor(index / stride) !== Math.floor((index - 1) / stride));
}

const nameOf = (spec) => spec.replace(/(?<!^)@.*/, "");

function install() {
  if (existsSync(path.join(folder, "node_modules"))) return;
  mkdirSync(folder, { recursive: true });
  // Packed, not installed: nothing of them runs, and what they depend on stays away.
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--json", ...packages], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });
  for (const { name, filename } of JSON.parse(packed)) {
    const target = path.join(folder, "node_modules", name);
    mkdirSync(target, { recursive: true });
    execFileSync("tar", ["-xzf", filename, "-C", target, "--strip-components=1"], { cwd: folder });
  }
}

function* sources(below) {
  for (const entry of readdirSync(below, { withFileTypes: true })) {
    const file = path.join(below, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules") yield* sources(file);
    else if (entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name) && !/\.d\.[cm]?ts$/.test(entry.name)) yield file;
  }
}

const configOf = (file) => ({
  files: ["**/*", "**/*.{ts,mts,cts,tsx,jsx}"],
  linterOptions: { reportUnusedDisableDirectives: "off" },
  languageOptions: { parser, sourceType: file.endsWith(".cjs") ? "commonjs" : "module", parserOptions: { ecmaFeatures: { jsx: /x$|\.[cm]?js$/.test(file) } } },
});

const IDLE = { plugins: { idle: { rules: { rule: { create: () => ({}) } } } }, rules: { "idle/rule": "error" } };
/** `idle` and `own`: milliseconds to parse with a rule that does nothing, and to run all rules on what was parsed. */
const total = { packages: packages.length, files: 0, unparsed: 0, lines: 0, kilobytes: 0, findings: 0, fixed: 0, crashes: 0, broken: 0, unstable: 0, idle: 0, own: 0 };
const byRule = {};
const slowest = [];

function timed(run) {
  const start = performance.now();
  const value = run();
  return [value, performance.now() - start];
}

function examine(file) {
  const text = readFileSync(file, "utf8");
  const filename = path.relative(path.join(folder, "node_modules"), file);
  const parsing = configOf(filename);
  const linting = [secretHandling.configs.recommended, parsing];
  const linter = new Linter({ cwd: folder });
  const [[first], idle] = timed(() => linter.verify(text, [IDLE, parsing], { filename }));
  if (first?.fatal) return void total.unparsed++;
  const [messages, own] = timed(() => linter.verify(linter.getSourceCode(), linting, { filename }));
  const kilobytes = text.length / 1024;
  total.files++;
  total.lines += text.split("\n").length;
  total.kilobytes += kilobytes;
  total.idle += idle;
  total.own += own;
  slowest.push({ filename, kilobytes, perKilobyte: own / Math.max(kilobytes, 1), own, idle });
  const findings = messages.filter(({ ruleId }) => ruleId?.startsWith("secret-handling/"));
  total.findings += findings.length;
  for (const { ruleId, line, message, fix } of findings) {
    byRule[ruleId] = (byRule[ruleId] ?? 0) + 1;
    if (process.env.FINDINGS) appendFileSync(process.env.FINDINGS, `${ruleId.slice(16)} ${filename}:${line} ${fix ? "[fix]" : ""} ${message}\n    ${text.split("\n")[line - 1].trim().slice(0, 220)}\n`);
  }
  if (text.length > MAX_FIXED || !findings.some(({ fix }) => fix)) return;
  total.fixed++;
  const { output } = linter.verifyAndFix(text, linting, { filename });
  const error = linter.verify(output, parsing, { filename }).find(({ fatal }) => fatal);
  if (error) {
    total.broken++;
    console.log(`BROKEN ${filename}: ${error.message} (line ${error.line})\n  ${output.split("\n")[(error.line ?? 1) - 1]?.slice(0, 300)}`);
  } else if (linter.verifyAndFix(output, linting, { filename }).fixed) {
    total.unstable++;
    console.log(`UNSTABLE ${filename}`);
  }
}

try {
  install();
  for (const name of packages.map(nameOf)) {
    for (const file of sample([...sources(path.join(folder, "node_modules", name))])) {
      try {
        examine(file);
      } catch (error) {
        total.crashes++;
        console.log(`CRASH ${file}\n${error.stack}`);
      }
    }
    console.error(name);
  }
  console.log(JSON.stringify({ ...total, share: total.own / total.idle, byRule }, (_key, value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value), 2));
  for (const { filename, kilobytes, perKilobyte, own, idle } of slowest.sort((a, b) => b.perKilobyte - a.perKilobyte).slice(0, 12))
    console.log(`${perKilobyte.toFixed(2)} ms/KB ${filename} (${kilobytes.toFixed(0)} KB, ${idle.toFixed(0)} ms to parse, ${own.toFixed(0)} ms in rules)`);
  process.exitCode = total.crashes + total.broken + total.unstable > 0 ? 1 : 0;
} finally {
  if (!kept) rmSync(folder, { recursive: true, force: true });
}
