import { isBuiltin } from "node:module";
import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, staticName, unwrap } from "../ast/nodes.js";
import { insertionPlace } from "../hosts/insertion-place.js";
import { perFile, type SourceFile } from "../source-file.js";
import { isTypeofOperand } from "./module-kind.js";
import {
  BROWSER_GLOBALS,
  BROWSER_PACKAGES,
  EDGE_GLOBALS,
  EDGE_PACKAGES,
  NODE_GLOBALS,
  POLYFILLED_BUILTINS,
  SERVER_PACKAGES,
} from "./runtime-evidence.js";
import { globalReads } from "./scopes.js";

export type Runtime = "node" | "browser" | "edge" | "unknown";

/**
 * Where a file runs, as far as its own text proves it.
 *
 * In this order: the setting; edge declarations and packages; `"use client"`; a builtin import, server package or `"use server"`;
 * worker shape and Deno; component files, JSX, DOM globals and UI packages; `process`, `Buffer`, `require`; `import.meta.env`.
 * `process.env.NODE_ENV` proves nothing, and neither does a global under `typeof`.
 */
export const runtimeOf = perFile((file): Runtime => {
  if (file.settings.runtime) return file.settings.runtime;
  const modules = importedModules(file);
  if (declaresEdge(file, modules)) return "edge";
  if (hasDirective(file, "use client") || isClientOnly(file)) return "browser";
  if (isServer(file, modules)) return "node";
  if (isWorker(file) || usesAny(file, EDGE_GLOBALS)) return "edge";
  if (isBrowser(file, modules)) return "browser";
  if (modules.some((module) => isBuiltin(module)) || usesNode(file)) return "node";
  return /\bimport\.meta\.(?:env|hot|glob)\b/.test(file.sourceCode.text) ? "browser" : "unknown";
});

/** Vue and Svelte components run in the page, whatever else they do, and so do the scripts that eslint-plugin-astro takes out of a page. */
const isClientOnly = (file: SourceFile): boolean =>
  /\.(?:vue|svelte)$|\.client\.[cm]?[jt]sx?$|\.astro[\\/][^\\/]+\.[cm]?[jt]s$/i.test(file.filename);

function isServer(file: SourceFile, modules: readonly string[]): boolean {
  return (
    /\.server\.[cm]?[jt]sx?$/i.test(file.filename) ||
    /^#!.*\b(?:node|bun|tsx|ts-node)\b/.test(file.sourceCode.text) ||
    hasDirective(file, "use server") ||
    modules.some((module) => isNodeBuiltin(module) || isListed(SERVER_PACKAGES, module))
  );
}

const isNodeBuiltin = (module: string): boolean =>
  module.startsWith("node:") || module === "bun" || (isBuiltin(module) && !POLYFILLED_BUILTINS.has(module));

function isBrowser(file: SourceFile, modules: readonly string[]): boolean {
  // Frontmatter and markup of an Astro page run on the server; its client scripts are files of their own to a linter.
  if (/\.astro$/i.test(file.filename)) return false;
  return (
    /\.(?:jsx|tsx)$/i.test(file.filename) ||
    (file.sourceCode.ast.tokens ?? []).some(
      (token) => (token.type as string) === "JSXIdentifier" || (token.type as string) === "JSXText",
    ) ||
    modules.some((module) => isListed(BROWSER_PACKAGES, module)) ||
    usesAny(file, BROWSER_GLOBALS)
  );
}

const isListed = (packages: ReadonlySet<string>, module: string): boolean => {
  if (packages.has(module)) return true;
  const parts = module.split("/");
  const name = parts.slice(0, module.startsWith("@") ? 2 : 1).join("/");
  return packages.has(`${name}/*`) || (module.startsWith("@") && packages.has(`${parts[0]}/*`));
};

const usesAny = (file: SourceFile, names: readonly string[]): boolean => names.some((name) => uses(file, name));

