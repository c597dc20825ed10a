import type { TSESTree } from "@typescript-eslint/utils";
import { localFunction } from "../ast/functions.js";
import { moduleMember } from "../ast/modules.js";
import { dottedPath, referenceName, staticName, unwrap, type Node } from "../ast/nodes.js";
import { originsOf } from "../ast/origins.js";
import { definitionOf, isGlobal, variableOf } from "../ast/scope.js";
import { constantInitializer } from "../ast/static-value.js";
import { nameEvidence, wordsOf } from "../secrets/words.js";
import type { SourceFile } from "../source-file.js";

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

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Console methods, <https://console.spec.whatwg.org>, and how many of the first arguments they skip and write. */
const CONSOLE: Readonly<Record<string, { skip?: number; count?: number; label?: boolean }>> = {
  assert: { skip: 1 },
  count: { count: 1, label: true },
  debug: {},
  dir: { count: 1 },
  dirxml: {},
  error: {},
  exception: {},
  group: {},
  groupCollapsed: {},
  info: {},
  log: {},
  table: { count: 1 },
  time: { count: 1, label: true },
  timeEnd: { count: 1, label: true },
  timeLog: { skip: 1 },
  timeStamp: { count: 1 },
  trace: {},
  warn: {},
};

/** Packages whose exports, or what they make, are loggers. `@nestjs/common` only by its `Logger`. */
const LOGGER_MODULES = set(`
  @actions/core @aws-lambda-powertools/logger @google-cloud/logging @logtail/node @logtape/logtape @tsed/logger adze brolog bunyan cabin consola
  debug diary egg-logger electron-log fancy-log firebase-functions/logger jet-logger js-logger lambda-log log log4js loggerithm loglayer loglevel
  minilog next-logger npmlog pino pino-http proc-log roarr signale simple-node-logger tracer tslog ulog winston
`);

/** Levels of syslog (RFC 5424), log4js, pino, winston, npmlog and loglevel. */
const LEVELS = set(`
  alert all child crit critical debug emerg emergency error err fatal finest fine finer http info log mark note notice severe silly success trace verbose
  warn warning
`);

/** Levels that nothing but a log has. */
const MAIN_LEVELS = set("debug error fatal info trace verbose warn");

/** More methods of signale, consola and @actions/core, for what a logger module proves to be a logger. */
const MORE_LEVELS = set("await box complete exportVariable fail fav group isolate ok pending ready start star setOutput silent wait watch");

/** Where a name ends so, its level methods write to a log: `logger`, `this._log`, `appLogger`, `LOG`. */
const LOGGER_HEADS = set("log logger logging logs");
const LOGGER_NAMES = set("winston pino bunyan log4js loglevel signale consola npmlog roarr tslog");

/** What a method is kept in: `logger[level](text)`. */
const TOLD_METHOD = /level|method|severity|type|kind|mode|status|fn$|func/i;

/** Methods that give a logger for a part of the program. */
const CHILD_MAKERS = /^(?:child|extend|getSubLogger|scope|withContext|withDefaults|withTag)$/;
const MAX_CHILDREN = 4;

/** Functions that write to a log, made of these words only: `log`, `debug`, `logError`, `log_message`. */
const FUNCTION_WORDS = set(
  "log logger debug dbg dev info warn warning error err trace verbose message msg line print write to console data value",
);
const FUNCTION_HEADS = set("log logger debug dbg");

/** Editors' and shells' output panes: `outputChannel.appendLine(…)`. */
const PANES = set("channel pane terminal");
const PANE_METHODS = set("append appendLine");

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

function isConsole(file: SourceFile, node: Node): boolean {
  if (node.type === "Identifier")
    return isGlobal(file.sourceCode, node, "console") || moduleMember(file.sourceCode, node)?.module === "console";
  return (
    node.type === "MemberExpression" &&
    staticName(node) === "console" &&
    isGlobal(file.sourceCode, unwrap(node.object), "window", "globalThis", "global", "self")
  );
}

function isStandardStream(file: SourceFile, node: Node): boolean {
  const member = moduleMember(file.sourceCode, node);
  if (member?.module === "process") return /^std(?:out|err)$/.test(member.path.at(-1) ?? "");
  if (node.type !== "MemberExpression" || !/^std(?:out|err)$/.test(staticName(node) ?? "")) return false;
  return isGlobal(file.sourceCode, unwrap(node.object), "process");
}

/** `logger`, `this.log`, `req.log`, `LOG`, `getLogger("x")`, `logger.child({…})`, `new Logger("x")`, `pino()`. */
function isLoggerByName(node: Node): boolean {
  if (node.type === "CallExpression" || node.type === "NewExpression") {
    const callee = unwrap(node.callee);
    const name = referenceName(callee);
    if (name !== undefined && CHILD_MAKERS.test(name)) return callee.type === "MemberExpression" && isLoggerByName(unwrap(callee.object));
    return name !== undefined && isLoggerName(name);
  }
  const name = referenceName(node);
  return name !== undefined && isLoggerName(name);
}

function isLoggerName(name: string): boolean {
  if (LOGGER_NAMES.has(name)) return true;
  const words = wordsOf(name);
  return LOGGER_HEADS.has(words.at(-1) ?? "");
}

/** `LogService`, `this.loggerService`, `logUtil` */
function isLogService(receiver: Node): boolean {
  const [owner, role] = wordsOf(referenceName(receiver) ?? "").slice(-2);
  return LOGGER_HEADS.has(owner!) && /^(?:client|helper|instance|manager|provider|service|utils?)$/.test(role ?? "");
}

