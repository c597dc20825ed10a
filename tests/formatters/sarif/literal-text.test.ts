import { describe, expect, it } from "vitest";
import { codeOf, literalSpans } from "../../../src/formatters/sarif/literal-text.js";

function literals(text: string): string[] {
  return literalSpans(text).map(([start, end]) => text.slice(start, end));
}

describe("literalSpans", () => {
  it.each([
    ["strings", String.raw`f("a \" b", 'c')`, [String.raw`a \" b`, "c"]],
    ["the fixed parts of a template", "`a${b + `c${d}`}e`", ["a", "c", "", "e"]],
    ["an object inside a hole", "`a${f({ k: 1 })}b`", ["a", "b"]],
    ["a template over several lines", "x = `a\nb`; c", ["a\nb"]],
    ["comments", "a // b\n/* c\n */ d", ["// b", "/* c\n */"]],
    ["regular expressions", "a = /b[/]c/g; d / e / f; return /g/", ["b[/]c", "g"]],
    ["no division", "a / b; (a) / b / c; a[0] / b", []],
    ["no names of modules", 'import a from "b"; import "c"; require("d"); import(\'e\'); f("g")', ["g"]],
    ["a string that does not end, to the end of its line", "<p>Don't</p>\nconst a = 'b'", ["t</p>", "b"]],
    ["a string continued on the next line", '"a\\\r\nb"; "c\\\nd"', ["a\\\r\nb", "c\\\nd"]],
    ["a comment that does not end", "/* a", ["/* a"]],
    ["a template that does not end", "`a", ["a"]],
  ])("finds %s", (_title, text, expected) => {
    expect(literals(text)).toEqual(expected);
  });

  it("leaves the code between", () => {
    const text = 'a("b", `c${d}`)';
    expect(codeOf(text, literalSpans(text))).toEqual(['a("', '", `', "${d}", "`)"].slice(0, 4));
  });

  it("takes linear time on text made to slow it down", () => {
    const started = performance.now();
    for (const text of ["`${".repeat(50_000), "'\n".repeat(50_000), `a = ${"/".repeat(100_000)}`, "import ".repeat(50_000)]) literalSpans(text);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
