import * as parser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import sarif from "../src/formatters/sarif.js";
import plugin from "./support/plugin.js";
import { readSettings } from "../src/settings.js";
import { fill, samples } from "./secrets/values/samples.js";

/** A secret, and the parts of it that nobody but its owner knows: a prefix such as `sk_live_` is published by the vendor. */
interface Secret {
  text: string;
  hidden: readonly string[];
}

const fromProvider = (template: string, seed: number): Secret => {
  const text = fill(template, seed);
  const fixed = template.split(/\{[A-Za-z]\d+\}/);
  let rest = text;
  const hidden: string[] = [];
  for (const part of fixed) {
    const at = part === "" ? (hidden.length === 0 && rest === text ? 0 : rest.length) : rest.indexOf(part);
    if (at > 0) hidden.push(rest.slice(0, at));
    rest = rest.slice(at + part.length);
  }
  return { text, hidden: [...hidden, rest] };
};

// Letters that English text and code do not put side by side, with digits and, for passwords, signs.
const generated = (signs: string) => fc.array(fc.constantFrom(..."QZXJKVqzxjkv0123456789", ...signs), { minLength: 16, maxLength: 28 }).map((all) => ({ text: `Zq7X${all.join("")}`, hidden: [`Zq7X${all.join("")}`] }));
const password = generated("#%!~");
const identifierLike = generated("");

/** Each makes a program in which the secret stands somewhere. `P` is a place for any text in double quotes. */
const POSITIONS: Record<string, (secret: string) => string> = {
  "string": (s) => `export const apiKey = "${s}";`,
  "string in single quotes": (s) => `export const password = '${s}';`,
  "template": (s) => `export const password = \`${s}\`;`,
  "template around a hole": (s) => `export const f = (apiKey) => fetch(\`https://api.example.com/${s}?api_key=\${apiKey}\`);`,
  "template in a log": (s) => `export const f = (password) => console.log(\`${s} \${password} ${s}\`);`,
  "concatenation": (s) => `export const password = "${s.slice(0, 9)}" + "${s.slice(9)}";`,
  "log": (s) => `console.log("${s}"); console.log("password", "${s}", { "${s}": process.env.API_KEY, password: "${s}" });`,
  "log of a constant": (s) => `const secret = "${s}"; console.log(secret); logger.info({ secret }, secret);`,
  "line comment": (s) => `// password: ${s}\nexport const a = 1;`,
  "block comment": (s) => `/* apiKey = "${s}" */ export const password = /* ${s} */ "x";`,
  "property name": (s) => `export const passwords = { "${s}": "${s}" };`,
  "computed property": (s) => `export const f = (o) => { console.log(o["${s}"]); return o["${s}"] === process.env.API_KEY; };`,
  "regular expression": (s) => `export const isPassword = (password) => /${s.replace(/[^\w-]/g, "\\$&")}/.test(password); console.log(/${s.replace(/[^\w-]/g, "\\$&")}/);`,
  "JSX text": (s) => `export const a = <b password="x">${s.replace(/[{}<>]/g, "")}</b>;`,
  "JSX attribute": (s) => `export const a = <b password="${s}" apiKey={"${s}"} />;`,
  "enum member": (s) => `enum Secret { Password = "${s}", ApiKey = "${s}" } export { Secret };`,
  "type": (s) => `export type Password = "${s}"; export const f = (password: "${s}") => console.log(password);`,
  "default value": (s) => `export const f = (password = "${s}", { apiKey = "${s}" } = {}) => console.log(password, apiKey);`,
  "default of an environment variable": (s) => `export const jwtSecret = process.env.JWT_SECRET || "${s}"; export const { PASSWORD = "${s}" } = process.env;`,
  "URL with a query": (s) => `export const f = () => fetch("https://api.example.com/v1?api_key=${encodeURIComponent(s)}&token=${encodeURIComponent(s)}");`,
  "URL with user information": (s) => `export const f = () => { console.log("https://kim:${encodeURIComponent(s)}@shop.io/"); return fetch("https://kim:${encodeURIComponent(s)}@shop.io/"); };`,
  "data source name": (s) => `export const db = "postgres://shop:${encodeURIComponent(s)}@db.shop.io:5432/shop"; console.log(db);`,
  "connection string": (s) => `export const db = "Server=db.shop.io;User Id=shop;Password=${s.replace(/[;"'\s]/g, "")};";`,
  "PEM block": (s) => `export const key = "-----BEGIN PRIVATE KEY-----\\n${s}\\n-----END PRIVATE KEY-----"; console.log(key);`,
  "header": (s) => `export const f = () => fetch("https://api.example.com", { headers: { Authorization: "Bearer ${s}", "X-Api-Key": "${s}" } });`,
  "comparison": (s) => `export const f = (req) => req.headers["x-api-key"] === "${s}" || "${s}" === req.body.password;`,
  "switch case": (s) => `export function f(req) { switch (req.headers["x-api-key"]) { case "${s}": return true; } }`,
  "hash": (s) => `import { createHash, createHmac } from "node:crypto"; export const f = (password) => createHash("md5").update(password + "${s}").digest("hex") === "${s}"; export const g = (t) => createHmac("sha256", "${s}").update(t).digest("hex");`,
  "library call": (s) => `import jwt from "jsonwebtoken"; export const token = jwt.sign({}, "${s}"); export const a = jwt.verify(token, "${s}", { secret: "${s}" });`,
  "random alphabet": (s) => `const chars = "${s}"; export const token = "${s}" + chars[Math.floor(Math.random() * chars.length)]; export const code = "${s}".charAt(Math.random() * 20);`,
  "environment variable's name": (s) => `console.log(process.env["${s}"]); export const a = (req) => req.headers["${s}"] === process.env["${s}"];`,
  "import": (s) => `import a from "${s}"; import * as b from "./${s}/x.js"; export const token = a(Math.random()); console.log(b.password, require("${s}").token);`,
  "directive": (s) => `"${s}"; console.log(password);`,
};

