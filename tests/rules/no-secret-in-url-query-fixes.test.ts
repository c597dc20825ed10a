import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import plugin from "../support/plugin.js";
import { typeErrors } from "../support/run.js";

vi.setConfig({ testTimeout: 60_000 });

const config: Linter.Config[] = [{ files: ["**/*.mjs"], languageOptions: { parser }, plugins: { "secret-handling": plugin }, rules: { "secret-handling/no-secret-in-url-query": "error" } }];
const fixed = (code: string): string => new Linter().verifyAndFix(code, config, { filename: "file.mjs" }).output;

const messagesOf = (code: string): Linter.LintMessage[] => new Linter().verify(code, config, { filename: "file.mjs" });

/** The code after the first suggestion of its only finding. */
function suggested(code: string): string {
  const [message, ...others] = new Linter().verify(code, config, { filename: "file.mjs" });
  expect([message?.fix, others]).toEqual([undefined, []]);
  const { range, text } = message!.suggestions![0]!.fix;
  return code.slice(0, range[0]) + text + code.slice(range[1]);
}

/** What the server saw. */
interface Seen {
  method: string;
  key: string | undefined;
  q: string | null;
  accept: string | undefined;
  body: string;
  inUrl: boolean;
}

let host = "";
const folder = mkdtempSync(path.join(tmpdir(), "url-query-"));
const server = createServer(async (request, response) => {
  const url = new URL(request.url!, "http://localhost");
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const { accept, authorization } = request.headers;
  const key = url.searchParams.get("api_key") ?? authorization?.replace(/^Bearer /, "");
  const seen: Seen = { method: request.method!, key, q: url.searchParams.get("q"), accept: accept === "text/x-test" ? accept : undefined, body, inUrl: url.searchParams.has("api_key") };
  response.setHeader("content-type", "application/json").end(JSON.stringify(seen));
});

