import { literalText, propertyValue, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { variableOf } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";
import { shownName } from "../masking.js";
import { isRedactedBefore } from "./held-properties.js";
import type { Holder } from "./holder.js";

const ASKS = /^(?:ask|prompt|prompts)$/;
/** Types of questions whose answers are not shown while they are typed: of inquirer, enquirer and prompts. */
const HIDDEN = /^(?:invisible|password|secret)$/;

/** `answers` of `const answers = await inquirer.prompt([{ type: "password", name: "password" }])`. */
export function promptAnswers(file: SourceFile, node: Node, shown: string): Holder | undefined {
  for (const { node: call, path } of originsOf(file.sourceCode, node)) {
    if (call.type !== "CallExpression" || path.length > 0 || !ASKS.test(referenceName(call.callee) ?? "")) continue;
    const name = hiddenQuestion(call.arguments[0] as Node | undefined);
    if (name !== undefined && !isRemoved(file, node, name))
      return {
        reason: `${shown} holds what people answer to ${shownName(name, "a question")}, which is hidden while they type`,
        names: [name],
      };
  }
  return undefined;
}

/** `delete answers.password` before. */
function isRemoved(file: SourceFile, node: Node, name: string): boolean {
  const variable = node.type === "Identifier" ? variableOf(file.sourceCode, node) : undefined;
  return variable !== undefined && isRedactedBefore(file, variable, [], node, name);
}

/** The name of the first question with a hidden answer. */
function hiddenQuestion(questions: Node | undefined): string | undefined {
  const each = questions?.type === "ArrayExpression" ? questions.elements : [questions];
  const hidden = each.find((question) => {
    const type = propertyValue(question ?? undefined, "type");
    return HIDDEN.test(literalText(type) ?? (type?.type === "MemberExpression" ? (staticName(type) ?? "") : ""));
  });
  return hidden ? literalText(propertyValue(hidden, "name")) : undefined;
}
