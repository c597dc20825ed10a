import type { TSESTree } from "@typescript-eslint/utils";
import { argumentAt, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { wholeText } from "../../ast/texts.js";
import { declaredValue, readsOf, variableOf } from "../../ast/scope.js";
import { constantInitializer, staticString } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";
import { FORM, type Parameter } from "./parameters.js";
import { isUsedInUrl } from "./used-in-url.js";

/** `url.searchParams.set("api_key", key)`, and of a `URLSearchParams` that ends in a URL. */
export function parametersOfCall(file: SourceFile, call: TSESTree.CallExpression): Parameter[] {
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression" || !/^(?:set|append)$/.test(staticName(callee) ?? "")) return [];
  const key = argumentAt(call, 0);
  const name = key && staticString(file.sourceCode, key);
  const value = argumentAt(call, 1);
  if (name === undefined || !value || !(isQuery(file, unwrap(callee.object)) || isHttpParams(file, call))) return [];
  return [{ name, value, start: call.range[0], before: urlOf(file, callee.object) }];
}

/** `target` of `target.searchParams.set("token", token)`. */
export function addressChangedBy(call: TSESTree.CallExpression): TSESTree.Identifier | undefined {
  const callee = unwrap(call.callee);
  const params =
    callee.type === "MemberExpression" && /^(?:append|set)$/.test(staticName(callee) ?? "") ? unwrap(callee.object) : undefined;
  const url = params?.type === "MemberExpression" && staticName(params) === "searchParams" ? unwrap(params.object) : undefined;
  return url?.type === "Identifier" ? url : undefined;
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
  return (
    variableOf(file.sourceCode, owner)?.references.some(({ identifier }) => {
      const { parent } = outward(identifier) ?? {};
      return parent?.type === "Property" && FORM.test(staticName(parent) ?? "");
    }) ?? false
  );
}

/** The literal start of the URL that a `searchParams` belongs to. */
function urlOf(file: SourceFile, owner: Node): string {
  const inner = unwrap(owner);
  const url = inner.type === "MemberExpression" ? unwrap(inner.object) : inner;
  const init = url.type === "Identifier" ? constantInitializer(file.sourceCode, url) : url;
  if (url.type === "Identifier" && init?.type === "NewExpression" && referenceName(init.callee) === "URLSearchParams")
    return addressOf(file, url);
  return init?.type === "NewExpression" ? file.sourceCode.getText(init) : "";
}

/** `https://api.example.com/items?` of `` `https://api.example.com/items?${params}` ``: what stands before the first use of the parameters. */
function addressOf(file: SourceFile, params: TSESTree.Identifier): string {
  const variable = variableOf(file.sourceCode, params);
  for (const { identifier } of variable ? readsOf(variable).slice(0, MAX_CHAIN) : []) {
    const member = outward(identifier as Node)?.parent;
    const node = member?.type === "MemberExpression" && staticName(member) === "toString" ? member.parent : (identifier as Node);
    const text = wholeText(node);
    if (text !== node) return file.sourceCode.text.slice(text.range[0], node.range[0]).slice(-MAX_ADDRESS);
  }
  return "";
}
const MAX_ADDRESS = 300;

const MAX_CHAIN = 20;

/** `new HttpParams().set("token", token)` of Angular that is handed over as `params`; as a body it is a form. */
function isHttpParams(file: SourceFile, call: TSESTree.CallExpression): boolean {
  let root: Node = call;
  for (let hops = 0; root.type === "CallExpression" && hops < MAX_CHAIN; hops++)
    root = root.callee.type === "MemberExpression" ? unwrap(root.callee.object) : root.callee;
  if (!makesHttpParams(root) && !(root.type === "Identifier" && makesHttpParams(declaredValue(file.sourceCode, root)))) return false;
  let place = outward(call);
  for (let hops = 0; place?.parent.type === "MemberExpression" && hops < MAX_CHAIN; hops++) place = outward(place.parent.parent);
  if (isParams(place?.parent)) return true;
  const target =
    place?.parent.type === "VariableDeclarator"
      ? place.parent.id
      : place?.parent.type === "AssignmentExpression"
        ? place.parent.left
        : undefined;
  const variable = target?.type === "Identifier" ? variableOf(file.sourceCode, target) : undefined;
  return variable !== undefined && readsOf(variable).some(({ identifier }) => isParams(outward(identifier as Node)?.parent));
}

const isParams = (node: Node | undefined): boolean => node?.type === "Property" && staticName(node) === "params";

function makesHttpParams(node: Node | undefined): boolean {
  let root = node ? unwrap(node) : undefined;
  for (let hops = 0; root?.type === "CallExpression" && root.callee.type === "MemberExpression" && hops < MAX_CHAIN; hops++)
    root = unwrap(root.callee.object);
  return root?.type === "NewExpression" && referenceName(root.callee) === "HttpParams";
}
