// Digests beside the word for a password that keep none.
import { createHash } from "node:crypto";
import md5 from "md5";
import { argon2, db, panels, redis, results, safeEqual, tickets } from "./parts";

// SQL: random texts, seeds, other columns
export const statements = [
  "UPDATE users SET password = md5(random()::text) WHERE id = $1",
  "UPDATE users SET email = id || '@x.org', password_hash = md5(id::text)",
  "UPDATE accounts SET password_hash = encode(digest(gen_random_uuid()::text, 'sha256'), 'hex')",
  "INSERT INTO users (name, password) VALUES ('u', md5('demo'::text))",
  "INSERT INTO users (mail, password) VALUES ('a@b.c', MD5('admin@123'))",
  "UPDATE users SET password = MD5('what?')",
  "UPDATE tickets SET pass = md5(?)",
  "INSERT INTO results (suite, pass, fail) VALUES (md5(?), md5(?), ?)",
  "UPDATE users SET reset_password = SHA1(?)",
];

// Masks, tabs, passes of a shader, rules about passwords
export const maskRow = (key: string, value: string) => (key === "password" ? createHash("sha256").update(value).digest("hex") : value);
export const logged = (tab: string, panel: string) => (tab === "password" ? md5(panel) : "");
export const shaded = (pass: { value: string }, renderPass: { value: string }) => [md5(pass.value), md5(renderPass.value)];
const shaderHash = { pass: (source: string) => md5(source), renderPass: (source: string) => md5(source) };
export function changePasswordPolicy(text: string) {
  return md5(text);
}

// A code that is sent once and expires
export const keep = (passcode: string) =>
  redis.set("otp", createHash("sha256").update(passcode + process.env.OTP_SALT).digest("hex"), "EX", 300);

// Old digests that a verifier still accepts
function createLegacyHash(password: string) {
  return md5(password);
}
export const registerLegacyVerifier = (password: string) => md5(password);
export const verify = async (password: string, user: { hash: string }) =>
  safeEqual(createLegacyHash(password), user.hash) || argon2.verify(user.hash, password);

// The object around the place of a password's digest holds others, too
export const byToken = (text: string) => db.shares.findFirst({ where: { tokenHash: createHash("sha256").update(text).digest("hex") } });

// MySQL
export const answer = (packet: { scrambleBuff: Buffer }, password: string, scramble: (seed: Buffer, digest: Buffer) => Buffer) =>
  scramble(packet.scrambleBuff, createHash("sha1").update(password).digest());
export const parts = [db, panels, results, shaderHash, tickets];

export const foldsOver = (parts: Buffer[], password: string) => parts.reduce(() => summed.update(password), createHash("md5"));
