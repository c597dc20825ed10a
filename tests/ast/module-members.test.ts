import { describe, expect, it } from "vitest";
import { moduleMember, moduleName } from "../../src/ast/modules.js";
import type { Node } from "../../src/ast/nodes.js";
import type { SourceFile } from "../../src/source-file.js";
import { parse } from "../support/parse.js";

/** The argument of the call that ends `code`. */
function argument(code: string, filename = "file.ts"): [SourceFile["sourceCode"], Node] {
  const { sourceCode } = parse(code, { filename });
  const statement = sourceCode.ast.body.at(-1);
  if (statement?.type !== "ExpressionStatement" || statement.expression.type !== "CallExpression") throw new Error(`no call ends ${code}`);
  return [sourceCode, statement.expression.arguments[0]!];
}

function member(code: string): string | undefined {
  const found = moduleMember(...argument(code));
  return found && [found.module, ...found.path].join(" ");
}

it("names builtins without node:", () => {
  expect(moduleName("node:crypto")).toBe("crypto");
  expect(moduleName("node:fs/promises")).toBe("fs/promises");
  expect(moduleName("crypto")).toBe("crypto");
  expect(moduleName("node:nothing-of-node")).toBe("node:nothing-of-node");
  expect(moduleName("my-node:crypto")).toBe("my-node:crypto");
});

describe("moduleMember", () => {
  it.each([
    ["import { createHash } from 'node:crypto'; sink(createHash)", "crypto createHash"],
    ["import { createHash as h } from 'crypto'; sink(h)", "crypto createHash"],
    ["import { 'create hash' as h } from 'a'; sink(h)", "a create hash"],
    ["import { default as md5 } from 'md5'; sink(md5)", "md5"],
    ["import md5 from 'md5'; sink(md5)", "md5"],
    ["import crypto from 'node:crypto'; sink(crypto.randomBytes)", "crypto randomBytes"],
    ["import * as crypto from 'node:crypto'; sink(crypto.webcrypto.subtle)", "crypto webcrypto subtle"],
    ["import * as a from 'a'; sink(a.default.b)", "a b"],
    ["import a from 'a'; sink(a.b.default)", "a b default"],
    ["import a = require('node:crypto'); sink(a.randomInt)", "crypto randomInt"],
    ["const crypto = require('crypto'); sink(crypto['randomInt'])", "crypto randomInt"],
    ["const { randomInt } = require('crypto'); sink(randomInt)", "crypto randomInt"],
    ["const { webcrypto: { subtle: s } } = require('crypto'); sink(s)", "crypto webcrypto subtle"],
    ["const { randomInt = fallback } = require('crypto'); sink(randomInt)", "crypto randomInt"],
    ["const [, b] = require('a'); sink(b)", "a 1"],
    ["const { list: [, , c] } = require('a'); sink(c)", "a list 2"],
    ["sink(require('crypto').createHash)", "crypto createHash"],
    ["sink(require(`crypto`))", "crypto"],
    ["const a = require('crypto'); const b = a.createHash; const c = b; sink(c as any)", "crypto createHash"],
    ["const a = process.getBuiltinModule('node:crypto'); sink(a)", "crypto"],
    ["const a = process['getBuiltinModule']('crypto'); sink(a.randomInt)", "crypto randomInt"],
    ["const a = await import('node:crypto'); sink(a.randomInt)", "crypto randomInt"],
    ["sink((await import('md5')).default)", "md5"],
    ["const a = __importDefault(require('md5')); sink(a.default)", "md5"],
    ["const a = _interopRequireWildcard(require('md5')); sink(a.b)", "md5 b"],
    ["const a = __importStar(require('a')); sink(a)", "a"],
    ["const a = _interopRequireDefault(require('a')); sink(a)", "a"],
    ["let a = require('a'); sink(a)", "a"],
    ["import a from 'a'; sink(a?.b!)", "a b"],
  ])("%s", (code, expected) => expect(member(code)).toBe(expected));

  it.each([
    "sink(createHash)",
    "sink('crypto')",
    "sink(f('crypto'))",
    "sink(require())",
    "sink(require(name))",
    "sink(import(name))",
    "function require(name: string) { return name; } sink(require('crypto'))",
    "const process = f(); sink(process.getBuiltinModule('crypto'))",
    "sink(process.binding('crypto'))",
    "sink(other.getBuiltinModule('crypto'))",
    "sink(interop(require('a')))",
    "sink(__importDefault(a))",
    "sink(__importDefault(f('a')))",
    "sink(my__importDefault(require('a')))",
    "sink(__importDefaults(require('a')))",
    "sink(a.__importDefault(require('a')))",
    "import a from 'a'; sink(a[b])",
    "import a from 'a'; sink(f(a).b)",
    "let a = require('a'); a = other; sink(a)",
    "let a; sink(a)",
    "function a() {} sink(a)",
    "const { [key]: a } = require('a'); sink(a)",
    "const { ...rest } = require('a'); sink(rest)",
    "const [...rest] = require('a'); sink(rest)",
    "const { a } = other; sink(a)",
    "import a = Other.name; sink(a)",
    "var a = b; var b = a; sink(a)",
    "var a = a.b; sink(a)",
  ])("%s is none", (code) => expect(member(code)).toBeUndefined());

  it("is the same when a variable is asked again", () => {
    const [sourceCode, list] = argument("import { randomInt } from 'crypto'; sink([randomInt, randomInt, other, other])");
    const elements = list.type === "ArrayExpression" ? list.elements : [];
    expect(elements.map((each) => moduleMember(sourceCode, each!)?.path.join())).toEqual(["randomInt", "randomInt", undefined, undefined]);
  });
});
