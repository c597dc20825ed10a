import { describe, expect, it } from "vitest";
import { bindMember, bindMembers } from "../../src/fix/bindings.js";
import { replace } from "../../src/fix/edit.js";
import type { SecretHandlingSettings } from "../../src/settings.js";
import { apply, nodeAt, parse } from "../support/parse.js";
import { typeErrors } from "../support/run.js";

interface Options {
  filename?: string;
  sourceType?: "module" | "commonjs" | "script";
  settings?: SecretHandlingSettings;
  globals?: Record<string, boolean>;
  module?: string;
  member?: string;
}

/** Replaces the last `HERE` by a call of `randomInt`, as a rule would. */
function bind(text: string, options: Options = {}): string | undefined {
  const file = parse(text, options);
  const at = nodeAt(file, "HERE");
  const bound = bindMember(file, at, options.module ?? "node:crypto", options.member ?? "randomInt");
  return bound && apply(text, [...bound.edits, replace(at, `${bound.text}(6)`)]);
}

const lines = (...parts: string[]): string => parts.join("\n") + "\n";

describe("a name that is there already", () => {
  it.each([
    ["a named import", `import { randomInt } from "node:crypto";\nHERE;`, `import { randomInt } from "node:crypto";\nrandomInt(6);`],
    ["a bare specifier", `import { randomInt } from "crypto";\nHERE;`, `import { randomInt } from "crypto";\nrandomInt(6);`],
    ["a renamed import", `import { randomInt as pick } from "crypto";\nHERE;`, `import { randomInt as pick } from "crypto";\npick(6);`],
    ["a default import", `import crypto from "crypto";\nHERE;`, `import crypto from "crypto";\ncrypto.randomInt(6);`],
    ["{ default as c }", `import { default as c } from "crypto";\nHERE;`, `import { default as c } from "crypto";\nc.randomInt(6);`],
    ["a namespace", `import * as nodeCrypto from "crypto";\nHERE;`, `import * as nodeCrypto from "crypto";\nnodeCrypto.randomInt(6);`],
    ["named before namespace", `import c, { randomInt } from "crypto";\nHERE;`, `import c, { randomInt } from "crypto";\nrandomInt(6);`],
    ["a require", `const crypto = require("crypto");\nHERE;`, `const crypto = require("crypto");\ncrypto.randomInt(6);`],
    ["a var require", `var crypto = require("crypto");\nHERE;`, `var crypto = require("crypto");\ncrypto.randomInt(6);`],
    ["a destructured require", `const { randomInt: r } = require("crypto");\nHERE;`, `const { randomInt: r } = require("crypto");\nr(6);`],
    ["a member of a require", `const r = require("crypto").randomInt;\nHERE;`, `const r = require("crypto").randomInt;\nr(6);`],
    ["an alias of itself", `import { randomInt } from "node:crypto"; const otp = otp, a = b, b = a;\nHERE;`, `import { randomInt } from "node:crypto"; const otp = otp, a = b, b = a;\nrandomInt(6);`],
    ["an alias", `const c = require("crypto"); const { randomInt } = c;\nHERE;`, `const c = require("crypto"); const { randomInt } = c;\nrandomInt(6);`],
    [
      "a require in the same function",
      `function f() { const c = require("crypto"); HERE; }`,
      `function f() { const c = require("crypto"); c.randomInt(6); }`,
    ],
  ])("%s", (_title, before, after) => expect(bind(before)).toBe(after));

  it("import = require in TypeScript", () => {
    expect(bind(`import crypto = require("crypto");\nHERE;`, { filename: "a.ts" })).toBe(`import crypto = require("crypto");\ncrypto.randomInt(6);`);
  });

  it.each([
    ["import = require", `import fs = require("node:fs");\nconst a = () => [fs, HERE];`, "crypto.randomInt(6)"],
    ["export =", `export = { a: () => HERE };`, "crypto.randomInt(6)"],
    ["a type import beside it", `import type { Stats } from "node:fs";\nexport = { a: (stats: Stats) => [stats, HERE] };`, "crypto.randomInt(6)"],
    ["a name that is taken", `const crypto = 1;\nexport = { crypto, a: () => HERE };`, "cryptoModule.randomInt(6)"],
  ])("a new import = require where TypeScript becomes CommonJS: %s", (_title, text, use) => {
    const output = bind(text, { filename: "a.cts" })!;
    expect(output).toContain(` = require("node:crypto");`);
    expect(output).toContain(use);
    const unread = (errors: string[]): string[] => errors.filter((error) => !error.startsWith("TS6133"));
    // verbatimModuleSyntax is on: an import of ECMAScript would be an error.
    expect(unread(typeErrors(output, "module.cts", { erasableSyntaxOnly: false }))).toEqual([]);
  });

  it("await import", () => {
    expect(bind(`const c = await import("crypto");\nHERE;`)).toBe(`const c = await import("crypto");\nc.randomInt(6);`);
  });

  it("is not a promise of the module", () => {
    expect(bind(`const c = import("crypto");\nHERE;\nexport {};`)).toBe(
      `import { randomInt } from "crypto";\nconst c = import("crypto");\nrandomInt(6);\nexport {};`,
    );
  });

  it("the default export of a package has no named exports", () => {
    expect(bind(`import acme from "acme";\nHERE;`, { module: "acme", member: "equal" })).toBe(`import acme, { equal } from "acme";\nequal(6);`);
  });
});