/** `log.http`, `loggers.database`, `LOG4.http`: one of several logs that an object holds. */
function isCategoryOfLogger(receiver: Node): boolean {
  if (receiver.type !== "MemberExpression" || receiver.computed) return false;
  const owner = unwrap(receiver.object);
  if (owner.type !== "Identifier") return false;
  const words = wordsOf(owner.name).filter((word) => !/^\d+$/.test(word));
  return /^(?:log|logger|loggers)$/.test(words.at(-1) ?? "");
}

function isLoggerByModule(file: SourceFile, receiver: Node, depth = 0): boolean {
  return originsOf(file.sourceCode, receiver).some(({ node, path }) => {
    if (path.length > 0) return false;
    const made = node.type === "CallExpression" || node.type === "NewExpression" ? unwrap(node.callee) : node;
    if (made !== node && made.type === "MemberExpression" && CHILD_MAKERS.test(staticName(made) ?? "") && depth < MAX_CHILDREN) {
      const parent = unwrap(made.object);
      if (isLoggerByName(parent) || isLoggerByModule(file, parent, depth + 1)) return true;
    }
    const member = made.type === "Identifier" || made.type === "MemberExpression" ? moduleMember(file.sourceCode, made) : undefined;
    if (!member) return false;
    if (member.module === "@nestjs/common") return member.path[0] === "Logger";
    return LOGGER_MODULES.has(member.module);
  });
}

/** `log(…)`, `debug(…)`: made by the debug package, an alias of a console method, or called so and not defined here. */
function isLogFunction(file: SourceFile, callee: TSESTree.Identifier): boolean {
  const { sourceCode } = file;
  const init = constantInitializer(sourceCode, callee);
  if (init) {
    const made = unwrap(init);
    if (made.type === "MemberExpression") return isLogMethod(file, made);
    if (made.type !== "CallExpression") return false;
    const maker = unwrap(made.callee);
    if (maker.type === "MemberExpression" && staticName(maker) === "bind" && unwrap(maker.object).type === "MemberExpression")
      return isLogMethod(file, unwrap(maker.object) as TSESTree.MemberExpression);
    return isDebugFactory(file, made) || isLogFunctionName(callee.name);
  }
  const member = moduleMember(sourceCode, callee);
  if (member && (member.module === "fancy-log" || (member.module === "proc-log" && member.path[0] === "log"))) return true;
  const variable = variableOf(sourceCode, callee);
  const definition = variable && definitionOf(variable);
  if (definition?.type === ("FunctionName" as string) || definition?.type === ("ClassName" as string)) return false;
  if (definition?.type === ("Variable" as string)) return isConsolePart(file, definition.node as Node) || isLogFunctionName(callee.name);
  return isLogFunctionName(callee.name);
}

/**
 * `sails.log(value)`, `this.log(value)`, `request.logToConsole(value)`, `adapter.log("text", value)`: not `Math.log(value)` and
 * `usage.log(token)`, and of this file's own methods only what they hand on.
 */
function isLogOfOwner(file: SourceFile, callee: TSESTree.MemberExpression, [first]: readonly Node[]): boolean {
  const owner = unwrap(callee.object);
  const isWriting =
    owner.type === "ThisExpression" ||
    wordsOf(staticName(callee) ?? "").length > 1 ||
    (owner.type === "Identifier" &&
      owner.name !== "Math" &&
      nameEvidence(owner.name, file.settings) === undefined &&
      isGlobal(file.sourceCode, owner));
  return (isWriting || isText(first)) && localFunction(file.sourceCode, callee) === undefined;
}

function isText(node: Node | undefined): boolean {
  if (node?.type === "BinaryExpression") return node.operator === "+" && isText(node.left as Node);
  return node?.type === "TemplateLiteral" || (node?.type === "Literal" && typeof node.value === "string");
}

function isLogFunctionName(name: string): boolean {
  // Asked of every call: most names hold none of the heads.
  if (!/log|debug|dbg/i.test(name) || /^log(?:In|On|Out)/.test(name)) return false;
  const words = wordsOf(name);
  return words.some((word) => FUNCTION_HEADS.has(word)) && words.every((word) => FUNCTION_WORDS.has(word));
}

/** `console.log` as a value. */
const isLogMethod = (file: SourceFile, member: TSESTree.MemberExpression): boolean =>
  Object.hasOwn(CONSOLE, staticName(member) ?? "") && (isConsole(file, unwrap(member.object)) || isLoggerByName(unwrap(member.object)));

/** `const { log } = console` */
function isConsolePart(file: SourceFile, declarator: Node): boolean {
  return (
    declarator.type === "VariableDeclarator" &&
    declarator.id.type === "ObjectPattern" &&
    declarator.init !== null &&
    isConsole(file, unwrap(declarator.init))
  );
}

/** `debug("app")`, `require("debug")("app")`, `debug("app").extend("db")`, `debuglog("app")` of node:util. */
function isDebugFactory(file: SourceFile, node: Node): boolean {
  if (node.type !== "CallExpression") return false;
  const callee = unwrap(node.callee);
  if (callee.type === "MemberExpression" && staticName(callee) === "extend")
    return isDebugFactory(file, unwrap(callee.object)) || /^debug$/i.test(referenceName(callee.object) ?? "");
  const member = moduleMember(file.sourceCode, callee);
  if (member)
    return (
      (member.module === "debug" && member.path.length === 0) ||
      (member.module === "util" && /^debug(?:log)?$/.test(member.path[0] ?? "")) ||
      /(?:^|\/)debug$/.test(member.module)
    );
  return false;
}
