import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import importX from "eslint-plugin-import-x";
import n from "eslint-plugin-n";
import unicorn from "eslint-plugin-unicorn";
import { afterEach, describe, expect, it, vi } from "vitest";
import plugin from "../support/plugin.js";
import { load, typeErrors } from "../support/run.js";

// One `--fix` of our rules beside the plugins and core rules that also rewrite imports, names and literals.

const STYLE: Linter.RulesRecord = {
  "import-x/first": "error",
  "import-x/newline-after-import": "error",
  "import-x/no-duplicates": "error",
  "import-x/order": ["error", { alphabetize: { order: "asc" }, "newlines-between": "always" }],
  "n/no-missing-import": "off",
  "n/prefer-node-protocol": "error",
  "no-duplicate-imports": "error",
  "no-var": "error",
  "prefer-const": "error",
  "sort-imports": ["error", { ignoreDeclarationSort: true }],
};

// `stats` makes it count its passes.
const STATS = { stats: true } as const;

const configOf = (filename: string): Linter.Config[] => {
  const files = ["**/*.{mjs,cjs,mts}"];
  const common = filename.endsWith(".cjs") ? n.configs["flat/recommended-script"] : n.configs["flat/recommended-module"];
  return [
    { files, languageOptions: { ...(filename.endsWith("ts") ? { parser } : {}), sourceType: filename.endsWith(".cjs") ? "commonjs" : "module" } },
    ...[common, unicorn.configs.recommended].map((config): Linter.Config => ({ ...(config as Linter.Config), files })),
    { ...plugin.configs.recommended, files },
    { files, plugins: { "import-x": importX as never }, rules: STYLE },
  ];
};

/** Six sites, one of each rule. */
const block = (index: number, as = (_type: string): string => ""): string => `
export function makeToken${index}()${as("string")} {
  var token = Math.random().toString(36).slice(2);
  return token;
}
export function isAllowed${index}(headers${as("Record<string, string | undefined>")})${as("boolean")} {
  return headers["x-api-key"] === process.env["API_KEY_${index}"];
}
export function logIn${index}(password${as("string")})${as("number")} {
  console.log("logs in", password);
  return password.length;
}
export async function register${index}(users${as("{ passwordHash: string }[]")}, password${as("string")})${as("Promise<void>")} {
  users.push({ passwordHash: createHash("sha256").update(password).digest("hex") });
}
export function call${index}(apiKey${as("string")})${as("Promise<Response>")} {
  return fetch(\`https://api.example.com/v${index}?api_key=\${apiKey}\`);
}
export const jwtSecret${index} = "supersecret${index}";
`;

const BLOCKS = Array.from({ length: 17 }, (_, index) => index);
const SITES = BLOCKS.map((index) => block(index)).join("");
const NAMES = [...SITES.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)].map((match) => match[1]!);

const PROGRAMS: [kind: string, filename: string, code: string][] = [
  ["ESM", "src/app.mjs", `import path from "path";\nimport { createHash } from "crypto";\nimport { readFileSync } from "fs";\n\nexport const files = [path.sep, readFileSync.name];\n${SITES}`],
  ["CommonJS", "src/app.cjs", `"use strict";\nconst path = require("path");\nconst { createHash } = require("crypto");\n\nexports.files = [path.sep];\n${SITES.replaceAll(/^export /gm, "")}\nObject.assign(exports, { ${NAMES.join(", ")} });\n`],
  ["TypeScript", "src/app.mts", `import path from "path";\nimport { createHash } from "crypto";\n\nexport const files: string[] = [path.sep];\n${BLOCKS.map((index) => block(index, (type) => `: ${type}`)).join("")}`],
];

interface App {
  makeToken3(): string;
  isAllowed3(headers: Record<string, string | undefined>): boolean;
  logIn3(password: string): number;
  register3(users: { passwordHash: string }[], password: string): Promise<void>;
  call3(apiKey: string): Promise<unknown>;
  jwtSecret3: string;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("a hundred sites of six rules, beside other plugins", () => {
  it.each(PROGRAMS)("converge in %s, and the program runs", { timeout: 240_000 }, async (_kind, filename, code) => {
    const linter = new Linter();
    const config = configOf(filename);
    const found = linter.verify(code, config, { filename }).filter(({ ruleId }) => ruleId?.startsWith("secret-handling/"));
    expect(new Set(found.map(({ ruleId }) => ruleId)).size).toBe(6);
    expect(found.length).toBeGreaterThanOrEqual(100);

    const { output, messages } = linter.verifyAndFix(code, config, { filename, ...STATS });
    expect(linter.getFixPassCount()).toBeLessThan(10);
    expect(messages.filter(({ ruleId, fatal }) => fatal || ruleId?.startsWith("secret-handling/"))).toEqual([]);
    expect(linter.verifyAndFix(output, config, { filename }).output).toBe(output);
    for (const helper of ["safeEqual", "hashPassword", "requireEnvironment"]) expect(output.split(`function ${helper}(`)).toHaveLength(2);
    if (filename.endsWith("ts")) return expect(typeErrors(output, filename, { lib: ["lib.es2023.d.ts", "lib.dom.d.ts"] })).toEqual([]);

    for (const index of BLOCKS) vi.stubEnv(`JWT_SECRET${index}`, `from outside ${index}`).stubEnv(`JWT_SECRET_${index}`, `from outside ${index}`);
    vi.stubEnv("API_KEY_3", "the key");
    const requests = vi.fn(() => Promise.resolve());
    const lines = vi.spyOn(console, "log").mockReturnValue();
    vi.stubGlobal("fetch", requests);
    const loaded = await load(output, filename.replace("src/", ""));
    const app = ("default" in loaded ? loaded.default : loaded) as App;
    expect(app.makeToken3()).toMatch(/^[\da-z]{13}$/);
    expect([app.isAllowed3({ "x-api-key": "the key" }), app.isAllowed3({ "x-api-key": "a key" }), app.isAllowed3({})]).toEqual([true, false, false]);
    expect(app.logIn3("hunter2")).toBe(7);
    expect(lines.mock.calls).toEqual([["logs in", "[REDACTED]"]]);
    const users: { passwordHash: string }[] = [];
    await app.register3(users, "hunter2");
    expect(users[0]?.passwordHash).toMatch(/^scrypt\$131072\$8\$1\$/);
    await app.call3("k");
    expect(requests).toHaveBeenCalledWith("https://api.example.com/v3", { headers: { Authorization: "Bearer k" } });
    expect(app.jwtSecret3).toBe("from outside 3");
  });
});
