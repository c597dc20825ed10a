import { Linter, type Rule } from "eslint";
import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import { bindMember } from "../../src/fix/bindings.js";
import { deliver } from "../../src/fix/delivery.js";
import { replace } from "../../src/fix/edit.js";
import { safeEqual } from "../../src/fix/helpers/safe-equal.js";
import { insertHelper } from "../../src/fix/insert-helper.js";
import { sourceFileOf } from "../../src/source-file.js";

/** Two rules on one file: `roll()` becomes `randomInt`, `same()` becomes our helper. */
const rewriting = (name: string): Rule.RuleModule => ({
  meta: { fixable: "code", hasSuggestions: true, messages: { found: "found" } },
  create(context) {
    const file = sourceFileOf(context as never);
    return {
      [`CallExpression > Identifier.callee[name="${name}"]`](node: Rule.Node) {
        const at = node as unknown as TSESTree.Node;
        const bound = name === "roll" ? bindMember(file, at, "crypto", "randomInt") : insertHelper(file, at, safeEqual);
        const edits = bound && [...bound.edits, replace(at, bound.text)];
        const delivery = deliver(file, [edits && { editClass: "equivalent", messageId: "found", edits }], { inTest: false });
        context.report({ node, messageId: "found", ...(delivery as object) });
      },
    };
  },
});

const config: Linter.Config = {
  plugins: { test: { rules: { roll: rewriting("roll"), same: rewriting("same") } } },
  rules: {
    "test/roll": "error",
    "test/same": "error",
    "no-duplicate-imports": "error",
    "no-redeclare": "error",
    "no-var": "error",
    "prefer-const": "error",
    "sort-imports": ["error", { ignoreDeclarationSort: true }],
  },
};

const sites = Array.from({ length: 50 }, (_, index) => `f(roll(${index}), same(a, ${index}));`).join("\n");

describe("a hundred sites of two rules", () => {
  it.each([
    ["ESM", `import { readFile } from "fs";\nvar a = readFile, f = a;\n${sites}\n`],
    ["CommonJS", `"use strict";\nconst { readFile } = require("fs");\nvar a = readFile, f = a;\n${sites}\n`],
    ["neither", `var a = {}, f = a;\n${sites}\n`],
  ])("converge in %s, beside other rules", (_kind, text) => {
    const linter = new Linter();
    const { output, messages } = linter.verifyAndFix(text, config);
    expect(messages).toEqual([]);
    expect(output.match(/function safeEqual\(/g)).toHaveLength(1);
    expect(output.match(/import \{|= require\("crypto"\)/g)?.length ?? 0).toBeLessThanOrEqual(2);
    expect(output).not.toMatch(/\b(?:roll|same)\(/);
    expect(linter.verifyAndFix(output, config).output).toBe(output);
  });
});
