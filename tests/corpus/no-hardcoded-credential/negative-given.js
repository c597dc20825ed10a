// The nearest to what stands in positive-given.js.
import { Octokit } from "@octokit/rest";
import { Client } from "discord.js";
import { useState } from "react";

export const given = (user, password) => fetch("/reports", { headers: { Authorization: "Basic " + btoa(`${user}:${password}`) } });
export const manual = { Authorization: "Basic " + btoa("username:password") };
export const picture = btoa("image:quay7-ferry");
export const id = Buffer.from("product:quay7-ferry").toString("base64");
const cursor = btoa("cursor:quay7-ferry");
export const next = `after=${cursor}`;

export const anonymous = new Octokit({ auth: "YOUR_TOKEN" });
const bot = new Client({ intents: 1 });
bot.login("your-bot-token-goes-here-1");
bot.login(process.env.DISCORD_TOKEN);

// names, versions, models, topics
export const names = {
  INTERNAL_API_KEY: "app-key-1",
  apiKey: "local-model-8000",
  accessToken: "access_token_2",
  webhookToken: "webhook-token-1",
  SECRET_ENV: "PEPPER",
  secrets: ["project", "secrets"],
};
export const KEYS = { token: ["auth", "token"], secret: ["project", "secret"] };
export const TOPIC = { token: "gw/+/token", secret: "gw/+/secret/ack" };
export const channel = { secret: "gw/+/secret/ack" };
const flags = (config) => ({ token: config.token ? "***" : "not set", password: config.password ? "set" : "missing-password" });
export const describe = (secret) => ({ secret: secret ? "present-secret" : "absent-secret" });
export { flags };

export function Form() {
  const [secret, setSecret] = useState("initial");
  return [secret, setSecret];
}

// what shows how one is written
export const help = [
  "ALTER ROLE shop WITH PASSWORD '<password>'",
  "CREATE USER shop WITH PASSWORD 'password'",
  "CREATE USER 'shop'@'%' IDENTIFIED BY 'your-password'",
  "mysqldump -u root -p shop > dump.sql",
  "mysql -u root -p$MYSQL_PASSWORD shop",
  "PGPASSWORD=$PASSWORD psql shop",
  "sshpass -e ssh shop",
];
export const statement = (name, hash) => `ALTER ROLE ${name} WITH PASSWORD '${hash}'`;
export const column = "SELECT password = 'x' FROM users";
export const shown = ["postgres://user:hunter2@db.example.com/shop", "mysql://root:Quay7Ferry@db.example.com/shop", "https://shop:Quay7Ferry@example.com/"];

process.env.NODE_ENV = "production";
process.env.SESSION_NAME = "shop-session";

export const stun = { iceServers: [{ urls: "stun:stun.shop.io" }, { urls: "turn:relay.shop.io", username: "openrelayproject", credential: "openrelayproject" }] };
export const relay = { urls: ["turn:eu.relay.shop.io"], username: "relayjs", credential: "relayjsp" };
export const wallet = { credential: "membership-card", type: "vc" };

const LABELS = { anna: "Anna_28_Smith", bert: "Bert_29_Jones" };
export const isLabel = (name, label) => LABELS[name] === label;
const FIELDS = { sign: "sign-in-form", reset: "reset-form" };
export const isForm = (name, form) => FIELDS[name] === form;

const pick = (list, fallback) => list[0] || fallback;
export const first = pick("ACCESS_TOKEN_SECRET", "yellow-belt-access");

// Whether something is set, and what stands for nothing.
exports.mailState = () => ({
  mailUser: process.env.MAIL_USER ? "configured" : "missing",
  mailPass: process.env.MAIL_PASS ? "configured" : "missing",
  smtpPassword: !process.env.SMTP_PASSWORD ? "not there" : "in place",
  apiToken: Boolean(process.env.PIER_API_TOKEN) ? "loaded" : "absent",
});
const boatKeyHex = stored ? String(stored.val) : "00000000-0000-0000-0000-000000000000";
const testDefaults = { PORT: "0", JWT_SECRET: "tide-secret-9x", REFRESH_SECRET: "tide-refresh-9x" };
const mockOwner = { name: "Kim", password: "Harbour-2277!" };
config.setValue("window", "theme", "harbour-dark");
function greetJwt(jwt) {
  return jwt.signature("harbour", "lantern");
}
const plainHeaders = { headers: { "X-API-Version": "release7", "x-api-key": "YOUR_API_KEY_1", Accept: "APPCODE json" } };
const pepper = "black pepper";

// What has to be filled in, and what no provider of mail takes.
const pool = createPool({ host: "127.0.0.1", port: 3306, user: "USERNAME", password: "PASSWORD", database: "DB" });
const transport = nodemailer.createTransport({ host: "smtp.gmail.com", port: 465, auth: { user: "abcd.com", pass: "abcd" } });
const found = rows.filter((row) => row.text === "sort_key=descending_by_date");
const help = { messages: { password: "At least 8 characters" }, labels: { password: "Password2" } };
module.exports = { pool, transport, found, help };

const films = { apiKey: process.env.FILMS_API_KEY || "redblack", demo: process.env.API_KEY || "DEMO_KEY", none: process.env.API_KEY || "undefined" };
module.exports.films = films;
