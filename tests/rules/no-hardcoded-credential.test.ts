import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/plugin.js";

const live = ["sk", "live", "4eC39HqLyjWDarjtT1zdp7dc"].join("_");
const restrictable = ["AI", "zaSyAtNBN4BY-n1ft4dX0fwj52SNZUqU-0D9A"].join("");

function lint(code: string, { filename = "src/app.ts", options = {}, settings = {} }: { filename?: string; options?: object; settings?: object } = {}): Linter.LintMessage[] {
  const messages = new Linter().verify(
    code,
    [
      {
        files: ["**/*.{js,ts,tsx}"],
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
        plugins: { "secret-handling": plugin },
        rules: { "secret-handling/no-hardcoded-credential": ["error", options] },
        settings: { "secret-handling": settings },
      },
    ],
    { filename },
  );
  expect(messages.filter((message) => message.fatal)).toEqual([]);
  return messages;
}

const ids = (messages: Linter.LintMessage[]): (string | undefined)[] => messages.map(({ messageId }) => messageId);

describe("no-hardcoded-credential", () => {
  it("says why, names the variable, and shows no character of the value", () => {
    const [message] = lint(`const k = "${live}";`);
    expect(message).toMatchObject({ messageId: "credentialInCode", line: 1, column: 11, endLine: 1, endColumn: 11 + live.length + 2 });
    expect(message!.message).toBe(
      "A credential stands in the code: the literal has the format of a Stripe live secret key. Read it from the environment variable `STRIPE_SECRET_KEY` and rotate it: it stays in git history.",
    );
  });

  it("names the consumer and its line", () => {
    const [message] = lint(`import jwt from "jsonwebtoken";\nconst pepper = "salt";\njwt.verify(t, pepper);`);
    expect(message).toMatchObject({ messageId: "credentialInCode", line: 2, column: 16 });
    expect(message!.message).toContain("`verify` signs or checks with it (line 3)");
  });

  it("reports a literal once, whatever speaks against it", () => {
    expect(lint(`import jwt from "jsonwebtoken";\nconst jwtSecret = "supersecret";\njwt.sign({}, jwtSecret);\njwt.verify(t, jwtSecret);`)).toHaveLength(1);
  });

  it("tells a fallback from a constant", () => {
    expect(ids(lint(`export const s = process.env.JWT_SECRET || "dev";`))).toEqual(["credentialFallback"]);
    expect(ids(lint(`export const s = process.env.PORT || "3000";`))).toEqual([]);
  });

  it("says that a Google key can be restricted, and leaves Firebase's web config alone", () => {
    expect(ids(lint(`export const k = "${restrictable}";`))).toEqual(["restrictableKey"]);
    expect(lint(`export const c = { apiKey: "${restrictable}", authDomain: "a.firebaseapp.com", projectId: "a" };`)).toEqual([]);
  });

  it("reports without an edit in browsers, edge functions, enums, types and comments", () => {
    const cases: [string, string, string][] = [
      [`export const A = () => <Map apiKey="${live}" />;`, "src/a.tsx", "credentialInBrowser"],
      [`export const runtime = "edge";\nexport const k = "${live}";`, "src/a.ts", "credentialInBrowser"],
      [`export enum E { A = "${live}" }`, "src/a.ts", "credentialInCode"],
      [`export type T = "${live}";`, "src/a.ts", "credentialInCode"],
      [`// ${live}\nexport {};`, "src/a.ts", "credentialInComment"],
    ];
    for (const [code, filename, id] of cases) {
      const messages = lint(code, { filename });
      expect(ids(messages)).toEqual([id]);
      expect(messages[0]!.fix).toBeUndefined();
    }
  });

  it("suggests instead of fixing in tests and when migrating edits are off", () => {
    const [inTest] = lint(`const k = "${live}";`, { filename: "tests/a.test.ts" });
    expect(inTest!.fix).toBeUndefined();
    expect(inTest!.suggestions).toMatchObject([{ messageId: "readFromEnvironment" }]);
    const [cautious] = lint(`export const s = process.env.JWT_SECRET || "dev";`, { settings: { migratingFixes: false } });
    expect(cautious!.fix).toBeUndefined();
    expect(cautious!.suggestions).toMatchObject([{ messageId: "dropFallback", desc: "Drop the fallback, and fail when `JWT_SECRET` is missing." }]);
  });

  it("keeps a comment inside the range", () => {
    const [message] = lint(`const jwtSecret = "super" /* sic */ + "secret";`);
    expect(message!.messageId).toBe("credentialInCode");
    expect(message!.fix).toBeUndefined();
  });

  it("believes no name in tests, seeds and translations", () => {
    for (const filename of ["tests/a.test.ts", "prisma/seed.ts", "src/locales/en.ts", "src/testCredentials.ts"]) expect(lint(`export const password = "letmein";`, { filename })).toEqual([]);
    expect(lint(`export const password = "letmein";`)).toHaveLength(1);
  });

  it("ignores names on request", () => {
    expect(lint(`const demoPassword = "letmein";`)).toHaveLength(1);
    expect(lint(`const demoPassword = "letmein";`, { options: { ignoreNames: ["demoPassword"] } })).toEqual([]);
  });

  it("leaves comments alone on request", () => {
    expect(lint(`// ${live}`, { options: { checkComments: false } })).toEqual([]);
  });

  it("rejects an unknown option", () => {
    expect(() => lint("x", { options: { ignore: [] } })).toThrow(/ignore/);
  });

  it("follows the vocabulary of the settings", () => {
    expect(lint(`const licenceCode = "abc12xyz";`, { settings: { secretNames: ["licenceCode"] } })).toHaveLength(1);
    expect(lint(`const adminPassword = "letmein";`, { settings: { notSecretNames: ["adminPassword"] } })).toEqual([]);
  });
});
