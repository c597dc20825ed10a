import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { definitionOf, reassignments, variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { remove, removeFrom, replace, wholeLine, type Edit } from "../../fix/edit.js";
import { fileCache } from "../../file-cache.js";
import type { SourceFile } from "../../source-file.js";
import type { Parameter } from "./parameters.js";
import { requestOf, type Request } from "./requests.js";
import { addressChangedBy } from "./search-params.js";

/** How a secret gets into a request, when the file shows all of it. */
export interface Carrier {
  request: Request;
  /** Takes the secret out of the URL. */
  cut: Edit;
  /** The `params: { secret }` that hold nothing else. */
  emptied?: TSESTree.Property;
  /** What stands at the beginning of the URL; undefined when it is computed. */
  address: string | undefined;
  /** The client leaves the parameter out where its value is missing. */
  omits?: boolean;
}

/** The request that carries a parameter, and the edit that takes the parameter out of its URL. */
export function carrierOf(file: SourceFile, parameter: Parameter): Carrier | undefined {
  const { value, template, index, name } = parameter;
  if (template && index !== undefined) return inText(file, template, templateCut(file, template, index, name));
  const { parent } = outward(value) ?? {};
  switch (parent?.type) {
    case "BinaryExpression":
      return inText(file, parent, sumCut(parent, value, name));
    case "CallExpression":
      return inStatement(file, parent);
    case "Property":
      return inObject(file, parent);
    default:
      return undefined;
  }
}

// --- in the text of a URL ------------------------------------------------------------------------------------------------

function inText(file: SourceFile, text: Node, cut: Edit | undefined): Carrier | undefined {
  const request = cut && requestFor(file, text);
  return request && cut ? { request, cut, address: writtenStart(file, text) } : undefined;
}

/** The request whose URL an expression is: directly, as `url` of its options, or through a constant that nothing else reads. */
export function requestFor(file: SourceFile, url: Node): Request | undefined {
  const { parent, child } = outward(url) ?? {};
  if (parent?.type === "CallExpression") return parent.arguments[0] === child ? requestOf(file, parent) : undefined;
  if (parent?.type === "Property") {
    const call = staticName(parent) === "url" ? outward(parent.parent)?.parent : undefined;
    const request = call?.type === "CallExpression" ? requestOf(file, call) : undefined;
    return request?.options === 0 ? request : undefined;
  }
  if (parent?.type !== "VariableDeclarator" || parent.init !== child) return undefined;
  const reads = readsOf(file, parent);
  const use = reads?.length === 1 ? outward(reads[0]!) : undefined;
  return use?.parent.type === "CallExpression" && use.parent.arguments[0] === use.child && isBeside(use.parent, parent)
    ? requestOf(file, use.parent)
    : undefined;
}

/** The removal of `name=${…}` with the `?` or `&` that would be left over. */
function templateCut(
  { sourceCode: { text } }: SourceFile,
  template: TSESTree.TemplateLiteral,
  index: number,
  name: string,
): Edit | undefined {
  const before = template.quasis[index]!;
  const after = template.quasis[index + 1]!;
  const raw = before.value.raw;
  if (!/^(?:$|[&#])/.test(after.value.raw) || (after.value.raw === "" && index + 1 < template.expressions.length)) return undefined;
  const hole = text.lastIndexOf("${", template.expressions[index]!.range[0]);
  const start = hole - name.length - 2;
  const close = text.indexOf("}", template.expressions[index]!.range[1]) + 1;
  const sign = text[start];
  if ((sign !== "?" && sign !== "&") || !raw.endsWith(`${sign}${name}=`)) return undefined;
  return sign === "?" && after.value.raw.startsWith("&") ? remove([start + 1, close + 1]) : remove([start, close]);
}

/** `"https://host/path?name=" + value` at the end of the URL. */
function sumCut(sum: TSESTree.BinaryExpression, value: Node, name: string): Edit | undefined {
  const literal = unwrap(sum.left as Node);
  const text = literal.type === "Literal" && unwrap(sum.right) === unwrap(value) ? literal.raw : "";
  const quote = text.at(-1) ?? "";
  const rest = ["?", "&"].map((sign) => `${sign}${name}=${quote}`).find((end) => text.endsWith(end));
  return rest === undefined ? undefined : replace(sum, text.slice(0, -rest.length) + quote);
}

// --- url.searchParams.set("name", value) -----------------------------------------------------------------------------------

/** A statement that adds to a constant URL, which is otherwise changed and asked for in the same block. */
function inStatement(file: SourceFile, set: TSESTree.CallExpression): Carrier | undefined {
  const statement = set.parent;
  const url = addressChangedBy(set);
  if (statement.type !== "ExpressionStatement" || !url) return undefined;
  const declarator = definitionOf(variableOf(file.sourceCode, url) ?? ({ defs: [] } as never))?.node as Node | undefined;
  if (declarator?.type !== "VariableDeclarator" || declarator.parent.parent !== statement.parent) return undefined;
  const requests = requestsWith(file, declarator);
  const [request] = requests;
  if (requests.length !== 1 || !request || !isBeside(request.call, statement)) return undefined;
  return { request, cut: remove(wholeLine(file.sourceCode.text, statement.range)), address: writtenStart(file, declarator.init) };
}

const requestsByUrl = fileCache<TSESTree.VariableDeclarator, (Request | undefined)[]>();

/** All that is done with a constant URL besides changing its query: each a request, or undefined where it is something else. */
const requestsWith = (file: SourceFile, declarator: TSESTree.VariableDeclarator): (Request | undefined)[] =>
  requestsByUrl.remember(declarator, () =>
    (readsOf(file, declarator) ?? []).filter((read) => !isQueryChange(read)).map((read) => requestWith(file, read)),
  );

/** `url.searchParams.…(…)` as a statement. */
function isQueryChange(read: Node): boolean {
  const params = read.parent;
  const call =
    params?.type === "MemberExpression" && staticName(params) === "searchParams" && params.parent.type === "MemberExpression"
      ? params.parent.parent
      : undefined;
  return call?.type === "CallExpression" && call.parent.type === "ExpressionStatement";
}

/** `fetch(url)`, `fetch(url.toString())`, `fetch(url.href)`. */
function requestWith(file: SourceFile, read: Node): Request | undefined {
  let place = outward(read);
  if (place?.parent.type === "MemberExpression" && /^(?:href|toString)$/.test(staticName(place.parent) ?? "")) {
    const member = place.parent;
    place = outward(member);
    if (staticName(member) === "toString")
      place = place?.parent.type === "CallExpression" && place.parent.callee === place.child ? outward(place.parent) : undefined;
  }
  return place?.parent.type === "CallExpression" && place.parent.arguments[0] === place.child ? requestOf(file, place.parent) : undefined;
}

// --- { params: { name: value } } -----------------------------------------------------------------------------------------------

function inObject(file: SourceFile, property: TSESTree.Property): Carrier | undefined {
  const query = property.parent;
  if (query.type !== "ObjectExpression" || query.properties.some((each) => each.type === "SpreadElement")) return undefined;
  const holder = outward(query)?.parent;
  if (holder?.type === "NewExpression") return inSearchParams(file, holder, removeFrom(query.properties, property));
  if (holder?.type !== "Property" || holder.parent.type !== "ObjectExpression") return undefined;
  const options = holder.parent;
  const call = outward(options)?.parent;
  const request = call?.type === "CallExpression" ? requestOf(file, call) : undefined;
  if (!request || request.call.arguments[request.options] !== options) return undefined;
  const address = request.options === 0 ? options.properties.find((each) => /^(?:baseURL|url)$/.test(staticName(each) ?? "")) : undefined;
  const url = address?.type === "Property" ? address.value : request.call.arguments[0];
  const alone = query.properties.length === 1;
  return {
    request,
    cut: removeFrom((alone ? options : query).properties, alone ? holder : property),
    ...(alone ? { emptied: holder } : {}),
    address: writtenStart(file, url),
    omits: true,
  };
}

/** `new URLSearchParams({ name: value })` that goes into the text of one URL. */
function inSearchParams(file: SourceFile, params: TSESTree.NewExpression, cut: Edit): Carrier | undefined {
  const { parent } = outward(params) ?? {};
  const reads = parent?.type === "VariableDeclarator" ? readsOf(file, parent)?.filter((read) => !isStatementOn(read)) : [params];
  const [read] = reads ?? [];
  if (reads?.length !== 1 || !read) return undefined;
  const place = outward(read);
  const call =
    place?.parent.type === "MemberExpression" && staticName(place.parent) === "toString" ? outward(place.parent)?.parent : undefined;
  const text = (call ? outward(call) : place)?.parent;
  if (text?.type !== "TemplateLiteral" && text?.type !== "BinaryExpression") return undefined;
  const request = requestFor(file, text);
  return request && { request, cut, address: writtenStart(file, text) };
}

/** `params.set("q", q);` */
const isStatementOn = ({ parent }: Node): boolean =>
  parent?.type === "MemberExpression" && parent.parent.type === "CallExpression" && parent.parent.parent.type === "ExpressionStatement";

// --- shared --------------------------------------------------------------------------------------------------------------------

/** The reads of a constant; undefined when it is written again or is no plain name. */
function readsOf(file: SourceFile, declarator: TSESTree.VariableDeclarator): Node[] | undefined {
  const variable = declarator.id.type === "Identifier" ? variableOf(file.sourceCode, declarator.id) : undefined;
  if (!variable || reassignments(variable).length > 0 || declarator.parent.parent.type === "ExportNamedDeclaration") return undefined;
  return variable.references.filter((each) => each.isRead()).map((each) => each.identifier as Node);
}

/** Whether a call comes after a node, in the same run of the same function. */
const isBeside = (call: Node, node: Node): boolean => enclosingFunction(call) === enclosingFunction(node) && call.range[0] > node.range[1];

/** Stands behind the literal text that a URL begins with where the URL goes on with something else. */
const GOES_ON = "\0";

/** The literal text that a URL begins with. */
export function writtenStart(file: SourceFile, url: Node | null | undefined): string | undefined {
  const inner = url ? unwrap(url) : undefined;
  switch (inner?.type) {
    case "Literal":
      return literalText(inner);
    case "TemplateLiteral":
      return inner.quasis[0]!.value.raw + (inner.expressions.length > 0 ? GOES_ON : "");
    case "BinaryExpression": {
      const start = writtenStart(file, inner.left as Node);
      return start === undefined || start.endsWith(GOES_ON) ? start : start + GOES_ON;
    }
    case "NewExpression":
      return referenceName(inner.callee) === "URL" && inner.arguments.length === 1 ? writtenStart(file, inner.arguments[0]) : undefined;
    case "Identifier":
      return writtenStart(file, constantInitializer(file.sourceCode, inner));
    default:
      return undefined;
  }
}
