import { describe, expect, it, vi } from "vitest";
import { replace } from "../../src/fix/edit.js";
import { asyncPassword, needsRehash, syncPassword } from "../../src/fix/helpers/password-hash.js";
import { requireEnvironment } from "../../src/fix/helpers/require-environment.js";
import { safeEqual } from "../../src/fix/helpers/safe-equal.js";
import type { HelperSource } from "../../src/fix/helpers/helper-source.js";
import { comparatorFor, envReaderFor, insertHelper, insertHelpers, passwordHasherFor } from "../../src/fix/insert-helper.js";
import type { SecretHandlingSettings } from "../../src/settings.js";
import { apply, nodeAt, parse } from "../support/parse.js";
import { typeErrors } from "../support/run.js";

// A TypeScript program takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

interface Options {
  filename?: string;
  sourceType?: "module" | "commonjs" | "script";
  settings?: SecretHandlingSettings;
}

/** Replaces `HERE` by a call of the helper, as a rule would. */
function insert(text: string, helper: HelperSource, options: Options = {}, argument = ""): string | undefined {
  const file = parse(text, options);
  const at = nodeAt(file, "HERE");
  const bound = insertHelper(file, at, helper);
  return bound && apply(text, [...bound.edits, replace(at, `${bound.text}(${argument})`)]);
}

const lines = (...parts: string[]): string => parts.join("\n") + "\n";

const REQUIRE_ENV = [
  "/** Reads an environment variable; throws when it is missing or empty. */",
  "function requireEnvironment(name) {",
  "  const value = process.env[name];",
  "  if (!value) throw new Error(`Environment variable ${name} is not set`);",
  "  return value;",
  "}",
];

