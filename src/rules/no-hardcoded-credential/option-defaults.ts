import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, referenceName, type Node } from "../../ast/nodes.js";
import { isCodeLike } from "../../secrets/values/generated-texts.js";
import { perFile, type SourceFile } from "../../source-file.js";

const usesCommander = perFile(({ sourceCode: { text } }) => /["'](?:@commander-js\/extra-typings|commander)["']/.test(text));

/** `Kran7-am-Hafen`: capital and small letters and a digit, as the defaults of servers on the own machine have not. */
const isMixed = (text: string): boolean =>
  text.length >= 10 && [/[a-z]/, /[A-Z]/, /\d/].every((sort) => sort.test(text)) && !/key|pass|secret|token/i.test(text);

/**
 * `pull-token` of commander's `option("--pull-token <token>", "for the mirror", "…")`: the default where nobody gives the option. What is only there
 * to begin with, `postgres` and `admin123`, is none.
 */
export function optionWithDefault(
  file: SourceFile,
  { callee, arguments: given }: TSESTree.CallExpression | TSESTree.NewExpression,
  argument: Node,
): string | undefined {
  if (given.length !== 3 || given[2] !== argument || !usesCommander(file)) return undefined;
  const method = referenceName(callee);
  const text = literalText(argument) ?? "";
  return (method === "option" || method === "requiredOption") && (isCodeLike(text) || isMixed(text))
    ? /--([a-z][\w-]{0,60})/i.exec(literalText(given[0]) ?? "")?.[1]
    : undefined;
}
