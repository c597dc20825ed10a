// Values that are compared beside a name, or before something is marked, and prove nothing.
const express = require("express");
const db = require("./db");

const app = express();

app.post("/coupon", async (req, res) => {
  const { code } = req.body;
  const coupon = await db.coupons.findOne({ shop: req.body.shop });
  if (coupon.code === code) coupon.confirmed = true;
  res.json(coupon);
});

export const isSameLogin = (a, b) => a.user === b.user && a.pass === b.pass;

app.get("/country", async (req, res) => {
  const row = await db.countries.findOne({ name: req.query.name });
  if (row.code !== req.query.code) return res.redirect("/countries");
  res.json(row);
});

app.post("/change", async (req, res) => {
  const user = await db.users.findOne({ id: req.user.id });
  const { password } = req.body;
  if (password === user.password) return res.status(400).json({ error: "choose another one" });
  if (password === user.nickname) throw new Error("the password must differ from your nickname");
  await user.change(password);
  res.json({});
});

const outcomeCodes = ["REACHED_HOME", "NOT_REACHED", "CALL_AGAIN"];
app.post("/outcome", (req, res) => {
  const { outcomeCode, verificationCode } = req.body;
  if (!outcomeCodes.includes(outcomeCode)) return res.status(400).json({ error: "Invalid outcome code" });
  const verificationCodes = ["by-mail", "by-phone"];
  if (!verificationCodes.includes(verificationCode)) return res.status(400).json({ error: "Invalid verification code" });
  res.json({});
});

import { ERC_20_TOKENS, TRC_20_TOKENS } from "./coins.js";
app.post("/withdraw", (req, res) => {
  const { coin } = req.body;
  if (!ERC_20_TOKENS.includes(coin) && !TRC_20_TOKENS.includes(coin)) return res.status(403).json({ error: "Invalid token" });
  res.json({});
});
