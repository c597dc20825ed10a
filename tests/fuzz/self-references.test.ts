import fc from "fast-check";
import { expect, it } from "vitest";
import { isFull, seed } from "./support/effort.js";
import { examine } from "./support/examine.js";

// Few names for everything, so that values, functions and members come to stand for themselves: `const otp = otp`, `url = url + token`,
// `f = (key) => f(key.req)`. Whatever follows a value has to notice that it was here before.
const name = fc.constantFrom("otp", "token", "password", "url", "key", "req");
const fn = fc.constantFrom("f", "login", "getToken");

const { statement } = fc.letrec<{ expression: string; statement: string }>((tie) => {
  const value = tie("expression");
  const filled = (shape: (...parts: string[]) => string, ...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map((each) => shape(...each));
  return {
    expression: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      name,
      filled((a, b) => `${a}.${b}`, name, name),
      filled((a) => `this.${a}`, name),
      fc.constantFrom("Math.random().toString(36).slice(2)", "process.env.API_KEY", "Math.floor(Math.random() * 900000)", '"harbour-lights-42"'),
      filled((a, b) => `${a} + ${b}`, value, value),
      filled((a, b) => `(${a} ?? ${b})`, value, value),
      filled((a, b, c) => `(${a} ? ${b} : ${c})`, name, value, value),
      filled((a) => `\`https://ferry.example.com/oauth/token?token=\${${a}}\``, value),
      filled((a, b) => `${a}(${b})`, fn, value),
      filled((a, b, c) => `(await ${a}.${b}(${c}))`, name, fn, value),
      filled((a, b, c) => `({ ${a}: ${b}, ...${c} })`, name, value, name),
      filled((a, b) => `[${a}, ...${b}][0]`, value, name),
      filled((a, b) => `((${a}) => ${b})`, name, value),
      filled((a, b, c) => `${a}.find((${b}) => ${b} === ${c})`, name, name, value),
      filled((a, b) => `createHmac("sha256", ${a}).update(${b}).digest("hex")`, value, value),
      filled((a, b) => `axios.post(${a}, { params: ${b} })`, value, value),
    ),
    statement: fc.oneof(
      filled((kind, a, b) => `${kind} ${a} = ${b};`, fc.constantFrom("const", "let", "var"), name, value),
      filled((a, b, c, d) => `const { ${a}, ${b}: ${c} = ${d} } = ${a};`, name, name, name, value),
      filled((a, operator, b) => `${a} ${operator} ${b};`, name, fc.constantFrom("=", "+=", "??="), value),
      filled((a, b, c) => `${a}.${b} = ${c};`, name, name, value),
      filled((a, b, c, d, e) => `async function ${a}(${b}, ${c} = ${d}) { ${e} return ${d}; }`, fn, name, name, value, tie("statement")),
      filled((a, b, c) => `const ${a} = async (${b}) => ${c};`, fn, name, value),
      filled((a, b, c, d) => `class Ferry { ${a} = ${c}; async ${b}(${a}) { ${d} return this.${b}(${c}); } }`, name, fn, value, tie("statement")),
      filled((a, b) => `exports.${a} = ${a}.${b} = ${a};`, fn, name),
      filled((a, b) => `console.log(${a}, ${b});`, value, value),
      filled((a, b) => `if (${a} !== ${b}) throw new Error("Invalid token");`, value, value),
      filled((a, b, c) => `for (const ${a} of ${b}) { ${c} }`, name, name, tie("statement")),
      filled((a) => `fetch(${a});`, value),
    ),
  };
});

const head = fc.constantFrom("", 'import { randomInt } from "node:crypto";\n', 'const crypto = require("crypto");\n', 'import axios from "axios";\n');
const program = fc.tuple(head, fc.array(statement, { minLength: 3, maxLength: 9 })).map(([start, parts]) => start + parts.join("\n"));

it(`names that stand for themselves come to an end (seed ${seed})`, { timeout: 3_600_000 }, () => {
  const numRuns = isFull ? 30_000 : 300;
  let parsed = 0;
  fc.assert(
    fc.property(program, (text) => {
      const result = examine(text, { filename: "src/file.ts" });
      if (result.parsed) parsed++;
      if (result.faults.length > 0) throw new Error(`${result.faults.join("\n")}\n--- in\n${text}\n--- end`);
    }),
    { seed, numRuns },
  );
  expect(parsed).toBeGreaterThan(numRuns / 2);
});
