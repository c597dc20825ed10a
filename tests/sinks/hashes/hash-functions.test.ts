import { describe, expect, it } from "vitest";
import { reportsOf } from "../../support/reports.js";

const reports = (code: string): number => reportsOf("no-fast-hash-password", code).length;

const HASHES: readonly (readonly [string, string])[] = [
  ["createHash", "import { createHash } from 'node:crypto'; const h = createHash('md5').update(X).digest('hex')"],
  ["crypto.createHash", "const crypto = require('crypto'); const h = crypto.createHash('sha256').update(X + salt).digest('hex')"],
  ["createHash in statements", "import crypto from 'crypto'; const s = crypto.createHash('sha1'); s.update(X); const h = s.digest('hex')"],
  ["createHmac with the salt as key", "import crypto from 'crypto'; const h = crypto.createHmac('sha512', salt).update(X).digest('hex')"],
  ["crypto.hash", "import { hash } from 'node:crypto'; const h = hash('sha1', X)"],
  ["subtle.digest", "const h = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(X))"],
  ["webcrypto of node", "import { webcrypto } from 'node:crypto'; const h = await webcrypto.subtle.digest('SHA-256', Buffer.from(X))"],
  ["md5", "import md5 from 'md5'; const h = md5(X)"],
  ["js-md5", "import md5 from 'js-md5'; const h = md5(X)"],
  ["blueimp-md5", "import md5 from 'blueimp-md5'; const h = md5(X)"],
  ["ts-md5", "import { Md5 } from 'ts-md5'; const h = Md5.hashStr(X)"],
  ["spark-md5", "import SparkMD5 from 'spark-md5'; const h = SparkMD5.hash(X)"],
  ["md5.js", "import MD5 from 'md5.js'; const h = new MD5().update(X).digest('hex')"],
  ["sha1", "import sha1 from 'sha1'; const h = sha1(X)"],
  ["sha.js", "import sha from 'sha.js'; const h = sha('sha256').update(X).digest('hex')"],
  ["js-sha256", "import { sha256 } from 'js-sha256'; const h = sha256(X)"],
  ["js-sha512", "import { sha512 } from 'js-sha512'; const h = sha512(X)"],
  ["js-sha3", "import { sha3_256 } from 'js-sha3'; const h = sha3_256(X)"],
  ["crypto-js", "import CryptoJS from 'crypto-js'; const h = CryptoJS.SHA256(X).toString()"],
  ["crypto-js, one module", "import MD5 from 'crypto-js/md5'; const h = MD5(X).toString()"],
  ["crypto-js HMAC", "import CryptoJS from 'crypto-js'; const h = CryptoJS.HmacSHA256(X, salt).toString()"],
  ["hash.js", "import hash from 'hash.js'; const h = hash.sha256().update(X).digest('hex')"],
  ["node-forge", "import forge from 'node-forge'; const m = forge.md.sha256.create(); m.update(X); const h = m.digest().toHex()"],
  ["@noble/hashes", "import { sha256 } from '@noble/hashes/sha256'; const h = sha256(X)"],
  ["@noble/hashes 2", "import { sha256 } from '@noble/hashes/sha2.js'; const h = sha256(utf8ToBytes(X))"],
  ["object-hash", "import objectHash from 'object-hash'; const h = objectHash(X)"],
  ["hash-wasm", "import { sha256 } from 'hash-wasm'; const h = await sha256(X)"],
  ["hasha", "import hasha from 'hasha'; const h = hasha(X)"],
  ["Bun.CryptoHasher", "const h = new Bun.CryptoHasher('sha256').update(X).digest('hex')"],
  ["a local wrapper", "import { createHash } from 'crypto'; const digest = (value: string) => createHash('sha256').update(value).digest('hex'); const h = digest(X)"],
  ["a function by name", "import { getMD5 } from './tools.js'; const h = getMD5(X)"],
];

const LOW_COSTS: readonly (readonly [string, string, string])[] = [
  ["bcrypt", "import bcrypt from 'bcrypt'; await bcrypt.hash(password, N)", "8 10"],
  ["bcryptjs", "import bcrypt from 'bcryptjs'; bcrypt.hashSync(password, N)", "9 12"],
  ["bcrypt.genSalt", "import bcrypt from 'bcrypt'; const salt = await bcrypt.genSalt(N)", "5 10"],
  ["@node-rs/bcrypt", "import { hash } from '@node-rs/bcrypt'; await hash(password, N)", "4 11"],
  ["argon2", "import argon2 from 'argon2'; await argon2.hash(password, { memoryCost: N })", "4096 65536"],
  ["@node-rs/argon2", "import { hash } from '@node-rs/argon2'; await hash(password, { memoryCost: 19456, timeCost: N })", "1 2"],
  ["pbkdf2", "import { pbkdf2Sync } from 'node:crypto'; pbkdf2Sync(password, salt, N, 32, 'sha256')", "1000 25000"],
  ["scrypt", "import { scryptSync } from 'node:crypto'; scryptSync(password, salt, 64, { N: N, r: 8, p: 1 })", "16384 131072"],
  ["scrypt by its long names", "import { scrypt } from 'node:crypto'; scrypt(password, salt, 64, { cost: N, blockSize: 8 }, done)", "4096 131072"],
];

describe("hash functions", () => {
  it.each(HASHES)("%s", (_, template) => {
    expect(reports(template.replaceAll("X", "password"))).toBe(1);
    expect(reports(template.replaceAll("X", "fileContents"))).toBe(0);
  });
});

describe("costs", () => {
  it.each(LOW_COSTS)("%s", (_, template, costs) => {
    const [low, enough] = costs.split(" ");
    expect(reports(template.replace(/\bN\b(?!:)/, low!))).toBe(1);
    expect(reports(template.replace(/\bN\b(?!:)/, enough!))).toBe(0);
  });

  it("holds PBKDF2 to OWASP's numbers on request", () => {
    const code = "import { pbkdf2Sync } from 'node:crypto'; pbkdf2Sync(password, salt, 25000, 32, 'sha256')";
    expect(reportsOf("no-fast-hash-password", code, { option: { pbkdf2: "owasp" } })).toHaveLength(1);
    expect(reportsOf("no-fast-hash-password", code.replace("25000", "600000"), { option: { pbkdf2: "owasp" } })).toHaveLength(0);
  });

  it("says nothing of numbers that the code does not state", () => {
    expect(reports("import { scryptSync } from 'node:crypto'; scryptSync(password, salt, 64)")).toBe(0);
    expect(reports("import bcrypt from 'bcrypt'; bcrypt.hash(password, config.rounds)")).toBe(0);
  });
});
