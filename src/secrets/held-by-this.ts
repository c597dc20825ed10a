import { lineOf, type Node } from "../ast/nodes.js";
import type { SourceFile } from "../source-file.js";
import { isHeld } from "./held-names.js";
import type { Holder } from "./holders.js";
import { shownName } from "./masking.js";

/** What says that `this` holds a secret: the function or class around reads `this.password`. */
export function heldByThis(file: SourceFile, node: Node): Holder | undefined {
  const owner = ownerOfThis(node);
  if (!owner) return undefined;
  const tokens = file.sourceCode.getTokens(owner as never);
  for (const [index, { value: name, loc }] of tokens.entries()) {
    if (!/^\??\.$/.test(tokens[index - 1]?.value ?? "") || tokens[index - 2]?.value !== "this" || /^[(.[]/.test(tokens[index + 1]?.value ?? "")) continue;
    if (isHeld(file, name, node)) return { reason: `\`this\` holds ${shownName(name, "a secret")}${loc.start.line === lineOf(node) ? "" : ` (line ${loc.start.line})`}`, names: [name] };
  }
  return undefined;
}

/** The class, or the function outside of classes, whose `this` it is. */
function ownerOfThis(node: Node): Node | undefined {
  for (let current = node.parent; current; current = current.parent) {
    if (current.type === "FunctionDeclaration" || (current.type === "FunctionExpression" && current.parent.type !== "MethodDefinition")) return current;
    if (current.type === "ClassDeclaration" || current.type === "ClassExpression") return current;
  }
  return undefined;
}