describe("a name appended to an import", () => {
  it.each([
    [`import { randomBytes } from "crypto";\nHERE;`, `import { randomBytes, randomInt } from "crypto";\nrandomInt(6);`],
    [`import { randomBytes, } from "crypto";\nHERE;`, `import { randomBytes, randomInt, } from "crypto";\nrandomInt(6);`],
    [
      `import {\n  createHmac,\n  randomBytes,\n} from "crypto";\nHERE;`,
      `import {\n  createHmac,\n  randomBytes,\n  randomInt,\n} from "crypto";\nrandomInt(6);`,
    ],
    [`const { randomBytes } = require("crypto");\nHERE;`, `const { randomBytes, randomInt } = require("crypto");\nrandomInt(6);`],
    [
      `const {\n\trandomBytes,\n\tcreateHmac\n} = require("crypto");\nHERE;`,
      `const {\n\trandomBytes,\n\tcreateHmac,\n\trandomInt\n} = require("crypto");\nrandomInt(6);`,
    ],
    [
      `import { randomBytes } from "crypto";\nfunction f(randomInt) { return HERE; }`,
      `import { randomBytes, randomInt as cryptoRandomInt } from "crypto";\nfunction f(randomInt) { return cryptoRandomInt(6); }`,
    ],
    [
      `const { randomBytes } = require("crypto");\nfunction f(randomInt) { return HERE; }`,
      `const { randomBytes, randomInt: cryptoRandomInt } = require("crypto");\nfunction f(randomInt) { return cryptoRandomInt(6); }`,
    ],
  ])("%s", (before, after) => expect(bind(before)).toBe(after));

  it("inline type specifiers are no obstacle", () => {
    expect(bind(`import { type Hash } from "crypto";\nlet h: Hash;\nHERE;`, { filename: "a.ts" })).toBe(
      `import { type Hash, randomInt } from "crypto";\nlet h: Hash;\nrandomInt(6);`,
    );
  });

  it.each([
    ["import type", `import type { Hash } from "crypto";\nHERE;`, `import { randomInt } from "crypto";\nimport type { Hash } from "crypto";\nrandomInt(6);`],
    [
      "import type of the very name",
      `import type { randomInt } from "crypto";\nHERE;`,
      `import { randomInt as cryptoRandomInt } from "crypto";\nimport type { randomInt } from "crypto";\ncryptoRandomInt(6);`,
    ],
    ["an empty list", `import {} from "crypto";\nHERE;`, `import { randomInt } from "crypto";\nimport {} from "crypto";\nrandomInt(6);`],
    ["a side effect", `import "crypto";\nHERE;`, `import { randomInt } from "crypto";\nimport "crypto";\nrandomInt(6);`],
    [
      "a rest element",
      `const { randomBytes, ...rest } = require("crypto");\nHERE;`,
      `const { randomInt } = require("crypto");\nconst { randomBytes, ...rest } = require("crypto");\nrandomInt(6);`,
    ],
  ])("not to %s", (_title, before, after) => expect(bind(before, { filename: "a.ts" })).toBe(after));
});

