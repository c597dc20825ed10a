import json from "@eslint/json";
import { ESLint, Linter } from "eslint";
import yml from "eslint-plugin-yml";
import { describe, expect, it, vi } from "vitest";
import * as yamlParser from "yaml-eslint-parser";
import sarif from "../../src/formatters/sarif.js";
import plugin from "../support/plugin.js";

vi.setConfig({ testTimeout: 60_000 });

const languages = [
  { files: ["**/*.json"], plugins: { json }, language: "json/json" },
  { files: ["**/*.jsonc", ".vscode/*.json"], plugins: { json }, language: "json/jsonc" },
  { files: ["**/*.json5"], plugins: { json }, language: "json/json5" },
  { files: ["**/*.{yml,yaml}"], plugins: { yml }, language: "yml/yaml" },
] as unknown as Linter.Config[];

const withSettings = (settings: object, options?: object): Linter.Config[] => [
  ...languages,
  plugin.configs["config-files"],
  { settings: { "secret-handling": settings }, ...(options ? { plugins: { "secret-handling": plugin }, rules: { "secret-handling/no-hardcoded-credential": ["error", options] } } : {}) } as Linter.Config,
];

const lint = (filename: string, text: string, configs: Linter.Config[] = withSettings({})): Linter.LintMessage[] => new Linter().verify(text, configs, { filename });
const found = (filename: string, text: string, configs?: Linter.Config[]): string[] => lint(filename, text, configs).map(({ line, column, messageId, message }) => `${line}:${column} ${messageId ?? message}`);

/** Put together here, so that no scanner takes this file for a leak. */
const random = ["9f8Jk2lQpZx7", "Rt5vBn3mWc6y"].join("");
const stripe = ["sk", "live", "9f8Jk2lQpZx7Rt5vBn3mWc6y"].join("_");
const pem = ["-----BEGIN", "PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDhqVAaMsvnCETz7pQ2\\n-----END", "PRIVATE KEY-----"].join(" ");

describe("config-files reports", () => {
  it.each([
    ["a key of a known format", "config/app.json", `{\n  "payment": { "key": "${stripe}" }\n}`, "2:23 credentialInConfig"],
    ["a value named as a secret", "appsettings.json", `{ "JwtSettings": { "Secret": "${random}" } }`, "1:30 credentialInConfig"],
    ["a chosen password of a host on the network", "config.json", '{ "db": { "host": "db4free.net", "user": "beam", "password": "fishbowl7" } }', "1:62 credentialInConfig"],
    ["a private key", "service-account.json", `{ "private_key": "${pem}" }`, "1:18 credentialInConfig"],
    ["JSON with comments", "app.jsonc", `// local\n{ "apiKey": "${random}", }`.replace(", }", " }"), "2:13 credentialInConfig"],
    ["JSON5", "app.json5", `{ apiKey: '${random}' }`, "1:11 credentialInConfig"],
    ["YAML", "config/application.yml", `wx:\n  app-secret: ${random}\n`, "2:15 credentialInConfig"],
    ["a connection string in YAML", "config.yaml", "db:\n  url: postgres://shop:fishbowl7@db.shop.io:5432/shop\n", "2:8 credentialInConfig"],
    ["a list of variables in Compose", "docker-compose.yml", `services:\n  app:\n    environment:\n      - JWT_SECRET=${random}\n`, "4:9 credentialInConfig"],
    ["a variable of a container in Kubernetes", "deploy.yaml", `kind: Deployment\nspec:\n  env:\n    - name: API_KEY\n      value: ${random}\n`, "5:14 credentialInConfig"],
    ["base64 in a Kubernetes secret", "secret.yaml", `apiVersion: v1\nkind: Secret\ndata:\n  password: ${Buffer.from(random).toString("base64")}\n`, "4:13 credentialInConfig"],
    ["a text of several lines", "values.yaml", `script: |\n  set -e\n  export STRIPE=${stripe}\n`, "1:9 credentialInConfig"],
    ["a key that its owner may have restricted", "app.json", `{ "googleMapsKey": "${["AIza", "SyD9f8Jk2lQpZx7Rt5vBn3mWc6yHq4uTs01"].join("")}" }`, "1:20 restrictableKeyInConfig"],
    ["a comment", "config.yml", `# ${stripe}\nport: 80\n`, "1:1 credentialInComment"],
    ["a key in a lock file", "package-lock.json", `{ "resolved": "https://bot:${random}@npm.shop.io/a.tgz" }`, "1:15 credentialInConfig"],
    ["a live key in a sample", "config.example.json", `{ "key": "${stripe}" }`, "1:10 credentialInConfig"],
    ["the second document of a stream", "k8s.yaml", `a: 1\n---\ntoken: ${random}\n`, "3:8 credentialInConfig"],
  ])("%s", (_title, filename, text, expected) => {
    expect(found(filename, text)).toEqual([expected]);
  });

  it("without an edit, in words that do not hold the text", () => {
    const [message] = lint("config.yml", `smtp:\n  password: ${random}\n`);
    expect(message?.message).toBe(
      "A credential stands in a configuration file: `password` is named as a password and holds a text. Hand it over when the program runs, from the environment or a secret manager, and rotate it: it stays in git history.",
    );
    expect([message?.fix, message?.suggestions, message?.endLine, message?.endColumn]).toEqual([undefined, undefined, 2, 13 + random.length]);
    expect(JSON.stringify(lint("config.json", `{ "${random}": { "password": "${random}" } }`))).not.toContain(random);
  });

  it("in YAML that is parsed by yaml-eslint-parser without a language", () => {
    expect(found("a.yml", `password: ${random}\n`, [{ files: ["**/*.yml"], languageOptions: { parser: yamlParser as never } }, plugin.configs["config-files"]])).toEqual(["1:11 credentialInConfig"]);
  });
});

