const express = require("express");
const axios = require("axios");

const harbour = express();

// Every route passes by, and one of them is where people sign in.
harbour.use((req, res, next) => {
  console.log("Body:", req.body); // expect
  next();
});
harbour.use("/api/v1", require("./routes/ferry"));
harbour.use("/api/auth", require("./routes/auth"));

// An answer of axios has the request in it.
exports.crossings = async (token) => {
  const answer = await axios.get("https://ferry.example/crossings", { headers: { Authorization: `Bearer ${token}` } });
  console.log("answer", answer); // expect
  return answer.data;
};
exports.pay = async (form) => {
  const options = { url: "https://pay.example/charges", method: "POST", data: form, headers: { "X-Api-Key": process.env.PAY_API_KEY } };
  const paid = await axios.request(options);
  console.log(paid); // expect
  return paid.data;
};

// Requests of Koa, answers that are handed to a function among the options.
exports.forward = async (ctx) => {
  ctx.logger.error("forwarded", ctx.request); // expect
};
exports.signIn = (host, code) =>
  wx.request({
    url: `${host}/api/auth/login`,
    method: "POST",
    data: { code },
    success: (signedIn) => {
      console.log("answer of the server", signedIn); // expect
      wx.setStorageSync("sessionKey", signedIn.data.session_key);
    },
  });

// Codes that are kept by the address that they are sent to, and with whom they were sent to.
const otpStorage = {};
exports.check = (email) => {
  const kept = otpStorage[email];
  console.log(kept); // expect
  return kept !== undefined;
};
exports.remember = async (mobile, otp) => {
  const guest = await Guest.findOne({ mobile });
  console.log(guest); // expect
  if (!guest) await new Guest({ mobile, otp }).save();
};

// What people are found by holds for the whole record, also in a condition before.
exports.board = async (name, passwd) => {
  const row = await this.model("passenger").where({ name, passwd }).find();
  console.log(JSON.stringify(row)); // expect
};
