import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { literalText, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { ANY, originPath, type Origin } from "../../ast/origins.js";
import { constantInitializer, staticString } from "../../ast/static-value.js";
import { variableOf, type SourceCode } from "../../ast/scope.js";

// What Express, Fastify, Koa, Hono, Nest, Next, Remix and AWS Lambda call a request and its parts.

const REQUESTS = new Set(["req", "request", "ctx", "context", "c", "ev", "event", "evt", "httprequest", "incoming"]);
const REQUEST_PARTS: Readonly<Record<string, string>> = {
  authorizationToken: "a request header",
  body: "the request body",
  cookies: "a request cookie",
  header: "a request header",
  headers: "a request header",
  multiValueHeaders: "a request header",
  multiValueQueryStringParameters: "the request query",
  params: "the request path",
  pathParameters: "the request path",
  query: "the request query",
  queryStringParameters: "the request query",
  rawHeaders: "a request header",
  signedCookies: "a request cookie",
};
const REQUEST_GETTERS: Readonly<Record<string, string>> = {
  cookie: "a request cookie",
  get: "a request header",
  getHeader: "a request header",
  header: "a request header",
  param: "the request path",
  query: "the request query",
};
const PART_GETTERS = new Set(["get", "getAll"]);
const BODY_READERS = new Set(["formData", "json", "parseBody", "text"]);

export interface RequestPart {
  name: string | undefined;
  says: string;
}

const part = (where: string, name: string | undefined): RequestPart => ({ name, says: `comes from ${where}` });

const isRequestName = (name: string | undefined): boolean =>
  name !== undefined && (REQUESTS.has(name.toLowerCase()) || /(?:Request|Req)$/.test(name));

/** The part of a request that a place reads: a header, a cookie, the body, the query; undefined for everything else. */
export function requestPart(sourceCode: SourceCode, origin: Origin): RequestPart | undefined {
  const { node, path } = origin;
  if (node.type === "CallExpression" && referenceName(node.callee) !== "getRequest") return requestCall(sourceCode, node, path);
  const names = originPath(origin) ?? nestPath(origin);
  if (names) {
    const at = names.findIndex((name) => Object.hasOwn(REQUEST_PARTS, name));
    if (at > 0 && isRequestName(names[at - 1]))
      return part(REQUEST_PARTS[names[at]!]!, names.length - 1 > at || names[at] === "authorizationToken" ? names.at(-1) : undefined);
    // ctx.request.body, this.req.headers: the part right after a request word, already covered; `headers["x"]` alone:
    if (at === 0 && names[0] === "headers" && names.length > 1) return part(REQUEST_PARTS.headers!, names.at(-1));
  }
  if (node.type === "ObjectPattern" && path.length > 1 && Object.hasOwn(REQUEST_PARTS, path[0]!) && origin.parameter?.index === 0)
    return part(REQUEST_PARTS[path[0]!]!, path.at(-1));
  return isChunk(sourceCode, origin) ? part("the request body", path.at(-1)) : decoratedParameter(origin);
}

/** `chunk` of `request.on("data", (chunk) => { body += chunk })` and of `for await (const chunk of request)`. */
function isChunk(sourceCode: SourceCode, { node, path, parameter }: Origin): boolean {
  if (path[0] === ANY)
    return (
      node.type === "Identifier" && isRequestName(node.name) && variableOf(sourceCode, node)?.defs[0]?.type === ("Parameter" as string)
    );
  const call = parameter?.index === 0 ? parameter.of.parent : undefined;
  const callee = call?.type === "CallExpression" && literalText(call.arguments[0]) === "data" ? unwrap(call.callee) : undefined;
  return callee?.type === "MemberExpression" && staticName(callee) === "on" && isRequestName(referenceName(callee.object));
}

/** `context.switchToHttp().getRequest().headers` of Nest, as a path that begins with the request. */
function nestPath({ node, path }: Origin): string[] | undefined {
  const names: string[] = [];
  let current = unwrap(node);
  for (; current.type === "MemberExpression"; current = unwrap(current.object)) names.unshift(staticName(current) ?? "");
  return current.type === "CallExpression" && referenceName(current.callee) === "getRequest" ? ["request", ...names, ...path] : undefined;
}

/** Functions of Hono and h3 that take the request, and the argument that names the part. */
const FUNCTION_GETTERS: Readonly<Record<string, readonly [where: string, name: number]>> = {
  getCookie: ["a request cookie", 1],
  getHeader: ["a request header", 1],
  getQuery: ["the request query", 1],
  getRequestHeader: ["a request header", 1],
  getSignedCookie: ["a request cookie", 2],
  readBody: ["the request body", 1],
};

/** `getParams(ctx)`, `parseBody(req)`: a project's own function that gives what a request sends. */
const PART_TAKER = /^(?:get|load|parse|read)(?:All|Req(?:uest)?)?(?:Body|Input|Params|Parameters|Payload|Query)$/;

function functionGetter(
  sourceCode: SourceCode,
  { arguments: given }: TSESTree.CallExpression,
  getter: string,
  path: readonly string[],
): RequestPart | undefined {
  const [where, at] = FUNCTION_GETTERS[getter]!;
  if (!given[0] || !isRequestName(referenceName(given[0] as Node))) return undefined;
  const name = given[at] ? staticString(sourceCode, given[at] as Node) : undefined;
  return part(where, name ?? path.at(-1));
}

/** `req.get("x")`, `request.headers.get("x")`, `url.searchParams.get("x")`, `await request.json()`, `formData.get("x")`, `headers().get("x")`, `interaction.options.getString("x")` of discord.js. */
function requestCall(sourceCode: SourceCode, call: TSESTree.CallExpression, path: readonly string[]): RequestPart | undefined {
  const callee = unwrap(call.callee);
  if (moduleMember(sourceCode, callee)?.module === "basic-auth")
    return part("the Authorization header", path[0] === "pass" ? "password" : path[0]);
  if (callee.type === "Identifier") {
    if (Object.hasOwn(FUNCTION_GETTERS, callee.name)) return functionGetter(sourceCode, call, callee.name, path);
    return PART_TAKER.test(callee.name) && call.arguments[0] && isRequestName(referenceName(call.arguments[0] as Node))
      ? part("a request", path.at(-1))
      : undefined;
  }
  if (callee.type !== "MemberExpression") return undefined;
  const method = staticName(callee);
  if (method === undefined) return undefined;
  const owner = referenceName(callee.object);
  const wanted = call.arguments[0] ? staticString(sourceCode, call.arguments[0]) : undefined;
  if (isRequestName(owner)) {
    if (BODY_READERS.has(method)) return part("the request body", path.at(-1));
    if (wanted !== undefined && Object.hasOwn(REQUEST_GETTERS, method)) return part(REQUEST_GETTERS[method]!, wanted);
    return undefined;
  }
  if (wanted !== undefined && (method === "getTextInputValue" || (method === "getString" && owner === "options")))
    return part("an interaction", wanted);
  if (!PART_GETTERS.has(method) || wanted === undefined) return undefined;
  if (owner === "searchParams" || owner === "query") return part("the request query", wanted);
  if (owner === "headers" || owner === "requestHeaders") return part("a request header", wanted);
  if (owner === "formData" || owner === "form") return part("the request body", wanted);
  if (owner === "cookies" || owner === "cookieStore") return part("a request cookie", wanted);
  const held = unwrap(callee.object);
  // const store = await cookies(); store.get("x")
  const inner = held.type === "Identifier" ? unwrap(constantInitializer(sourceCode, held) ?? held) : held;
  const made = unwrap(inner.type === "AwaitExpression" ? inner.argument : inner);
  if (made.type !== "CallExpression") return undefined;
  const maker = referenceName(made.callee);
  if (maker === "headers") return part("a request header", wanted);
  return maker === "cookies" ? part("a request cookie", wanted) : undefined;
}

const PARAMETER_DECORATORS: Readonly<Record<string, string>> = {
  Body: "the request body",
  Cookies: "a request cookie",
  Headers: "a request header",
  Param: "the request path",
  Query: "the request query",
};

/** Nest's `@Headers("x-api-key") key`, `@Body() dto`. */
function decoratedParameter({ node, path, parameter }: Origin): RequestPart | undefined {
  const declared = parameter?.of.params[parameter.index] as (Node & { decorators?: TSESTree.Decorator[] }) | undefined;
  for (const decorator of declared?.decorators ?? (node as { decorators?: TSESTree.Decorator[] }).decorators ?? []) {
    if (decorator.expression.type !== "CallExpression") continue;
    const where = PARAMETER_DECORATORS[referenceName(decorator.expression.callee) ?? ""];
    if (where !== undefined) return part(where, path.at(-1) ?? literalText(decorator.expression.arguments[0]));
  }
  return undefined;
}
