import { parameterType, takes } from "../../ast/declared-types.js";
import { localFunction } from "../../ast/functions.js";
import { enclosingFunction, staticName, type FunctionNode, type Node } from "../../ast/nodes.js";
import { isTypeScript } from "../../fix/module-kind.js";
import type { SourceFile } from "../../source-file.js";

/**
 * Whether the type written around a literal takes any text: false for `const mode: "a" | "b" = "a"`.
 *
 * @returns undefined where the type of a lone literal is declared elsewhere; true for what is no TypeScript, or has no type beside it
 */
export function takesText(file: SourceFile, literal: Node): boolean | undefined {
  if (!isTypeScript(file)) return true;
  const written = typeAround(file, literal);
  const answer = written ? takes(file.sourceCode, written.type, "string", written.path) : true;
  // An object of a type from elsewhere: its secrets are texts. A name for one text alone may be a brand or a list of texts.
  return answer ?? (written && written.path.length > 0 ? true : undefined);
}

function typeAround(file: SourceFile, literal: Node): { type: Node; path: readonly string[] } | undefined {
  const path: string[] = [];
  let child = literal;
  for (let { parent } = literal; parent; child = parent, { parent } = parent) {
    const found = typeAt(file, parent, child);
    if (found) return { type: found.type, path: [...found.path, ...path] };
    if (parent.type === "Property" && parent.value === child) path.unshift(staticName(parent) ?? "");
    else if (parent.type === "ArrayExpression") path.unshift("0");
    else if (!/^(?:ObjectExpression|ConditionalExpression|LogicalExpression|TSAsExpression|TSSatisfiesExpression|ReturnStatement|BlockStatement|IfStatement)$/.test(parent.type)) return undefined;
  }
  return undefined;
}

function typeAt(file: SourceFile, parent: Node, child: Node): { type: Node; path: readonly string[] } | undefined {
  const alone = (type: Node | undefined): { type: Node; path: readonly string[] } | undefined => type && { type, path: [] };
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
      const fn = localFunction(file.sourceCode, parent.callee);
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
