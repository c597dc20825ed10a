import type { TSESTree } from "@typescript-eslint/utils";
import { declarationOf, parameterType, takes, type ValueKind } from "../../ast/declared-types.js";
import { enclosingClass, localFunction } from "../../ast/functions.js";
import { isFunction, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { definitionOf, variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { isTypeScript } from "../../fix/module-kind.js";
import type { LogCall } from "../../sinks/logs/log-calls.js";
import type { SourceFile } from "../../source-file.js";

interface Signature {
  readonly params: readonly Node[];
}

/**
 * Whether a log call compiles with a value of that kind in the place of `node`, as far as this file declares its logger: a function or
 * class of the file, or one with an interface of the file. True for every other logger and in JavaScript.
 */
export function mayLog(file: SourceFile, { call }: LogCall, node: Node, kind: ValueKind): boolean {
  const signatures = isTypeScript(file) ? signaturesOf(file, call) : [];
  const route = signatures.length === 0 ? undefined : routeTo(call, node);
  return !route || signatures.every((signature) => fits(file, signature, route, kind));
}

interface Route {
  readonly index: number;
  readonly path: readonly string[];
}

/** The argument that holds a node and the properties on the way; undefined where a text or another call is made of it. */
function routeTo(call: TSESTree.CallExpression, node: Node): Route | undefined {
  const path: string[] = [];
  let child = node;
  for (let { parent } = node; parent; child = parent, { parent } = parent) {
    if (parent === call) {
      const index = call.arguments.indexOf(child as TSESTree.CallExpressionArgument);
      return index < 0 || call.arguments.slice(0, index + 1).some((each) => each.type === "SpreadElement") ? undefined : { index, path };
    }
    if (
      parent.type === "TemplateLiteral" ||
      parent.type === "BinaryExpression" ||
      parent.type === "CallExpression" ||
      parent.type === "NewExpression"
    )
      return undefined;
    if (parent.type === "Property") path.unshift(staticName(parent) ?? "");
    else if (parent.type === "ArrayExpression") path.unshift(String(parent.elements.indexOf(child as TSESTree.Expression)));
  }
  return undefined;
}

function fits(file: SourceFile, signature: Signature, { index, path }: Route, kind: ValueKind): boolean {
  const declared = parameterType(signature, index);
  if (declared) return takes(file.sourceCode, declared.type, kind, [...declared.path, ...path]) === true;
  const context = contextOf(signature as Node);
  if (context) {
    const signatures = signaturesOfType(file, context);
    return signatures.length > 0 && signatures.every((each) => fits(file, each, { index, path }, kind));
  }
  const parameter = signature.params[index];
  // Without any type it is `any`.
  if (parameter?.type === "Identifier" || signature.params.at(-1)?.type === "RestElement") return true;
  return (
    parameter?.type === "AssignmentPattern" &&
    path.length === 0 &&
    kind === "string" &&
    (parameter.right.type === "TemplateLiteral" || (parameter.right.type === "Literal" && typeof parameter.right.value === "string"))
  );
}

/** The type of what a function is stored in: `const log: Writer = …`. */
function contextOf(fn: Node): Node | undefined {
  const { parent } = fn;
  if (fn.type === "FunctionDeclaration" || (parent?.type !== "VariableDeclarator" && parent?.type !== "PropertyDefinition"))
    return undefined;
  return (parent.type === "VariableDeclarator" ? parent.id : parent).typeAnnotation?.typeAnnotation;
}

/** What the file says that a callee takes; several for overloads, none when it says nothing. */
function signaturesOf(file: SourceFile, call: TSESTree.CallExpression): Signature[] {
  const { sourceCode } = file;
  const callee = unwrap(call.callee);
  const fn = localFunction(sourceCode, callee);
  if (fn) return [fn];
  if (callee.type === "Identifier") return signaturesOfType(file, annotationOf(file, callee));
  const name = callee.type === "MemberExpression" ? staticName(callee) : undefined;
  if (callee.type !== "MemberExpression" || name === undefined) return [];
  const owner = unwrap(callee.object);
  const made = owner.type === "Identifier" ? constantInitializer(sourceCode, owner) : owner;
  const maker = made && unwrap(made).type === "NewExpression" ? unwrap((unwrap(made) as TSESTree.NewExpression).callee) : undefined;
  const declared =
    declarationOf(sourceCode, annotationOf(file, owner)) ?? (maker?.type === "Identifier" ? definitionNode(file, maker) : undefined);
  return membersOf(declared).flatMap((member) => (staticName(member) === name ? signaturesOfMember(file, member) : []));
}

const definitionNode = (file: SourceFile, identifier: TSESTree.Identifier): Node | undefined => {
  const variable = variableOf(file.sourceCode, identifier);
  return variable && (definitionOf(variable)?.node as Node | undefined);
};

/** The type written for a variable, a parameter, or a field of the class: `logger: Log`. */
function annotationOf(file: SourceFile, node: Node): Node | undefined {
  if (node.type === "Identifier") {
    const variable = variableOf(file.sourceCode, node);
    const name = variable && (definitionOf(variable)?.name as Node | undefined);
    return name?.type === "Identifier" ? name.typeAnnotation?.typeAnnotation : undefined;
  }
  if (node.type !== "MemberExpression" || unwrap(node.object).type !== "ThisExpression") return undefined;
  for (const member of enclosingClass(node)?.body.body ?? []) {
    if (member.type === "PropertyDefinition" && staticName(member) === staticName(node)) return member.typeAnnotation?.typeAnnotation;
    for (const parameter of member.type === "MethodDefinition" && member.kind === "constructor" ? member.value.params : []) {
      const target = parameter.type === "TSParameterProperty" ? parameter.parameter : undefined;
      if (target?.type === "Identifier" && target.name === staticName(node)) return target.typeAnnotation?.typeAnnotation;
    }
  }
  return undefined;
}

function membersOf(declaration: Node | undefined): readonly Node[] {
  switch (declaration?.type) {
    case "ClassDeclaration":
    case "TSInterfaceDeclaration":
      return declaration.body.body;
    case "TSTypeAliasDeclaration":
      return declaration.typeAnnotation.type === "TSTypeLiteral" ? declaration.typeAnnotation.members : [];
    default:
      return [];
  }
}

function signaturesOfMember(file: SourceFile, member: Node): Signature[] {
  switch (member.type) {
    case "TSMethodSignature":
      return [member];
    case "MethodDefinition":
      return [member.value];
    case "PropertyDefinition":
      return isFunction(member.value) ? [member.value] : signaturesOfType(file, member.typeAnnotation?.typeAnnotation);
    case "TSPropertySignature":
      return signaturesOfType(file, member.typeAnnotation?.typeAnnotation);
    default:
      return [];
  }
}

function signaturesOfType(file: SourceFile, type: Node | undefined): Signature[] {
  if (type?.type === "TSFunctionType") return [type];
  const declaration = declarationOf(file.sourceCode, type);
  return declaration?.type === "TSTypeAliasDeclaration" && declaration.typeAnnotation.type === "TSFunctionType"
    ? [declaration.typeAnnotation]
    : [];
}
