import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { fileCache } from "../file-cache.js";

export type SourceCode = Readonly<TSESLint.SourceCode>;
type Scope = TSESLint.Scope.Scope;
export type Variable = TSESLint.Scope.Variable;
export type Reference = TSESLint.Scope.Reference;

const resolved = fileCache<object, Map<object, Variable | null>>();

/** The variable that an identifier means where it stands; undefined when no scope knows it. */
export function variableOf(sourceCode: SourceCode, identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | undefined {
  let variables = resolved.get(sourceCode.ast);
  if (!variables) resolved.set(sourceCode.ast, (variables = resolvedReferences(sourceCode)));
  let variable = variables.get(identifier);
  if (variable === undefined) {
    variable = variableIn(sourceCode.getScope!(identifier) as Scope, identifier.name) ?? null;
    variables.set(identifier, variable);
  }
  return variable ?? undefined;
}

/** The variable that `name` means in `scope`, whether the file declares it or not. */
export function variableIn(scope: Scope, name: string): Variable | undefined {
  for (let current: Scope | null = scope; current; current = current.upper) {
    const variable = current.set.get(name);
    if (variable) return variable;
  }
  return undefined;
}

/** What the scope analysis knows already: cheaper than to look for the scope of each identifier. */
function resolvedReferences({ scopeManager }: SourceCode): Map<object, Variable | null> {
  const variables = new Map<object, Variable | null>();
  for (const { references } of scopeManager?.scopes ?? [])
    for (const { identifier, resolved: variable } of references) if (variable) variables.set(identifier, variable);
  return variables;
}

/**
 * Whether an identifier means the global of that name: nothing in the file defines it.
 * An unresolved name counts too, since many configs declare no globals.
 */
export function isGlobal(sourceCode: SourceCode, node: TSESTree.Node | null | undefined, ...names: string[]): boolean {
  if (node?.type !== "Identifier" || (names.length > 0 && !names.includes(node.name))) return false;
  const variable = variableOf(sourceCode, node);
  return !variable || variable.defs.length === 0;
}

/** The one definition of a variable; undefined when it has none or several (overloads, merged declarations). */
export function definitionOf(variable: Variable): TSESLint.Scope.Definition | undefined {
  return variable.defs.length === 1 ? variable.defs[0] : undefined;
}

/** What a variable is declared with, whether it is written again or not. */
export function declaredValue(sourceCode: SourceCode, identifier: TSESTree.Identifier): TSESTree.Expression | undefined {
  const variable = variableOf(sourceCode, identifier);
  const declarator = variable && (definitionOf(variable)?.node as TSESTree.Node | undefined);
  return declarator?.type === "VariableDeclarator" ? (declarator.init ?? undefined) : undefined;
}

// Kept: a variable that is used a thousand times is asked a thousand times.
const written = fileCache<Variable, readonly Reference[]>();
const read = fileCache<Variable, readonly Reference[]>();

/** References that give the variable a value after its definition. */
export function reassignments(variable: Variable): readonly Reference[] {
  let found = written.get(variable);
  if (!found) written.set(variable, (found = variable.references.filter((reference) => reference.isWrite() && reference.init !== true)));
  return found;
}

/** References that read the variable. */
export function readsOf(variable: Variable): readonly Reference[] {
  let found = read.get(variable);
  if (!found) read.set(variable, (found = variable.references.filter((reference) => reference.isRead())));
  return found;
}
