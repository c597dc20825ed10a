// What is done for whoever sends the right value, and with whoever sends another: marked as verified, signed in, sent back, cut off.
const express = require("express");
const jwt = require("jsonwebtoken");
const db = require("./db");

const app = express();

app.get("/confirm/:id", async (req, res) => {
  const person = await db.people.findById(req.params.id);
  const user = person;
  if (user.token === req.query.token) { // expect
    user.verified = true;
    await user.save();
    res.render("welcome");
  } else {
    res.render("sorry");
  }
});

app.post("/mail", async (req, res) => {
  const { mail, code } = req.body;
  const record = await db.mails.findOne({ mail });
  if (record.code == code) { // expect
    await db.mails.update({ mail }, { mailConfirmed: true });
    res.json({ done: true });
  } else res.json({ done: false });
});

app.use(async (req, res, next) => {
  const record = await db.visits.findOne({ id: req.cookies.visit });
  if (record.token !== req.cookies.token) return res.redirect("/login"); // expect
  next();
});

app.post("/enter", async (req, res) => {
  const member = await db.members.findOne({ mail: req.body.mail });
  if (member.clave === req.body.clave) return res.json({ ok: true }); // expect
  res.json({ ok: false, mensaje: "Credenciales incorrectas" });
});

app.post("/masuk", async (req, res) => {
  const member = await db.members.findOne({ mail: req.body.mail });
  if (member.pass !== req.body.pass) return res.json({ pesan: "Password salah" }); // expect
  res.json({ kartu: jwt.sign({ id: member.id }, process.env.JWT_SECRET) });
});

app.post("/kod", async (req, res) => {
  const member = await db.members.findOne({ mail: req.body.mail });
  if (member.code != req.body.code) return res.json({ mesaj: "Doğrulama kodu hatalı" }); // expect
  res.json({});
});

app.post("/signin", (req, res) => {
  for (let i = 0; i < people.length; i++) {
    if (people[i].user === req.body.user && people[i].pass === req.body.pass) { // expect
      return res.send("hello again");
    }
  }
  res.send("who are you?");
});

module.exports = app;
