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
