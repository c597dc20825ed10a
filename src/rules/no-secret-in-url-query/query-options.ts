import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { variableOf } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";
import { opensSocket } from "./sockets.js";

// Options of a request whose members go into its query.

const MAX_BRANCHES = 4;
const CLIENT = /^(?:axios|http|https|client|api|got|ky|request|superagent|\$http|\$axios|instance|needle|rp|fetch|\$fetch|ofetch|restApi)$|(?:Client|Api|Axios|Http|Instance)$/;

/** Where an expression stands, also as a branch: `signedIn ? { token } : {}`; of what a variable is declared with, where that is read. */
export function placesOf(file: SourceFile, node: Node): readonly { parent: Node; child: Node }[] {
  let place = outward(node);
  for (let hops = 0; place && hops < MAX_BRANCHES && isBranch(place.parent, place.child); hops++) place = outward(place.parent);
  if (place?.parent.type !== "VariableDeclarator" || place.parent.id.type !== "Identifier") return place ? [place] : [];
  const variable = variableOf(file.sourceCode, place.parent.id);
  return variable?.references.flatMap((each) => (each.isRead() ? (spreadPlace(each.identifier as Node) ?? []) : [])) ?? [];
}

/** Where a read stands; `{ ...read, page }` is what it is spread into. */
function spreadPlace(read: Node): { parent: Node; child: Node } | undefined {
  const place = outward(read);
  return place?.parent.type === "SpreadElement" && place.parent.parent.type === "ObjectExpression" ? outward(place.parent.parent) : place;
}

const isBranch = (parent: Node, child: Node): boolean => (parent.type === "ConditionalExpression" && parent.test !== child) || (parent.type === "LogicalExpression" && (parent.right === child || parent.operator !== "&&"));

/** The call of an HTTP client that takes the options with this `params: …`. */
export function clientCall(file: SourceFile, { parent: options }: TSESTree.Property): TSESTree.CallExpression | undefined {
  const call = placesOf(file, options).find(({ parent, child }) => parent.type === "CallExpression" && parent.callee !== child && dottedPath(parent.callee)?.some((name) => CLIENT.test(name)))?.parent;
  return call?.type === "CallExpression" ? call : undefined;
}

/** The properties of options that hold a query. */
export const QUERY_OPTION = /^(?:params|queryParam(?:eter)?s|searchParams|qs)$/;
/** Clients that call it `query`, as GraphQL's call what they ask. */
const QUERY_CLIENT = /^(?:\$fetch|ofetch|useFetch)$/;

/** `params: …` in the options of a request. */
export function isQueryOption(file: SourceFile, node: Node | undefined): node is TSESTree.Property {
  const name = node?.type === "Property" && node.parent.type === "ObjectExpression" ? staticName(node) : undefined;
  if (name === undefined || node?.type !== "Property") return false;
  if (QUERY_OPTION.test(name)) return clientCall(file, node) !== undefined;
  return name === "query" && placesOf(file, node.parent).some(({ parent, child }) => parent.type === "CallExpression" && parent.callee !== child && QUERY_CLIENT.test(referenceName(parent.callee) ?? ""));
}

/** `io(url, { query: { … } })` of socket.io, which puts it into the address. */
export const isSocketQuery = (file: SourceFile, property: Node): property is TSESTree.Property =>
  property.type === "Property" && property.parent.type === "ObjectExpression" && staticName(property) === "query" && placesOf(file, property.parent).some(({ parent, child }) => opensSocket(file, parent, child));
