import type { TSESTree } from "@typescript-eslint/utils";
import { callsOf } from "../../ast/functions.js";
import { enclosingFunction, outward, staticName, type Node } from "../../ast/nodes.js";
import { variableOf } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";
import { isQueryOption } from "./query-options.js";
import { followsQuestionMark } from "./query-texts.js";

/** Whether parameters are put into a URL, also by a constant that holds their text. */
export function isUsedInUrl(file: SourceFile, identifier: TSESTree.Identifier, depth = 0): boolean {
  const variable = variableOf(file.sourceCode, identifier);
  return (
    variable?.references.some(({ identifier }) => {
      const holder = depth < MAX_HOLDERS ? holderOfText(identifier as Node) : undefined;
      return (
        followsQuestionMark(file, identifier as Node) ||
        isQueryOption(file, outward(identifier as Node)?.parent) ||
        isGivenToUrl(file, identifier as Node) ||
        (holder !== undefined && isUsedInUrl(file, holder, depth + 1))
      );
    }) ?? false
  );
}
const MAX_HOLDERS = 2;

/** `queryString` of `const queryString = params.toString()`. */
function holderOfText(params: Node): TSESTree.Identifier | undefined {
  const member = outward(params)?.parent;
  const isText = member?.type === "MemberExpression" && staticName(member) === "toString" && member.parent.type === "CallExpression";
  const { parent, child } = (isText ? outward(member.parent) : undefined) ?? {};
  return parent?.type === "VariableDeclarator" && parent.init === child && parent.id.type === "Identifier" ? parent.id : undefined;
}

const MAX_CALLS = 20;

/** `return query.toString()` of `buildQuery`, where `` `/items?${buildQuery(page)}` `` asks for it. */
function isGivenToUrl(file: SourceFile, query: Node): boolean {
  const member = outward(query)?.parent;
  const text = member?.type === "MemberExpression" && staticName(member) === "toString" ? member.parent : query;
  const place = outward(text);
  const isResult =
    place?.parent.type === "ReturnStatement" || (place?.parent.type === "ArrowFunctionExpression" && place.parent.body === place.child);
  const fn = isResult ? enclosingFunction(text) : undefined;
  const calls = fn ? callsOf(file.sourceCode, fn) : [];
  return (
    calls.length > 0 &&
    calls.slice(0, MAX_CALLS).every((call) => {
      const holder = outward(call)?.parent;
      return (
        followsQuestionMark(file, call) ||
        (holder?.type === "VariableDeclarator" &&
          holder.id.type === "Identifier" &&
          (variableOf(file.sourceCode, holder.id)?.references ?? []).some(({ identifier }) =>
            followsQuestionMark(file, identifier as Node),
          ))
      );
    })
  );
}