beforeAll(async () => {
  symlinkSync(path.join(process.cwd(), "node_modules"), path.join(folder, "node_modules"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
async function ask(code: string, apiKey: string): Promise<Seen> {
  const file = path.join(folder, `request${files++}.mjs`);
  writeFileSync(file, code);
  const { send } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { send(apiKey: string, host: string): Promise<Seen> };
  return send(apiKey, host);
}

const imports = 'import axios from "axios";\nimport got from "got";\nimport ky from "ky";\nimport http from "node:http";\n';
const FETCH = (request: string): string => `const response = await ${request};\n  return response.json();`;
const AXIOS = (request: string): string => `return (await ${request}).data;`;

const visible: [name: string, body: string][] = [
  ["fetch, first of two parameters, encoded", FETCH("fetch(`HOST/v1?api_key=${encodeURIComponent(apiKey)}&q=x`)")],
  ["fetch, last of two parameters", FETCH("fetch(`HOST/v1?q=${'x'}&api_key=${apiKey}`, { method: 'POST', body: 'b' })")],
  ["fetch, concatenation", FETCH('fetch("HOST/v1?q=x&api_key=" + apiKey)')],
  ["fetch, concatenation of an only parameter", FETCH("fetch('HOST/v1?api_key=' + apiKey)")],
  ["fetch, URL in a constant", `const url = \`HOST/v1?api_key=\${apiKey}&q=x\`;\n  ${FETCH("fetch(url)")}`],
  ["fetch, searchParams.set of a URL", `const url = new URL("HOST/v1");\n  url.searchParams.set("api_key", apiKey);\n  url.searchParams.set("q", "x");\n  ${FETCH("fetch(url)")}`],
  ["fetch, searchParams.append and toString", `const url = new URL("HOST/v1?q=x");\n  url.searchParams.append("api_key", apiKey);\n  ${FETCH("fetch(url.toString(), { method: 'DELETE' })")}`],
  ["fetch, searchParams.append and href", `const url = new URL("HOST/v1?q=x");\n  url.searchParams.append("api_key", apiKey);\n  ${FETCH("fetch(url.href)")}`],
  ["fetch, URLSearchParams", `const query = new URLSearchParams({ api_key: apiKey, q: "x" });\n  ${FETCH("fetch(`HOST/v1?${query}`)")}`],
  ["fetch, URLSearchParams in place", FETCH('fetch("HOST/v1?" + new URLSearchParams({ q: "x", api_key: apiKey }).toString())')],
  ["axios.get, params", AXIOS('axios.get("HOST/v1", { params: { api_key: apiKey, q: "x" } })')],
  ["axios.get, params of nothing else", AXIOS('axios.get("HOST/v1?q=x", { params: { api_key: apiKey } })')],
  ["axios.get, params beside an option", AXIOS('axios.get("HOST/v1", { timeout: 9000, params: { q: "x", api_key: apiKey, } })')],
  ["axios.delete, template", AXIOS("axios.delete(`HOST/v1?api_key=${apiKey}`)")],
  ["axios.post, template", AXIOS("axios.post(`HOST/v1?api_key=${apiKey}`, 'b')")],
  ["axios.post without a body", AXIOS("axios.post(`HOST/v1?api_key=${apiKey}`)")],
  ["axios.post, params", AXIOS("axios.post('HOST/v1', 'b', { params: { api_key: apiKey } })")],
  ["axios with a configuration", AXIOS('axios({ method: "put", url: "HOST/v1", params: { api_key: apiKey }, data: "b" })')],
  ["axios with a template in its configuration", AXIOS("axios({ method: 'get', url: `HOST/v1?api_key=${apiKey}` })")],
  ["axios.request", AXIOS('axios.request({ url: "HOST/v1", params: { api_key: apiKey, q: "x" } })')],
  ["axios.create", `const api = axios.create({ baseURL: "HOST", params: { api_key: apiKey } });\n  ${AXIOS('api.get("/v1")')}`],
  ["got, template", "return got(`HOST/v1?api_key=${apiKey}&q=x`).json();"],
  ["got.post, searchParams", 'return got.post("HOST/v1", { searchParams: { api_key: apiKey, q: "x" }, body: "b" }).json();'],
  ["ky, template", "return ky(`HOST/v1?api_key=${apiKey}&q=x`).json();"],
  ["ky.get, searchParams", 'return ky.get("HOST/v1", { searchParams: { api_key: apiKey, q: "x" } }).json();'],
  ["http.get with a callback", 'return new Promise((done) => http.get(`HOST/v1?api_key=${apiKey}&q=x`, (response) => response.on("data", (data) => done(JSON.parse(data)))));'],
];

const suggestions: [name: string, body: string][] = [
  ["beside other headers", FETCH('fetch(`HOST/v1?api_key=${apiKey}&q=x`, { headers: { Accept: "text/x-test" } })')],
  ["a host that is a variable", FETCH("fetch(`${host}/v1?api_key=${apiKey}&q=x`)")],
  ["params beside other headers", AXIOS('axios.get("HOST/v1", { headers: { Accept: "text/x-test" }, params: { api_key: apiKey } })')],
  ["params for a host that is a variable", AXIOS("axios.get(`${host}/v1`, { params: { api_key: apiKey, q: 'x' } })")],
];

describe.each([
  ["fix", visible, fixed],
  ["suggestion", suggestions, suggested],
] as const)("the %s asks a server for the same, with the secret in the header", (_, cases, edit) => {
  it.each(cases)("%s", async (_name, body) => {
    const code = `${imports}export async function send(apiKey, host) {\n  ${body.replaceAll("HOST", host)}\n}\n`;
    const after = edit(code);
    expect(after).not.toBe(code);
    expect(fixed(after)).toBe(after);
    const before = await ask(code, "a-b_c.1");
    expect(before).toMatchObject({ key: "a-b_c.1", inUrl: true });
    expect(await ask(after, "a-b_c.1")).toEqual({ ...before, inUrl: false });
  });
});

describe("a key that is missing", () => {
  const clients: [name: string, request: string][] = [
    ["axios", AXIOS('axios.get("HOST/v1", { params: { api_key: apiKey, q: "x" } })')],
    ["axios, nothing else", AXIOS('axios.get("HOST/v1?q=x", { params: { api_key: apiKey } })')],
    ["got", 'return got("HOST/v1", { searchParams: { api_key: apiKey, q: "x" } }).json();'],
    ["ky", 'return ky("HOST/v1", { searchParams: { api_key: apiKey, q: "x" } }).json();'],
  ];

  it.each(clients)("%s sends no header", async (_name, body) => {
    const code = `${imports}export async function send(apiKey, host) {\n  ${body.replaceAll("HOST", host)}\n}\n`;
    const after = fixed(code);
    expect(after).not.toBe(code);
    const before = await ask(code, undefined as never);
    expect(before).toMatchObject({ inUrl: false, q: "x" });
    expect(before).not.toHaveProperty("key");
    expect(await ask(after, undefined as never)).toEqual(before);
    expect(await ask(after, "k")).toMatchObject({ key: "k", inUrl: false });
  });

  it.each(["string", "string | undefined", "string | null", "unknown", "any"])("compiles as %s", (type) => {
    const call = (client: string, params: string): string => `export const use${client} = (apiKey: ${type}) => ${client}("https://api.example.com/v1", { ${params}: { api_key: apiKey, q: "x" } });\n`;
    const code = `import axios from "axios";\n${call("axios", "params")}`;
    const output = new Linter().verifyAndFix(code, [{ ...config[0]!, files: ["**/*.mts"] }], { filename: "file.mts" }).output;
    expect(output).toContain(type === "string" ? "{ Authorization: `Bearer ${apiKey}` }" : "...(apiKey ? { Authorization: `Bearer ${apiKey}` } : {})");
    expect(typeErrors(output, "file.mts", { lib: ["lib.es2023.d.ts", "lib.dom.d.ts"] })).toEqual([]);
  });
});

describe("no edit", () => {
  it.each([
    ["a URL that goes elsewhere", 'const url = new URL("https://api.example.com/v1"); url.searchParams.set("api_key", apiKey); return url;'],
    ["a URL that is asked for twice", 'const url = new URL("https://api.example.com/v1"); url.searchParams.set("api_key", apiKey); await fetch(url); return fetch(url);'],
    ["a parameter that is set now and then", 'const url = new URL("https://api.example.com/v1"); if (host) { url.searchParams.set("api_key", apiKey); } return fetch(url);'],
    ["a request in another function", 'const url = new URL("https://api.example.com/v1"); url.searchParams.set("api_key", apiKey); return () => fetch(url);'],
    ["a value that changes before the request", "const url = `https://api.example.com/v1?api_key=${apiKey}`; apiKey = undefined; return fetch(url);"],
    ["an Authorization header that exists", 'return fetch(`https://api.example.com/v1?api_key=${apiKey}`, { headers: { authorization: "Basic x" } });'],
    ["a mode that takes headers away", 'return fetch(`https://api.example.com/v1?api_key=${apiKey}`, { mode: "no-cors" });'],
    ["headers that are not visible", "return axios.get('https://api.example.com/v1', { headers: { ...host }, params: { api_key: apiKey } });"],
    ["options that are not visible", "return axios.get('https://api.example.com/v1', { ...host, params: { api_key: apiKey } });"],
    ["a name that means something else there", "const url = `https://api.example.com/v1?api_key=${apiKey}`; for (const apiKey of host) await fetch(url);"],
    ["a spread of arguments", "return axios.post(`https://api.example.com/v1?api_key=${apiKey}`, ...host);"],
    ["a text after the value", 'return fetch("https://api.example.com/v1?api_key=" + apiKey + "&q=x");'],
    ["a client of the project", "return this.api.get('https://api.example.com/v1', { params: { api_key: apiKey } });"],
  ])("%s", (_, body) => {
    const [message, ...others] = new Linter().verify(`${imports}export async function send(apiKey, host) { ${body} }\n`, config, { filename: "file.mjs" });
    expect([message?.ruleId, message?.fix, message?.suggestions, others]).toEqual(["secret-handling/no-secret-in-url-query", undefined, undefined, []]);
  });
});

describe("the body of a POST request", () => {
  const forms: [name: string, body: string][] = [
    ["fetch", FETCH("fetch(`HOST/v1?q=${'x y'}&api_key=${encodeURIComponent(apiKey)}`, { method: 'POST' })")],
    ["fetch, an only parameter, beside other headers", FETCH('fetch(`HOST/v1?api_key=${apiKey}`, { headers: { Accept: "text/x-test" }, method: "post" })')],
    ["fetch, a host that is a variable", FETCH("fetch(`${host}/v1?api_key=${apiKey}&q=x`, { method: 'POST' })")],
    ["fetch, URL in a constant", `const url = \`HOST/v1?api_key=\${apiKey}&q=x\`;\n  ${FETCH("fetch(url, { method: 'POST' })")}`],
    ["fetch, concatenation", FETCH('fetch("HOST/v1?api_key=" + apiKey + "&q=x", { method: "POST" })')],
    ["fetch, concatenation behind a variable", FETCH('fetch(host + "/v1?q=x&api_key=" + encodeURIComponent(apiKey), { method: "POST" })')],
    ["axios.post", AXIOS("axios.post(`HOST/v1?api_key=${apiKey}&q=x`)")],
    ["axios.post of nothing", AXIOS("axios.post(`HOST/v1?api_key=${apiKey}&q=x`, {})")],
    ["axios.post of null with a configuration", AXIOS('axios.post(`HOST/v1?api_key=${apiKey}`, null, { headers: { "Content-Type": "application/x-www-form-urlencoded" } })')],
    ["ky.post", "return ky.post(`HOST/v1?api_key=${apiKey}&q=x`).json();"],
    ["ky.post with options", "return ky.post(`HOST/v1?api_key=${apiKey}&q=x`, { timeout: 9000 }).json();"],
  ];

  it.each(forms)("%s", async (_, body) => {
    const code = `${imports}export async function send(apiKey, host) {\n  ${body.replaceAll("HOST", host)}\n}\n`;
    const suggestion = messagesOf(code)[0]?.suggestions?.find(({ messageId }) => messageId === "sendInBody");
    const { range, text } = suggestion!.fix;
    const after = code.slice(0, range[0]) + text + code.slice(range[1]);
    expect(messagesOf(after)).toEqual([]);
    const before = await ask(code, "a-b_c.1 %2Bd");
    const { body: form, ...others } = await ask(after, "a-b_c.1 %2Bd");
    const { key, q, accept, method } = before;
    expect(others).toEqual({ accept, method, inUrl: false, q: null });
    expect([new URLSearchParams(form).get("api_key"), new URLSearchParams(form).get("q")]).toEqual([key, q]);
  });

  const verify = "export const verify = (secret, token) =>\n  ";
  it.each([
    ["reCAPTCHA", `${verify}fetch(\`https://www.google.com/recaptcha/api/siteverify?secret=\${secret}&response=\${token}\`, { method: "POST" });\n`],
    ["reCAPTCHA by GET", `${verify}fetch(\`https://www.google.com/recaptcha/api/siteverify?secret=\${secret}&response=\${token}\`);\n`],
    ["reCAPTCHA with other options", `${verify}fetch("https://google.com/recaptcha/api/siteverify?secret=" + secret + "&response=" + token, { headers: { Accept: "text/html" } });\n`],
    ["hCaptcha", `${verify}fetch(\`https://api.hcaptcha.com/siteverify?secret=\${secret}&response=\${encodeURIComponent(token)}\`, {});\n`],
    ["a client of GitHub", `${verify}fetch(\`https://github.com/login/oauth/access_token?client_id=me&client_secret=\${secret}&code=\${token}\`, { method: "POST" });\n`],
  ])("is what the documentation of %s asks for", async (_, code) => {
    const after = fixed(code);
    expect(messagesOf(after)).toEqual([]);
    const [before, then] = [await seenBy(code), await seenBy(after)];
    expect(then).toEqual({ ...before, method: "POST", inUrl: [] });
    expect(before.inUrl).toContain(before.sent.some(([name]) => name === "secret") ? "secret" : "client_secret");
  });

  /** What the global fetch is asked to send: its parameters, wherever they stand. */
  async function seenBy(code: string): Promise<{ method: string; address: string; sent: [string, string][]; inUrl: string[] }> {
    const file = path.join(folder, `request${files++}.mjs`);
    writeFileSync(file, code);
    const { verify: send } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { verify(secret: string, token: string): unknown };
    const asked: Request[] = [];
    vi.stubGlobal("fetch", (...all: ConstructorParameters<typeof Request>) => asked.push(new Request(...all)));
    send("s3 c&r=t", "t%20o");
    vi.unstubAllGlobals();
    const [request] = asked;
    const url = new URL(request!.url);
    return {
      method: request!.method,
      address: url.origin + url.pathname,
      sent: [...url.searchParams, ...new URLSearchParams(await request!.text())],
      inUrl: [...url.searchParams.keys()],
    };
  }

  const captcha = "https://www.google.com/recaptcha/api/siteverify";
  it.each([
    ["a name that means something else there", `const url = \`${captcha}?secret=\${secret}&response=\${token}\`;\n  try { const token = await fetch(url, { method: "POST" }); return token; } catch { return 1; }`],
    ["a loop with a variable of that name", `const url = \`${captcha}?secret=\${secret}&response=\${token}\`;\n  for (const token of [1]) await fetch(url, { method: "POST" });`],
    ["a field that is deleted before", `const url = \`${captcha}?secret=\${secret}&response=\${token.text}\`;\n  delete token.text;\n  return fetch(url, { method: "POST" });`],
    ["an address that goes on in a value", `return fetch(\`https://github.com/login/oauth/access_token\${token}?client_secret=\${secret}\`);`],
    ["another method of ky", `return ky.get(\`${captcha}?secret=\${secret}&response=\${token}\`);`],
  ])("is not written for %s", (_, body) => {
    const [message] = messagesOf(`import ky from "ky";\nexport async function verify(secret, token) {\n  ${body}\n}\n`);
    expect([message?.messageId, message?.fix, message?.suggestions]).toEqual(["secretInUrl", undefined, undefined]);
  });

  it("follows a method in parentheses", () => {
    expect(fixed(`export const verify = (secret, token) => fetch(\`${captcha}?secret=\${secret}&response=\${token}\`, { method: ("POST") });\n`)).toContain(
      `fetch(\`${captcha}\`, { method: ("POST"), body: new URLSearchParams(\`secret=\${secret}&response=\${token}\`) })`,
    );
  });

  it.each([
    ["a body that exists", "fetch(`https://auth.example.com/token?client_secret=${secret}`, { method: 'POST', body: 'b' })"],
    ["another type", "fetch(`https://auth.example.com/token?client_secret=${secret}`, { method: 'POST', headers: { 'content-type': 'application/json' } })"],
    ["headers that are not visible", "fetch(`https://auth.example.com/token?client_secret=${secret}`, { method: 'POST', headers })"],
    ["options that are not visible", "fetch(`https://auth.example.com/token?client_secret=${secret}`, options)"],
    ["another method", "fetch(`https://auth.example.com/token?client_secret=${secret}`, { method: 'PUT' })"],
    ["a GET request", "fetch(`https://auth.example.com/token?client_secret=${secret}`)"],
    ["a value that is a call", "fetch(`https://auth.example.com/token?client_secret=${secret}&code=${next()}`, { method: 'POST' })"],
    ["a host that reads the query alone", "fetch(`https://api.weixin.qq.com/cgi-bin/clear_quota?appid=a&secret=${secret}`, { method: 'POST' })"],
    ["a parameter before another question mark", "fetch(`${options}&client_secret=${secret}&next=https://app.example.com/a?x=1`, { method: 'POST' })"],
    ["a header that tells the length of the body", "fetch(`https://auth.example.com/token?client_secret=${secret}`, { method: 'POST', headers: { 'Content-Length': '0' } })"],
    ["an escaped question mark", "fetch('https://auth.example.com/token\\?client_secret=' + secret, { method: 'POST' })"],
    ["a line break in the address", "fetch(`https://auth.example.com/token?client_secret=${secret}\n`, { method: 'POST' })"],
    ["a space at the end of the address", "fetch(`https://auth.example.com/token?client_secret=${secret} `, { method: 'POST' })"],
    ["a spread of arguments", "fetch(`https://auth.example.com/token?client_secret=${secret}`, ...options)"],
    ["a URLSearchParams of its own", "{ class URLSearchParams {} return fetch(`https://auth.example.com/token?client_secret=${secret}`, { method: 'POST' }); }"],
    ["a fragment", "fetch(`https://auth.example.com/token?client_secret=${secret}#a`, { method: 'POST' })"],
    ["a comment", "fetch(`https://auth.example.com/token?client_secret=${/* ours */ secret}`, { method: 'POST' })"],
    ["parentheses around the mark", "fetch(('https://auth.example.com/token?client_secret=' + secret) + options, { method: 'POST' })"],
  ])("is not written for %s", (_, request) => {
    const [message, ...others] = messagesOf(`export const send = (secret, options, headers, next) => ${request};\n`);
    expect([message?.messageId, message?.fix, message?.suggestions, others]).toEqual(["secretInUrl", undefined, undefined, []]);
  });
});

it.each([
  ["a key", "export const weather = (apiKey, city) => fetch(`https://api.openweathermap.org/data/2.5/weather?q=${city}&appid=${apiKey}`);\n"],
  ["a token", "export const send = (accessToken) => fetch(`https://qyapi.weixin.qq.com/cgi-bin/message/send?access_token=${accessToken}`);\n"],
  ["another parameter than the known one", "export const send = (appToken) => fetch(`https://graph.facebook.com/debug_token?input_token=${appToken}`);\n"],
  ["the secret of a client, by the id beside it", 'import axios from "axios";\nexport const open = (secret) => axios.get("https://auth.example.com/session", { params: { appid: "wx1", secret } });\n'],
])("has no edit for a host that reads it from the query alone: %s", (_, code) => {
  const [message, ...others] = new Linter().verify(code, config, { filename: "file.mjs" });
  expect([message?.ruleId, message?.fix, message?.suggestions, others]).toEqual(["secret-handling/no-secret-in-url-query", undefined, undefined, []]);
});

it.each(["www.googleapis.com/youtube/v3/videos", "safebrowsing.googleapis.com/v4/threatMatches:find"])("knows the header of %s", (address) => {
  expect(fixed(`export const ask = (apiKey) => fetch(\`https://${address}?key=\${apiKey}\`);\n`)).toContain('{ headers: { "X-Goog-Api-Key": `${apiKey}` } }');
});

it("quotes a header as the file does", () => {
  const code = "import 'node:fs';\nexport const models = (apiKey) => fetch(`https://generativelanguage.googleapis.com/v1beta/models?key=${apiKey}`);\n";
  expect(fixed(code)).toContain("{ headers: { 'X-Goog-Api-Key': `${apiKey}` } }");
});
