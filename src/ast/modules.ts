import { isBuiltin } from "node:module";
import type { TSESTree } from "@typescript-eslint/utils";
import { fileCache } from "../file-cache.js";
import { literalText, staticName, unwrap, type Node } from "./nodes.js";
import { patternPath } from "./patterns.js";
import { definitionOf, isGlobal, reassignments, variableOf, type SourceCode, type Variable } from "./scope.js";

/** An export of a module: `{module: "crypto", path: ["createHash"]}`. An empty path is the module itself. */
export interface ModuleMember {
  /** As in the import, without `node:` for builtins. */
  module: string;
  path: readonly string[];
}

/** Members and awaits of one expression; no export of a module lies deeper. */
const MAX_PARTS = 8;
const members = fileCache<Variable, ModuleMember | null>();

/** `node:crypto` and `crypto` are one module; other names stay. */
export const moduleName = (specifier: string): string =>
  specifier.startsWith("node:") && isBuiltin(specifier) ? specifier.slice("node:".length) : specifier;

/**
 * The module export that an expression means, through imports, require, destructuring, aliases and members.
 * A default import of a package without other members is the package itself (`import md5 from "md5"` and `require("md5")`
 * both give an empty path). Undefined when the expression is anything else.
 */
export function moduleMember(sourceCode: SourceCode, node: Node): ModuleMember | undefined {
  // What was passed on the way to the module: variables, which learn what they are, and the members that are taken of it.
  const passed: (Variable | string)[] = [];
  let found: ModuleMember | undefined;
  let parts = 0;
  for (let current: Node | undefined = node; current && parts <= MAX_PARTS; parts++) {
    const inner = unwrap(current);
    current = undefined;
    if (inner.type === "Identifier") {
      const variable = variableOf(sourceCode, inner);
      const known = variable && members.get(variable);
      if (known || !variable) found = known ?? undefined;
      else if (known === undefined) {
        members.set(variable, null); // also the answer for a variable that is its own alias
        passed.push(variable);
        found = importOf(variable);
        const alias = found ? undefined : aliasOf(variable);
        if (alias) passed.push(...alias.names.toReversed());
        current = alias?.node;
        parts = 0;
      }
    } else if (inner.type === "MemberExpression") {
      const name = staticName(inner);
      if (name !== undefined) passed.push(name);
      current = name === undefined ? undefined : inner.object;
    } else if (inner.type === "AwaitExpression") current = inner.argument;
    else if (inner.type === "ImportExpression") found = moduleSelf(literalText(inner.source));
    else if (inner.type === "CallExpression") found = requiredModule(sourceCode, inner);
  }
  for (const each of passed.reverse()) {
    if (typeof each === "string") found = found && memberOf(found, each);
    else if (found) members.set(each, found);
  }
  return found;
}

const memberOf = (owner: ModuleMember, name: string): ModuleMember | undefined => {
  if (name === "default" && owner.path.length === 0) return owner;
  return owner.path.length < MAX_PARTS ? { module: owner.module, path: [...owner.path, name] } : undefined;
};

const moduleSelf = (specifier: string | undefined): ModuleMember | undefined =>
  specifier === undefined ? undefined : { module: moduleName(specifier), path: [] };

/** `require("x")`, `process.getBuiltinModule("x")`, and what compilers write around it: `__importDefault(require("x"))`, `__toESM(require("x"))`. */
function requiredModule(sourceCode: SourceCode, call: TSESTree.CallExpression): ModuleMember | undefined {
  const [first] = call.arguments;
  if (!first) return undefined;
  if (isGlobal(sourceCode, call.callee, "require")) return moduleSelf(literalText(first));
  if (
    call.callee.type === "Identifier" &&
    /^_*(?:interopRequireDefault|interopRequireWildcard|importDefault|importStar|toESM)$/.test(call.callee.name)
  )
    return first.type === "CallExpression" ? requiredModule(sourceCode, first) : undefined;
  if (
    call.callee.type === "MemberExpression" &&
    staticName(call.callee) === "getBuiltinModule" &&
    isGlobal(sourceCode, call.callee.object, "process")
  )
    return moduleSelf(literalText(first));
  return undefined;
}

function importOf(variable: Variable): ModuleMember | undefined {
  const definition = definitionOf(variable);
  return definition?.type === ("ImportBinding" as string)
    ? importedMember(definition.node as Node, definition.parent as Node | null)
    : undefined;
}

/** What a variable that is never reassigned stands for: a member of the value of `node`. */
function aliasOf(variable: Variable): { node: Node; names: readonly string[] } | undefined {
  const definition = definitionOf(variable);
  if (definition?.type !== ("Variable" as string) || reassignments(variable).length > 0) return undefined;
  const { id, init } = definition!.node as TSESTree.VariableDeclarator;
  const names = patternPath(id, definition!.name as Node);
  return init && names && !names.includes("*") ? { node: init, names } : undefined;
}

function importedMember(specifier: Node, declaration: Node | null): ModuleMember | undefined {
  if (specifier.type === "TSImportEqualsDeclaration")
    return specifier.moduleReference.type === "TSExternalModuleReference"
      ? moduleSelf(literalText(specifier.moduleReference.expression))
      : undefined;
  if (declaration?.type !== "ImportDeclaration") return undefined;
  const owner = moduleSelf(literalText(declaration.source));
  if (!owner || specifier.type !== "ImportSpecifier") return owner;
  const { imported } = specifier;
  return memberOf(owner, imported.type === "Identifier" ? imported.name : String((imported as TSESTree.StringLiteral).value));
}
