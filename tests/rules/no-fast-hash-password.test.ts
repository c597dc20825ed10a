import { asyncPassword, syncPassword } from "../../src/fix/helpers/password-hash.js";
import type { HelperSource } from "../../src/fix/helpers/helper-source.js";
import { rules } from "../support/plugin.js";
import { ruleTester } from "../support/rule-tester.js";

/** The text of an inserted helper, as it stands in a TypeScript file (or a JavaScript one). */
const helper = (source: HelperSource, name: string, language: "typescript" | "javascript" = "typescript"): string =>
  `/** ${source.summary} */\n${source[language](name, (member) => member, "")}\n\n`;
const imports = (...names: string[]): string => `import { ${names.join(", ")} } from "node:crypto";\n`;
const named = (name: string): string => `\`${name}\` is named as a password`;

ruleTester.run("no-fast-hash-password", rules["no-fast-hash-password"] as never, {
  valid: [
    { name: "a hash of a file", code: 'import { createHash } from "crypto"; createHash("md5").update(file).digest("hex");' },
    { name: "a hash of a random token", code: 'import crypto from "crypto"; const resetToken = crypto.randomBytes(32).toString("hex"); user.passwordResetToken = crypto.createHash("sha256").update(resetToken).digest("hex");' },
    { name: "a hash before bcrypt", code: 'import bcrypt from "bcrypt"; import md5 from "md5"; bcrypt.hash(md5(password), 12);' },
    { name: "HTTP digest", code: 'import md5 from "md5"; const ha1 = md5(`${username}:${realm}:${password}`);' },
    { name: "PostgreSQL's answer to a salt", code: 'import md5 from "md5"; const answer = (user, password, salt) => `md5${md5(md5(password + user) + salt)}`;' },
    { name: "an answer to a challenge", code: 'import md5 from "md5"; function answer(password, challenge) { const first = md5(password); return combine(first, challenge); }' },
    { name: "an answer with the salt of a message", code: 'import crypto from "crypto"; function answer(msg) { const passwordHash = crypto.createHash("md5").update(msg.salt).digest("hex"); }' },
    { name: "an answer of MySQL's kind", code: 'import crypto from "crypto"; function answer(password, seeds) { const first = crypto.createHash("sha1").update(password).digest(); return xor(first, seeds); }' },
    { name: "what is written to a socket", code: 'import net from "net"; import crypto from "crypto"; function login(socket, password) { const digest = crypto.createHash("sha1").update(password).digest(); socket.write(frame("p", digest)); }' },
    { name: "a factory that is called as a hash", code: "export const plugins = { sha256_password: sha256_password({}) };" },
    { name: "the old digest of a verifier", code: 'import md5 from "md5"; verifyPassword(password, stored, (password) => md5(password));' },
    { name: "a function named legacy", code: 'import md5 from "md5"; const legacyHash = (password) => md5(password);' },
    { name: "a cipher key", code: 'import crypto from "crypto"; const key = crypto.createHash("sha256").update(password).digest();' },
    { name: "a hash of a stored hash", code: 'import md5 from "md5"; const passhash = user.pass; send(md5(user.email + passhash));' },
    { name: "a sufficient bcrypt cost", code: 'import bcrypt from "bcrypt"; bcrypt.hash(password, 10);' },
    { name: "a bcrypt cost that the file does not state", code: 'import bcrypt from "bcrypt"; bcrypt.hash(password, config.rounds);' },
    { name: "bcrypt of a literal", code: 'import bcrypt from "bcrypt"; bcrypt.hashSync("1234", 4);' },
    { name: "a low cost in a test", code: 'import bcrypt from "bcrypt"; bcrypt.hash(password, 1);', filename: "src/user.test.ts" },
    { name: "PBKDF2 for a key", code: 'import { pbkdf2Sync } from "crypto"; pbkdf2Sync(seed, salt, 1000, 32, "sha512");' },
    { name: "argon2id, by its name and by its number", code: 'import argon2 from "argon2"; argon2.hash(password, { type: argon2.argon2id }); argon2.hash(password, { type: 2 }); argon2.hash(password, { type: chosen });' },
    { name: "argon2 with less memory and more passes", code: 'import argon2 from "argon2"; argon2.hash(password, { memoryCost: 9216, timeCost: 4 });' },
    { name: "PBKDF2 above what NIST asked for in 2017", code: 'import { pbkdf2Sync } from "crypto"; pbkdf2Sync(password, salt, 10001, 32, "sha256"); pbkdf2Sync(password, salt, 25000, 32, "sha256");' },
    { name: "a name that the project declares harmless", code: 'import md5 from "md5"; md5(roomPassword);', settings: { "secret-handling": { notSecretNames: ["roomPassword"] } } },
  ],
  invalid: [
    {
      name: "a comparison in an async function is verified",
      filename: "file.ts",
      code: 'import md5 from "md5";\nconst login = async (user, password) => md5(password) === user.hash;\n',
      output: `${imports("scrypt", "timingSafeEqual")}import md5 from "md5";\n\n${helper(asyncPassword.verify, "verifyPassword")}const login = async (user, password) => await verifyPassword(password, user.hash, (password) => md5(password));\n`,
      errors: [{ messageId: "fastHash", data: { algorithm: "MD5", reason: named("password") }, line: 2, column: 41, endLine: 2, endColumn: 54 }],
    },
    {
      name: "an inequality in a synchronous function is verified without await",
      code: 'import { createHash } from "node:crypto";\nfunction check(user, password) {\n  if (createHash("sha1").update(password).digest("hex") !== user.hash) throw new Error("wrong");\n}\n',
      output: `${imports("createHash", "scryptSync", "timingSafeEqual")}\n${helper(syncPassword.verify, "verifyPassword")}function check(user, password) {\n  if (!verifyPassword(password, user.hash, (password) => createHash("sha1").update(password).digest("hex"))) throw new Error("wrong");\n}\n`,
      errors: [{ messageId: "fastHash", data: { algorithm: "SHA-1", reason: named("password") }, line: 3, column: 7, endLine: 3, endColumn: 56 }],
    },
    {
      name: "a store alone is hashed with scrypt",
      filename: "file.ts",
      code: 'import md5 from "md5";\nexport async function change(user, password) {\n  user.password = md5(password);\n}\n',
      output: `${imports("randomBytes", "scrypt")}\n${helper(asyncPassword.hash, "hashPassword")}export async function change(user, password) {\n  user.password = await hashPassword(password);\n}\n`,
      errors: [{ messageId: "fastHash", line: 3, column: 19, endLine: 3, endColumn: 32 }],
    },
    {
      name: "a store alone is a suggestion when migrating fixes are off",
      filename: "file.ts",
      code: 'import md5 from "md5";\nexport async function change(user, password) {\n  user.password = md5(password);\n}\n',
      settings: { "secret-handling": { migratingFixes: false } },
      output: null,
      errors: [
        {
          messageId: "fastHash",
          suggestions: [
            {
              messageId: "hashWithScrypt",
              output: `${imports("randomBytes", "scrypt")}\n${helper(asyncPassword.hash, "hashPassword")}export async function change(user, password) {\n  user.password = await hashPassword(password);\n}\n`,
            },
          ],
        },
      ],
    },
    {
      name: "the project's own hasher is imported",
      filename: "file.ts",
      code: 'import md5 from "md5";\nexport async function change(user, password) {\n  user.password = md5(password);\n}\n',
      settings: { "secret-handling": { passwordHasher: { module: "#lib/passwords", hash: "hashIt", verify: "verifyIt" } } },
      output: 'import { hashIt } from "#lib/passwords";\nexport async function change(user, password) {\n  user.password = await hashIt(password);\n}\n',
      errors: [{ messageId: "fastHash", line: 3 }],
    },
    {
      name: "a library that the file imports hashes",
      code: 'import bcrypt from "bcryptjs";\nimport md5 from "md5";\nexport async function change(user, password) {\n  user.password = md5(password);\n}\n',
      output: 'import bcrypt from "bcryptjs";\nexport async function change(user, password) {\n  user.password = await bcrypt.hash(password, 10);\n}\n',
      errors: [{ messageId: "fastHash", line: 4 }],
    },
    {
      name: "a lookup by hash has no edit",
      filename: "file.ts",
      code: 'import md5 from "md5";\nexport const login = async (email, password) => User.findOne({ email, password: md5(password) });\n',
      output: null,
      errors: [{ messageId: "fastHashLookup", data: { algorithm: "MD5", reason: named("password") }, line: 2, column: 81, endLine: 2, endColumn: 94 }],
    },
    {
      name: "a lookup by SQL has no edit, and neither has a store beside it",
      filename: "file.ts",
      code: 'import md5 from "md5";\nexport const login = (name, password) => db.query("SELECT * FROM users WHERE name = ? AND password = ?", [name, md5(password)]);\nexport const change = (user, password) => { user.password = md5(password); };\n',
      output: null,
      errors: [{ messageId: "fastHashLookup", line: 2 }, { messageId: "fastHash", line: 3 }],
    },
    {
      name: "a browser file has no edit",
      code: 'import md5 from "md5";\nexport const login = async () => { user.password = md5(document.querySelector("#password").value); };\n',
      output: null,
      errors: [{ messageId: "fastHash", line: 2 }],
    },
    {
      name: "a comment inside the comparison stays",
      filename: "file.ts",
      code: 'import md5 from "md5";\nconst login = async (user, password) => md5(password) === /* stored */ user.hash;\n',
      output: null,
      errors: [{ messageId: "fastHash", line: 2 }],
    },
    {
      name: "a digest of bytes has no edit",
      code: 'import { createHash } from "node:crypto";\nuser.password = createHash("sha256").update(password).digest();\n',
      output: null,
      errors: [{ messageId: "fastHash", line: 2 }],
    },
    {
      name: "a chain over several statements is reported from its start to where the password goes in",
      code: 'import { createHash } from "node:crypto";\nfunction hash(password) {\n  const h = createHash("sha512");\n  h.update(password);\n  return h.digest("hex");\n}\n',
      output: null,
      errors: [{ messageId: "fastHash", data: { algorithm: "SHA-512", reason: named("password") }, line: 3, column: 13, endLine: 4, endColumn: 21 }],
    },
    {
      name: "a chain over many lines is reported where the password goes in",
      code: `import { createHash } from "node:crypto";\nfunction hash(password) {\n  const h = createHash("sha512");\n${"  note();\n".repeat(6)}  h.update(password);\n  return h.digest("hex");\n}\n`,
      output: null,
      errors: [{ messageId: "fastHash", data: { algorithm: "SHA-512", reason: named("password") }, line: 10, column: 3, endLine: 10, endColumn: 21 }],
    },
    {
      name: "an unknown value that becomes a password",
      code: 'import sha1 from "sha1";\nexport const f = (record, value) => audit({ passwordHash: sha1(value) });\n',
      output: null,
      errors: [{ messageId: "fastHash", data: { algorithm: "SHA-1", reason: "the digest becomes `passwordHash`" }, line: 2 }],
    },
    {
      name: "a bcrypt cost is raised",
      code: 'import bcrypt from "bcrypt";\nbcrypt.hash(password, 8);\n',
      output: 'import bcrypt from "bcrypt";\nbcrypt.hash(password, 10);\n',
      errors: [{ messageId: "lowCost", data: { family: "bcrypt", parameter: "cost", actual: "8", recommended: "10" }, line: 2, column: 23, endLine: 2, endColumn: 24 }],
    },
    {
      name: "a bcrypt cost in a constant is raised where it is stated",
      code: 'const bcrypt = require("bcryptjs");\nconst ROUNDS = 6;\nbcrypt.hashSync(password, bcrypt.genSaltSync(ROUNDS));\n',
      filename: "file.js",
      output: 'const bcrypt = require("bcryptjs");\nconst ROUNDS = 10;\nbcrypt.hashSync(password, bcrypt.genSaltSync(ROUNDS));\n',
      errors: [{ messageId: "lowCost", line: 3 }],
    },
    {
      name: "the cost of @node-rs/bcrypt is raised",
      code: 'import { hash } from "@node-rs/bcrypt";\nhash(password, { cost: 4 });\n',
      output: 'import { hash } from "@node-rs/bcrypt";\nhash(password, { cost: 10 });\n',
      errors: [{ messageId: "lowCost", line: 2 }],
    },
    {
      name: "an own minimum of bcrypt",
      code: 'import bcrypt from "bcrypt";\nbcrypt.hash(password, 10);\n',
      options: [{ bcryptCost: 12 }],
      output: 'import bcrypt from "bcrypt";\nbcrypt.hash(password, 12);\n',
      errors: [{ messageId: "lowCost", data: { family: "bcrypt", parameter: "cost", actual: "10", recommended: "12" } }],
    },
    {
      name: "argon2 parameters are raised",
      code: 'import argon2 from "argon2";\nargon2.hash(password, { memoryCost: 4096, timeCost: 1 });\n',
      output: 'import argon2 from "argon2";\nargon2.hash(password, { memoryCost: 19456, timeCost: 2 });\n',
      errors: [
        { messageId: "lowCost", data: { family: "argon2", parameter: "memoryCost", actual: "4096", recommended: "19456" }, line: 2, column: 37, endColumn: 41 },
        { messageId: "lowCost", data: { family: "argon2", parameter: "timeCost", actual: "1", recommended: "2" }, line: 2, column: 53, endColumn: 54 },
      ],
    },
    {
      name: "argon2d and argon2i become argon2id, whatever they are called",
      code: [
        'import argon2 from "argon2";',
        'import { hash as nodeHash, Algorithm } from "@node-rs/argon2";',
        "argon2.hash(password, { type: argon2.argon2d, raw: false });",
        "argon2.hash(password, { type: 1 });",
        "nodeHash(password, { algorithm: Algorithm.Argon2i });",
        "",
      ].join("\n"),
      output: [
        'import argon2 from "argon2";',
        'import { hash as nodeHash, Algorithm } from "@node-rs/argon2";',
        "argon2.hash(password, { type: argon2.argon2id, raw: false });",
        "argon2.hash(password, { type: 2 });",
        "nodeHash(password, { algorithm: Algorithm.Argon2id });",
        "",
      ].join("\n"),
      errors: [
        { messageId: "weakVariant", data: { parameter: "type", actual: "argon2d", reason: "whose memory accesses depend on the password and can be observed" }, line: 3, column: 31, endColumn: 45 },
        { messageId: "weakVariant", data: { parameter: "type", actual: "argon2i", reason: "which graphics cards attack with less memory" }, line: 4, column: 31, endColumn: 32 },
        { messageId: "weakVariant", data: { parameter: "algorithm", actual: "argon2i", reason: "which graphics cards attack with less memory" }, line: 5, column: 33, endColumn: 50 },
      ],
    },
    {
      name: "an imported variant gives way to the import of the better one",
      code: 'import { argon2i, hash } from "argon2";\nhash(password, { type: argon2i });\n',
      output: 'import { hash, argon2id } from "argon2";\nhash(password, { type: argon2id });\n',
      errors: [{ messageId: "weakVariant", line: 2 }],
    },
    {
      name: "an imported variant of several calls, under another name, beside the better one",
      code: 'import { argon2d as variant, argon2id, hash } from "argon2";\nhash(one, { type: variant });\nhash(two, { type: variant });\nhash(three, { type: argon2id });\n',
      output: [
        'import { argon2d as variant, argon2id, hash } from "argon2";\nhash(one, { type: argon2id });\nhash(two, { type: variant });\nhash(three, { type: argon2id });\n',
        'import { argon2id, hash } from "argon2";\nhash(one, { type: argon2id });\nhash(two, { type: argon2id });\nhash(three, { type: argon2id });\n',
      ],
      errors: [
        { messageId: "weakVariant", line: 2 },
        { messageId: "weakVariant", line: 3 },
      ],
    },
    {
      name: "the variant of a raw argon2 key only gets a suggestion",
      code: 'import argon2 from "argon2";\nargon2.hash(password, { type: argon2.argon2d, raw: true });\n',
      output: null,
      errors: [{ messageId: "weakVariant", suggestions: [{ messageId: "raiseCost", data: { parameter: "type", recommended: "argon2id" }, output: 'import argon2 from "argon2";\nargon2.hash(password, { type: argon2.argon2id, raw: true });\n' }] }],
    },
    {
      name: "raw argon2 keys only get a suggestion",
      code: 'import argon2 from "argon2";\nargon2.hash(password, { timeCost: 1, memoryCost: 19456, raw: true });\n',
      output: null,
      errors: [{ messageId: "lowCost", suggestions: [{ messageId: "raiseCost", data: { parameter: "timeCost", recommended: "2" }, output: 'import argon2 from "argon2";\nargon2.hash(password, { timeCost: 2, memoryCost: 19456, raw: true });\n' }] }],
    },
    {
      name: "PBKDF2 iterations are a suggestion",
      code: 'import { pbkdf2Sync } from "crypto";\npbkdf2Sync(password, salt, 1000, 64, "sha512");\n',
      output: null,
      errors: [{ messageId: "lowCost", data: { family: "PBKDF2-SHA-512", parameter: "iterations", actual: "1000", recommended: "210000" }, line: 2, suggestions: [{ messageId: "raiseCost", data: { parameter: "iterations", recommended: "210000" }, output: 'import { pbkdf2Sync } from "crypto";\npbkdf2Sync(password, salt, 210000, 64, "sha512");\n' }] }],
    },
    {
      name: "all numbers of OWASP for PBKDF2",
      code: 'import { pbkdf2Sync } from "crypto";\npbkdf2Sync(password, salt, 100000, 64, "sha256");\n',
      options: [{ pbkdf2: "owasp" }],
      output: null,
      errors: [{ messageId: "lowCost", suggestions: [{ messageId: "raiseCost", data: { parameter: "iterations", recommended: "600000" }, output: 'import { pbkdf2Sync } from "crypto";\npbkdf2Sync(password, salt, 600000, 64, "sha256");\n' }] }],
    },
    {
      name: "scrypt gets the memory that it needs",
      code: 'import { scryptSync } from "crypto";\nscryptSync(password, salt, 64, { N: 1024 });\n',
      output: null,
      errors: [{ messageId: "lowCost", suggestions: [{ messageId: "raiseCost", data: { parameter: "N", recommended: "131072" }, output: 'import { scryptSync } from "crypto";\nscryptSync(password, salt, 64, { N: 2 ** 17, maxmem: 256 * 1024 * 1024 });\n' }] }],
    },
  ],
});
