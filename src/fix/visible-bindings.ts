import { isBuiltin } from "node:module";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { moduleMember, moduleName } from "../ast/modules.js";
import { isFunction, rootOf } from "../ast/nodes.js";
import { definitionOf, reassignments } from "../ast/scope.js";
import { append } from "../multimap.js";
import { perFile, type SourceFile } from "../source-file.js";

type Scope = TSESLint.Scope.Scope;
type Variable = TSESLint.Scope.Variable;

/** A place in the program from which a name is used. */
export interface Place {
  readonly scope: Scope;
  /** A binding that is made at run time must be made before this offset. */
  readonly offset: number;
  readonly node: TSESTree.Node;
}

/** A variable through which a module, or one of its exports, can be reached as a value. */
export interface ModuleBinding {
  readonly variable: Variable;
  /** Without `node:`. */
  readonly module: string;
  readonly path: readonly string[];
  /** The import, or the declarator that is run when control reaches it. */
  readonly declaration: TSESTree.ImportDeclaration | TSESTree.TSImportEqualsDeclaration | TSESTree.VariableDeclarator;
}

export function placeOf(file: SourceFile, node: TSESTree.Node): Place {
  return { scope: file.sourceCode.getScope!(node), offset: node.range[0], node };
}

/**
 * The bindings of `module` that a name at `place` reaches: not hidden by another declaration, not type-only, and already
 * initialised when control reaches the place. Nearest first.
 */
export function visibleBindings(file: SourceFile, place: Place, module: string): ModuleBinding[] {
  const wanted = moduleName(module);
  const inner: Scope[] = [];
  const found: ModuleBinding[] = [];
  for (let scope: Scope | null = place.scope; scope; scope = scope.upper) {
    const isHidden = ({ name }: Variable): boolean => inner.some(({ set }) => (set.get(name)?.defs.length ?? 0) > 0);
    found.push(...bindingsIn(file, scope, wanted).filter((binding) => !isHidden(binding.variable) && isInitialised(binding, place)));
    inner.push(scope);
  }
  return found;
}

const bindingsByScope = perFile(() => new Map<Scope, Map<string, ModuleBinding[]>>());

/** The bindings of a module that a scope itself declares. A module with a thousand functions is searched once. */
export function bindingsIn(file: SourceFile, scope: Scope, module: string): readonly ModuleBinding[] {
  const known = bindingsByScope(file);
  let bindings = known.get(scope);
  if (!bindings) {
    known.set(scope, (bindings = new Map()));
    for (const variable of scope.set.values()) {
      const binding = bindingOf(file, variable);
      if (binding) append(bindings, binding.module, binding);
    }
  }
  return bindings.get(module) ?? [];
}

/** The expression that reaches `member` through a binding; undefined when it does not lead there. */
export function throughBinding(binding: ModuleBinding, member: string): string | undefined {
  const { variable, path } = binding;
  if (path.length === 0) return `${variable.name}.${member}`;
  return path.length === 1 && path[0] === member ? variable.name : undefined;
}

const bindingsOf = perFile(() => new Map<Variable, ModuleBinding | undefined>());

/** What a variable means as an export of a module, when an edit may use it as a value. */
function bindingOf(file: SourceFile, variable: Variable): ModuleBinding | undefined {
  const known = bindingsOf(file);
  if (!known.has(variable)) {
    // `const otp = otp`, `a = b; b = a`: on the way round there is none.
    known.set(variable, undefined);
    known.set(variable, computeBinding(file, variable));
  }
  return known.get(variable);
}

function computeBinding(file: SourceFile, variable: Variable): ModuleBinding | undefined {
  const definition = definitionOf(variable);
  if (!definition) return undefined;
  const declaration = valueDeclaration(file, variable, definition);
  if (!declaration) return undefined;
  const member = moduleMember(file.sourceCode, definition.name as TSESTree.Node);
  if (!member) return undefined;
  // The default export of a package is one object, its named exports another.
  if (member.path.length === 0 && isDefaultImport(definition.node as TSESTree.Node) && !isBuiltin(member.module)) return undefined;
  return { variable, module: member.module, path: member.path, declaration };
}

function valueDeclaration(
  file: SourceFile,
  variable: Variable,
  definition: TSESLint.Scope.Definition,
): ModuleBinding["declaration"] | undefined {
  const node = definition.node as TSESTree.Node;
  if (node.type === "TSImportEqualsDeclaration") return node.importKind === "type" ? undefined : node;
  const parent = definition.parent as TSESTree.Node | null | undefined;
  if (parent?.type === "ImportDeclaration") {
    if (!isValueImport(parent) || (node.type === "ImportSpecifier" && !isValueKind(node.importKind))) return undefined;
    return parent;
  }
  if (node.type !== "VariableDeclarator" || reassignments(variable).length > 0 || !node.init) return undefined;
  return isModuleValue(file, node.init) ? node : undefined;
}

const isValueKind = (kind: string | null | undefined): boolean => kind === undefined || kind === null || kind === "value";

/** False for `import type`, `import typeof`, `import defer` and `import source`. */
export const isValueImport = (node: TSESTree.ImportDeclaration): boolean =>
  isValueKind(node.importKind) && !(node as { phase?: string | null }).phase;

/** True for what is a module or its member now, not a promise of one. */
function isModuleValue(file: SourceFile, init: TSESTree.Node): boolean {
  const root = rootOf(init);
  if (root.type === "Identifier") {
    const variable = variableAt(file, root);
    return variable !== undefined && bindingOf(file, variable) !== undefined;
  }
  return root.type === "CallExpression" || root.type === "AwaitExpression";
}

function variableAt(file: SourceFile, identifier: TSESTree.Identifier): Variable | undefined {
  for (let scope: Scope | null = file.sourceCode.getScope!(identifier); scope; scope = scope.upper) {
    const variable = scope.set.get(identifier.name);
    if (variable) return variable;
  }
  return undefined;
}

function isDefaultImport(node: TSESTree.Node): boolean {
  if (node.type === "ImportDefaultSpecifier") return true;
  return node.type === "ImportSpecifier" && (node.imported.type === "Identifier" ? node.imported.name : node.imported.value) === "default";
}

/** Imports are there before any statement runs; a `require` only after its own statement. */
export function isInitialised(binding: ModuleBinding, place: Place): boolean {
  const { declaration, variable } = binding;
  if (declaration.type !== "VariableDeclarator") return true;
  if (declaration.range[1] > place.offset) return false;
  const block = declaration.parent?.parent;
  // `var` can be seen from outside the block that gives it its value.
  if (!block || block.range[0] > place.offset || block.range[1] < place.offset) return false;
  return !isCalledBefore(place.node, variable.scope, declaration.range[0]);
}

/** True when the place stands in a hoisted function that is used before `offset`. */
function isCalledBefore(node: TSESTree.Node, scope: Scope, offset: number): boolean {
  let outermost: TSESTree.FunctionDeclaration | undefined;
  for (let current: TSESTree.Node | undefined = node; current && current !== scope.block; current = current.parent) {
    if (isFunction(current) && current.type === "FunctionDeclaration") outermost = current;
  }
  const name = outermost?.id?.name;
  const variable = name === undefined ? undefined : scope.set.get(name);
  return variable?.references.some((reference) => reference.identifier.range[0] < offset) ?? false;
}
