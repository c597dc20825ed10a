import fc from "fast-check";
import { expect, it } from "vitest";
import { isFull, seed } from "./support/effort.js";
import { examine } from "./support/examine.js";

// Programs put together from what the rules look at and from unusual syntax: names × sources × wrappers × sinks × module kinds.
const one = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

const name = one("password", "apiKey", "token", "sessionId", "p\\u0061ssword", "\\u{74}oken", "$secret", "пароль", "constructor", "__proto__", "async", "of", "hash", "url", "x");

const source = fc.oneof(
  name,
  one("Math.random()", "Math.random().toString(36).slice(2)", "Math.floor(Math.random() * 1e6)", "Date.now()", "crypto.randomBytes(16)"),
  one("process.env.API_KEY", "process.env['DB_PASSWORD']", "process.env?.TOKEN", "import.meta.env.VITE_SECRET"),
  one("req.headers['x-api-key']", "req.body.password", "this.password", "this.#secret", "this['token']", "user?.password", "(await load()).token"),
  one("'kX9#mQ2vL7pR4tW8'", "`kX9#mQ2vL7pR4tW8`", "'postgres://shop:kX9mQ2vL7pR4t@db.shop.io/shop'", "'changeme'", "''", "0", "null"),
  one("createHash('md5').update(password).digest('hex')", "md5(password)", "bcrypt.hashSync(password, 4)", "hashes[`md5`](password)"),
);

const wrapper = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `(${text})`,
  (text) => `(${text} as string)`,
  (text) => `(${text} satisfies unknown)`,
  (text) => `(${text})!`,
  (text) => `(0, ${text})`,
  (text) => `\`a\${${text}}\``,
  (text) => `("a" + ${text} + b)`,
  (text) => `(${text} ?? fallback)`,
  (text) => `(process.env.SECRET || ${text})`,
  (text) => `(a ? ${text} : b)`,
  (text) => `String(${text})`,
  (text) => `(${text})?.toString?.()`,
  (text) => `[${text}][0]`,
  (text) => `[...${text}]`,
  (text) => `({ password: ${text}, ...rest }).password`,
  (text) => `(() => ${text})()`,
  (text) => `(a ??= ${text})`,
  (text) => `(${text} /* why */)`,
  (text) => `tag\`\${${text}}\``,
  (text) => `new Proxy(Object(${text}), {})`,
  (text) => `(class { static #a = ${text}; static b = this.#a; })`,
  (text) => `<a password={${text}}>{${text}}</a>`,
);

const value = fc.tuple(source, wrapper, wrapper).map(([text, inner, outer]) => outer(inner(text)));

const statement = fc.oneof(
  fc.tuple(one("const", "let", "var"), name, value).map(([kind, id, text]) => `${kind} ${id} = ${text};`),
  fc.tuple(name, value).map(([id, text]) => `export const ${id}2 = ${text};`),
  fc.tuple(one("console.log", "console?.error", "logger.info", "console['debug']", "log"), value).map(([log, text]) => `${log}("got", ${text});`),
  fc.tuple(one("===", "!==", "==", "!="), value, value).map(([operator, left, right]) => `if (${left} ${operator} ${right}) throw new Error(${left});`),
  value.map((text) => `fetch(\`https://api.example.com/?api_key=\${${text}}\`);`),
  value.map((text) => `axios.get("https://api.example.com/", { params: { access_token: ${text} } });`),
  value.map((text) => `new Client({ user: "shop", password: ${text}, ["token"]: ${text} });`),
  value.map((text) => `jwt.sign({}, ${text});`),
  value.map((text) => `db.users.insert({ passwordHash: createHash("sha1").update(${text}).digest("hex") });`),
  value.map((text) => `switch (${text}) { case process.env.API_TOKEN: break; case ${text}: default: }`),
  value.map((text) => `async function makeToken() { await using token = ${text}; return token; }`),
  value.map((text) => `function* tokens() { for (const token of ${text}) yield token; }`),
  value.map((text) => `class Session { @field() accessor token = ${text}; #secret = ${text}; static { console.log(this.token); } get password() { return this.#secret; } }`),
  value.map((text) => `abstract class Base { abstract password: string; constructor(private readonly secret = ${text}) { console.log(this.secret); } }`),
  value.map((text) => `enum Secrets { Password = "kX9#mQ2vL7pR4tW8", Token = String(${text}) as any }`),
  value.map((text) => `namespace Auth { export const password = ${text}; export import A = B.C; }`),
  value.map((text) => `({ password: holder.token = ${text}, ...rest } = body);`),
  value.map((text) => `label: { if (a) break label; else console.log(${text}) }`),
  value.map((text) => `let left = right, right = left; left = right; right = left; console.log(left, ${text});`),
  value.map((text) => `declare const ambient: string; type T = typeof ambient; export const typed: T = ${text};`),
  value.map((text) => `const { password = ${text}, auth: { token = password } = {}, ...others } = body;`),
  value.map((text) => `const answered = await ${text};`),
);

const head = one(
  "",
  `import { createHash } from "node:crypto";\nimport bcrypt from "bcrypt";\n`,
  `import * as crypto from "crypto";\nimport jwt from "jsonwebtoken";\n`,
  `const { createHash } = require("crypto"), jwt = require("jsonwebtoken");\n`,
  `import crypto = require("crypto");\n`,
  `"use strict";\n`,
  `#!/usr/bin/env node\n`,
  `\uFEFF// a mark\n`,
  `"use client"\n`,
);

const program = fc.record({
  text: fc.tuple(head, fc.array(statement, { minLength: 1, maxLength: 5 }), one("\n", "\r\n", "\n\n// note\n")).map(([start, parts, between]) => start + parts.map((part, index) => (/^export|^import|^declare|^namespace/.test(part) || index % 2 === 0 ? part : `{ ${part} }`)).join(between)),
  filename: one("src/file.tsx", "src/file.mts", "src/file.cts", "src/file.test.tsx"),
});

it(`generated programs are linted, fixed and parse (seed ${seed})`, { timeout: 3_600_000 }, () => {
  let parsed = 0;
  let findings = 0;
  const numRuns = isFull ? 20_000 : 200;
  fc.assert(
    fc.property(program, ({ text, filename }) => {
      const result = examine(text, { filename });
      if (result.parsed) parsed++;
      findings += result.messages.length;
      if (result.faults.length > 0) throw new Error(`${result.faults.join("\n")}\n--- in\n${text}\n--- end`);
    }),
    { seed, numRuns },
  );
  expect(parsed).toBeGreaterThan(numRuns / 4);
  expect(findings).toBeGreaterThan(numRuns / 2);
});
