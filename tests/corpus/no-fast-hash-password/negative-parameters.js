// The same shapes around what is no password.
const crypto = require("crypto");
const md5 = require("md5");
const readline = require("readline-sync");
const { sha256 } = require("@noble/hashes/sha2");
const { bytesToHex, utf8ToBytes } = require("@noble/hashes/utils");

exports.picture = (db, buffer, id) => db.query("UPDATE people SET photo = ?, photo_md5 = ? WHERE id = ?", ["a.png", md5(buffer), id]);
exports.visit = (db, url) => db.query("INSERT INTO visits (pass, url_digest) VALUES ($1, $2)", ["day", md5(url)]);
exports.recent = (db, password, url) => {
  const digest = md5(url);
  return db.query("SELECT id FROM visits WHERE url_digest = ? AND day = ?", [digest, password.day]);
};

exports.checksum = (parts) => parts.reduce((hash, part) => hash.update(part), crypto.createHash("sha256")).digest("hex");
exports.longest = (words) => words.reduce((longest, word) => (word.length > longest.length ? word : longest), md5("start"));

class ResetTokenEncoder {
  encode(text) {
    return crypto.createHash("sha256").update(text).digest("hex");
  }
}
class AssetHasher {
  hash(text) {
    return crypto.createHash("sha256").update(text).digest("hex");
  }
}
exports.kinds = [ResetTokenEncoder, AssetHasher];

exports.upload = (db, content) => db.insert({ id: bytesToHex(sha256(utf8ToBytes(content))), content });
exports.mailed = (codes, address, passcode) =>
  codes.insert({ address, passcodeHash: bytesToHex(sha256(utf8ToBytes(passcode))), expiresAt: Date.now() + 600_000 });

exports.tagOf = (settings, text) => {
  const known = settings.get("etag");
  return known === crypto.createHash("sha256").update(text).digest("hex");
};
exports.keep = (settings, text) => settings.set("etag", crypto.createHash("sha256").update(text).digest("hex"));

exports.ask = () => crypto.createHash("sha1").update(readline.question("Path: ")).digest("base64");
exports.trocarTema = (antigo, novo) => ({ before: window.md5(antigo), after: window.md5(novo) });
exports.signed = (id) => ({ link: md5(`${id}:${process.env.LINK_SECRET}`) });

exports.proveKeyed = (socket, password) => socket.write(crypto.createHmac("sha256", password).update(SERVER_NONCE).digest("hex"));
