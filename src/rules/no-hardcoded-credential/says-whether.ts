import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { environmentRead } from "../../secrets/sources/environment-read.js";
import { wordsOf } from "../../secrets/names/words.js";
import { isCodeLike } from "../../secrets/values/generated-texts.js";
import type { SourceFile } from "../../source-file.js";

/** What is said of a secret that is there, or not. */
const STATUS =
  /\b(?:absent|available|configured|defined|disabled|empty|enabled|exists|found|hidden|in place|loaded|missing|none|not|ok|present|provided|redacted|set|unset|yes)\b/i;

/** `password: account.password ? "set" : "missing"`, `mailPass: process.env.MAIL_PASS ? "configured" : "missing"`: whether there is one. */
export function saysWhether(
  file: SourceFile,
  { test, consequent, alternate }: TSESTree.ConditionalExpression,
  name: string | undefined,
): boolean {
  const asked = askedThing(test);
  const texts = [consequent, alternate].map((each) => literalText(each));
  if (name === undefined || !texts.every((text) => text !== undefined && !isCodeLike(text))) return false;
  const variable = environmentRead(file, asked);
  return (
    referenceName(asked) === name ||
    (variable !== undefined && wordsOf(variable).join().endsWith(wordsOf(name).join()) && texts.some((text) => STATUS.test(text!)))
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
