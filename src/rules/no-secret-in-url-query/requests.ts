import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { isFunction, literalText, propertyValue, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { isGlobal } from "../../ast/scope.js";
import { insertAt, replace, type Edit } from "../../fix/edit.js";
import { isParenthesized } from "../../fix/hazards.js";
import type { SourceFile } from "../../source-file.js";

/** A call that sends a request, and the position of the argument that holds its options. */
export interface Request {
  call: TSESTree.CallExpression;
  options: number;
  /** The module of the client; `"fetch"` for every fetch that behaves as the global one. */
  client: string;
  /** The method of the client that is called, `"post"`; empty for the client itself. */
  verb: string;
}

/** Methods by the position of their options. Sources: the clients' own documentation. */
const VERBS = { delete: 1, get: 1, head: 1, options: 1 };
const WITH_BODY = { patch: 1, post: 1, put: 1 };

/** Module → export → position of the options; `""` is the module itself. `0`: the address is one of the options. */
const CLIENTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  axios: { ...VERBS, "": 1, create: 0, patch: 2, post: 2, put: 2, request: 0 },
  "cross-fetch": { "": 1, fetch: 1 },
  got: { ...VERBS, ...WITH_BODY, "": 1 },
  http: { get: 1, request: 1 },
  https: { get: 1, request: 1 },
  ky: { ...VERBS, ...WITH_BODY, "": 1 },
  "node-fetch": { "": 1 },
  undici: { fetch: 1, request: 1 },
};

/** What a call asks for over HTTP; undefined for every other call. */
export function requestOf(file: SourceFile, call: TSESTree.CallExpression): Request | undefined {
  if (isGlobal(file.sourceCode, call.callee, "fetch")) return { call, options: 1, client: "fetch", verb: "" };
  const member = moduleMember(file.sourceCode, call.callee);
  const exports = member && Object.hasOwn(CLIENTS, member.module) ? CLIENTS[member.module]! : {};
  const name = member?.path.join(".").replace(/^default\.?/, "") ?? "";
  if (!Object.hasOwn(exports, name)) return undefined;
  // axios({ url, … })
  const client = member!.module;
  return {
    call,
    options: name === "" && client === "axios" && call.arguments[0]?.type === "ObjectExpression" ? 0 : exports[name]!,
    ...(name === "fetch" ? { client: "fetch", verb: "" } : { client, verb: name }),
  };
}

/** How a header gets into a request. */
export interface AddedHeader {
  edit: Edit;
  /** True when the request has other headers. */
  beside: boolean;
}

/**
 * Adds `text`, a property, to the headers of a request.
 *
 * @param instead the property of the options that becomes empty without the secret, and whose place the headers take
 * @returns undefined when the options are not all visible, or set that header already
 */
export function addHeader(
  file: SourceFile,
  { call, options }: Request,
  name: string,
  text: string,
  instead: TSESTree.Property | undefined,
): AddedHeader | undefined {
  const headers = `headers: { ${text} }`;
  const given = call.arguments[options];
  if (!given) {
    const last = call.arguments.at(-1);
    const missing = options - call.arguments.length;
    if (!last || missing < 0 || call.arguments.some(({ type }) => type === "SpreadElement") || isParenthesized(file.sourceCode, last))
      return undefined;
    // axios.post(url)
    return { edit: insertAt(last.range[1], `${", undefined".repeat(missing)}, { ${headers} }`), beside: false };
  }
  // https.get(url, callback)
  if (isFunction(given)) return { edit: insertAt(given.range[0], `{ ${headers} }, `), beside: false };
  // A browser takes the header off such a request.
  if (!isVisible(given) || literalText(propertyValue(given, "mode")) === "no-cors") return undefined;
  const existing = given.properties.find(
    (property): property is TSESTree.Property => property.type === "Property" && staticName(property) === "headers",
  );
  if (existing) {
    const others = unwrap(existing.value);
    if (!isVisible(others) || others.properties.some((property) => staticName(property)?.toLowerCase() === name.toLowerCase()))
      return undefined;
    return {
      edit: others.properties[0] ? insertAt(others.properties[0].range[0], `${text}, `) : replace(others, `{ ${text} }`),
      beside: true,
    };
  }
  if (instead) return { edit: replace(instead, headers), beside: false };
  return {
    edit: given.properties[0] ? insertAt(given.properties[0].range[0], `${headers}, `) : replace(given, `{ ${headers} }`),
    beside: false,
  };
}

/** An object literal without spread and computed names. */
export const isVisible = (node: Node): node is TSESTree.ObjectExpression =>
  node.type === "ObjectExpression" && node.properties.every((property) => property.type === "Property" && !property.computed);
