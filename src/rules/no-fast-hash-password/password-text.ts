import { literalText, otherOperand, outward, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { isGlobal, variableOf } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";

/**
 * The password as the text that is hashed, of which a new hash is made, too: `String(pin)`, `password.trim()`, `password ?? ""`.
 *
 * @returns undefined for what is declared as bytes, since our functions take texts, and for a member of a record that is hashed as a whole
 */
export function passwordText(file: SourceFile, password: Node): Node | undefined {
  const { parent, child } = outward(password) ?? {};
  if (!parent || !child) return password;
  if (parent.type === "Property") return undefined;
  if (isMadeText(file, parent, child)) return passwordText(file, parent);
  const method = parent.type === "MemberExpression" && parent.object === child ? outward(parent)?.parent : undefined;
  if (
    method?.type === "CallExpression" &&
    unwrap(method.callee) === parent &&
    /^(?:normalize|toLowerCase|toString|toUpperCase|trim)$/.test(referenceName(parent) ?? "")
  )
    return passwordText(file, method);
  return isDeclaredAsBytes(file, password) ? undefined : child;
}

/** `String(x)`, `x ?? ""`, `` `${x}` ``, `x + ""`. */
function isMadeText(file: SourceFile, parent: Node, child: Node): boolean {
  switch (parent.type) {
    case "CallExpression":
      return parent.arguments[0] === child && isGlobal(file.sourceCode, parent.callee, "String");
    case "LogicalExpression":
      return parent.left === child && parent.operator !== "&&";
    case "TemplateLiteral":
      return parent.expressions.length === 1 && parent.quasis.every((quasi) => quasi.value.raw === "");
    case "BinaryExpression":
      return parent.operator === "+" && literalText(otherOperand(parent, child)) === "";
    default:
      return false;
  }
}

function isDeclaredAsBytes({ sourceCode }: SourceFile, password: Node): boolean {
  const inner = unwrap(password);
  const name = inner.type === "Identifier" ? (variableOf(sourceCode, inner)?.defs[0]?.name as Node | undefined) : undefined;
  // Null in oxlint's trees.
  const type = name?.type === "Identifier" ? name.typeAnnotation : undefined;
  return Boolean(type) && /\b(?:ArrayBuffer|BinaryLike|Buffer|DataView|Uint8Array)\b/.test(sourceCode.getText(type!));
}
