import type { TSESTree } from "@typescript-eslint/utils";
import {
  dottedPath,
  enclosingFunction,
  enclosingFunctions,
  functionName,
  isElement,
  isFunction,
  lineOf,
  outward,
  referenceName,
  rootOf,
  unwrap,
  type Node,
} from "../ast/nodes.js";
import { originPath, originsOf, type Origin } from "../ast/origins.js";
import { isReachedWithout } from "../ast/branches.js";
import { enclosingClass } from "../ast/functions.js";
import { moduleMember } from "../ast/modules.js";
import { variableOf } from "../ast/scope.js";
import { pathEnd, type SourceFile } from "../source-file.js";
import { formOfEntries, formValues } from "./form-values.js";
import { foundBySecret } from "./found-records.js";
import { failedRequest } from "./failed-requests.js";
import { declaredInput } from "./declared-inputs.js";
import { isOnFailure } from "./failures.js";
import { formState } from "./form-state.js";
import { isHeld } from "./held-names.js";
import { heldByMember } from "./held-by-this.js";
import { ABOUT_SECRETS, heldAt, isRedactedBefore, isTakenApart } from "./held-properties.js";
import { madeWithSecret } from "./made-records.js";
import { carriedParameter } from "./carried-parameters.js";
import { membersRead } from "./members-read.js";
import { providerAnswer } from "./provider-answers.js";
import { queriedPasswords } from "./queried-rows.js";
import { isRedactingCall } from "./redaction.js";
import { requestPart } from "./requests.js";
import { shownName } from "./masking.js";
import { signInAnswer } from "./sign-in-answers.js";
import { asksForMessage, isSignIn } from "./surroundings.js";
import { tokenAnswer } from "./token-answers.js";
import { wordsOf } from "./words.js";