describe("config-files is silent about", () => {
  it.each([
    ["dependencies and scripts", "package.json", '{ "name": "token-kit", "dependencies": { "jsonwebtoken": "^9.0.0", "passport": "0.7.0" }, "scripts": { "auth": "node auth.js" } }'],
    ["integrity hashes", "package-lock.json", '{ "packages": { "node_modules/csrf-token": { "integrity": "sha512-9f8Jk2lQpZx7Rt5vBn3mWc6yHq4uTs01e9f8Jk2lQpZx7Rt5vBn3mWc6yHq4uTs01eAA==", "resolved": "https://registry.npmjs.org/csrf-token/-/csrf-token-1.0.0.tgz" } } }'],
    ["a lock file of pnpm", "pnpm-lock.yaml", "packages:\n  js-tokens@4.0.0:\n    resolution: {integrity: sha512-RdJUflcE3cUzKiMqQgsCu06FPu9UdIJO0beYbPhHN4k6apgJtifcoCtT9bcxOpYBtpD2kCM6Sbzg4CausW/PKQ==}\n"],
    ["translations", "src/locales/de.json", '{ "password": "Passwort", "email": "E-Mail", "token": "Zugangsschlüssel", "secret": "geheim9f8Jk2lQpZx7" }'],
    ["translations by the file's name", "assets/pt-BR.json", '{ "password": "Senha", "email": "Correio" }'],
    ["OpenAPI", "api.yaml", `openapi: 3.1.0\ninfo: {title: a}\npaths:\n  /login:\n    post:\n      example: {password: ${random}}\n`],
    ["JSON Schema", "thing.json", `{ "$schema": "x", "properties": { "password": { "type": "string", "default": "${random}" } } }`],
    ["variables of Compose", "docker-compose.yml", "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: ${DB_PASSWORD}\n      API_KEY: ${API_KEY:-}\n      URL: postgres://u:${DB_PASSWORD}@db/x\n"],
    ["the password of a container that nobody took pains with", "docker-compose.yml", "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: nodebb\n      DATABASE_URL: postgres://postgres:unleash@db/db\n"],
    ["the default password of this machine", "config.json", '{ "db": { "host": "localhost", "user": "root", "password": "root" } }'],
    ["a workflow", ".github/workflows/ci.yml", "jobs:\n  a:\n    env:\n      NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n      DB_PASSWORD: postgres\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683\n    secrets: inherit\n"],
    ["references", "values.yaml", "password: op://vault/item/password\napiKey: arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod\ntoken: vault:secret/data/app#token\n"],
    ["tags of CloudFormation and Home Assistant", "template.yaml", "Password: !Ref DbPassword9f8Jk2lQpZx7Rt5vBn3m\ntoken: !secret api_token9f8Jk2lQpZx7Rt5vBn3m\n"],
    ["sealed secrets", "sealed.yaml", `kind: SealedSecret\nspec:\n  encryptedData:\n    API_TOKEN: Ag${random}${random}\n`],
    ["what SOPS encrypted", "secrets.yaml", `password: ENC[AES256_GCM,data:${random},iv:${random}=,tag:x==,type:str]\n`],
    ["stored hashes", "users.json", '{ "email": "a@b.io", "password": "$2a$12$Q0grHjH9PXc6SxivC8m12.2mZJ9BbKcgFpwSG4Y1ZEII8HJVzWeyS" }'],
    ["a named value in a sample", "config.example.json", `{ "password": "${random}" }`],
    ["Firebase's web config", "firebase.json", `{ "apiKey": "${["AIza", "SyD9f8Jk2lQpZx7Rt5vBn3mWc6yHq4uTs01"].join("")}", "authDomain": "a.firebaseapp.com", "projectId": "a" }`],
    ["a token that only reads a cache", "nx.json", `{ "nxCloudAccessToken": "${Buffer.from("e47c7721-3c6e-434e-b49b-f8f9ea5d5134|read").toString("base64")}" }`],
    ["a default of a chart", "values.yaml", 'db:\n  postgresqlHost: "{{ .Release.Name }}-db"\n  postgresqlPassword: "postgres"\n'],
    ["settings of an editor", ".vscode/settings.json", '{ "editor.semanticTokenColorCustomizations": { "enabled": true }, "git.autofetch": "all", "cSpell.words": ["password", "apikey"] }'],
    ["other configs", "tsconfig.json", '{ "compilerOptions": { "strict": true, "paths": { "@auth/*": ["src/auth/*"] } } }'],
    ["variables of Postman", "api.postman_collection.json", '{ "auth": { "bearer": [{ "key": "token", "value": "{{accessToken}}" }] } }'],
    ["numbers, booleans, nothing", "a.yml", "password: 12345678\ntoken: true\nsecret: ~\napiKey:\n"],
    ["odd documents", "b.yml", "- &a password\n- *a\n- ? {password: x}\n  : y\n- [token, {}]\n--- \n...\n"],
    ["an empty file", "c.yml", ""],
  ])("%s", (_title, filename, text) => {
    expect(found(filename, text)).toEqual([]);
  });
});

