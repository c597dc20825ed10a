import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { constantInitializer } from "../../ast/static-value.js";
import { withoutEmptyDefault } from "../../ast/texts.js";
import { credentialIn } from "../../secrets/literals/credential.js";
import { STAND_IN } from "../../secrets/literals/named-credential.js";
import { isPlaceholder, isReference } from "../../secrets/values/placeholders.js";
import { sourceOfType } from "../../secrets/sources/sources.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";
import { guardedLiteral, KINDS, type AcceptedLiteral } from "./guards.js";
import { opens } from "./opened.js";

/** `page2`, `sha256`, `v1beta2`: what things are called. */
const NUMBERED = /^(?:[a-z]{1,20}[-_]?\d{1,2}|sha-?\d+|v\d[\w.]{0,20})$/i;
const MAX_HOPS = 8;

/**
 * The literal of `if (req.body.key !== "…") return refuse()`: whoever sends it gets in.
 *
 * A name that says a secret beyond doubt is enough; `key` and `token` may be anything, so there the literal has to look like a code, too.
 */
export function acceptedLiteral(file: SourceFile, comparison: TSESTree.BinaryExpression): AcceptedLiteral | undefined {
  const { operator, left, right } = comparison;
  if (!/^[!=]==?$/.test(operator)) return undefined;
  const guarded = guardedLiteral(file, comparison);
  if (guarded) return guarded;
  const pair = knownSide(file, left as Node, right);
  if (!pair) return undefined;
  const { literal, text, value } = pair;
  if (text.length < 4 || /\s/.test(text) || !mayBeSent(unwrap(value))) return undefined;
  const isCode = text.length >= 6 && /\d/.test(text) && /[a-z]/i.test(text) && !NUMBERED.test(text);
  const digits = /^\d{4,8}$/.test(text);
  // Asked first: most literals that something is compared with are names of things.
  const mayBeWord = !isCode && nameEvidence(referenceName(unwrap(value)), file.settings) !== undefined;
  if (!(isCode || digits || mayBeWord) || isPlaceholder(text) || isReference(text)) return undefined;
  const isWord = mayBeWord && credentialIn(["signingSecret"], text, undefined) !== undefined;
  if (!(isCode || digits || isWord)) return undefined;
  const given = besideUser(file, comparison, unwrap(value));
  if (given !== undefined) return opens(file, comparison) ? { literal, name: given, says: "is what somebody signs in with" } : undefined;
  const own = constantName(literal);
  if (own !== undefined && isCode && isOwnPassword(file, own, text) && isDecided(comparison) && opens(file, comparison))
    return { literal, name: own, says: "is what somebody signs in with" };
  const typed = isCode ? passwordHolder(file, unwrap(value)) : undefined;
  if (typed !== undefined && isDecided(comparison) && opens(file, comparison))
    return { literal, name: typed, says: "is what somebody signs in with" };
  const source = sourceOfType(file, unwrap(value), "request");
  const { name = "" } = source ?? {};
  const named = nameEvidence(name, file.settings);
  const isOneCode = named?.kind === "otp" && named.strength === "strong" && digits;
  if (
    !source?.whole ||
    !named ||
    !(isOneCode || KINDS.test(named.kind)) ||
    source.says.endsWith("path") ||
    wordsOf(text).join("") === wordsOf(name).join("")
  )
    return undefined;
  const isChosen = isCode || (isWord && (named.strength === "strong" || refusesAccess(file, comparison)));
  return (isOneCode || isChosen) && opens(file, comparison) ? { literal, name, says: source.says } : undefined;
}

/** The side of a comparison that stands in the code, also as a constant of this file, and the other one. */
function knownSide(
  { sourceCode, settings }: SourceFile,
  left: Node,
  right: Node,
): { literal: Node; text: string; value: Node } | undefined {
  for (const [side, value] of [
    [right, left],
    [left, right],
  ] as const) {
    const text = literalText(side);
    if (text !== undefined) return { literal: side, text, value: withoutEmptyDefault(value) };
  }
  for (const [side, value] of [
    [right, left],
    [left, right],
  ] as const) {
    const inner = unwrap(side);
    if (
      inner.type !== "Identifier" ||
      (nameEvidence(referenceName(unwrap(value)), settings)?.strength !== "strong" &&
        nameEvidence(inner.name, settings)?.kind !== "password")
    )
      continue;
    const literal = constantInitializer(sourceCode, inner);
    const text = literal && !wordsOf(inner.name).some((word) => STAND_IN.test(word)) ? literalText(literal) : undefined;
    if (literal && text !== undefined) return { literal, text, value };
  }
  return undefined;
}

/** `adminPassword` of `const adminPassword = "…"`, whose text is compared. */
const constantName = ({ parent }: Node): string | undefined =>
  parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id.name : undefined;

