// Texts that a place gives as a password or key, whatever they look like.
import { Octokit } from "@octokit/rest";
import { Client } from "discord.js";
import { ClientSecretCredential } from "@azure/identity";
import { google } from "googleapis";
import { getAuth, signInWithEmailAndPassword } from "firebase/auth";
import { SecretValue } from "aws-cdk-lib";
import { createHmac } from "node:crypto";
import { SignJWT } from "jose";
import { setSignedCookie } from "hono/cookie";

// Basic authorization
export const report = (id) =>
  fetch(`https://reports.shop.io/${id}`, { headers: { Authorization: "Basic " + btoa("reporter:quay7-ferry") } }); // expect
const encoded = Buffer.from("printer:Mole!Anchor3").toString("base64"); // expect
export const print = (job) => fetch("https://print.shop.io/jobs", { method: "POST", headers: { Authorization: `Basic ${encoded}` }, body: job });

// libraries
export const octokit = new Octokit({ auth: "harbour-7-quays-ferry" }); // expect
const bot = new Client({ intents: 1 });
bot.login("Njk1.quay-and-mole.q0Zz"); // expect
export const graph = new ClientSecretCredential("tenant", "client", "Mole~Anchor~quay.5"); // expect
export const oauth = new google.auth.OAuth2("calendar-client", "cal-mole-anchor-24", "https://shop.io/oauth"); // expect
export const sync = () => signInWithEmailAndPassword(getAuth(), "sync@shop.io", "Seagull-salt3"); // expect
export const plain = SecretValue.unsafePlainText("Northlight-db-12"); // expect
export const remember = (c, user) => setSignedCookie(c, "who", user, "dune and sand"); // expect

// by way of a constant encoder and a static field
const encoder = new TextEncoder();
const INTERNAL = encoder.encode("clockwork-spring-escapement"); // expect
export const ticket = () => new SignJWT({}).setProtectedHeader({ alg: "HS256" }).sign(INTERNAL);
class Sealer {
  static SEALING = "engine-01-sealing"; // expect
  mac(body) {
    return createHmac("sha256", Sealer.SEALING).update(body).digest("hex");
  }
}

// a reader of the project's own
const pick = (name, fallback) => process.env[name] || fallback;
export const settings = {
  port: pick("PORT", 4000),
  access: pick("ACCESS_TOKEN_SECRET", "yellow-belt-access"), // expect
  url: pick("MONGO_URI", "mongodb://dojo:Kata!Heian5@mongo.dojo.example/dojo"), // expect
};

// words around a number
export const environment = {
  INTERNAL_API_KEY: "int-7741-polar", // expect
  ERP_PASSWORD: "Acre-Furrow-Row3", // expect
  webhookToken: "zw_beamer_hdmi_02", // expect
  nodes: [{ host: "lava1.shop.io", port: 2333, password: "nobodyshallpass-but-me" }], // expect
  apiKey: "7be1c02f9aa34d5c8e60f1b2", // expect
  "users-permissions": { config: { jwtSecret: "marmot_whistles_4" } }, // expect
};

// statements and commands
export const rotate = (db) => db.query("ALTER ROLE reporting WITH PASSWORD 'cold+warm7'"); // expect
export const create = (db) => db.query("CREATE USER 'shop'@'%' IDENTIFIED BY 'cold+warm7'"); // expect
export const dump = "mysqldump -h db.shop.io -u shop -pBookworm99 shop > /tmp/shop.sql"; // expect
export const copy = (file) => `sshpass -p 'Bookworm99' scp ${file} backup@backup.shop.io:`; // expect
process.env.PGPASSWORD = "Bookworm#2"; // expect

export const peers = { iceServers: [{ urls: "turn:turn.shop.io", username: "choir", credential: "soprano-alto-tenor" }] }; // expect

const ADMINS = {
  anna: "Spoke_28_inch", // expect
  bert: process.env.BERT_PASSWORD ?? "",
};
export const isAdmin = (name, password) => ADMINS[name] === password;
export const lastly = { password: atob("U3Bva2VzMjg=") }; // expect
export { Sealer };

// Libraries that are handed in, and settings of several parts.
module.exports = function routes(server, passport, jwt) {
  server.post("/enter", (req, res) => {
    jwt.sign({ user: req.user }, "mooring-lantern-oak", { expiresIn: "30s" }, (error, signed) => res.json(signed)); // expect
  });
};
deskConfig.setValue("vault", "secretKey", "q7!Lk_2;HP}eSLX!D]tlo-4=Zvr{|j"); // expect
const ferryConfig = { token_secert: "zhe_shi_mi_yao_7" }; // expect
const deckServer = { sessionSecret: readVariable("DECK_SESSION_SECRET", "tide-secret-9x") }; // expect
function readVariable(name, fallback = "") {
  return process.env[name]?.trim() || fallback;
}
if ((process.argv[2] || "") === "") process.exit(1);
exports.openGate = (req, res) => ((req.body.password || "") === "quay77-ferry" ? res.json({ ok: true }) : res.status(401).end()); // expect

// Keys that somebody chose, in the header for them; and what an authorization scheme stands before.
const tideClient = axios.create({ baseURL: "https://tides.pier.io", headers: { "X-API-KEY": "Harbour7" } }); // expect
const PIER_KEY = "Lantern42"; // expect
export const readPier = (id) => fetch(`https://pier.io/${id}`, { headers: { "x-api-key": PIER_KEY } });
export const weather = () => {
  const appCode = "7cde040faf824d8cbf12312bceaa484e"; // expect
  return get({ host: "weather.pier.io", headers: { Authorization: "APPCODE " + appCode } });
};
export const doors = createDoors("sqlite", { jwtSecretSalt: "9HMJ_sWSIzHpSP4n" }); // expect

// Keys of gateways, as the last part of what is signed.
const signedQuery = (query) => md5(query + "&key=E02353AF68EBE70D507EB8BF362460B5").toUpperCase(); // expect
const signedParts = (parts) => {
  parts.sort();
  parts.push("GATEKEY=2NGUcn54AGRnZvVS"); // expect
  return md5(parts.join("&"));
};
const wechatPay = { mch_id: "1296198901", mch_key: "vOn3CMSExGz2Qm62o5b8jFVDi9nRk8wy" }; // expect
let validationParams;
validationParams = { store_id: "ferry", store_passwd: "harbour53588" }; // expect
const crew = {
  roles: [
    { _id: "696e1a6e505e7b291942e8e0", role: "Mate", password: "tide9349" }, // expect
  ],
};
module.exports = { signedQuery, signedParts, wechatPay, validationParams, crew };

// A key that the program asks for itself, and everybody gets in with who reads this.
const doorConfig = { port: 3000, apiKey: process.env.API_KEY || "redblack" }; // expect
const apiKeys = String(process.env.API_KEY || "change-me").split(","); // expect
module.exports.door = [doorConfig, apiKeys];
