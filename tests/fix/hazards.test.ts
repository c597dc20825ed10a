import { describe, expect, it } from "vitest";
import { replace } from "../../src/fix/edit.js";
import { argumentText, bindingOfText, hasCommentInside, replacementText } from "../../src/fix/hazards.js";
import { apply, nodeAt, parse } from "../support/parse.js";

/** Writes `text` in place of the node that reads `snippet`; the result must parse. */
function write(source: string, snippet: string, text: string, filename = "a.mjs"): string {
  const file = parse(source, { filename });
  const node = nodeAt(file, snippet);
  const output = apply(source, [replace(node, replacementText(file.sourceCode, node, text))]);
  parse(output, { filename });
  return output;
}

describe("words stay apart", () => {
  it.each([
    ["function f() { return~~(x); }", "~~(x)", "randomInt(6)", "function f() { return randomInt(6); }"],
    ["function f() { return(x)|0; }", "(x)|0", "randomInt(6)", "function f() { return randomInt(6); }"],
    ["typeof~~x;", "~~x", "randomInt(6)", "typeof randomInt(6);"],
    ["switch (a) { case~~x: }", "~~x", "randomInt(6)", "switch (a) { case randomInt(6): }"],
    ["a in~~x;", "~~x", "y", "a in y;"],
    ["~~x in y;", "~~x", "a", "a in y;"],
    ["(x)in y;", "x", "(a)", "((a))in y;"],
    ["`a`in y;", "`a`", "b", "b in y;"],
    ["a+~x;", "~x", "+y", "a+ +y;"],
    ["a-~x;", "~x", "-y", "a- -y;"],
    ["a/b;", "b", "/x/", "a/(/x/);"],
  ])("%s", (source, snippet, text, expected) => expect(write(source, snippet, text)).toBe(expected));
});

describe("parentheses", () => {
  it.each([
    ["(a === b).toString();", "a === b", "!same(a, b)", "(!same(a, b)).toString();"],
    ["x.y.z;", "x.y", "await f()", "(await f()).z;"],
    ["x.y.z;", "x.y", "!a", "(!a).z;"],
    ["x.y.z;", "x.y", "f(a, b)", "f(a, b).z;"],
    ["x.y.z;", "x.y", "new X()", "(new X()).z;"],
    ["x.y();", "x.y", "() => 1", "(() => 1)();"],
    ["new x.y();", "x.y", "f(1)", "new (f(1))();"],
    ["x.y ** 2;", "x.y", "-1", "(-1) ** 2;"],
    ["x.y ** 2;", "x.y", "await f()", "(await f()) ** 2;"],
    ["x.y * 2;", "x.y", "a + b", "(a + b) * 2;"],
    ["x.y * 2;", "x.y", "f(a + b)", "f(a + b) * 2;"],
    ["!x.y;", "x.y", "a && b", "!(a && b);"],
    ["!x.y;", "x.y", "!a", "!!a;"],
    ["x.y ?? 1;", "x.y", "a || b", "(a || b) ?? 1;"],
    ["x.y ? 1 : 2;", "x.y", "a && b", "a && b ? 1 : 2;"],
    ["x.y ? 1 : 2;", "x.y", "a ? b : c", "(a ? b : c) ? 1 : 2;"],
    ["a ? x.y : 2;", "x.y", "b ? c : d", "a ? b ? c : d : 2;"],
    ["f(x.y);", "x.y", "a + b", "f(a + b);"],
    ["f(x.y);", "x.y", "(a, b)", "f((a, b));"],
    ["f(x.y);", "x.y", "a, b", "f((a, b));"],
    ["const a = x.y;", "x.y", "b ? c : d", "const a = b ? c : d;"],
    ["const f = () => x.y;", "x.y", "{ a: 1 }", "const f = () => ({ a: 1 });"],
    ["const f = () => x.y;", "x.y", "a && b", "const f = () => a && b;"],
    ["x.y.z;", "x.y", "{}", "({}).z;"],
    ["x.y;", "x.y", "function () {}", "(function () {});"],
    ["`${x.y}`;", "x.y", "a || b", "`${a || b}`;"],
    ["[...x.y];", "x.y", "a ? b : c", "[...a ? b : c];"],
    ["await x.y;", "x.y", "a || b", "await (a || b);"],
    ["const a = { b: x.y };", "x.y", "c || d", "const a = { b: c || d };"],
    ["if (x.y) f();", "x.y", "!same(a, b)", "if (!same(a, b)) f();"],
  ])("%s -> %s", (source, snippet, text, expected) => expect(write(source, snippet, text)).toBe(expected));

  it("in TypeScript", () => {
    expect(write("x.y as string;", "x.y", "a || b", "a.ts")).toBe("(a || b) as string;");
    expect(write("x.y!.z;", "x.y", "await f()", "a.ts")).toBe("(await f())!.z;");
  });
});

describe("statements stay apart", () => {
  it.each([
    ["const a = b\nx.y\n", "x.y", "(c)", "const a = b\n;(c)\n"],
    ["const a = b\nx.y\n", "x.y", "[c]", "const a = b\n;[c]\n"],
    ["const a = b\nx.y.z\n", "x.y", "await f()", "const a = b\n;(await f()).z\n"],
    ["const a = {}\nx.y\n", "x.y", "(c)", "const a = {}\n;(c)\n"],
    ["if (a) {}\nx.y\n", "x.y", "(c)", "if (a) {}\n(c)\n"],
    ["const a = b;\nx.y;\n", "x.y", "(c)", "const a = b;\n(c);\n"],
    ["const a = b\nx.y\n", "x.y", "f(c)", "const a = b\nf(c)\n"],
    ["if (a) x.y\n", "x.y", "(c)", "if (a) (c)\n"],
    ["() => {\n  a()\n  x.y\n}", "x.y", "`c`", "() => {\n  a()\n  ;`c`\n}"],
  ])("%j", (source, snippet, text, expected) => expect(write(source, snippet, text)).toBe(expected));
});

it.each([
  ["a", "tight"],
  ["f(a + b)[c ? 1 : 2].d", "tight"],
  ['"a + b"', "tight"],
  ["`a ${b + c}`", "tight"],
  ["a?.b", "tight"],
  ["!a", "unary"],
  ["await f()", "unary"],
  ["typeof a", "unary"],
  ["a === b", "binary"],
  ["!a && b", "binary"],
  ["a ?? b", "binary"],
  ["a >= b", "binary"],
  ["a in b", "binary"],
  ["a as string", "binary"],
  ["a ? b : c", "loose"],
  ["(a) => b", "loose"],
  ["a => b", "loose"],
  ["a = b", "loose"],
  ["a, b", "loose"],
])("%s is %s", (text, binding) => expect(bindingOfText(text)).toBe(binding));

it("reads operands and arguments", () => {
  const text = "f((a, b), a + b, a.b, !c, 1, 'x');";
  const { sourceCode } = parse(text);
  const at = (snippet: string) => nodeAt(parse(text), snippet);
  expect(argumentText(sourceCode, at("a, b"))).toBe("(a, b)");
  expect(argumentText(sourceCode, at("a + b"))).toBe("a + b");
});

it("sees comments", () => {
  const { sourceCode } = parse("a /* b */ + c; // d");
  expect(hasCommentInside(sourceCode, [0, 13])).toBe(true);
  expect(hasCommentInside(sourceCode, [10, 13])).toBe(false);
});
