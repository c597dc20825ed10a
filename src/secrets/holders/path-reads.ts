import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, literalText } from "../../ast/nodes.js";

/** The names on the way to what `_.get(settings, "auth.api_key")` of lodash reads. */
export function pathRead(call: TSESTree.CallExpression): string[] | undefined {
  if (!/^(?:_|lodash)\.get$/.test(dottedPath(call.callee)?.join(".") ?? "")) return undefined;
  return literalText(call.arguments[1])?.split(".");
}
