import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, outward, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { variableOf } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";
import { membersRead } from "../names/members-read.js";
import { namesPeople } from "../names/people.js";

// Tokens that open nothing: elements of lists, words of a language, currencies.

/** `for (const token of tokens)`, `onToken((token) => …)`, `tokens.forEach((token) => …)`: one of many. */
export function isLoopItem(file: SourceFile, node: Node): boolean {
  if (node.type !== "Identifier") return false;
  if (loopOf(file, node)) return true;
  return originsOf(file.sourceCode, node).some(({ node: origin, parameter }) => {
    const call = parameter && parameter.of.parent;
    if (call?.type !== "CallExpression") return false;
    const name = referenceName(call.callee) ?? "";
    return (
      origin !== node &&
      (/^(?:forEach|map|filter|some|every|reduce|flatMap|find)$/.test(name) || (/token$/i.test(name) && !BRINGS.test(name)))
    );
  });
}

/** `chrome.identity.getAuthToken(options, (token) => …)` */
const BRINGS = /^_?(?:acquire|create|exchange|fetch|generate|get|grant|issue|load|obtain|refresh|request|retrieve|sign)/;

/** `trade.token` of `trades.map((trade) => trade.token)`: elements of lists have tokens of all sorts, those of people one that opens something. */
export function isOfAnyList(node: Node): boolean {
  const owner = node.type === "MemberExpression" ? unwrap(node.object) : undefined;
  const fn = owner?.type === "Identifier" ? enclosingFunction(node) : undefined;
  const first = fn?.params[0];
  const call = fn?.parent;
  if (first?.type !== "Identifier" || first.name !== (owner as TSESTree.Identifier).name || call?.type !== "CallExpression") return false;
  const list =
    call.callee.type === "MemberExpression" && /^(?:flatMap|map)$/.test(referenceName(call.callee) ?? "") ? call.callee.object : undefined;
  return list !== undefined && !namesPeople(referenceName(list)) && !/auth|session/i.test(referenceName(list) ?? "");
}

/** The loop that a variable takes its values from: `for (const token of tokens)`. */
function loopOf(file: SourceFile, node: Node): TSESTree.ForOfStatement | undefined {
  const declarator = node.type === "Identifier" ? (variableOf(file.sourceCode, node)?.defs[0]?.node as Node | undefined) : undefined;
  const loop = declarator?.type === "VariableDeclarator" ? declarator.parent.parent : undefined;
  return loop?.type === "ForOfStatement" ? loop : undefined;
}

/** `token` of `for (const [token, visit] of Object.entries(sessions))`: what a session is kept under. */
export function isEntryOfSessions(file: SourceFile, node: Node): boolean {
  const entries = loopOf(file, node)?.right;
  const list = entries?.type === "CallExpression" ? entries.arguments[0] : undefined;
  return list !== undefined && /sessions?$/i.test(referenceName(list) ?? "");
}

/** `${payment.amount} ${payment.token}`: the unit of a number. */
export function isCurrency(node: Node): boolean {
  const { parent, child } = outward(node) ?? {};
  if (parent?.type !== "TemplateLiteral" || node.type !== "MemberExpression") return false;
  const at = parent.expressions.indexOf(child as TSESTree.Expression);
  const number = parent.expressions[at - 1];
  return (
    number?.type === "MemberExpression" &&
    parent.quasis[at]!.value.raw === " " &&
    /^(?:amount|balance)$|Amount$/.test(referenceName(number) ?? "") &&
    referenceName(number.object) === referenceName(node.object) &&
    !namesPeople(referenceName(node.object))
  );
}

const SYNTAX =
  /^(?:kind|type|value|text|loc|start|end|line|column|raw|pos|symbol|decimals|address|mint|ticker|price|balance|lexeme|logprob)$/;

const PLACE = /^(?:loc|line|lineNumber|column|col|lexeme)$/;

/** `token.type`, `token.loc`, `token.symbol`, `hit.token` beside `hit.line`: a token of a language or a coin. */
export function isSyntaxToken(file: SourceFile, node: Node): boolean {
  const hasSyntax = (name: string | undefined, parts: RegExp): boolean =>
    name !== undefined && [...(membersRead(file).get(name) ?? [])].some((member) => parts.test(member));
  return hasSyntax(referenceName(node), SYNTAX) || (node.type === "MemberExpression" && hasSyntax(referenceName(node.object), PLACE));
}
