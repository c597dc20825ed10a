import type { TSESTree } from "@typescript-eslint/utils";
import { returnsOf, usesAsValue } from "../../ast/functions.js";
import {
  dottedPath,
  functionName,
  isFunction,
  outward,
  propertyValue,
  staticName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../ast/nodes.js";
import { definitionOf, readsOf, variableOf, type Variable } from "../../ast/scope.js";
import { fileCache } from "../../file-cache.js";
import { nameEvidence } from "../../secrets/names/words.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { callsClient } from "./query-options.js";

// Options of a request that are changed before it is sent.

/** `config.params` of what an interceptor is given, or of what a client is called with; `axios.defaults.params`. What a server is asked has `params`, too. */
export function isQueryOfOptions(file: SourceFile, member: TSESTree.MemberExpression): boolean {
  if (staticName(member) !== "params") return false;
  const options = unwrap(member.object);
  if (options.type === "MemberExpression") return staticName(options) === "defaults";
  const variable = options.type === "Identifier" ? variableOf(file.sourceCode, options) : undefined;
  return variable !== undefined && (isOfRequest(file, variable) || isHandedOn(file, member, variable));
}

const optionsOfRequests = fileCache<Variable, boolean>();

const isOfRequest = (file: SourceFile, variable: Variable): boolean =>
  optionsOfRequests.remember(variable, () => {
    const definition = definitionOf(variable);
    const name = definition?.name as Node | undefined;
    const fn = definition?.node as Node | undefined;
    return (
      (name?.type === "Identifier" &&
        name.typeAnnotation !== undefined &&
        OF_CLIENT.test(file.sourceCode.getText(name.typeAnnotation).slice(0, MAX_TYPE))) ||
      (definition?.type === "Parameter" &&
        isFunction(fn) &&
        (isInterceptor(file, fn, variable) || (OPTIONS.test(variable.name) && isReturned(file, fn, variable)))) ||
      readsOf(variable)
        .slice(0, MAX_READS)
        .some(({ identifier }) => isAskedWith(file, identifier as Node))
    );
  });

/** `config` of a file that has axios, where its `params` take a token or the key of an API and it goes on to what another file sends. */
function isHandedOn(file: SourceFile, params: TSESTree.MemberExpression, variable: Variable): boolean {
  const set = params.parent;
  const kind = set.type === "MemberExpression" ? nameEvidence(staticName(set))?.kind : undefined;
  if (!ANY_OPTIONS.test(variable.name) || !(kind === "token" || kind === "apiKey") || !usesAxios(file)) return false;
  const definition = definitionOf(variable);
  const node = definition?.node as Node | undefined;
  const isGiven =
    definition?.type === "Parameter" ||
    (node?.type === "VariableDeclarator" && propertyValue(node.init ?? undefined, "params") !== undefined);
  return (
    isGiven &&
    readsOf(variable)
      .slice(0, MAX_READS)
      .some(({ identifier }) => goesOn(identifier as Node))
  );
}

/** `return config`, `export default config`, `send(url, config)` */
function goesOn(read: Node): boolean {
  const { parent, child } = outward(read) ?? {};
  return (
    parent?.type === "ReturnStatement" ||
    parent?.type === "ExportDefaultDeclaration" ||
    (parent?.type === "CallExpression" && parent.callee !== child)
  );
}

const ANY_OPTIONS = /^(?:cfg|conf|config|options|opts)$/i;
const usesAxios = perFile(({ sourceCode: { text } }) => /["']axios["']/.test(text));

/** `: AxiosRequestConfig`, `: InternalAxiosRequestConfig<unknown>` */
const OF_CLIENT = /^:\s?(?:\w{1,20}\.)?(?:Internal)?(?:Axios|Fetch|Http)Request(?:Config|Options)\b/;
/** What says by its name that a request is made of it. */
const OPTIONS = /^(?:axios|fetch|http|request)_?(?:cfg|conf|config|options|opts)$/i;
const MAX_TYPE = 80;
const MAX_READS = 12;

/**
 * `api.interceptors.request.use((config) => …)`, also by its name; `authInterceptor(config)` and `{ onRequest(config) { … } }`, which another file
 * hands over. What a server calls so is given a `request` or a `context`, and what answers it or goes on.
 */
function isInterceptor(file: SourceFile, fn: FunctionNode, options: Variable): boolean {
  if (
    /intercept|^(?:before|on|prepare)_?request$/i.test(functionName(fn) ?? "") &&
    (/conf|opt|init/i.test(options.name) || (usesAxios(file) && fn.params.length === 1))
  )
    return true;
  return [fn as Node, ...usesAsValue(file.sourceCode, fn)].some((use) => {
    const call = outward(use)?.parent;
    return call?.type === "CallExpression" && /(?:^|\.)interceptors\.request\.use$/.test(dottedPath(call.callee)?.join(".") ?? "");
  });
}

/** `return requestConfig` at the end of the function that changes it. */
const isReturned = ({ sourceCode }: SourceFile, fn: FunctionNode, options: Variable): boolean =>
  returnsOf(sourceCode, fn).some((each) => each.type === "Identifier" && each.name === options.name);

/** `axios(config)`, `api.get("/items", config)`, `axios.post(url, body, config)` */
function isAskedWith(file: SourceFile, read: Node): boolean {
  const { parent: call, child } = outward(read) ?? {};
  if (call?.type !== "CallExpression" || call.callee === child || !callsClient(file, call)) return false;
  const method = call.callee.type === "MemberExpression" ? staticName(call.callee) : undefined;
  const at = call.arguments.indexOf(child as TSESTree.Expression);
  return at === (/^(?:patch|post|put)$/.test(method ?? "") ? 2 : 1) || (at === 0 && (method === undefined || method === "request"));
}
