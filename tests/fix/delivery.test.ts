import { describe, expect, it } from "vitest";
import { deliver, type Proposal } from "../../src/fix/delivery.js";
import { insertAt, mergeEdits, remove, replace, wholeLine } from "../../src/fix/edit.js";
import type { SecretHandlingSettings } from "../../src/settings.js";
import { parse } from "../support/parse.js";

const TEXT = "a /* why */ === b;";
const proposal = (editClass: Proposal["editClass"], messageId: string, text = messageId): Proposal => ({
  editClass,
  messageId,
  edits: [replace([16, 17], text)],
});

function classes(proposals: (Proposal | undefined)[], inTest = false, settings: SecretHandlingSettings = {}): { fix: string | undefined; suggest: string[] } {
  const { fix, suggest } = deliver(parse(TEXT, { settings }), proposals, { inTest });
  const edits = fix?.(undefined as never) as { text: string }[] | undefined;
  return { fix: edits?.[0]?.text, suggest: suggest.map((each) => each.messageId) };
}

describe("deliver", () => {
  it("fixes with the first proposal that may be applied unseen", () => {
    expect(classes([proposal("manual", "m"), proposal("equivalent", "e"), proposal("migrating", "g")])).toEqual({ fix: "e", suggest: ["m", "g"] });
    expect(classes([proposal("migrating", "g"), proposal("equivalent", "e")])).toEqual({ fix: "g", suggest: ["e"] });
    expect(classes([proposal("manual", "m")])).toEqual({ fix: undefined, suggest: ["m"] });
    expect(classes([])).toEqual({ fix: undefined, suggest: [] });
    expect(classes([undefined])).toEqual({ fix: undefined, suggest: [] });
  });

  it("holds migrating edits back in tests and on request", () => {
    expect(classes([proposal("migrating", "g")], true)).toEqual({ fix: undefined, suggest: ["g"] });
    expect(classes([proposal("migrating", "g")], false, { migratingFixes: false })).toEqual({ fix: undefined, suggest: ["g"] });
    expect(classes([proposal("equivalent", "e")], true, { migratingFixes: false })).toEqual({ fix: "e", suggest: [] });
  });

  it("gives at most three suggestions, none twice", () => {
    expect(classes(["a", "b", "b", "c", "d"].map((id) => proposal("manual", id))).suggest).toEqual(["a", "b", "c"]);
    expect(classes([proposal("manual", "a", "same"), proposal("manual", "b", "same")]).suggest).toEqual(["a"]);
    expect(classes([proposal("manual", "a", "x"), proposal("manual", "a", "y")]).suggest).toEqual(["a"]);
    const named = (name: string, text: string): Proposal => ({ ...proposal("manual", "a", text), data: { name } });
    expect(classes([named("one", "x"), named("two", "y"), named("two", "z")]).suggest).toEqual(["a", "a"]);
  });

  it("gives a suggestion its data and its edits", () => {
    const { suggest } = deliver(parse(TEXT), [{ ...proposal("manual", "a", "x"), data: { name: "b" } }, proposal("manual", "b", "y")], { inTest: false });
    expect(suggest).toEqual([
      { messageId: "a", data: { name: "b" }, fix: expect.any(Function) as unknown },
      { messageId: "b", fix: expect.any(Function) as unknown },
    ]);
    expect(suggest.map(({ fix }) => fix(undefined as never))).toEqual([[replace([16, 17], "x")], [replace([16, 17], "y")]]);
  });

  it("does not give the edits of the fix a second time", () => {
    expect(classes([proposal("equivalent", "e", "same"), proposal("manual", "m", "same")])).toEqual({ fix: "same", suggest: [] });
  });

  it("drops what would lose a comment, overlap or change nothing", () => {
    const whole = (text: string): Proposal => ({ editClass: "equivalent", messageId: "w", edits: [replace([0, 17], text)] });
    expect(classes([whole("same(a, b)")]).fix).toBeUndefined();
    expect(classes([whole("same(a /* why */, b)")]).fix).toBe("same(a /* why */, b)");
    expect(classes([{ editClass: "equivalent", messageId: "o", edits: [replace([12, 17], "x"), replace([16, 17], "y")] }]).fix).toBeUndefined();
    expect(classes([{ editClass: "equivalent", messageId: "n", edits: [] }]).fix).toBeUndefined();
    expect(classes([{ editClass: "equivalent", messageId: "n", edits: [insertAt(0, "")] }]).fix).toBeUndefined();
  });
});

describe("mergeEdits", () => {
  it("sorts and drops doubles", () => {
    expect(mergeEdits([replace([5, 6], "b"), insertAt(0, "a"), insertAt(0, "a")])).toEqual([insertAt(0, "a"), replace([5, 6], "b")]);
  });

  it("keeps insertions that touch a replacement", () => {
    expect(mergeEdits([remove([1, 3]), insertAt(1, "a"), insertAt(3, "b")])).toEqual([insertAt(1, "a"), remove([1, 3]), insertAt(3, "b")]);
  });

  it("takes no two that overlap, and none that change nothing", () => {
    expect(mergeEdits([replace([0, 4], "a"), replace([3, 5], "b")])).toBeUndefined();
    expect(mergeEdits([replace([0, 4], "a"), insertAt(2, "b")])).toBeUndefined();
    expect(mergeEdits([replace([1, 3], "a"), replace([1, 3], "b")])).toBeUndefined();
    expect(mergeEdits([insertAt(2, ""), remove([2, 2])])).toBeUndefined();
    expect(mergeEdits([insertAt(2, ""), insertAt(2, "a")])).toEqual([insertAt(2, "a")]);
    expect(mergeEdits([])).toBeUndefined();
  });
});

describe("wholeLine", () => {
  const line = (text: string, part: string): string => {
    const at = text.indexOf(part);
    return text.slice(...wholeLine(text, [at, at + part.length]));
  };

  it.each([
    ["a;\n  b;\nc;", "b;", "  b;\n"],
    ["a;\n\tb;\t \r\nc;", "b;", "\tb;\t \r\n"],
    ["b;\nc;", "b;", "b;\n"],
    ["  b;\nc;", "b;", "  b;\n"],
    ["a; b;\nc;", "b;", "b;"],
    ["a;\n  b; c;", "b;", "b;"],
    ["a;\n  b;", "b;", "b;"],
    ["a;\n  b; // why\nc;", "b;", "b;"],
  ])("of %j around %s is %j", (text, part, expected) => expect(line(text, part)).toBe(expected));
});

describe("edits", () => {
  it("take a node or a range", () => {
    const statement = parse("a; b;").sourceCode.ast.body[1]!;
    expect(replace(statement, "c;")).toEqual({ range: [3, 5], text: "c;" });
    expect(remove(statement)).toEqual({ range: [3, 5], text: "" });
    expect(remove([1, 2])).toEqual({ range: [1, 2], text: "" });
    expect(insertAt(4, "d")).toEqual({ range: [4, 4], text: "d" });
  });
});
