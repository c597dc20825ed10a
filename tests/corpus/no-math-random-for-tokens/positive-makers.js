const crypto = require("crypto");
const net = require("net");
const md5 = require("md5");

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

const newAccountPassword = (length) => {
  const password = Array(length).fill(letters).map(function (each) { return each[Math.floor(Math.random() * each.length)]; }).join(""); // expect
  return password;
};

class OAuthClient {
  getCodeChallenge() {
    let text = "";
    for (let i = 0; i < 64; i++) text += letters[Math.floor(Math.random() * letters.length)]; // expect
    const challenge = crypto.createHash("sha256").update(text).digest("base64url");
    return [text, challenge];
  }

  codeChallengeV2() {
    let text = "";
    for (let i = 0; i < 64; i++) text += letters[Math.floor(Math.random() * letters.length)]; // expect
    return text;
  }

  makePkce() {
    let text = "";
    for (let i = 0; i < 64; i++) text += letters[Math.floor(Math.random() * letters.length)]; // expect
    return text;
  }
}

const forgotten = {
  newToken() {
    const now = "" + new Date().getTime(); // expect
    return crypto.createHash("md5").update(now).digest("hex");
  },
};

const mailToken = (user) => md5(user.id + Date.now()); // expect
const resetTokenOf = (email) => {
  const resetToken = crypto.createHash("sha1").update(`${email}:${Date.now()}`).digest("hex"); // expect
  return resetToken;
};

function createStreamKey(channel) {
  const text = channel + Math.random(); // expect
  return crypto.createHash("md5").update(text).digest("hex");
}

const account = { confirmationHash: md5(String(Math.random())) }; // expect

class ConsoleServer {
  constructor() {
    this.key = Math.random().toString(36).slice(2); // expect
    this.server = net.createServer((socket) => this.greet(socket));
  }

  accept(request, socket) {
    if (request.key !== this.key) socket.end();
  }
}

class StateStore {
  /**
   * Makes a cryptographically secure random handle
   */
  makeHandle() {
    return Math.random().toString(36).slice(2) + Date.now().toString(36); // expect
  }
}

function begin() {
  // generate a 6-digit OTP
  const digits = Math.floor(100000 + Math.random() * 900000); // expect
  return store(digits);
}

async function invite(mail) {
  // Create a temporary password
  const generated = Math.random().toString(36).slice(-10); // expect
  await send(mail, generated);
}

module.exports = { newAccountPassword, OAuthClient, forgotten, mailToken, resetTokenOf, createStreamKey, account, ConsoleServer, StateStore, begin, invite };

// Stores that know somebody under what was made
const signedIn = {};
function openAccount(member, done) {
  const handle = "" + Math.random() + process.pid; // expect
  signedIn.sessions = signedIn.sessions || {};
  const { sessions } = signedIn;
  sessions[handle] = { member, since: Date.now() };
  done(null, handle);
}

async function admit(store, person) {
  const ticketText = Math.random().toString(36).slice(2); // expect
  await store.setEx(`sess:${ticketText}`, 3600, JSON.stringify({ userId: person.id }));
  return ticketText;
}

// Texts that name what is written into them
const hexText = (size) => {
  let made = "";
  for (let at = 0; at < size; at++) made += Math.floor(Math.random() * 16).toString(16); // expect
  return made;
};
fs.writeFileSync(".env.local", `PORT=4000\nSESSION_SECRET="${hexText(64)}"\n`);

// A hash object that is fed in a statement of its own
exports.createSessionToken = () => {
  const sum = crypto.createHash("sha256");
  sum.update(Math.random().toString()); // expect
  return sum.digest("hex");
};

// What is around it makes it
class OtpGenerator {
  next(size) {
    let out = "";
    for (let at = 0; at < size; at++) out += "0123456789"[Math.floor(Math.random() * 10)]; // expect
    return out;
  }
}

class Texts {
  static any(size) {
    return [...Array(size)].map(() => Math.floor(Math.random() * 36).toString(36)).join(""); // expect
  }
}

exports.askIn = (team, email) => team.save({ email, inviteToken: Texts.any(24) });

exports.forwardGift = (shop) => {
  const voucher = Math.random().toString(36).slice(2, 12); // expect
  return shop.keep({ voucher, open: true });
};

// In other languages, and with the number of digits in the name
exports.enviar = async (ctx) => {
  const codigoVerificacion = Math.floor(100000 + Math.random() * 900000); // expect
  const yzm = String(Math.random()).slice(-6); // expect
  const authCodeSixDigits = Math.random().toString().slice(2, 8); // expect
  const pickupCode = Math.floor(1000 + Math.random() * 9000); // expect
  await ctx.deliver(codigoVerificacion, yzm, authCodeSixDigits, pickupCode);
};

let sessionId = "";
for (let i = 0; i < 4; i++) sessionId = sessionId + Math.floor(Math.random() * 16); // expect

module.exports.keygen = (size) => {
  let key = "";
  for (let at = 0; at < size; at++) {
    key += ALPHANUM[parseInt(Math.random() * ALPHANUM.length)]; // expect
  }
  return key;
};
