import type { TSESTree } from "@typescript-eslint/utils";
import { endsFunction, lastStatement } from "../../ast/branches.js";
import { ITERATING } from "../../ast/lists.js";
import {
  enclosingFunction,
  functionName,
  isFunction,
  outward,
  referenceName,
  staticName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../ast/nodes.js";
import { wordsOf } from "../../secrets/names/words.js";
import type { Comparison } from "../../sinks/comparers.js";
import { pathEnd, type SourceFile } from "../../source-file.js";
import { isCheck, isProof } from "./checks.js";
import { isVerdict } from "./verdicts.js";
import {
  CODE_ELSEWHERE,
  CODE_IN_EUROPE,
  DENIAL,
  LETS_IN,
  REFUSAL,
  REFUSAL_ELSEWHERE,
  SENDS_AWAY,
  SIGN_IN_REFUSAL,
} from "./refusal-texts.js";

// Whether a comparison decides about who may pass: by what is done when the values differ.

const REACH = 500;

/** The comparison decides whether somebody is turned away: its branch, or the code after it, says so. */
export function rejects(file: SourceFile, { node, negated }: Comparison): boolean {
  const statement = statementOf(node);
  if (!statement) return false;
  const text = textBehind(file, node, statement, negated);
  if (
    [REFUSAL, REFUSAL_ELSEWHERE, SIGN_IN_REFUSAL].some((each) => each.test(text)) ||
    refusesCodeElsewhere(file, node, text) ||
    isVerdict({ node, negated })
  )
    return true;
  if (statement.type === "IfStatement" && (negated ? SENDS_AWAY : LETS_IN).test(branchText(file, statement))) return true;
  return (
    ((statement.type === "ReturnStatement" || answers(statement, !negated)) && isCheck({ node })) ||
    (turnsAway(statement) && isProof(node)) ||
    standsForVerification(node) ||
    (isCheck({ node }) && givesNobody(node, negated))
  );
}

/** `hashed ? bcrypt.compareSync(given, user.pass) : given === user.pass`: how passwords are checked that are not hashed. */
function standsForVerification(node: Node): boolean {
  const { parent, child } = outward(node) ?? {};
  if (parent?.type !== "ConditionalExpression" || parent.test === child) return false;
  const other = unwrap(parent.consequent === child ? parent.alternate : parent.consequent);
  const call = other.type === "AwaitExpression" ? unwrap(other.argument) : other;
  return (
    call.type === "CallExpression" &&
    /^(?:(?:check|compare|validate|verify)(?:Hash|Password)?(?:Sync)?|isValidPassword)$/i.test(referenceName(call.callee) ?? "")
  );
}

/** `row.pass == pass ? callback(row) : callback(null)`: who sends another one is nobody. */
function givesNobody(node: Node, negated: boolean): boolean {
  const { parent, child } = outward(node) ?? {};
  if (parent?.type !== "ConditionalExpression" || parent.test !== child) return false;
  const refused = unwrap(negated ? parent.consequent : parent.alternate);
  return (
    refused.type === "CallExpression" &&
    /^(?:callback|cb|done|next)$/.test(referenceName(refused.callee) ?? "") &&
    refused.arguments.length === 1 &&
    refused.arguments[0]!.type === "Literal" &&
    !refused.arguments[0]!.value
  );
}

/** The branch of a condition, from its beginning. */
const branchText = (file: SourceFile, { consequent: { range } }: TSESTree.IfStatement): string =>
  file.sourceCode.text.slice(range[0], Math.min(range[1], range[0] + REACH));

const NAMES = /^(?:account|email|login|mail|name|phone|user|username)$/;

/** `each.user === user && each.pass === pass`: what is compared beside a name is what its owner signs in with. */
export function isBesideName({ node, negated }: Comparison): boolean {
  let chain = node.parent;
  const operator = negated ? "||" : "&&";
  while (chain?.type === "LogicalExpression" && chain.operator === operator && chain.parent?.type === "LogicalExpression")
    chain = chain.parent;
  if (chain?.type !== "LogicalExpression" || chain.operator !== operator) return false;
  return operandsOf(chain, operator).some((each) => {
    if (each === node || each.type !== "BinaryExpression" || !(negated ? /^!==?$/ : /^===?$/).test(each.operator)) return false;
    return (
      [each.left, each.right].every((side) => side.type !== "Literal" && !(side.type === "Identifier" && side.name === "undefined")) &&
      [each.left, each.right].some((side) => NAMES.test(wordsOf(referenceName(side as Node) ?? "").at(-1) ?? ""))
    );
  });
}

const MAX_OPERANDS = 8;

/** The operands of a chain of one operator. */
function operandsOf(node: Node, operator: string, found: Node[] = []): Node[] {
  if (node.type === "LogicalExpression" && node.operator === operator && found.length < MAX_OPERANDS) {
    operandsOf(node.left, operator, found);
    operandsOf(node.right, operator, found);
  } else found.push(unwrap(node));
  return found;
}

/** Whoever sends another value is told, in the branch itself, that he may not: `if (session.token !== token) throw new Unauthorized()`. */
export function denies(file: SourceFile, { node, negated }: Comparison): boolean {
  const statement = statementOf(node);
  return (
    negated &&
    statement?.type === "IfStatement" &&
    endsFunction(statement.consequent) &&
    DENIAL.test(textBehind(file, node, statement, negated))
  );
}

/** What is answered where all is well, or as it was. */
const ALL_IS_WELL = /\b(?:ok|success)["']?: true\b|\b(?:204|304)\b/;

/** Whoever sends another value goes no further, whatever he is told, but that all is well: `if (pin !== room.pin) return reply("x")`, `return a === b ? entries : []`. */
export function turnsAwayOnly(file: SourceFile, { node, negated }: Comparison): boolean {
  const place = outward(node);
  if (place?.parent.type === "ConditionalExpression" && place.parent.test === place.child)
    return (
      isNothing(negated ? place.parent.consequent : place.parent.alternate) && outward(place.parent)?.parent.type === "ReturnStatement"
    );
  const statement = statementOf(node);
  return (
    negated &&
    statement?.type === "IfStatement" &&
    endsFunction(statement.consequent) &&
    !ALL_IS_WELL.test(branchText(file, statement)) &&
    !isIterating(outward(enclosingFunction(node) ?? node)?.parent)
  );
}

/** `if (decrypt(row.password) !== password) { row.password = encrypt(password); … }`: what is kept is brought up to date, or said to be another one now. */
export function writesInstead(file: SourceFile, { node, negated }: Comparison): boolean {
  const statement = negated ? statementOf(node) : undefined;
  const text = statement?.type === "IfStatement" ? branchText(file, statement) : "";
  return /\bencrypt\w{0,20}\(|\bchanged\b/i.test(text) && !/\b40[13]\b|invalid|wrong|incorrect/i.test(text);
}

const isNothing = (node: Node): boolean =>
  (node.type === "Literal" && !node.value) ||
  (node.type === "ArrayExpression" && node.elements.length === 0) ||
  (node.type === "Identifier" && node.name === "undefined");

const isIterating = (node: Node | undefined): boolean =>
  node?.type === "CallExpression" && ITERATING.test(referenceName(node.callee) ?? "");

const refusesCodeElsewhere = (file: SourceFile, node: Node, text: string): boolean =>
  (CODE_ELSEWHERE.test(text) || CODE_IN_EUROPE.test(text)) && !isOfPicture(file, node);

/** The letters of a picture are for everybody to read. A language may have one word for them and for a code that is sent to somebody. */
export function isOfPicture(file: SourceFile, node: Node): boolean {
  const fn = enclosingFunction(node);
  return PICTURE.test(
    `${pathEnd(file, 1)} ${(fn && functionName(fn)) ?? ""} ${file.sourceCode.getText((fn ?? node) as never).slice(0, MAX_BODY)}`,
  );
}

const PICTURE = /image_?code|svg_?captcha|verify:?img|captcha_?id|图[形片]/i;
const MAX_BODY = 5000;

/** `if (…) throw …`, `return Promise.reject()`. */
function turnsAway(statement: Node): boolean {
  if (statement.type !== "IfStatement") return false;
  const { consequent } = statement;
  const answer = consequent.type === "BlockStatement" && consequent.body.length === 1 ? consequent.body[0] : consequent;
  if (answer?.type === "ThrowStatement") return true;
  const value = answer?.type === "ReturnStatement" ? answer.argument : undefined;
  return value?.type === "CallExpression" && referenceName(value.callee) === "reject";
}

/** The statement that a comparison stands in; of one in `tokens.some((each) => …)` the statement around the call. */
function statementOf(node: Node): Node | undefined {
  let statement: Node | undefined = node;
  while (statement && !/^(?:IfStatement|ReturnStatement|VariableDeclaration|ExpressionStatement|Property)$/.test(statement.type)) {
    if (isFunction(statement) && !isSearch(statement)) break;
    statement = statement.parent;
  }
  return statement;
}

/** The callback of `list.find(…)` and its like, one expression long. `every` holds two lists against each other, `filter(…).length` counts. */
function isSearch(callback: FunctionNode): boolean {
  const call = callback.body?.type === "BlockStatement" ? undefined : outward(callback)?.parent;
  // `.filter(…).length > 1`
  if (call?.parent?.type === "MemberExpression" && staticName(call.parent) === "length") return false;
  return call?.type === "CallExpression" && /^(?:filter|find|findIndex|reduce|some)$/.test(referenceName(call.callee) ?? "");
}

/** What is done by the answer: the branch of `if (a !== b) throw …`, else what stands behind. */
function textBehind(file: SourceFile, { range }: Node, statement: Node, negated: boolean): string {
  const branch =
    negated && statement.type === "IfStatement" && endsFunction(statement.consequent) ? statement.consequent.range[1] : Infinity;
  return file.sourceCode.text.slice(
    range[1],
    Math.min(
      branch,
      (isFunction(statement) ? statement : (enclosingFunction(statement) ?? file.sourceCode.ast)).range[1],
      range[1] + REACH,
    ),
  );
}

const NAMED_CODE =
  /(?:bad|expired|incorrect|invalid|mis-?match\w{0,5}|wrong)[\s\w'"-]{0,16}(?:activation|auth|confirm|invit|join|login|otp|passcode|recover|reset|security|sms|verif)\w{0,12}[\s_-]?(?:code|pin)|(?:activation|confirmation|invit\w{0,6}|join|login|recovery|reset|security|sms|verification)[\s_-]?code[\s\w'"-]{0,16}(?:incorrect|invalid|wrong|mis-?match)|\b(?:bad|incorrect|invalid|wrong) (?:otp|passcode|pin)\b(?! number)|\b(?:otp|passcode|pin) (?:(?:is|does) )?(?:incorrect|invalid|not (?:correct|match|valid)|wrong)\b/i;

/** What is refused is called a code that proves something: `throw new Error("Invalid verification code")`. */
export function refusesCode(file: SourceFile, { node, negated }: Comparison): boolean {
  const statement = statementOf(node);
  if (!statement) return false;
  const text = textBehind(file, node, statement, negated);
  return NAMED_CODE.test(text) || refusesCodeElsewhere(file, node, text);
}

/** What is refused is called as the value is: `if (a.setupToken !== b.setupToken) throw new Error("Invalid setup token")`. */
export function refusesByName(file: SourceFile, { node, negated }: Comparison, name: string | undefined): boolean {
  const words = wordsOf(name ?? "");
  const statement = words.length > 1 ? statementOf(node) : undefined;
  if (!statement) return false;
  const text = ` ${textBehind(file, node, statement, negated)
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, " ")}`;
  return ["bad", "expired", "incorrect", "invalid", "wrong"].some((word) => text.includes(` ${word} ${words.join(" ")} `));
}

/** `if (token === repo.token) return true`, `if (token !== repo.token) return false`. */
function answers(statement: Node, answer: boolean): boolean {
  if (statement.type !== "IfStatement") return false;
  const last = lastStatement(statement.consequent);
  return last?.type === "ReturnStatement" && last.argument?.type === "Literal" && last.argument.value === answer;
}
