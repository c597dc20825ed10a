import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingClass } from "../../ast/functions.js";
import { enclosingFunctions, functionName, literalText, referenceName, rootOf, type Node } from "../../ast/nodes.js";
import { originPath, originsOf, type Origin } from "../../ast/origins.js";
import { variableOf } from "../../ast/scope.js";
import { pathEnd, perFile, type SourceFile } from "../../source-file.js";
import { formOfEntries } from "./form-values.js";
import { isTakenApart } from "./held-properties.js";
import type { Holder } from "./holder.js";
import { asksForMessage, isLogin, isSignIn } from "../surroundings.js";
import { isOnSignInPath } from "./sign-in-paths.js";
import { isRequest } from "./whole-requests.js";

// What people send to sign in or up.

/** `req.body` where people sign in or up. */
export function signInBody(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  if (!(isSignInBody(file, node, path) || isBodyOfNest(file, node)) || asksForMessage(file, node)) return undefined;
  const root = rootOf(node);
  const variable = root.type === "Identifier" ? variableOf(file.sourceCode, root) : undefined;
  if (variable && !isLogin(file, node) && isTakenApart(file, variable, path.slice(1))) return undefined;
  return { reason: `${shown} is the request body where people sign in or set a password`, names: [] };
}

const isSignInBody = (file: SourceFile, node: Node, path: readonly string[]): boolean => {
  const isBody =
    path.length > 1
      ? isRequest(path.at(-2)) && (path.at(-1) === "body" || (path.at(-1) === "payload" && isHapi(node)))
      : originsOf(file.sourceCode, node).some(isRequestBody);
  return isBody && (isSignIn(file, node) || makesUser(file, node) || isOnSignInPath(file, node) || isOfEveryRoute(file, node));
};

/** `app.use("/api/v1", authRoutes)`, `app.use("/auth", …)`, `app.post("/login", …)` */
const servesSignIn = perFile(({ sourceCode: { text } }) =>
  /\.(?:use|post)\(\s{0,20}["'`]\/(?:[\w-]{1,30}\/){0,4}(?:auth|log-?in|register|sign-?(?:in|up))\b|\.use\([^()\n]{0,80}\b(?:auth|login|users?)_?Route(?:s|r)?\b/i.test(
    text,
  ),
);

const MAX_MIDDLEWARE = 4000;

/** `app.use((req, res, next) => { console.log(req.body); next(); })`, where people sign in by one of the routes: it sees what they send, unless it looks where that is. */
function isOfEveryRoute(file: SourceFile, node: Node): boolean {
  const fn = enclosingFunctions(node).at(-1);
  const call = fn?.parent;
  return (
    fn !== undefined &&
    call?.type === "CallExpression" &&
    call.arguments.length === 1 &&
    call.arguments[0] === fn &&
    call.callee.type === "MemberExpression" &&
    referenceName(call.callee) === "use" &&
    fn.params.length === 3 &&
    servesSignIn(file) &&
    !/auth|log-?in|mask|passw|redact/i.test(file.sourceCode.getText(fn as never).slice(0, MAX_MIDDLEWARE))
  );
}

/** `request.payload` in `(request, h) => …`: the body that hapi has read. */
const isHapi = (node: Node): boolean =>
  enclosingFunctions(node).some(({ params: [, toolkit] }) => /^(?:h|reply)$/.test((toolkit && referenceName(toolkit)) ?? ""));

/** `req.body`, `body` of `({ body }, res) => …`. */
function isRequestBody(origin: Origin): boolean {
  const from = originPath(origin);
  if (from) return from.length > 1 && from.at(-1) === "body" && isRequest(from.at(-2));
  const { node, path, parameter } = origin;
  if (node.type === "CallExpression" && path.length === 0) return isFormContent(node) || isReadBody(node);
  return (
    node.type === "ObjectPattern" &&
    parameter?.index === 0 &&
    path.length === 1 &&
    path[0] === "body" &&
    /^_?(?:reply|res|response)$/.test(referenceName(parameter.of.params[1] ?? node) ?? "")
  );
}

/** What methods and routes of Nest are called that take a password; their class says less. */
const TAKES_PASSWORD =
  /^\/?(?:(?:accounts?|auth|users?)\/)?(?:auth|authenticate|(?:do|handle|user)?-?_?log-?in|register(?:Account|Admin|User)?|sign-?(?:in|up)|(?:change|reset|set|update)-?_?password)$/i;

/** `dto` of `@Post("register") enroll(@Body() dto: CreateUserDto)`. */
const isBodyOfNest = (file: SourceFile, node: Node): boolean =>
  originsOf(file.sourceCode, node).some(({ path, parameter }) => {
    const declared = path.length === 0 ? parameter?.of.params[parameter.index] : undefined;
    if (declared?.type !== "Identifier" || !decoratorsOf(declared).some((each) => calledWith(each, "Body")?.length === 0)) return false;
    const method = parameter!.of.parent;
    const routes =
      method?.type === "MethodDefinition" ? decoratorsOf(method).flatMap((each) => literalText(calledWith(each, "Post")?.[0]) ?? []) : [];
    return makesUser(file, node) || [functionName(parameter!.of) ?? "", ...routes].some((name) => TAKES_PASSWORD.test(name));
  });

/** Espree knows none. */
const decoratorsOf = (node: { decorators?: TSESTree.Decorator[] }): TSESTree.Decorator[] => node.decorators ?? [];

/** The arguments of a decorator of that name. */
const calledWith = ({ expression }: TSESTree.Decorator, name: string): readonly Node[] | undefined =>
  expression.type === "CallExpression" && referenceName(expression.callee) === name ? expression.arguments : undefined;

/** `await request.json()`, `await c.req.json()`, `await readBody(event)` of h3. */
const isReadBody = ({ callee, arguments: [given] }: TSESTree.CallExpression): boolean =>
  callee.type === "MemberExpression"
    ? referenceName(callee) === "json" && isRequest(referenceName(callee.object))
    : referenceName(callee) === "readBody" && given !== undefined && isRequest(referenceName(given as Node));

/** `Object.fromEntries(formData)`, `Object.fromEntries(formData.entries())`: all that a form sends. */
function isFormContent(call: TSESTree.CallExpression): boolean {
  const form = formOfEntries(call);
  return form !== undefined && /^(?:fd|form|form_?data)$/i.test(referenceName(form) ?? "");
}

/** `createUser`, `addAdmin`, `create` of `UserController`: who makes an account sends its password. */
function makesUser(file: SourceFile, node: Node): boolean {
  const [inner, ...names] = enclosingFunctions(node).map((fn) => functionName(fn) ?? "");
  if ([inner, ...names].some((name) => /^(?:add|create|insert|new)_?(?:New_?)?(?:Account|Admin|User)$/i.test(name ?? ""))) return true;
  const owner = enclosingClass(node)?.id?.name ?? pathEnd(file, 1).replace(/\.[cm]?[jt]sx?$/, "");
  return (
    /^(?:add|create|insert|signUp)$/i.test(inner ?? "") && /^(?:accounts?|admins?|users?)[._-]?(?:controllers?|routes?)?$/i.test(owner)
  );
}
