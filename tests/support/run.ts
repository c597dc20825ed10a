import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";

/** Loads a module from its text, as a file of its own beside our development dependencies, and gives its exports. `name` decides between ESM and CommonJS. */
export async function load(text: string, name = "module.mjs"): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), "secret-handling-"));
  try {
    symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
    const path = join(folder, name);
    writeFileSync(path, text);
    return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Record<string, unknown>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const STRICT: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2022.d.ts"],
  types: ["node"],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
};

const libraries = new Map<string, ts.SourceFile | undefined>();

/** What a strict TypeScript compiler says about a file: messages with their codes. */
export function typeErrors(text: string, name = "module.mts", options: ts.CompilerOptions = {}): string[] {
  const path = join(process.cwd(), "tests", name);
  const host = ts.createCompilerHost({ ...STRICT, ...options });
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => file === path || fileExists(file);
  host.readFile = (file) => (file === path ? text : readFile(file));
  host.getSourceFile = (file, language, ...rest) => {
    if (file === path) return ts.createSourceFile(file, text, language, true);
    if (!libraries.has(file)) libraries.set(file, getSourceFile(file, language, ...rest));
    return libraries.get(file);
  };
  const program = ts.createProgram([path], { ...STRICT, ...options }, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map((each) => `TS${each.code}: ${ts.flattenDiagnosticMessageText(each.messageText, "\n")}`);
}
