import type { TSESTree } from "@typescript-eslint/utils";
import {
  dottedPath,
  enclosingFunction,
  functionName,
  isFunction,
  outward,
  referenceName,
  rootOf,
  staticName,
  type FunctionNode,
  type Node,
} from "../../ast/nodes.js";
import { originPath, originsOf } from "../../ast/origins.js";
import { variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { isSumOrTemplate } from "../../ast/texts.js";
import { pathEnd, type SourceFile } from "../../source-file.js";
import { isHeld } from "../names/held-names.js";
import { isRedactedBefore } from "./held-properties.js";
import type { Holder } from "./holder.js";
import { shownName } from "../masking.js";
import { membersRead } from "../names/members-read.js";
import { isRedactingCall } from "../shown/redaction.js";
import { requestPart } from "../sources/requests.js";
import { wordsOf } from "../names/words.js";
import { wordSet } from "../../word-set.js";

// What a request holds as a whole, in its headers and in its address.

const REQUESTS = wordSet("c context ctx event evt handshake incoming incomingmessage req request");

export const isRequest = (name: string | undefined): boolean =>
  name !== undefined && (REQUESTS.has(name.toLowerCase()) || /(?:Request|Req)$/.test(name));

export function requestHeaders(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  // `${req.headers}` is "[object Object]".
  if (isSumOrTemplate(outward(node)?.parent)) return undefined;
  const holds: Holder = { reason: `${shown} holds the authorization and cookie headers of a request`, names: [] };
  if (isKoaHeader(node, path)) return holds;
  if (path.slice(-2).join(".") === "handshake.auth") return { reason: `${shown} is what a client signs in with`, names: [] };
  if (isOtherName(file, node)) return holds;
  if (!/headers$/i.test(path.at(-1)!) || /^(?:response|res|reply|rate|cors|security|default)/i.test(path.at(-1)!)) return undefined;
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

/** `signature` of `const signature = req.headers`, of which none is taken away before. */
function isOtherName(file: SourceFile, node: Node): boolean {
  const held = node.type === "Identifier" ? constantInitializer(file.sourceCode, node) : undefined;
  if (held?.type !== "MemberExpression" || staticName(held) !== "headers" || !isRequest(referenceName(held.object))) return false;
  const variable = variableOf(file.sourceCode, node as TSESTree.Identifier);
  return !(variable && isRedactedBefore(file, variable, [], node));
}

/** `ctx.header`, `this.header` and `this.headers` of a middleware that is a generator. */
function isKoaHeader(node: Node, path: readonly string[]): boolean {
  const [owner, name] = path.slice(-2);
  if (owner === "ctx") return name === "header";
  return path.length === 2 && owner === "this" && /^headers?$/.test(name ?? "") && enclosingFunction(node)?.generator === true;
}

/** `(req, res) => …` */
export const answersRequests = ({ params }: FunctionNode): boolean =>
  params.some((each) => /^_?(?:reply|res|response)$/.test(referenceName(each) ?? ""));

/** `console.log(req)` of `(req, res) => …`: the console shows its headers too; `event` of an authorizer of API Gateway. */
export function wholeRequest(file: SourceFile, node: Node, shown: string): Holder | undefined {
  if (
    node.type === "MemberExpression" &&
    dottedPath(node)?.slice(-2).join(".") === "ctx.request" &&
    !isSumOrTemplate(outward(node)?.parent)
  )
    return { reason: `${shown} is the whole request, with its authorization and cookie headers`, names: [] };
  if (node.type !== "Identifier") return undefined;
  if (isAuthorized(file, node)) return { reason: `${shown} is what an authorizer is asked with, the token in it`, names: [] };
  if (!/^req(?:uest)?$/.test(node.name)) return undefined;
  const place = outward(node);
  if (place?.parent.type !== "CallExpression" || referenceName(rootOf(place.parent.callee)) !== "console") return undefined;
  const handler = variableOf(file.sourceCode, node)?.defs[0]?.node as Node | undefined;
  if (!isFunction(handler) || !answersRequests(handler)) return undefined;
  return { reason: `${shown} is the whole request, with its authorization and cookie headers`, names: [] };
}

/** `event` of `export const authorizer = async (event) => …`, <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html>. */
function isAuthorized(file: SourceFile, node: TSESTree.Identifier): boolean {
  if (!/^(?:event|evt)$/.test(node.name)) return false;
  const definition = variableOf(file.sourceCode, node)?.defs[0];
  const handler = definition?.node as Node | undefined;
  if (!isFunction(handler) || handler.params[0] !== (definition!.name as Node)) return false;
  const name = functionName(handler) ?? "";
  return AUTHORIZER.test(name) || (/handler$|^lambda$|^main$/i.test(name) && AUTHORIZER.test(pathEnd(file, 1).replace(/\.\w+$/, "")));
}
const AUTHORIZER = /authori[sz]er$/i;

/** `req.originalUrl` in a file that takes a token out of the query: there it stands. */
export function requestAddress(file: SourceFile, path: readonly string[], shown: string): Holder | undefined {
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
