import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, outward, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsAt, originsOf } from "../../ast/origins.js";
import { isSumOrTemplate } from "../../ast/texts.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { Holder } from "./holder.js";

const usesAxios = perFile(({ sourceCode: { text } }) => /\baxios/.test(text) && /authorization|api-?key/i.test(text));

/**
 * `response` of `await axios.get(url, { headers: { Authorization } })`: an answer of axios has the request in its `config`, with the headers that
 * were sent, <https://axios-http.com/docs/res_schema>. Only what the call itself is given counts: defaults stand elsewhere.
 */
export function axiosAnswer(file: SourceFile, node: Node, shown: string): Holder | undefined {
  if (node.type !== "Identifier" || !usesAxios(file) || isSumOrTemplate(outward(node)?.parent)) return undefined;
  const isAuthorized = originsOf(file.sourceCode, node).some(
    ({ node: call, path }) => path.length === 0 && call.type === "CallExpression" && isAxios(call) && sendsAuthorization(file, call),
  );
  return isAuthorized
    ? { reason: `${shown} is the whole answer of axios, with the authorization of the request in its \`config\``, names: [] }
    : undefined;
}

const isAxios = ({ callee }: TSESTree.CallExpression): boolean =>
  /^axios(?:\.(?:delete|get|patch|post|put|request))?$/.test(dottedPath(callee)?.join(".") ?? "");

const sendsAuthorization = (file: SourceFile, call: TSESTree.CallExpression): boolean =>
  call.arguments.some((given) =>
    originsAt(file.sourceCode, given as Node, ["headers"]).some(
      ({ node, path }) => path.length === 0 && node.type === "ObjectExpression" && namesAuthorization(node),
    ),
  );

/** `{ Authorization: `Bearer ${key}` }`, `{ "x-api-key": key }`; what is written there is another finding. */
const namesAuthorization = ({ properties }: TSESTree.ObjectExpression): boolean =>
  properties.some(
    (each) =>
      each.type === "Property" &&
      /^(?:(?:proxy-)?authorization|x-api-key)$/i.test(staticName(each) ?? "") &&
      unwrap(each.value).type !== "Literal",
  );