describe("a binding that is not there in time", () => {
  it.each([
    ["a const after the use", `HERE;\nconst crypto = require("crypto");`, `const { randomInt } = require("crypto");\nrandomInt(6);\nconst crypto = require("crypto");`],
    [
      "another function",
      `function g() { const crypto = require("crypto"); }\nfunction f() { HERE; }`,
      `const { randomInt } = require("crypto");\nfunction g() { const crypto = require("crypto"); }\nfunction f() { randomInt(6); }`,
    ],
    [
      "a let that a try fills",
      `let crypto; try { crypto = require("crypto"); } catch {}\nHERE;`,
      `const { randomInt } = require("crypto");\nlet crypto; try { crypto = require("crypto"); } catch {}\nrandomInt(6);`,
    ],
    [
      "a var of another block",
      `if (x) { var crypto = require("crypto"); }\nHERE;`,
      `const { randomInt } = require("crypto");\nif (x) { var crypto = require("crypto"); }\nrandomInt(6);`,
    ],
    [
      "a hoisted function called before",
      `roll();\nconst crypto = require("crypto");\nfunction roll() { HERE; }`,
      `const { randomInt } = require("crypto");\nroll();\nconst crypto = require("crypto");\nfunction roll() { randomInt(6); }`,
    ],
    [
      "a parameter of that name",
      `const crypto = require("crypto");\nfunction f(crypto) { HERE; }`,
      `const { randomInt } = require("crypto");\nconst crypto = require("crypto");\nfunction f(crypto) { randomInt(6); }`,
    ],
  ])("%s", (_title, before, after) => expect(bind(before)).toBe(after));
});

