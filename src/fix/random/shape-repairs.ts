import { enclosingFunction, type Node } from "../../ast/nodes.js";
import type { SourceFile } from "../../source-file.js";
import type { EditClass } from "../delivery.js";
import { runtimeOf } from "../runtime.js";
import { choice, recommended, tokenFor, type Repairs } from "./repair-choices.js";
import { isNode, nodeReplacement, webReplacement, type Shape } from "./replacements.js";

// Repairs that keep the shape of a value: its range, its alphabet, its length.

export function ofShape(file: SourceFile, shape: Shape): Repairs {
  const runtime = runtimeOf(file);
  const made = isNode(file) ? nodeReplacement(file, shape) : webReplacement(file, shape);
  const isText = shape.kind === "text" && shape.radix > 10;
  const editClass: EditClass =
    isSafe(shape) && (runtime === "node" || runtime === "unknown") && !isFallback(file, shape.node) ? "equivalent" : "manual";
  return {
    node: shape.node,
    use: made?.use ?? recommended(file, shape.kind === "uuid" ? "uuid" : "int"),
    same: choice(editClass, made),
    token: isText ? choice("manual", tokenFor(file, shape.node), "useToken") : [],
    ...(isText && shape.lengthText === undefined ? { bits: shape.length * Math.log2(shape.radix), length: shape.length } : {}),
  };
}

function isSafe(shape: Shape): boolean {
  if (shape.kind === "integer") return shape.proven;
  return shape.kind === "uuid" || (shape.lengthText === undefined && !shape.open);
}

/** Code that already asks for Web Crypto and lands here without it: the same call would throw. */
function isFallback(file: SourceFile, node: Node): boolean {
  const fn = enclosingFunction(node);
  return runtimeOf(file) !== "node" && fn !== undefined && /getRandomValues|randomUUID/.test(file.sourceCode.getText(fn));
}
