import { awaitedBy, dottedPath, isFunction, referenceName, rootOf, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf, type Origin } from "../../ast/origins.js";
import { readsOf, variableOf, type Variable } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";
import { isTakenApart } from "./held-properties.js";
import type { Holder } from "./holder.js";
import { isFirebaseSignIn, isNamedSignIn, isSignInRequest } from "./sign-in-calls.js";

/** What is taken of an answer that still is the whole of it. */
const WHOLE = /^(?:data(?:\.(?:data|session))?|headers)?$/;

/** What a sign-in request brings: `res` or `data` of `axios.post("/login", values)`, `await response.json()` of `fetch("/login", { method: "POST" })`. */
export function signInAnswer(file: SourceFile, node: Node, shown: string): Holder | undefined {
  const origins = originsOf(file.sourceCode, node);
  if (origins.some((origin) => isUserOfFirebase(file, origin)))
    return { reason: `${shown} is what Firebase knows of who signs in, with the tokens in it`, names: [] };
  const path = dottedPath(node);
  const root = rootOf(node);
  const variable = path && root.type === "Identifier" ? variableOf(file.sourceCode, root) : undefined;
  const isAnswer = (): boolean => variable !== undefined && path?.length === 1 && hasBody(variable);
  if (!origins.some((origin) => WHOLE.test(origin.path.join(".")) && comesFromSignIn(file, origin, isAnswer))) return undefined;
  // Who takes other things from the answer alone has the session in a cookie.
  return path && variable && (path.at(-1) === "headers" || !isTakenApart(file, variable, isAnswer() ? ["data"] : path.slice(1)))
    ? { reason: `${shown} is the answer to a sign-in, with the token or session in it`, names: [] }
    : undefined;
}

/** `result` of `signInWithPopup(auth, provider).then((result) => …)` */
function isUserOfFirebase(file: SourceFile, origin: Origin): boolean {
  const call = origin.path.length === 0 ? resolvedBy(origin) : undefined;
  return call?.type === "CallExpression" && isFirebaseSignIn(file, call);
}

/** The call that a value is the result of, or that resolves to it. */
const resolvedBy = ({ node, parameter }: Origin): Node | undefined =>
  parameter
    ? parameter.index === 0
      ? isFirstArgument(parameter.of)
        ? awaitedBy(parameter.of)
        : calledBack(parameter.of)
      : undefined
    : node;

/** `wx.request({ url, method: "POST", success: (res) => … })`: the call that hands its answer to a function among its options. */
function calledBack({ parent: property }: Node): Node | undefined {
  const options = property?.type === "Property" && staticName(property) === "success" ? property.parent : undefined;
  return options?.parent?.type === "CallExpression" ? options.parent : undefined;
}

/** `answer` beside `answer.data`: the answer of a client of HTTP, which prints its body. */
const hasBody = (variable: Variable): boolean =>
  readsOf(variable).some(({ identifier: { parent } }) => parent?.type === "MemberExpression" && staticName(parent) === "data");

function comesFromSignIn(file: SourceFile, origin: Origin, isAnswer: () => boolean): boolean {
  const call = resolvedBy(origin);
  if (call?.type !== "CallExpression") return false;
  // `data` of `await api.login(values)`: the body of an answer.
  if (isSignInRequest(file, call) && referenceName(call.callee) !== "fetch") return true;
  if (isNamedSignIn(call)) return origin.path.join(".") === "data" || (origin.path.length === 0 && isAnswer());
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression") return false;
  switch (staticName(callee)) {
    case "json":
      return originsOf(file.sourceCode, callee.object).some((origin) => origin.path.length === 0 && isFetched(file, origin.node));
    case "then":
      return readsJson(call.arguments[0]) && isFetched(file, unwrap(callee.object));
    default:
      return false;
  }
}

/** Not the second one of `then`, which is given an error. */
const isFirstArgument = (callback: Node): boolean =>
  callback.parent?.type === "CallExpression" && callback.parent.arguments[0] === callback;

/** `(response) => response.json()` */
const readsJson = (callback: Node | undefined): boolean =>
  isFunction(callback) && callback.body?.type === "CallExpression" && referenceName(callback.body.callee) === "json";

/** `fetch("/login", { method: "POST" })`; its own result shows no body. */
const isFetched = (file: SourceFile, node: Node): boolean =>
  node.type === "CallExpression" && referenceName(node.callee) === "fetch" && isSignInRequest(file, node);
