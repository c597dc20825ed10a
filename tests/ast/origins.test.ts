import { describe, expect, it } from "vitest";
import { originName, originsOf } from "../../src/ast/origins.js";
import { nodeAt, parse } from "../support/parse.js";

/** The texts of all places that `USE` in `code` comes from, with the path that is still to be taken. */
function originsIn(code: string, use: string, filename = "file.ts"): string[] {
  const file = parse(code, { filename });
  return originsOf(file.sourceCode, nodeAt(file, use)).map(({ node, path, whole }) => [file.sourceCode.getText(node), ...path].join("|") + (whole ? "" : " (part)"));
}

describe("originsOf", () => {
  it("follows constants, aliases and casts", () => {
    expect(originsIn("const a = read(); const b = a as string; sink(b!);", "b!")).toEqual(["b", "a", "read()"]);
  });
  it("follows a let through all its assignments", () => {
    expect(originsIn("let a = one(); a = two(); sink(a /**/);", "sink(a /**/)").length).toBe(1);
    const file = parse("let a = one(); if (x) a = two(); sink(a);", {});
    const call = nodeAt(file, "sink(a)");
    const origins = originsOf(file.sourceCode, call.type === "CallExpression" ? call.arguments[0]! : call);
    expect(origins.map(({ node }) => file.sourceCode.getText(node))).toEqual(["a", "one()", "two()"]);
  });
  it("follows names that nothing declares to what is written into them", () => {
    const file = parse("function f() { found = one(); sink(found); found = late(); } function g() { found = two(); }", { filename: "file.js" });
    const call = nodeAt(file, "sink(found)");
    const origins = originsOf(file.sourceCode, call.type === "CallExpression" ? call.arguments[0]! : call);
    expect(origins.map(({ node }) => file.sourceCode.getText(node))).toEqual(["found", "one()"]);
  });
  it.each([
    ["function f() { sink(found); } function g() { found = two(); }", ["found", "two()"]],
    ["function f(x) { found = one(); if (x) found = two(); sink(found); }", ["found", "one()", "two()"]],
    ["function f(x) { if (x) found = one(); sink(found); } function g() { found = two(); }", ["found", "one()"]],
    ["for (found in all()) sink(found); function g() { found = two(); }", ["found"]],
    ["function f() { found = found; sink(found); }", ["found", "found"]],
    ["function f() { sink(found); } found = a(); found = b(); found = c(); found = d(); found = e();", ["found"]],
  ])("follows a name that nothing declares as far as it is written for the read: %s", (code, expected) => {
    const file = parse(code, { filename: "file.js" });
    const call = nodeAt(file, "sink(found)");
    const origins = originsOf(file.sourceCode, call.type === "CallExpression" ? call.arguments[0]! : call);
    expect(origins.map(({ node }) => file.sourceCode.getText(node))).toEqual(expected);
  });
  it("follows destructuring with renames and defaults", () => {
    expect(originsIn("const { password: pw = fallback() } = req.body; md5(pw + '');", "pw + ''")).toEqual([
      "pw + ''",
      "pw (part)",
      "fallback() (part)",
      "req.body|password (part)",
      "req|body|password (part)",
      "'' (part)",
    ]);
  });
  it("follows members of local objects", () => {
    expect(originsIn("const config = { db: { password: make() } }; use(config.db.password);", "config.db.password")).toEqual([
      "config.db.password",
      "config.db|password",
      "config|db|password",
      "{ db: { password: make() } }|db|password",
      "{ password: make() }|password",
      "make()",
    ]);
  });
  it("follows templates, conditions, ?? and await", () => {
    expect(originsIn("use(`Bearer ${x ? a : (await b) ?? c}`);", "`Bearer ${x ? a : (await b) ?? c}`").map((each) => each.replace(" (part)", ""))).toContain("b");
  });
  it("follows parameters to the calls in the file and calls to what the function returns", () => {
    const code = "function digest(text: string) { return md5(text); } const h = digest(user.password); save(h);";
    expect(originsIn(code, "md5(text)")).toEqual(["md5(text)"]);
    const file = parse(code, { filename: "a.ts" });
    const call = nodeAt(file, "md5(text)");
    const argument = call.type === "CallExpression" ? call.arguments[0]! : call;
    expect(originsOf(file.sourceCode, argument).map(originName)).toContain("password");
    const save = nodeAt(file, "save(h)");
    expect(originsOf(file.sourceCode, save.type === "CallExpression" ? save.arguments[0]! : save).map(({ node }) => file.sourceCode.getText(node))).toContain("md5(text)");
  });
  it.each([
    ["const [token, setToken] = useState(make()); use(token);", "token"],
    ["const [token] = React.useState(() => make()); use(token);", "token"],
    ["const token = useRef(make()); use(token.current);", "token.current"],
    ["const token = ref(make()); use(token.value);", "token.value"],
    ["let token = $state(make()); use(token);", "token"],
  ])("follows the state of views: %s", (code, use) => {
    const file = parse(code);
    const call = nodeAt(file, `use(${use})`);
    const found = originsOf(file.sourceCode, call.type === "CallExpression" ? call.arguments[0]! : call).filter(({ path }) => path.length === 0);
    expect(found.map(({ node }) => file.sourceCode.getText(node))).toContain("make()");
  });
  it.each(["const token = storage.ref(make()); use(token.value);", "const [, token] = useState(make()); use(token);", "const token = ref(make(), 1); use(token.value);"])("does not follow %s", (code) => {
    const file = parse(code);
    const call = nodeAt(file, code.includes(".value") ? "use(token.value)" : "use(token)");
    const found = originsOf(file.sourceCode, call.type === "CallExpression" ? call.arguments[0]! : call);
    expect(found.map(({ node }) => file.sourceCode.getText(node))).not.toContain("make()");
  });
  it.each([
    ["keys.some((key) => use(key));", "keys|*"],
    ["users.find(({ token }) => use(token));", "users|*|token"],
    ["const keys = make().split(','); keys.some((key) => use(key));", "make() (part)"],
    ["const keys = [...new Set((make() ?? '').split(',').map(trim))]; keys.some((key) => use(key));", "make() (part)"],
    ["Array.from(make().split(',')).forEach((key) => use(key));", "make() (part)"],
  ])("follows the elements of lists into callbacks: %s", (code, expected) => {
    const file = parse(code);
    const call = file.sourceCode.getNodeByRangeIndex(code.indexOf("use("))!.parent!;
    const found = originsOf(file.sourceCode, call.type === "CallExpression" ? call.arguments[0]! : call);
    expect(found.map(({ node, path, whole }) => [file.sourceCode.getText(node), ...path].join("|") + (whole ? "" : " (part)"))).toContain(expected);
  });
  it("follows class fields and constructor assignments", () => {
    const code = "class A { #key = load(); constructor(o) { this.other = o.secret; } m() { return [this.#key, this.other]; } }";
    expect(originsIn(code, "this.#key")).toEqual(["this.#key", "load()"]);
    expect(originsIn(code, "this.other", "file.js").at(0)).toBe("this.other");
  });
  it("marks a pattern parameter", () => {
    const file = parse("app.post('/x', ({ body: { token } }, res) => check(token));");
    const call = nodeAt(file, "check(token)");
    const origins = originsOf(file.sourceCode, call.type === "CallExpression" ? call.arguments[0]! : call);
    expect(origins.find((each) => each.parameter)?.path).toEqual(["body", "token"]);
  });
  it("ends on cycles and deep nesting", () => {
    expect(originsIn("let a = b, b = a; use(a, 1);", "use(a, 1)")).toHaveLength(1);
    const file = parse("var a = b; var b = a; use(a);");
    const call = nodeAt(file, "use(a)");
    expect(originsOf(file.sourceCode, call.type === "CallExpression" ? call.arguments[0]! : call).length).toBeLessThan(6);
  });
});

