import { rules } from "../support/plugin.js";
import { ruleTester } from "../support/rule-tester.js";

const node = (body: string): string => `import { readFileSync } from "node:fs";\n${body}`;

ruleTester.run("no-math-random-for-tokens", rules["no-math-random-for-tokens"] as never, {
  valid: [
    {
      name: "an id that opens nothing",
      code: "const id = Math.random().toString(36).slice(2);",
      filename: "file.ts",
    },
    {
      name: "React and notification keys",
      code: "enqueueSnackbar({ options: { key: new Date().getTime() + Math.random() } });",
      filename: "file.ts",
    },
    {
      name: "DOM nonces in neutral files",
      code: "const nonce = `nonce-${Math.random().toString(36).substring(2, 15)}`;",
      filename: "file.ts",
    },
    {
      name: "request, message and order ids",
      code: "const requestId = Math.random().toString(36).slice(2);\nlet orderId = 'ORD-';\nfor (let i = 0; i < 6; i++) orderId += chars[Math.floor(Math.random() * chars.length)];",
      filename: "file.ts",
    },
    {
      name: "temporary file names",
      code: "const tempFileName = `s3_${Date.now()}_${Math.random().toString(36).substring(7)}`;",
      filename: "file.ts",
    },
    {
      name: "jitter and sampling beside tokens",
      code: "async function refreshToken() {\n  await sleep(Math.random() * 1000);\n  if (Math.random() < 0.1) log(token);\n}",
      filename: "file.ts",
    },
    {
      name: "the length of a secret",
      code: "function generateRandomPassword() {\n  const length = Math.floor(Math.random() * 41) + 24;\n  return [...crypto.randomBytes(length)].map((byte) => String.fromCharCode((byte % 93) + 33)).join('');\n}",
      filename: "file.ts",
    },
    {
      name: "a choice among existing tokens",
      code: "const token = tokens[Math.floor(Math.random() * tokens.length)];\nconst apiKey = API_KEYS[Math.floor(Math.random() * API_KEYS.length)];",
      filename: "file.ts",
    },
    {
      name: "codes that label a thing",
      code: "function generateOrderCode() {\n  let code = '';\n  for (let i = 0; i < 6; i++) code += chars[Math.floor(Math.random() * chars.length)];\n  return code;\n}\nfunction generateCaptcha() {\n  const code = Math.random().toString(36).slice(2, 8);\n  setCaptchaCode(code);\n}",
      filename: "file.ts",
    },
    {
      name: "colours, games, positions",
      code: "const color = Math.floor(Math.random() * 16777215).toString(16);\nconst secret = Math.floor(Math.random() * 10);\nconst secretNumber = Math.floor(Math.random() * 100) + 1;",
      filename: "file.ts",
    },
    {
      name: "counting tokens",
      code: "const requestToken = Math.random();\nconst cancelToken = Math.random();",
      filename: "file.ts",
    },
    {
      name: "expiry times",
      code: "const user = { token: sign(x), tokenExpires: Date.now() + 3600000, created: Date.now() };\nconst token = { value: sign(x), created: Date.now() };",
      filename: "file.ts",
    },
    {
      name: "secure sources",
      code: "import { randomInt, randomBytes } from 'node:crypto';\nconst otp = randomInt(100000, 1000000);\nconst token = randomBytes(32).toString('hex');",
      filename: "file.ts",
    },
    {
      name: "a number to guess",
      code: "let secret = Math.floor(Math.random() * 100) + 1;\nconst newSecret = Math.floor(Math.random() * maxNumber) + 1;",
      filename: "file.ts",
    },
    {
      name: "character codes",
      code: "const createUniqueID = () => {\n  let id = '';\n  for (let i = 0; i < 10; i++) {\n    const code = Math.floor(Math.random() * 25 + 65);\n    id += String.fromCharCode(code);\n  }\n  return id;\n};\nconst charCode = Math.floor(Math.random() * 26 + 97);",
      filename: "file.ts",
    },
    {
      name: "session ids that a page counts visits with",
      code: "function getSessionId() {\n  let sessionId = sessionStorage.getItem('session');\n  if (!sessionId) sessionId = Math.random().toString(36).slice(2);\n  document.title = sessionId;\n  return sessionId;\n}",
      filename: "file.ts",
    },
    {
      name: "a number that makes a view render again",
      code: "this.randomToken = Math.random() * 1000;",
      filename: "file.ts",
    },
    {
      name: "another Math",
      code: "const Math = { random: () => 4 };\nconst otp = Math.floor(Math.random() * 6);",
      filename: "file.ts",
    },
    {
      name: "tests, fixtures and seeds",
      code: "const token = Math.random().toString(36).slice(2);",
      filename: "tests/token.test.ts",
    },
    {
      name: "seeds",
      code: "const password = Math.random().toString(36).slice(2);",
      filename: "prisma/seed.ts",
    },
    {
      name: "names from the settings",
      code: "const designToken = Math.random().toString(36).slice(2);",
      filename: "file.ts",
      settings: { "secret-handling": {"notSecretNames":["designToken"]} },
    },
  ],
  invalid: [
    {
      name: "Math.random handed over: no edit",
      code: node("export const resetToken = customRandom(alphabet, 21, Math.random)();\nexport const generateToken = () => makeToken(Math.random);"),
      filename: "file.ts",
      output: null,
      errors: [{ messageId: "predictableToken", data: { source: "Math.random()", claim: "is predictable", reason: "`generateToken` returns a token", use: "randomBytes() of node:crypto" }, line: 3, column: 46, endLine: 3, endColumn: 57 }],
    },
    {
      name: "aliases of Math.random",
      code: node("const { random } = Math;\nconst r = Math.random;\nconst otp = Math.floor(random() * 10000);\nconst pin = Math.floor(r() * 10000);\nconst mfaCode = Math.floor(Math[\"random\"]() * 10000);\nconst smsCode = Math.floor(globalThis.Math.random() * 10000);"),
      filename: "file.ts",
      output: ["import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst r = Math.random;\nconst otp = randomInt(10000);\nconst pin = Math.floor(r() * 10000);\nconst mfaCode = Math.floor(Math[\"random\"]() * 10000);\nconst smsCode = Math.floor(globalThis.Math.random() * 10000);", "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst otp = randomInt(10000);\nconst pin = randomInt(10000);\nconst mfaCode = randomInt(10000);\nconst smsCode = randomInt(10000);"],
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 4,
          column: 13,
          endLine: 4,
          endColumn: 41,
          suggestions: null,
        },
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`pin` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 36,
          suggestions: null,
        },
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`mfaCode` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 53,
          suggestions: null,
        },
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`smsCode` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 7,
          column: 17,
          endLine: 7,
          endColumn: 61,
          suggestions: null,
        },
      ],
    },
    {
      name: "a bare fraction",
      code: "const sessionToken = Math.random();",
      filename: "file.ts",
      output: null,
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`sessionToken` is named as a token","use":"crypto.getRandomValues()"},
          line: 1,
          column: 22,
          endLine: 1,
          endColumn: 35,
          suggestions: [
            { messageId: "useToken", data: { use: "crypto.getRandomValues()" }, output: "const sessionToken = Array.from(crypto.getRandomValues(new Uint8Array(32)), (n) => n.toString(16).padStart(2, \"0\")).join(\"\");" },
            { messageId: "useUuid", data: { use: "crypto.randomUUID()" }, output: "const sessionToken = crypto.randomUUID() as string;" },
            { messageId: "useSame", data: { use: "crypto.getRandomValues()" }, output: "const sessionToken = crypto.getRandomValues(new Uint32Array(2)).reduce((high, low) => ((high % 2 ** 21) * 2 ** 32 + low) / 2 ** 53);" },
          ],
        },
      ],
    },
    {
      name: "a time as text",
      code: "const token = Date.now().toString(36);",
      filename: "file.ts",
      output: null,
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Date.now()","claim":"is predictable","reason":"`token` is named as a token","use":"crypto.getRandomValues()"},
          line: 1,
          column: 15,
          endLine: 1,
          endColumn: 25,
          suggestions: [
            { messageId: "useToken", data: { use: "crypto.getRandomValues()" }, output: "const token = Array.from(crypto.getRandomValues(new Uint8Array(32)), (n) => n.toString(16).padStart(2, \"0\")).join(\"\");" },
            { messageId: "useUuid", data: { use: "crypto.randomUUID()" }, output: "const token = crypto.randomUUID() as string;" },
          ],
        },
      ],
    },
    {
      name: "a property and a schema default",
      code: "const fs = require(\"node:fs\");\nconst schema = { resetToken: { type: String, default: () => Math.random().toString(36).slice(2) } };",
      filename: "file.ts",
      output: "const { randomInt } = require(\"node:crypto\");\nconst fs = require(\"node:fs\");\nconst schema = { resetToken: { type: String, default: () => Array.from({ length: 13 }, () => randomInt(36).toString(36)).join(\"\") } };",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`resetToken` is named as a token","use":"randomInt() of node:crypto"},
          line: 2,
          column: 61,
          endLine: 2,
          endColumn: 96,
          suggestions: [
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "const { randomBytes } = require(\"node:crypto\");\nconst fs = require(\"node:fs\");\nconst schema = { resetToken: { type: String, default: () => randomBytes(32).toString(\"base64url\") } };" },
          ],
        },
      ],
    },
    {
      name: "a caller that says token",
      code: node("const rand = () => Math.random().toString(36).slice(2, 18);\nexport const login = () => ({ accessToken: rand() });"),
      filename: "file.ts",
      output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst rand = () => Array.from({ length: 16 }, () => randomInt(36).toString(36)).join(\"\");\nexport const login = () => ({ accessToken: rand() });",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`accessToken` is named as a token (line 3)","use":"randomInt() of node:crypto"},
          line: 2,
          column: 20,
          endLine: 2,
          endColumn: 59,
          suggestions: [
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "import { randomBytes } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst rand = () => randomBytes(32).toString(\"base64url\");\nexport const login = () => ({ accessToken: rand() });" },
          ],
        },
      ],
    },
    {
      name: "a function that takes it",
      code: "const bcrypt = require(\"bcrypt\");\nconst hash = bcrypt.hashSync(Math.random().toString(36).slice(2, 10), 12);",
      filename: "file.ts",
      output: "const { randomInt } = require(\"node:crypto\");\nconst bcrypt = require(\"bcrypt\");\nconst hash = bcrypt.hashSync(Array.from({ length: 8 }, () => randomInt(36).toString(36)).join(\"\"), 12);",
      errors: [
        {
          messageId: "shortToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`hashSync` takes it as a password","use":"randomInt() of node:crypto","length":"8","bits":"41","floor":"64"},
          line: 2,
          column: 30,
          endLine: 2,
          endColumn: 69,
          suggestions: [
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "const { randomBytes } = require(\"node:crypto\");\nconst bcrypt = require(\"bcrypt\");\nconst hash = bcrypt.hashSync(randomBytes(32).toString(\"base64url\"), 12);" },
          ],
        },
      ],
    },
    {
      name: "the state of an OAuth request",
      code: node("const state = Math.random().toString(36).slice(2, 18);\nconst query = new URLSearchParams({ client_id: id, state });"),
      filename: "file.ts",
      output: "import { randomInt } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst state = Array.from({ length: 16 }, () => randomInt(36).toString(36)).join(\"\");\nconst query = new URLSearchParams({ client_id: id, state });",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`state` is sent with an OAuth request (line 3)","use":"randomInt() of node:crypto"},
          line: 2,
          column: 15,
          endLine: 2,
          endColumn: 54,
          suggestions: [
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "import { randomBytes } from \"node:crypto\";\nimport { readFileSync } from \"node:fs\";\nconst state = randomBytes(32).toString(\"base64url\");\nconst query = new URLSearchParams({ client_id: id, state });" },
          ],
        },
      ],
    },
    {
      name: "a cookie",
      code: "res.cookie(\"session\", Math.random().toString(36).slice(2, 18));",
      filename: "file.ts",
      output: "res.cookie(\"session\", Array.from(crypto.getRandomValues(new Uint32Array(16)), (n) => (n % 36).toString(36)).join(\"\"));",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`session` is set to it","use":"crypto.getRandomValues()"},
          line: 1,
          column: 23,
          endLine: 1,
          endColumn: 62,
          suggestions: [
            { messageId: "useToken", data: { use: "crypto.getRandomValues()" }, output: "res.cookie(\"session\", Array.from(crypto.getRandomValues(new Uint8Array(32)), (n) => n.toString(16).padStart(2, \"0\")).join(\"\"));" },
          ],
        },
      ],
    },
    {
      name: "a browser file: suggestions only",
      code: "\"use client\";\nconst otp = Math.floor(Math.random() * 10000);\nconst secret = Math.random().toString(36).slice(2, 8);",
      filename: "file.ts",
      output: null,
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"crypto.getRandomValues()"},
          line: 2,
          column: 13,
          endLine: 2,
          endColumn: 46,
          suggestions: [
            { messageId: "useSame", data: { use: "crypto.getRandomValues()" }, output: "\"use client\";\nconst otp = crypto.getRandomValues(new Uint32Array(1)).reduce((_, n) => n % 10000, 0);\nconst secret = Math.random().toString(36).slice(2, 8);" },
          ],
        },
        {
          messageId: "shortToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`secret` is named as a secret key","use":"crypto.getRandomValues()","length":"6","bits":"31","floor":"64"},
          line: 3,
          column: 16,
          endLine: 3,
          endColumn: 54,
          suggestions: [
            { messageId: "useToken", data: { use: "crypto.getRandomValues()" }, output: "\"use client\";\nconst otp = Math.floor(Math.random() * 10000);\nconst secret = Array.from(crypto.getRandomValues(new Uint8Array(32)), (n) => n.toString(16).padStart(2, \"0\")).join(\"\");" },
            { messageId: "useSame", data: { use: "crypto.getRandomValues()" }, output: "\"use client\";\nconst otp = Math.floor(Math.random() * 10000);\nconst secret = Array.from(crypto.getRandomValues(new Uint32Array(6)), (n) => (n % 36).toString(36)).join(\"\");" },
          ],
        },
      ],
    },
    {
      name: "a fallback for missing Web Crypto: a suggestion only",
      code: "function makeToken() {\n  if (crypto.getRandomValues) return strong();\n  return Math.random().toString(36).slice(2);\n}",
      filename: "file.ts",
      output: null,
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`makeToken` returns a token","use":"crypto.getRandomValues()"},
          line: 3,
          column: 10,
          endLine: 3,
          endColumn: 45,
          suggestions: [
            { messageId: "useSame", data: { use: "crypto.getRandomValues()" }, output: "function makeToken() {\n  if (crypto.getRandomValues) return strong();\n  return Array.from(crypto.getRandomValues(new Uint32Array(13)), (n) => (n % 36).toString(36)).join(\"\");\n}" },
            { messageId: "useToken", data: { use: "crypto.getRandomValues()" }, output: "function makeToken() {\n  if (crypto.getRandomValues) return strong();\n  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (n) => n.toString(16).padStart(2, \"0\")).join(\"\");\n}" },
          ],
        },
      ],
    },
    {
      name: "a comment inside: no fix",
      code: node("const otp = Math.floor(Math.random() /* 0..1 */ * 10000);"),
      filename: "file.ts",
      output: null,
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 2,
          column: 13,
          endLine: 2,
          endColumn: 57,
          suggestions: null,
        },
      ],
    },
    {
      name: "crypto is shadowed",
      code: "function f(crypto: string) {\n  const otp = Math.floor(Math.random() * 10000);\n  return [crypto, otp];\n}",
      filename: "file.ts",
      output: "function f(crypto: string) {\n  const otp = globalThis.crypto.getRandomValues(new Uint32Array(1)).reduce((_, n) => n % 10000, 0);\n  return [crypto, otp];\n}",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`otp` is named as a one-time code","use":"crypto.getRandomValues()"},
          line: 2,
          column: 15,
          endLine: 2,
          endColumn: 48,
          suggestions: null,
        },
      ],
    },
    {
      name: "the file is named for it",
      code: "module.exports = function (length) {\n  let text = \"\";\n  for (let i = 0; i < length; i++) text += Math.floor(Math.random() * 10);\n  return text;\n};",
      filename: "src/generateOTP.js",
      output: "const { randomInt } = require(\"node:crypto\");\nmodule.exports = function (length) {\n  let text = \"\";\n  for (let i = 0; i < length; i++) text += randomInt(10);\n  return text;\n};",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`exports` returns a one-time code (line 4)","use":"randomInt() of node:crypto"},
          line: 3,
          column: 44,
          endLine: 3,
          endColumn: 74,
          suggestions: null,
        },
      ],
    },
    {
      name: "names from the settings: secretNames",
      code: "const licenseCode = Math.random().toString(36).slice(2, 18);",
      filename: "file.ts",
      settings: { "secret-handling": {"secretNames":["licenseCode"]} },
      output: "const licenseCode = Array.from(crypto.getRandomValues(new Uint32Array(16)), (n) => (n % 36).toString(36)).join(\"\");",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"Math.random()","claim":"is predictable","reason":"`licenseCode` is named as a code that opens something","use":"crypto.getRandomValues()"},
          line: 1,
          column: 21,
          endLine: 1,
          endColumn: 60,
          suggestions: [
            { messageId: "useToken", data: { use: "crypto.getRandomValues()" }, output: "const licenseCode = Array.from(crypto.getRandomValues(new Uint8Array(32)), (n) => n.toString(16).padStart(2, \"0\")).join(\"\");" },
          ],
        },
      ],
    },
  ],
});
