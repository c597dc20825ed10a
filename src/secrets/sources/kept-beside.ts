import type { TSESTree } from "@typescript-eslint/utils";
import { lineOf, literalText, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import type { SourceFile } from "../../source-file.js";
import { displayName, KIND_NAMES } from "../evidence.js";
import type { SecretKind } from "../kinds.js";
import { nameEvidence, wordsOf } from "../names/words.js";

/** What people type or are given; a session id is told by other means. */
const KINDS: ReadonlySet<SecretKind> = new Set<SecretKind>(["apiKey", "otp", "password", "secretKey", "token"]);
/** Words of what a state holds. `setForgotPassword(true)` and `setVerifyOtp(true)` hold what is shown or done. */
const OF_VALUES =
  /^(?:access|admin|api|auth|bearer|client|code|confirm|confirmed|current|id|jwt|key|login|new|old|one|otp|pass|passcode|passphrase|passwd|password|pin|pwd|refresh|repeat|retype|secret|session|signup|time|token|user)$/;
/** What went wrong, or whether it did. */
const ANSWERS = /^(?:error|message|msg|ok|status|success)$/;
const MAX_SIBLINGS = 12;
const MAX_TEXT = 80;

/**
 * `setPassword(e.target.value)` beside `console.log(e.target.value)`: the same block keeps the value under a name that says what it is.
 *
 * @returns a clause for a message; undefined where the block keeps it under no such name
 */
export function keptBeside(file: SourceFile, node: Node): string | undefined {
  const text = file.sourceCode.getText(node as TSESTree.Node);
  if (text.length > MAX_TEXT || ANSWERS.test(referenceName(node) ?? "") || isWritten(file, node)) return undefined;
  const statement = statementOf(node);
  const body = statement?.parent?.type === "BlockStatement" ? statement.parent.body : [];
  const at = body.indexOf(statement as TSESTree.Statement);
  for (const sibling of body.slice(Math.max(at - MAX_SIBLINGS, 0), at + MAX_SIBLINGS)) {
    if (sibling === statement || sibling.type !== "ExpressionStatement") continue;
    const kept = keptBy(unwrap(sibling.expression));
    const named =
      kept && file.sourceCode.getText(unwrap(kept.value) as TSESTree.Node) === text ? nameEvidence(kept.name, file.settings) : undefined;
    if (named?.strength === "strong" && KINDS.has(named.kind))
      return `${displayName(node)} becomes ${KIND_NAMES[named.kind]} (line ${lineOf(sibling)})`;
  }
  return undefined;
}

/** `const visible = true` */
const isWritten = ({ sourceCode }: SourceFile, node: Node): boolean =>
  originsOf(sourceCode, node).some(({ node: origin, path, whole }) => origin.type === "Literal" && path.length === 0 && whole);

function statementOf(node: Node): Node | undefined {
  let current: Node | undefined = node;
  while (current && !/Statement$|Declaration$/.test(current.type)) current = current.parent;
  return current?.type === "ExpressionStatement" ? current : undefined;
}

/** What a setter of React or a storage takes: `setPassword(value)`, `this.setState({ password: value })`, `localStorage.setItem("token", value)`. */
function keptBy(expression: Node): { name: string; value: Node } | undefined {
  if (expression.type !== "CallExpression" || expression.arguments.length === 0) return undefined;
  const called = referenceName(expression.callee) ?? "";
  const [given, second] = expression.arguments as [Node, Node?];
  if (second) return called === "setItem" ? { name: literalText(given) ?? "", value: second } : undefined;
  if (called === "setState" && given.type === "ObjectExpression") {
    const [property] = given.properties;
    return given.properties.length === 1 && property?.type === "Property"
      ? { name: staticName(property) ?? "", value: property.value }
      : undefined;
  }
  const name = expression.callee.type === "Identifier" && /^set[A-Z]/.test(called) ? called.slice(3) : undefined;
  return name !== undefined && wordsOf(name).every((word) => OF_VALUES.test(word)) ? { name, value: given } : undefined;
}
