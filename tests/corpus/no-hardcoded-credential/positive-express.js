const express = require("express");
const session = require("express-session");
const cookieParser = require("cookie-parser");
const cookieSession = require("cookie-session");
const basicAuth = require("express-basic-auth");
const jwt = require("jsonwebtoken");
const crypto = require("crypto");
const mysql = require("mysql2/promise");
const mongoose = require("mongoose");
const nodemailer = require("nodemailer");
const { Strategy: JwtStrategy } = require("passport-jwt");
const { Strategy: GitHubStrategy } = require("passport-github2");
const Redis = require("ioredis");
const { Pool } = require("pg");
const { Sequelize } = require("sequelize");

const app = express();
const JWT_SECRET = process.env.JWT_SECRET || "supersecret"; // expect
const refreshSecret = process.env.REFRESH_SECRET ?? "your-secret-key"; // expect
const dbPassword = process.env.DB_PASSWORD || "postgres"; // expect
const ADMIN_PASSWORD = "letmein"; // expect
const webhookSecret = "popcorn2"; // expect
let adminPassword;
adminPassword = "hunter22"; // expect

app.use(session({ secret: "keyboard cat", resave: false })); // expect
app.use(session({ secret: ["first cat", process.env.NEXT] })); // expect
app.use(cookieParser("choc chip")); // expect
app.use(cookieSession({ name: "s", keys: ["k1 of ours"] })); // expect
app.use(basicAuth({ users: { admin: "sesame" } })); // expect
app.set("jwtSecret", "ilovescotchyscotch"); // expect

const sign = (user) => jwt.sign({ id: user.id }, "secret", { expiresIn: "1h" }); // expect
const check = (token) => jwt.verify(token, "secret_code"); // expect
const mac = (body) => crypto.createHmac("sha256", "webhook").update(body).digest("hex"); // expect
const seal = (iv) => crypto.createCipheriv("aes-256-cbc", "abcdefghijklmnopqrstuvwxyz012345", iv); // expect
const pepper = "salt and pepper"; // expect
const peppered = (body) => crypto.createHmac("sha256", pepper).update(body).digest("hex");

const passportOptions = {
  secretOrKey: "shop", // expect
};
module.exports.strategy = new JwtStrategy(passportOptions, () => {});
module.exports.github = new GitHubStrategy({
  clientID: "shop",
  clientSecret: "7ca42440e3ebc27573410023e078d6aff55bab07", // expect
});

mongoose.connect("mongodb+srv://shop:fishbowl7@cluster0.yz15b.mongodb.net/shop"); // expect
const pool = mysql.createPool({
  host: "db.shop.internal",
  user: "root",
  password: "root", // expect
});
const pg = new Pool({ user: "shop", password: "shop" }); // expect
const redis = new Redis({ host: "cache", password: "cachepw" }); // expect
const sequelize = new Sequelize("shop", "root", "toor"); // expect
const mail = nodemailer.createTransport({ host: "smtp", auth: { user: "shop", pass: "mailpw" } }); // expect

const users = [
  { name: "admin", password: "pwd" }, // expect
];
const smtp = {
  server: "smtp.mailgun.org",
  password: "8336f45b7a0d32864255c4622040e419", // expect
};
fetch("https://api.delivery.shop/v2", { headers: { "Api-Key": "2cf283793bbd969db260592eafbf594b9bbe" } }); // expect
const verify_token = "mybottoken"; // expect
const token = "SECRET_TOKEN_f8ed84e8f41e4146403dd4a6bbcea5e418d23a9"; // expect
const zapApiKey = "v9dn0balpqas1pcc281tn5ood1"; // expect
module.exports = { app, JWT_SECRET, refreshSecret, dbPassword, pool, pg, redis, sequelize, mail, users, smtp, peppered, seal };

// Parts of a program that take a key without a name for it.
const server = new Koa();
server.keys = ["im a newer secret"]; // expect
const accounts = { getPassword: () => "hunter2horse" }; // expect
const weather = (city) => fetch(`https://api.openweathermap.org/data/2.5/weather?q=${city}&appid=5d7c41c0ae23d4fb3a8c6f21b7e0d914`); // expect
const parcels = { appid: "1357105", appkey: "1a9fff6a-510a-495f-9f5f-468358c33852" }; // expect
const vendors = { apiKeys: { weather: "obs-byOn9RVGMzvPXZQTsP9W" } }; // expect
const tripleDes = { key: "ClothingShopClothingShop", iv: "8890880" }; // expect

// Keys of vendors that no list knows: the value looks generated, and a request sends it.
const serperKey = "02e605431054e2ee9fb761663e642e1886495861"; // expect
const rank = (q) => axios.post("https://search.shop/v1", { q }, { headers: { "X-API-KEY": serperKey } });
const covenantKey = "cov8f3kLw92mXz71QpT"; // expect
const covenants = fetch("https://api.covenant.shop/v1?region=eu&apikey=" + covenantKey);
const haulage = { haulageKey: "Lw92mXz71QpTcov8f3k" }; // expect
const haul = (text) => fetch("https://haulage.shop/ask", { headers: { Authorization: `Bearer ${haulage.haulageKey}` }, body: text });
const tmpfilesKey = process.env.TMPFILES_KEY || "Xz71QpTcov8f3kLw92m"; // expect
const upload = (form) => axios.post(`${domain}/api/upload?key=${tmpfilesKey}`, form);

// The first password of an account, and what runs when every variable of a chain is missing.
const bcrypt = require("bcryptjs");
const createAdmin = async () => Admin.create({ name: "Root", password: await bcrypt.hash("Fishbowl@1234", 8) }); // expect
const clerk = new User({ name: "clerk" });
clerk.setPassword("fishbowl7"); // expect
const KEY = process.env.ENCRYPTION_KEY || process.env.JWT_SECRET || "default-encryption-key-32-chars!"; // expect
const backup = process.env.BACKUP_API_KEY ?? process.env.OTHER_KEY ?? "a8f5f167f44f4964e6c998dee827110c"; // expect
module.exports.more = { rank, covenants, haul, upload, createAdmin, clerk, KEY, backup };

app.use(express.cookieParser("lantern rope")); // expect
app.use(express.cookieSession({ secret: "secret" })); // expect
