import { describe, expect, it } from "vitest";
import type { Node } from "../../src/ast/nodes.js";
import { constantInitializer, staticNumber, staticString } from "../../src/ast/static-value.js";
import type { SourceFile } from "../../src/source-file.js";
import { parse } from "../support/parse.js";

/** The argument of the call that ends `code`: `const a = 1; sink(a)`. */
function argument(code: string, filename = "file.ts"): [SourceFile["sourceCode"], Node] {
  const { sourceCode } = parse(code, { filename });
  const statement = sourceCode.ast.body.at(-1);
  if (statement?.type !== "ExpressionStatement" || statement.expression.type !== "CallExpression") throw new Error(`no call ends ${code}`);
  return [sourceCode, statement.expression.arguments[0]!];
}

const text = (code: string): string | undefined => staticString(...argument(code));
const number = (code: string): number | undefined => staticNumber(...argument(code));

/** `const v0 = …; const v1 = v0; …`, read `hops` times. */
const chain = (first: string, hops: number): string =>
  [`const v0 = ${first};`, ...Array.from({ length: hops - 1 }, (_, at) => `const v${at + 1} = v${at};`), `sink(v${hops - 1})`].join(" ");

describe("constantInitializer", () => {
  it.each([
    ["const a = read(); sink(a)", "read()"],
    ["let a = read(); sink(a)", "read()"],
    ["let a = read(); a = other(); sink(a)", undefined],
    ["let a; sink(a)", undefined],
    ["const { a } = read(); sink(a)", undefined],
    ["import a from 'a'; sink(a)", undefined],
    ["function a() {} sink(a)", undefined],
    ["sink(a)", undefined],
  ])("%s", (code, expected) => {
    const [sourceCode, node] = argument(code);
    const init = node.type === "Identifier" ? constantInitializer(sourceCode, node) : undefined;
    expect(init && sourceCode.getText(init)).toBe(expected);
  });
});

describe("staticString", () => {
  it.each([
    ["sink('abc')", "abc"],
    ["sink(`abc`)", "abc"],
    ["sink('abc' as string)", "abc"],
    ["sink('a' + 'b' + `c`)", "abc"],
    ["sink('')", ""],
    ["sink('' + '')", ""],
    ["const a = 'x'; sink(`<${a}-${'y'}>`)", "<x-y>"],
    ["const a = 'x'; const b = `${a}${a}`; sink(b + a)", "xxx"],
    ["const o = { a: 'x', 'b-c': 'y' }; sink(o.a + o['b-c'])", "xy"],
    ["const o = { a: 'x' } as const; sink(o.a)", "x"],
    ["const o = ({ a: 'x' }); sink((o!).a)", "x"],
  ])("%s", (code, expected) => expect(text(code)).toBe(expected));

  it.each([
    "sink(1)",
    "sink('a' - 'b')",
    "sink('a' + b)",
    "sink(b + 'a')",
    "sink(`a${b}`)",
    "sink(`${b}a`)",
    "sink(b)",
    "let a = 'x'; a += 'y'; sink(a)",
    "const o = { a: 'x' }; sink(o.b)",
    "const o = { a: 'x' }; sink(o[a])",
    "const o = { a: b }; sink(o.a)",
    "sink({ a: 'x' }.a)",
    "sink(read().a)",
    "sink(f('a'))",
    "class A { #a; static is(x) { return #a in x; } } sink(A)",
  ])("%s is unknown", (code) => expect(text(code)).toBeUndefined());

  it("follows twelve steps, and no cycle", () => {
    expect(text(chain("'x'", 12))).toBe("x");
    expect(text(chain("'x'", 13))).toBeUndefined();
    expect(text("var a = b; var b = a; sink(a)")).toBeUndefined();
  });

  it("does not grow without end", () => {
    const doubling = (step: (name: string) => string): string =>
      [`const v0 = '${"x".repeat(9000)}';`, ...Array.from({ length: 6 }, (_, at) => `const v${at + 1} = ${step(`v${at}`)};`), "sink(v6)"].join(" ");
    expect(text(doubling((name) => `${name} + ${name}`))).toBeUndefined();
    expect(text(doubling((name) => `\`\${${name}}\${${name}}\``))).toBeUndefined();
    expect(text(`const a = '${"x".repeat(60_000)}'; sink(a + a)`)?.length).toBe(120_000);
  });
});

describe("staticNumber", () => {
  it.each([
    ["sink(36)", 36],
    ["sink(-5)", -5],
    ["sink(+5)", 5],
    ["sink(7 + 2)", 9],
    ["sink(7 - 2)", 5],
    ["sink(7 * 2)", 14],
    ["sink(7 / 2)", 3.5],
    ["sink(7 % 4)", 3],
    ["sink(2 ** 5)", 32],
    ["sink(1 << 14)", 16_384],
    ["sink(Math.pow(10, 6) - 1)", 999_999],
    ["sink(Math['pow'](2, 3))", 8],
    ["sink((2 as number) * 3)", 6],
    ["const rounds = 10; const cost = rounds + 2; sink(cost)", 12],
    ["const chars = 'abc' + 'def'; sink(chars.length)", 6],
    ["sink('abcd'['length'])", 4],
  ])("%s", (code, expected) => expect(number(code)).toBe(expected));

  it.each([
    "sink('5')",
    "sink(5n)",
    "sink(!5)",
    "sink(~5)",
    "sink(-a)",
    "sink(a + 1)",
    "sink(1 + a)",
    "sink(1 > 2)",
    "sink(8 >> 2)",
    "sink(Math.pow(2))",
    "sink(Math.pow())",
    "sink(Math.pow(a, 2))",
    "sink(Math.pow(2, a))",
    "sink(Math.max(2, 3))",
    "sink(math.pow(2, 3))",
    "sink(a.Math.pow(2, 3))",
    "sink(pow(2, 3))",
    "sink(chars.length)",
    "sink('abc'.size)",
    "let a = 1; a++; sink(a)",
    "sink([1])",
  ])("%s is unknown", (code) => expect(number(code)).toBeUndefined());

  it("follows twelve steps, and no cycle", () => {
    expect(number(chain("5", 12))).toBe(5);
    expect(number(chain("5", 13))).toBeUndefined();
    expect(number("var a = b; var b = a; sink(a)")).toBeUndefined();
    expect(number("var a = -a; sink(a)")).toBeUndefined();
    expect(number("var a = 1 + a; sink(a)")).toBeUndefined();
    expect(number("var a = a + 1; sink(a)")).toBeUndefined();
    expect(number("var a = Math.pow(a, 1); sink(a)")).toBeUndefined();
    expect(number("var a = Math.pow(1, a); sink(a)")).toBeUndefined();
    expect(number("var a = a.length; sink(a)")).toBeUndefined();
  });
});
