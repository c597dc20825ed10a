import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { endText } from "../../ast/texts.js";
import { deliver } from "../../fix/delivery.js";
import { exposuresIn, type Exposure } from "../../secrets/shown/exposure.js";
import { fileRoleOf, isTestLike } from "../../secrets/file-role.js";
import { shownName } from "../../secrets/masking.js";
import { productOf } from "../../sinks/logs/command-line.js";
import { logCallOf, type LogCall } from "../../sinks/logs/log-calls.js";
import { forwardedParameters, wrappedLogCall } from "../../sinks/logs/log-wrappers.js";
import type { SourceFile } from "../../source-file.js";
import type { VisitorOf } from "../../visitor.js";
import type { noSecretInLog } from "../no-secret-in-log.js";
import { lastReads } from "./last-reads.js";
import { redactions, type RedactionMessage } from "./redactions.js";

export const visitor: VisitorOf<typeof noSecretInLog> = {
  create(context, file) {
    if (isTestLike(file) || fileRoleOf(file) === "generated") return {};
    const found: { log: LogCall; exposure: Exposure }[] = [];
    return {
      CallExpression(call) {
        const log = logCallOf(file, call) ?? wrappedLogCall(file, call);
        if (!log) return;
        for (const exposure of exposuresOf(file, log)) found.push({ log, exposure });
      },
      // At the end: whether a variable is still read depends on all reports of the file.
      "Program:exit"() {
        const isLastRead = lastReads(
          file,
          found.map(({ exposure }) => exposure.node),
        );
        for (const { log, exposure } of found) {
          context.report({
            loc: placeOf(log, exposure),
            messageId: exposure.shape === "object" ? "secretsInLog" : "secretInLog",
            data: { reason: sentence(exposure.reason), logger: shownName(log.name, "this call") },
            ...deliver<RedactionMessage>(file, redactions(file, log, exposure, isLastRead), { inTest: false }),
          });
        }
      },
    };
  },
};

function exposuresOf(file: SourceFile, log: LogCall): Exposure[] {
  return log.written
    .flatMap((argument) => exposuresIn(file, argument, labelOf(log, argument)))
    .filter((exposure) => !comesFromWrapper(file, exposure) && !productOf(file, log, exposure));
}

/** More places than format strings have for values. */
const MAX_POSITIONS = 32;

/** The text right before an argument: the end of the argument before it, or its part of the format string. */
function labelOf(log: LogCall, argument: TSESTree.CallExpressionArgument): string | undefined {
  const index = log.call.arguments.indexOf(argument);
  for (let at = index - 1; at >= Math.max(0, index - MAX_POSITIONS); at--) {
    const text = endText(log.call.arguments[at]!);
    const parts = text?.split(/%[sdifjoOc]/) ?? [];
    if (parts.length > 1) return parts[index - at - 1];
    if (at === index - 1 && text !== undefined) return text;
  }
  return undefined;
}

/** A wrapper's own log call shows what its callers give: they are reported. */
function comesFromWrapper(file: SourceFile, { node }: Exposure): boolean {
  return originsOf(file.sourceCode, node).some(
    ({ parameter }) =>
      parameter !== undefined && forwardedParameters(file, parameter.of).has(parameter.index) && isOwnParameter(node, parameter.of),
  );
}

function isOwnParameter(node: Node, fn: Node): boolean {
  return node.range[0] >= fn.range[0] && node.range[1] <= fn.range[1];
}

/** From the call's first line, so that a disable comment above the statement covers it. */
function placeOf(log: LogCall, { node }: Exposure): TSESTree.SourceLocation {
  return log.call.loc.start.line === node.loc.start.line ? node.loc : { start: log.call.loc.start, end: node.loc.end };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
