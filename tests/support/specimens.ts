import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A piece of code that a rule reports, and how it is to be linted. */
export interface Specimen {
  readonly ruleId: string;
  readonly name: string;
  readonly code: string;
  readonly filename: string;
  readonly options: readonly unknown[];
  readonly settings: Readonly<Record<string, unknown>>;
}

const tests = path.join(import.meta.dirname, "..");

/** What the rule tests expect to be reported. @typescript-eslint/rule-tester calls a file without a name `react.tsx`. */
export function specimensOfCases(ruleId: string, { invalid }: { invalid: readonly (Partial<Specimen> & { code: string })[] }): Specimen[] {
  return invalid.map(({ code, name = code, filename = "react.tsx", options = [], settings = {} }) => ({ ruleId, name, code, filename, options, settings }));
}

/** The files of the corpus with findings, without the marks. */
export function specimensOfCorpus(): Specimen[] {
  return readdirSync(path.join(tests, "corpus")).flatMap((ruleId) =>
    readdirSync(path.join(tests, "corpus", ruleId))
      .filter((name) => name.startsWith("positive-"))
      .map((name) => {
        const code = readFileSync(path.join(tests, "corpus", ruleId, name), "utf8").replaceAll(/[^\S\n]*(?:\/\/|\/\*)\s*expect\b.*$/gm, "");
        return { ruleId, name: `corpus ${name}`, code, filename: `src/${name.replace("positive-", "")}`, options: [], settings: {} };
      }),
  );
}

/** The examples of incorrect code in the rules' pages. */
export function specimensOfDocs(): Specimen[] {
  const docs = path.join(tests, "..", "rules-docs");
  const setting = (code: string, kind: string): unknown => JSON.parse(new RegExp(`^/\\* eslint-${kind} (\\{.*\\}) \\*/$`, "m").exec(code)?.[1] ?? "{}");
  return readdirSync(docs)
    .filter((page) => page.endsWith(".md"))
    .flatMap((page) => {
      const markdown = readFileSync(path.join(docs, page), "utf8");
      return [...markdown.matchAll(/<!-- eslint incorrect -->\s*\n```([cm]?[jt]sx?)\n([\s\S]*?)\n```/g)].map((match) => {
        const code = `${match[2]}\n`;
        const line = markdown.slice(0, match.index).split("\n").length;
        const settings = { "secret-handling": setting(code, "settings") };
        return { ruleId: page.replace(/\.md$/, ""), name: `${page} line ${line}`, code, filename: `src/example.${match[1]}`, options: [setting(code, "options")], settings };
      });
    });
}

const HEADER = `#!/usr/bin/env node
/*!
 * Copyright the authors. Licensed under MIT.
 */
/**
 * @jest-environment node
 */
"use strict";

`;

/** The same code as other files hold it. The first is the specimen itself. */
export function variantsOf(specimen: Specimen): Specimen[] {
  const { name, code, filename } = specimen;
  const as = (extension: string): Specimen => ({ ...specimen, name: `${name}, as .${extension}`, filename: filename.replace(/\.\w+$/, `.${extension}`) });
  const base = filename.endsWith(".tsx") ? as("ts") : specimen;
  return [
    specimen,
    { ...base, name: `${name}, with CRLF and a byte order mark`, code: `\uFEFF${code.replaceAll("\n", "\r\n")}` },
    { ...base, name: `${name}, below a shebang, a licence, a pragma and a directive`, code: code.startsWith("#!") ? code : HEADER + code },
    ...["ts", "mjs", "cjs"].filter((extension) => !filename.endsWith(`.${extension}`)).map(as),
  ];
}
