import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leakGuard } from "../../../src/formatters/sarif/leak-guard.js";
import { minimalReplacements, type Replacement } from "../../../src/formatters/sarif/replacements.js";
import { apply } from "./apply.js";

function published(source: string, result: string, file = "a.ts"): readonly Replacement[] | undefined {
  return leakGuard(source, file)(minimalReplacements(source, { range: [0, source.length], text: result }));
}

describe("leakGuard", () => {
  it.each([
    ["a literal replaced by a reader", 'const k = "hunter-2x";', 'const k = requireEnvironment("K");', ['requireEnvironment("K")']],
    ["a name that moves", "fetch(`https://a.example/?token=${token}`); use(token);", "fetch(`https://a.example/`, { headers: { Authorization: `Bearer ${token}` } }); use(token);", undefined],
    ["an import that the file already spells", 'import a from "node:fs";\nm("q");', 'import { b } from "node:crypto";\nimport a from "node:fs";\nm("q");', ['import { b } from "node:crypto";\n']],
    ["a helper above a documented function", "a;\n/** True when so. */\nb;", "a;\n/** False when not. */\nc();\n\n/** True when so. */\nb;", undefined],
    ["a helper beside prose", "// reads the environment variable\nconst k = 'zzzz';", "// reads the environment variable\n// the environment variable\nconst k = r();", ["// the environment variable\n", "r()"]],
  ])("publishes %s", (_title, source, result, expected) => {
    const replacements = published(source, result);
    expect(replacements).toBeDefined();
    expect(apply(source, replacements ?? [])).toBe(result);
    if (expected !== undefined) expect(replacements?.map(({ text }) => text)).toEqual(expected);
  });

  it.each([
    ["a literal that moves", 'send("hunter2", a);', ['"hunter2"', 'log({ b: "hunter2" })']],
    ["one word of a literal", 'get("https://a.example/?key=hunter2");', ["?key=hunter2", '", { key: "hunter2" }, "']],
    ["a literal from elsewhere", 'const a = "hunter2";\nuse(b);', ["b", '"hunter2"']],
    ["a literal of signs only", 'use("!-!-!");', ['"!-!-!"', '"x" + "!-!-!"']],
    ["a number", "const pin = 48151;", ["pin = 48151", "a = [48151]"]],
    ["a comment", "use(a); // hunter2", ["a); // hunter2", "/* hunter2 */ b);"]],
    ["a part of a template", "use(`hunter2 ${a}`);", ["`hunter2 ${a}`", 'a + "hunter2"']],
    ["a part of a regular expression", "use(/^hunter2$/);", ["/^hunter2$/", '"hunter2"']],
    ["a statement that the new code repeats", "if (ok) {\n  await user.save();\n}\nreturn token;", ["return token", "if (old) {\n  await user.save()\n}"]],
    ["a literal whose end the new text spells too", 'const k = "K-17-API_KEY";', ["K-17-", ""]],
  ])("holds back %s", (_title, source, [old = "", text = ""]) => {
    expect(leakGuard(source, "a.ts")([{ offset: source.indexOf(old), length: old.length, text }])).toBeUndefined();
  });

  it("holds back any word of a file that is no script", () => {
    const guard = leakGuard("password: hunter2\n", "a.yml");
    expect(guard([{ offset: 0, length: 8, text: "secret" }])).toHaveLength(1);
    expect(guard([{ offset: 0, length: 8, text: "x-password" }])).toBeUndefined();
    expect(guard([{ offset: 0, length: 8, text: "hunter2" }])).toBeUndefined();
  });

  it("replaces a literal as a whole, so that a chance match tells nothing about it", () => {
    const source = 'const k = "a(b";';
    expect(published(source, 'const k = requireEnvironment("K");')).toEqual([{ offset: 10, length: 5, text: 'requireEnvironment("K")' }]);
  });

  it("edits the middle of a URL and of a template", () => {
    expect(published('get("https://a.example/x?token=" + t);', 'get("https://a.example/x");')).toEqual([
      { offset: 24, length: 7, text: "" },
      { offset: 32, length: 4, text: "" },
    ]);
    expect(published("log(`user ${u} ${p}`);", "log(`user ${u} [redacted]`);")).toEqual([{ offset: 15, length: 4, text: "[redacted]" }]);
  });

  it("lets no literal through, whatever the edits are", () => {
    const secrets = fc.constantFrom("hunter-2-zulu", "s3cr3t.value", "Kilo7Lima8", "qq!ww!ee");
    const code = fc.constantFrom("a", "b", "(", ")", " + ", ";\n", " = ", "// note\n", "log", "[", "]");
    const line = fc.tuple(code, secrets, fc.constantFrom('"', "'", "`")).map(([start, secret, quote]) => `${start} f(${quote}${secret}${quote});\n`);
    const program = fc.array(fc.oneof(line, code, line), { maxLength: 12 });
    const edits = fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.array(code, { maxLength: 3 })), { maxLength: 4 });
    fc.assert(
      fc.property(program, edits, (pieces, changes) => {
        const edited = [...pieces];
        for (const [place, replace, inserted] of changes) edited.splice(place % (edited.length + 1), replace ? 1 : 0, inserted.join(""));
        const source = pieces.join("");
        const replacements = published(source, edited.join(""));
        if (replacements === undefined) return;
        expect(apply(source, replacements)).toBe(edited.join(""));
        for (const { text } of replacements) expect(text).not.toMatch(/hunter|zulu|s3cr3t|value|Kilo7Lima8|qq!ww!ee/);
      }),
      { numRuns: 500 },
    );
  });
});
