import { lastStatement } from "../../ast/branches.js";
import { outward, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { hasRandomPart } from "../../secrets/values/generated-texts.js";
import { nameEvidence } from "../../secrets/names/words.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { Finding } from "./finding.js";

const MAX_PARENTS = 64;
const MAX_READS = 12;
const MAX_STATEMENTS = 100;
const MAX_TEST = 200;

const mentionsEnvironments = perFile(({ sourceCode }) => /prod|dev|debug|local|mock|test/i.test(sourceCode.text));

/**
 * Whether a text never runs where others use the program: it stands in a branch for developers, behind `if (isProduction) throw …`, or in a
 * constant that is read in such places alone, or that a program in production asks for and stops: `if (isProduction && SECRET === "…") throw …`.
 */
export function isOutOfProduction(file: SourceFile, { node: text, env, text: value }: Finding): boolean {
  if (!mentionsEnvironments(file) || isGivenOut(env, value)) return false;
  if (isForDevelopers(file, text)) return true;
  const reads = readsOfConstant(file, text);
  return (
    reads.length > 0 &&
    reads.length <= MAX_READS &&
    (reads.every((read) => isForDevelopers(file, read)) || reads.some((read) => isStoppedBy(file, read)))
  );
}

/** A generated key, token or secret of somebody else opens as much where developers use it. */
const isGivenOut = (env: string, value: string): boolean =>
  (/^(?:apiKey|token)$/.test(nameEvidence(env)?.kind ?? "") || /(?:app|client|consumer)_?secret$/i.test(env)) && hasRandomPart(value);

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

/** `isProd`, `IS_PRODUCTION`, `env.PROD`, `production`; not `product`, `reproducible`, `prod.stock`. */
const PRODUCTION_NAME =
  "(?:(?:\\w{0,30}I[ns]|(?:\\w{0,30}_)?[io][ns])_?[Pp]rod(?:uction)?(?![a-z])|(?:\\w{0,30}_)?PROD(?:UCTION)?(?:_(?:BUILD|ENV|MODE))?_{0,2}\\b|" +
  "prod(?:uction)?\\b(?!\\s{0,9}[.?[(<>=!]))";
const NAMED_PRODUCTION = new RegExp(`(?<![\\w"'\`])${PRODUCTION_NAME}`);
const NEGATED_NAME = new RegExp(`!\\s{0,9}\\(?(?:[\\w$]{1,40}\\??\\.){0,6}${PRODUCTION_NAME}`);
const PRODUCTION_TEXT = /["'`]prod(?:uction)?["'`]/i;
const NEGATED_TEXT = /!==?\s{0,9}["'`]prod(?:uction)?["'`]|!\s{0,9}\([^()]{0,80}["'`]prod(?:uction)?["'`]/i;
/** What is compared with "production" and "local": the accounts of `provider === "local"` are those of everybody. */
const ENVIRONMENT = /env|stage|mode|deploy|runtime/i;
const DEVELOPERS = new RegExp(
  "===?\\s{0,9}[\"'`]dev(?:elopment)?[\"'`]|(?:env|environment|stage)\\)?\\s{0,9}===?\\s{0,9}[\"'`](?:local|test)[\"'`]|" +
    "^\\(?(?:(?:process|import|meta|config|settings|app|this|env)\\.){0,3}" +
    "(?:_{0,2}dev(?:elopment)?(?:_?mode)?_{0,2}|is_?(?:debug|dev|development|local|mock|test)(?:_?mode|ing)?|(?:debug|mock|test)_?mode)" +
    "\\b(?!\\s{0,9}(?:[.[<>]|\\?\\.|\\(\\s{0,9}[^\\s)]))",
  "i",
);

const isNegated = (text: string): boolean => NEGATED_NAME.test(text) || (ENVIRONMENT.test(text) && NEGATED_TEXT.test(text));

/** `isProd`, `NODE_ENV === "production"`. */
function says(file: SourceFile, test: Node): boolean {
  const text = testText(file, test);
  return !isNegated(text) && (NAMED_PRODUCTION.test(text) || (ENVIRONMENT.test(text) && PRODUCTION_TEXT.test(text)));
}

/** `!isProd`, `NODE_ENV !== "production"`, `isDev`. */
function saysNot(file: SourceFile, test: Node): boolean {
  const text = testText(file, test);
  return !text.includes("||") && (isNegated(text) || DEVELOPERS.test(text));
}
