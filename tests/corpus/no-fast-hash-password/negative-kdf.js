const crypto = require("crypto");
const { promisify } = require("util");
const bcrypt = require("bcrypt");

const derive = promisify(crypto.pbkdf2);
const settings = { iterations: 210000, length: 64, digest: "sha512" };

exports.enrol = (password, salt) => crypto.pbkdf2Sync(password, salt, settings.iterations, settings.length, settings.digest);
exports.enrolLater = async (password, salt) => derive(password, salt, 310000, 64, "sha512");
// Records from before keep their own number.
exports.verify = (password, member) => crypto.pbkdf2Sync(password, member.salt, member.iterations || 1000, 64, "sha512");
// Its callers say how often.
function stretch(password, salt, turns = 4096) {
  return crypto.pbkdf2Sync(password, salt, turns, 64, "sha512").toString("hex");
}
exports.enrolSlowly = (password, salt) => stretch(password, salt, 600000);
exports.fileKey = (seed, salt) => crypto.pbkdf2Sync(seed, salt, 1000, 32, "sha256");
exports.bits = (key, salt) => crypto.subtle.deriveBits({ name: "PBKDF2", salt, iterations: 600000, hash: "SHA-256" }, key, 256);
exports.expanded = (key, salt) => crypto.subtle.deriveBits({ name: "HKDF", salt, info: new Uint8Array(), hash: "SHA-256" }, key, 256);
exports.cost = (password) => bcrypt.hash(password, Number(process.env.BCRYPT_ROUNDS || 12));
exports.costOfCaller = (password, rounds) => bcrypt.hash(password, rounds || 12);

// Samples: nobody's record keeps them.
exports.sample = crypto.pbkdf2Sync("sample", "salt", 1000, 32, "sha256").toString("hex");
exports.check = (answer) => crypto.createHash("md5").update("a well known text").digest("hex") === answer;

// Told another hash, or to hash something else.
export async function enrol(ctx) {
  const { nick, passWord } = getParams(ctx);
  await store(nick, await vault.hash(passWord, "argon2id"), await vault.hash(passWord, { cost: 12 }));
  ctx.set("etag", cipher.hash(ctx.body, "md5"));
  ctx.set("x-signature", cipher.hash(`${nick}:${ctx.body}`, "sha1"));
}

// What others encrypted: they chose how slow the key is.
export function openTimetable(page, password) {
  const { ciphertext, salt, iv } = JSON.parse(page);
  const key = CryptoJS.PBKDF2(password, CryptoJS.enc.Hex.parse(salt), { keySize: 8, iterations: 999 });
  return CryptoJS.AES.decrypt(ciphertext, key, { iv: CryptoJS.enc.Hex.parse(iv) }).toString(CryptoJS.enc.Utf8);
}
