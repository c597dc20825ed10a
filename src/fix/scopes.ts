import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { variableIn } from "../ast/scope.js";
import { perFile, type SourceFile } from "../source-file.js";

type SourceCode = Readonly<TSESLint.SourceCode>;
type Scope = TSESLint.Scope.Scope;

/** The scope that holds the file's own top-level names: module, CommonJS function, or the global scope of a script. */
export function topScopeOf(sourceCode: SourceCode): Scope {
  const global = globalScopeOf(sourceCode);
  return global.childScopes.find((scope) => scope.block.type === "Program") ?? global;
}

function globalScopeOf(sourceCode: SourceCode): Scope {
  const scope = sourceCode.scopeManager?.globalScope ?? sourceCode.scopeManager?.scopes[0];
  if (!scope) throw new Error("a script has a global scope");
  return scope;
}

/** Every use of an identifier that this file does not declare. */
export function globalReads(file: SourceFile, name: string): TSESTree.Node[] {
  if (!file.sourceCode.text.includes(name)) return [];
  const global = globalScopeOf(file.sourceCode);
  const configured = global.set.get(name);
  const known = configured && configured.defs.length === 0 ? configured.references : [];
  return [...new Set([...global.through, ...known])]
    .map((reference) => reference.identifier)
    .filter((each) => each.name === name) as TSESTree.Node[];
}

const declaredNames = perFile(
  (file) =>
    new Set(
      (file.sourceCode.scopeManager?.scopes ?? []).flatMap((scope) =>
        [...scope.set.values()].flatMap(({ name, defs }) => (defs.length > 0 ? [name] : [])),
      ),
    ),
);

/** True when some scope of the file declares a variable of that name. */
export const isDeclared = (file: SourceFile, name: string): boolean => declaredNames(file).has(name);

/** True when `name` means the runtime's global in `scope`, i.e. no declaration of the file hides it. */
export function meansGlobal(scope: Scope, name: string): boolean {
  return (variableIn(scope, name)?.defs.length ?? 0) === 0;
}

/**
 * True when declaring `name` in `target` gives `name` that meaning in `from` (a scope inside `target`) and changes the meaning of
 * nothing else: no declaration between the two, and no use of a global of that name below `target`.
 */
export function isFreeName(target: Scope, from: Scope, name: string): boolean {
  for (let scope: Scope | null = from; scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable && (scope.type !== "global" || variable.defs.length > 0 || (scope === target && variable.references.length > 0)))
      return false;
    if (scope === target) break;
  }
  return !target.set.has(name) || target.type === "global"
    ? !target.through.some((reference) => reference.identifier.name === name)
    : false;
}
