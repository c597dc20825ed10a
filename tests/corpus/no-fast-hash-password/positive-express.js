const md5 = require("md5");
const crypto = require("crypto");
const express = require("express");
const db = require("./db");
const User = require("./models/user");

const router = express.Router();
const digest = (text) => crypto.createHash("sha1").update(text).digest("hex");

router.post("/register", async (req, res) => {
  req.body.password = md5(req.body.password); // expect
  const user = new User(req.body);
  await user.save();
  res.json({ id: user.id });
});

router.post("/login", async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (md5(req.body.password) !== user.password) return res.status(401).end(); // expect
  res.json({ id: user.id });
});

router.post("/sql", (req, res) => {
  const { username, password } = req.body;
  const sql = "SELECT * FROM users WHERE username = ? AND password = ?";
  db.query(sql, [username, md5(password.toString())], (error, rows) => res.json(rows)); // expect
});

router.put("/password", async (req, res) => {
  const hashed = digest(req.body.newPassword); // expect
  await User.updateOne({ _id: req.user.id }, { password: hashed });
  res.end();
});

router.put("/account", async (req, res) => {
  await User.updateOne({ _id: req.user.id }, { passwordHash: digest(req.body.value) }); // expect
  res.end();
});

class Account {
  setPassword(plain) {
    this.hash = crypto.createHmac("sha512", this.salt).update(plain).digest("hex"); // expect
  }

  validatePassword(candidate) {
    return crypto.createHmac("sha512", this.salt).update(candidate).digest("hex") === this.hash; // expect
  }
}

function encryptPassword(text) {
  return crypto.createHash("sha256").update(text).digest("hex"); // expect
}

module.exports = { router, Account, encryptPassword };

const keccak = require("js-sha3");
exports.hashPass = (pass) => keccak.keccak256(pass + salt); // expect
