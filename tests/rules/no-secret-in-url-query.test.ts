import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/plugin.js";
import { noSecretInUrlQuery } from "../../src/rules/no-secret-in-url-query.js";
import { ruleTester } from "../support/rule-tester.js";

const NAMED = { reason: "`apiKey` is named as an API key" };
const secretInUrl = [{ messageId: "secretInUrl" as const }];

ruleTester.run("no-secret-in-url-query", noSecretInUrlQuery, {
  valid: [
    { name: "a header", code: "fetch(`https://api.example.com/v1?limit=1`, { headers: { Authorization: `Bearer ${apiKey}` } });" },
    { name: "a reset link", code: "const a = `${origin}/reset-password?token=${token}`;" },
    { name: "a link that is mailed", code: "function buildEmailLink(to, token) { const query = `token=${token}&user=${to}`; return `/frame?${query}`; }" },
    { name: "a feed", code: "const rssUrl = `/feed?token=${token}`;" },
    { name: "a page token", code: "fetch(`https://api.example.com/v1?pageToken=${pageToken}`);" },
    { name: "an OAuth code", code: "fetch(`https://api.example.com/v1?code=${code}&state=${state}`);" },
    { name: "an otpauth URI", code: "const a = `otpauth://totp/me?secret=${secret}`;" },
    { name: "a map key", code: "const a = `https://maps.googleapis.com/maps/api/js?key=${apiKey}`;" },
    { name: "a public variable", code: "fetch(`https://api.example.com/v1?key=${process.env.NEXT_PUBLIC_API_KEY}`);" },
    { name: "a form body", code: 'fetch(url, { method: "POST", body: new URLSearchParams({ client_secret: clientSecret }) });' },
    { name: "a key of a record", code: "fetch(`/api/links?domain=${domain}&key=${key}`);" },
    { name: "a test file", code: "fetch(`https://api.example.com/v1?api_key=${apiKey}`);", filename: "src/a.test.ts" },
    { name: "a name that the project declares harmless", code: "fetch(`https://api.example.com/v1?api_key=${apiKey}`);", settings: { "secret-handling": { notSecretNames: ["apiKey"] } } },
  ],
  invalid: [
    {
      name: "the only parameter",
filename: "file.js",
      code: "fetch(`https://api.example.com/v1?api_key=${apiKey}`);",
      output: "fetch(`https://api.example.com/v1`, { headers: { Authorization: `Bearer ${apiKey}` } });",
      errors: [{ messageId: "secretInUrl", data: NAMED, line: 1, column: 35, endLine: 1, endColumn: 51 }],
    },
    {
      name: "the first parameter, with an init, encoded",
filename: "file.js",
      code: 'fetch(`https://api.example.com/v1?api_key=${encodeURIComponent(apiKey)}&q=${q}#a`, { method: "POST" });',
      output: 'fetch(`https://api.example.com/v1?q=${q}#a`, { headers: { Authorization: `Bearer ${apiKey}` }, method: "POST" });',
      errors: secretInUrl,
    },
    { name: "the last parameter", filename: "file.js", code: "fetch(`https://api.example.com/v1?q=${q}&api_key=${apiKey}`, {});", output: "fetch(`https://api.example.com/v1?q=${q}`, { headers: { Authorization: `Bearer ${apiKey}` } });", errors: secretInUrl },
    { name: "a parameter in the middle", filename: "file.js", code: "fetch(`https://api.example.com/v1?q=1&api_key=${apiKey}&r=2`);", output: "fetch(`https://api.example.com/v1?q=1&r=2`, { headers: { Authorization: `Bearer ${apiKey}` } });", errors: secretInUrl },
    {
      name: "axios",
filename: "file.js",
      code: 'import axios from "axios";\naxios.get(`https://api.example.com/me?access_token=${user.accessToken}`);',
      output: 'import axios from "axios";\naxios.get(`https://api.example.com/me`, { headers: { Authorization: `Bearer ${user.accessToken}` } });',
      errors: secretInUrl,
    },
    {
      name: "got in CommonJS",
      filename: "file.cjs",
      code: 'const got = require("got");\ngot(`https://api.example.com/me?access_token=${accessToken}`);',
      output: 'const got = require("got");\ngot(`https://api.example.com/me`, { headers: { Authorization: `Bearer ${accessToken}` } });',
      errors: secretInUrl,
    },
    {
      name: "a host with a header of its own",
filename: "file.js",
      code: "fetch(`https://generativelanguage.googleapis.com/v1beta/models?key=${apiKey}`);",
      output: 'fetch(`https://generativelanguage.googleapis.com/v1beta/models`, { headers: { "X-Goog-Api-Key": `${apiKey}` } });',
      errors: secretInUrl,
    },
    {
      name: "a host of the settings",
filename: "file.js",
      code: "fetch(`https://api.example.com/v1?api_key=${apiKey}`);",
      settings: { "secret-handling": { hosts: { "api.example.com": { param: "api_key", header: "Authorization", scheme: "Token" } } } },
      output: "fetch(`https://api.example.com/v1`, { headers: { Authorization: `Token ${apiKey}` } });",
      errors: secretInUrl,
    },
    {
      name: "code of a browser: a suggestion, since the header makes a preflight",
      filename: "file.tsx",
      code: "fetch(`https://api.example.com/v1?api_key=${apiKey}`);",
      output: null,
      errors: [{ messageId: "secretInUrl", suggestions: [{ messageId: "sendInHeader", data: { header: "Authorization" }, output: "fetch(`https://api.example.com/v1`, { headers: { Authorization: `Bearer ${apiKey}` } });" }] }],
    },
    {
      name: "without migrating fixes",
      code: "fetch(`https://api.example.com/v1?api_key=${apiKey}`);",
      settings: { "secret-handling": { migratingFixes: false } },
      output: null,
      errors: [{ messageId: "secretInUrl", suggestions: [{ messageId: "sendInHeader", data: { header: "Authorization" }, output: "fetch(`https://api.example.com/v1`, { headers: { Authorization: `Bearer ${apiKey}` } });" }] }],
    },
    ...[
      ["headers that exist", "fetch(`https://api.example.com/v1?api_key=${apiKey}`, { headers });"],
      ["a spread", "fetch(`https://api.example.com/v1?api_key=${apiKey}`, { ...init });"],
      ["an init of unknown shape", "fetch(`https://api.example.com/v1?api_key=${apiKey}`, init);"],
      ["a host that is not literal", "fetch(`${host}/v1?api_key=${apiKey}`);"],
      ["a value with a tail", "fetch(`https://api.example.com/v1?api_key=${apiKey}-1`);"],
      ["a call as the value", "fetch(`https://api.example.com/v1?api_key=${getApiKey()}`);"],
      ["a comment inside", "fetch(`https://api.example.com/v1?api_key=${/* mine */ apiKey}`);"],
      ["a client secret", "fetch(`https://api.example.com/v1?client_secret=${clientSecret}`);"],
      ["axios.post", "axios.post(`https://api.example.com/v1?api_key=${apiKey}`, body);"],
      ["a concatenation", 'fetch("https://api.example.com/v1?api_key=" + apiKey);'],
      ["searchParams", 'url.searchParams.set("api_key", apiKey);'],
      ["params", "axios.get(url, { params: { api_key: apiKey } });"],
    ].map(([name, code]) => ({ name: `no edit: ${name}`, code: code!, output: null, errors: secretInUrl })),
    { name: "a WebSocket", code: "new WebSocket(`wss://a.example.com?token=${token}`);", output: null, errors: [{ messageId: "secretInSocketUrl" }] },
    { name: "a redirect", code: "res.redirect(`/home?access_token=${accessToken}`);", output: null, errors: [{ messageId: "secretInRedirect" }] },
  ],
});

