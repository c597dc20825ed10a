import { safeEqual } from "../../src/fix/helpers/safe-equal.js";
import { rules } from "../support/plugin.js";
import { ruleTester } from "../support/rule-tester.js";

const helper = (types: boolean, source = ""): string =>
  `/** ${safeEqual.summary} */\n${safeEqual[types ? "typescript" : "javascript"]("safeEqual", (member) => member, source === "" ? "" : `  const { createHash, timingSafeEqual } = ${source};\n`)}\n`;
const imported = 'import { createHash, timingSafeEqual } from "node:crypto";\n\n';
const required = 'const { createHash, timingSafeEqual } = require("node:crypto");\n\n';
const ENV = "`API_TOKEN` is read from the environment as `API_TOKEN`";
const suggested = (output: string) => [{ messageId: "compareInConstantTime" as const, data: { name: "safeEqual" }, output }];

ruleTester.run("no-plain-equals-secret", rules["no-plain-equals-secret"], {
  valid: [
    { name: "a password and its confirmation", code: "if (password !== confirmPassword) fail();" },
    { name: "a missing secret", code: 'if (apiKey === undefined || apiKey === "" || apiKey === null) fail();' },
    { name: "a length and a type", code: 'if (secret.length !== 32 || typeof secret === "string") fail();' },
    { name: "a weak name alone", code: "if (token === other) go();" },
    { name: "an enum", code: "if (apiKey.type === ApiKeyType.Public || accessToken === TokenType.Access) go();" },
    { name: "a file checksum", code: 'import { createHash } from "crypto"; const hash = createHash("sha256").update(file).digest("hex"); if (hash !== req.body.hash) throw new Error("Invalid hash");' },
    { name: "removal from a list", code: "keys = apiKeys.filter((apiKey) => apiKey !== revokedApiKey);" },
    { name: "a dirty check", code: "const isDirty = apiKey !== storedApiKey;" },
    { name: "a copy brought up to date", code: "if (this.apiKey !== apiKey) { this.apiKey = apiKey; }" },
    { name: "two values of one request", code: "if (req.body.password === req.query.password) go();" },
    { name: "a component", code: "export const A = () => <p>{apiKey === storedApiKey}</p>;", filename: "file.tsx" },
    { name: "a test file", code: "if (apiKey === storedApiKey) go();", filename: "src/key.test.ts" },
    { name: "a list of origins", code: 'if (!process.env.ALLOWED_ORIGINS.split(",").includes(req.headers.origin)) return;' },
    { name: "a list of literals", code: 'const keys = "name,mail".split(",");\nif (!keys.includes(req.query.key)) return;' },
    { name: "the type of a token in a list", code: "if (tokens.find((token) => token.type === req.query.type)) go();" },
    { name: "a record of a store that the environment binds", code: "const draft = JSON.parse(await env.DRAFTS.get(id));\nif (draft.token !== code) render();" },
    { name: "a text searched for something", code: "if (secretMessage.includes(word)) go();" },
    { name: "an assertion about state in a script", code: 'function checkVault(item, plaintext) {\n  assert(item?.login?.password === plaintext.itemPassword, "the item did not decrypt");\n}' },
    { name: "a labelled check", code: 'check("the hash is kept", a.masterPasswordHash === stage.passwordHash && a.privateKey === stage.privateKey);' },
    { name: "what a run should lead to", code: "if (account.passwordHash !== expected.passwordHash) throw new Error('Invalid password hash');" },
    { name: "the same property of elements of a list", code: "if (stages[0].password === stages[1].password || stages[1].password !== stages[2].password) throw new Error('wrong password');" },
    { name: "the same path of like objects", code: "if (forwardStage?.digests?.accountKeys !== currentStage?.digests?.accountKeys) throw new Error('invalid key');" },
    { name: "a wrapped key", code: "function verify(body, pair) {\n  return body.privateKey === pair.wrappedPrivateKey;\n}" },
    { name: "parts of a result that are named as coherent", code: "const generationCoherent = Boolean(winner && state.privateKey === made(winner).privateKey);" },
    { name: "the client of a key, given back where it is there already", code: "const KEY = process.env.MODEL_API_KEY;\nfunction clientFor(key) {\n  if (key === KEY) return shared;\n  return new ModelClient({ apiKey: key });\n}" },
    { name: "a password that is not stored again", code: "async function keep(password) {\n  const existing = readAuthFile().password;\n  if (existing === password) return;\n  await writeKeyring(password);\n}" },
    { name: "an answer about a stored password", code: "const user = await User.findOne({ id });\nif (req.body.yes === isStrong(user.password)) go();" },
    { name: "the answer of a captcha in a store", code: 'if ((await redis.get(`captcha:${id}`)) !== req.body.code) refuse();' },
    { name: "an answer that is only printed", code: "console.log(apiKey === storedApiKey);" },
    { name: "a part of a configured address and another setting", code: "if (parse(env.storageURI).auth.password === process.env.API_SECRET) warn();" },
    { name: "a name that the project declares harmless", code: "if (partnerKey === req.query.key) go();", settings: { "secret-handling": { notSecretNames: ["partnerKey"] } } },
  ],
  invalid: [
    {
      name: "an answer outside of every function",
      filename: "file.ts",
      code: "if (airdrop.claimToken === claimToken) return true;\n",
      output: `${imported}${helper(true)}\nif (safeEqual(airdrop.claimToken, claimToken)) return true;\n`,
      errors: [{ messageId: "timingUnsafeComparison", data: { reason: "`claimToken` is named as a token", other: "`claimToken`", by: "`===`" }, line: 1, column: 5, endLine: 1, endColumn: 38 }],
    },
    {
      name: "a neutral name in a store, and a code that somebody sends",
      filename: "file.mjs",
      code: "const kept = await redis.get(id);\nif (kept !== req.body.verifyCode) refuse();\n",
      output: `${imported}${helper(false)}\nconst kept = await redis.get(id);\nif (!safeEqual(kept, req.body.verifyCode)) refuse();\n`,
      errors: [{ messageId: "timingUnsafeComparison", data: { reason: "`kept` is read from a store", other: "`verifyCode` from the request body", by: "`!==`" }, line: 2, column: 5, endLine: 2, endColumn: 33 }],
    },
    {
      name: "the hash of a one-time code",
      filename: "file.mjs",
      code: "function check(otp, record) {\n  return hashOtp(otp) === record.codeHash;\n}\n",
      output: `${imported}${helper(false)}\nfunction check(otp, record) {\n  return safeEqual(hashOtp(otp), record.codeHash);\n}\n`,
      errors: [{ messageId: "timingUnsafeComparison", data: { reason: "The result of `hashOtp` is made from a one-time code", other: "`codeHash`", by: "`===`" }, line: 2, column: 10, endLine: 2, endColumn: 42 }],
    },
    {
      name: "the hash of a password by a function that is named by its digits",
      filename: "file.mjs",
      code: "if (user.password !== md5(req.body.password, salt)) refuse();\n",
      output: null,
      errors: [{ messageId: "passwordHashComparison", line: 1, column: 5, endLine: 1, endColumn: 51 }],
    },
    {
      name: "a form of a stored password, as whoever asks must send it",
      code: "const user = await User.findOne({ id });\nif (req.query.h === seeded(user.password, 20)) go();\n",
      filename: "file.ts",
      output: `${imported}${helper(true)}\nconst user = await User.findOne({ id });\nif (safeEqual(req.query.h, seeded(user.password, 20))) go();\n`,
      errors: [
        {
          messageId: "passwordHashComparison",
          data: { reason: "The result of `seeded` is made from a stored password", other: "`h` from the request query", by: "`===`" },
          line: 2,
          column: 5,
          endLine: 2,
          endColumn: 46,
        },
      ],
    },
    {
      name: "the plain snippet in a TypeScript file",
      filename: "file.ts",
      code: "if (apiKey === storedApiKey) {\n  open();\n}\n",
      output: `${imported}${helper(true)}\nif (safeEqual(apiKey, storedApiKey)) {\n  open();\n}\n`,
      errors: [{ messageId: "timingUnsafeComparison", data: { reason: "`apiKey` is named as an API key", other: "`storedApiKey`", by: "`===`" }, line: 1, column: 5, endLine: 1, endColumn: 28 }],
    },
    {
      name: "the plain snippet in a JavaScript file of unknown module kind",
      filename: "file.js",
      code: "if (apiKey !== storedApiKey) deny();\n",
      output: `${helper(false, 'process.getBuiltinModule("node:crypto")')}\nif (!safeEqual(apiKey, storedApiKey)) deny();\n`,
      errors: [{ messageId: "timingUnsafeComparison", data: { reason: "`apiKey` is named as an API key", other: "`storedApiKey`", by: "`!==`" }, line: 1, column: 5, endLine: 1, endColumn: 28 }],
    },
    {
      name: "an HMAC and a header in CommonJS; two sites share one helper",
      filename: "file.cjs",
      code: `const { createHmac } = require("node:crypto");
module.exports = (req, key) => {
  const expected = createHmac("sha256", key).update(req.rawBody).digest("hex");
  if (expected !== req.headers["x-signature"]) return false;
  return req.headers.other === expected;
};
`,
      output: [
        `const { createHmac, createHash, timingSafeEqual } = require("node:crypto");

${helper(false)}
module.exports = (req, key) => {
  const expected = createHmac("sha256", key).update(req.rawBody).digest("hex");
  if (!safeEqual(expected, req.headers["x-signature"])) return false;
  return req.headers.other === expected;
};
`,
        `const { createHmac, createHash, timingSafeEqual } = require("node:crypto");

${helper(false)}
module.exports = (req, key) => {
  const expected = createHmac("sha256", key).update(req.rawBody).digest("hex");
  if (!safeEqual(expected, req.headers["x-signature"])) return false;
  return safeEqual(req.headers.other, expected);
};
`,
      ],
      errors: [
        { messageId: "timingUnsafeComparison", data: { reason: "`expected` is an HMAC digest (line 3)", other: "`x-signature` from a request header", by: "`!==`" }, line: 4, column: 7, endLine: 4, endColumn: 46 },
        { messageId: "timingUnsafeComparison", data: { reason: "`expected` is an HMAC digest (line 3)", other: "`other` from a request header", by: "`===`" }, line: 5, column: 10, endLine: 5, endColumn: 40 },
      ],
    },
    {
      name: "the project's own comparator",
      filename: "file.mjs",
      settings: { "secret-handling": { comparators: [{ module: "#lib/secrets", name: "sameSecret" }] } },
      code: "export const f = (req) => req.query.token === process.env.API_TOKEN;\n",
      output: 'import { sameSecret } from "#lib/secrets";\nexport const f = (req) => sameSecret(req.query.token, process.env.API_TOKEN);\n',
      errors: [{ messageId: "timingUnsafeComparison", data: { reason: ENV, other: "`token` from the request query", by: "`===`" }, line: 1, column: 27, endLine: 1, endColumn: 68 }],
    },
    {
      name: "narrowing that the guarded code needs holds the fix back in TypeScript",
      filename: "file.ts",
      code: "export const f = (req) => {\n  const token = req.query.token;\n  if (token !== process.env.API_TOKEN) return 0;\n  return token.length;\n};\n",
      output: null,
      errors: [
        {
          messageId: "timingUnsafeComparison",
          data: { reason: ENV, other: "`token` from the request query", by: "`!==`" },
          line: 3,
          column: 7,
          endLine: 3,
          endColumn: 38,
          suggestions: suggested(`${imported}${helper(true)}\nexport const f = (req) => {\n  const token = req.query.token;\n  if (!safeEqual(token, process.env.API_TOKEN)) return 0;\n  return token.length;\n};\n`),
        },
      ],
    },
    {
      name: "migrating edits are suggestions when the settings say so",
      filename: "file.cjs",
      settings: { "secret-handling": { migratingFixes: false } },
      code: "module.exports = (req) => req.query.token === process.env.API_TOKEN;\n",
      output: null,
      errors: [
        {
          messageId: "timingUnsafeComparison",
          data: { reason: ENV, other: "`token` from the request query", by: "`===`" },
          line: 1,
          column: 27,
          endLine: 1,
          endColumn: 68,
          suggestions: suggested(`${required}${helper(false)}\nmodule.exports = (req) => safeEqual(req.query.token, process.env.API_TOKEN);\n`),
        },
      ],
    },
    {
      name: "loose equality of a side that may be no string",
      filename: "file.cjs",
      code: "module.exports = (req) => req.query.token == process.env.API_TOKEN;\n",
      output: null,
      errors: [
        {
          messageId: "timingUnsafeComparison",
          data: { reason: ENV, other: "`token` from the request query", by: "`==`" },
          line: 1,
          column: 27,
          endLine: 1,
          endColumn: 67,
          suggestions: suggested(`${required}${helper(false)}\nmodule.exports = (req) => safeEqual(req.query.token, process.env.API_TOKEN);\n`),
        },
      ],
    },
    {
      name: "a prefix, which accepts more than the secret",
      filename: "file.cjs",
      code: 'module.exports = (req) => !req.headers.authorization.startsWith("Bearer " + process.env.API_TOKEN);\n',
      output: null,
      errors: [
        {
          messageId: "timingUnsafeComparison",
          data: { reason: "This value is read from the environment as `API_TOKEN`", other: "`authorization` from a request header", by: "`startsWith`" },
          line: 1,
          column: 27,
          endLine: 1,
          endColumn: 99,
          suggestions: suggested(`${required}${helper(false)}\nmodule.exports = (req) => !safeEqual(req.headers.authorization, "Bearer " + process.env.API_TOKEN);\n`),
        },
      ],
    },
    {
      name: "a list of keys",
      filename: "file.cjs",
      code: 'const keys = process.env.API_KEYS.split(",");\nmodule.exports = (req) => keys.includes(req.query.key);\n',
      output: null,
      errors: [
        {
          messageId: "timingUnsafeComparison",
          data: { reason: "`keys` is read from the environment as `API_KEYS` (line 1)", other: "`key` from the request query", by: "`includes`" },
          line: 2,
          column: 27,
          endLine: 2,
          endColumn: 55,
          suggestions: suggested(`${required}${helper(false)}\nconst keys = process.env.API_KEYS.split(",");\nmodule.exports = (req) => keys.reduce((found, each) => safeEqual(each, req.query.key) || found, false);\n`),
        },
      ],
    },
    {
      name: "the environment, split where it is searched",
      filename: "file.cjs",
      code: 'module.exports = (req) => process.env.API_KEYS.split(",").includes(req.query.key);\n',
      output: null,
      errors: [
        {
          messageId: "timingUnsafeComparison",
          line: 1,
          column: 27,
          endLine: 1,
          endColumn: 82,
          suggestions: suggested(`${required}${helper(false)}\nmodule.exports = (req) => process.env.API_KEYS.split(",").reduce((found, each) => safeEqual(each, req.query.key) || found, false);\n`),
        },
      ],
    },
    {
      name: "a list that is trimmed, by its index",
      filename: "file.cjs",
      code: 'const list = (process.env.API_KEYS || "").split(",").map((each) => each.trim());\nmodule.exports = (req) => list.indexOf(req.query.key) !== -1;\n',
      output: null,
      errors: [
        {
          messageId: "timingUnsafeComparison",
          data: { reason: "This value is read from the environment as `API_KEYS`", other: "`key` from the request query", by: "`indexOf`" },
          line: 2,
          column: 27,
          endLine: 2,
          endColumn: 61,
          suggestions: suggested(`${required}${helper(false)}\nconst list = (process.env.API_KEYS || "").split(",").map((each) => each.trim());\nmodule.exports = (req) => list.reduce((found, each) => safeEqual(each, req.query.key) || found, false);\n`),
        },
      ],
    },
    {
      name: "lodash's includes, which nothing needs any more",
      filename: "file.cjs",
      code: 'const _ = require("lodash");\nconst keys = process.env.API_KEYS.split(",");\nmodule.exports = (req) => _.includes(keys, req.query.key);\n',
      output: null,
      errors: [
        {
          messageId: "timingUnsafeComparison",
          line: 3,
          column: 27,
          endLine: 3,
          endColumn: 58,
          suggestions: suggested(`${required}${helper(false)}\nconst keys = process.env.API_KEYS.split(",");\nmodule.exports = (req) => keys.reduce((found, each) => safeEqual(each, req.query.key) || found, false);\n`),
        },
      ],
    },
    {
      name: "a switch is reported only",
      filename: "file.cjs",
      code: "module.exports = (req) => { switch (req.query.token) { case process.env.API_TOKEN: return true; } };\n",
      output: null,
      errors: [{ messageId: "timingUnsafeComparison", data: { reason: ENV, other: "`token` from the request query", by: "`switch`" }, line: 1, column: 61, endLine: 1, endColumn: 82 }],
    },
    {
      name: "buffers made in the file",
      filename: "file.mjs",
      code: 'import { createHmac } from "node:crypto";\nexport const f = (body, key, hex) => {\n  const expected = createHmac("sha256", key).update(body).digest();\n  const given = Buffer.from(hex, "hex");\n  return !expected.equals(given);\n};\n',
      output:
        'import { createHmac, timingSafeEqual } from "node:crypto";\nexport const f = (body, key, hex) => {\n  const expected = createHmac("sha256", key).update(body).digest();\n  const given = Buffer.from(hex, "hex");\n  return !(expected.length === given.length && timingSafeEqual(expected, given));\n};\n',
      errors: [{ messageId: "timingUnsafeComparison", data: { reason: "`expected` is an HMAC digest (line 3)", other: "`given`", by: "`equals`" }, line: 5, column: 10, endLine: 5, endColumn: 33 }],
    },
    {
      name: "a plain text password",
      filename: "file.cjs",
      code: "module.exports = async (req) => {\n  const user = await User.findOne({ name: req.body.name });\n  return user.password === req.body.password;\n};\n",
      output: `${required}${helper(false)}\nmodule.exports = async (req) => {\n  const user = await User.findOne({ name: req.body.name });\n  return safeEqual(user.password, req.body.password);\n};\n`,
      errors: [{ messageId: "plainPasswordComparison", line: 3, column: 10, endLine: 3, endColumn: 45 }],
    },
    {
      name: "a digest of a password is left to the rule that replaces it by a password hash",
      filename: "file.cjs",
      code: 'const md5 = require("md5");\nmodule.exports = (user, password) => md5(password) === user.password;\n',
      output: null,
      errors: [{ messageId: "passwordHashComparison", line: 2, column: 38, endLine: 2, endColumn: 69 }],
    },
    {
      name: "a fast hash of a password by another file: the password hash repairs it, not a constant time",
      filename: "file.cjs",
      code: 'const { sha256_hex } = require("../utils/sha256");\nexports.login = async (req, res) => {\n  const user = await User.findOne({ name: req.body.name });\n  if (sha256_hex(decrypt(req.body.password)) !== user.password) return res.status(401).end();\n};',
      output: null,
      errors: [{ messageId: "passwordHashComparison", line: 4 }],
    },
    {
      name: "a comment inside holds the edit back",
      filename: "file.cjs",
      code: "module.exports = (req) => req.query.token /* from the link */ === process.env.API_TOKEN;\n",
      output: null,
      errors: [{ messageId: "timingUnsafeComparison", line: 1, column: 27, endLine: 1, endColumn: 88 }],
    },
    {
      name: "an edge function is reported without an edit",
      filename: "file.mjs",
      code: 'export const runtime = "edge";\nexport const GET = (request) => request.headers.get("x-key") === process.env.API_TOKEN;\n',
      output: null,
      errors: [{ messageId: "timingUnsafeComparison", line: 2, column: 33, endLine: 2, endColumn: 87 }],
    },
    {
      name: "a name that the project declares secret",
      filename: "file.cjs",
      settings: { "secret-handling": { secretNames: ["licenceWord"] } },
      code: "module.exports = (req, licenceWord) => req.query.word === licenceWord;\n",
      output: `${required}${helper(false)}\nmodule.exports = (req, licenceWord) => safeEqual(req.query.word, licenceWord);\n`,
      errors: [{ messageId: "timingUnsafeComparison", line: 1, column: 40, endLine: 1, endColumn: 70 }],
    },
  ],
});