describe("a new statement", () => {
  it("before the first import", () => {
    expect(bind(lines(`import fs from "node:fs";`, `HERE;`))).toBe(lines(`import { randomInt } from "node:crypto";`, `import fs from "node:fs";`, `randomInt(6);`));
  });

  it("copies quotes, missing semicolons and bare builtins", () => {
    expect(bind(lines(`import fs from 'fs'`, `HERE`))).toBe(lines(`import { randomInt } from 'crypto'`, `import fs from 'fs'`, `randomInt(6)`));
  });

  it("keeps a semicolon where the next statement would continue it", () => {
    expect(bind(`const x = 'a'\nmodule.exports = x\nHERE`)).toBe(
      `const { randomInt } = require('node:crypto')\nconst x = 'a'\nmodule.exports = x\nrandomInt(6)`,
    );
    expect(bind(`(function () { HERE })()\nmodule.exports = 'x'`)).toBe(
      `const { randomInt } = require('node:crypto');\n(function () { randomInt(6) })()\nmodule.exports = 'x'`,
    );
  });

  it("keeps CRLF and BOM", () => {
    expect(bind(`\uFEFFimport fs from "fs";\r\nHERE;\r\n`)).toBe(`\uFEFFimport { randomInt } from "crypto";\r\nimport fs from "fs";\r\nrandomInt(6);\r\n`);
  });

  it("stays below shebang, licence, pragmas and directives", () => {
    expect(bind(lines(`#!/usr/bin/env node`, `/*! MIT */`, `/**`, ` * @jest-environment node`, ` */`, `"use strict";`, `exports.a = HERE;`))).toBe(
      lines(`#!/usr/bin/env node`, `/*! MIT */`, `/**`, ` * @jest-environment node`, ` */`, `"use strict";`, `const { randomInt } = require("node:crypto");`, `exports.a = randomInt(6);`),
    );
    expect(bind(lines(`#!/usr/bin/env node`, `exports.a = HERE;`))).toBe(
      lines(`#!/usr/bin/env node`, `const { randomInt } = require("node:crypto");`, `exports.a = randomInt(6);`),
    );
    expect(bind(lines(`/**`, ` * @jest-environment node`, ` */`, `exports.a = HERE;`))).toBe(
      lines(`/**`, ` * @jest-environment node`, ` */`, `const { randomInt } = require("node:crypto");`, `exports.a = randomInt(6);`),
    );
    expect(bind(lines(`/* eslint-disable no-console */`, `exports.a = HERE;`))).toBe(
      lines(`/* eslint-disable no-console */`, `const { randomInt } = require("node:crypto");`, `exports.a = randomInt(6);`),
    );
    expect(bind(lines(`// Copyright 2020 Acme`, `exports.a = HERE;`))).toBe(
      lines(`// Copyright 2020 Acme`, `const { randomInt } = require("node:crypto");`, `exports.a = randomInt(6);`),
    );
    expect(bind(lines(`'use client'`, ``, `export const a = HERE`))).toBe(
      lines(`'use client'`, ``, `import { randomInt } from 'node:crypto'`, `export const a = randomInt(6)`),
    );
  });

  it("stands above the comments of the statement it precedes", () => {
    expect(bind(lines(`// @ts-expect-error untyped`, `import x from "./x";`, `HERE;`))).toBe(
      lines(`import { randomInt } from "node:crypto";`, `// @ts-expect-error untyped`, `import x from "./x";`, `randomInt(6);`),
    );
    expect(bind(lines(`/* istanbul ignore next */`, `// eslint-disable-next-line no-var`, `exports.f = () => HERE;`))).toBe(
      lines(`const { randomInt } = require("node:crypto");`, `/* istanbul ignore next */`, `// eslint-disable-next-line no-var`, `exports.f = () => randomInt(6);`),
    );
    expect(bind(lines(`/** Rolls a die. */`, `exports.f = () => HERE;`))).toBe(
      lines(`const { randomInt } = require("node:crypto");`, `/** Rolls a die. */`, `exports.f = () => randomInt(6);`),
    );
    expect(bind(lines(`// Core modules`, `import x from "./x";`, `HERE;`))).toBe(
      lines(`// Core modules`, `import { randomInt } from "node:crypto";`, `import x from "./x";`, `randomInt(6);`),
    );
  });

  it("stands above the decorators of an exported class", () => {
    const decorated = lines(`/** A module. */`, `@Module({ imports: [] })`, `@Global()`, `export class App { code = HERE; }`);
    expect(bind(decorated, { filename: "a.ts" })).toBe(`import { randomInt } from "node:crypto";\n${decorated.replace("HERE", "randomInt(6)")}`);
    expect(bind(`@Module({})\nexport default class { code = HERE; }`, { filename: "a.ts" })).toBe(`import { randomInt } from "node:crypto";\n@Module({})\nexport default class { code = randomInt(6); }`);
    expect(bind(`export @Module({}) class App { code = HERE; }`, { filename: "a.ts" })).toBe(`import { randomInt } from "node:crypto";\nexport @Module({}) class App { code = randomInt(6); }`);
  });

  it.each([
    ["a declared name", `export const randomInt = 1;\nHERE;`, `import { randomInt as cryptoRandomInt } from "node:crypto";\nexport const randomInt = 1;\ncryptoRandomInt(6);`],
    ["a global that is read", `export const a = randomInt;\nHERE;`, `import { randomInt as cryptoRandomInt } from "node:crypto";\nexport const a = randomInt;\ncryptoRandomInt(6);`],
    [
      "both",
      `export const a = randomInt, cryptoRandomInt = 1;\nHERE;`,
      `import { randomInt as cryptoRandomInt2 } from "node:crypto";\nexport const a = randomInt, cryptoRandomInt = 1;\ncryptoRandomInt2(6);`,
    ],
    [
      "an inner declaration",
      `export {};\n{ const randomInt = 1; HERE; }`,
      `import { randomInt as cryptoRandomInt } from "node:crypto";\nexport {};\n{ const randomInt = 1; cryptoRandomInt(6); }`,
    ],
  ])("avoids %s", (_title, before, after) => expect(bind(before)).toBe(after));

  it("avoids a configured global that is read", () => {
    expect(bind(`module.exports = randomInt;\nHERE;`, { globals: { randomInt: false } })).toBe(
      `const { randomInt: cryptoRandomInt } = require("node:crypto");\nmodule.exports = randomInt;\ncryptoRandomInt(6);`,
    );
  });

  it("CommonJS by extension and by sourceType", () => {
    expect(bind(`HERE;`, { filename: "a.cjs" })).toBe(`const { randomInt } = require("node:crypto");\nrandomInt(6);`);
    expect(bind(`HERE;`, { sourceType: "commonjs" })).toBe(`const { randomInt } = require("node:crypto");\nrandomInt(6);`);
    expect(bind(`HERE;`, { filename: "a.mjs" })).toBe(`import { randomInt } from "node:crypto";\nrandomInt(6);`);
  });

  it("gives up when require means something else", () => {
    expect(bind(`const require = f;\nHERE;`, { filename: "a.cjs" })).toBeUndefined();
  });

  it("TypeScript takes an import", () => {
    expect(bind(`HERE;`, { filename: "a.ts" })).toBe(`import { randomInt } from "node:crypto";\nrandomInt(6);`);
  });
});

