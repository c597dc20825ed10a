import { awaitedBy, dottedPath, isFunction, literalText, propertyValue, referenceName, rootOf, staticName, unwrap, type Node } from "../ast/nodes.js";
import { originsOf, type Origin } from "../ast/origins.js";
import { variableOf } from "../ast/scope.js";
import { staticString } from "../ast/static-value.js";
import type { SourceFile } from "../source-file.js";
import { isTakenApart } from "./held-properties.js";
import type { Holder } from "./holders.js";

/** The end of an address where people sign in: `/api/users/login`. */
const SIGN_IN = /(?:^|[/_-])(?:log-?in|sign-?in|authenticate)\/?$/i;
/** What is taken of an answer that still is the whole of it. */
const WHOLE = /^(?:data(?:\.data)?)?$/;

/** What a sign-in request brings: `res` or `data` of `axios.post("/login", values)`, `await response.json()` of `fetch("/login", { method: "POST" })`. */
export function signInAnswer(file: SourceFile, node: Node, shown: string): Holder | undefined {
  const isAnswer = originsOf(file.sourceCode, node).some((origin) => WHOLE.test(origin.path.join(".")) && comesFromSignIn(file, origin));
  if (!isAnswer) return undefined;
  const path = dottedPath(node);
  const root = rootOf(node);
  const variable = path && root.type === "Identifier" ? variableOf(file.sourceCode, root) : undefined;
  // Who takes other things from the answer alone has the session in a cookie.
  return path && variable && !isTakenApart(file, variable, path.slice(1)) ? { reason: `${shown} is the answer to a sign-in, with the token or session in it`, names: [] } : undefined;
}

function comesFromSignIn(file: SourceFile, { node, parameter }: Origin): boolean {
  const call = parameter ? (parameter.index === 0 && isFirstArgument(parameter.of) ? awaitedBy(parameter.of) : undefined) : node;
  if (call?.type !== "CallExpression") return false;
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression") return false;
  switch (staticName(callee)) {
    case "post":
      return !/^ky$/.test(referenceName(callee.object) ?? "") && isSignIn(file, call.arguments[0]);
    case "json":
      return originsOf(file.sourceCode, callee.object).some((origin) => origin.path.length === 0 && isFetched(file, origin.node));
    case "then":
      return readsJson(call.arguments[0]) && isFetched(file, unwrap(callee.object));
    default:
      return false;
  }
}

/** Not the second one of `then`, which is given an error. */
const isFirstArgument = (callback: Node): boolean => callback.parent?.type === "CallExpression" && callback.parent.arguments[0] === callback;

/** `(response) => response.json()` */
const readsJson = (callback: Node | undefined): boolean =>
  isFunction(callback) && callback.body?.type === "CallExpression" && referenceName(callback.body.callee) === "json";

/** `fetch("/login", { method: "POST" })`; its own result shows no body. */
function isFetched(file: SourceFile, node: Node): boolean {
  if (node.type !== "CallExpression" || referenceName(node.callee) !== "fetch") return false;
  const [address, options] = node.arguments;
  return /^post$/i.test(literalText(propertyValue(options as Node | undefined, "method")) ?? "") && isSignIn(file, address);
}

const isSignIn = (file: SourceFile, address: Node | undefined): boolean => address !== undefined && SIGN_IN.test(endOf(file, address) ?? "");

/** The last written part of an address: `/login` of `${host}/login`. */
function endOf(file: SourceFile, address: Node): string | undefined {
  const inner = unwrap(address);
  if (inner.type === "TemplateLiteral") return inner.quasis.at(-1)?.value.cooked ?? undefined;
  return inner.type === "BinaryExpression" && inner.operator === "+" ? endOf(file, inner.right) : staticString(file.sourceCode, inner);
}