describe("the fix, executed", () => {
  const fixed = (code: string): string =>
    new Linter().verifyAndFix(code, [{ files: ["**/*.js"], languageOptions: { parser }, plugins: { "secret-handling": plugin }, rules: { "secret-handling/no-secret-in-url-query": "error" } }], { filename: "file.js" }).output;

  it("asks a server for the same with the secret in the header, and a second pass changes nothing", async () => {
    const server = createServer((request, response) => {
      const url = new URL(request.url!, "http://localhost");
      const key = url.searchParams.get("api_key") ?? request.headers.authorization?.replace(/^Bearer /, "");
      response.end(JSON.stringify({ key, q: url.searchParams.get("q"), inUrl: url.searchParams.has("api_key") }));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    try {
      for (const query of ["api_key=${encodeURIComponent(apiKey)}&q=${q}", "q=${q}&api_key=${encodeURIComponent(apiKey)}"]) {
        const before = `return fetch(\`http://127.0.0.1:${port}/v1?${query}\`).then((response) => response.json());`;
        const code = `export async function get(apiKey, q) { ${before} }`;
        const after = fixed(code);
        expect(after).not.toBe(code);
        expect(fixed(after)).toBe(after);
        const run = (text: string): Promise<unknown> => (new Function("apiKey", "q", text.replace(/^export async function get\(apiKey, q\) \{ | \}$/g, "")) as (key: string, q: string) => Promise<unknown>)("a/b c+=", "x");
        expect(await run(code)).toEqual({ key: "a/b c+=", q: "x", inUrl: true });
        expect(await run(after)).toEqual({ key: "a/b c+=", q: "x", inUrl: false });
      }
    } finally {
      server.close();
    }
  });
});
