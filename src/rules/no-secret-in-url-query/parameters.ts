import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { argumentAt, dottedPath, literalText, outward, propertyValue, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";
import { isDigested } from "./digested.js";
import { opensSocket } from "./sockets.js";

/** One `name=value` of a query. */
export interface Parameter {
  name: string;
  value: Node;
  /** Where the report begins. */
  start: number;
  /** The text of the URL before the parameter; holes are `{}`. */
  before: string;
  /** The template that holds it, for edits. */
  template?: TSESTree.TemplateLiteral;
  index?: number;
}

interface Part {
  text?: string;
  hole?: Node;
  end: number;
}

/** The parameters whose value is a hole of a URL-like template or concatenation. */
export function parametersOfText(file: SourceFile, node: TSESTree.TemplateLiteral | TSESTree.BinaryExpression): Parameter[] {
  if (node.type === "BinaryExpression" && node.operator !== "+") return [];
  const around = outward(node);
  if (around?.parent.type === "BinaryExpression" && around.parent.operator === "+") return [];
  if (around?.parent.type === "TaggedTemplateExpression") return [];
  const parts = partsOf(file, node);
  const found: Parameter[] = [];
  let before = "";
  for (const [index, part] of parts.entries()) {
    if (part.hole && isSeparator(file, part.hole)) before += "?";
    else if (part.hole) {
      const match = /(?:^|[?&]\s{0,40})([\w.[\]-]+)=["']?$/.exec(before);
      const previous = parts[index - 1];
      if (match && previous?.text !== undefined && isUrl(file, node, before.slice(0, match.index + 1), parts)) {
        const start = Math.max(previous.end - match[1]!.length - 1, 0);
        const host = node.type === "TemplateLiteral" ? { template: node, index: node.expressions.indexOf(part.hole as TSESTree.Expression) } : {};
        found.push({ name: match[1]!, value: part.hole, start, before: before.slice(0, match.index + 1), ...host });
      }
      before += "{}";
    } else before += part.text ?? "";
  }
  return found.length > 0 && isDigested(file, node, before.includes("?")) ? [] : found;
}

function partsOf(file: SourceFile, node: Node): Part[] {
  const inner = unwrap(node);
  if (inner.type === "BinaryExpression" && inner.operator === "+") return [...partsOf(file, inner.left), ...partsOf(file, inner.right)];
  if (inner.type === "TemplateLiteral")
    return inner.quasis.flatMap((quasi, index): Part[] => {
      const hole = inner.expressions[index];
      const end = hole ? file.sourceCode.text.lastIndexOf("${", hole.range[0]) : inner.range[1] - 1;
      return [{ text: quasi.value.raw, end }, ...(hole ? [{ hole, end: hole.range[1] }] : [])];
    });
  const text = literalText(inner);
  return text === undefined ? [{ hole: inner, end: inner.range[1] }] : [{ text, end: inner.range[1] - 1 }];
}

/** `url.includes("?") ? "&" : "?"`, or a constant that holds it. */
function isSeparator(file: SourceFile, hole: Node): boolean {
  const inner = unwrap(hole);
  if (inner.type === "Identifier") {
    const init = constantInitializer(file.sourceCode, inner);
    return init?.type === "ConditionalExpression" && isSeparator(file, init);
  }
  return inner.type === "ConditionalExpression" && [inner.consequent, inner.alternate].every((each) => /^[?&]$/.test(literalText(each) ?? ""));
}

const FORM = /^(?:body|data|payload|form)$/i;

/** Key URI of authenticator apps: a QR code on a screen, no request. */
const OTPAUTH = /^\s*otpauth:/;

/** `${base}user=${user}&`: a base that ends in `?`, and at least one parameter. */
const MORE_PARAMETERS = /^\{\}(?:[\w.-]+=[^\s&=]*&)+$/;
const ADDRESS = /ur[il]$|^base|endpoint$|api_?(?:base|host)$/i;

/** Whether `name=` after that text is a query of a URL and not of a form or a sentence. */
function isUrl(file: SourceFile, node: Node, before: string, parts: readonly Part[]): boolean {
  if ((OTPAUTH.test(before) || /\s\S*\s\S*\?$/.test(before)) && !/https?:\/\/|href=|^\s*</.test(before)) return false;
  if (before.includes("?")) return !/[\s(]\?$/.test(before);
  const { parent } = outward(node) ?? {};
  if (parent?.type === "Property" && FORM.test(staticName(parent) ?? "")) return false;
  if (parent && isSocketQuery(file, parent)) return true;
  if (followsQuestionMark(file, node)) return true;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") {
    if (FORM.test(parent.id.name)) return false;
    if (isUsedInUrl(file, parent.id)) return true;
  }
  if (parent?.type === "CallExpression" && parent.arguments[0] !== node) return false;
  const first = parts.find((part) => part.hole !== undefined || part.text !== "")!;
  if (first.hole && MORE_PARAMETERS.test(before) && (ADDRESS.test(referenceName(first.hole) ?? "") || (parent?.type === "VariableDeclarator" && ADDRESS.test(referenceName(parent.id) ?? "")))) return true;
  return before.startsWith("&") || (first.hole !== undefined || first.text === "" ? /^\{\}&$/.test(before) : false);
}

/** Whether an expression is put right after `?` or `&` of a text, or is assigned to `url.search`. */
function followsQuestionMark(file: SourceFile, node: Node): boolean {
  const around = outward(node);
  if (!around) return false;
  const { parent, child } = around;
  if (parent.type === "MemberExpression" && parent.object === child && staticName(parent) === "toString") return parent.parent.type === "CallExpression" && followsQuestionMark(file, parent.parent);
  if (parent.type === "CallExpression" && parent.arguments[0] === child && referenceName(parent.callee) === "String") return followsQuestionMark(file, parent);
  if (parent.type === "ConditionalExpression" || parent.type === "LogicalExpression") return followsQuestionMark(file, parent);
  if (parent.type === "TemplateLiteral") return !OTPAUTH.test(parent.quasis[0]!.value.raw) && /[?&]$/.test(parent.quasis[parent.expressions.indexOf(child as TSESTree.Expression)]?.value.raw ?? "");
  if (parent.type === "BinaryExpression" && parent.operator === "+" && parent.right === child) {
    const before = partsOf(file, parent.left);
    return !OTPAUTH.test(before[0]?.text ?? "") && /[?&]$/.test(before.at(-1)?.text ?? "");
  }
  return parent.type === "AssignmentExpression" && parent.right === child && referenceName(parent.left) === "search";
}

function isUsedInUrl(file: SourceFile, identifier: TSESTree.Identifier): boolean {
  const variable = variableOf(file.sourceCode, identifier);
  return variable?.references.some(({ identifier }) => followsQuestionMark(file, identifier as Node) || isQueryOption(file, outward(identifier as Node)?.parent)) ?? false;
}

/** `params: …` in the options of a request. */
const isQueryOption = (file: SourceFile, node: Node | undefined): boolean =>
  node?.type === "Property" && node.parent.type === "ObjectExpression" && QUERY_OPTION.test(staticName(node) ?? "") && clientCall(file, node) !== undefined;

/** `url.searchParams.set("api_key", key)`, and of a `URLSearchParams` that ends in a URL. */
export function parametersOfCall(file: SourceFile, call: TSESTree.CallExpression): Parameter[] {
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression" || !/^(?:set|append)$/.test(staticName(callee) ?? "")) return [];
  const name = literalText(argumentAt(call, 0));
  const value = argumentAt(call, 1);
  if (name === undefined || !value || literalText(value) !== undefined || !isQuery(file, unwrap(callee.object))) return [];
  return [{ name, value, start: call.range[0], before: urlOf(file, callee.object) }];
}

function isQuery(file: SourceFile, owner: Node): boolean {
  const name = referenceName(owner);
  if (owner.type === "MemberExpression") return name === "searchParams";
  if (owner.type !== "Identifier") return false;
  if (/^(?:url)?searchParams$|^(?:url)?query(?:Params|String)$/i.test(owner.name)) return !usedAsBody(file, owner);
  const init = constantInitializer(file.sourceCode, owner);
  if (init?.type === "MemberExpression") return staticName(init) === "searchParams";
  return init?.type === "NewExpression" && referenceName(init.callee) === "URLSearchParams" && isUsedInUrl(file, owner);
}

function usedAsBody(file: SourceFile, owner: TSESTree.Identifier): boolean {
  return variableOf(file.sourceCode, owner)?.references.some(({ identifier }) => {
    const { parent } = outward(identifier) ?? {};
    return parent?.type === "Property" && FORM.test(staticName(parent) ?? "");
  }) ?? false;
}

/** The literal start of the URL that a `searchParams` belongs to. */
function urlOf(file: SourceFile, owner: Node): string {
  const inner = unwrap(owner);
  const url = inner.type === "MemberExpression" ? unwrap(inner.object) : inner;
  const init = url.type === "Identifier" ? constantInitializer(file.sourceCode, url) : url;
  return init?.type === "NewExpression" ? file.sourceCode.getText(init) : "";
}

const CLIENT = /^(?:axios|http|https|client|api|got|ky|request|superagent|\$http|\$axios|instance|needle|rp|fetch|\$fetch|ofetch|restApi)$|(?:Client|Api|Axios|Http|Instance)$/;

/** `axios.get(url, { params: { api_key } })`, `got(url, { searchParams })`, `request({ qs })`, and `new URLSearchParams({ … })` in a URL. */
export function parametersOfObject(file: SourceFile, object: TSESTree.ObjectExpression): Parameter[] {
  const place = placesOf(file, object).find(({ parent, child }) => isQueryObject(file, parent, child === object));
  if (!place) return [];
  const before = textOfCall(file, place.parent);
  return object.properties.flatMap((property): Parameter[] => {
    const name = property.type === "Property" ? staticName(property) : undefined;
    if (name === undefined || property.type !== "Property" || literalText(property.value) !== undefined || property.value.type === "Literal") return [];
    return [{ name, value: property.value, start: property.range[0], before }];
  });
}

/** Where an expression stands; of what a variable is declared with, where that is read. */
function placesOf(file: SourceFile, node: Node): readonly { parent: Node; child: Node }[] {
  const place = outward(node);
  if (place?.parent.type !== "VariableDeclarator" || place.parent.id.type !== "Identifier") return place ? [place] : [];
  const variable = variableOf(file.sourceCode, place.parent.id);
  return variable?.references.flatMap((each) => (each.isRead() ? (outward(each.identifier as Node) ?? []) : [])) ?? [];
}

/** The call of an HTTP client that takes the options with this `params: …`. */
export function clientCall(file: SourceFile, { parent: options }: TSESTree.Property): TSESTree.CallExpression | undefined {
  const call = placesOf(file, options).find(({ parent, child }) => parent.type === "CallExpression" && parent.callee !== child && dottedPath(parent.callee)?.some((name) => CLIENT.test(name)))?.parent;
  return call?.type === "CallExpression" ? call : undefined;
}

/** The properties of options that hold a query. */
export const QUERY_OPTION = /^(?:params|searchParams|qs)$/;

/** `io(url, { query: { … } })` of socket.io, which puts it into the address. */
const isSocketQuery = (file: SourceFile, property: Node): property is TSESTree.Property =>
  property.type === "Property" && property.parent.type === "ObjectExpression" && staticName(property) === "query" && placesOf(file, property.parent).some(({ parent, child }) => opensSocket(file, parent, child));

/** @param direct the object itself stands there, and not a variable that holds it */
function isQueryObject(file: SourceFile, parent: Node, direct: boolean): boolean {
  if (isQueryOption(file, parent)) return true;
  if (isSocketQuery(file, parent)) return true;
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

/** `superagent.get(url).query({ … })`, `needle.request("get", url, { … })`. */
function isQueryArgument(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const method = referenceName(callee);
  if (method === "query") return call.arguments.length === 1 && callee.type === "MemberExpression" && startsAt(file, callee.object, "superagent");
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
  const url = call ? (parent.type === "Property" ? propertyValue(parent.parent, "url") : undefined) ?? call.arguments[0] : parent.type === "CallExpression" && isQueryArgument(file, parent) ? addressOf(parent) : undefined;
  return url && url.type !== "ObjectExpression" ? file.sourceCode.getText(url) : "";
}

/** The chain before `.query({ … })`, the URL of `needle.request("get", url, { … })`. */
const addressOf = ({ callee, arguments: given }: TSESTree.CallExpression): Node | undefined => (callee.type === "MemberExpression" && given.length === 1 ? callee.object : given[1]);
