import type { TSESTree } from "@typescript-eslint/utils";
import { localFunction } from "./functions.js";
import { enclosingFunction, staticName, type FunctionNode, type Node } from "./nodes.js";
import { variableOf, type SourceCode } from "./scope.js";

/** What an edit wants to put at a place that has a type. */
export type ValueKind = "string" | "boolean" | "list";

/** Types of the language's own library that are made of the type in their brackets. */
const SAME_MEMBERS = new Set(["NonNullable", "Partial", "Readonly", "Required"]);
const LISTS = new Set(["Array", "Iterable", "ReadonlyArray"]);
const MAX_DEPTH = 8;

/**
 * Whether a written type takes every value of a kind, at the end of a path of properties and positions.
 *
 * @returns undefined where the file does not show it: imported, generic and computed types
 */
export function takes(
  sourceCode: SourceCode,
  type: Node | undefined,
  kind: ValueKind,
  path: readonly string[] = [],
  depth = 0,
): boolean | undefined {
  if (!type || depth > MAX_DEPTH) return undefined;
  const within = (inner: Node | undefined, rest: readonly string[] = path): boolean | undefined =>
    takes(sourceCode, inner, kind, rest, depth + 1);
  switch (type.type) {
    case "TSAnyKeyword":
    case "TSUnknownKeyword":
      return true;
    case "TSObjectKeyword":
      return path.length > 0 || kind === "list";
    case "TSStringKeyword":
      return path.length === 0 && kind === "string";
    case "TSBooleanKeyword":
      return path.length === 0 && kind === "boolean";
    case "TSUnionType":
      return anyOf(type.types.map((each) => within(each)));
    case "TSIntersectionType":
      return path.length > 0 ? anyOf(type.types.map((each) => within(each))) : undefined;
    case "TSTypeOperator":
      return type.operator === "readonly" ? within(type.typeAnnotation) : undefined;
    case "TSArrayType":
      return path.length > 0 ? within(type.elementType, path.slice(1)) : kind === "list" ? undefined : false;
    case "TSTupleType":
    case "TSConditionalType":
    case "TSIndexedAccessType":
    case "TSMappedType":
    case "TSTypeQuery":
      return undefined;
    case "TSTypeLiteral":
      return path.length > 0 ? ofMembers(type.members, path, within) : type.members.length === 0;
    case "TSTypeReference":
      return ofReference(sourceCode, type, kind, path, within);
    default:
      return false;
  }
}

type Within = (inner: Node | undefined, rest?: readonly string[]) => boolean | undefined;

const anyOf = (answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;

function ofMembers(members: readonly Node[], [name, ...rest]: readonly string[], within: Within): boolean | undefined {
  const member = members.find((each) => each.type === "TSPropertySignature" && staticName(each) === name);
  if (member?.type === "TSPropertySignature") return within(member.typeAnnotation?.typeAnnotation, rest);
  const index = members.find((each) => each.type === "TSIndexSignature");
  return index?.type === "TSIndexSignature" ? within(index.typeAnnotation?.typeAnnotation, rest) : undefined;
}

function ofReference(
  sourceCode: SourceCode,
  type: TSESTree.TSTypeReference,
  kind: ValueKind,
  path: readonly string[],
  within: Within,
): boolean | undefined {
  const declaration = declarationOf(sourceCode, type);
  if (declaration?.type === "TSTypeAliasDeclaration") return declaration.typeParameters ? undefined : within(declaration.typeAnnotation);
  if (declaration?.type === "TSInterfaceDeclaration") {
    if (path.length === 0) return declaration.body.body.length === 0 && declaration.extends.length === 0 ? true : false;
    return ofMembers(declaration.body.body, path, within);
  }
  if (declaration) return undefined;
  const name = type.typeName.type === "Identifier" ? type.typeName.name : "";
  const [first, second] = type.typeArguments?.params ?? [];
  if (SAME_MEMBERS.has(name)) return within(first);
  if (name === "Record") return path.length > 0 ? within(second, path.slice(1)) : false;
  if (LISTS.has(name)) return path.length > 0 ? within(first, path.slice(1)) : kind === "list" ? undefined : false;
  return undefined;
}

/** The one declaration in the file that a type's name means. */
export function declarationOf(sourceCode: SourceCode, type: Node | undefined): Node | undefined {
  if (type?.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return undefined;
  const variable = variableOf(sourceCode, type.typeName);
  return variable?.defs.length === 1 ? (variable.defs[0]!.node as Node) : undefined;
}

/** A type, and the properties and positions of it that lead to what was asked for. */
export interface WrittenType {
  readonly type: Node;
  readonly path: readonly string[];
}

/** The type written for the parameter at a position, and the path that leads to it there; undefined when none is written. */
export function parameterType({ params }: { readonly params: readonly Node[] }, index: number): WrittenType | undefined {
  const last = params.at(-1);
  const parameter = params[index] ?? (last?.type === "RestElement" ? last : undefined);
  if (!parameter) return undefined;
  const target =
    parameter.type === "AssignmentPattern" ? parameter.left : parameter.type === "TSParameterProperty" ? parameter.parameter : parameter;
  const type = "typeAnnotation" in target ? (target.typeAnnotation as TSESTree.TSTypeAnnotation | undefined)?.typeAnnotation : undefined;
  return type && { type, path: target.type === "RestElement" ? [String(index - params.length + 1)] : [] };
}

/** The type written around an expression that it becomes the value of, or a part of, and the path that leads to it there. */
export function typeAround(sourceCode: SourceCode, expression: Node): WrittenType | undefined {
  const path: string[] = [];
  let child = expression;
  for (let { parent } = expression; parent; child = parent, { parent } = parent) {
    const found = typeAt(sourceCode, parent, child);
    if (found) return { type: found.type, path: [...found.path, ...path] };
    if (parent.type === "Property" && parent.value === child) path.unshift(staticName(parent) ?? "");
    else if (parent.type === "ArrayExpression") path.unshift("0");
    else if (
      !/^(?:ObjectExpression|ConditionalExpression|LogicalExpression|TSAsExpression|TSSatisfiesExpression|ReturnStatement|BlockStatement|IfStatement)$/.test(
        parent.type,
      )
    )
      return undefined;
  }
  return undefined;
}

function typeAt(sourceCode: SourceCode, parent: Node, child: Node): WrittenType | undefined {
  const alone = (type: Node | undefined): WrittenType | undefined => type && { type, path: [] };
  switch (parent.type) {
    case "VariableDeclarator":
      return alone(parent.id.typeAnnotation?.typeAnnotation);
    case "PropertyDefinition":
    case "AccessorProperty":
      return alone(parent.typeAnnotation?.typeAnnotation);
    case "AssignmentPattern":
      return parent.right === child ? alone(parent.left.typeAnnotation?.typeAnnotation) : undefined;
    case "TSSatisfiesExpression":
      return alone(parent.typeAnnotation);
    case "ReturnStatement":
      return alone(returnType(enclosingFunction(parent)));
    case "ArrowFunctionExpression":
      return parent.body === child ? alone(returnType(parent)) : undefined;
    case "CallExpression": {
      const fn = localFunction(sourceCode, parent.callee);
      const index = parent.arguments.indexOf(child as never);
      return fn && index >= 0 ? parameterType(fn, index) : undefined;
    }
    default:
      return undefined;
  }
}

/** What a function gives; of an asynchronous one, what its promise gives. */
function returnType(fn: FunctionNode | undefined): Node | undefined {
  const type = fn?.returnType?.typeAnnotation;
  return fn?.async && type?.type === "TSTypeReference" ? type.typeArguments?.params[0] : type;
}
