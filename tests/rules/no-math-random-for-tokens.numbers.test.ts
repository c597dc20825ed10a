import { rules } from "../support/plugin.js";
import { ruleTester } from "../support/rule-tester.js";

const node = (body: string): string => `import { readFileSync } from "node:fs";\n${body}`;

ruleTester.run("no-math-random-for-tokens", rules["no-math-random-for-tokens"] as never, {
  valid: [
    { name: "the cost of bcrypt", code: node('import bcrypt from "bcrypt";\nuser.password = await bcrypt.hash(typed, Math.floor(Math.random() * 3) + 10);') },
    { name: "the same, called a salt", code: node('import bcrypt from "bcryptjs";\nconst salt = Math.floor(Math.random() * 3) + 10;\nawait bcrypt.hash(typed, salt);\nawait bcrypt.genSalt(salt);') },
  ],
  invalid: [
    {
      name: "a floor of a product, runtime unknown",
      code: "const otp = Math.floor(Math.random() * 6);",
      filename: "file.ts",
      output: "const otp = crypto.getRandomValues(new Uint32Array(1)).reduce((_, n) => n % 6, 0);",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"crypto.getRandomValues()"},
          line: 1,
          column: 13,
          endLine: 1,
          endColumn: 42,
          suggestions: null,
        },
      ],
    },
    {
      name: "a floor of a product in ESM",
      code: node("const otp = Math.floor(Math.random() * 6);"),
      filename: "file.ts",
      output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst otp = randomInt(6);",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 2,
          column: 13,
          endLine: 2,
          endColumn: 42,
          suggestions: null,
        },
      ],
    },
    {
      name: "a floor of a product in CommonJS",
      code: "const fs = require(\"node:fs\");\nconst otp = Math.trunc(6 * Math.random());",
      filename: "file.ts",
      output: "const { randomInt } = require(\"node:crypto\");\nconst fs = require(\"node:fs\");\nconst otp = randomInt(6);",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 2,
          column: 13,
          endLine: 2,
          endColumn: 42,
          suggestions: null,
        },
      ],
    },
    {
      name: "bitwise truncation",
      code: node("const otp = ~~(Math.random() * 10000);\nconst pin = (Math.random() * 10000) | 0;"),
      filename: "file.ts",
      output: ["import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst otp = randomInt(10000);\nconst pin = (Math.random() * 10000) | 0;", "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst otp = randomInt(10000);\nconst pin = randomInt(10000);"],
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 2,
          column: 13,
          endLine: 2,
          endColumn: 38,
          suggestions: null,
        },
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`pin` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 40,
          suggestions: null,
        },
      ],
    },
    {
      name: "parseInt",
      code: node("const otp = parseInt(Math.random() * 10000, 10);"),
      filename: "file.ts",
      output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst otp = randomInt(10000);",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 2,
          column: 13,
          endLine: 2,
          endColumn: 48,
          suggestions: null,
        },
      ],
    },
    {
      name: "round and ceil widen the range",
      code: node("const otp = Math.round(Math.random() * 9);\nconst pin = Math.ceil(Math.random() * 9999);"),
      filename: "file.ts",
      output: ["import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst otp = randomInt(10);\nconst pin = Math.ceil(Math.random() * 9999);", "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst otp = randomInt(10);\nconst pin = randomInt(1, 10000);"],
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 2,
          column: 13,
          endLine: 2,
          endColumn: 42,
          suggestions: null,
        },
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`pin` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 44,
          suggestions: null,
        },
      ],
    },
    {
      name: "six digits, lower bound inside",
      code: node("const otp = Math.floor(100000 + Math.random() * 900000).toString();"),
      filename: "file.ts",
      output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst otp = randomInt(100000, 1000000).toString();",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 2,
          column: 13,
          endLine: 2,
          endColumn: 56,
          suggestions: null,
        },
      ],
    },
    {
      name: "six digits, lower bound outside",
      code: node("const resetCode = Math.floor(Math.random() * 900000) + 100000;"),
      filename: "file.ts",
      output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst resetCode = randomInt(100000, 1000000);",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`resetCode` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 2,
          column: 19,
          endLine: 2,
          endColumn: 62,
          suggestions: null,
        },
      ],
    },
    {
      name: "literal minimum and maximum",
      code: node("const code = Math.floor(Math.random() * (9999 - 1000 + 1)) + 1000;"),
      filename: "file.ts",
      output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst code = randomInt(1000, 10000);",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`code` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 66,
          suggestions: null,
        },
      ],
    },
    {
      name: "constant minimum and maximum",
      code: node("const min = 1000;\nconst max = 9999;\nconst otp = Math.floor(Math.random() * (max - min + 1)) + min;"),
      filename: "file.ts",
      output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst min = 1000;\nconst max = 9999;\nconst otp = randomInt(min, max + 1);",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 4,
          column: 13,
          endLine: 4,
          endColumn: 62,
          suggestions: null,
        },
      ],
    },
    {
      name: "parameters as bounds: a suggestion",
      code: node("function generateOtp(min: number, max: number) {\n  return Math.floor(Math.random() * (max - min + 1)) + min;\n}"),
      filename: "file.ts",
      output: null,
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`generateOtp` returns a one-time code","use":"randomInt() of node:crypto"},
          line: 3,
          column: 10,
          endLine: 3,
          endColumn: 59,
          suggestions: [
            { messageId: "useSame", data: { use: "randomInt() of node:crypto" }, output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nfunction generateOtp(min: number, max: number) {\n  return randomInt(min, max + 1);\n}" },
          ],
        },
      ],
    },
    {
      name: "ten digits in the browser take two words",
      code: "const otp = Math.floor(Math.random() * 10000000000);",
      filename: "file.ts",
      output: "const otp = crypto.getRandomValues(new Uint32Array(2)).reduce((high, low) => ((high % 2 ** 21) * 2 ** 32 + low) % 10000000000);",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"crypto.getRandomValues()"},
          line: 1,
          column: 13,
          endLine: 1,
          endColumn: 52,
          suggestions: null,
        },
      ],
    },
    {
      name: "a charset loop",
      code: node("const chars = \"ABCDEF\";\nexport function generatePassword(n: number) {\n  let result = \"\";\n  for (let i = 0; i < n; i++) result += chars.charAt(Math.floor(Math.random() * chars.length));\n  return result;\n}"),
      filename: "file.ts",
      output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst chars = \"ABCDEF\";\nexport function generatePassword(n: number) {\n  let result = \"\";\n  for (let i = 0; i < n; i++) result += chars.charAt(randomInt(chars.length));\n  return result;\n}",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`generatePassword` returns a password (line 6)","use":"randomInt() of node:crypto"},
          line: 5,
          column: 54,
          endLine: 5,
          endColumn: 94,
          suggestions: null,
        },
      ],
    },
    {
      name: "a charset loop, runtime unknown",
      code: "const chars = \"ABCDEF\";\nlet token = \"\";\nfor (let i = 0; i < 12; i++) token += chars[Math.floor(Math.random() * chars.length)];",
      filename: "file.ts",
      output: "const chars = \"ABCDEF\";\nlet token = \"\";\nfor (let i = 0; i < 12; i++) token += chars[crypto.getRandomValues(new Uint32Array(1)).reduce((_, n) => n % chars.length, 0)];",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`token` is named as a token","use":"crypto.getRandomValues()"},
          line: 3,
          column: 45,
          endLine: 3,
          endColumn: 85,
          suggestions: null,
        },
      ],
    },
    {
      name: "a charset that is a parameter: a suggestion",
      code: node("export function makeToken(chars: string, n: number) {\n  let out = \"\";\n  while (out.length < n) {\n    const at = Math.floor(Math.random() * chars.length);\n    out += chars.substring(at, at + 1);\n  }\n  return out;\n}"),
      filename: "file.ts",
      output: null,
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`makeToken` returns a token (line 8)","use":"randomInt() of node:crypto"},
          line: 5,
          column: 16,
          endLine: 5,
          endColumn: 56,
          suggestions: [
            { messageId: "useSame", data: { use: "randomInt() of node:crypto" }, output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nexport function makeToken(chars: string, n: number) {\n  let out = \"\";\n  while (out.length < n) {\n    const at = randomInt(chars.length);\n    out += chars.substring(at, at + 1);\n  }\n  return out;\n}" },
          ],
        },
      ],
    },
  ],
});
