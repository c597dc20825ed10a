const { Pool } = require("pg");
const knex = require("./knex");

const pool = new Pool();

// Rows that a query asks a password for.
async function findMember(mail) {
  const found = await pool.query("SELECT id, m.password AS hash FROM members m WHERE mail = $1", [mail]);
  console.log("found", found); // expect
  console.log(found.rows); // expect
  const [rows] = await pool.execute("select mail, passwd from staff where mail = ?", [mail]);
  console.log(rows[0]); // expect
  const drivers = await knex("drivers").select("name", "password");
  console.log(drivers); // expect
  return rows;
}

function listGuests(db, done) {
  db.query("SELECT * FROM guests", (error, guests) => {
    if (error) return done(error);
    console.log("guests", guests); // expect
    done(null, guests);
  });
  pool.query(`SELECT * FROM guests WHERE room = ${12}`).then((result) => {
    console.log(result.rows); // expect
  });
}

const addGuest = (db, guest) => db.query("INSERT INTO guests (name, password) VALUES (?, ?)", guest);

// Elements by any index.
async function lastMember(db, rowIndex, i) {
  const [rows] = await db.query("SELECT id, email, password FROM members");
  console.log(rows[rows.length - 1]); // expect
  console.log(rows[rowIndex]); // expect
  console.log(rows[i + 1]); // expect
  for (const p in rows) console.log(rows[p]); // expect
}

// What a function that checks gives back whole.
function join(socket, sent) {
  const options = checkInput(sent);
  console.log("join", options); // expect
  const { room, room_password } = options;
  return socket.enter(room, room_password);
}

// The cookie that a client proves itself with, and a part that is all of a token.
class Crawler {
  constructor(account) {
    this.cookie = account.saved;
  }
  load(address) {
    console.log("load", address, this.cookie); // expect
    return request.get(address).set("Cookie", this.cookie);
  }
}
const tail = (sessionToken) => console.log(`renew ${sessionToken.substring(-4)}`); // expect

module.exports = { findMember, listGuests, addGuest, lastMember, join, Crawler, tail };
