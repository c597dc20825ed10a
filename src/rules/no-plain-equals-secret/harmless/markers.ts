import { dottedPath, enclosingFunction, outward, unwrap, type Node } from "../../../ast/nodes.js";
import { definitionOf, isGlobal, variableOf } from "../../../ast/scope.js";
import { constantInitializer } from "../../../ast/static-value.js";
import type { SourceFile } from "../../../source-file.js";

// What no request can send: who has it got it from the program itself.

/** `Symbol("private")`, or a constant that is one: only itself is equal to it. */
export function isSymbol(file: SourceFile, node: Node): boolean {
  const inner = unwrap(node);
  const made = unwrap(inner.type === "Identifier" ? (constantInitializer(file.sourceCode, inner) ?? inner) : inner);
  return (
    made.type === "CallExpression" &&
    (isGlobal(file.sourceCode, made.callee, "Symbol") || dottedPath(made.callee)?.join(".") === "Symbol.for")
  );
}

/** `constructor(values, secret) { if (secret !== INTERNAL) throw … }`: keeps other modules from calling it, as a private constructor would. */
export function guardsConstructor(file: SourceFile, comparison: Node, sides: readonly [Node, Node]): boolean {
  const fn = enclosingFunction(comparison);
  const method = fn && outward(fn)?.parent;
  if (method?.type !== "MethodDefinition" || method.kind !== "constructor") return false;
  const kinds = sides.map((side) => {
    const variable = side.type === "Identifier" ? variableOf(file.sourceCode, side) : undefined;
    return variable && (definitionOf(variable)?.type as string | undefined);
  });
  return kinds.includes("Parameter") && kinds.some((kind) => kind === "Variable" || kind === "ImportBinding");
}
