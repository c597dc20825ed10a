import type { TSESTree } from "@typescript-eslint/utils";
import { destinationsOf } from "../../ast/destinations.js";
import { localFunction } from "../../ast/functions.js";
import { literalText, outward, referenceName, staticName, type FunctionNode, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { heldState } from "../../ast/state-holders.js";
import { isTriedOut } from "../../secrets/values/weak-passwords.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { fieldTypedInto } from "./typed-fields.js";

// What a call says of a literal that it is given.

/** Not `setSecret`, which masks one in the output of GitHub's workflows, or names one of Kubernetes. */
const SECRET_SETTER =
  /^set_?(?:New)?(Password|(?:Access|Auth|Bearer|Refresh)?_?Token|(?:Api|Private)_?Key|(?:Api|App|Client|Consumer)_?Secret)$/i;

/** Also what reads a setting and is given a default: `getEnv("JWT_SECRET", "…")`. */
export const SETTER =
  /^(?:set|append|header|setHeader|setRequestHeader|put|config|setConfig|env|get|(?:get|read|optional)_?(?:config|env(?:ironment)?)(?:_?(?:or|var|variable|value|default|string|with_?default))*|env_?(?:or|or_?default|string|var))$/i;

/** Whether a call reads what is called so, and gives its second argument where there is nothing: `config.get("jwt.secret", "…")`. */
export const isReader = ({ callee, arguments: given }: TSESTree.CallExpression | TSESTree.NewExpression): boolean =>
  given.length > 1 && literalText(given[0]) !== undefined && !/^(?:set|append|header|put|config$)/i.test(referenceName(callee) ?? "set");

/** The name that a call gives to an argument: `headers.set("X-Api-Key", "…")`, `app.set("jwtSecret", "…")`, `client.setAccessToken("…")`. */
export function nameSetBy(file: SourceFile, call: TSESTree.CallExpression, argument: Node): string | undefined {
  const { callee, arguments: given } = call;
  const typed = fieldTypedInto(call, argument);
  if (typed !== undefined) return typed;
  if (/With(?:Email|Username)?(?:And)?Password$/.test(referenceName(callee) ?? "") && given.length > 1 && given.at(-1) === argument)
    return isTriedOut(literalText(argument) ?? "") ? undefined : "password";
  if (given[0] === argument) {
    const set = callee.type === "MemberExpression" ? SECRET_SETTER.exec(staticName(callee) ?? "")?.[1] : undefined;
    return set && set.charAt(0).toLowerCase() + set.slice(1);
  }
  if (setsOption(callee) && given.length > 1 && given.at(-1) === argument) return literalText(given.at(-2));
  if (given[1] !== argument || given.length > 3) return undefined;
  const name = literalText(given[0]);
  return name !== undefined &&
    !name.includes("/") &&
    (SETTER.test(referenceName(callee) ?? "") || isOfEnv(callee, name) || readsVariable(file, name, callee))
    ? name
    : undefined;
}

/** `config.setValue("auth", "secretKey", "…")`; forms and translations have values, too. */
const setsOption = (callee: Node): boolean =>
  callee.type === "MemberExpression" &&
  /^set_?(?:option|property|setting|value)$/i.test(staticName(callee) ?? "") &&
  /conf(?:ig(?:uration)?)?$|options$|prefs$|preferences$|settings$/i.test(referenceName(callee.object) ?? "");

/** `env.array("APP_KEYS", […])` of Strapi, where a variable is read; `env.validate("KEY", "nonEmpty")` is given something else. */
const isOfEnv = (callee: Node, name: string): boolean =>
  callee.type === "MemberExpression" &&
  referenceName(callee.object) === "env" &&
  /^(?:array|get(?:OrDefault|OrElse|String)?|json|or|str(?:ing)?)$/.test(staticName(callee) ?? "") &&
  VARIABLE.test(name);
export const VARIABLE = /^[A-Z][A-Z\d_]{2,60}$/;

const readsByName = perFile(({ sourceCode: { text } }) => READS_BY_NAME.test(text));
const READS_BY_NAME = /\bprocess\.env\[|\bDeno\.env\.get\(/;

/** `pick("JWT_SECRET", "…")` beside `const pick = (name, fallback) => process.env[name] || fallback`. */
function readsVariable(file: SourceFile, name: string, callee: Node): boolean {
  if (!VARIABLE.test(name) || !readsByName(file)) return false;
  const reader = localFunction(file.sourceCode, callee);
  return reader !== undefined && READS_BY_NAME.test(file.sourceCode.getText(reader).slice(0, MAX_READER)) && givesBack(file, reader);
}
const MAX_READER = 600;

/** Whether a parameter is what a function gives where it finds nothing. Others are hints, checks and names of groups. */
function givesBack({ sourceCode }: SourceFile, reader: FunctionNode): boolean {
  const [, parameter] = reader.params;
  const name = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
  const variable = name?.type === "Identifier" ? variableOf(sourceCode, name) : undefined;
  return (
    variable !== undefined &&
    readsOf(variable).some(({ identifier }) =>
      destinationsOf(sourceCode, identifier as Node, { beyond: ({ kind }) => kind === "variable" }).some(
        (each) => each.kind === "return" && each.fn === reader && !each.derived,
      ),
    )
  );
}

/** `text.replace(password || "…", "***")`: what a text is searched for. */
export const isSearchedFor = ({ callee, arguments: given }: TSESTree.CallExpression, child: Node): boolean =>
  given[0] === child &&
  callee.type === "MemberExpression" &&
  /^(?:endsWith|replace(?:All)?|split|startsWith)$/.test(staticName(callee) ?? "");

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
