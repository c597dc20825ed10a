import { describe, expect, it } from "vitest";
import { reportsOf } from "../../support/reports.js";

const reports = (code: string, options?: Parameters<typeof reportsOf>[2]): number => reportsOf("no-secret-in-log", code, options).length;

// Each logger once, with a secret in it and with something harmless in its place.
const LOGGERS: readonly (readonly [string, string])[] = [
  ["console.log", "console.log('user', X)"],
  ["console.info", "console.info('user', X)"],
  ["console.warn", "console.warn(`user ${X}`)"],
  ["console.error", "console.error('user ' + X)"],
  ["console.debug", "console.debug({ X })"],
  ["console.trace", "console.trace('user', X)"],
  ["console.dir", "console.dir({ X })"],
  ["console.table", "console.table([X])"],
  ["console.group", "console.group(X)"],
  ["console.assert", "console.assert(ok, X)"],
  ["console.timeLog", "console.timeLog('login', X)"],
  ["globalThis.console", "globalThis.console.log(X)"],
  ["an alias of console.log", "const { log } = console; log(X)"],
  ["a bound console.log", "const print = console.log.bind(console); print(X)"],
  ["node:console", "import { Console } from 'node:console'; import console from 'node:console'; console.log(X)"],
  ["process.stdout", "process.stdout.write(`user ${X}\\n`)"],
  ["process.stderr", "process.stderr.write(X)"],
  ["winston", "import winston from 'winston'; winston.info('user', { X })"],
  ["a winston logger", "import { createLogger } from 'winston'; const w = createLogger({}); w.verbose('user %s', X)"],
  ["pino", "import pino from 'pino'; const p = pino(); p.info({ X }, 'user')"],
  ["a pino child", "import pino from 'pino'; const p = pino().child({ a: 1 }); p.warn(X)"],
  ["bunyan", "import bunyan from 'bunyan'; const b = bunyan.createLogger({ name: 'a' }); b.fatal({ X })"],
  ["log4js", "import log4js from 'log4js'; const l = log4js.getLogger(); l.mark(X)"],
  ["loglevel", "import level from 'loglevel'; level.warn('user', X)"],
  ["debug", "import createDebug from 'debug'; const d = createDebug('app'); d('user %s', X)"],
  ["an extended debug", "import createDebug from 'debug'; const d = createDebug('app').extend('db'); d(X)"],
  ["util.debuglog", "import { debuglog } from 'node:util'; const d = debuglog('app'); d(X)"],
  ["signale", "import signale from 'signale'; signale.success('user', X)"],
  ["consola", "import { consola } from 'consola'; consola.box(X)"],
  ["tslog", "import { Logger } from 'tslog'; const t = new Logger(); t.silly(X)"],
  ["roarr", "import { Roarr } from 'roarr'; Roarr.info(X)"],
  ["fancy-log", "import fancy from 'fancy-log'; fancy(X)"],
  ["electron-log", "import e from 'electron-log'; e.verbose(X)"],
  ["npmlog", "import n from 'npmlog'; n.http('a', X)"],
  ["Nest", "import { Logger } from '@nestjs/common'; class A { private readonly l = new Logger('A'); run(X: string) { this.l.log(`user ${X}`) } }"],
  ["firebase", "import * as f from 'firebase-functions/logger'; f.info(X)"],
  ["Lambda Powertools", "import { Logger } from '@aws-lambda-powertools/logger'; const p = new Logger(); p.info('user', { X })"],
  ["GitHub Actions", "import * as core from '@actions/core'; core.notice(X)"],
  ["fastify.log", "fastify.log.info({ X }, 'user')"],
  ["req.log", "app.get('/', (req) => req.log.warn(X))"],
  ["a logger by name", "this.logger.error('user', X)"],
  ["Koa's ctx.logger", "ctx.logger.info(X)"],
  ["a child of a logger by name", "const child = logger.child({ module: 'a' }); child.info(X)"],
  ["getLogger", "getLogger('a').info(X)"],
  ["a local wrapper", "const debugLog = (label: string, value: unknown) => console.log(label, value); debugLog('user', X)"],
  ["a local wrapper with a rest parameter", "function logAll(...parts: unknown[]) { console.log(...parts) } logAll('user', X)"],
  ["a method that wraps", "class A { private print(value: string) { console.log(value) } run(X: string) { this.print(X) } }"],
];

describe("loggers", () => {
  it.each(LOGGERS)("%s", (_, template) => {
    expect(reports(template.replaceAll("X", "accessToken"))).toBe(1);
    expect(reports(template.replaceAll("X", "userCount"))).toBe(0);
  });

  it("knows the project's own", () => {
    expect(reports("audit.write(accessToken)", { settings: { loggers: ["audit.write"] } })).toBe(1);
    expect(reports("audit.write(accessToken)")).toBe(0);
  });

  it.each(["Math.log(accessToken)", "res.send(accessToken)", "file.write(accessToken)", "dialog.open(accessToken)", "blog.info(accessToken)", "session.log = accessToken"])("%s writes no log", (code) => {
    expect(reports(code)).toBe(0);
  });
});