/** True for a use of a global that is more than the question whether it exists. */
const uses = (file: SourceFile, name: string): boolean => globalReads(file, name).some((node) => !isTypeofOperand(node));

/** Not by a global that the file asks for with `typeof`: UMD wrappers and code for both sides count on its absence. */
function usesNode(file: SourceFile): boolean {
  return NODE_GLOBALS.some((name) => {
    const reads = globalReads(file, name);
    return !reads.some(isTypeofOperand) && reads.some((node) => !isBundlerConstant(node));
  });
}

/** `process.env.NODE_ENV`, which bundlers replace. */
function isBundlerConstant(node: TSESTree.Node): boolean {
  const env = node.parent;
  const name = env?.parent;
  return (
    env?.type === "MemberExpression" && staticName(env) === "env" && name?.type === "MemberExpression" && staticName(name) === "NODE_ENV"
  );
}

function hasDirective(file: SourceFile, directive: string): boolean {
  for (const statement of insertionPlace(file)?.body ?? []) {
    if (statement.type !== "ExpressionStatement" || statement.expression.type !== "Literal") return false;
    if (statement.expression.value === directive) return true;
  }
  return false;
}

/** The modules that the file loads at run time, as written. */
function importedModules(file: SourceFile): string[] {
  const loaded = (insertionPlace(file)?.body ?? []).map(loadedBy);
  const required = globalReads(file, "require").map(({ parent }, index, reads) =>
    parent?.type === "CallExpression" && parent.callee === reads[index] ? parent.arguments[0] : undefined,
  );
  return [...loaded, ...required].map(literalText).filter((module) => module !== undefined);
}

/** The module name of a statement that is more than types. */
function loadedBy(statement: TSESTree.Node): TSESTree.Node | null | undefined {
  switch (statement.type) {
    case "ImportDeclaration": {
      const names = statement.specifiers;
      const onlyTypes = names.length > 0 && names.every((each) => each.type === "ImportSpecifier" && each.importKind === "type");
      return statement.importKind === "type" || onlyTypes ? undefined : statement.source;
    }
    case "TSImportEqualsDeclaration":
      return statement.moduleReference.type === "TSExternalModuleReference" && statement.importKind !== "type"
        ? statement.moduleReference.expression
        : undefined;
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return statement.exportKind === "type" ? undefined : statement.source;
    default:
      return undefined;
  }
}

function declaresEdge(file: SourceFile, modules: readonly string[]): boolean {
  if (modules.some((module) => /^(?:cloudflare|fastly|jsr|npm|https?):/.test(module) || isListed(EDGE_PACKAGES, module))) return true;
  if (/(?:^|\/)middleware\.[cm]?[jt]sx?$/i.test(file.filename) && modules.includes("next/server")) return true;
  return file.sourceCode.ast.body.some((statement) => {
    if (statement.type !== "ExportNamedDeclaration" || statement.declaration?.type !== "VariableDeclaration") return false;
    return statement.declaration.declarations.some(({ id, init }) => {
      if (id.type !== "Identifier" || !init) return false;
      if (id.name === "runtime") return isEdgeName(unwrap(init));
      const config = unwrap(init);
      if (id.name !== "config" || config.type !== "ObjectExpression") return false;
      return config.properties.some((each) => each.type === "Property" && staticName(each) === "runtime" && isEdgeName(unwrap(each.value)));
    });
  });
}

const isEdgeName = (node: TSESTree.Node): boolean => /^(?:experimental-)?edge$/.test(literalText(node) ?? "");

/** `export default { async fetch(request, env) {} }` without `port`, which Bun reads. */
function isWorker(file: SourceFile): boolean {
  return file.sourceCode.ast.body.some((statement) => {
    if (statement.type !== "ExportDefaultDeclaration") return false;
    const value = unwrap(statement.declaration);
    if (value.type !== "ObjectExpression") return false;
    const names = value.properties.map((each) => staticName(each));
    return (names.includes("fetch") || names.includes("scheduled")) && !names.includes("port");
  });
}
