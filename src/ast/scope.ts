import { findVariable } from "@eslint-community/eslint-utils";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

export type SourceCode = Readonly<TSESLint.SourceCode>;
export type Variable = TSESLint.Scope.Variable;
export type Reference = TSESLint.Scope.Reference;

const resolved = new WeakMap<object, Variable | null>();

/** The variable that an identifier means where it stands; undefined when no scope knows it. */
export function variableOf(sourceCode: SourceCode, identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | undefined {
  const known = resolved.get(identifier);
  if (known !== undefined) return known ?? undefined;
  const variable = findVariable(sourceCode.getScope!(identifier) as never, identifier.name) as Variable | null;
  resolved.set(identifier, variable);
  return variable ?? undefined;
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

/** References that give the variable a value after its definition. */
export function reassignments(variable: Variable): Reference[] {
  return variable.references.filter((reference) => reference.isWrite() && reference.init !== true);
}
