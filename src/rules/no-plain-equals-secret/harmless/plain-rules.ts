import { endsFunction, lastStatement } from "../../../ast/branches.js";
import { literalText, referenceName, unwrap, type Node } from "../../../ast/nodes.js";
import { originsOf } from "../../../ast/origins.js";
import { wordsOf } from "../../../secrets/names/words.js";
import type { SourceFile } from "../../../source-file.js";
import type { Comparison } from "../../../sinks/comparers.js";
import type { Side } from "../sides/sides.js";

// Rules that a value must keep, and that let nobody in.

/** `if (password === user.password) throw new Error("Choose another one")`: a new password must differ from the old one. Who sends the same is turned away. */
export function mustDiffer(file: SourceFile, { node, negated }: Comparison, sides: readonly Side[]): boolean {
  if (negated || !sides.some(({ kind }) => kind === "password" || kind === "passwordHash")) return false;
  const statement = node.parent;
  if (statement?.type !== "IfStatement" || statement.test !== node || statement.alternate || !endsFunction(statement.consequent))
    return false;
  const last = lastStatement(statement.consequent)!;
  if (last.type === "ThrowStatement") return true;
  return /^return\b[^;]{1,120}(?:[Ee]rror\(|\berror:\s{0,3}["'`][^"'`]|\b(?:status|json|send|sendStatus)\(\s{0,4}4\d\d\b|\breject\(|\bnew \w{0,40}(?:Error|Exception)\b)/.test(
    file.sourceCode.getText(last as never).slice(0, MAX_ANSWER),
  );
}

/** `req.session.code !== sent.toLowerCase()`: the letters of a picture. Codes that are sent to somebody have digits, or capitals. */
export const isReadOffPicture = (left: Node, right: Node): boolean =>
  [
    [left, right],
    [right, left],
  ].some(([kept, sent]) => isLowered(sent!) && isCodeOfSession(kept!));

const isLowered = (node: Node): boolean => node.type === "CallExpression" && referenceName(node.callee) === "toLowerCase";

const isCodeOfSession = (node: Node): boolean =>
  node.type === "MemberExpression" &&
  /^(?:\w{0,9}captcha|code)$/i.test(referenceName(node) ?? "") &&
  /^session$/i.test(referenceName(node.object) ?? "");

const MAX_ANSWER = 200;
/** Words of capitals, or of small letters with signs between: `REACHED_STABLE`, `not-reached`. */
const NAMED_VALUE = /^(?:[A-Z]{2,40}(?:_[A-Z]{1,40}){0,8}|[a-z]{2,40}(?:[_-][a-z]{1,40}){1,8})$/;

/** `text === buttons.PASSWORD`, `content === i18n.password`: what a button, a command or a translation says. */
export const isLabel = (node: Node): boolean =>
  node.type === "MemberExpression" &&
  /^(?:buttons?|commands?|i18n|kb|keyboards?|labels?|lang|locales?|menus?|messages|strings|texts?|titles?|translations?)$/.test(
    wordsOf(referenceName(node.object) ?? "").at(-1) ?? "",
  );

/** `const validOutcomes = ["REACHED_STABLE", "NOT_REACHED"]`: a list of names that tell cases apart. */
export const isEnumeration = (file: SourceFile, list: Node): boolean =>
  originsOf(file.sourceCode, list).some(
    ({ node, path }) =>
      node.type === "ArrayExpression" &&
      path.length === 0 &&
      node.elements.length > 1 &&
      node.elements.every((each) => each !== null && NAMED_VALUE.test(literalText(unwrap(each)) ?? "")),
  );
