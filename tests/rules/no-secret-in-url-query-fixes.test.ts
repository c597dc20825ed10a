import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/plugin.js";

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
