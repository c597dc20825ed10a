import { rules } from "../support/plugin.js";
import { ruleTester } from "../support/rule-tester.js";

const node = (body: string): string => `import { readFileSync } from "node:fs";\n${body}`;

ruleTester.run("no-math-random-for-tokens", rules["no-math-random-for-tokens"] as never, {
  valid: [],
  invalid: [
    {
      name: "base 36 without a length",
      code: "const token = Math.random().toString(36).slice(2);",
      filename: "file.ts",
      output: "const token = Array.from(crypto.getRandomValues(new Uint32Array(13)), (n) => (n % 36).toString(36)).join(\"\");",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`token` is named as a token","use":"crypto.getRandomValues()"},
          line: 1,
          column: 15,
          endLine: 1,
          endColumn: 50,
          suggestions: [
            { messageId: "useToken", data: { use: "crypto.getRandomValues()" }, output: "const token = Array.from(crypto.getRandomValues(new Uint8Array(32)), (n) => n.toString(16).padStart(2, \"0\")).join(\"\");" },
          ],
        },
      ],
    },
    {
      name: "base 36 with a declared length, and what follows",
      code: node("const inviteCode = Math.random().toString(36).substring(2, 8).toUpperCase();"),
      filename: "file.ts",
      output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst inviteCode = Array.from({ length: 6 }, () => randomInt(36).toString(36)).join(\"\").toUpperCase();",
      errors: [
        {
          messageId: "shortToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`inviteCode` is named as a one-time code","use":"randomInt() of node:crypto","length":"6","bits":"31","floor":"64"},
          line: 2,
          column: 20,
          endLine: 2,
          endColumn: 62,
          suggestions: [
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "import { randomBytes } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst inviteCode = randomBytes(32).toString(\"base64url\").toUpperCase();" },
          ],
        },
      ],
    },
    {
      name: "two halves as one",
      code: node("const token = Math.random().toString(36).substring(2, 15) + Math.random().toString(36).substring(2, 15);"),
      filename: "file.ts",
      output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst token = Array.from({ length: 26 }, () => randomInt(36).toString(36)).join(\"\");",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`token` is named as a token","use":"randomInt() of node:crypto"},
          line: 2,
          column: 15,
          endLine: 2,
          endColumn: 104,
          suggestions: [
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "import { randomBytes } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst token = randomBytes(32).toString(\"base64url\");" },
          ],
        },
      ],
    },
    {
      name: "hex",
      code: "const fs = require(\"node:fs\");\nconst secret = Math.random().toString(16).substr(2, 8);",
      filename: "file.ts",
      output: "const { randomBytes } = require(\"node:crypto\");\nconst fs = require(\"node:fs\");\nconst secret = randomBytes(4).toString(\"hex\");",
      errors: [
        {
          messageId: "shortToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`secret` is named as a secret key","use":"randomBytes() of node:crypto","length":"8","bits":"32","floor":"64"},
          line: 2,
          column: 16,
          endLine: 2,
          endColumn: 55,
          suggestions: [
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "const { randomBytes } = require(\"node:crypto\");\nconst fs = require(\"node:fs\");\nconst secret = randomBytes(32).toString(\"base64url\");" },
          ],
        },
      ],
    },
    {
      name: "hex of odd length",
      code: node("const secret = Math.random().toString(16).slice(2);"),
      filename: "file.ts",
      output: "import { randomBytes } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst secret = randomBytes(7).toString(\"hex\").slice(0, 13);",
      errors: [
        {
          messageId: "shortToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`secret` is named as a secret key","use":"randomBytes() of node:crypto","length":"13","bits":"52","floor":"64"},
          line: 2,
          column: 16,
          endLine: 2,
          endColumn: 51,
          suggestions: [
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "import { randomBytes } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst secret = randomBytes(32).toString(\"base64url\");" },
          ],
        },
      ],
    },
    {
      name: "a length that is computed: a suggestion",
      code: node("export const makeToken = (length: number) => Math.random().toString(36).substring(2, 2 + length);"),
      filename: "file.ts",
      output: null,
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`makeToken` returns a token","use":"randomInt() of node:crypto"},
          line: 2,
          column: 46,
          endLine: 2,
          endColumn: 97,
          suggestions: [
            { messageId: "useSame", data: { use: "randomInt() of node:crypto" }, output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nexport const makeToken = (length: number) => Array.from({ length: length }, () => randomInt(36).toString(36)).join(\"\");" },
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "import { randomBytes } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nexport const makeToken = (length: number) => randomBytes(32).toString(\"base64url\");" },
          ],
        },
      ],
    },
    {
      name: "decimal digits",
      code: node("const otp = Math.random().toString().slice(2, 8);\nconst pin = Math.random().toFixed(4).slice(2);"),
      filename: "file.ts",
      output: ["import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst otp = String(randomInt(1000000)).padStart(6, \"0\");\nconst pin = Math.random().toFixed(4).slice(2);", "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst otp = String(randomInt(1000000)).padStart(6, \"0\");\nconst pin = String(randomInt(10000)).padStart(4, \"0\");"],
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 2,
          column: 13,
          endLine: 2,
          endColumn: 49,
          suggestions: null,
        },
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`pin` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 46,
          suggestions: null,
        },
      ],
    },
    {
      name: "the UUID template",
      code: node("const resetToken = \"xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx\".replace(/[xy]/g, function (c) {\n  const r = (Math.random() * 16) | 0;\n  const v = c === \"x\" ? r : (r & 0x3) | 0x8;\n  return v.toString(16);\n});"),
      filename: "file.ts",
      output: "import { randomUUID } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst resetToken = randomUUID() as string;",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`resetToken` is named as a token (line 5)","use":"randomUUID() of node:crypto"},
          line: 2,
          column: 20,
          endLine: 6,
          endColumn: 3,
          suggestions: null,
        },
      ],
    },
    {
      name: "a hash of nothing but random and time",
      code: "import { createHash } from \"node:crypto\";\nconst token = createHash(\"sha1\").update(Date.now() + \"\" + Math.random()).digest(\"hex\");",
      filename: "file.ts",
      output: "import { randomBytes } from \"node:crypto\";\nconst token = randomBytes(20).toString(\"hex\");",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`token` is named as a token","use":"randomBytes() of node:crypto"},
          line: 2,
          column: 15,
          endLine: 2,
          endColumn: 87,
          suggestions: [
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "import { randomBytes } from \"node:crypto\";\nconst token = randomBytes(32).toString(\"base64url\");" },
          ],
        },
      ],
    },
    {
      name: "a hash of more: a suggestion",
      code: "import { createHash } from \"node:crypto\";\nconst token = createHash(\"sha1\").update(user.id + Math.random()).digest(\"hex\");",
      filename: "file.ts",
      output: null,
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`token` is named as a token","use":"randomBytes() of node:crypto"},
          line: 2,
          column: 15,
          endLine: 2,
          endColumn: 79,
          suggestions: [
            { messageId: "useSame", data: { use: "randomBytes() of node:crypto" }, output: "import { randomBytes } from \"node:crypto\";\nconst token = randomBytes(20).toString(\"hex\");" },
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "import { randomBytes } from \"node:crypto\";\nconst token = randomBytes(32).toString(\"base64url\");" },
          ],
        },
      ],
    },
    {
      name: "the option minTokenBits raises the floor",
      code: node("const token = Math.random().toString(36).slice(2);"),
      filename: "file.ts",
      options: [{"minTokenBits":128}],
      output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst token = Array.from({ length: 13 }, () => randomInt(36).toString(36)).join(\"\");",
      errors: [
        {
          messageId: "shortToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`token` is named as a token","use":"randomInt() of node:crypto","length":"13","bits":"67","floor":"128"},
          line: 2,
          column: 15,
          endLine: 2,
          endColumn: 50,
          suggestions: [
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "import { randomBytes } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst token = randomBytes(32).toString(\"base64url\");" },
          ],
        },
      ],
    },
  ],
});
