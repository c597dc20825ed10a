const crypto = require("crypto");
const fs = require("fs");
const md5 = require("md5");

// The time in a digest beside a secret signs it.
const signed = (appSecret) => ({ ts: Date.now(), token: md5(Date.now() + appSecret) });
const sealed = (text) => ({ token: crypto.createHmac("sha256", secretOf(text)).update(String(Date.now())).digest("hex") });
const cacheKey = (url) => md5(url + Date.now());
const revision = (file) => crypto.createHash("md5").update(file + Date.now()).digest("hex");

function exportMails(target) {
  const token = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  const stagingDir = `${target}.${token}.partial`;
  fs.mkdirSync(stagingDir, { recursive: true });
  return stagingDir;
}

function agentNumber() {
  const part = (length) => letters(length, () => Math.floor(Math.random() * 36));
  const code = Math.random().toString(36).slice(2, 6);
  const agentId = `AGENT-${code}`;
  return { agentId, part };
}

const startBooking = (phone) => {
  const sessionId = `booking_${Date.now()}_${Math.random().toString(36).slice(2, 9)}`;
  return { sessionId, phone, step: "greeting" };
};

class Row {
  constructor() {
    this.key = Math.random().toString(36).slice(2);
  }

  isSame(other) {
    return other.key === this.key;
  }
}

/** A handle for lists; not cryptographically secure. */
const handle = () => Math.random().toString(36).slice(2);

/** Cryptographically secure where the platform allows, with a fallback. */
function bytes() {
  return globalThis.crypto ? crypto.getRandomValues(new Uint8Array(8)) : [Math.floor(Math.random() * 256)];
}

function wait() {
  // generate a random delay before the OTP is sent
  const pause = Math.floor(Math.random() * 1000);
  return pause;
}

function sampleUsers() {
  // Create a fake password for the demo
  const generated = Math.random().toString(36).slice(-10);
  return generated;
}

// Create password form
const offset = Math.random() * 20;
const roomKey = Math.random();
const sortHash = md5(String(Math.random()));

module.exports = { signed, sealed, cacheKey, revision, exportMails, agentNumber, startBooking, Row, handle, bytes, wait, sampleUsers, offset, roomKey, sortHash };

// Stores of things, texts that count, defaults of other columns
const sessions = {};
exports.openChat = (model) => {
  const chat = "c" + Math.random().toString(36).slice(2);
  sessions[chat] = { messages: [], model };
  return chat;
};

const tokens = {};
exports.place = (x, y) => {
  const piece = Math.random().toString(36).slice(2, 9);
  tokens[piece] = { x, y };
  return piece;
};

exports.startAgent = (prompt, send) => {
  const sessionId = `task-${Date.now()}-${Math.random().toString(36).slice(2, 8)}`;
  send({ prompt, sessionId });
};

const pending = new Map();
exports.trace = (user) => {
  const request = Math.random().toString(36).slice(2);
  pending.set(request, { userId: user.id, at: Date.now() });
  return `trace=${request} token_count=${Math.floor(Math.random() * 10)}`;
};

exports.addGoods = (goods) => {
  const kodeBarang = "BRG" + Math.floor(Math.random() * 10000);
  const kodePos = Math.floor(Math.random() * 90000);
  return goods.create({ kodeBarang, kodePos });
};

class NameGenerator {
  next() {
    let made = "";
    for (let at = 0; at < 3; at++) made += "aeiou"[Math.floor(Math.random() * 5)];
    return made;
  }
}

exports.bust = (picture) => `${picture}?_=${Math.random()}&v=${Math.random()}`;

exports.mixed = () => {
  const sum = crypto.createHash("md5");
  sum.update(String(Math.random()));
  return sum.digest("hex");
};

const notes = ["C", "D"];
export const getNoteKey = () => notes[Math.floor(Math.random() * 2)];
export const getKey = () => "WASD"[Math.floor(Math.random() * 4)];
