import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export interface Input {
  name: string;
  text: string;
}

const tests = path.join(import.meta.dirname, "..", "..");

const filesBelow = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => path.join(folder, name));

/** Every text in the rules' tests that may be a program, every corpus file and every example of the documentation. */
export function inputs(): Input[] {
  const found = new Map<string, Input>();
  const add = (name: string, text: string): void => void (text.length >= 20 && /[(=]/.test(text) && found.set(text, { name, text }));
  for (const file of filesBelow(path.join(tests, "rules"), /\.ts$/)) {
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add(path.basename(file), node.text);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest));
  }
  for (const file of filesBelow(path.join(tests, "corpus"), /\.[jt]sx?$/)) add(path.basename(file), readFileSync(file, "utf8"));
  for (const file of filesBelow(path.join(tests, "..", "rules-docs"), /\.md$/))
    for (const [, text] of readFileSync(file, "utf8").matchAll(/^```[jt]sx?\n(.*?)^```$/gms)) add(path.basename(file), text!);
  return [...found.values()];
}
