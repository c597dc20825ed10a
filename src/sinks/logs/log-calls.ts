import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { wordsOf } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";
import { CONSOLE, isConsole, isStandardStream } from "./console-methods.js";
import { isDebugFactory, isLogFunction, isLogFunctionName, isLogOfOwner } from "./log-functions.js";
import { isCategoryOfLogger, isLoggerByModule, isLoggerByName, isLogService, LEVELS, MAIN_LEVELS, MORE_LEVELS } from "./loggers.js";
import { wordSet } from "../../word-set.js";

/** A call that writes to a log. */
export interface LogCall {
  readonly call: TSESTree.CallExpression;
  /** `console`: the console. `stream`: stdout or stderr. `logger`: a logging library or a logger by name. `wrapper`: a local function. */
  readonly kind: "console" | "stream" | "logger" | "wrapper";
  /** As the source writes it, e.g. `req.log.info`; undefined where it is no chain of names. */
  readonly name: string | undefined;
  /** The arguments that are written. */
  readonly written: readonly TSESTree.CallExpressionArgument[];
  /** False where the text has a meaning beyond the log: the label of `console.time` must match that of `console.timeEnd`. */
  readonly editable: boolean;
}

/** What a method is kept in: `logger[level](text)`. */
const TOLD_METHOD = /level|method|severity|type|kind|mode|status|fn$|func/i;

/** Editors' and shells' output panes: `outputChannel.appendLine(…)`. */
const PANES = wordSet("channel pane terminal");
const PANE_METHODS = wordSet("append appendLine");

/**
 * What a call writes to a log, when it does: the console, the standard streams, the logging libraries, loggers by name,
 * `settings.loggers`. Local functions that forward to one of them are `wrappedLogCall`'s.
 *
 * @returns undefined for every other call
 */
export function logCallOf(file: SourceFile, call: TSESTree.CallExpression): LogCall | undefined {
  const callee = unwrap(call.callee);
  const make = (kind: LogCall["kind"], written: readonly TSESTree.CallExpressionArgument[] = call.arguments, editable = true): LogCall => ({
    call,
    kind,
    name: dottedPath(callee)?.join("."),
    written,
    editable,
  });
  if (file.settings.loggers && isNamed(callee, file.settings.loggers)) return make("logger");
  if (callee.type === "Identifier") return isLogFunction(file, callee) ? make("logger") : undefined;
  if (callee.type !== "MemberExpression") return isDebugFactory(file, callee) ? make("logger") : undefined;
  const method = staticName(callee);
  const receiver = unwrap(callee.object);
  if (method === undefined) {
    if (!TOLD_METHOD.test(referenceName(callee.property) ?? "")) return undefined;
    return isConsole(file, receiver) ? make("console") : isLoggerByName(receiver) ? make("logger") : undefined;
  }
  if (Object.hasOwn(CONSOLE, method) && isConsole(file, receiver)) {
    const { skip = 0, count, label } = CONSOLE[method]!;
    return make("console", call.arguments.slice(skip, count === undefined ? undefined : skip + count), label !== true);
  }
  if (method === "write") return isStandardStream(file, receiver) ? make("stream", call.arguments.slice(0, 1)) : undefined;
  if (PANE_METHODS.has(method)) return PANES.has(wordsOf(referenceName(receiver) ?? "").at(-1) ?? "") ? make("logger") : undefined;
  if (
    LEVELS.has(method) &&
    (isLoggerByName(receiver) || (MAIN_LEVELS.has(method) && (isCategoryOfLogger(receiver) || isLogService(receiver))))
  )
    return make("logger");
  if (isLogFunctionName(method) && isLogOfOwner(file, callee, call.arguments)) return make("logger");
  if ((LEVELS.has(method) || MORE_LEVELS.has(method)) && isLoggerByModule(file, receiver)) return make("logger");
  return undefined;
}

function isNamed(callee: Node, loggers: readonly string[]): boolean {
  const name = dottedPath(callee)?.join(".");
  return name !== undefined && loggers.some((logger) => name === logger || name.endsWith(`.${logger}`));
}