describe("name", () => {
  it("is one that no function of the file uses for something else, so that one copy serves all of them", () => {
    const code = `export const a = (safeEqual) => [safeEqual, THERE];\nexport function b() { const secretsEqual = 1; return [secretsEqual, HERE]; }\n`;
    const first = insert(code, safeEqual)!;
    expect(first).toContain("function safeEqual2(");
    const second = insert(first.replace("THERE", "HERE"), safeEqual)!;
    expect(second.match(/timingSafeEqual\(digest/g)).toHaveLength(1);
    expect(second).toContain("[safeEqual, safeEqual2()]");
    expect(second).toContain("[secretsEqual, safeEqual2()]");
  });

  it("is a second one where another meaning was there before", () => {
    const first = insert(`export const a = [HERE];\n`, safeEqual)!;
    expect(insert(`${first}export const b = (safeEqual) => [safeEqual, HERE];\n`, safeEqual)).toContain("[safeEqual, secretsEqual()]");
  });
});

describe("place", () => {
  it("after the imports", () => {
    expect(insert(lines(`import a from "a";`, `import b from "b"; // two`, ``, `a(b, HERE);`), requireEnvironment)).toBe(
      lines(`import a from "a";`, `import b from "b"; // two`, ``, ...REQUIRE_ENV, ``, `a(b, requireEnvironment());`),
    );
  });

  it("makes room where none is", () => {
    expect(insert(lines(`import a from "a";`, `a(HERE);`), requireEnvironment)).toBe(lines(`import a from "a";`, ``, ...REQUIRE_ENV, ``, `a(requireEnvironment());`));
    expect(insert(`import a from "a"; a(HERE);`, requireEnvironment)).toBe(
      [`import a from "a";`, ``, ...REQUIRE_ENV, ``, ` a(requireEnvironment());`].join("\n"),
    );
  });

  it("after requires, not after what they feed", () => {
    expect(
      insert(lines(`"use strict";`, `require("dotenv").config();`, `const { a } = require("a");`, `const db = a.connect();`, `db.open(HERE);`), requireEnvironment),
    ).toBe(
      lines(
        `"use strict";`,
        `require("dotenv").config();`,
        `const { a } = require("a");`,
        ``,
        ...REQUIRE_ENV,
        ``,
        `const db = a.connect();`,
        `db.open(requireEnvironment());`,
      ),
    );
  });

  it("is behind what is exported from other modules, too", () => {
    const code = lines(`export * as all from "./all.js";`, `export { a } from "./a.js";`, `import { b } from "./b.js";`, `b(HERE);`);
    expect(insert(code, requireEnvironment)).toBe(lines(`export * as all from "./all.js";`, `export { a } from "./a.js";`, `import { b } from "./b.js";`, "", ...REQUIRE_ENV, "", `b(requireEnvironment());`));
  });

  it("is not between two requires because one in between is called with a name", () => {
    const code = lines(`const name = require("./name");`, `const log = require("debug")(name);`, `const pg = require("pg");`, `const io = require("socket.io")(HERE);`);
    expect(insert(code, requireEnvironment)).toBe(
      lines(`const name = require("./name");`, `const log = require("debug")(name);`, `const pg = require("pg");`, "", ...REQUIRE_ENV, "", `const io = require("socket.io")(requireEnvironment());`),
    );
  });

  it("without imports, first", () => {
    expect(insert(`const key = HERE;\n`, requireEnvironment)).toBe(lines(...REQUIRE_ENV, ``, `const key = requireEnvironment();`));
    expect(insert(lines(`#!/usr/bin/env node`, `'use strict'`, `const key = HERE`), requireEnvironment)).toBe(
      lines(`#!/usr/bin/env node`, `'use strict'`, ...REQUIRE_ENV.map((line) => line.replace(/;$/, "")), ``, `const key = requireEnvironment()`),
    );
  });

  it("together with its own import", () => {
    expect(insert(`export const same = HERE;\n`, safeEqual)).toMatch(
      /^import \{ createHash, timingSafeEqual \} from "node:crypto";\n\n\/\*\* .*\nfunction safeEqual\(a, b\) \{\n[^]*\n\}\n\nexport const same = safeEqual\(\);\n$/,
    );
    expect(insert(`exports.same = HERE;\n`, safeEqual)).toMatch(
      /^const \{ createHash, timingSafeEqual \} = require\("node:crypto"\);\n\n\/\*\* .*\nfunction safeEqual\(a, b\) \{\n[^]*\n\}\n\nexports.same = safeEqual\(\);\n$/,
    );
  });

  it("uses what the file imports", () => {
    expect(insert(lines(`const crypto = require("crypto");`, `HERE;`), safeEqual)).toMatch(/crypto\.createHash\("sha256"\)[^]*crypto\.timingSafeEqual\(/);
    expect(insert(lines(`import { createHash } from "crypto";`, `HERE;`), safeEqual)).toMatch(/^import \{ createHash, timingSafeEqual \} from "crypto";/);
  });

  it("does not rely on a require below", () => {
    expect(insert(lines(`exports.x = HERE;`, `const crypto = require("crypto");`), safeEqual)).toMatch(/^const \{ createHash, timingSafeEqual \} = require\("crypto"\);/);
  });

  it("copies CRLF, tabs and quotes", () => {
    const text = insert(`import a from 'a'\r\nif (a) {\r\n\ta(HERE)\r\n}\r\n`, safeEqual)!;
    expect(text).not.toMatch(/[^\r]\n/);
    expect(text).not.toMatch(/;\r/);
    expect(text).not.toContain('"');
    expect(text).toMatch(/\r\n\tconst digest/);
    expect(text).toMatch(/\r\n\t\tconst hash/);
  });

  it("needs no module system", () => {
    expect(insert(`const same = HERE;`, safeEqual)).toMatch(
      /^\/\*\* .*\nfunction safeEqual\(a, b\) \{\n {2}const \{ createHash, timingSafeEqual \} = process\.getBuiltinModule\("node:crypto"\);\n/,
    );
  });

  it("not in components, not where a global is hidden", () => {
    expect(insert(`import a from "a"; a(HERE);`, requireEnvironment, { filename: "a.vue" })).toBeUndefined();
    expect(insert(`import process from "./process.js"; process(HERE);`, requireEnvironment)).toBeUndefined();
    expect(insert(`function f(process) { HERE; }`, requireEnvironment)).toBeDefined();
  });
});

describe("name", () => {
  it("avoids others", () => {
    expect(insert(`import { safeEqual } from "./mine.js";\nsafeEqual(HERE);`, safeEqual)).toContain("secretsEqual()");
    expect(insert(`export function safeEqual(a, b) { return a === b; }\nfunction secretsEqual() {}\nHERE;`, safeEqual)).toContain("\nsafeEqual2();");
    expect(insert(`export const f = (requireEnvironment) => HERE;`, requireEnvironment)).toContain("=> readRequiredEnvironment()");
  });
});

describe("a second pass", () => {
  const helpers: [string, HelperSource][] = [
    ["safeEqual", safeEqual],
    ["requireEnvironment", requireEnvironment],
    ["async hash", asyncPassword.hash],
    ["async verify", asyncPassword.verify],
    ["hash", syncPassword.hash],
    ["verify", syncPassword.verify],
    ["needsRehash", needsRehash],
  ];
  const files: [string, string, Options][] = [
    ["ESM", `import a from "a";\na(HERE, THERE);\n`, {}],
    ["CommonJS", `const crypto = require('crypto')\nmodule.exports = [HERE, THERE]\n`, {}],
    ["CommonJS, destructured", `const { createHash: h, scrypt } = require('crypto')\nmodule.exports = [HERE, THERE]\n`, {}],
    ["unknown", `const a = [HERE, THERE];\n`, {}],
    ["TypeScript", `const a: unknown[] = [HERE, THERE];\n`, { filename: "a.ts" }],
    ["renamed", `export const createHash = 1, timingSafeEqual = 2, safeEqual = 3, hashPassword = 4;\nexport const a = [HERE, THERE];\n`, {}],
  ];
  it.each(files.flatMap(([kind, text, options]) => helpers.map(([name, helper]) => [name, kind, text, helper, options] as const)))(
    "finds %s in %s",
    (_name, _kind, text, helper, options) => {
      const first = insert(text, helper, options)!;
      const second = insert(first.replace("THERE", "HERE"), helper, options)!;
      expect(second.replace(/(\w+)\(\), \1\(\)/, "$1(), THERE")).toBe(first);
    },
  );

  it("finds it after a formatter", () => {
    const first = insert(`import a from "a";\na(HERE);\n`, safeEqual)!;
    const formatted = first
      .replaceAll('"', "'")
      .replaceAll(";", "")
      .replace("(value) =>", "value =>")
      .replace("return (bytes || text) &&", "return (\n    (bytes || text) &&\n   ")
      .replace("digest(b))", "digest(b))\n  )");
    expect(formatted).not.toBe(first);
    expect(insert(`${formatted}\nHERE\n`, safeEqual)).toBe(`${formatted}\nsafeEqual()\n`);
  });

  it("finds it when it is exported", () => {
    const first = insert(`import a from "a";\na(HERE);\n`, safeEqual)!.replace("function safeEqual", "export function safeEqual");
    expect(insert(`${first}HERE;\n`, safeEqual)).toBe(`${first}safeEqual();\n`);
  });

  it("does not trust another function of that name", () => {
    const other = `export function safeEqual(a, b) { return a === b; }\n`;
    expect(insert(`${other}HERE;\n`, safeEqual)).toContain("\nsecretsEqual();");
  });
});

describe("several helpers", () => {
  it("in one edit list", () => {
    const text = `import { readFile } from "node:fs";\nreadFile(HERE);\n`;
    const file = parse(text);
    const at = nodeAt(file, "HERE");
    const { texts, edits } = insertHelpers(file, at, [asyncPassword.hash, asyncPassword.verify])!;
    expect(texts).toEqual(["hashPassword", "verifyPassword"]);
    const output = apply(text, [...edits, replace(at, "hashPassword, verifyPassword")]);
    expect(output).toMatch(/^import \{ randomBytes, scrypt, timingSafeEqual \} from "node:crypto";\nimport \{ readFile \}/);
    expect(() => parse(output)).not.toThrow();
  });

  it("types for a JavaScript file that TypeScript checks", () => {
    const text = insert(`// @ts-check\nexport const a = HERE;\n`, safeEqual, {}, "1, 2")!;
    expect(text).toContain(" * @param {unknown} a\n");
    expect(typeErrors(text, "module.mjs", { allowJs: true, checkJs: true })).toEqual([]);
  });
});

describe("the project's own functions", () => {
  const settings: SecretHandlingSettings = {
    comparators: [{ module: "@acme/security", name: "constantTimeEqual" }],
    envReader: { module: "#lib/env", name: "env" },
    passwordHasher: { module: "@acme/passwords", hash: "hash", verify: "verify" },
  };

  it("come before helpers", () => {
    const text = `export const a = HERE;`;
    const file = parse(text, { settings });
    const at = nodeAt(file, "HERE");
    expect(comparatorFor(file, at)).toMatchObject({ text: "constantTimeEqual", edits: [{ text: `import { constantTimeEqual } from "@acme/security";\n` }] });
    expect(envReaderFor(file, at)).toMatchObject({ text: "env", edits: [{ text: `import { env } from "#lib/env";\n` }] });
    expect(passwordHasherFor(file, at, { async: true })).toMatchObject({
      hash: "hash",
      verify: "verify",
      own: true,
      edits: [{ text: `import { hash, verify } from "@acme/passwords";\n` }],
    });
    expect(passwordHasherFor(file, at, { async: false })).toBeUndefined();
  });

  it("are not replaced by helpers where they cannot be imported", () => {
    const file = parse(`HERE;`, { settings });
    expect(comparatorFor(file, nodeAt(file, "HERE"))).toBeUndefined();
  });

  it("without settings the helpers", () => {
    const file = parse(`export const a = HERE;`);
    const at = nodeAt(file, "HERE");
    expect(comparatorFor(file, at)?.text).toBe("safeEqual");
    expect(envReaderFor(file, at)?.text).toBe("requireEnvironment");
    expect(passwordHasherFor(file, at, { async: false, parts: ["verify"] })).toMatchObject({ hash: "", verify: "verifyPassword", own: false });
  });
});
