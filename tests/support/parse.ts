import * as tsParser from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import { Linter } from "eslint";
import type { SecretHandlingSettings } from "../../src/settings.js";
import { sourceFileOf, type SourceFile } from "../../src/source-file.js";

interface ParseOptions {
  /** Default `file.js`. `.ts`, `.tsx`, `.mts` and `.cts` are parsed by @typescript-eslint/parser, others by espree. */
  filename?: string;
  /** Default `module`, and `commonjs` for `.cjs`, as in a flat config. */
  sourceType?: "module" | "commonjs" | "script";
  settings?: SecretHandlingSettings;
  globals?: Record<string, boolean>;
}

/** Parses `text` as ESLint would and gives what rules see. Throws on a syntax error. */
export function parse(text: string, options: ParseOptions = {}): SourceFile {
  const { filename = "file.js", settings = {}, globals = {} } = options;
  const typescript = /\.[cm]?tsx?$/.test(filename);
  let file: SourceFile | undefined;
  const capture = { create: (context: never) => ((file = sourceFileOf(context)), {}) };
  const messages = new Linter().verify(
    text,
    {
      files: ["**/*", "**/*.{ts,mts,cts,tsx,jsx,vue,svelte,astro}"],
      plugins: { test: { rules: { capture } } },
      rules: { "test/capture": "error" },
      languageOptions: {
        globals,
        sourceType: options.sourceType ?? (filename.endsWith(".cjs") ? "commonjs" : "module"),
        ...(typescript ? { parser: tsParser } : {}),
        parserOptions: { ecmaFeatures: { jsx: /x$/.test(filename) || filename.endsWith(".js") } },
      },
      settings: { "secret-handling": settings },
    },
    { filename },
  );
  if (!file) throw new Error(messages[0]?.message ?? "not linted");
  return file;
}

/** The outermost, last node whose source text is `snippet`. */
export function nodeAt(file: SourceFile, snippet: string): TSESTree.Node {
  let found: TSESTree.Node | undefined;
  const visit = (node: TSESTree.Node): void => {
    if (file.sourceCode.getText(node) === snippet && !(found && found.range[0] === node.range[0])) found = node;
    for (const key of file.sourceCode.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const each of Array.isArray(child) ? child : [child]) if (each) visit(each as TSESTree.Node);
    }
  };
  visit(file.sourceCode.ast);
  if (!found) throw new Error(`no node reads ${snippet}`);
  return found;
}

/** Applies the edits of one report as ESLint does. */
export function apply(text: string, edits: readonly { readonly range: readonly [number, number]; readonly text: string }[]): string {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const source = text.slice(mark.length);
  let result = mark;
  let end = 0;
  for (const edit of [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    if (edit.range[0] < end) throw new Error("overlapping edits");
    result += source.slice(end, edit.range[0]) + edit.text;
    end = edit.range[1];
  }
  return result + source.slice(end);
}
