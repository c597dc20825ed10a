import type { TSESTree } from "@typescript-eslint/utils";
import { Linter, type Rule } from "eslint";
import { describe, expect, it } from "vitest";
import { bindMember } from "../../src/fix/bindings.js";
import { deliver } from "../../src/fix/delivery.js";
import { mergeEdits, replace, type Edit } from "../../src/fix/edit.js";
import { requireEnvironment } from "../../src/fix/helpers/require-environment.js";
import { insertHelper } from "../../src/fix/insert-helper.js";
import { withoutUnused } from "../../src/fix/unused.js";
import { sourceFileOf } from "../../src/source-file.js";
import { apply, nodeAt, parse } from "../support/parse.js";

/** Writes `new` in place of `snippet`, with the edits that `more` adds. */
function edited(code: string, snippet: string, { filename = "file.ts", more = (): Edit[] => [] }: { filename?: string; more?: (file: ReturnType<typeof parse>, at: TSESTree.Node) => Edit[] } = {}): string {
  const file = parse(code, { filename });
  const at = nodeAt(file, snippet);
  return apply(code, mergeEdits(withoutUnused(file, [replace(at, "made()"), ...more(file, at)]))!);
}

describe("an edit that removes the last read of a name", () => {
  it.each([
    ["a default import", 'import a from "a";\nimport b from "b";\nf(a(1), b);\n', 'import b from "b";\nf(made(), b);\n'],
    ["the only import", 'import a from "a";\nf(a(1));\n', "f(made());\n"],
    ["a namespace", 'import * as a from "a";\nf(a(1));\n', "f(made());\n"],
    ["the first of a list", 'import { a, b } from "a";\nf(a(1), b);\n', 'import { b } from "a";\nf(made(), b);\n'],
    ["the last of a list", 'import { b, a } from "a";\nf(a(1), b);\n', 'import { b } from "a";\nf(made(), b);\n'],
    ["an alias in a list over lines", 'import {\n  b,\n  x as a,\n  c,\n} from "a";\nf(a(1), b, c);\n', 'import {\n  b,\n  c,\n} from "a";\nf(made(), b, c);\n'],
    ["a default beside a list", 'import a, { b } from "a";\nf(a(1), b);\n', 'import { b } from "a";\nf(made(), b);\n'],
    ["a list beside a default", 'import b, { a } from "a";\nf(a(1), b);\n', 'import b from "a";\nf(made(), b);\n'],
    ["an import of TypeScript", 'import a = require("a");\nf(a(1));\n', "f(made());\n"],
    ["a require", 'const a = require("a");\nf(a(1));\n', "f(made());\n"],
    ["a destructured require", 'const { a, b } = require("a");\nf(a(1), b);\n', 'const { b } = require("a");\nf(made(), b);\n'],
    ["an alias of an alias", 'const { random } = Math;\nconst a = random;\nf(a(1));\n', "f(made());\n"],
    ["an import of the project, which may do more than export", 'import { a } from "./a.js";\nf(a(1));\n', 'import "./a.js";\nf(made());\n'],
  ])("takes it out: %s", (_name, code, output) => {
    expect(edited(code, "a(1)")).toBe(output);
    expect(edited(code.replaceAll("\n", "\r\n"), "a(1)")).toBe(output.replaceAll("\n", "\r\n"));
  });

  it.each([
    ["another read", 'import a from "a";\nf(a(1));\ng(a);\n'],
    ["a read as a type", 'import { a } from "a";\nf(a(1));\ntype A = typeof a;\n'],
    ["an export of the name", 'import { a } from "a";\nf(a(1));\nexport { a };\n'],
    ["an exported alias", "export const a = Math.random;\nf(a(1));\n"],
    ["a comment in the import", 'import { a /* why */ } from "a";\nf(a(1));\n'],
    ["a comment that silences the compiler about the import", '// @ts-expect-error no types\nimport a from "a";\nf(a(1));\n'],
    ["names that go in a circle", "const a = b;\nconst b = a;\nf(a(1));\n"],
    ["what is no import", "const a = made(1);\nf(a(1));\n"],
    ["a statement without a semicolon before one that would continue it", 'f(0)\nconst a = require("a");\n[a(1)].forEach(f)\n'],
  ])("leaves it: %s", (_name, code) => {
    expect(edited(code, "a(1)")).toBe(code.replace("a(1)", "made()"));
  });

  it("takes it out of a CommonJS file whose parser knows no module scope, and leaves what other scripts may read", () => {
    const code = "const { random } = Math;\nf(random(1));\n";
    const output = (filename: string): string => {
      const file = parse(code, { filename, sourceType: "script" });
      return apply(code, mergeEdits(withoutUnused(file, [replace(nodeAt(file, "random(1)"), "made()")]))!);
    };
    expect(output("file.cjs")).toBe("f(made());\n");
    expect(output("file.js")).toBe("const { random } = Math;\nf(made());\n");
  });

  it("leaves names of components, which their templates may read", () => {
    const code = "<script>\nimport a from 'a';\nf(a(1));\n</script>\n";
    expect(edited(code.replaceAll(/<\/?script>\n/g, ""), "a(1)", { filename: "file.svelte" })).toContain("import a from 'a'");
  });

  it("goes together with a name appended to the same list", () => {
    const more = (file: ReturnType<typeof parse>, at: TSESTree.Node): Edit[] => bindMember(file, at, "crypto", "randomInt")!.edits;
    expect(edited('import { createHash } from "node:crypto";\nf(createHash(1));\n', "createHash(1)", { more })).toBe('import { randomInt } from "node:crypto";\nf(made());\n');
    expect(edited('import { createHash, hash } from "node:crypto";\nf(createHash(1), hash);\n', "createHash(1)", { more })).toBe('import { hash, randomInt } from "node:crypto";\nf(made(), hash);\n');
    expect(edited('const { createHash } = require("node:crypto");\nf(createHash(1));\n', "createHash(1)", { more, filename: "file.cjs" })).toBe('const { randomInt } = require("node:crypto");\nf(made());\n');
  });

  it("goes together with a helper put right after it", () => {
    const more = (file: ReturnType<typeof parse>, at: TSESTree.Node): Edit[] => insertHelper(file, at, requireEnvironment)!.edits;
    expect(edited('import b from "b";\nimport a from "a";\nf(a(1), b);\n', "a(1)", { more })).toMatch(/^import b from "b";\n\n\/\*\* Reads/);
  });
});

describe("several reports that remove a read each", () => {
  const rule: Rule.RuleModule = {
    meta: { fixable: "code", hasSuggestions: true, messages: { found: "found" } },
    create(context) {
      const file = sourceFileOf(context as never);
      return {
        'CallExpression[callee.name="a"]'(node: Rule.Node) {
          const edits = [replace(node as unknown as TSESTree.Node, "made()")];
          context.report({ node, messageId: "found", ...(deliver(file, [{ editClass: "equivalent", messageId: "found", edits }], { inTest: false }) as object) });
        },
      };
    },
  };
  const fix = (code: string): Linter.FixReport => new Linter().verifyAndFix(code, { plugins: { test: { rules: { rule } } }, rules: { "test/rule": "error" } });

  it("take the name out with the last one, in two passes whatever their number", () => {
    expect(fix(`import a from "a";\n${"f(a(1));\n".repeat(50)}`).output).toBe("f(made());\n".repeat(50));
  });

  it("leave the name to a read whose report is disabled", () => {
    const code = 'import a from "a";\nf(a(1)); // eslint-disable-line test/rule\nf(a(1));\n';
    expect(fix(code).output).toBe(code.replace(/a\(1\)\);\n$/, "made());\n"));
  });
});
