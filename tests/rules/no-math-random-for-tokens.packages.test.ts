import { nodeShuffle } from "../../src/fix/helpers/secure-shuffle.js";
import { rules } from "../support/plugin.js";
import { ruleTester } from "../support/rule-tester.js";

ruleTester.run("no-math-random-for-tokens", rules["no-math-random-for-tokens"] as never, {
  valid: [],
  invalid: [
    {
      name: "lodash random",
      code: "import { random } from \"lodash\";\nimport fs from \"node:fs\";\nconst otp = random(1000, 9999);",
      filename: "file.ts",
      output: "import { randomInt } from \"node:crypto\";\nimport fs from \"node:fs\";\nconst otp = randomInt(1000, 10000);",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"random()","claim":"of lodash is predictable","reason":"`otp` is named as a one-time code","use":"randomInt() of node:crypto"},
          line: 3,
          column: 13,
          endLine: 3,
          endColumn: 31,
          suggestions: null,
        },
      ],
    },
    {
      name: "pseudoRandomBytes",
      code: "const crypto = require(\"crypto\");\nconst salt = crypto.pseudoRandomBytes(16);",
      filename: "file.ts",
      output: "const crypto = require(\"crypto\");\nconst salt = crypto.randomBytes(16);",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"pseudoRandomBytes()","claim":"of crypto promises no unpredictable bytes","reason":"`salt` is named as a salt","use":"randomBytes() of node:crypto"},
          line: 2,
          column: 14,
          endLine: 2,
          endColumn: 42,
          suggestions: null,
        },
      ],
    },
    {
      name: "nanoid/non-secure",
      code: "import fs from \"node:fs\";\nimport { nanoid } from \"nanoid/non-secure\";\nconst apiKey = nanoid();",
      filename: "file.ts",
      output: "import fs from \"node:fs\";\nimport { nanoid } from \"nanoid\";\nconst apiKey = nanoid();",
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"nanoid()","claim":"of nanoid/non-secure is predictable","reason":"`apiKey` is named as an API key","use":"nanoid"},
          line: 3,
          column: 16,
          endLine: 3,
          endColumn: 24,
          suggestions: null,
        },
      ],
    },
    {
      name: "packages",
      code: "const uniqid = require(\"uniqid\");\nconst Chance = require(\"chance\");\nconst chance = new Chance();\nconst token = uniqid();\nconst password = chance.string({ length: 8 });",
      filename: "file.ts",
      output: null,
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"the","claim":"package uniqid is predictable","reason":"`token` is named as a token","use":"randomBytes() of node:crypto"},
          line: 4,
          column: 15,
          endLine: 4,
          endColumn: 23,
          suggestions: [
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "const { randomBytes } = require(\"node:crypto\");\nconst Chance = require(\"chance\");\nconst chance = new Chance();\nconst token = randomBytes(32).toString(\"base64url\");\nconst password = chance.string({ length: 8 });" },
            { messageId: "useUuid", data: { use: "randomUUID() of node:crypto" }, output: "const { randomUUID } = require(\"node:crypto\");\nconst Chance = require(\"chance\");\nconst chance = new Chance();\nconst token = randomUUID() as string;\nconst password = chance.string({ length: 8 });" },
          ],
        },
        {
          messageId: "predictableToken",
          data: {"source":"the","claim":"package chance is predictable","reason":"`password` is named as a password","use":"randomBytes() of node:crypto"},
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 46,
          suggestions: [
            { messageId: "useToken", data: { use: "randomBytes() of node:crypto" }, output: "const { randomBytes } = require(\"node:crypto\");\nconst uniqid = require(\"uniqid\");\nconst Chance = require(\"chance\");\nconst chance = new Chance();\nconst token = uniqid();\nconst password = randomBytes(32).toString(\"base64url\");" },
            { messageId: "useUuid", data: { use: "randomUUID() of node:crypto" }, output: "const { randomUUID } = require(\"node:crypto\");\nconst uniqid = require(\"uniqid\");\nconst Chance = require(\"chance\");\nconst chance = new Chance();\nconst token = uniqid();\nconst password = randomUUID() as string;" },
          ],
        },
      ],
    },
    {
      name: "sampleSize of lodash",
      code: "const _ = require(\"lodash\");\nconst password = _.sampleSize(alphabet, 8).join(\"\");",
      filename: "file.ts",
      output: null,
      errors: [
        {
          messageId: "predictableToken",
          data: {"source":"sampleSize()","claim":"of lodash is predictable","reason":"`password` is named as a password","use":"a Fisher-Yates shuffle with a secure generator"},
          line: 2,
          column: 18,
          endLine: 2,
          endColumn: 43,
          suggestions: [{ messageId: "useShuffle", data: { use: "a Fisher-Yates shuffle with a secure generator" }, output: `const { randomInt } = require("node:crypto");\n\n/** ${nodeShuffle.summary} */\n${nodeShuffle.typescript("secureShuffle", (member) => member, "")}\n\nconst password = secureShuffle([...alphabet]).slice(0, 8).join("");` }],
        },
      ],
    },
  ],
});
