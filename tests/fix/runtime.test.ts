import { describe, expect, it } from "vitest";
import { moduleKindOf } from "../../src/fix/module-kind.js";
import { runtimeOf } from "../../src/fix/runtime.js";
import { parse } from "../support/parse.js";

const kind = (text: string, filename = "file.js", sourceType?: "commonjs"): string =>
  moduleKindOf(parse(text, { filename, ...(sourceType ? { sourceType } : {}) }));

describe("module kind", () => {
  it.each([
    ["a;", "unknown"],
    ["import 'a';", "esm"],
    ["export {};", "esm"],
    ["export const a = 1;", "esm"],
    ["export * from 'a';", "esm"],
    ["f(import.meta.url);", "esm"],
    ["await f();", "esm"],
    ["for await (const a of b);", "esm"],
    ["async function f() { await g(); }", "unknown"],
    ["const f = async () => { await g(); };", "unknown"],
    ["// await\n'import.meta';", "unknown"],
    ["import('a');", "unknown"],
    ["require('a');", "commonjs"],
    ["function f() { require('a'); }", "commonjs"],
    ["module.exports = a;", "commonjs"],
    ["exports.a = 1;", "commonjs"],
    ["f(__dirname);", "commonjs"],
    ["function f(require, module, exports) { require('a'); module.exports = exports; }", "unknown"],
    ["const exports = {}; exports.a = 1;", "unknown"],
    ["import { createRequire } from 'module'; const require = createRequire(import.meta.url); require('a');", "esm"],
    ["import a from 'a'; const b = require('b');", "esm"],
    ["if (typeof module !== 'undefined') module.exports = f;", "unknown"],
    ["if (typeof exports === 'object') exports.f = f;", "unknown"],
  ])("%s", (text, expected) => expect(kind(text)).toBe(expected));

  it("by extension and sourceType", () => {
    expect(kind("a;", "a.mjs")).toBe("esm");
    expect(kind("a;", "a.cjs")).toBe("commonjs");
    expect(kind("a;", "a.js", "commonjs")).toBe("commonjs");
    expect(kind("a;", "a.mts")).toBe("esm");
    expect(kind("a;", "a.cts")).toBe("commonjs");
    expect(kind("import a from 'a';", "a.cts")).toBe("esm");
  });

  it("TypeScript takes imports", () => {
    expect(kind("a;", "a.ts")).toBe("esm");
    expect(kind("<a/>;", "a.tsx")).toBe("esm");
    expect(kind("import a = require('a');", "a.ts")).toBe("esm");
    expect(kind("export = a;", "a.ts")).toBe("esm");
    expect(kind("const a = require('a');", "a.ts")).toBe("commonjs");
  });
});

const runtime = (text: string, filename = "src/file.js"): string => runtimeOf(parse(text, { filename }));

describe("runtime", () => {
  it.each([
    ["const a = 1;"],
    ["export const a = fetch('x');"],
    ["if (process.env.NODE_ENV !== 'production') warn();"],
    ["const ok = typeof window === 'undefined';"],
    ["const ok = typeof process !== 'undefined';"],
    ["(function (root, f) { if (typeof module === 'object' && module.exports) module.exports = f(); else root.f = f(); })(this, () => {});"],
    ["const secret = typeof process === 'undefined' ? undefined : process.env.SECRET;"],
    ["function f(document, process) { document.x = process.y; }"],
    ["import a from './a.js';"],
  ])("unknown: %s", (text) => expect(runtime(text)).toBe("unknown"));

  it.each([
    ["import { randomInt } from 'node:crypto';"],
    ["import fs from 'fs';"],
    ["import { EventEmitter } from 'events';"],
    ["export { readFile } from 'node:fs/promises';"],
    ["const a = require('./a');"],
    ["module.exports = a;"],
    ["f(process.env.SECRET);"],
    ["f(process.argv);"],
    ["Buffer.from('a');"],
    ["f(__dirname);"],
    ["import express from 'express';"],
    ["import { Injectable } from '@nestjs/common';"],
    ["import { NextResponse } from 'next/server';"],
    ["import pg from 'pg';"],
    ["import { S3Client } from '@aws-sdk/client-s3';"],
    ["import mysql from 'mysql2/promise';"],
    ["'use server'; export async function f() {}"],
    ["#!/usr/bin/env node\nf();"],
    ["import express from 'express'; page.evaluate(() => document.title);"],
    ["Bun.serve({ fetch() {} });"],
    ["import fs from 'fs'; export default { fetch() {} };"],
    ["export default { port: 3000, fetch: f };\nprocess.exit();"],
  ])("node: %s", (text) => expect(runtime(text)).toBe("node"));

  it.each([
    ["'use client'; import crypto from 'crypto';"],
    ["document.title = 'a';"],
    ["window.a = process.env.A;"],
    ["localStorage.setItem('a', Buffer.from('a'));"],
    ["import { createRoot } from 'react-dom/client';"],
    ["import { ref } from 'vue';"],
    ["import util from 'util'; document.title = util.format('a');"],
    ["const el = <div />;"],
    ["f(import.meta.env.VITE_A);"],
    ["var React = require('react'); module.exports = React;"],
  ])("browser: %s", (text) => expect(runtime(text)).toBe("browser"));

  it.each([
    ["export const runtime = 'edge';\nimport 'node:crypto';"],
    ["export const config = { runtime: 'experimental-edge' };"],
    ["import { env } from 'cloudflare:workers';"],
    ["export default { async fetch(request, env) { return new Response(env.A); } };"],
    ["Deno.serve(() => new Response());"],
    ["import { serve } from 'https://deno.land/std/http/server.ts';"],
  ])("edge: %s", (text) => expect(runtime(text)).toBe("edge"));

  it("by file name", () => {
    expect(runtime("export const a = 1;", "App.vue")).toBe("browser");
    expect(runtime("import 'node:crypto';", "App.vue")).toBe("browser");
    expect(runtime("export const a = 1;", "App.tsx")).toBe("browser");
    expect(runtime("import { createHash } from 'node:crypto'; export const a = createHash;", "app/page.tsx")).toBe("node");
    expect(runtime("f(process.env.SECRET);", "App.jsx")).toBe("browser");
    expect(runtime("import type { Hash } from 'node:crypto'; let h: Hash;", "a.ts")).toBe("unknown");
    expect(runtime("import { NextResponse } from 'next/server';", "src/middleware.ts")).toBe("edge");
    expect(runtime("export const a = 1;", "db.server.ts")).toBe("node");
    expect(runtime("export const a = 1;", "db.client.ts")).toBe("browser");
  });

  it("the setting wins", () => {
    expect(runtimeOf(parse("document.title = 'a';", { settings: { runtime: "node" } }))).toBe("node");
  });
});