/** A whole object that holds secrets among other things. */
export interface Holder {
  /** A clause for a message: "`req.body` holds `password` (line 3)". */
  reason: string;
  /** The names of what it holds, as far as the code tells. */
  names: readonly string[];
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const REQUESTS = set("c context ctx event evt handshake incoming incomingmessage req request");

const CONFIGS = set("cfg conf config configs configuration env environment settings");

/** What says that a whole object holds secrets; undefined when nothing does. */
export function heldSecrets(file: SourceFile, node: Node): Holder | undefined {
  const inner = unwrap(node);
  if (inner.type !== "Identifier" && inner.type !== "MemberExpression") return undefined;
  const path = dottedPath(inner);
  // rows[0]
  if (!path)
    return inner.type === "MemberExpression" && isElement(inner)
      ? (queriedPasswords(file, inner, "this element") ?? heldByElement(file, inner))
      : undefined;
  const shown = shownPath(path);
  const address = requestAddress(file, path, shown) ?? carriedParameter(file, inner, shown);
  if (address) return address;
  const typed = formState(file, path, inner, shown);
  if (typed) return typed;
  const words = wordsOf(path.at(-1)!);
  if (ABOUT_SECRETS.has(words.at(-1) ?? "") || words.some((word) => /^(?:safe|without|sanitized|redacted|masked|public)$/.test(word)))
    return undefined;
  return (
    requestHeaders(file, inner, path, shown) ??
    wholeRequest(file, inner, shown) ??
    failedRequest(file, inner, path, shown) ??
    readSecrets(file, inner, path, shown) ??
    signInBody(file, inner, path, shown) ??
    formValues(file, inner, shown) ??
    declaredInput(file, inner, shown) ??
    signInAnswer(file, inner, shown) ??
    providerAnswer(file, inner, shown) ??
    tokenAnswer(file, inner, path, shown) ??
    foundBySecret(file, inner, shown) ??
    queriedPasswords(file, inner, shown) ??
    madeWithSecret(file, inner, shown) ??
    environmentFile(file, inner, shown) ??
    configuration(file, inner, path, shown)
  );
}

/** `rows[0]`, where the code reads `rows[0].password`. */
function heldByElement(file: SourceFile, { object }: TSESTree.MemberExpression): Holder | undefined {
  const path = dottedPath(object);
  return path && !ABOUT_SECRETS.has(wordsOf(path.at(-1)!).at(-1) ?? "")
    ? readSecrets(file, unwrap(object), path, `an element of ${shownPath(path)}`)
    : undefined;
}

const shownPath = (path: readonly string[]): string => shownName(path.slice(-3).join("."), "this object");

const isRequest = (name: string | undefined): boolean =>
  name !== undefined && (REQUESTS.has(name.toLowerCase()) || /(?:Request|Req)$/.test(name));

function requestHeaders(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  if (isKoaHeader(node, path)) return { reason: `${shown} holds the authorization and cookie headers of a request`, names: [] };
  if (!/headers$/i.test(path.at(-1)!) || /^(?:response|res|reply|rate|cors|security|default)/i.test(path.at(-1)!)) return undefined;
  const holds: Holder = { reason: `${shown} holds the authorization and cookie headers of a request`, names: [] };
  // `c.req.raw` of Hono is the request itself.
  if (path.length > 1) return isRequest(path.at(path.at(-2) === "raw" ? -3 : -2)) ? holds : undefined;
  for (const origin of originsOf(file.sourceCode, node)) {
    const from = originPath(origin);
    if (from && from.length > 1 && from.at(-1) === "headers" && isRequest(from.at(-2))) return holds;
    if (origin.node.type === "CallExpression" && origin.path.length === 0 && takesRequest(file, origin.node)) return holds;
    const given = origin.parameter && origin.path.length === 0 ? requestPart(file.sourceCode, origin) : undefined;
    // `@Headers() headers` of Nest
    if (given?.name === undefined && given?.says.endsWith("a request header")) return holds;
  }
  return undefined;
}

/** `ctx.header`, `this.header` and `this.headers` of a middleware that is a generator. */
function isKoaHeader(node: Node, path: readonly string[]): boolean {
  const [owner, name] = path.slice(-2);
  if (owner === "ctx") return name === "header";
  return path.length === 2 && owner === "this" && /^headers?$/.test(name ?? "") && enclosingFunction(node)?.generator === true;
}

/** `console.log(req)` of `(req, res) => …`: the console shows its headers too. */
function wholeRequest(file: SourceFile, node: Node, shown: string): Holder | undefined {
  if (node.type !== "Identifier" || !/^req(?:uest)?$/.test(node.name)) return undefined;
  const place = outward(node);
  if (place?.parent.type !== "CallExpression" || referenceName(rootOf(place.parent.callee)) !== "console") return undefined;
  const handler = variableOf(file.sourceCode, node)?.defs[0]?.node as Node | undefined;
  if (!isFunction(handler) || !handler.params.some((each) => /^_?(?:reply|res|response)$/.test(referenceName(each) ?? "")))
    return undefined;
  return { reason: `${shown} is the whole request, with its authorization and cookie headers`, names: [] };
}

/** `req.originalUrl` in a file that takes a token out of the query: there it stands. */
function requestAddress(file: SourceFile, path: readonly string[], shown: string): Holder | undefined {
  if (path.length < 2 || !/^(?:originalUrl|url|href)$/.test(path.at(-1)!) || !isRequest(path.at(-2))) return undefined;
  const taken = [...(membersRead(file).get("query") ?? [])].find((name) => name === "token" || isHeld(file, name, file.sourceCode.ast));
  return taken === undefined
    ? undefined
    : { reason: `${shown} holds the query, of which ${shownName(taken, "a secret")} is read`, names: [] };
}

/** `headersFromHandshake(socket.handshake)` */
const takesRequest = (file: SourceFile, call: TSESTree.CallExpression): boolean =>
  !isRedactingCall(file, call) &&
  wordsOf(referenceName(call.callee) ?? "").includes("headers") &&
  call.arguments.some((each) => isRequest(referenceName(each as Node)));

/** The code reads, writes or takes a secret out of the same object: `user.password`, `const { password } = req.body`. */
function readSecrets(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  const root = rootOf(node);
  if (root.type === "ThisExpression" && path.length === 2) return memberOfThis(file, node, path[1]!, shown);
  if (root.type !== "Identifier" || /^e$|^t$|^_$/.test(root.name)) return undefined;
  const variable = variableOf(file.sourceCode, root);
  if (!variable || variable.defs.some((definition) => definition.type === ("ImportBinding" as string) && path.length === 1))
    return undefined;
  const held = heldAt(file, variable, path.slice(1), node);
  if (!held || isWithoutSecret(file, node, path, held.names) || isRefusal(file, node)) return undefined;
  return {
    reason: `${shown} holds ${shownName(held.name, "a secret")}${held.line === lineOf(node) ? "" : ` (line ${held.line})`}`,
    names: held.names,
  };
}

/** `this.config` of a class that reads `this.config.password`. */
function memberOfThis(file: SourceFile, node: Node, member: string, shown: string): Holder | undefined {
  const held = heldByMember(file, member, node);
  if (!held || isOnFailure(node) || isWithoutSecret(file, node, ["this", member], [held.name])) return undefined;
  return {
    reason: `${shown} holds ${shownName(held.name, "a secret")}${held.line === lineOf(node) ? "" : ` (line ${held.line})`}`,
    names: [held.name],
  };
}

/** `console.error(answer)` under `if (!answer.access_token)`, or `if (!access_token)` where it was taken out of it. */
function isWithoutSecret({ sourceCode }: SourceFile, node: Node, path: readonly string[], names: readonly string[]): boolean {
  const [name] = names;
  if (name === undefined || names.some((each) => each !== name)) return false;
  const shown = path.join(".");
  return [name, `${shown}.${name}`, `${shown}.data`].some((written) => isReachedWithout(sourceCode, node, () => written));
}

/** `console.error(answer)` of `answer = await response.json()` under `if (!response.ok)`: what says no brings no token. */
const isRefusal = ({ sourceCode }: SourceFile, node: Node): boolean =>
  isOnFailure(node) &&
  originsOf(sourceCode, node).some(
    ({ node: origin, path }) =>
      path.length === 0 &&
      origin.type === "CallExpression" &&
      unwrap(origin.callee).type === "MemberExpression" &&
      referenceName(origin.callee) === "json",
  );

/** `req.body` where people sign in or up. */
function signInBody(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  const isBody = path.length > 1 ? path.at(-1) === "body" && isRequest(path.at(-2)) : originsOf(file.sourceCode, node).some(isRequestBody);
  if (!isBody || !(isSignIn(file, node) || makesUser(file, node)) || asksForMessage(file, node)) return undefined;
  const root = rootOf(node);
  const variable = root.type === "Identifier" ? variableOf(file.sourceCode, root) : undefined;
  if (variable && isTakenApart(file, variable, path.slice(1))) return undefined;
  return { reason: `${shown} is the request body where people sign in or set a password`, names: [] };
}

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

/** What `dotenv.config()` gives back: all that `.env` sets, in `parsed`. */
function environmentFile(file: SourceFile, node: Node, shown: string): Holder | undefined {
  const isRead = originsOf(file.sourceCode, node).some(
    (origin) =>
      origin.node.type === "CallExpression" && readsEnvironmentFile(file, origin.node) && /^(?:parsed)?$/.test(origin.path.join(".")),
  );
  return isRead ? { reason: `${shown} is the whole content of \`.env\``, names: [] } : undefined;
}

/** `dotenv.config()`, `require("dotenv").config()`, `parse(readFileSync(".env"))` of dotenv. */
export function readsEnvironmentFile(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const member = moduleMember(file.sourceCode, call.callee);
  return (
    member !== undefined &&
    /^dotenv(?:-(?:extended|flow|safe))?$/.test(member.module) &&
    /^(?:config|load|parse)$/.test(member.path.at(-1) ?? "")
  );
}

/** A whole configuration that is loaded at run time on a server. */
function configuration(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  // Where Egg and Sails keep the configuration of a program.
  if (/^(?:(?:this|ctx|this\.ctx)\.app|sails)\.config$/.test(path.join(".")))
    return { reason: `${shown} is the whole configuration, with the secrets in it`, names: [] };
  const head = wordsOf(path.at(-1)!).at(-1) ?? "";
  if (!CONFIGS.has(head) || node.type !== "Identifier" || wordsOf(path[0]!).length > 2 || /\.[jt]sx$/.test(file.filename)) return undefined;
  if (/(?:^|\/)(?:scripts?|build|tools?|webpack|vite|rollup|babel|eslint)\b/i.test(pathEnd(file, 3))) return undefined;
  const loads = originsOf(file.sourceCode, node).some(({ node: origin, path: rest, parameter }) => {
    if (rest.length > 0 || parameter || origin.type === "Identifier") return false;
    const text = file.sourceCode.getText(origin as never).slice(0, 200);
    if (origin.type === "CallExpression")
      return readsConfiguration(text) && !/webpack|vite|eslint|babel|tsconfig|axios|package/i.test(text);
    return (
      origin.type === "ObjectExpression" &&
      origin.properties.some((each) => each.type === "SpreadElement" && isConfiguration(file, each.argument))
    );
  });
  const variable = variableOf(file.sourceCode, node);
  if (variable && isRedactedBefore(file, variable, path.slice(1), node)) return undefined;
  return loads ? { reason: `${shown} is the whole configuration, with the secrets in it`, names: [] } : undefined;
}

/** What another configuration spreads: `process.env`, `baseConfig`, `require("./config")`, not `normalize(configRow)`. */
function isConfiguration(file: SourceFile, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === "CallExpression") return readsConfiguration(file.sourceCode.getText(inner as never).slice(0, 200));
  const path = dottedPath(inner);
  return path !== undefined && (CONFIGS.has(wordsOf(path.at(-1)!).at(-1) ?? "") || path.join(".") === "process.env");
}

