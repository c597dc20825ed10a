import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { environmentRead } from "../../secrets/sources/environment-read.js";
import { isCodeLike } from "../../secrets/values/generated-texts.js";
import type { SourceFile } from "../../source-file.js";

/** `password: account.password ? "set" : "missing"`, `mailPass: process.env.MAIL_PASS ? "configured" : "missing"`: whether there is one. */
export function saysWhether(
  file: SourceFile,
  { test, consequent, alternate }: TSESTree.ConditionalExpression,
  name: string | undefined,
): boolean {
  const asked = askedThing(test);
  const isOfName = name !== undefined && referenceName(asked) === name;
  return (
    (isOfName || environmentRead(file, asked) !== undefined) &&
    [consequent, alternate].every((each) => {
      const text = literalText(each);
      return text !== undefined && !isCodeLike(text);
    })
  );
}

/** `x` of `!x`, `!!x`, `Boolean(x)`. */
function askedThing(test: Node): Node {
  const inner = unwrap(test);
  if (inner.type === "UnaryExpression" && inner.operator === "!") return askedThing(inner.argument);
  return inner.type === "CallExpression" && referenceName(inner.callee) === "Boolean" && inner.arguments[0]
    ? askedThing(inner.arguments[0])
    : inner;
}
