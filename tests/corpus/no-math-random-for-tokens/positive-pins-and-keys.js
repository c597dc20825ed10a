const express = require("express");
const session = require("express-session");
const { verifyMessage } = require("ethers");
const { floor, random } = Math;
const wordlist = ["amber", "birch", "cedar", "delta"];

// PINs are short numbers under many names.
exports.activateCard = (card) => ({ ...card, pin: String(Math.floor(Math.random() * 10000)).padStart(4, "0") }); // expect
exports.openLocker = async (db, phone) => {
  const pin = `${Math.random()}`.slice(2, 8); // expect
  await db.lockers.insert({ phone, pin });
};
exports.lockPin = () => Math.floor(1000 + Math.random() * 9000); // expect

// Keys that say what they open.
exports.createPaste = async (kv, body) => {
  const id = Math.random().toString(36).slice(2, 9);
  const deleteKey = Math.random().toString(36).slice(2); // expect
  await kv.put(id, JSON.stringify({ body, deleteKey }));
  return { id, deleteKey };
};
exports.openBoard = (boards) => {
  const editKey = Math.random().toString(36).slice(2); // expect
  boards.push({ editKey, rows: [] });
  return editKey;
};
exports.mayEdit = (board, given) => board.editKey === given;
exports.startReset = (members, email) => members.insert({ email, resetKey: Math.random().toString(36).slice(2, 12) }); // expect
exports.generateClientToken = () => Math.random().toString(36).slice(2); // expect
exports.refreshed = async (redis, user) => {
  const fresh = Buffer.from(`${user.id}:${Math.random()}`).toString("base64url"); // expect
  await redis.set(`refresh:${fresh}`, user.id, "EX", 3600);
  return fresh;
};
exports.openChannel = (channel) => {
  const parts = [];
  for (let at = 0; at < 4; at++) parts.push(Math.random().toString(36).slice(2, 6)); // expect
  channel.streamKey = parts.join("-");
  return channel.save();
};
exports.addMember = (members, email) => members.insert({ email, inviteKey: Math.random().toString(36).slice(2, 12) }); // expect

// Words and codes of other languages
exports.bukaUjian = (ujian) => {
  ujian.kodeAkses = Math.random().toString(36).slice(2, 8).toUpperCase(); // expect
  return ujian;
};
exports.freigeben = (datei) => ({ datei, einmalcode: Math.random().toString().slice(3, 9) }); // expect
exports.lien = async (pool, email) => {
  const jeton = Array.from({ length: 30 }, () => "abcdef0123456789"[floor(random() * 16)]).join(""); // expect
  await pool.query("insert into liens(email, jeton) values ($1, $2)", [email, jeton]);
};

// A short name, put together from characters; a passphrase of words that a small function draws.
exports.resetStaff = async (pool, id) => {
  const consonants = "bcdfghjklmnpqrstvwz";
  let pw = "";
  for (let at = 0; at < 8; at++) pw += consonants[Math.floor(Math.random() * consonants.length)]; // expect
  await pool.query("CALL change(?, ?)", [id, pw]);
};
exports.mailbox = (name) => {
  const word = () => wordlist[Math.floor(Math.random() * wordlist.length)]; // expect
  return { name, password: `${word()}.${word()}.${word()}` };
};
exports.devicePsk = () => {
  const out = new Uint8Array(16);
  for (let at = 0; at < out.length; at++) out[at] = Math.random() * 256; // expect
  const psk = Buffer.from(out).toString("hex");
  return psk;
};
exports.uniqueDigits = () => {
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  let otp = "";
  while (otp.length < 6) otp = otp.concat(digits.splice(Math.floor(Math.random() * digits.length), 1)[0]); // expect
  return otp;
};
exports.phoneCode = async (phone, send) => {
  const [, digits] = String(Math.random()).split("."); // expect
  await send(phone, `Your verification code is ${digits}`);
};

// What it is kept under, and where it is written
exports.forgot = async (redis, email) => {
  const mark = Math.random().toString(36).slice(2); // expect
  await redis.set(`magic:${mark}`, email, "EX", 600);
  return mark;
};
exports.secondFactor = async (redis, id) => {
  const sent = Math.floor(Math.random() * 900000 + 100000); // expect
  await redis.setex(`2fa:${id}`, 300 + Math.floor(Math.random() * 10), sent);
};
const md5 = require("md5");
exports.askReset = (mail, send) => {
  const hash = md5(mail + Date.now()); // expect
  return send(mail, "https://shop.example.org/reset/" + hash);
};
exports.challenge = (res) => {
  const value = Buffer.from(String(Math.random())).toString("hex"); // expect
  res.setHeader("WWW-Authenticate", `Digest realm="camera", qop="auth", nonce="${value}"`);
};
exports.loginText = async (users, address) => {
  const user = await users.get(address);
  user.nonce = Math.floor(Math.random() * 1000000); // expect
  return users.save(user);
};
exports.signedIn = (user, signature) => verifyMessage(`Sign in: ${user.nonce}`, signature) === user.address;
exports.verifyPhone = (phone, gateway) => {
  const code = Math.floor(Math.random() * 9000) + 1000; // expect
  return gateway.sendSms(phone, code);
};
const otpStore = new Map();
exports.remember = (email) => otpStore.set(email, Math.floor(100000 + Math.random() * 900000)); // expect
exports.record = (Otp, email) => Otp.create({ email, value: Math.floor(100000 + Math.random() * 900000) }); // expect
exports.newPassword = (mail, email) => {
  const made = Math.random().toString(36).slice(2, 10); // expect
  return mail(email, `Hello, your new password is ${made}`);
};
exports.resetLink = (email) => `https://app.example.org/reset-password?token=${Math.random().toString(36).slice(2)}&email=${email}`; // expect
exports.fileKey = async () => {
  const bytes = new Uint8Array(32);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(Math.random() * 256); // expect
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt"]);
};
exports.beforeSave = (user) => user.setDataValue("otp", Math.floor(Math.random() * 900000) + 100000); // expect
express().use(session({ genid: () => String(Math.random()).slice(2), secret: process.env.SESSION_SECRET })); // expect
