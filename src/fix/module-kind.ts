import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { childrenOf } from "../ast/nodes.js";
import { perFile, type SourceFile } from "../source-file.js";
import { globalReads, topScopeOf } from "./scopes.js";

export type ModuleKind = "esm" | "commonjs" | "unknown";

const MODULE_SYNTAX = new Set([
  "ExportAllDeclaration",
  "ExportDefaultDeclaration",
  "ExportNamedDeclaration",
  "ImportDeclaration",
  "TSExportAssignment",
  "TSImportEqualsDeclaration",
]);

const COMMONJS_GLOBALS = ["__dirname", "__filename", "exports", "module", "require"];

/** True for a file in TypeScript syntax, by its extension. */
export const isTypeScript = (file: SourceFile): boolean => /\.[cm]?tsx?$/i.test(file.filename);

/**
 * Which statement imports a module in this file.
 *
 * ESM: `.mjs`, `.mts`, components, or any import or export syntax. CommonJS: `.cjs`, `sourceType: "commonjs"`, or an unshadowed `require`, `module`,
 * `exports`, `__dirname`. TypeScript takes an import where nothing decides. `sourceType: "module"` proves nothing: it is the default
 * of a flat config. A file that asks `typeof module` (UMD) stays unknown.
 */
export const moduleKindOf = perFile((file): ModuleKind => {
  const { sourceCode, filename } = file;
  if (/\.(?:m[jt]s|vue|svelte|astro)$/i.test(filename)) return "esm";
  if (/\.cjs$/i.test(filename)) return "commonjs";
  if (hasModuleSyntax(sourceCode)) return "esm";
  if (/\.cts$/i.test(filename)) return "commonjs";
  const reads = COMMONJS_GLOBALS.flatMap((name) => globalReads(file, name));
  if (reads.some(isTypeofOperand)) return isTypeScript(file) ? "esm" : "unknown";
  if (topScopeOf(sourceCode).type === "function" || reads.length > 0) return "commonjs";
  return isTypeScript(file) ? "esm" : "unknown";
});

/**
 * True for TypeScript that loads modules by `import x = require("x")` or ends in `export =` and has no import of ECMAScript: it becomes
 * CommonJS, and under `verbatimModuleSyntax` such an import would be an error.
 */
export const loadsByRequire = perFile((file): boolean => {
  const { body } = file.sourceCode.ast;
  const isRequire = (node: TSESTree.Node): boolean =>
    node.type === "TSExportAssignment" ||
    (node.type === "TSImportEqualsDeclaration" && node.moduleReference.type === "TSExternalModuleReference");
  const isEcmaScript = (node: TSESTree.Node): boolean =>
    /^(?:Import|Export(?:All|Default|Named))Declaration$/.test(node.type) && (node as { importKind?: string }).importKind !== "type";
  return isTypeScript(file) && body.some(isRequire) && !body.some(isEcmaScript);
});

export const isTypeofOperand = (node: TSESTree.Node): boolean =>
  node.parent?.type === "UnaryExpression" && node.parent.operator === "typeof";

function hasModuleSyntax(sourceCode: Readonly<TSESLint.SourceCode>): boolean {
  const { ast, text } = sourceCode;
  if (ast.body.some((statement) => MODULE_SYNTAX.has(statement.type))) return true;
  // Svelte keeps the statements one level down, inside the script element.
  if (ast.body.some((element) => statementsOf(element).some((statement) => MODULE_SYNTAX.has(statement.type)))) return true;
  if (
    /\bimport\s*\.\s*meta\b/.test(text) &&
    contains(sourceCode, ast, (node) => node.type === "MetaProperty" && node.meta.name === "import", false)
  )
    return true;
  return /\bawait\b/.test(text) && contains(sourceCode, ast, isAwait, true);
}

function statementsOf(node: TSESTree.Node): readonly TSESTree.Node[] {
  const body = "body" in node ? (node.body as unknown) : undefined;
  return (node.type as string) === "SvelteScriptElement" && Array.isArray(body) ? (body as TSESTree.Node[]) : [];
}

const isAwait = (node: TSESTree.Node): boolean => node.type === "AwaitExpression" || (node.type === "ForOfStatement" && node.await);

/** Whether the predicate holds for a node of the tree. */
function contains(
  sourceCode: Readonly<TSESLint.SourceCode>,
  node: TSESTree.Node,
  holds: (node: TSESTree.Node) => boolean,
  outsideFunctions: boolean,
): boolean {
  if (holds(node)) return true;
  if (outsideFunctions && (/Function/.test(node.type) || node.type === "PropertyDefinition" || node.type === "StaticBlock")) return false;
  return childrenOf(sourceCode, node).some((child) => contains(sourceCode, child, holds, outsideFunctions));
}
