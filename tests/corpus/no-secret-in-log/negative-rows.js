const { Pool } = require("pg");
const knex = require("./knex");

const pool = new Pool();

// Rows without a password, counts of them, and what went wrong.
async function findMember(mail) {
  const found = await pool.query("SELECT id, mail FROM members WHERE mail = $1 AND password = $2", [mail, hash]);
  console.log("found", found.rowCount);
  const [rooms] = await pool.execute("select * from rooms where floor = ?", [2]);
  console.log(rooms);
  const drivers = await knex("drivers").select("name", "password_changed_at");
  console.log(drivers);
  const counted = await pool.query("SELECT count(password) FROM members");
  console.log(counted.rows);
  const partial = await Member.find({ mail }).select("-password");
  console.log(partial);
  return rooms;
}

function listGuests(db) {
  db.query("SELECT * FROM guests", (error, guests) => {
    if (error) console.log("guests", error, guests);
  });
}

const addGuest = (db, guest) => db.query("INSERT INTO guests (name, password) VALUES (?, ?)", guest);

// Answers to questions, and what is left after a secret was taken out.
function join(socket, sent) {
  const isFine = checkInput(sent);
  console.log("join", isFine);
  console.log("enter", Room.strippingPin(sent), excludePassword(sent), filterSecrets(sent), maskingToken(sent));
  return socket.enter(isFine);
}

// Limits, numbers, places, and the part of an address that has no password.
const MAX_SECRETS = 2;
const MIN_PASSWORDS = 4;
function report(store, info) {
  console.log(`secrets: ${Object.keys(store).length} of ${MAX_SECRETS}, ${MIN_PASSWORDS}`);
  console.log("session keys", info.sessionKeys || 0);
  const credsPath = process.env.GOOGLE_APPLICATION_CREDENTIALS;
  console.log("credentials file", credsPath, process.env.GOOGLE_APPLICATION_CREDENTIALS);
  console.log(`database ${process.env.MONGO_URI.split("@")[1] || process.env.MONGO_URI}`);
  console.warn("[calendar] skipped because of invalid credentials", info.data);
  console.log(`directory ${ldapUrl}`);
}

// An answer that says no, whatever the code takes from one that says yes.
async function renew(address) {
  const response = await fetch(address, { method: "POST" });
  const answer = await response.json();
  if (!response.ok) {
    console.error("renewal failed", answer);
    return undefined;
  }
  return answer.access_token;
}

// Options of cookies, and tokens of an editor.
const sessionCookie = { maxAge: 1000, httpOnly: true };
const cookieOptions = { path: "/" };
app.set("cookie", cookieOptions);
console.log("cookie options", cookieOptions);
function codemirrorToken(editor) {
  const token = editor.getTokenAt(editor.getCursor());
  console.log(token);
}

module.exports = { findMember, listGuests, addGuest, join, report, renew, sessionCookie, codemirrorToken };
