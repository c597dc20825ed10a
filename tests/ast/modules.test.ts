import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { moduleMember } from "../../src/ast/modules.js";
import type { Node } from "../../src/ast/nodes.js";

/** What the arguments of `mark(…)` mean, asked in that order. */
function marked(text: string): (string | undefined)[] {
  const linter = new Linter();
  const config: Linter.Config = { languageOptions: { parser } };
  linter.verify(text, [config]);
  const sourceCode = linter.getSourceCode();
  const found: (string | undefined)[] = [];
  for (const statement of sourceCode.ast.body) {
    if (statement.type !== "ExpressionStatement" || statement.expression.type !== "CallExpression") continue;
    for (const argument of statement.expression.arguments) {
      const member = moduleMember(sourceCode as never, argument as unknown as Node);
      found.push(member && [member.module, ...member.path].join(" "));
    }
  }
  return found;
}

const aliases = (count: number): string => Array.from({ length: count }, (_, index) => `const a${index + 1} = a${index};`).join("\n");

describe("the module export that a name means", () => {
  it("is found through any number of aliases, whichever is asked first", () => {
    const text = `import { createHash as a0 } from "node:crypto";\n${aliases(5_000)}\n`;
    expect(marked(`${text}mark(a5000, a9, a0);`)).toEqual(Array(3).fill("crypto createHash"));
    expect(marked(`${text}mark(a0, a9, a5000);`)).toEqual(Array(3).fill("crypto createHash"));
  });

  it("is found through members, patterns and awaits", () => {
    expect(marked(`const { webcrypto: { subtle: s } } = await import("crypto"); const { digest } = s; mark(digest, s.sign, (await import("x")).default.y);`)).toEqual([
      "crypto webcrypto subtle digest",
      "crypto webcrypto subtle sign",
      "x y",
    ]);
  });

  it("is unknown for variables that hold each other", () => {
    expect(marked(`const a = b; const b = a; const c = a.d; mark(a, b, c); const e = e; mark(e);`)).toEqual(Array(4).fill(undefined));
  });

  it("is unknown for more members than an export has", () => {
    expect(marked(`import * as a from "m"; mark(a${".b".repeat(500)}, a${".b".repeat(4)});`)).toEqual([undefined, "m b b b b"]);
  });
});
