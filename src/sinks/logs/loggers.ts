import { moduleMember } from "../../ast/modules.js";
import { referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { wordsOf } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";
import { wordSet } from "../../word-set.js";

// Loggers, by the module that they come from or by their name, and their levels.

/** Packages whose exports, or what they make, are loggers. `@nestjs/common` only by its `Logger`. */
const LOGGER_MODULES = wordSet(`
  @actions/core @aws-lambda-powertools/logger @google-cloud/logging @logtail/node @logtape/logtape @tsed/logger adze brolog bunyan cabin consola
  debug diary egg-logger electron-log fancy-log firebase-functions/logger jet-logger js-logger lambda-log log log4js loggerithm loglayer loglevel
  minilog next-logger npmlog pino pino-http proc-log roarr signale simple-node-logger tracer tslog ulog winston
`);

/** Levels of syslog (RFC 5424), log4js, pino, winston, npmlog and loglevel. */
export const LEVELS = wordSet(`
  alert all child crit critical debug emerg emergency error err fatal finest fine finer http info log mark note notice severe silly success trace verbose
  warn warning
`);

/** Levels that nothing but a log has. */
export const MAIN_LEVELS = wordSet("debug error fatal info trace verbose warn");

/** More methods of signale, consola and @actions/core, for what a logger module proves to be a logger. */
export const MORE_LEVELS = wordSet(
  "await box complete exportVariable fail fav group isolate ok pending ready start star setOutput silent wait watch",
);

/** Where a name ends so, its level methods write to a log: `logger`, `this._log`, `appLogger`, `LOG`. */
const LOGGER_HEADS = wordSet("log logger logging logs");
const LOGGER_NAMES = wordSet("winston pino bunyan log4js loglevel signale consola npmlog roarr tslog");

/** Methods that give a logger for a part of the program. */
const CHILD_MAKERS = /^(?:child|extend|getSubLogger|scope|withContext|withDefaults|withTag)$/;
const MAX_CHILDREN = 4;

/** `logger`, `this.log`, `req.log`, `LOG`, `getLogger("x")`, `logger.child({…})`, `new Logger("x")`, `pino()`. */
export function isLoggerByName(node: Node): boolean {
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
export function isLogService(receiver: Node): boolean {
  const [owner, role] = wordsOf(referenceName(receiver) ?? "").slice(-2);
  return LOGGER_HEADS.has(owner!) && /^(?:client|helper|instance|manager|provider|service|utils?)$/.test(role ?? "");
}

/** `log.http`, `loggers.database`, `LOG4.http`: one of several logs that an object holds. */
export function isCategoryOfLogger(receiver: Node): boolean {
  if (receiver.type !== "MemberExpression" || receiver.computed) return false;
  const owner = unwrap(receiver.object);
  if (owner.type !== "Identifier") return false;
  const words = wordsOf(owner.name).filter((word) => !/^\d+$/.test(word));
  return /^(?:log|logger|loggers)$/.test(words.at(-1) ?? "");
}

export function isLoggerByModule(file: SourceFile, receiver: Node, depth = 0): boolean {
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
