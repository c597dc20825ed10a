import { parseForESLint } from "@typescript-eslint/parser";
import { random } from "../../support/random.js";

interface Piece {
  type: string;
  range: [number, number];
  text: string;
}

const NAMES = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "password", "apiKey", "token", "crypto", "require", "process", "safeEqual", "пароль", "$", "_", "ᾩpassword𐊧", "p\\u0061ssword", "\\u{74}oken", "async", "of", "let"];

/** Other ways to write an expression. */
const WRAPPED: readonly ((text: string) => string)[] = [
  (text) => `(${text})`,
  (text) => `(0, ${text})`,
  (text) => `(${text} as any)`,
  (text) => `(${text} satisfies unknown)`,
  (text) => `(${text})!`,
  (text) => `(await ${text})`,
  (text) => `[${text}][0]`,
  (text) => `{ a: ${text} }.a`,
  (text) => `(${text})?.[password]`,
  (text) => `(${text})?.(token)`,
  (text) => `\`\${${text}}\``,
  (text) => `tag\`a\${${text}}\``,
  (text) => `(class { #a = ${text}; static { this.b = ${text}; } accessor c = ${text}; @d(${text}) e() {} })`,
  (text) => `(function* () { yield ${text}; yield* ${text}; })`,
  (text) => `(() => { using a = ${text}; for (const b of ${text}) console.log(b); label: for (;;) break label; })`,
  (text) => `(({ a = ${text}, ...b }) => b)`,
  (text) => `(a ??= ${text})`,
  (text) => `(${text} /* comment */)`,
  (text) => `(typeof ${text} === "string" ? ${text} : !${text})`,
  (text) => `new.target ?? import.meta.env[${text}]`,
];

/** Around a whole program. */
const PROGRAMS: readonly ((text: string) => string)[] = [
  (text) => `#!/usr/bin/env node\n${text}`,
  (text) => `\uFEFF${text}`,
  (text) => `"use strict";\n${text}`,
  (text) => `'use client'\n${text}`,
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replaceAll("\n", "\u2028"),
  (text) => text.replaceAll(";", ""),
  (text) => `enum Token { A = "a" } namespace Secret { export const token = 1 } abstract class Password { abstract password: string }\n${text}`,
  (text) => `let a = b, b = a; a = b; b = a; const { password = token, token = password } = a;\n${text}`,
  (text) => `${text}\n${text}`,
  (text) => `{ ${text} }`,
  (text) => `await import("x"); ${text}`,
  (text) => `// eslint-disable-next-line\n/* a */ ${text} // b`,
];

function pieces(text: string): Piece[] | undefined {
  try {
    const { ast, visitorKeys } = parseForESLint(text, { range: true, tokens: true, comment: true, jsx: true, filePath: "file.tsx", suppressDeprecatedPropertyWarnings: true } as never);
    const found: Piece[] = [];
    const pending: { type: string; range: [number, number] }[] = [ast as never];
    for (let node = pending.pop(); node; node = pending.pop()) {
      found.push({ type: node.type, range: node.range, text: text.slice(...node.range) });
      for (const key of visitorKeys[node.type] ?? []) {
        const child = (node as unknown as Record<string, unknown>)[key];
        for (const each of Array.isArray(child) ? child : [child]) if (each) pending.push(each as never);
      }
    }
    return found;
  } catch {
    return undefined;
  }
}

const isExpression = ({ type }: Piece): boolean => /Expression$|^Literal$|^Identifier$|^TemplateLiteral$/.test(type);
const isStatement = ({ type }: Piece): boolean => /Statement$|Declaration$/.test(type);

/** Changes a program in one to three places: nodes are dropped, swapped, doubled, wrapped, renamed. Many results do not parse. */
export function* mutants(text: string, count: number, seed: number): Generator<string> {
  const all = pieces(text);
  if (!all) return;
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const expressions = all.filter(isExpression);
  const statements = all.filter(isStatement);
  const replaced = ({ range: [start, end] }: Piece, by: string): string => text.slice(0, start) + by + text.slice(end);
  const ways: (() => string | undefined)[] = [
    () => withTwo(expressions, (a, b) => replaced(a, b.text)),
    () => withTwo(expressions, (a, b) => swapped(a, b)),
    () => withTwo(statements, (a, b) => replaced(a, `${a.text}\n${b.text}`)),
    () => withOne(statements, (a) => replaced(a, "")),
    () => withOne(expressions, (a) => replaced(a, pick(WRAPPED)!(a.text))),
    () => withOne(expressions, (a) => replaced(a, pick(WRAPPED)!(a.text))),
    () => withOne(all.filter(({ type }) => type === "Identifier"), (a) => text.replaceAll(new RegExp(`(?<![\\w$])${a.text.replace(/\W/g, "\\$&")}(?![\\w$])`, "g"), () => pick(NAMES)!)),
    () => withOne(all.filter(({ type }) => type === "Identifier"), (a) => replaced(a, pick(NAMES)!)),
    () => withOne(all, (a) => replaced(a, "")),
    () => pick(PROGRAMS)!(text),
  ];
  const withOne = (list: readonly Piece[], make: (a: Piece) => string): string | undefined => {
    const a = pick(list);
    return a && make(a);
  };
  const withTwo = (list: readonly Piece[], make: (a: Piece, b: Piece) => string): string | undefined => {
    const [a, b] = [pick(list), pick(list)];
    return a && b && make(a, b);
  };
  const swapped = (a: Piece, b: Piece): string => {
    const [first, second] = a.range[0] < b.range[0] ? [a, b] : [b, a];
    if (first.range[1] > second.range[0]) return replaced(a, b.text);
    return text.slice(0, first.range[0]) + second.text + text.slice(first.range[1], second.range[0]) + first.text + text.slice(second.range[1]);
  };
  for (let index = 0; index < count; index++) {
    const mutant = pick(ways)!();
    if (mutant !== undefined && mutant !== text) yield mutant;
  }
}