/** With an identifier that is a secret itself. */
const NAMES: Record<string, (secret: string) => string> = {
  "variable": (s) => `const ${s} = Math.random().toString(36).slice(2); export const token = ${s}; console.log(password, ${s});`,
  "logged parameter": (s) => `export const f = (password) => { const ${s} = password; console.log(${s}); return ${s} === process.env.API_KEY; };`,
  "property": (s) => `export const f = (o) => { o.${s} = process.env.API_KEY; console.log(o.${s}, { ${s}: o.password }); };`,
  "function": (s) => `export function ${s}(password) { return require("crypto").createHash("md5").update(password).digest("hex"); } export const hash = (password) => ${s}(password); console.log(${s}.token);`,
  "private member": (s) => `class A { #${s} = Math.random(); token = this.#${s}; log(password) { this.#${s} = password; console.log(this.#${s}); } }`,
  "environment variable": (s) => `console.log(process.env.${s}); export const ok = (req) => req.headers.authorization === process.env.${s};`,
  "default": (s) => `export const apiKey = process.env.${s} || "Zq7X90QZKV31JX"; export const { ${s}: password = "Zq7X90QZKV31JX" } = process.env;`,
  "owner of a password": (s) => `export const ${s} = { password: "correct-horse-9-battery", nested: { apiKey: "Zq7X90QZKV31JX81QJ" } };`,
};

interface Said {
  /** What people and logs get to read. */
  texts: string[];
  /** Words of edits that stand nowhere in the source. */
  made: string[];
  reports: number;
}

const WORD = /[\p{L}\p{N}_]{4,}/gu;

