import Koa from "koa";
import Keygrip from "keygrip";
import cookieSession from "cookie-session";
import nodemailer from "nodemailer";
import md5 from "md5";
import { db, mailer } from "./services.js";

// `key` and `code` of something that opens something.
export async function forgot(member) {
  const recovery = await db.recoveries.findOne({ member: member.id });
  recovery.key = md5(String(Math.random() * 1000)); // expect
  await recovery.save();
}
export const issue = (name) => db.apiKey.create({ data: { name, key: Math.random().toString(36).slice(2) } }); // expect
export const first = (setApiKeys, kept) => setApiKeys(kept || [{ id: 1, key: Math.random().toString(36).slice(2) }]); // expect
export const ask = (friend) => createInvitation({ friend, code: Math.random().toString(36).slice(2, 10) }); // expect
export function enrol(member) {
  member.verification = { code: Math.floor(Math.random() * 900000) + 100000, tries: 0 }; // expect
}

// A text that begins as a key does.
export const rotate = (keys) => keys.concat({ label: "new", value: `sk_live_${Math.random().toString(36).slice(2)}` }); // expect
export const webhook = () => ({ target: "/hook", signer: "whsec_" + Math.random().toString(36).slice(2) }); // expect
export const partner = () => ({ value: "api_key_" + Math.random().toString(36) }); // expect

// Keys of signed cookies.
const app = new Koa();
app.keys = [Date.now()]; // expect
app.use(cookieSession({ name: "visit", keys: [Math.random().toString(36)] })); // expect
export const grip = new Keygrip([Math.random().toString(36)]); // expect

// One-time codes that are called numbers.
export async function sendCode(request, response) {
  const authNum = Math.random().toString().slice(2, 8); // expect
  await mailer.send({ to: request.body.email, text: `Your number: ${authNum}` });
  response.end();
}
export function callBack(phone) {
  const verificationNumber = Math.floor(Math.random() * 900000) + 100000; // expect
  return db.calls.insert({ phone, verificationNumber });
}
export function certify(email) {
  const certNumber = Math.floor(Math.random() * 900000 + 100000); // expect
  return nodemailer.createTransport({}).sendMail({ to: email, text: String(certNumber) });
}

// Makers that are made, or given by a getter.
export const otpMaker = (digits) => () => Math.random().toString().slice(2, 2 + digits); // expect
export const settings = {
  get verificationCode() {
    return () => Math.random().toString(16).slice(2, 8); // expect
  },
};

export function connect(request, response) {
  request.session.state = Math.random().toString(36).slice(2); // expect
  response.redirect(`https://partner.shop/oauth/authorize?state=${request.session.state}`);
}

// Words that are written together.
export async function requestActivation(req, res) {
  const gencode = Math.floor(Math.random() * 90000) + 10000; // expect
  await mail(req.body.email, `<p>Copy this into the form:</p><b>${gencode}</b>`);
  res.sendStatus(204);
}
export async function confirmPhone(phone) {
  const smscode = String(Math.random()).slice(2, 8); // expect
  await pending.set(phone, smscode);
}

exports.reserve = (bookings) =>
  bookings.insert({
    verificationCodes: {
      pickup: { code: Math.floor(1000 + Math.random() * 9000).toString(), verified: false }, // expect
    },
  });

exports.openVault = (vault, masterPassword) => vault.setMaster(masterPassword || `MP_${Math.random().toString(36)}`); // expect

exports.pair = (settings) => settings.updateConfig("pairing.passcode", String(Math.floor(100000 + Math.random() * 900000))); // expect

exports.generateVerification = () => {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  let resultado = "";
  for (let i = 0; i < 6; i++) resultado += letters.charAt(Math.floor(Math.random() * letters.length)); // expect
  return resultado;
};

exports.startLink = (links, chat) => links.insert({ telegram_user: chat.id, code: generateLinkCode() });
function generateLinkCode() {
  const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  let made = "";
  for (let i = 0; i < 6; i++) made += signs[Math.floor(Math.random() * signs.length)]; // expect
  return made;
}

exports.cookies = () => ({ keys: [process.env.COOKIE_SECRET || `${Math.random()}`] }); // expect

exports.invite = (people, email) => {
  const emailVerification = Math.floor(100000 + Math.random() * 900000); // expect
  return people.insert({ email, emailVerification });
};
