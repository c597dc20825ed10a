import type { TSESTree } from "@typescript-eslint/utils";
import { callsOf, classMember, constructorAssignments, enclosingClass } from "../../ast/functions.js";
import { isFunction, propertyValue, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { definitionOf, isGlobal, reassignments, variableOf, type SourceCode } from "../../ast/scope.js";
import { constantInitializer, staticNumber, staticString } from "../../ast/static-value.js";

/** A number that the code states, and the expression that can be replaced to state another: the literal where it stands in what was asked about. */
export interface StatedNumber {
  value: number;
  node: Node;
}

const MAX_DEPTH = 6;

/**
 * The number that a cost or count has unless somebody outside the file says otherwise: a constant, a property of a constant object, a field
 * of the class, the default of a parameter that no call of the file gives, what stands behind `process.env.ROUNDS ||`.
 *
 * @returns undefined where the file leaves it open: `user.iterations || 1000` may be of records before
 */
export function statedNumber(sourceCode: SourceCode, asked: Node): StatedNumber | undefined {
  const found = find(sourceCode, asked, 0);
  if (!found) return undefined;
  const inside =
    found.node.type === "Literal" &&
    typeof found.node.value === "number" &&
    asked.range[0] <= found.node.range[0] &&
    found.node.range[1] <= asked.range[1];
  return { value: found.value, node: inside ? found.node : asked };
}

function find(sourceCode: SourceCode, asked: Node, depth: number): StatedNumber | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const node = unwrap(asked);
  const value = staticNumber(sourceCode, node) ?? parsedNumber(sourceCode, node);
  if (value !== undefined) return { value, node };
  const before = source(sourceCode, node);
  return before && find(sourceCode, before, depth + 1);
}

/** `parseInt("10")`, `Number("8")`. */
function parsedNumber(sourceCode: SourceCode, node: Node): number | undefined {
  const text = isParsed(sourceCode, node) && node.arguments[0] ? staticString(sourceCode, node.arguments[0]) : undefined;
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

const isParsed = (sourceCode: SourceCode, node: Node): node is TSESTree.CallExpression =>
  node.type === "CallExpression" && isGlobal(sourceCode, node.callee, "Number", "parseInt");

/** Where the number comes from, one step back. */
function source(sourceCode: SourceCode, node: Node): Node | undefined {
  switch (node.type) {
    case "Identifier":
      return constantInitializer(sourceCode, node) ?? parameterDefault(sourceCode, node);
    case "MemberExpression":
      return memberValue(sourceCode, node);
    case "LogicalExpression":
      return node.operator !== "&&" && readsEnvironment(sourceCode, node.left) ? node.right : undefined;
    case "UnaryExpression":
      return node.operator === "+" ? node.argument : undefined;
    default:
      return isParsed(sourceCode, node) ? node.arguments[0] : undefined;
  }
}

const readsEnvironment = (sourceCode: SourceCode, node: Node): boolean => {
  let current = unwrap(node);
  for (let hops = 0; hops < MAX_DEPTH; hops++) {
    if (current.type === "UnaryExpression") current = unwrap(current.argument);
    else if (isParsed(sourceCode, current) && current.arguments[0]) current = unwrap(current.arguments[0]);
    else if (current.type !== "MemberExpression") return false;
    else if (staticName(current) === "env") return true;
    else current = unwrap(current.object);
  }
  return false;
};

/** `10` of `(password, rounds = 10)`, where no call of the file gives another. */
function parameterDefault(sourceCode: SourceCode, node: TSESTree.Identifier): Node | undefined {
  const variable = variableOf(sourceCode, node);
  const definition = variable && definitionOf(variable);
  const fn = definition?.node as Node | undefined;
  if (!variable || !isFunction(fn) || reassignments(variable).length > 0) return undefined;
  const index = fn.params.findIndex((each) => each.type === "AssignmentPattern" && each.left === definition!.name);
  const parameter = fn.params[index];
  const isGiven = callsOf(sourceCode, fn).some(
    ({ arguments: given }) => given.length > index || given.some((each) => each.type === "SpreadElement"),
  );
  return parameter?.type === "AssignmentPattern" && !isGiven ? parameter.right : undefined;
}

/** `config.rounds` of a constant object, `this.rounds` and `Hasher.rounds` of a class. */
function memberValue(sourceCode: SourceCode, member: TSESTree.MemberExpression): Node | undefined {
  const name = staticName(member);
  const object = unwrap(member.object);
  if (name === undefined) return undefined;
  if (object.type === "ThisExpression") {
    const owner = enclosingClass(member);
    const [assigned, ...more] = constructorAssignments(owner, name);
    return more.length > 0 ? undefined : (assigned ?? classMember(owner, name));
  }
  if (object.type !== "Identifier") return undefined;
  const held = constantInitializer(sourceCode, object);
  if (held) return propertyValue(unwrap(held), name);
  const variable = variableOf(sourceCode, object);
  const declared = variable && (definitionOf(variable)?.node as Node | undefined);
  return declared?.type === "ClassDeclaration" ? classMember(declared, name) : undefined;
}
