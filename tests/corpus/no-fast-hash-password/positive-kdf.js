const crypto = require("crypto");
const { promisify } = require("util");
const bcrypt = require("bcrypt");
const CryptoJS = require("crypto-js");

const derive = promisify(crypto.pbkdf2);
const settings = { iterations: 10000, length: 64, digest: "sha512" };

class Locker {
  static rounds = 5000;
  constructor() {
    this.turns = 1000;
  }
  seal(password, salt) {
    return crypto.pbkdf2Sync(password, salt, this.turns, 32, "sha256"); // expect
  }
  sealAgain(password, salt) {
    return crypto.pbkdf2Sync(password, salt, Locker.rounds, 32, "sha256"); // expect
  }
}

// The number stands in an object, in a promise, in a default, behind a variable of the environment.
exports.enrol = (password, salt) => crypto.pbkdf2Sync(password, salt, settings.iterations, settings.length, settings.digest); // expect
exports.enrolLater = async (password, salt) => derive(password, salt, 2048, 64, "sha512"); // expect
exports.enrolWith = function (password, salt, done) {
  crypto.pbkdf2(password, salt, 10000, 64, "sha512", (error, key) => done(error, key && key.toString("hex"))); // expect
};
function stretch(password, salt, turns = 4096) {
  return crypto.pbkdf2Sync(password, salt, turns, 64, "sha512").toString("hex"); // expect
}
exports.cost = (password) => bcrypt.hash(password, Number(process.env.BCRYPT_ROUNDS || 6)); // expect
exports.costAsText = (password) => bcrypt.hash(password, parseInt("8", 10)); // expect
exports.costByDefault = (password) => bcrypt.hash(password, parseInt(process.env.BCRYPT_ROUNDS, 10) || 8); // expect

// What becomes of it, or the function around it, says that it is a password.
exports.store = (member, plain, salt) => {
  member.passwordHash = crypto.pbkdf2Sync(plain, salt, 1000, 64, "sha512").toString("hex"); // expect
};
exports.hashPassword = (text, salt) => crypto.pbkdf2Sync(text, salt, 1000, 64, "sha512"); // expect
exports.matches = (text, member) => crypto.pbkdf2Sync(text, member.salt, 1000, 64, "sha512").toString("hex") === member.passwordHash; // expect

exports.inBrowser = (password, salt) => CryptoJS.PBKDF2(password, salt, { keySize: 8, iterations: 1000 }).toString(); // expect
exports.onTheEdge = async function (password, salt) {
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(password), "PBKDF2", false, ["deriveBits"]);
  return crypto.subtle.deriveBits({ name: "PBKDF2", salt, iterations: 1000, hash: "SHA-256" }, key, 256); // expect
};
exports.stretch = stretch;
exports.Locker = Locker;
