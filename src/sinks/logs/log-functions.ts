import type { TSESTree } from "@typescript-eslint/utils";
import { localFunction } from "../../ast/functions.js";
import { moduleMember } from "../../ast/modules.js";
import { referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { definitionOf, isGlobal, variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";
import { CONSOLE, isConsole } from "./console-methods.js";
import { isLoggerByName } from "./loggers.js";
import { wordSet } from "../../word-set.js";

// Functions that write to a log, by their name or by what made them.

/** Functions that write to a log, made of these words only: `log`, `debug`, `logError`, `log_message`. */
const FUNCTION_WORDS = wordSet(
  "log logger debug dbg dev info warn warning error err trace verbose message msg line print write to console data value",
);
const FUNCTION_HEADS = wordSet("log logger debug dbg");

/** `log(…)`, `debug(…)`: made by the debug package, an alias of a console method, or called so and not defined here. */
export function isLogFunction(file: SourceFile, callee: TSESTree.Identifier): boolean {
  const { sourceCode } = file;
  const init = constantInitializer(sourceCode, callee);
  if (init) {
    const made = unwrap(init);
    if (made.type === "MemberExpression") return isLogMethod(file, made);
    if (made.type !== "CallExpression") return false;
    const maker = unwrap(made.callee);
    if (maker.type === "MemberExpression" && staticName(maker) === "bind" && unwrap(maker.object).type === "MemberExpression")
      return isLogMethod(file, unwrap(maker.object) as TSESTree.MemberExpression);
    return isDebugFactory(file, made) || isLogFunctionName(callee.name);
  }
  const member = moduleMember(sourceCode, callee);
  if (member && (member.module === "fancy-log" || (member.module === "proc-log" && member.path[0] === "log"))) return true;
  const variable = variableOf(sourceCode, callee);
  const definition = variable && definitionOf(variable);
  if (definition?.type === ("FunctionName" as string) || definition?.type === ("ClassName" as string)) return false;
  if (definition?.type === ("Variable" as string)) return isConsolePart(file, definition.node as Node) || isLogFunctionName(callee.name);
  return isLogFunctionName(callee.name);
}

/**
 * `sails.log(value)`, `this.log(value)`, `request.logToConsole(value)`, `adapter.log("text", value)`: not `Math.log(value)` and
 * `usage.log(token)`, and of this file's own methods only what they hand on.
 */
export function isLogOfOwner(file: SourceFile, callee: TSESTree.MemberExpression, [first]: readonly Node[]): boolean {
  const owner = unwrap(callee.object);
  const isWriting =
    owner.type === "ThisExpression" ||
    wordsOf(staticName(callee) ?? "").length > 1 ||
    (owner.type === "Identifier" &&
      owner.name !== "Math" &&
      nameEvidence(owner.name, file.settings) === undefined &&
      isGlobal(file.sourceCode, owner));
  return (isWriting || isText(first)) && localFunction(file.sourceCode, callee) === undefined;
}

function isText(node: Node | undefined): boolean {
  if (node?.type === "BinaryExpression") return node.operator === "+" && isText(node.left as Node);
  return node?.type === "TemplateLiteral" || (node?.type === "Literal" && typeof node.value === "string");
}

export function isLogFunctionName(name: string): boolean {
  // Asked of every call: most names hold none of the heads.
  if (!/log|debug|dbg/i.test(name) || /^log(?:In|On|Out)/.test(name)) return false;
  const words = wordsOf(name);
  return words.some((word) => FUNCTION_HEADS.has(word)) && words.every((word) => FUNCTION_WORDS.has(word));
}

/** `console.log` as a value. */
const isLogMethod = (file: SourceFile, member: TSESTree.MemberExpression): boolean =>
  Object.hasOwn(CONSOLE, staticName(member) ?? "") && (isConsole(file, unwrap(member.object)) || isLoggerByName(unwrap(member.object)));

/** `const { log } = console` */
function isConsolePart(file: SourceFile, declarator: Node): boolean {
  return (
    declarator.type === "VariableDeclarator" &&
    declarator.id.type === "ObjectPattern" &&
    declarator.init !== null &&
    isConsole(file, unwrap(declarator.init))
  );
}

/** `debug("app")`, `require("debug")("app")`, `debug("app").extend("db")`, `debuglog("app")` of node:util. */
export function isDebugFactory(file: SourceFile, node: Node): boolean {
  if (node.type !== "CallExpression") return false;
  const callee = unwrap(node.callee);
  if (callee.type === "MemberExpression" && staticName(callee) === "extend")
    return isDebugFactory(file, unwrap(callee.object)) || /^debug$/i.test(referenceName(callee.object) ?? "");
  const member = moduleMember(file.sourceCode, callee);
  if (member)
    return (
      (member.module === "debug" && member.path.length === 0) ||
      (member.module === "util" && /^debug(?:log)?$/.test(member.path[0] ?? "")) ||
      /(?:^|\/)debug$/.test(member.module)
    );
  return false;
}
