// Digests that become the parameter of a statement, are put together by a list, or are made in a class for passwords.
const crypto = require("crypto");
const md5 = require("md5");
const readline = require("readline-sync");
const { sha256 } = require("@noble/hashes/sha2");
const { bytesToHex, utf8ToBytes } = require("@noble/hashes/utils");

exports.rename = (db, request) => db.query("UPDATE people SET name = ?, pass = ? WHERE id = ?", [request.name, md5("s" + request.fresh), 7]); // expect
exports.enroll = (db, nick, fresh) => db.query("INSERT INTO people (nick, passwd) VALUES ($1, $2)", [nick, md5(fresh)]); // expect
exports.enter = (db, nick, typed) => {
  const digest = md5(typed); // expect
  return db.query("SELECT id FROM people WHERE nick = $1 AND password = $2", [nick, digest]);
};

exports.encodePassword = (pass) => [pass, process.env.PEPPER].reduce((hash, part) => hash.update(part), crypto.createHash("sha256")).digest("hex"); // expect

class PasswordEncoder {
  encode(clear) {
    return crypto.createHash("sha512").update(clear).digest("hex"); // expect
  }

  brief(clear, salt) {
    const hmac = crypto.createHmac("sha256", salt); // expect
    hmac.write(clear);
    hmac.end();
    return hmac.read().toString("base64");
  }

  cacheId(page) {
    return crypto.createHash("md5").update(JSON.stringify(page)).digest("hex");
  }

  sealCookie(text) {
    return crypto.createHmac("sha256", this.siteKey).update(text).digest("hex");
  }
}
exports.PasswordEncoder = PasswordEncoder;

exports.register = (db, nick, passcode) => db.insert({ nick, passcode: bytesToHex(sha256(utf8ToBytes(passcode))) }); // expect
exports.unlock = (stored, passcode) => crypto.createHash("md5").update(Buffer.from(passcode)).digest("base64") === stored; // expect

exports.model = (sequelize, types) =>
  sequelize.define("client", {
    contrasena: {
      type: types.STRING,
      set(valor) {
        this.setDataValue("contrasena", crypto.createHash("sha256").update(valor + process.env.PIMIENTA).digest("hex")); // expect
      },
    },
  });

exports.store = (settings, masterPassword) => settings.set("gate", crypto.createHash("sha256").update(masterPassword).digest("hex")); // expect
exports.opens = (settings, attempt) => {
  const known = settings.get("gate");
  return known === crypto.createHash("sha256").update(Buffer.from(attempt)).digest("hex"); // expect
};

exports.ask = () => {
  const [name, answer] = [readline.question("Name: "), readline.question("Password: ", { hideEchoBack: true })];
  return `${name}:{SHA}${crypto.createHash("sha1").update(answer).digest("base64")}`; // expect
};

exports.trocarSenha = (antiga, nova) => ({ before: window.md5(antiga), after: window.md5(nova) }); // expect
exports.salva = (dati) => ({ nome: dati.nome, parola: md5("x" + dati.parola) }); // expect

exports.checkKeyed = (user, password) => {
  const passwordHash = crypto.createHmac("sha256", password).update(APP_KEY).digest("hex"); // expect
  return passwordHash === user.password;
};

exports.hashSeed = () => ({ passwordHash: crypto.createHmac("sha256", SALT_KEY).update(process.env.ADMIN_PASSWORD).digest("hex") }); // expect

function updateVersion(user) {
  user.password = sha1(user.password); // expect
  return user;
}
exports.updateVersion = updateVersion;
