import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const BIN = path.join(path.dirname(createRequire(import.meta.url).resolve("oxlint/package.json")), "bin/oxlint");

export interface Finding {
  file: string;
  line: number;
  column: number;
  rule: string;
  severity: "error" | "warning";
  message: string;
}

interface Report {
  diagnostics: { message: string; code?: string; severity: Finding["severity"]; filename: string; labels: { span: { line: number; column: number } }[] }[];
}

/** Runs the command line of oxlint in a folder. What it finds that is not ours, such as a syntax error, is thrown. */
export function oxlint(folder: string, ...parameters: string[]): Finding[] {
  const { stdout, stderr } = spawnSync(process.execPath, [BIN, "--format", "json", ...parameters], { cwd: folder, encoding: "utf8", timeout: 120_000, maxBuffer: 1e8 });
  if (!stdout.startsWith("{")) throw new Error(`${stdout}${stderr}`);
  return (JSON.parse(stdout) as Report).diagnostics.map(({ filename, labels, code = "", severity, message }) => {
    const rule = /^(secret-handling|sh)\(([\w-]+)\)$/.exec(code);
    const { line = 0, column = 0 } = labels[0]?.span ?? {};
    if (rule === null) throw new Error(`${filename}:${line} ${code} ${message}`);
    return { file: filename.replaceAll("\\", "/"), line, column: charactersOf(path.join(folder, filename), line, column), rule: `${rule[1]}/${rule[2]}`, severity, message };
  });
}

/** The column as ESLint counts it: oxlint counts bytes, those of a byte order mark too. */
function charactersOf(file: string, line: number, column: number): number {
  const text = readFileSync(file, "utf8").split("\n")[line - 1] ?? "";
  return Buffer.from(text).subarray(0, column - 1).toString().replace(/^\uFEFF/, "").length + 1;
}

const PLACE: (keyof Finding)[] = ["file", "line", "column", "rule", "message"];

/** Findings in an order that does not depend on threads. */
export const sorted = (findings: Finding[]): Finding[] =>
  findings.sort((a, b) => PLACE.map((key) => Number(a[key] > b[key]) - Number(a[key] < b[key])).find((order) => order !== 0) ?? 0);
