import { isBuiltin } from "node:module";
import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, staticName, unwrap, type Node } from "./nodes.js";
import { definitionOf, isGlobal, reassignments, variableOf, type SourceCode, type Variable } from "./scope.js";

/** An export of a module: `{module: "crypto", path: ["createHash"]}`. An empty path is the module itself. */
export interface ModuleMember {
  /** As in the import, without `node:` for builtins. */
  module: string;
  path: readonly string[];
}

const MAX_HOPS = 8;
const members = new WeakMap<Variable, ModuleMember | null>();

/** `node:crypto` and `crypto` are one module; other names stay. */
export const moduleName = (specifier: string): string =>
  specifier.startsWith("node:") && isBuiltin(specifier) ? specifier.slice("node:".length) : specifier;

/**
 * The module export that an expression means, through imports, require, destructuring, aliases and members.
 * A default import of a package without other members is the package itself (`import md5 from "md5"` and `require("md5")`
 * both give an empty path). Undefined when the expression is anything else.
 */
export function moduleMember(sourceCode: SourceCode, node: Node, hops = 0): ModuleMember | undefined {
  if (hops > MAX_HOPS) return undefined;
  const inner = unwrap(node);
  switch (inner.type) {
    case "Identifier": {
      const variable = variableOf(sourceCode, inner);
      if (!variable) return undefined;
      let member = members.get(variable);
      if (member === undefined) members.set(variable, (member = variableMember(sourceCode, variable, hops) ?? null));
      return member ?? undefined;
    }
    case "MemberExpression": {
      const name = staticName(inner);
      const owner = name === undefined ? undefined : moduleMember(sourceCode, inner.object, hops + 1);
      return owner && memberOf(owner, name!);
    }
    case "AwaitExpression":
      return moduleMember(sourceCode, inner.argument, hops + 1);
    case "ImportExpression":
      return moduleSelf(literalText(inner.source));
    case "CallExpression":
      return requiredModule(sourceCode, inner);
    default:
      return undefined;
  }
}

const memberOf = (owner: ModuleMember, name: string): ModuleMember =>
  name === "default" && owner.path.length === 0 ? owner : { module: owner.module, path: [...owner.path, name] };

const moduleSelf = (specifier: string | undefined): ModuleMember | undefined =>
  specifier === undefined ? undefined : { module: moduleName(specifier), path: [] };

/** `require("x")`, `process.getBuiltinModule("x")`, and esModuleInterop's `__importDefault(require("x"))`. */
function requiredModule(sourceCode: SourceCode, call: TSESTree.CallExpression): ModuleMember | undefined {
  const [first] = call.arguments;
  if (!first) return undefined;
  if (isGlobal(sourceCode, call.callee, "require")) return moduleSelf(literalText(first));
  if (call.callee.type === "Identifier" && /^_*(?:interopRequireDefault|interopRequireWildcard|importDefault|importStar)$/.test(call.callee.name))
    return first.type === "CallExpression" ? requiredModule(sourceCode, first) : undefined;
  if (
    call.callee.type === "MemberExpression" &&
    staticName(call.callee) === "getBuiltinModule" &&
    isGlobal(sourceCode, call.callee.object, "process")
  )
    return moduleSelf(literalText(first));
  return undefined;
}

function variableMember(sourceCode: SourceCode, variable: Variable, hops: number): ModuleMember | undefined {
  const definition = definitionOf(variable);
  if (!definition) return undefined;
  if (definition.type === ("ImportBinding" as string)) return importedMember(definition.node as Node, definition.parent as Node | null);
  if (definition.type !== ("Variable" as string) || reassignments(variable).length > 0) return undefined;
  const declarator = definition.node as TSESTree.VariableDeclarator;
  if (!declarator.init) return undefined;
  if (declarator.id.type === "Identifier") return moduleMember(sourceCode, declarator.init, hops + 1);
  const names = patternPath(declarator.id, definition.name as Node);
  const owner = names && moduleMember(sourceCode, declarator.init, hops + 1);
  return owner && names.reduce(memberOf, owner);
}

function importedMember(specifier: Node, declaration: Node | null): ModuleMember | undefined {
  if (specifier.type === "TSImportEqualsDeclaration")
    return specifier.moduleReference.type === "TSExternalModuleReference" ? moduleSelf(literalText(specifier.moduleReference.expression)) : undefined;
  if (declaration?.type !== "ImportDeclaration") return undefined;
  const owner = moduleSelf(literalText(declaration.source));
  if (!owner || specifier.type !== "ImportSpecifier") return owner;
  const { imported } = specifier;
  return memberOf(owner, imported.type === "Identifier" ? imported.name : String((imported as TSESTree.StringLiteral).value));
}

/**
 * Where a destructuring pattern takes a name from: `["a", "b"]` for `x` in `{ a: { b: x = 1 } }`.
 * Undefined for computed keys and rest elements; array positions are written as their index.
 */
export function patternPath(pattern: Node, name: Node): string[] | undefined {
  switch (pattern.type) {
    case "AssignmentPattern":
      return patternPath(pattern.left, name);
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (property.type !== "Property") continue;
        const rest = patternPath(property.value, name);
        const key = staticName(property);
        if (rest) return key === undefined ? undefined : [key, ...rest];
      }
      return undefined;
    case "ArrayPattern":
      for (const [index, element] of pattern.elements.entries()) {
        const rest = element && patternPath(element, name);
        if (rest) return [String(index), ...rest];
      }
      return undefined;
    default:
      return pattern === name ? [] : undefined;
  }
}