function lint(code: string, { cautious = false, filename = "src/file.tsx" } = {}): Said {
  const texts: string[] = [];
  const spied = Object.fromEntries(
    Object.entries(plugin.rules).map(([id, rule]) => [
      id,
      {
        ...rule,
        create: (context: Rule.RuleContext) =>
          rule.create(
            Object.create(context, {
              report: {
                value(descriptor: { data?: object; suggest?: { data?: object; desc?: string }[] }) {
                  texts.push(JSON.stringify([descriptor.data, descriptor.suggest?.map(({ data, desc }) => [data, desc])]));
                  context.report(descriptor as never);
                },
              },
            }) as Rule.RuleContext,
          ),
      },
    ]),
  );
  const messages = new Linter().verify(
    code,
    [
      {
        files: ["**/*.tsx"],
        plugins: { "secret-handling": { rules: spied } },
        rules: plugin.configs.recommended.rules ?? {},
        settings: { "secret-handling": { migratingFixes: !cautious } },
        languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
      },
    ],
    { filename },
  );
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${fatal.message}: ${code}`);
  texts.push(...messages.flatMap(({ message, suggestions = [] }) => [message, ...(suggestions ?? []).map(({ desc }) => desc)]));
  const rulesMeta = Object.fromEntries(Object.entries(plugin.rules).map(([id, { meta }]) => [`secret-handling/${id}`, meta]));
  const result = { filePath: "/project/file.tsx", source: code, messages, suppressedMessages: [], errorCount: messages.length, warningCount: 0, fatalErrorCount: 0, fixableErrorCount: 0, fixableWarningCount: 0, usedDeprecatedRules: [] };
  // A fingerprint is a hash of public facts: its hex digits mean nothing.
  texts.push(sarif([result] as never, { cwd: "/project", rulesMeta } as never).replaceAll(/"[\da-f]{16,64}(?::\d+)?"/g, '""'));
  const known = new Set(code.match(WORD));
  const edits = messages.flatMap(({ fix, suggestions }) => [...(fix ? [fix.text] : []), ...(suggestions ?? []).map((suggestion) => suggestion.fix.text)]);
  return { texts, made: edits.flatMap((text) => text.match(WORD) ?? []).filter((word) => !known.has(word)), reports: messages.length };
}

/** The first four characters in a row that a text has in common with a secret. */
function leak({ hidden }: Secret, texts: readonly string[], sameCase: boolean): string | undefined {
  for (const part of hidden) {
    for (let start = 0; start + 4 <= part.length; start++) {
      const four = part.slice(start, start + 4);
      const found = texts.find((text) => (sameCase ? text.includes(four) : text.toLowerCase().includes(four.toLowerCase())));
      if (found !== undefined) return `"${four}" stands in …${found.slice(Math.max(0, found.search(new RegExp(four.replace(/\W/g, "\\$&"), "i")) - 200)).slice(0, 400)}`;
    }
  }
  return undefined;
}

function expectSilence(code: string, secret: Secret, options = {}): number {
  const { texts, made, reports } = lint(code, options);
  expect({ code, leak: leak(secret, texts, true) }).toEqual({ code, leak: undefined });
  expect({ code, leak: leak(secret, made, false) }).toEqual({ code, leak: undefined });
  return reports;
}

const RUNS = { seed: 20_261_124, numRuns: 12 };

describe("no part of a secret is printed", () => {
  it.each(Object.entries(POSITIONS))("that stands in a place of this kind: %s", { timeout: 120_000 }, (_position, program) => {
    fc.assert(fc.property(fc.oneof(password, identifierLike), fc.boolean(), (secret, cautious) => void expectSilence(program(secret.text), secret, { cautious })), RUNS);
  });

  it("the positions wake every rule", () => {
    const reports = Object.values(POSITIONS).map((program) => lint(program("Zq7X90QZKV31JX81QJ")).reports);
    expect(reports.filter((count) => count > 0).length).toBeGreaterThan(20);
  });

  it.each(Object.entries(NAMES))("that is a name: %s", { timeout: 120_000 }, (_position, program) => {
    fc.assert(fc.property(identifierLike, fc.boolean(), (secret, cautious) => void expectSilence(program(secret.text), secret, { cautious })), RUNS);
  });

  it.each(Object.entries(samples))("in the format %s", { timeout: 60_000 }, (_id, template) => {
    const secret = fromProvider(template, 11);
    const quoted = JSON.stringify(secret.text).slice(1, -1);
    const places = ["string", "template in a log", "property name", "computed property", "line comment", "URL with a query", "comparison", "library call", "environment variable's name"] as const;
    expectSilence(places.map((place) => `{${POSITIONS[place]!(quoted.replaceAll("$", "\\x24")).replaceAll(/\bexport |import [^"]*"[^"]*";/g, "")}\n}`).join("\n"), secret);
    if (/^[A-Za-z]\w+$/.test(secret.text)) for (const program of Object.values(NAMES)) expectSilence(program(secret.text), secret);
  });

  it("that is a file's name", () => {
    fc.assert(fc.property(identifierLike, (secret) => void expectFileName(secret)), RUNS);
    function expectFileName(secret: Secret): void {
      const { texts } = lint(`console.log(password); export const apiKey = "Zq7X90QZKV31JX81QJ";`, { filename: `src/${secret.text}.tsx` });
      expect(leak(secret, texts, true)).toBeUndefined();
    }
  });

  it("that is a wrong value or key in the settings", () => {
    const wrong: ((secret: string) => unknown)[] = [
      (s) => s,
      (s) => [s],
      (s) => ({ [s]: true }),
      (s) => ({ secretNames: s }),
      (s) => ({ secretNames: [{ [s]: s }] }),
      (s) => ({ runtime: s }),
      (s) => ({ migratingFixes: s }),
      (s) => ({ envReader: { module: s } }),
      (s) => ({ envReader: { module: "x", name: `${s} ` } }),
      (s) => ({ envReader: { module: "x", name: "y", [s]: 1 } }),
      (s) => ({ comparators: [{ [s]: s }] }),
      (s) => ({ hosts: { [s]: s } }),
      (s) => ({ hosts: { [`https://kim:${s}@shop.io`]: { param: "", header: s } } }),
      (s) => ({ fileRoles: { [s]: [s] } }),
      (s) => ({ fileRoles: { test: [{ s }] } }),
      (s) => ({ passwordHasher: { module: s, hash: `${s} `, verify: "v" } }),
    ];
    fc.assert(
      fc.property(password, fc.constantFrom(...wrong), (secret, make) => {
        let said = "";
        try {
          readSettings({ "secret-handling": make(secret.text) });
        } catch (error) {
          said = `${(error as Error).message} ${(error as Error).stack}`;
        }
        expect(said).toContain("secret-handling");
        expect(leak(secret, [said], true)).toBeUndefined();
      }),
      { ...RUNS, numRuns: 100 },
    );
  });
});
