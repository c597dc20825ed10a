import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import plugin from "../support/plugin.js";
import { load } from "../support/run.js";

// The costs are paid for real: half a second for each argon2 or bcrypt hash on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const config: Linter.Config[] = [{ files: ["**/*.{mjs,cjs}"], languageOptions: { parser }, plugins: { "secret-handling": plugin }, rules: { "secret-handling/no-fast-hash-password": "error" } }];

interface Passwords {
  hash(password: string): unknown;
  verify(password: string, stored: string): unknown;
}

const PROGRAMS: [name: string, filename: string, code: string, before: RegExp, after: RegExp][] = [
  [
    "bcrypt, a number",
    "app.mjs",
    'import bcrypt from "bcrypt";\nexport const hash = (password) => bcrypt.hash(password, 4);\nexport const verify = (password, stored) => bcrypt.compare(password, stored);\n',
    /^\$2b\$04\$/,
    /^\$2b\$10\$/,
  ],
  [
    "bcrypt, a constant and a salt, synchronous, in CommonJS",
    "app.cjs",
    'const bcrypt = require("bcrypt");\nconst ROUNDS = 5;\nexports.hash = (password) => bcrypt.hashSync(password, bcrypt.genSaltSync(ROUNDS));\nexports.verify = (password, stored) => bcrypt.compareSync(password, stored);\n',
    /^\$2b\$05\$/,
    /^\$2b\$10\$/,
  ],
  [
    "bcrypt, the number without a variable of the environment",
    "app.mjs",
    'import bcrypt from "bcrypt";\nexport const hash = (password) => bcrypt.hash(password, Number(process.env.NO_SUCH_ROUNDS || 5));\nexport const verify = (password, stored) => bcrypt.compare(password, stored);\n',
    /^\$2b\$05\$/,
    /^\$2b\$10\$/,
  ],
  [
    "bcryptjs, named imports",
    "app.mjs",
    'import { compare, genSalt, hash as make } from "bcryptjs";\nexport const hash = async (password) => make(password, await genSalt(4));\nexport const verify = (password, stored) => compare(password, stored);\n',
    /^\$2b\$04\$/,
    /^\$2b\$10\$/,
  ],
  [
    "argon2, memory and passes",
    "app.mjs",
    'import argon2 from "argon2";\nexport const hash = (password) => argon2.hash(password, { memoryCost: 1024, timeCost: 1, parallelism: 1 });\nexport const verify = (password, stored) => argon2.verify(stored, password);\n',
    /^\$argon2id\$v=19\$m=1024,p=1,t=1\$/,
    /^\$argon2id\$v=19\$m=19456,p=1,t=2\$/,
  ],
  [
    "argon2, in CommonJS",
    "app.cjs",
    'const argon2 = require("argon2");\nexports.hash = (password) => argon2.hash(password, { memoryCost: 19456, timeCost: 1, parallelism: 1, type: argon2.argon2id });\nexports.verify = (password, stored) => argon2.verify(stored, password);\n',
    /^\$argon2id\$v=19\$m=19456,p=1,t=1\$/,
    /^\$argon2id\$v=19\$m=19456,p=1,t=2\$/,
  ],
  [
    "argon2d, which becomes argon2id",
    "app.mjs",
    'import { argon2d, hash as make, verify as check } from "argon2";\nexport const hash = (password) => make(password, { type: argon2d, memoryCost: 2048, timeCost: 2, parallelism: 1, raw: false });\nexport const verify = (password, stored) => check(stored, password);\n',
    /^\$argon2d\$v=19\$m=2048,p=1,t=2\$/,
    /^\$argon2id\$v=19\$m=19456,p=1,t=2\$/,
  ],
];

describe.each(PROGRAMS)("a cost that is raised: %s", (_name, filename, code, before, after) => {
  const { output, messages } = new Linter().verifyAndFix(code, config, { filename });
  const exportsOf = (loaded: Record<string, unknown>): Passwords => ("default" in loaded ? loaded.default : loaded) as Passwords;
  let old: Passwords;
  let raised: Passwords;

  beforeAll(async () => {
    old = exportsOf(await load(code, filename));
    raised = exportsOf(await load(output, filename));
  });

  it("leaves no finding and no second edit", () => {
    expect(output).not.toBe(code);
    expect(messages).toEqual([]);
    expect(new Linter().verifyAndFix(output, config, { filename }).output).toBe(output);
  });

  it("makes hashes of the new cost that either program verifies", async () => {
    const stored = String(await raised.hash("battery staple"));
    expect(stored).toMatch(after);
    expect(await raised.verify("battery staple", stored)).toBe(true);
    expect(await raised.verify("wrong", stored)).toBe(false);
    expect(await old.verify("battery staple", stored)).toBe(true);
  });

  it("still verifies the hashes that are stored, of any password", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("correct horse", "pässwörd", "\u{1F511}", " ", "x".repeat(72), "\uFB01"), fc.string({ minLength: 1, maxLength: 20 }), async (password, other) => {
        const stored = String(await old.hash(password));
        expect(stored).toMatch(before);
        expect(await raised.verify(password, stored)).toBe(true);
        if (other !== password) expect(await raised.verify(other, stored)).toBe(false);
      }),
      { numRuns: 12, seed: 4 },
    );
  });
});
