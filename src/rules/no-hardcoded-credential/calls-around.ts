import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { localFunction } from "../../ast/functions.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { heldState } from "../../ast/state-holders.js";
import { nameEvidence } from "../../secrets/names/words.js";
import { perFile, type SourceFile } from "../../source-file.js";

// What a call says of a literal that it is given.

/** Not `setSecret`, which masks one in the output of GitHub's workflows, or names one of Kubernetes. */
const SECRET_SETTER =
  /^set_?(?:New)?(Password|(?:Access|Auth|Bearer|Refresh)?_?Token|(?:Api|Private)_?Key|(?:Api|App|Client|Consumer)_?Secret)$/i;

/** Also what reads a setting and is given a default: `getEnv("JWT_SECRET", "…")`. */
export const SETTER =
  /^(?:set|append|header|setHeader|setRequestHeader|put|config|setConfig|env|get|(?:get|read|optional)_?(?:config|env(?:ironment)?)(?:_?(?:or|var|variable|value|default|string|with_?default))*|env_?(?:or|or_?default|string|var))$/i;

/** The name that a call gives to an argument: `headers.set("X-Api-Key", "…")`, `app.set("jwtSecret", "…")`, `client.setAccessToken("…")`. */
export function nameSetBy(file: SourceFile, call: TSESTree.CallExpression, argument: Node): string | undefined {
  const { callee, arguments: given } = call;
  const typed = fieldTypedInto(call, argument) ?? optionWithDefault(call, argument);
  if (typed !== undefined) return typed;
  if (/With(?:Email|Username)?(?:And)?Password$/.test(referenceName(callee) ?? "") && given.length > 1 && given.at(-1) === argument)
    return "password";
  if (given[0] === argument) {
    const set = callee.type === "MemberExpression" ? SECRET_SETTER.exec(staticName(callee) ?? "")?.[1] : undefined;
    return set && set.charAt(0).toLowerCase() + set.slice(1);
  }
  if (given[1] !== argument || given.length > 3) return undefined;
  const name = literalText(given[0]);
  return name !== undefined &&
    !name.includes("/") &&
    (SETTER.test(referenceName(callee) ?? "") || isOfEnv(callee) || readsVariable(file, name, callee))
    ? name
    : undefined;
}

/** `pull-token` of commander's `option("--pull-token <token>", "for the mirror", "…")`. */
function optionWithDefault({ callee, arguments: given }: TSESTree.CallExpression, argument: Node): string | undefined {
  return given.length > 2 && given.at(-1) === argument && /^(?:o|requiredO)ption$/.test(referenceName(callee) ?? "")
    ? /--([a-z][\w-]{0,60})/i.exec(literalText(given[0]) ?? "")?.[1]
    : undefined;
}

/** `password` of `page.type("#password", "…")`, `page.locator("input[name=password]").fill("…")`: what a program types into a page. */
function fieldTypedInto({ callee, arguments: given }: TSESTree.CallExpression, argument: Node): string | undefined {
  if (callee.type !== "MemberExpression" || !/^(?:fill|sendKeys|setValue|type)$/.test(staticName(callee) ?? "")) return undefined;
  const selector = (given[0] === argument ? selectorOf(callee.object) : literalText(given[0])) ?? "";
  const name = /\b(?:id|name|type)[~|^$*]?=\s{0,3}["']?([\w-]{1,60})/.exec(selector)?.[1] ?? /([\w-]{1,60})$/.exec(selector)?.[1];
  return nameEvidence(name)?.kind === "password" ? name : undefined;
}

/** `#password` of `page.locator("#password")`, `password` of `await driver.findElement(By.name("password"))`. */
function selectorOf(found: Node): string | undefined {
  const inner = unwrap(found.type === "AwaitExpression" ? found.argument : found);
  const [first] = inner.type === "CallExpression" ? inner.arguments : [];
  return first?.type === "CallExpression" ? literalText(first.arguments[0]) : literalText(first);
}

/** `env.array("APP_KEYS", […])` of Strapi. */
const isOfEnv = (callee: Node): boolean => callee.type === "MemberExpression" && referenceName(callee.object) === "env";

const readsByName = perFile(({ sourceCode: { text } }) => READS_BY_NAME.test(text));
const READS_BY_NAME = /\bprocess\.env\[|\bDeno\.env\.get\(/;

/** `pick("JWT_SECRET", "…")` beside `const pick = (name, fallback) => process.env[name] || fallback`. */
function readsVariable(file: SourceFile, name: string, callee: Node): boolean {
  if (!/^[A-Z][A-Z\d_]{2,60}$/.test(name) || !readsByName(file)) return false;
  const reader = localFunction(file.sourceCode, callee);
  return (
    reader !== undefined && READS_BY_NAME.test(file.sourceCode.getText(reader).slice(0, MAX_READER)) && givesBack(file, reader.params[1])
  );
}
const MAX_READER = 600;

/** Whether a parameter is what a function gives where it finds nothing: behind `||`, in a branch, or returned. Others are hints, checks and names of groups. */
function givesBack({ sourceCode }: SourceFile, parameter: Node | undefined): boolean {
  const name = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  const variable = name?.type === "Identifier" ? variableOf(sourceCode, name) : undefined;
  return (
    variable !== undefined &&
    readsOf(variable).some(({ identifier }) => {
      const { parent, child } = outward(identifier as Node) ?? {};
      switch (parent?.type) {
        case "LogicalExpression":
          return parent.right === child && parent.operator !== "&&" && !isInsideOf(parent, /^(?:Throw|Expression)Statement$/);
        case "ConditionalExpression":
          return parent.test !== child && !isInsideOf(parent, /^(?:Throw|Expression)Statement$/);
        case "ArrowFunctionExpression":
          return parent.body === child;
        case "AssignmentExpression":
          return parent.right === child && parent.left.type === "Identifier";
        default:
          return parent?.type === "ReturnStatement";
      }
    })
  );
}

/** Whether the statement around an expression is of a type. */
function isInsideOf(node: Node, type: RegExp): boolean {
  let statement: Node | undefined = node;
  while (statement && !/Statement$|^VariableDeclaration$|Function/.test(statement.type)) statement = statement.parent;
  return statement !== undefined && type.test(statement.type);
}

/** Calls through which a name reaches a literal: `Object.freeze({…})`, `defineConfig({…})`, `Buffer.from("…")`, `z.string().default("…")`, `Type.String({ default: "…" })`. */
export const keepsNames = (call: TSESTree.CallExpression): boolean =>
  heldState(call) !== undefined ||
  /^(?:freeze|assign|atob|from|fromUTF8|fromString|String|Optional|str|default|catch|defineConfig|registerAs)$/.test(
    referenceName(call.callee) ?? "",
  );

/** `hashPassword("…")`, `tools.encrypt("…")`, `md5("…")` of a project's own; not `createHash("sha1")`. */
export function makesHash({ callee, arguments: [first] }: TSESTree.CallExpression, child: Node): boolean {
  const name = referenceName(callee) ?? "";
  return (
    first === child &&
    /hash|crypt|md5|sha_?(?:1|256|512)/i.test(name) &&
    !/^(?:check|compare|create(?:Cipher|Hash|Hmac)|decrypt|is|match|valid|verify)/i.test(name)
  );
}

/** `throw invalidLogin({ password: "incorrectPassword" })`, `new ValidationError({ … })`: what is wrong, field by field. */
export const makesError = (call: TSESTree.CallExpression | TSESTree.NewExpression): boolean =>
  /(?:Error|Exception)$/.test(referenceName(call.callee) ?? "") || outward(call)?.parent.type === "ThrowStatement";
