import type { TSESTree } from "@typescript-eslint/utils";
import { localFunction, returnsOf } from "../../ast/functions.js";
import { moduleMember } from "../../ast/modules.js";
import { dottedPath, literalText, outward, propertyValue, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { keyName } from "../../ast/static-value.js";
import { nameEvidence } from "../../secrets/names/words.js";
import { OPEN_WEATHER } from "../../secrets/values/url-parameters.js";
import type { SourceFile } from "../../source-file.js";
import { wordSet } from "../../word-set.js";
import type { Parameter } from "./parameters.js";
import { beginningOf, clientCall, isQueryArgument, isQueryOption, isSocketQuery, navigationCall } from "./query-options.js";
import { isQueryOfOptions } from "./prepared-options.js";
import { asksWithGet, placesOf, type Place } from "./query-places.js";
import { partsOf } from "./query-texts.js";
import { opensSocket } from "./sockets.js";

const NO_TEXT = wordSet("ArrayExpression ArrowFunctionExpression FunctionExpression JSXElement JSXFragment ObjectExpression");

/** Whether a value may be a secret: the rest of the objects of a file are not followed. */
export const mayBeSecret = (value: Node): boolean =>
  !NO_TEXT.has(value.type) && (value.type !== "Literal" || typeof value.value === "string");

/** Whether a parameter may be reported: of texts that stand there only those under the name of a secret are. */
const mayBeReported = ({ name, value }: { name: string; value: Node }): boolean =>
  unwrap(value).type !== "Literal" || nameEvidence(name) !== undefined || OPEN_WEATHER.test(name);

/** `axios.get(url, { params: { api_key } })`, `got(url, { searchParams })`, `request({ qs })`, and `new URLSearchParams({ … })` in a URL. */
export function parametersOfObject(file: SourceFile, object: TSESTree.ObjectExpression): Parameter[] {
  const held = object.properties.flatMap((property) => {
    const name = property.type === "Property" && mayBeSecret(unwrap(property.value)) ? keyName(file.sourceCode, property) : undefined;
    return name === undefined ? [] : [{ name, value: (property as TSESTree.Property).value, start: property.range[0] }];
  });
  const besideUser = held.some(({ name }) => /^(?:\w{0,20}_)?(?:account|e?mail|login|user(?:name)?)$/i.test(name));
  const place = held.some(mayBeReported) ? placesOf(file, object).find((each) => isQueryObject(file, each)) : undefined;
  return place ? held.map((each) => ({ ...each, besideUser, ...around(file, place) })) : [];
}

/** `query.token = token`, of an object that goes into a URL, and `config.params.token = token` of the options of a request. */
export function parametersOfAssignment(file: SourceFile, { left, right, operator, range }: TSESTree.AssignmentExpression): Parameter[] {
  const query = left.type === "MemberExpression" && operator === "=" ? unwrap(left.object) : undefined;
  if (query?.type === "MemberExpression" && staticName(left) !== undefined && mayBeSecret(unwrap(right)) && isQueryOfOptions(file, query))
    return [{ name: staticName(left)!, value: right, start: range[0], before: "" }];
  const name =
    left.type === "MemberExpression" && left.object.type === "Identifier" && operator === "=" && mayBeSecret(unwrap(right))
      ? staticName(left)
      : undefined;
  const holder =
    name === undefined ? undefined : variableOf(file.sourceCode, (left as TSESTree.MemberExpression).object as TSESTree.Identifier);
  const places = holder
    ? readsOf(holder)
        .slice(0, MAX_READS)
        .flatMap(({ identifier }) => placesOf(file, identifier as Node))
    : [];
  const place = places.find((each) => isQueryObject(file, each));
  return place ? [{ name: name!, value: right, start: range[0], ...around(file, place) }] : [];
}

const MAX_READS = 12;

export const around = (file: SourceFile, { parent }: Place): { before: string; ofPage: boolean; ofSocket: boolean } => ({
  ofPage: parent.type === "Property" && navigationCall(file, parent) !== undefined,
  before: textOfCall(file, parent),
  ofSocket: isSocketQuery(file, parent) || opensSocketWith(file, parent),
});

/** Whether what stands in a place is the query of a URL. */
export function isQueryObject(file: SourceFile, { parent, child }: Place): boolean {
  if (parent.type === "TemplateLiteral" || parent.type === "BinaryExpression") return true;
  if (parent.type === "AssignmentExpression" && referenceName(parent.left) === "search") return true;
  if (
    isQueryOption(file, parent) ||
    isSocketQuery(file, parent) ||
    isOfAddressMaker(file, parent, child) ||
    isAskedWithGet(parent, child) ||
    isOfInterceptor(file, parent, child)
  )
    return true;
  return (
    parent.type === "CallExpression" &&
    (isQueryArgument(file, parent) || isSetByName(parent, child) || isSetInLoop(file, parent) || writesQuery(file, parent))
  );
}

/** `"/events" + params({ token })` of `const params = (query) => "?" + …`. */
const writesQuery = (file: SourceFile, call: TSESTree.CallExpression): boolean => {
  const fn = localFunction(file.sourceCode, call.callee);
  return fn !== undefined && returnsOf(file.sourceCode, fn).some((each) => partsOf(file, each)[0]?.text?.startsWith("?"));
};

/** `url.searchParams.set(name, query[name])`, for each name of a query. */
const isSetByName = ({ callee, arguments: given }: TSESTree.CallExpression, child: Node): boolean =>
  callee.type === "MemberExpression" &&
  /^(?:append|set)$/.test(staticName(callee) ?? "") &&
  referenceName(callee.object) === "searchParams" &&
  given[1] === child;

/** `for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)`, also with `forEach`. */
function isSetInLoop({ sourceCode: { text } }: SourceFile, list: TSESTree.CallExpression): boolean {
  const around = /^(?:entries|keys)$/.test(referenceName(list.callee) ?? "") ? outward(list)?.parent : undefined;
  const loop = around?.type === "MemberExpression" && staticName(around) === "forEach" ? around.parent : around;
  if (loop?.type !== "ForOfStatement" && loop?.type !== "CallExpression") return false;
  return /searchParams\.(?:append|set)\(\s{0,20}[\w$]/.test(
    text.slice(loop.range[0], Math.min(loop.range[1], loop.range[0] + MAX_EXCERPT)),
  );
}

const MAX_EXCERPT = 400;

/** Functions that put parameters behind a path: `this.getUrl("items", { … })`, `withQuery(url, { … })`. */
const ADDRESS_MAKER =
  /^(?:add|append|build|compose|construct|create|format|generate|get|make)(?:Api|Endpoint|Full|Request)?(?:Params?To)?Ur[il]$|^(?:add|append|build|with)(?:(?:Ur[il])?Param(?:eter)?s|(?:Ur[il])?Query(?:Param(?:eter)?s|String)?)$/i;

/** What makes an address of parts: `this.getUrl(path, { … })`, `FlowRouter.path(route, params, { … })` of Meteor, `url.format({ pathname, query: { … } })`. */
function isOfAddressMaker(file: SourceFile, parent: Node, child: Node): boolean {
  if (parent.type === "CallExpression" && parent.arguments[1] === child && ADDRESS_MAKER.test(referenceName(parent.callee) ?? ""))
    return true;
  if (parent.type === "CallExpression")
    return parent.arguments[2] === child && /^FlowRouter\.(?:go|path|url)$/.test(dottedPath(parent.callee)?.join(".") ?? "");
  const call = parent.type === "Property" && staticName(parent) === "query" ? outward(parent.parent)?.parent : undefined;
  const member = call?.type === "CallExpression" ? moduleMember(file.sourceCode, call.callee) : undefined;
  return member?.module === "url" && member.path.at(-1) === "format";
}

/** `config.params = { … }` */
const isOfInterceptor = (file: SourceFile, parent: Node, child: Node): boolean =>
  parent.type === "AssignmentExpression" &&
  parent.right === child &&
  parent.left.type === "MemberExpression" &&
  isQueryOfOptions(file, parent.left);

/** Functions that write `data` into the address, unless they are told to send a body: jQuery, urllib of Egg, the mini programs. */
const ASKS_WITH_DATA = /^(?:(?:\$|jQuery)\.ajax|(?:\w+\.)*curl|(?:wx|uni|Taro|my|swan|tt)\.request|urllib\.request)$/;

/** `$.getJSON(url, { … })`, `$.ajax({ url, data: { … } })`, `request("GET", path, { … })`, `client.get("/path", { access_token })`. */
function isAskedWithGet(parent: Node, child: Node): boolean {
  if (parent.type === "CallExpression") {
    const at = parent.arguments.indexOf(child as TSESTree.Expression);
    if (at === 1 && /^(?:\$|jQuery)\.(?:get|getJSON)$/.test(dottedPath(parent.callee)?.join(".") ?? "")) return true;
    if (isHandedToClient(parent, child, at)) return true;
    if (!isPath(parent.arguments[at - 1])) return false;
    return (
      (at === 2 && asksWithGet(parent)) ||
      (/^get/.test(referenceName(parent.callee) ?? "") &&
        child.type === "ObjectExpression" &&
        child.properties.some((each) => WIRE_NAME.test(staticName(each) ?? "")))
    );
  }
  const options = parent.type === "Property" && staticName(parent) === "data" ? parent.parent : undefined;
  const call = options && outward(options)?.parent;
  if (
    options?.type !== "ObjectExpression" ||
    call?.type !== "CallExpression" ||
    !ASKS_WITH_DATA.test(dottedPath(call.callee)?.join(".") ?? "")
  )
    return false;
  const method = propertyValue(options, "type") ?? propertyValue(options, "method");
  return method === undefined ? options.properties.every((each) => each.type === "Property") : /^get$/i.test(literalText(method) ?? "");
}

/** `this.httpAdapter.get(endpoint, params, callback)`: clients whose options are headers and the like call them so. */
const isHandedToClient = ({ callee }: TSESTree.CallExpression, child: Node, at: number): boolean =>
  at === 1 &&
  callee.type === "MemberExpression" &&
  staticName(callee) === "get" &&
  /(?:http|client|adapter|api|request)(?:Adapter|Client|Service)?$/i.test(referenceName(callee.object) ?? "") &&
  /^(?:params|query|qs|queryParams)$/i.test(referenceName(child) ?? "");

/** How queries write what an option of a client would be called `accessToken`. */
const WIRE_NAME = /^(?:access|api|auth|client|session)_(?:key|secret|token)$/;

/** `"/users/me"`, `` `/users/${id}` ``, `"https://…"`. */
const isPath = (node: Node | undefined): boolean => /^(?:\/|https?:)/.test(beginningOf(node) ?? "");

function textOfCall(file: SourceFile, parent: Node): string {
  if (parent.type === "TemplateLiteral" || parent.type === "BinaryExpression") return file.sourceCode.getText(parent);
  const navigation = parent.type === "Property" ? navigationCall(file, parent) : undefined;
  if (navigation) return file.sourceCode.getText(navigation).slice(0, MAX_EXCERPT);
  const call = parent.type === "Property" ? clientCall(file, parent) : undefined;
  if (parent.type === "CallExpression" && ADDRESS_MAKER.test(referenceName(parent.callee) ?? ""))
    return file.sourceCode.getText(parent.arguments[0]!);
  const url = call
    ? ((parent.type === "Property" ? addressIn(parent.parent) : undefined) ?? call.arguments[0])
    : parent.type === "CallExpression" && isQueryArgument(file, parent)
      ? addressOf(parent)
      : undefined;
  return url && url.type !== "ObjectExpression" ? file.sourceCode.getText(url) : "";
}

/** Where the options of a request say that it goes. */
const addressIn = (options: Node): Node | undefined =>
  ["url", "uri", "baseURL", "prefixUrl"].map((name) => propertyValue(options, name)).find((each) => each !== undefined);

/** `new WebsocketProvider(url, room, doc, { params: … })` */
const opensSocketWith = (file: SourceFile, { parent: options, ...property }: Node): boolean =>
  property.type === "Property" &&
  options !== undefined &&
  placesOf(file, options).some(({ parent, child }) => opensSocket(file, parent, child));

/** The chain before `.query({ … })`, the URL of `needle.request("get", url, { … })`. */
const addressOf = ({ callee, arguments: given }: TSESTree.CallExpression): Node | undefined =>
  callee.type === "MemberExpression" && given.length === 1 ? callee.object : given[1];
