import { join } from "node:path";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import plugin from "./support/plugin.js";

// What only a type checker knows: the types stand behind aliases, so that no annotation says it.
const TYPES = "type Amount = number;\ntype Text = string;\ninterface Draft { apiKey: Amount; accessToken: Amount; password: Amount; otp: Text }\n";

const path = join(process.cwd(), "src", "checked.ts");

/** The program of one file that exists nowhere. */
function programOf(text: string): ts.Program {
  const options: ts.CompilerOptions = { strict: true, noLib: true, types: [], target: ts.ScriptTarget.ES2022 };
  const host = ts.createCompilerHost(options);
  host.getSourceFile = (name, language) => (name === path ? ts.createSourceFile(name, text, language, true) : undefined);
  host.fileExists = (name) => name === path;
  return ts.createProgram([path], options, host);
}

function reports(rule: string, code: string, checked: boolean): number {
  const text = TYPES + code;
  const messages = new Linter().verify(
    text,
    {
      files: ["**/*.ts"],
      plugins: { "secret-handling": plugin },
      languageOptions: { parser, parserOptions: checked ? { programs: [programOf(text)] } : {} },
      rules: { [`secret-handling/${rule}`]: "error" },
    },
    { filename: path },
  );
  for (const { fatal, message } of messages) if (fatal) throw new Error(message);
  return messages.length;
}

// The same code with a number and with a string in place of T.
const CODE: readonly (readonly [string, string])[] = [
  ["no-plain-equals-secret", "function check(apiKey: T, storedApiKey: T) { if (apiKey === storedApiKey) return 1; return 0; }"],
  ["no-secret-in-log", "function show(accessToken: T) { console.log('given', accessToken); }"],
  ["no-fast-hash-password", "import md5 from 'md5';\nfunction store(password: T) { return md5(password); }"],
  ["no-secret-in-url-query", "function load(apiKey: T) { return fetch(`https://api.acme.io/v1?api_key=${apiKey}`); }"],
];

describe("type information", () => {
  it.each(CODE)("tells %s that a number is no secret", (rule, code) => {
    expect(reports(rule, code.replaceAll("T)", "Amount)").replaceAll("T,", "Amount,"), true)).toBe(rule === "no-secret-in-url-query" ? 1 : 0);
    expect(reports(rule, code.replaceAll("T)", "Text)").replaceAll("T,", "Text,"), true)).toBe(1);
  });

  it.each(CODE)("is not needed by %s", (rule, code) => {
    expect(reports(rule, code.replaceAll("T)", "Amount)").replaceAll("T,", "Amount,"), false)).toBe(1);
    expect(reports(rule, code.replaceAll("T)", "Text)").replaceAll("T,", "Text,"), false)).toBe(1);
  });

  it.each(CODE)("is not needed where an annotation says it to %s", (rule, code) => {
    expect(reports(rule, code.replaceAll("T)", "number)").replaceAll("T,", "number,"), false)).toBe(rule === "no-secret-in-url-query" ? 1 : 0);
  });

  it("proves that an alphabet is a string", () => {
    const code = "function make(source: Text) { let resetToken = ''; for (let i = 0; i < 9; i++) resetToken += source[Math.floor(Math.random() * source.length)]; return resetToken; }";
    expect(reports("no-math-random-for-tokens", code, true)).toBe(1);
    expect(reports("no-math-random-for-tokens", code, false)).toBe(1);
  });

  it("follows members", () => {
    expect(reports("no-secret-in-log", "function show(draft: Draft) { console.log('given', draft.accessToken); }", true)).toBe(0);
    expect(reports("no-secret-in-log", "function show(draft: Draft) { console.log('given', draft.accessToken); }", false)).toBe(1);
  });

  it.each([
    ["an enum", "enum Level { low = 'low', high = 'high' } function show(accessToken: Level) { console.log('given', accessToken); }", 0],
    ["a flag", "type Flag = boolean | undefined; function show(accessToken: Flag) { console.log('given', accessToken); }", 0],
    ["a string or nothing", "type Maybe = string | undefined; function show(accessToken: Maybe) { console.log('given', accessToken); }", 1],
    ["a template", "type Key = `sk_${string}`; function show(accessToken: Key) { console.log('given', accessToken); }", 1],
    ["anything", "type Any = any; function show(accessToken: Any) { console.log('given', accessToken); }", 1],
  ])("judges %s", (_, code, expected) => expect(reports("no-secret-in-log", code, true)).toBe(expected));

  it("leaves one-time codes, which may be numbers", () => {
    expect(reports("no-secret-in-log", "function show(otp: Amount) { console.log('given', otp); }", true)).toBe(1);
  });
});