describe("a file that is neither ESM nor CommonJS", () => {
  it("reaches builtins without a statement", () => {
    expect(bind(`HERE;`)).toBe(`process.getBuiltinModule("node:crypto").randomInt(6);`);
    expect(bind(`const a = 'x'\nHERE`)).toBe(`const a = 'x'\nprocess.getBuiltinModule('node:crypto').randomInt(6)`);
  });

  it("has no way to other modules, or past a local process", () => {
    expect(bind(`HERE;`, { module: "acme" })).toBeUndefined();
    expect(bind(`function f(process) { HERE; }`)).toBeUndefined();
  });
});

describe("bindMembers", () => {
  const both = (text: string): string | undefined => {
    const file = parse(text);
    const at = nodeAt(file, "HERE");
    const bound = bindMembers(file, at, "node:crypto", ["createHash", "timingSafeEqual"]);
    return bound && apply(text, [...bound.edits, replace(at, `${bound.texts.createHash}(${bound.texts.timingSafeEqual})`)]);
  };

  it.each([
    [`export {};\nHERE;`, `import { createHash, timingSafeEqual } from "node:crypto";\nexport {};\ncreateHash(timingSafeEqual);`],
    [`import { createHash } from "crypto";\nHERE;`, `import { createHash, timingSafeEqual } from "crypto";\ncreateHash(timingSafeEqual);`],
    [
      `import {\n  hash\n} from "crypto";\nHERE;`,
      `import {\n  hash,\n  createHash,\n  timingSafeEqual\n} from "crypto";\ncreateHash(timingSafeEqual);`,
    ],
  ])("%s", (before, after) => expect(both(before)).toBe(after));
});

describe("a second pass", () => {
  it("finds what the first one added", () => {
    const first = bind(`export {};\nHERE;\nTHERE;`)!;
    const second = bind(first.replace("THERE", "HERE"))!;
    expect(second).toBe(`import { randomInt } from "node:crypto";\nexport {};\nrandomInt(6);\nrandomInt(6);`);
  });
});

describe("components", () => {
  it("without a known script take no import", () => {
    expect(bind(`HERE;`, { filename: "a.svelte" })).toBeUndefined();
  });
});
