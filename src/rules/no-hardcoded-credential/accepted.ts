import type { TSESTree } from "@typescript-eslint/utils";
import { endsFunction } from "../../ast/branches.js";
import { isFunction, literalText, outward, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { credentialIn } from "../../secrets/credential.js";
import { isPlaceholder, isReference } from "../../secrets/placeholders.js";
import { sourceOfType } from "../../secrets/sources.js";
import { nameEvidence, wordsOf } from "../../secrets/words.js";
import type { SourceFile } from "../../source-file.js";

/** A literal that opens something for whoever sends it, and the name under which it is sent. */
export interface AcceptedLiteral {
  literal: Node;
  name: string;
  /** Completes "`key` …": "comes from the request body". */
  says: string;
}

const KINDS = /^(?:apiKey|password|secretKey|token)$/;
/** `page2`, `sha256`, `v1beta2`: what things are called. */
const NUMBERED = /^(?:[a-z]{1,20}[-_]?\d{1,2}|sha-?\d+|v\d[\w.]{0,20})$/i;
/** What an answer says that refuses. */
const REFUSES = /\b4\d\d\b|\bthrow\b|\bnext\([^)]|bad|denied|error|fail|forbid|invalid|incorrect|reject|unauthori|weak|wrong/i;
const MAX_HOPS = 8;

/**
 * The literal of `if (req.body.key !== "…") return refuse()`: whoever sends it gets in.
 *
 * A name that says a secret beyond doubt is enough; `key` and `token` may be anything, so there the literal has to look like a code, too.
 */
export function acceptedLiteral(file: SourceFile, comparison: TSESTree.BinaryExpression): AcceptedLiteral | undefined {
  const { operator, left, right } = comparison;
  if (!/^[!=]==?$/.test(operator)) return undefined;
  const [literal, value] = literalText(right) === undefined ? [left as Node, right] : [right, left as Node];
  const text = literalText(literal);
  if (text === undefined || text.length < 4 || /\s/.test(text) || !mayBeSent(unwrap(value)) || isPlaceholder(text) || isReference(text)) return undefined;
  const isCode = text.length >= 6 && /\d/.test(text) && /[a-z]/i.test(text) && !NUMBERED.test(text);
  const digits = /^\d{4,8}$/.test(text);
  // Asked first: most literals that something is compared with are names of things.
  const isWord = !isCode && nameEvidence(referenceName(unwrap(value)), file.settings) !== undefined && credentialIn(["signingSecret"], text, undefined) !== undefined;
  if (!(isCode || digits || isWord)) return undefined;
  const given = besideUser(file, comparison, unwrap(value));
  if (given !== undefined) return opens(file, comparison) && !isForDevelopers(file, comparison) ? { literal, name: given, says: "is what somebody signs in with" } : undefined;
  const source = sourceOfType(file, unwrap(value), "request");
  const { name = "" } = source ?? {};
  const named = nameEvidence(name, file.settings);
  const isOneCode = named?.kind === "otp" && named.strength === "strong" && digits;
  if (!source?.whole || !named || !(isOneCode || KINDS.test(named.kind)) || source.says.endsWith("path") || wordsOf(text).join("") === wordsOf(name).join("")) return undefined;
  const isChosen = isCode || (named.strength === "strong" && isWord);
  if (isOneCode) return !isForDevelopers(file, comparison) && opens(file, comparison) ? { literal, name, says: source.says } : undefined;
  return isChosen && opens(file, comparison) ? { literal, name, says: source.says } : undefined;
}

const USER = /^(?:admin_?)?(?:account|email|login|mail|name|uname|user|user_?name|usuario|utilisateur)$/i;

/** What holds what somebody types or sends; a configuration that is looked at is none. */
const TYPED = /^(?:args|body|credentials?|data|dto|event|fields|form(?:Data|State|Values)?|info|inputs?|payload|query|state|this|user|user_?data|values?)$/i;

/** `password` of `username === "admin" && password === "…"`: who types both gets in. */
function besideUser({ settings }: SourceFile, comparison: TSESTree.BinaryExpression, value: Node): string | undefined {
  const isTyped = value.type === "Identifier" || (value.type === "MemberExpression" && TYPED.test(referenceName(value.object) ?? ""));
  const name = isTyped ? referenceName(value) : undefined;
  const named = nameEvidence(name, settings);
  const both = outward(comparison)?.parent;
  if (named?.kind !== "password" || both?.type !== "LogicalExpression" || both.operator !== (comparison.operator.startsWith("=") ? "&&" : "||")) return undefined;
  const other = unwrap(unwrap(both.left) === comparison ? both.right : both.left);
  if (other.type !== "BinaryExpression" || other.operator !== comparison.operator) return undefined;
  return literalText(other.right) !== undefined && USER.test(referenceName(other.left as Node) ?? "") ? name : undefined;
}

/** False for `typeof x`, `node.type` and the like. */
const mayBeSent = (value: Node): boolean => value.type !== "UnaryExpression" && !/^(?:kind|length|name|operator|state|status|tagName|type)$/.test(referenceName(value) ?? "");

const DEVELOPERS = /NODE_ENV|\b(?:is)?_?(?:debug|dev|development|local|mock|test)(?:Mode|ing)?\b/i;

/** `if (process.env.NODE_ENV !== "production" && otp === "123456")`: opens nothing where it runs for others. */
function isForDevelopers({ sourceCode }: SourceFile, comparison: Node): boolean {
  for (let node: Node | undefined = comparison; node?.parent && !isFunction(node); node = node.parent) {
    const { parent }: Node = node;
    if (parent.type === "LogicalExpression" && DEVELOPERS.test(sourceCode.getText(parent))) return true;
    if ((parent.type === "IfStatement" || parent.type === "ConditionalExpression") && parent.test !== node && DEVELOPERS.test(sourceCode.getText(parent.test))) return true;
  }
  return false;
}

/** Whether the equal text is let in and every other one refused; not where a few well-known passwords are refused. */
function opens({ sourceCode }: SourceFile, comparison: TSESTree.BinaryExpression): boolean {
  let equal = comparison.operator.startsWith("=");
  let place = outward(comparison);
  for (let hops = 0; place && hops < MAX_HOPS; hops++) {
    const { parent, child }: { parent: Node; child: Node } = place;
    if (parent.type === "UnaryExpression" && parent.operator === "!") equal = !equal;
    else if (parent.type === "IfStatement" || parent.type === "ConditionalExpression") {
      if (parent.test !== child) return equal;
      const refusesEqual = REFUSES.test(sourceCode.getText(parent.consequent).slice(0, 300));
      if (equal) return !refusesEqual;
      return refusesEqual || parent.alternate !== null || endsFunction(parent.consequent);
    } else if (parent.type !== "LogicalExpression") return equal;
    place = outward(parent);
  }
  return false;
}
