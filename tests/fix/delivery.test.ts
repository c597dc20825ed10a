import { describe, expect, it } from "vitest";
import { deliver, type Proposal } from "../../src/fix/delivery.js";
import { insertAt, mergeEdits, remove, replace } from "../../src/fix/edit.js";
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
});
