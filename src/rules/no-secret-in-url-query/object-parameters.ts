import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { dottedPath, literalText, outward, propertyValue, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { constantInitializer } from "../../ast/static-value.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { followsQuestionMark, isUsedInUrl, type Parameter } from "./parameters.js";
import { clientCall, isQueryOption, isSocketQuery, placesOf } from "./query-options.js";

/** `axios.get(url, { params: { api_key } })`, `got(url, { searchParams })`, `request({ qs })`, and `new URLSearchParams({ … })` in a URL. */
export function parametersOfObject(file: SourceFile, object: TSESTree.ObjectExpression): Parameter[] {
  const place = placesOf(file, object).find(({ parent, child }) => isQueryObject(file, parent, child, child === object));
  if (!place) return [];
  const before = textOfCall(file, place.parent);
  const ofSocket = isSocketQuery(file, place.parent);
  return object.properties.flatMap((property): Parameter[] => {
    const name = property.type === "Property" ? staticName(property) : undefined;
    return name === undefined || property.type !== "Property" ? [] : [{ name, value: property.value, start: property.range[0], before, ofSocket }];
  });
}

/** @param direct the object itself stands there, and not a variable that holds it */
function isQueryObject(file: SourceFile, parent: Node, child: Node, direct: boolean): boolean {
  if (isQueryOption(file, parent) || isSocketQuery(file, parent) || isOfAddressMaker(file, parent, child) || isAskedByJquery(parent, child) || isOfInterceptor(file, parent, child)) return true;
  if (direct && isWrittenQuery(file, parent, child)) return true;
  if (direct && parent.type === "CallExpression" && isQueryArgument(file, parent)) return true;
  const maker = parent.type === "NewExpression" || parent.type === "CallExpression" ? dottedPath(parent.callee)?.join(".") : undefined;
  if (maker === undefined || !/^(?:URLSearchParams|(?:qs|querystring|queryString)\.stringify)$/.test(maker)) return false;
  if (followsQuestionMark(file, parent)) return true;
  const holder = outward(parent)?.parent;
  if (isQueryOption(file, holder)) return true;
  if (holder?.type === "AssignmentExpression") return false;
  if (holder?.type === "VariableDeclarator" && holder.id.type === "Identifier") return isUsedInUrl(file, holder.id);
  return holder?.type === "MemberExpression" && holder.parent.type === "CallExpression" && holder.parent.parent.type === "VariableDeclarator" && holder.parent.parent.id.type === "Identifier" && isUsedInUrl(file, holder.parent.parent.id);
}

/** Functions that put parameters behind a path: `this.getUrl("items", { … })`, `withQuery(url, { … })`. */
const ADDRESS_MAKER = /^(?:add|append|build|compose|construct|create|format|generate|get|make)(?:Api|Endpoint|Full|Request)?(?:Params?To)?Ur[il]$|^(?:add|append|build|with)(?:Params|Query(?:Params|String)?)$/i;

/** What makes an address of parts: `this.getUrl(path, { … })`, `FlowRouter.path(route, params, { … })` of Meteor, `url.format({ pathname, query: { … } })`. */
function isOfAddressMaker(file: SourceFile, parent: Node, child: Node): boolean {
  if (parent.type === "CallExpression" && parent.arguments[1] === child && ADDRESS_MAKER.test(referenceName(parent.callee) ?? "")) return true;
  if (parent.type === "CallExpression") return parent.arguments[2] === child && /^FlowRouter\.(?:go|path|url)$/.test(dottedPath(parent.callee)?.join(".") ?? "");
  const call = parent.type === "Property" && staticName(parent) === "query" ? outward(parent.parent)?.parent : undefined;
  const member = call?.type === "CallExpression" ? moduleMember(file.sourceCode, call.callee) : undefined;
  return member?.module === "url" && member.path.at(-1) === "format";
}

const usesAxios = perFile(({ sourceCode: { text } }) => /\baxios|interceptors\./.test(text));

/** `config.params = { … }` of what an interceptor of axios is given, `axios.defaults.params = { … }`. */
const isOfInterceptor = (file: SourceFile, parent: Node, child: Node): boolean =>
  parent.type === "AssignmentExpression" && parent.right === child && parent.left.type === "MemberExpression" && staticName(parent.left) === "params" && /^(?:cfg|conf|config|defaults|req|request(?:Config)?)$/.test(referenceName(parent.left.object) ?? "") && usesAxios(file);

/** `` `${base}?${toQuery({ … })}` ``: what a function of the project writes behind a question mark. */
const isWrittenQuery = (file: SourceFile, parent: Node, child: Node): boolean =>
  parent.type === "CallExpression" && parent.arguments[0] === child && /quer(?:y|ies)|params?(?![a-z])|search|stringify|seriali[sz]e|encode|^(?:qs|param)$/i.test(referenceName(parent.callee) ?? "") && followsQuestionMark(file, parent);

/** `$.getJSON(url, { … })`, `$.ajax({ url, data: { … } })`: jQuery asks with GET unless it is told to send a body. */
function isAskedByJquery(parent: Node, child: Node): boolean {
  if (parent.type === "CallExpression") return parent.arguments[1] === child && /^(?:\$|jQuery)\.(?:get|getJSON)$/.test(dottedPath(parent.callee)?.join(".") ?? "");
  const options = parent.type === "Property" && staticName(parent) === "data" ? parent.parent : undefined;
  const call = options && outward(options)?.parent;
  if (options?.type !== "ObjectExpression" || call?.type !== "CallExpression" || !/^(?:\$|jQuery)\.ajax$/.test(dottedPath(call.callee)?.join(".") ?? "")) return false;
  const method = propertyValue(options, "type") ?? propertyValue(options, "method");
  return method === undefined ? options.properties.every((each) => each.type === "Property") : /^get$/i.test(literalText(method) ?? "");
}

/** `superagent.get(url).query({ … })`, `needle.request("get", url, { … })`. */
function isQueryArgument(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const method = referenceName(callee);
  if (method === "query") return call.arguments.length === 1 && callee.type === "MemberExpression" && (/^req(?:uest)?$/.test(referenceName(callee.object) ?? "") || startsAt(file, callee.object, "superagent"));
  return (method === "request" || method === "needle") && /^(?:get|head)$/i.test(literalText(call.arguments[0]) ?? "") && call.arguments[2]?.type === "ObjectExpression" && moduleMember(file.sourceCode, callee)?.module === "needle";
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

function textOfCall(file: SourceFile, parent: Node): string {
  const call = parent.type === "Property" ? clientCall(file, parent) : undefined;
  if (parent.type === "CallExpression" && ADDRESS_MAKER.test(referenceName(parent.callee) ?? "")) return file.sourceCode.getText(parent.arguments[0]!);
  const url = call ? (parent.type === "Property" ? propertyValue(parent.parent, "url") : undefined) ?? call.arguments[0] : parent.type === "CallExpression" && isQueryArgument(file, parent) ? addressOf(parent) : undefined;
  return url && url.type !== "ObjectExpression" ? file.sourceCode.getText(url) : "";
}

/** The chain before `.query({ … })`, the URL of `needle.request("get", url, { … })`. */
const addressOf = ({ callee, arguments: given }: TSESTree.CallExpression): Node | undefined => (callee.type === "MemberExpression" && given.length === 1 ? callee.object : given[1]);
