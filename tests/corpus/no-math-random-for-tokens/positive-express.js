const express = require("express");
const bcrypt = require("bcrypt");
const jwt = require("jsonwebtoken");
const redis = require("./redis");
const { User, Invite } = require("./models");

const router = express.Router();

function generateOTP() {
  return Math.floor(100000 + Math.random() * 900000).toString(); // expect
}

const createResetToken = () => Math.random().toString(36).substring(2, 15) + Math.random().toString(36).substring(2, 15); // expect

function makeid(length) {
  let result = "";
  const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  const charactersLength = characters.length;
  for (let i = 0; i < length; i++) {
    result += characters.charAt(Math.floor(Math.random() * charactersLength)); // expect
  }
  return result;
}

router.post("/forgot-password", async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  user.resetPasswordToken = makeid(24);
  user.otp = Math.floor(1000 + Math.random() * 9000); // expect
  await user.save();
  res.json({ sent: true });
});

router.post("/register", async (req, res) => {
  const code = Math.floor(Math.random() * 9000) + 1000; // expect
  await mailer.send(req.body.email, `Your code is ${code}`);
  const password = Math.random().toString(36).slice(-8); // expect
  const hash = await bcrypt.hash(password, 12);
  await User.create({
    email: req.body.email,
    hash,
    verificationToken: Math.random().toString(36).slice(2), // expect
    apiKey: `ak_${Math.random().toString(16).slice(2)}`, // expect
  });
  res.sendStatus(201);
});

router.post("/invite", async (req, res) => {
  const inviteCode = Math.random().toString(36).substr(2, 8).toUpperCase(); // expect
  await Invite.create({ inviteCode });
  res.cookie("session", Math.random().toString(36).slice(2)); // expect
  await redis.set("otp", String(Math.floor(Math.random() * 1000000))); // expect
});

router.post("/login", (req, res) => {
  const sessionId = `${Date.now()}-${Math.random()}`; // expect
  req.session.csrfToken = Math.random().toString(36); // expect
  res.json({ token: jwt.sign({ sessionId }, String(Math.random())) }); // expect
});

class TwoFactor {
  randomDigits(n) {
    let text = "";
    for (let i = 0; i < n; i++) text += Math.floor(Math.random() * 10); // expect
    return text;
  }
  start(user) {
    user.mfaCode = this.randomDigits(6);
  }
}

module.exports = { router, generateOTP, createResetToken, TwoFactor };

module.exports.sendVerification = async (phone, sms) => {
  const verificationCode = parseInt(Math.random() * 1000000, 10); // expect
  await sms.send(phone, verificationCode);
  const pin = Math.random().toFixed(6).slice(2); // expect
  localStorage.setItem("access_token", Math.random().toString(36).slice(2)); // expect
  return pin;
};

app.post("/_session", (req, res) => {
  res.cookies.set("AuthSession", String(Math.random()), { httpOnly: true }); // expect
  res.json({ ok: true });
});
