import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, propertyValue, staticName, unwrap, type Node } from "./nodes.js";
import { definitionOf, reassignments, variableOf, type SourceCode } from "./scope.js";

const MAX_DEPTH = 12;
const MAX_LENGTH = 1 << 16;

/** The initializer of a variable that is never given another value. */
export function constantInitializer(sourceCode: SourceCode, identifier: TSESTree.Identifier): TSESTree.Expression | undefined {
  const variable = variableOf(sourceCode, identifier);
  const definition = variable && definitionOf(variable);
  if (!definition || definition.type !== ("Variable" as string) || reassignments(variable).length > 0) return undefined;
  const declarator = definition.node as TSESTree.VariableDeclarator;
  return declarator.id.type === "Identifier" ? (declarator.init ?? undefined) : undefined;
}

/** The string that an expression always is: literals, templates, `+`, constants, members of constant object literals. Undefined when unknown. */
export function staticString(sourceCode: SourceCode, node: Node, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = unwrap(node);
  const text = literalText(inner);
  if (text !== undefined) return text;
  switch (inner.type) {
    case "TemplateLiteral": {
      let result = "";
      for (const [index, quasi] of inner.quasis.entries()) {
        result += quasi.value.cooked ?? "";
        const hole = inner.expressions[index];
        if (!hole) continue;
        const value = staticString(sourceCode, hole, depth + 1);
        if (value === undefined || result.length > MAX_LENGTH) return undefined;
        result += value;
      }
      return result;
    }
    case "BinaryExpression": {
      if (inner.operator !== "+" || inner.left.type === ("PrivateIdentifier" as string)) return undefined;
      const left = staticString(sourceCode, inner.left, depth + 1);
      const right = left === undefined || left.length > MAX_LENGTH ? undefined : staticString(sourceCode, inner.right, depth + 1);
      return right === undefined ? undefined : left + right;
    }
    case "Identifier": {
      const init = constantInitializer(sourceCode, inner);
      return init && staticString(sourceCode, init, depth + 1);
    }
    case "MemberExpression": {
      const name = staticName(inner);
      const object = unwrap(inner.object);
      if (name === undefined || object.type !== "Identifier") return undefined;
      const init = constantInitializer(sourceCode, object);
      const value = init && propertyValue(unwrap(init), name);
      return value && staticString(sourceCode, value, depth + 1);
    }
    default:
      return undefined;
  }
}

/** The key of a property, also of `[QUERY_KEY]: value` where that is a constant. */
export const keyName = (sourceCode: SourceCode, property: TSESTree.Property): string | undefined =>
  staticName(property) ?? (property.computed ? staticString(sourceCode, property.key) : undefined);

/** The number that an expression always is: literals, signs, `+ - * / % **`, `1 << n`, constants. Undefined when unknown. */
export function staticNumber(sourceCode: SourceCode, node: Node, depth = 0): number | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = unwrap(node);
  switch (inner.type) {
    case "Literal":
      return typeof inner.value === "number" ? inner.value : undefined;
    case "UnaryExpression": {
      const value = inner.operator === "-" || inner.operator === "+" ? staticNumber(sourceCode, inner.argument, depth + 1) : undefined;
      return value === undefined ? undefined : inner.operator === "-" ? -value : value;
    }
    case "BinaryExpression": {
      if (inner.left.type === ("PrivateIdentifier" as string)) return undefined;
      const left = staticNumber(sourceCode, inner.left, depth + 1);
      const right = left === undefined ? undefined : staticNumber(sourceCode, inner.right, depth + 1);
      return left === undefined || right === undefined ? undefined : arithmetic(inner.operator, left, right);
    }
    case "CallExpression": {
      const [base, exponent] = inner.arguments;
      const isPow =
        inner.callee.type === "MemberExpression" &&
        inner.callee.object.type === "Identifier" &&
        inner.callee.object.name === "Math" &&
        staticName(inner.callee) === "pow";
      if (!isPow || !base || !exponent) return undefined;
      const left = staticNumber(sourceCode, base, depth + 1);
      const right = staticNumber(sourceCode, exponent, depth + 1);
      return left === undefined || right === undefined ? undefined : left ** right;
    }
    case "Identifier": {
      const init = constantInitializer(sourceCode, inner);
      return init && staticNumber(sourceCode, init, depth + 1);
    }
    case "MemberExpression": {
      // chars.length of a constant string
      if (staticName(inner) !== "length") return undefined;
      return staticString(sourceCode, inner.object, depth + 1)?.length;
    }
    default:
      return undefined;
  }
}

function arithmetic(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
    case "**":
      return left ** right;
    case "<<":
      return left << right;
    default:
      return undefined;
  }
}