describe("a helper that several calls share", () => {
  const code = "function text(value) { return String(value).trim(); } const a = text(one); const b = text(two); sink(a); sink(b);";
  const named = (snippet: string): string[] => {
    const file = parse(code, {});
    const call = nodeAt(file, snippet);
    const origins = originsOf(file.sourceCode, call.type === "CallExpression" ? call.arguments[0]! : call);
    return origins.map(({ node }) => file.sourceCode.getText(node)).filter((name) => /^(?:one|two)$/.test(name));
  };

  it("gives each what its own call brought", () => {
    expect(named("sink(a)")).toEqual(["one"]);
    expect(named("sink(b)")).toEqual(["two"]);
  });

  it("gives all of them to a look from inside", () => {
    const file = parse(code, {});
    const inside = nodeAt(file, "String(value).trim()");
    expect(originsOf(file.sourceCode, inside).map(({ node }) => file.sourceCode.getText(node))).toEqual(expect.arrayContaining(["one", "two"]));
  });

  it("keeps two calls of one expression apart from a third", () => {
    expect(originsIn("const text = (value) => value; const c = text(three); use(c, text(one) + text(two) /**/);", "text(one) + text(two)").filter((each) => /^(?:one|two|three) /.test(each))).toEqual(["one (part)", "two (part)"]);
  });
});
