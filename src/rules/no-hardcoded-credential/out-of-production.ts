import { lastStatement } from "../../ast/branches.js";
import { outward, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { perFile, type SourceFile } from "../../source-file.js";

const MAX_PARENTS = 64;
const MAX_READS = 12;
const MAX_STATEMENTS = 100;
const MAX_TEST = 200;

const mentionsEnvironments = perFile(({ sourceCode }) => /prod|dev|debug|local|mock|test/i.test(sourceCode.text));

/**
 * Whether a text never runs where others use the program: it stands in a branch for developers, behind `if (isProduction) throw …`, or in a
 * constant that is read in such places alone, or that a program in production asks for and stops: `if (isProduction && SECRET === "…") throw …`.
 */
export function isOutOfProduction(file: SourceFile, text: Node): boolean {
  if (!mentionsEnvironments(file)) return false;
  if (isForDevelopers(file, text)) return true;
  const reads = readsOfConstant(file, text);
  return (
    reads.length > 0 &&
    reads.length <= MAX_READS &&
    (reads.every((read) => isForDevelopers(file, read)) || reads.some((read) => isStoppedBy(file, read)))
  );
}

function readsOfConstant({ sourceCode }: SourceFile, text: Node): Node[] {
  let place = outward(text);
  while (place?.parent.type === "LogicalExpression" && place.parent.right === place.child) place = outward(place.parent);
  const declarator = place?.parent;
  const variable =
    declarator?.type === "VariableDeclarator" && declarator.id.type === "Identifier" ? variableOf(sourceCode, declarator.id) : undefined;
  return variable ? readsOf(variable).map(({ identifier }) => identifier as Node) : [];
}

/** `process.env.NODE_ENV !== "production" && code === "…"`, `isProd ? read() : "…"`, and what follows `if (isProd) throw …`. */
function isForDevelopers(file: SourceFile, text: Node): boolean {
  let child = text;
  for (let hops = 0, node = text.parent; node && hops < MAX_PARENTS; hops++, child = node, node = node.parent) {
    if (node.type === "LogicalExpression" && node.operator === "&&" && saysNot(file, node.left === child ? node.right : node.left))
      return true;
    if (
      (node.type === "IfStatement" || node.type === "ConditionalExpression") &&
      child !== node.test &&
      (child === node.consequent ? saysNot(file, node.test) : says(file, node.test) && !/&&/.test(testText(file, node.test)))
    )
      return true;
    if (node.type === "BlockStatement" || node.type === "Program") {
      const at = node.body.indexOf(child as never);
      if (node.body.slice(Math.max(0, at - MAX_STATEMENTS), at).some((each) => stopsInProduction(file, each))) return true;
    }
  }
  return false;
}

/** `SECRET` of `if (isProd && SECRET === "…") throw …`. */
function isStoppedBy(file: SourceFile, read: Node): boolean {
  let child = read;
  for (
    let hops = 0, node = read.parent;
    node && hops < MAX_PARENTS && !/Statement$|Function|Declar/.test(child.type);
    hops++, child = node, node = node.parent
  )
    if (node.type === "IfStatement") return child === node.test && stopsInProduction(file, node);
  return false;
}

function stopsInProduction(file: SourceFile, statement: Node): boolean {
  if (statement.type !== "IfStatement" || !says(file, statement.test)) return false;
  const last = lastStatement(statement.consequent);
  return (
    last?.type === "ThrowStatement" ||
    (last?.type === "ExpressionStatement" &&
      unwrap(last.expression).type === "CallExpression" &&
      /^exit$/.test(referenceName((unwrap(last.expression) as { callee: Node } & Node).callee) ?? ""))
  );
}

const testText = ({ sourceCode }: SourceFile, test: Node): string => sourceCode.getText(test as never).slice(0, MAX_TEST);

const PRODUCTION = /prod/i;
const NEGATED = /!==?\s{0,9}["'`]prod|!\s{0,9}\(?[\w.]{0,40}prod/i;
const DEVELOPERS =
  /===?\s{0,9}["'`](?:dev|development|local|test)\b|^\(?(?:\w{1,20}\.){0,3}(?:is|IS)?_?(?:debug|dev|development|local|mock|test)(?:_?mode|ing)?\b/i;

/** `isProd`, `NODE_ENV === "production"`. */
const says = (file: SourceFile, test: Node): boolean => PRODUCTION.test(testText(file, test)) && !NEGATED.test(testText(file, test));

/** `!isProd`, `NODE_ENV !== "production"`, `isDev`. */
function saysNot(file: SourceFile, test: Node): boolean {
  const text = testText(file, test);
  return !text.includes("||") && (NEGATED.test(text) || DEVELOPERS.test(text));
}
