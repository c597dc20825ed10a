import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, otherOperand, outward, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { shownName } from "../../secrets/masking.js";
import { isPlaceholder } from "../../secrets/values/placeholders.js";
import { namesPeople } from "../../secrets/names/people.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { TextSite } from "./text-sites.js";

/** `TABLE[name] === …`, `… === TABLE[name]`. */
const comparesElements = perFile(({ sourceCode: { text } }) => /\][)\s]{0,3}[!=]==?|[!=]==?\s{0,3}\w{1,60}\[/.test(text));
const MAX_READS = 12;
/** What tables of passwords are called, beside people: `LOGINS`, `doorCodes`. Labels and types are compared with what a form calls password, too. */
const OF_PASSWORDS = /^(?:access|auth|code|credential|key|login|pass|password|passwd|pin|pwd|secret)s?$/;
/** Tables of what things are called: `keyNames`. */
const LABELS = /^(?:kind|label|level|name|role|title|type)s?$/;

/**
 * Why a text is a password: it stands in a table by user, `const ADMINS = { anna: "…" }`, an element of which is compared with the password
 * that somebody gives: `ADMINS[name] === password`.
 *
 * @returns a clause for the message
 */
export function passwordOfTable(file: SourceFile, { node, text }: TextSite): string | undefined {
  const property = outward(node)?.parent;
  if (property?.type !== "Property" || property.value !== node || property.parent.type !== "ObjectExpression") return undefined;
  if (text.length < 4 || /\s/.test(text) || !comparesElements(file) || isPlaceholder(text)) return undefined;
  const declarator = outward(property.parent)?.parent;
  const variable =
    declarator?.type === "VariableDeclarator" && declarator.id.type === "Identifier"
      ? variableOf(file.sourceCode, declarator.id)
      : undefined;
  const compared =
    variable &&
    !LABELS.test(wordsOf(variable.name).at(-1) ?? "") &&
    (namesPeople(variable.name) || wordsOf(variable.name).some((word) => OF_PASSWORDS.test(word))) &&
    readsOf(variable)
      .slice(0, MAX_READS)
      .some(({ identifier }) => isComparedWithPassword(file, identifier as Node));
  return compared ? `${shownName(variable.name)} holds what a password is compared with` : undefined;
}

/** `users[name]`, not `users[userLevel]`. */
const isEntryOfUser = ({ property }: TSESTree.MemberExpression): boolean =>
  /^(?:account|email|id|login|mail|name|nick|user|username)$/.test(wordsOf(referenceName(property) ?? "").at(-1) ?? "");

function isComparedWithPassword({ settings }: SourceFile, table: Node): boolean {
  const element = outward(table)?.parent;
  if (element?.type !== "MemberExpression" || !element.computed || unwrap(element.object) !== table) return false;
  const comparison = outward(element)?.parent;
  if (comparison?.type !== "BinaryExpression" || !/^[!=]==?$/.test(comparison.operator)) return false;
  const given = unwrap(otherOperand(comparison, element));
  if (literalText(given) !== undefined) return false;
  const named = nameEvidence(referenceName(given), settings);
  return named?.kind === "password" && (named.strength === "strong" || isEntryOfUser(element));
}
