import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { dottedPath, literalText, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { constantInitializer } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";
import { placesOf } from "./query-places.js";
import { opensSocket } from "./sockets.js";

// Options of a request whose members go into its query.

/** Clients of HTTP by the names that programs give them and their methods: `axios.get`, `this.httpService.axiosRef.get`, `apiRequest`. */
const CLIENT =
  /^(?:\$?fetch\w{0,20}|axios\w{1,20}|got|instance|ky|needle|ofetch|restApi|rp|superagent)$|(?:api|axios|client|https?|instance|request)(?:Client|Instance|Ref|Service)?$/i;

/** Whether a call asks over HTTP: `axios.get(…)`, `this.http.get(…)`, `api(…)` of `const api = axios.create(…)`. */
export const callsClient = (file: SourceFile, call: TSESTree.CallExpression): boolean =>
  (dottedPath(call.callee)?.some((name) => CLIENT.test(name)) ?? false) || isAskedAt(call) || isInstance(file, call.callee);

/** The call of an HTTP client, or of what opens a socket, that takes the options with this `params: …`. */
export function clientCall(
  file: SourceFile,
  { parent: options }: TSESTree.Property,
): TSESTree.CallExpression | TSESTree.NewExpression | undefined {
  const call = placesOf(file, options).find(
    ({ parent, child }) =>
      (parent.type === "CallExpression" && parent.callee !== child && !isBody(file, parent, child) && callsClient(file, parent)) ||
      opensSocket(file, parent, child),
  )?.parent;
  return call?.type === "CallExpression" || call?.type === "NewExpression" ? call : undefined;
}

/** `client.post(path, { method: "login", params: { … } })`: what is sent, where nothing in it is an option of a request; `axios.post(path, { params })`. */
function isBody(file: SourceFile, { callee, arguments: given }: TSESTree.CallExpression, child: Node): boolean {
  if (!/^(?:patch|post|put)$/.test(referenceName(callee) ?? "") || given[1] !== child || child.type !== "ObjectExpression") return false;
  const names = child.properties.map((each) => staticName(each) ?? "");
  return (
    names.includes("params") &&
    !names.some((name) => OF_REQUEST.test(name)) &&
    (names.length > 1 || dottedPath(callee)?.includes("axios") === true || isInstance(file, callee))
  );
}

/** What no body holds beside `params`. */
const OF_REQUEST = /^(?:body|data|form|headers|json|responseType|timeout|withCredentials)$/;

const CLIENT_MODULE = /^(?:axios|got|ky|needle|ofetch|request(?:-promise(?:-native)?)?|superagent|undici)$/;

/** `movies.get("/find", …)` of `const movies = axios.create({ … })`. */
function isInstance({ sourceCode }: SourceFile, callee: Node): boolean {
  const inner = unwrap(callee);
  const isOfModule = (node: Node): boolean => CLIENT_MODULE.test(moduleMember(sourceCode, node)?.module ?? "");
  if (isOfModule(inner)) return true;
  return originsOf(sourceCode, inner.type === "MemberExpression" ? inner.object : inner).some(
    ({ node, path }) =>
      path.length === 0 &&
      node.type === "CallExpression" &&
      /^(?:create|defaults|extend|instance)$/.test(referenceName(node.callee) ?? "") &&
      isOfModule(node.callee),
  );
}

/** `betterFetch("https://…", …)`: whoever is given an address asks there. */
const isAskedAt = ({ callee, arguments: [address] }: TSESTree.CallExpression): boolean =>
  /^https?:\/\//.test(beginningOf(address) ?? "") && !/^use[A-Z]|query|graphql|gql|^find/i.test(referenceName(callee) ?? "");

/** The literal text that an address begins with. */
export const beginningOf = (address: Node | undefined): string | undefined =>
  address?.type === "TemplateLiteral" ? address.quasis[0]?.value.raw : literalText(address);

/** The properties of options that hold a query. */
export const QUERY_OPTION = /^(?:params|queryParam(?:eter)?s|searchParams|qs)$/;
/** Clients that call it `query`, as GraphQL's call what they ask. */
const QUERY_CLIENT = /^(?:\$fetch|ofetch|useFetch)$/;

/** `params: …` in the options of a request. */
export function isQueryOption(file: SourceFile, node: Node | undefined): node is TSESTree.Property {
  const name = node?.type === "Property" && node.parent.type === "ObjectExpression" ? staticName(node) : undefined;
  if (name === undefined || node?.type !== "Property") return false;
  if (navigationCall(file, node)) return true;
  if (QUERY_OPTION.test(name)) return clientCall(file, node) !== undefined;
  return (
    name === "query" &&
    placesOf(file, node.parent).some(
      ({ parent, child }) =>
        parent.type === "CallExpression" &&
        parent.callee !== child &&
        (QUERY_CLIENT.test(referenceName(parent.callee) ?? "") || isAskedAt(parent)),
    )
  );
}

/** `router.navigate(["/home"], { queryParams: { … } })`, `router.push({ path, query: { … } })`: the address of a page, which the history keeps. */
export function navigationCall(file: SourceFile, property: TSESTree.Property): TSESTree.CallExpression | undefined {
  if (!/^query(?:Params)?$/.test(staticName(property) ?? "")) return undefined;
  const call = placesOf(file, property.parent).find(
    ({ parent }) => parent.type === "CallExpression" && NAVIGATION.test(calledPath(parent)),
  )?.parent;
  return call?.type === "CallExpression" ? call : undefined;
}

const calledPath = ({ callee }: TSESTree.CallExpression): string => dottedPath(callee)?.join(".") ?? "";
const NAVIGATION = /(?:^|\.)(?:\$|_)?router\.(?:createUrlTree|navigate|push|replace)$|^navigateTo$/;

/** `io(url, { query: { … } })` of socket.io, which puts it into the address. */
export const isSocketQuery = (file: SourceFile, property: Node): property is TSESTree.Property =>
  property.type === "Property" &&
  property.parent.type === "ObjectExpression" &&
  /^query(?:Params)?$/.test(staticName(property) ?? "") &&
  placesOf(file, property.parent).some(({ parent, child }) => opensSocket(file, parent, child));

/** `superagent.get(url).query({ … })`, `needle.request("get", url, { … })`. */
export function isQueryArgument(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const method = referenceName(callee);
  if (method === "query")
    return (
      call.arguments.length === 1 &&
      callee.type === "MemberExpression" &&
      (/^req(?:uest)?$/.test(referenceName(callee.object) ?? "") || startsAt(file, callee.object, "superagent"))
    );
  return (
    (method === "request" || method === "needle") &&
    /^(?:get|head)$/i.test(literalText(call.arguments[0]) ?? "") &&
    call.arguments[2]?.type === "ObjectExpression" &&
    moduleMember(file.sourceCode, callee)?.module === "needle"
  );
}

const MAX_CHAIN = 12;

/** Whether a chain of calls begins with what a module exports. */
function startsAt(file: SourceFile, chain: Node, module: string): boolean {
  let current: Node | undefined = unwrap(chain);
  for (let hops = 0; current && hops < MAX_CHAIN; hops++) {
    if (current.type === "CallExpression") current = unwrap(current.callee);
    else if (moduleMember(file.sourceCode, current)?.module === module) return true;
    else if (current.type === "MemberExpression") current = unwrap(current.object);
    else current = current.type === "Identifier" ? constantInitializer(file.sourceCode, current) : undefined;
  }
  return false;
}
