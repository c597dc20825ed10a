import { enclosingFunction, functionName, referenceName, staticName, unwrap, type Node } from "../../../ast/nodes.js";
import { namesPeople } from "../../../secrets/names/people.js";
import { wordsOf } from "../../../secrets/names/words.js";
import type { Comparison } from "../../../sinks/comparers.js";
import type { SourceFile } from "../../../source-file.js";
import { isBooleanCall } from "./marks.js";

const DIRTY =
  /^(?:changed?|changes|coherent|committed|consistent|different|differs?|dirty|diff|equal|inconsistent|modified|same|skip|stale|unchanged|update|updated|reuse)$/;
/** What may also be said of what is sent and what it must be: `const samePassword = password === config.password`. */
const EQUALITY = /^(?:equal|same)$/;
const COMPARES_COPIES =
  /^(?:are|is|deep)?(?:equals?|same)$|^(?:has|should|is|component)\w*(?:chang|updat|dirty|differ|modif|sync)|^(?:diff|sort|comparator|memo)|^compare$/i;

/** The branch, or the statements after it, store one side in the other: the copy is brought up to date. */
export function assignsOther(file: SourceFile, { node, left, right }: Comparison): boolean {
  const fn = enclosingFunction(node);
  const body = fn?.body ?? file.sourceCode.ast;
  const text = (each: Node): string => file.sourceCode.getText(unwrap(each));
  const [a, b] = [text(left), text(right)];
  if (a.length > 80 || b.length > 80) return false;
  const area = file.sourceCode.text.slice(node.range[1], Math.min(body.range[1], node.range[1] + 3000)).replace(/\s+/g, " ");
  return area.includes(`${a} = ${b};`) || area.includes(`${b} = ${a};`) || area.includes(`${a} = ${b} `) || area.includes(`${b} = ${a} `);
}

/** `if (user.password !== body.password) body.password = hash(body.password);`: a new value takes another form before it is kept. */
export function convertsNew({ sourceCode }: SourceFile, { node, left, right, negated }: Comparison): boolean {
  const branch = negated && node.parent?.type === "IfStatement" && node.parent.test === node ? node.parent.consequent : undefined;
  const [only, ...others] = branch?.type === "BlockStatement" ? branch.body : [branch];
  const assignment = only?.type === "ExpressionStatement" && others.length === 0 ? only.expression : undefined;
  if (assignment?.type !== "AssignmentExpression" || assignment.operator !== "=") return false;
  const made = assignment.right.type === "AwaitExpression" ? assignment.right.argument : assignment.right;
  const target = sourceCode.getText(assignment.left);
  return (
    made.type === "CallExpression" &&
    made.arguments.some((each) => sourceCode.getText(each) === target) &&
    [left, right].some((side) => sourceCode.getText(unwrap(side) as never) === target)
  );
}

/** What is written of who may not pass. */
const REFUSES = /\b40[13]\b|\bthrow\b|reject|invalid|unauthori|forbidden|denied|incorrect|wrong/i;
const MAX_BRANCH = 1000;

/** `if (user.accessToken !== accessToken) await User.updateOne(id, { $set: { accessToken } })`: another value is kept from now on. */
export function keepsNew({ sourceCode }: SourceFile, { node, left, right, negated }: Comparison): boolean {
  let test: Node = node;
  while (test.parent?.type === "LogicalExpression" && test.parent.operator === "&&") test = test.parent;
  const statement = test.parent;
  if (!negated || statement?.type !== "IfStatement" || statement.test !== test) return false;
  const branch = sourceCode.getText(statement.consequent).slice(0, MAX_BRANCH);
  const [kept, given] = [left, right]
    .map(unwrap)
    .sort((a, b) => Number(b.type === "MemberExpression") - Number(a.type === "MemberExpression"));
  const property = kept?.type === "MemberExpression" ? staticName(kept) : undefined;
  if (property === undefined || given?.type !== "Identifier" || REFUSES.test(branch)) return false;
  const written = branch.replaceAll(/\s+/g, "");
  return isKeptIn(written, `${property}:${given.name}`) || (property === given.name && isKeptIn(written, property));
}

/** `{$set:{accessToken,active:true}}`, `next.gallery={accessToken:given}`; not `res.json({accessToken})`. */
function isKeptIn(written: string, member: string): boolean {
  for (let at = written.indexOf(member); at >= 0; at = written.indexOf(member, at + 1)) {
    const open = written.lastIndexOf("{", at);
    const isMember = /[{,]/.test(written[at - 1] ?? "") && /[,}]/.test(written[at + member.length] ?? "");
    if (isMember && /(?:\$set:|[\w\])]=)$/.test(written.slice(0, Math.max(open, 0)))) return true;
  }
  return false;
}

/** `signature !== profile.signature && signature`: the value, where it is a new one. */
function givesOther({ sourceCode }: SourceFile, { node, left, right, negated }: Comparison): boolean {
  const { parent } = node;
  if (!negated || parent?.type !== "LogicalExpression" || parent.operator !== "&&" || parent.left !== node) return false;
  // In a condition it asks whether there is a value at all.
  if (parent.parent.type !== "Property" && parent.parent.type !== "VariableDeclarator") return false;
  const given = sourceCode.getText(parent.right);
  return [left, right].some((side) => sourceCode.getText(side as never) === given);
}

/** `usesDefaultPassword`, and `isDefault = password === defaultPassword`; not `isDefaultUser = given === user.password`. */
const asksForDefault = (name: string, { left, right }: Comparison): boolean =>
  /default_?(?:api_?key|key|pass(?:word|wd)?|pin|pwd|secret|token)s?(?![a-z])/i.test(name) ||
  (/default/i.test(name) && [left, right].some((side) => wordsOf(referenceName(side) ?? "").includes("default")));

/** `isDefaultProvider = provider.apiKey === config.apiKey`: which of several is the default. */
const asksWhichIsDefault = (name: string, { left, right }: Comparison): boolean =>
  wordsOf(name).includes("default") &&
  !namesPeople(name) &&
  left.type === "MemberExpression" &&
  right.type === "MemberExpression" &&
  staticName(left) === staticName(right);

/** `const isDirty = a !== b`, `const usesDefaultPassword = a === b`, `function hasChanged() { return … }`. */
export function namesADifference(file: SourceFile, comparison: Comparison, proven: boolean): boolean {
  const { node } = comparison;
  let current: Node | undefined = node.parent;
  while (
    current &&
    (/^(?:LogicalExpression|UnaryExpression|ChainExpression|ConditionalExpression|TSAsExpression)$/.test(current.type) ||
      isBooleanCall(current))
  )
    current = current.parent;
  const target =
    current?.type === "VariableDeclarator"
      ? current.id
      : current?.type === "AssignmentExpression"
        ? current.left
        : current?.type === "Property"
          ? current
          : undefined;
  const name = target && (target.type === "Property" ? staticName(target) : referenceName(target));
  if (name !== undefined && wordsOf(name).some((word) => DIRTY.test(word) && !(proven && EQUALITY.test(word)))) return true;
  if (name !== undefined && ((!proven && asksForDefault(name, comparison)) || asksWhichIsDefault(name, comparison))) return true;
  if (!proven && givesOther(file, comparison)) return true;
  const fn = enclosingFunction(node);
  return fn !== undefined && COMPARES_COPIES.test(functionName(fn) ?? "");
}
