import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { vi } from "vitest";

const src = path.join(import.meta.dirname, "..", "..", "src");

export interface SourceExpressions {
  /** In `file`, relative to `src`. */
  readonly file: string;
  readonly literals: readonly RegExp[];
  /** Whether it puts expressions together with `new RegExp(…)`. */
  readonly constructs: boolean;
}

/** The regular expressions that stand in the files of `src`. */
export function writtenExpressions(): SourceExpressions[] {
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((name) => {
      const file = name.replaceAll("\\", "/");
      const literals: RegExp[] = [];
      let constructs = false;
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          const end = node.text.lastIndexOf("/");
          literals.push(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)));
        }
        if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && node.expression.text === "RegExp") constructs = true;
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(name, readFileSync(path.join(src, name), "utf8"), ts.ScriptTarget.Latest));
      return { file, literals, constructs };
    });
}

/** The regular expressions that `src` puts together while `run` works with a fresh copy of it, by file. */
export async function constructedExpressions(run: () => Promise<void>): Promise<Map<string, RegExp[]>> {
  const constructed = new Map<string, RegExp[]>();
  vi.stubGlobal(
    "RegExp",
    new Proxy(RegExp, {
      construct(target, [pattern, flags]: [string, string?]) {
        const made = new target(pattern, flags);
        const file = /\/src\/([\w./-]+\.ts)/.exec(new Error().stack?.split("\n")[2] ?? "")?.[1];
        if (file !== undefined) constructed.set(file, [...(constructed.get(file) ?? []), made]);
        return made;
      },
    }),
  );
  vi.resetModules();
  try {
    await run();
  } finally {
    vi.unstubAllGlobals();
  }
  return constructed;
}
