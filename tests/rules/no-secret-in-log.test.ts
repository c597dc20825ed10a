import { rules } from "../support/plugin.js";
import { ruleTester } from "../support/rule-tester.js";

const redact = (reason: string, logger: string) => ({ reason, logger: `\`${logger}\`` });
const password = redact("`password` is named as a password", "console.log");
const set = (secretHandling: object) => ({ "secret-handling": secretHandling });

ruleTester.run("no-secret-in-log", rules["no-secret-in-log"] as never, {
  valid: [
    { name: "a message that only mentions a secret", code: `console.log("password changed");` },
    { name: "whether there is one", code: `console.log(!!token, Boolean(token), token == null, typeof token, token ? "yes" : "no");` },
    { name: "its length", code: `console.log("token", token.length);` },
    { name: "a mask", code: `console.log(mask(password), redactToken(accessToken), password.replace(/./g, "*"));` },
    { name: "a first part", code: `console.log(accessToken.slice(0, 4));` },
    { name: "a hash", code: `import { createHash } from "crypto";\nconst token = createHash("sha256").update(x).digest("hex");\nconsole.log(token);` },
    { name: "the result of a comparison", code: `const validPassword = await bcrypt.compare(a, b);\nconsole.log(validPassword);` },
    { name: "names about secrets", code: `console.log(tokenCount, passwordLength, secretName, apiKeyId, tokenType, publicKey, cacheKey);` },
    { name: "a method called log of something else", code: `tokens.log(token); dialog.info(password);` },
    { name: "a rest without the secret", code: `const { password, ...safe } = req.body;\nconsole.log(safe);` },
    { name: "a record after the secret is deleted", code: `f(user.password);\ndelete user.password;\nconsole.log(user);` },
    { name: "an error of a sign-in", code: `try { login(password); } catch (err) { console.error("login", err); }` },
    { name: "a test file", code: `console.log(password);`, filename: "src/a.test.ts" },
    { name: "the product of a command", code: `console.log(apiToken);`, filename: "packages/cli/src/token.ts" },
    { name: "a public environment variable", code: `console.log(process.env.NEXT_PUBLIC_API_KEY);` },
    { name: "an address without a password", code: `const databaseUrl = "postgres://localhost/app";\nconsole.log(databaseUrl);` },
    { name: "a body outside of sign-in", code: `app.post("/orders", (req, res) => { console.log(req.body); });` },
    { name: "notSecretNames", code: `console.log(designToken);`, settings: set({ notSecretNames: ["designToken"] }) },
    { name: "a redactor by name", code: `console.log(shield(password));`, settings: set({ redactors: ["shield"] }) },
    { name: "an object literal that holds itself", code: `const a = { b: 1 };\na.b = a;\nconst c = { d: c };\nconsole.log(a, c);` },
  ],
  invalid: [
    {
      name: "a logger that is called itself",
      code: `sails.log('password: ' + password);`,
      output: `sails.log('password: ' + '[REDACTED]');`,
      errors: [
        {
          messageId: "secretInLog",
          data: { ...password, logger: "`sails.log`" },
          line: 1,
          column: 26,
          endLine: 1,
          endColumn: 34,
          suggestions: [{ messageId: "logPresence", output: `sails.log('password: ' + Boolean(password));` }],
        },
      ],
    },
    {
      name: "this, where its function reads a secret",
      code: `function save() { console.log(this); hash(this.password); }`,
      output: null,
      errors: [
        {
          messageId: "secretsInLog",
          data: { reason: "`this` holds `password`", logger: "`console.log`" },
          line: 1,
          column: 31,
          endLine: 1,
          endColumn: 35,
          suggestions: [
            { messageId: "logKeys", output: `function save() { console.log(Object.keys((this) ?? {})); hash(this.password); }` },
            { messageId: "redact", output: `function save() { console.log("[REDACTED]"); hash(this.password); }` },
          ],
        },
      ],
    },
    {
      name: "the only argument",
      code: `console.log(password);`,
      output: `console.log("[REDACTED]");`,
      errors: [
        {
          messageId: "secretInLog",
          data: password,
          line: 1,
          column: 13,
          endLine: 1,
          endColumn: 21,
          suggestions: [{ messageId: "logPresence", output: `console.log(Boolean(password));` }],
        },
      ],
    },
    {
      name: "a labelled argument, in the quotes of the file",
      code: `console.log('password', password, 1);`,
      output: `console.log('password', '[REDACTED]', 1);`,
      errors: [{ messageId: "secretInLog", data: password, line: 1, column: 25, endLine: 1, endColumn: 33, suggestions: [{ messageId: "logPresence", output: `console.log('password', Boolean(password), 1);` }] }],
    },
    {
      name: "a hole of a template",
      code: "console.log(`a ${ password } b`);",
      output: "console.log(`a [REDACTED] b`);",
      errors: [{ messageId: "secretInLog", data: password, line: 1, column: 19, endLine: 1, endColumn: 27, suggestions: [{ messageId: "logPresence", output: "console.log(`a ${ Boolean(password) } b`);" }] }],
    },
    {
      name: "a concatenation",
      code: `console.log("p=" + password + "!");`,
      output: `console.log("p=" + "[REDACTED]" + "!");`,
      errors: [{ messageId: "secretInLog", data: password, line: 1, column: 20, endLine: 1, endColumn: 28, suggestions: [{ messageId: "logPresence", output: `console.log("p=" + Boolean(password) + "!");` }] }],
    },
    {
      name: "a property and a shorthand, one report each",
      code: `log.info({ password, deep: { k: apiKey } });`,
      output: `log.info({ password: "[REDACTED]", deep: { k: "[REDACTED]" } });`,
      errors: [
        { messageId: "secretInLog", data: redact("`password` is named as a password", "log.info"), line: 1, column: 12, endLine: 1, endColumn: 20, suggestions: [{ messageId: "logPresence", output: `log.info({ password: Boolean(password), deep: { k: apiKey } });` }] },
        { messageId: "secretInLog", data: redact("`apiKey` is named as an API key", "log.info"), line: 1, column: 33, endLine: 1, endColumn: 39, suggestions: [{ messageId: "logPresence", output: `log.info({ password, deep: { k: Boolean(apiKey) } });` }] },
      ],
    },
    {
      name: "a default beside it",
      code: `console.log("p", password || "none");`,
      output: `console.log("p", password ? "[REDACTED]" : "none");`,
      errors: [{ messageId: "secretInLog", data: password, line: 1, column: 18, endLine: 1, endColumn: 26, suggestions: [{ messageId: "logPresence", output: `console.log("p", Boolean(password) || "none");` }] }],
    },
    {
      name: "a call over several lines, from its first line",
      code: `logger.warn("denied", {\n  accessToken,\n});`,
      output: `logger.warn("denied", {\n  accessToken: "[REDACTED]",\n});`,
      errors: [{ messageId: "secretInLog", data: redact("`accessToken` is named as a token", "logger.warn"), line: 1, column: 1, endLine: 2, endColumn: 14, suggestions: [{ messageId: "logPresence", output: `logger.warn("denied", {\n  accessToken: Boolean(accessToken),\n});` }] }],
    },
    {
      name: "the result of a call: no fix",
      code: `console.log("t", getAccessToken());`,
      output: null,
      errors: [{ messageId: "secretInLog", line: 1, column: 18, endLine: 1, endColumn: 34, suggestions: [{ messageId: "logPresence", output: `console.log("t", Boolean(getAccessToken()));` }] }],
    },
    {
      name: "a comment in the hole: no edit",
      code: "console.log(`a ${ password /* why */ }`);",
      output: null,
      errors: [{ messageId: "secretInLog", data: password, line: 1, column: 19, endLine: 1, endColumn: 27, suggestions: [{ messageId: "logPresence", output: "console.log(`a ${ Boolean(password) /* why */ }`);" }] }],
    },
    {
      name: "the last read of a variable in TypeScript: suggestions",
      filename: "file.ts",
      code: `const { password } = input;\nconsole.log("p", password);`,
      output: null,
      errors: [
        {
          messageId: "secretInLog",
          line: 2,
          column: 18,
          endLine: 2,
          endColumn: 26,
          suggestions: [
            { messageId: "redact", output: `const { password } = input;\nconsole.log("p", "[REDACTED]");` },
            { messageId: "logPresence", output: `const { password } = input;\nconsole.log("p", Boolean(password));` },
          ],
        },
      ],
    },
    {
      name: "the body of a sign-in",
      code: `app.post("/login", (req, res) => { console.log(req.body); });`,
      output: null,
      errors: [
        {
          messageId: "secretsInLog",
          data: redact("`req.body` is the request body where people sign in or set a password", "console.log"),
          line: 1,
          column: 48,
          endLine: 1,
          endColumn: 56,
          suggestions: [
            { messageId: "logKeys", output: `app.post("/login", (req, res) => { console.log(Object.keys(req.body ?? {})); });` },
            { messageId: "redact", output: `app.post("/login", (req, res) => { console.log("[REDACTED]"); });` },
          ],
        },
      ],
    },
    {
      name: "a record whose password is read",
      code: `check(user.password);\nconst user = await find();\nconsole.log("u", user);`,
      output: null,
      errors: [
        {
          messageId: "secretsInLog",
          data: redact("`user` holds `password` (line 1)", "console.log"),
          line: 3,
          column: 18,
          endLine: 3,
          endColumn: 22,
          suggestions: [
            { messageId: "logKeys", output: `check(user.password);\nconst user = await find();\nconsole.log("u", Object.keys(user ?? {}));` },
            { messageId: "redact", output: `check(user.password);\nconst user = await find();\nconsole.log("u", "[REDACTED]");` },
          ],
        },
      ],
    },
    {
      name: "a wrapper of the file, at its call",
      code: `const debugLog = (label, value) => console.log(label, value);\ndebugLog("p", password);`,
      output: `const debugLog = (label, value) => console.log(label, value);\ndebugLog("p", "[REDACTED]");`,
      errors: [{ messageId: "secretInLog", data: redact("`password` is named as a password", "debugLog"), line: 2, column: 15, endLine: 2, endColumn: 23, suggestions: [{ messageId: "logPresence", output: `const debugLog = (label, value) => console.log(label, value);\ndebugLog("p", Boolean(password));` }] }],
    },
    {
      name: "a parameter that is called a secret, in a function of one statement",
      filename: "file.js",
      code: `export function show(password) { console.log("p", password); }`,
      output: `export function show(password) { console.log("p", "[REDACTED]"); }`,
      errors: [{ messageId: "secretInLog", data: password, line: 1, column: 51, endLine: 1, endColumn: 59, suggestions: [{ messageId: "logPresence", output: `export function show(password) { console.log("p", Boolean(password)); }` }] }],
    },
    {
      name: "settings.loggers and secretNames",
      code: `audit.write(licenseCode);`,
      settings: set({ loggers: ["audit.write"], secretNames: ["licenseCode"] }),
      output: `audit.write("[REDACTED]");`,
      errors: [{ messageId: "secretInLog", line: 1, column: 13, endLine: 1, endColumn: 24, suggestions: [{ messageId: "logPresence", output: `audit.write(Boolean(licenseCode));` }] }],
    },
    {
      name: "a redactor of the project is imported",
      code: `import a from "a";\nconsole.log("p", password);`,
      settings: set({ redactors: [{ module: "#redact", name: "redact" }] }),
      output: `import { redact } from "#redact";\nimport a from "a";\nconsole.log("p", redact(password));`,
      errors: [
        {
          messageId: "secretInLog",
          line: 2,
          column: 18,
          endLine: 2,
          endColumn: 26,
          suggestions: [
            { messageId: "redact", output: `import a from "a";\nconsole.log("p", "[REDACTED]");` },
            { messageId: "logPresence", output: `import a from "a";\nconsole.log("p", Boolean(password));` },
          ],
        },
      ],
    },
  ],
});
