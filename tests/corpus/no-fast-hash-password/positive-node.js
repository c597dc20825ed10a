import crypto, { createHash, createHmac, pbkdf2Sync, scryptSync } from "node:crypto";
import argon2 from "argon2";
import bcrypt from "bcryptjs";
import CryptoJS from "crypto-js";
import md5 from "md5";
import sha1 from "sha1";
import blueimp from "blueimp-md5";
import shajs from "sha.js";
import objectHash from "object-hash";
import hashjs from "hash.js";
import forge from "node-forge";
import { sha256 as nobleSha } from "@noble/hashes/sha256";
import { sha256 } from "js-sha256";
import { Md5 } from "ts-md5";

export const simple = (password) => createHash("md5").update(password).digest("hex"); // expect
export const chained = (password, salt) => crypto.createHash("sha512").update(salt + password).digest("base64"); // expect
export const keyed = (password, salt) => createHmac("sha256", salt).update(password).digest("hex"); // expect
export const oneShot = (password) => crypto.hash("sha1", password); // expect
export const withSalt = (user) => md5(`${user.salt}:${user.password}`); // expect
export const trimmed = (password) => sha1(password.trim()); // expect
export const blue = (pwd) => blueimp(pwd); // expect
export const js = (passwd) => sha256(passwd); // expect
export const sha = (password) => shajs("sha256").update(password).digest("hex"); // expect
export const object = (password) => objectHash(password); // expect
export const indutny = (password) => hashjs.sha256().update(password).digest("hex"); // expect
export const noble = (password) => nobleSha(password); // expect
export const ts = (password) => Md5.hashStr(password); // expect
export const cryptojs = (password) => CryptoJS.SHA256(password).toString(); // expect
export const bun = (password) => Bun.CryptoHasher.hash("sha256", password); // expect

export function forged(password) {
  const md = forge.md.sha256.create(); // expect
  md.update(password);
  return md.digest().toHex();
}

export function statements(password, salt) {
  const hash = createHash("sha256"); // expect
  hash.update(password);
  hash.update(salt);
  return hash.digest("hex");
}

export async function web(password) {
  const data = new TextEncoder().encode(password);
  const bytes = await crypto.subtle.digest("SHA-256", data); // expect
  return Buffer.from(bytes).toString("hex");
}

export const lowBcrypt = (password) => bcrypt.hashSync(password, 6); // expect
export const lowSalt = () => bcrypt.genSaltSync(4); // expect
export const lowArgon = (password) => argon2.hash(password, { memoryCost: 4096, timeCost: 3 }); // expect
export const lowPasses = (password) => argon2.hash(password, { memoryCost: 19456, timeCost: 1 }); // expect
export const observable = (password) => argon2.hash(password, { type: argon2.argon2d }); // expect
export const few = (password, salt) => pbkdf2Sync(password, salt, 1000, 64, "sha512"); // expect
export const small = (password, salt) => scryptSync(password, salt, 32, { N: 1024 }); // expect
export const stored = (password, user) => timingSafeEqual(createHash("sha256").update(password).digest(), Buffer.from(user.hash, "hex")); // expect
export const other = (password, user) => timingSafeEqual(createHash("md5").update(password).digest(), createHash("sha256").update(user.hash).digest()); // expect

// A helper that calls its own parameter a password is what is mended, not its callers.
const proofOf = (pass) => createHash("sha256").update(pass).digest("hex").slice(0, 14); // expect
export const backup = (data, password) => send({ data, proof: proofOf(password) });
export const hashPin = (pin) => createHash("sha256").update(pin).digest("hex"); // expect

function hash(plainText) {
  const hashed = createHmac("sha512", salt).update(plainText).digest("hex"); // expect
  return hashed;
}

// encrypts the password of a user before it is stored
export function shortForm(text) {
  return createHash("md5").update(text).digest("hex"); // expect
}

exports.encryptPassword = (salt, password) => createHmac("sha256", password + salt).digest("hex"); // expect
const generarHash = (passwordPlano) => createHash("sha256").update(passwordPlano).digest("hex"); // expect
