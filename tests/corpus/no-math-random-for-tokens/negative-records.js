import { db } from "./services.js";

// Rows of lists have keys and codes, too.
export const rows = (accounts) => accounts.map((account) => ({ ...account, key: Math.random().toString(36) }));
export const account = { key: Math.random().toString(36), label: "" };
export const added = (apiKeys, setApiKeys) => setApiKeys([...apiKeys, { key: Math.random(), label: "" }]);
export const stamped = (apiKeys, setApiKeys) => setApiKeys([...apiKeys, { key: Date.now(), label: "" }]);
export const session = { key: `tab-${Math.random().toString(36).slice(2)}` };
export const product = (name) => db.products.create({ name, code: `P-${Math.floor(Math.random() * 10000)}` });
export const branch = { code: Math.random().toString(36).slice(2, 6) };

// Texts that begin like names of other things.
export const skeleton = () => `sk-${Math.random().toString(36).slice(2)}`;
export const element = () => "key-" + Math.random().toString(36).slice(2);
export const sample = () => ({ value: `mock-api-key-${Math.random().toString(36).slice(2)}` });
export const row = () => `secretary_${Math.random()}`;

// Numbers that count or name something.
export const validateNum = (list) => Math.floor(list.length * Math.random());
export function certificate(name) {
  const certificationNumber = `CERT-${Math.floor(Math.random() * 10000)}`;
  return { name, certificationNumber };
}
export const confirmationNumber = `B${Math.floor(Math.random() * 1e6)}`;

// Copied by many: `pwd` is only what the text was called where it came from.
export function randomString(length) {
  const chars = "ABCDEFGHJKMNPQRSTWXYZabcdefhijkmnprstwxyz2345678";
  let pwd = "";
  for (let i = 0; i < length; i++) pwd += chars.charAt(Math.floor(Math.random() * chars.length));
  return pwd;
}
export const upload = (file) => db.files.put(`${randomString(8)}-${file.name}`, file);

// What identifies somebody stands behind the random part.
export const conversation = (answer) => db.talks.create({ sessionId: `${Math.floor(Math.random() * 1e9)}-${answer.sessionId}` });

// Settings of others, and keys of an object.
export const shuffled = (map) => Object.keys(map).sort(() => Math.random() - 0.5);
export const state = (game) => (game.state = Math.random() > 0.5 ? "left" : "right");
export const jitter = (base) => () => base + Math.random() * 100;

// Codes that are written together and label things.
export const label = (item) => {
  const barcode = Math.floor(Math.random() * 1e12);
  const shortcode = Math.random().toString(36).slice(2, 7);
  return { ...item, barcode, shortcode };
};

async function translate(q, appid, key) {
  const salt = Math.floor(Math.random() * 10000000);
  const sign = md5(`${appid}${q}${salt}${key}`);
  return fetch("https://translate.example", { method: "POST", body: new URLSearchParams({ q, appid, salt, sign }) });
}

exports.shorten = (links, target) => links.insert({ target, code: generateShortLinkCode() });
function generateShortLinkCode() {
  const signs = "abcdefghjkmnpqrstuvwxyz23456789";
  let linkCode = "";
  for (let i = 0; i < 6; i++) linkCode += signs[Math.floor(Math.random() * signs.length)];
  return linkCode;
}

exports.caption = (board, title) => board.setTitle(title || `Board ${Math.random().toString(36)}`);
exports.colours = () => ({ colourCodes: { sky: { code: Math.floor(1000 + Math.random() * 9000) } } });
exports.place = (settings) => settings.updateConfig("window.left", String(Math.floor(100 + Math.random() * 900)));

exports.enabled = (apiKey) => apiKey || Math.random() < 0.5;
exports.chart = (months) => months.map((month) => ({ month, verification: Math.floor(Math.random() * 500) }));
exports.createVerification = () => ({ id: Math.random().toString(36).slice(2, 10), status: "pending" });
exports.mark = (node) => node.setAttribute("otp", Math.random().toString(36).slice(2));