/** What a configuration with the secrets of a program is called by. One of roles, permissions, themes or prices is called by them. */
const WHOLE = set(`
  all api app application auth aws backend base bot client cloud connection core current data database datasource db default defaults dev effective env environment
  file final full global initial json local mail mailer main merged mongo my new node oauth plugin prod production project raw redis runtime s server service
  settings smtp source storage system user validated whole yaml yml
`);

/** `loadAppConfig(…)`, `require("./config")`, not `loadRoleConfig(…)` and `require("./roles.config")`. */
function readsConfiguration(call: string): boolean {
  const reader = /^(?:get|load|read|resolve)(\w*)\(/.exec(call)?.[1];
  if (reader !== undefined && /Config|Settings/.test(reader)) return isWhole(reader);
  const required = /require\(([^)]{0,200})/.exec(call)?.[1];
  const name = required === undefined ? undefined : /([^/"'`]{1,80}?)(?:\.(?:[cm]?[jt]s|json))?["'`]?$/.exec(required)?.[1];
  if (required === undefined || !/config|settings|secrets|\benv\b/.test(required)) return false;
  // require("wild-config"): a package that reads them
  return isWhole(name ?? "") || /^["'`][a-z][\w-]{0,60}["'`]$/.test(required);
}

const isWhole = (name: string): boolean =>
  wordsOf(name).every((word) => CONFIGS.has(word) || WHOLE.has(word) || word === "secrets" || word === "index");