/** Whether a constant is named as a password, and its text is no name of one: `kitten_on_roof5`, though written as names are. */
function isOwnPassword({ settings }: SourceFile, name: string, text: string): boolean {
  const named = nameEvidence(name, settings);
  return (
    named?.kind === "password" && named.strength === "strong" && !/field|form|input|key|login|pass|pwd|pw\d|secret|step|token/i.test(text)
  );
}

/** `res.status(401)`, "Forbidden": what is said to whoever may not come in, by the branch of a text that is not equal. */
function refusesAccess({ sourceCode }: SourceFile, comparison: Node): boolean {
  let node: Node | undefined = comparison;
  for (let hops = 0; node && node.type !== "IfStatement" && hops < MAX_HOPS; hops++) node = node.parent;
  if (node?.type !== "IfStatement") return false;
  return [node.consequent, node.alternate].some(
    (branch) =>
      branch && /\b40[13]\b|\b(?:access denied|forbidden|not allowed|unauthori[sz]ed)\b/i.test(sourceCode.getText(branch).slice(0, 300)),
  );
}

/** Whether a branch or an answer of a function hangs on a comparison. */
function isDecided(comparison: Node): boolean {
  let place = outward(comparison);
  for (let hops = 0; place && hops < MAX_HOPS && /^(?:Logical|Unary)Expression$/.test(place.parent.type); hops++)
    place = outward(place.parent);
  return place?.parent.type === "IfStatement"
    ? place.parent.test === place.child
    : /^(?:ReturnStatement|ArrowFunctionExpression)$/.test(place?.parent.type ?? "");
}

const FIELD = /^(?:getElementById|querySelector|\$)$/;

/** The password that somebody types into a page: `password` of a form, `prompt("Password")`, `document.getElementById("pass").value`. */
function passwordHolder(file: SourceFile, value: Node): string | undefined {
  const { sourceCode, settings } = file;
  const from = value.type === "Identifier" ? unwrap(constantInitializer(sourceCode, value) ?? value) : value;
  if (from.type === "CallExpression" && referenceName(from.callee) === "prompt")
    return /pass(?:word|code)/i.test(literalText(from.arguments[0]) ?? "") ? "prompt" : undefined;
  const field = from.type === "MemberExpression" && staticName(from) === "value" ? unwrap(from.object) : undefined;
  if (field?.type === "CallExpression")
    return FIELD.test(referenceName(field.callee) ?? "") &&
      nameEvidence((literalText(field.arguments[0]) ?? "").replace(/^[#.]/, ""), settings)?.kind === "password"
      ? "value"
      : undefined;
  const name = typedName(value);
  const named = nameEvidence(name, settings);
  return named?.kind === "password" && named.strength === "strong" ? name : undefined;
}

const USER = /^(?:admin_?)?(?:account|email|login|mail|name|uname|user|user_?name|usuario|utilisateur)$/i;

/** What holds what somebody types or sends; a configuration that is looked at is none. */
const TYPED =
  /^(?:args|body|credentials?|data|dto|event|fields|form(?:Data|State|Values)?|info|inputs?|payload|query|state|this|user|user_?data|values?)$/i;

/** The name of a variable, and of a member of what holds what somebody types. */
const typedName = (value: Node): string | undefined =>
  value.type === "Identifier" || (value.type === "MemberExpression" && TYPED.test(referenceName(value.object) ?? ""))
    ? referenceName(value)
    : undefined;

/** `password` of `username === "admin" && password === "…"`: who types both gets in. */
function besideUser({ settings }: SourceFile, comparison: TSESTree.BinaryExpression, value: Node): string | undefined {
  const name = referenceName(value);
  const both = outward(comparison)?.parent;
  if (
    nameEvidence(name, settings)?.kind !== "password" ||
    both?.type !== "LogicalExpression" ||
    both.operator !== (comparison.operator.startsWith("=") ? "&&" : "||")
  )
    return undefined;
  const other = unwrap(unwrap(both.left) === comparison ? both.right : both.left);
  if (other.type !== "BinaryExpression" || other.operator !== comparison.operator) return undefined;
  const user = unwrap(other.left as Node);
  if (literalText(other.right) === undefined || !USER.test(referenceName(user) ?? "")) return undefined;
  return typedName(value) ?? (ownerOf(value) !== undefined && ownerOf(value) === ownerOf(user) ? name : undefined);
}

/** The object of a member, when that is a variable; not that of settings, which a program looks at itself. */
const ownerOf = (value: Node): string | undefined =>
  value.type === "MemberExpression" && value.object.type === "Identifier" && !wordsOf(value.object.name).some((word) => SETTINGS.test(word))
    ? value.object.name
    : undefined;
const SETTINGS = /^(?:conf|config|configuration|connection|database|db|defaults?|field|node|options?|opts|server|settings?|uri|url)$/;

/** False for `typeof x`, `node.type` and the like. */
const mayBeSent = (value: Node): boolean =>
  value.type !== "UnaryExpression" && !/^(?:kind|length|name|operator|state|status|tagName|type)$/.test(referenceName(value) ?? "");
