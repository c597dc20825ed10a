const mysql = require("mysql2/promise");
const pool = mysql.createPool(process.env.DATABASE_URL);

exports.login = (user, secretWord) => pool.query("SELECT id FROM admin WHERE user = ? AND pass = MD5(?)", [user, secretWord]); // expect
exports.change = (id, given) => pool.execute("UPDATE admin SET admin.password = SHA1(CONCAT(?, salt)) WHERE id = ?", [given, id]); // expect
exports.add = (name, mail, given) => pool.query("INSERT INTO users (name, mail, password) VALUES (?, LOWER(?), SHA2(?, 256))", [name, mail, given]); // expect
exports.old = (name, text) => pool.query("SELECT * FROM users WHERE name = '" + name + "' AND password = md5('" + text + "')"); // expect
exports.insertOld = (name, text) =>
  pool.query("INSERT INTO users (name, pwd) VALUES ('" + name + "', " + "MD5('" + text + "'))"); // expect
exports.pg = (sql, name, wachtwoord) => sql`
  select id from members
  where name = ${name}
    and ww = encode(digest(${wachtwoord}, 'sha256'), 'hex')`; // expect
exports.named = (db, password) => db.one("SELECT id FROM people WHERE password = sha256(:password)", { password }); // expect

exports.duplicates = () => pool.query("SELECT MD5(body) AS h, COUNT(*) n FROM posts GROUP BY h HAVING n > 1");
exports.byMail = (mail) => pool.query("SELECT * FROM users WHERE MD5(mail) = ?", [mail]);
exports.avatar = (name, mail, hash) => pool.query("INSERT INTO users (name, avatar, password) VALUES (?, MD5(?), ?)", [name, mail, hash]);
exports.seed = () => pool.query("INSERT INTO users (name, password) VALUES ('demo', MD5('demo'))");
exports.token = (id) => pool.query("UPDATE users SET password_token = MD5(?) WHERE id = ?", [`${id}${Date.now()}`, id]);
exports.file = (bytes) => pool.query("INSERT INTO files (name, sum) VALUES (?, SHA1(?))", ["a", bytes]);
exports.hint = "MD5(password) is no way to keep a password";