describe("config-files", () => {
  it("takes the options and settings of the rule", () => {
    expect(found("a.json", `{ "password": "${random}" }`, withSettings({}, { ignoreNames: ["password"] }))).toEqual([]);
    expect(found("a.yml", `# ${stripe}\n`, withSettings({}, { checkComments: false }))).toEqual([]);
    expect(found("a.json", `{ "licenseCode": "${random}" }`, withSettings({ secretNames: ["licenseCode"] }))).toEqual(["1:18 credentialInConfig"]);
    expect(found("a.json", `{ "password": "${random}" }`, withSettings({ fileRoles: { fixture: ["a.json"] } }))).toEqual([]);
  });

  it("leaves scripts to the other configs, and they leave JSON and YAML to it", () => {
    const script = `const password = "${random}";`;
    expect(found("a.js", script)).toEqual([]);
    expect(found("a.json", `{ "password": "${random}" }`, [...languages, plugin.configs.recommended, plugin.configs.cautious])).toEqual([]);
    expect(found("a.js", script, [...languages, plugin.configs["config-files"], plugin.configs.recommended])).toEqual(["1:18 credentialInCode"]);
  });

  it("selects no file by itself: without a language JSON and YAML stay unlinted", () => {
    expect(lint("a.json", `{ "password": "${random}" }`, [plugin.configs["config-files"]]).map(({ message }) => message)).toEqual(["No matching configuration found for a.json."]);
  });

  it("is silenced by a comment", () => {
    expect(found("a.yml", `# eslint-disable-next-line secret-handling/no-hardcoded-credential -- a public demo\npassword: ${random}\n`)).toEqual([]);
    expect(found("a.jsonc", `{\n  // eslint-disable-next-line secret-handling/no-hardcoded-credential -- a public demo\n  "password": "${random}"\n}`)).toEqual([]);
  });

  it("is written to SARIF without a character of a secret", async () => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: withSettings({}) });
    const results = [
      ...(await eslint.lintText(`{ "db": { "password": "${random}" } }`, { filePath: "config/a.json" })),
      ...(await eslint.lintText(`stripe:\n  key: ${stripe} # ${stripe}\n`, { filePath: "config/b.yml" })),
    ];
    const log = await sarif(results, { cwd: process.cwd(), rulesMeta: eslint.getRulesMetaForResults(results) } as never);
    const { runs } = JSON.parse(log) as { runs: { results: { ruleId: string; locations: { physicalLocation: { region: object } }[] }[] }[] };
    expect(runs[0]!.results.map(({ ruleId, locations }) => [ruleId, locations[0]!.physicalLocation.region])).toEqual([
      ["secret-handling/no-hardcoded-credential", expect.objectContaining({ startLine: 1, startColumn: 23 })],
      ["secret-handling/no-hardcoded-credential", expect.objectContaining({ startLine: 2, startColumn: 8 })],
      ["secret-handling/no-hardcoded-credential", expect.objectContaining({ startLine: 2 })],
    ]);
    expect(log).not.toContain(random.slice(0, 6));
    expect(log).not.toContain(stripe.slice(8, 16));
  });
});
