import { requireEnvironment } from "../../src/fix/helpers/require-environment.js";
import { rules } from "../support/plugin.js";
import { ruleTester } from "../support/rule-tester.js";

const live = ["sk", "live", "4eC39HqLyjWDarjtT1zdp7dc"].join("_");
const restrictable = ["AI", "zaSyAtNBN4BY-n1ft4dX0fwj52SNZUqU-0D9A"].join("");

const FORMAT = "the literal has the format of a Stripe live secret key";
const stripe = { reason: FORMAT, env: "STRIPE_SECRET_KEY" };
const named = (name: string, what: string): string => `\`${name}\` is named as ${what} and holds a literal`;
/** The inserted reader, as it stands in a file of that language. */
const reader = (language: "typescript" | "javascript" = "typescript"): string => `/** ${requireEnvironment.summary} */\n${requireEnvironment[language]("requireEnvironment", (member) => member, "")}\n\n`;
const suggested = (messageId: "readFromEnvironment" | "dropFallback", env: string, output: string) => [{ messageId, data: { env }, output }];

ruleTester.run("no-hardcoded-credential", rules["no-hardcoded-credential"], {
  valid: [
    { name: "a fallback that is no secret", code: 'export const s = process.env.PORT || "3000";' },
    { name: "Firebase's web configuration", code: `export const c = { apiKey: "${restrictable}", authDomain: "a.firebaseapp.com", projectId: "a" };` },
    ...["tests/a.test.ts", "prisma/seed.ts", "src/locales/en.ts", "src/testCredentials.ts"].map((filename) => ({ name: `a name in ${filename}`, filename, code: 'export const password = "letmein";' })),
    { name: "the key of IndexNow, which the site publishes", code: 'const KEY = "7c38902813c9b99e6f9b194f4dec3a16";\nsend({ host, key: KEY, keyLocation: `https://shop.io/${KEY}.txt` });' },
    { name: "the same, as it is sent", code: 'fetch("https://api.indexnow.org/indexnow", { method: "POST", body: JSON.stringify({ host, key: "7c38902813c9b99e6f9b194f4dec3a16", keyLocation, urlList }) });' },
    { name: "the same, by its name", code: 'const indexNowApiKey = "7c38902813c9b99e6f9b194f4dec3a16";\nexport const seo = { indexNow: { apiKey: "7c38902813c9b99e6f9b194f4dec3a16" } };' },
    { name: "an entry that knows what it is called", code: 'export const FLAGS = { embedSigning: { key: "embedSigning", label: "Embed signing" } };' },
    { name: "the empty state of a form", filename: "src/a.tsx", code: 'const [password, setPassword] = useState("");\nconst apiKey = ref("");' },
    { name: "what is asked for by a prompt", code: 'await inquirer.prompt([{ type: "password", name: "dbPassword", message: "Database password", default: "" }, { type: "input", name: "host", default: "localhost" }]);' },
    { name: "lists of other keys in a configuration", filename: "config/config.default.js", code: 'exports.search = { keys: ["title", "author"] };\nconst config = {};\nconfig.table = { keys: ["id"] };\nconfig.keys = appInfo.name;\nconfig.keys = `${process.env.KEY}_1`;' },
    { name: "keys outside of a configuration", filename: "src/fuse.js", code: 'const config = { keys: ["title", "author"] };' },
    { name: "keys for tests", filename: "config/config.unittest.js", code: 'exports.keys = "for tests";' },
    { name: "a generated text that no request takes", code: 'const entryKey = "tz68K6ytWx6AUqDl30XAwiIoUfr7iWVW";\ns3.getObject({ Bucket: b, Key: entryKey });' },
    { name: "a hash for nobody", code: 'import bcrypt from "bcrypt";\nconst DUMMY_HASH = bcrypt.hashSync("nothing7here", 12);' },
    { name: "a name that the option ignores", code: 'const demoPassword = "letmein";', options: [{ ignoreNames: ["demoPassword"] }] as [{ ignoreNames: string[] }] },
    { name: "a comment, when the option says so", code: `// ${live}`, options: [{ checkComments: false }] as [{ checkComments: boolean }] },
    { name: "a name that the project declares harmless", code: 'const adminPassword = "letmein";', settings: { "secret-handling": { notSecretNames: ["adminPassword"] } } },
  ],
  invalid: [
    {
      name: "a variable that a program sets for others: it cannot read the text from there",
      filename: "src/app.js",
      code: 'process.env.DB_PASSWORD = "harbour-41x";\n',
      output: null,
      errors: [{ messageId: "credentialForOthers", data: { reason: "`DB_PASSWORD` is named as a password and holds a literal", env: "DB_PASSWORD_2" }, line: 1, column: 27, endLine: 1, endColumn: 40 }],
    },
    {
      name: "the default of an option, which is made whether it is used or not",
      filename: "src/app.js",
      code: 'import { program } from "commander";\nprogram.option("--db-password <text>", "of the archive", "Kran7-am-Hafen");\n',
      output: null,
      errors: [{ messageId: "credentialInCode", data: { reason: "`db-password` is named as a password and holds a literal", env: "DB_PASSWORD" }, line: 2, column: 58, endLine: 2, endColumn: 74 }],
    },
    {
      name: "one of the keys that one variable holds",
      filename: "config/server.js",
      code: 'module.exports = ({ env }) => ({ app: { keys: env.array("APP_KEYS", ["lavender1"]) } });\n',
      output: null,
      errors: [{ messageId: "credentialInCode", data: { reason: "`keys` signs cookies and holds a literal", env: "APP_KEYS" }, line: 1, column: 70, endLine: 1, endColumn: 81 }],
    },
    {
      name: "the plain snippet in a TypeScript file",
      filename: "src/app.ts",
      code: `const k = "${live}";\n`,
      output: `${reader()}const k = requireEnvironment("STRIPE_SECRET_KEY");\n`,
      errors: [{ messageId: "credentialInCode", data: stripe, line: 1, column: 11, endLine: 1, endColumn: 11 + live.length + 2 }],
    },
    {
      name: "a secret that a library takes, followed to its constant",
      filename: "file.js",
      code: 'import jwt from "jsonwebtoken";\nconst pepper = "salt";\njwt.verify(t, pepper);\n',
      output: `import jwt from "jsonwebtoken";\n\n${reader("javascript")}const pepper = requireEnvironment("JWT_SECRET");\njwt.verify(t, pepper);\n`,
      errors: [{ messageId: "credentialInCode", data: { reason: "`verify` signs or checks with it (line 3)", env: "JWT_SECRET" }, line: 2, column: 16, endLine: 2, endColumn: 22 }],
    },
    {
      name: "one report for one literal, whatever speaks against it",
      filename: "file.js",
      code: 'import jwt from "jsonwebtoken";\nconst jwtSecret = "supersecret";\njwt.sign({}, jwtSecret);\njwt.verify(t, jwtSecret);\n',
      output: `import jwt from "jsonwebtoken";\n\n${reader("javascript")}const jwtSecret = requireEnvironment("JWT_SECRET");\njwt.sign({}, jwtSecret);\njwt.verify(t, jwtSecret);\n`,
      errors: [{ messageId: "credentialInCode", line: 2, column: 19, endLine: 2, endColumn: 32 }],
    },
    {
      name: "the key that signs cookies, in the configuration of Egg, with the name of the application before it",
      filename: "config/config.default.ts",
      code: 'export default (appInfo: { name: string }) => {\n  const config: { keys?: string } = {};\n  config.keys = appInfo.name + "_1628930203907_8475";\n  return config;\n};\n',
      output: `${reader()}export default (appInfo: { name: string }) => {\n  const config: { keys?: string } = {};\n  config.keys = appInfo.name + requireEnvironment("COOKIE_KEYS");\n  return config;\n};\n`,
      errors: [{ messageId: "credentialInCode", data: { reason: "`keys` signs cookies and holds a literal", env: "COOKIE_KEYS" }, line: 3, column: 17, endLine: 3, endColumn: 53 }],
    },
    {
      name: "the same as a property, in a template",
      filename: "config/config.default.ts",
      code: "export default (appInfo: { name: string }) => ({ keys: `${appInfo.name}_1490324849354_6879`, port: 7001 });\n",
      output: `${reader()}export default (appInfo: { name: string }) => ({ keys: \`\${appInfo.name}\${requireEnvironment("COOKIE_KEYS")}\`, port: 7001 });\n`,
      errors: [{ messageId: "credentialInCode", data: { reason: "`keys` signs cookies and holds a literal", env: "COOKIE_KEYS" }, line: 1 }],
    },
    {
      name: "a list of such keys: one variable each",
      filename: "src/config/config.prod.ts",
      code: 'const config = { keys: ["some secret hurr", "the last one"] };\nexport default config;\n',
      output: [
        `${reader()}const config = { keys: [requireEnvironment("COOKIE_KEYS"), "the last one"] };\nexport default config;\n`,
        `${reader()}const config = { keys: [requireEnvironment("COOKIE_KEYS"), requireEnvironment("COOKIE_KEYS_2")] };\nexport default config;\n`,
      ],
      errors: [
        { messageId: "credentialInCode", line: 1, column: 25, endLine: 1, endColumn: 43 },
        { messageId: "credentialInCode", line: 1, column: 45, endLine: 1, endColumn: 59 },
      ],
    },
    {
      name: "a name alone",
      filename: "src/app.ts",
      code: 'export const password = "letmein";\n',
      output: `${reader()}export const password = requireEnvironment("PASSWORD");\n`,
      errors: [{ messageId: "credentialInCode", data: { reason: named("password", "a password"), env: "PASSWORD" }, line: 1, column: 25, endLine: 1, endColumn: 34 }],
    },
    {
      name: "a fallback",
      filename: "file.cjs",
      code: 'exports.secret = process.env.JWT_SECRET || "supersecret";\n',
      output: `${reader("javascript")}exports.secret = requireEnvironment("JWT_SECRET");\n`,
      errors: [{ messageId: "credentialFallback", line: 1, column: 44, endLine: 1, endColumn: 57 }],
    },
    {
      name: "a chain of fallbacks: the variable that is named as a secret",
      filename: "file.cjs",
      code: 'exports.KEY = process.env.ENCRYPTION_KEY || process.env.PORT || "fishbowl7horse";\n',
      output: `${reader("javascript")}exports.KEY = process.env.ENCRYPTION_KEY || process.env.PORT || requireEnvironment("ENCRYPTION_KEY");\n`,
      errors: [{ messageId: "credentialFallback", data: { reason: named("ENCRYPTION_KEY", "a secret key"), env: "ENCRYPTION_KEY" }, line: 1, column: 65, endLine: 1, endColumn: 81 }],
    },
    {
      name: "a generated text that a header takes",
      filename: "src/app.ts",
      code: 'const serperKey = "02e605431054e2ee9fb761663e642e1886495861";\nexport const ask = () =>\n  fetch(url, { headers: { "X-API-KEY": serperKey } });\n',
      output: `${reader()}const serperKey = requireEnvironment("SERPER_KEY");\nexport const ask = () =>\n  fetch(url, { headers: { "X-API-KEY": serperKey } });\n`,
      errors: [{ messageId: "credentialInCode", data: { reason: "`serperKey` is sent as an API key (line 3) and holds a literal", env: "SERPER_KEY" }, line: 1, column: 19, endLine: 1, endColumn: 61 }],
    },
    {
      name: "the first password of an account",
      filename: "file.js",
      code: 'import bcrypt from "bcrypt";\nexport const hash = await bcrypt.hash("hunter2horse", 12);\n',
      output: `import bcrypt from "bcrypt";\n\n${reader("javascript")}export const hash = await bcrypt.hash(requireEnvironment("PASSWORD"), 12);\n`,
      errors: [{ messageId: "credentialInCode", data: { reason: "`hash` takes it as a password", env: "PASSWORD" }, line: 2, column: 39, endLine: 2, endColumn: 53 }],
    },
    {
      name: "the first password of an account, hashed by the project's own function",
      filename: "file.js",
      code: 'import { hashPassword } from "./passwords.js";\nUser.updateOne({ id }, { $set: { passwordHash: hashPassword("hunter2horse") } });\n',
      output: `import { hashPassword } from "./passwords.js";\n\n${reader("javascript")}User.updateOne({ id }, { $set: { passwordHash: hashPassword(requireEnvironment("PASSWORD")) } });\n`,
      errors: [{ messageId: "credentialInCode", data: { reason: "`passwordHash` is made from a literal", env: "PASSWORD" }, line: 2, column: 61, endLine: 2, endColumn: 75 }],
    },
    {
      name: "what a request has to send",
      filename: "file.js",
      code: 'import express from "express";\nexpress().use((req, res, next) => (req.get("x-api-key") === "shop77lane" ? next() : res.sendStatus(401)));\n',
      output: `import express from "express";\n\n${reader("javascript")}express().use((req, res, next) => (req.get("x-api-key") === requireEnvironment("X_API_KEY") ? next() : res.sendStatus(401)));\n`,
      errors: [{ messageId: "credentialInCode", data: { reason: "`x-api-key` comes from a request header and has to be this literal", env: "X_API_KEY" }, line: 2, column: 61, endLine: 2, endColumn: 73 }],
    },
    {
      name: "a library that takes it, in a folder called messages",
      filename: "src/messages/client.js",
      code: 'import { Kafka } from "kafkajs";\nexport const kafka = new Kafka({ sasl: { username: "shop", password: "hunter2horse" } });\n',
      output: `import { Kafka } from "kafkajs";\n\n${reader("javascript")}export const kafka = new Kafka({ sasl: { username: "shop", password: requireEnvironment("SASL_PASSWORD") } });\n`,
      errors: [{ messageId: "credentialInCode", data: { reason: "`Kafka` takes it as a password", env: "SASL_PASSWORD" }, line: 2, column: 70, endLine: 2, endColumn: 84 }],
    },
    {
      name: "a key that its owner can restrict",
      filename: "src/app.ts",
      code: `export const k = "${restrictable}";\n`,
      output: `${reader()}export const k = requireEnvironment("GOOGLE_API_KEY");\n`,
      errors: [{ messageId: "restrictableKey", line: 1, column: 18, endLine: 1, endColumn: 59 }],
    },
    { name: "a component", filename: "src/a.tsx", code: `export const A = () => <Map apiKey="${live}" />;`, output: null, errors: [{ messageId: "credentialInBrowser", data: stripe, line: 1, column: 36 }] },
    { name: "the state of a component", filename: "src/a.tsx", code: 'const [apiKey] = useState("a8f5f167f44f4964e6c998dee827110c");', output: null, errors: [{ messageId: "credentialInBrowser", data: { reason: named("apiKey", "an API key"), env: "API_KEY" }, line: 1, column: 27, endLine: 1, endColumn: 61 }] },
    { name: "the state of a component, made once", filename: "src/a.tsx", code: 'const [password] = useState(() => "letmein");', output: null, errors: [{ messageId: "credentialInBrowser", data: { reason: named("password", "a password"), env: "PASSWORD" }, line: 1, column: 35, endLine: 1, endColumn: 44 }] },
    { name: "an API key in a file that also knows IndexNow", filename: "src/a.tsx", code: 'ping("https://api.indexnow.org");\nconst mailApiKey = "a8f5f167f44f4964e6c998dee827110c";', output: null, errors: [{ messageId: "credentialInBrowser", line: 2, column: 20 }] },
    { name: "an edge function", filename: "src/app.ts", code: `export const runtime = "edge";\nexport const k = "${live}";`, output: null, errors: [{ messageId: "credentialInBrowser", line: 2, column: 18 }] },
    { name: "an enum", filename: "src/app.ts", code: `export enum E { A = "${live}" }`, output: null, errors: [{ messageId: "credentialInCode", line: 1, column: 21 }] },
    { name: "a type", filename: "src/app.ts", code: `export type T = "${live}";`, output: null, errors: [{ messageId: "credentialInCode", line: 1, column: 17 }] },
    { name: "a comment", filename: "src/app.ts", code: `// ${live}\nexport {};`, output: null, errors: [{ messageId: "credentialInComment", data: { ...stripe, reason: "it has the format of a Stripe live secret key" }, line: 1, column: 1 }] },
    { name: "a comment inside the text", filename: "src/app.ts", code: 'const jwtSecret = "super" /* sic */ + "secret";', output: null, errors: [{ messageId: "credentialInCode", line: 1, column: 19, endLine: 1, endColumn: 47 }] },
    {
      name: "a test file: a suggestion",
      filename: "tests/a.test.ts",
      code: `const k = "${live}";\n`,
      output: null,
      errors: [{ messageId: "credentialInCode", line: 1, column: 11, suggestions: suggested("readFromEnvironment", "STRIPE_SECRET_KEY", `${reader()}const k = requireEnvironment("STRIPE_SECRET_KEY");\n`) }],
    },
    {
      name: "without migrating fixes: a suggestion",
      filename: "src/app.ts",
      code: 'export const s = process.env.JWT_SECRET || "dev";\n',
      settings: { "secret-handling": { migratingFixes: false } },
      output: null,
      errors: [{ messageId: "credentialFallback", line: 1, column: 44, suggestions: suggested("dropFallback", "JWT_SECRET", `${reader()}export const s = requireEnvironment("JWT_SECRET");\n`) }],
    },
    {
      name: "the project's own reader",
      filename: "src/app.ts",
      code: 'export const jwtSecret = "supersecret";\n',
      settings: { "secret-handling": { envReader: { module: "#config", name: "must" } } },
      output: 'import { must } from "#config";\nexport const jwtSecret = must("JWT_SECRET");\n',
      errors: [{ messageId: "credentialInCode", line: 1, column: 26, endLine: 1, endColumn: 39 }],
    },
    {
      name: "a name that the project declares secret",
      filename: "src/app.ts",
      code: 'const licenceCode = "abc12xyz";\n',
      settings: { "secret-handling": { secretNames: ["licenceCode"] } },
      output: `${reader()}const licenceCode = requireEnvironment("LICENCE_CODE");\n`,
      errors: [{ messageId: "credentialInCode", line: 1, column: 21, endLine: 1, endColumn: 31 }],
    },
  ],
});
