const twilio = require("./twilio");
const _ = require("lodash");

function getRandomInt(min, max) {
  return Math.floor(Math.random() * (max - min + 1)) + min; // expect
}
async function createCode(payments, call) {
  let code;
  do {
    code = getRandomInt(100000, 999999);
  } while (await payments.findOne({ call, code }));
  return code;
}
const makeOtpDigits = () => Math.floor(100000 + Math.random() * 900000); // expect

function tellPhone(phone, done) {
  const first = _.random(10, 99); // expect
  const second = _.random(10, 99); // expect
  return twilio.sendMessage(first + " " + second, phone, done);
}
function tell(client, to) {
  const num = Math.floor(Math.random() * 8999) + 1000; // expect
  return client.messages.create({ body: `${num} is your login code`, to });
}
const questions = [{ type: "password", name: "webhookSecret", message: "Secret of the webhook:", default: () => Math.random().toString(36).slice(2) }]; // expect
function forgot(user) {
  user.resetLink = Math.random().toString(36).slice(2); // expect
}
const generateKey = () => {
  const signs = "0123456789abcdefghijklmnopqrstuvwxyz";
  let result = "";
  for (let i = 64; i > 0; --i) result += signs[Math.floor(Math.random() * signs.length)]; // expect
  return result;
};
module.exports = { createCode, makeOtpDigits, tellPhone, tell, questions, forgot, generateKey };
function smsCode() {
  let code = "";
  for (let i = 0; i < 6; i++) {
    const digit = Math.floor(Math.random() * 10); // expect
    code += digit;
  }
  return code;
}
module.exports.smsCode = smsCode;

exports.forgotPassword = async (req, res) => {
  const value = Math.floor(Math.random() * 1000000).toString(); // expect
  await transport.sendMail({ from: "shop@shop.io", to: req.body.email, subject: "Forgot password code", html: forgotTemplate(value, req.body.email) });
  res.json({ success: true });
};

exports.signUp = async (req) => {
  const digits = Math.floor(Math.random() * 9000) + 1000; // expect
  await mailer.send({ to: req.body.email, subject: "Your verification code", text: `Hello,\n${digits}` });
};

/**
 * @description generate a string for user verification
 * @returns String
 */
export const sixRandomDigits = () => {
  let randomString = "";
  for (let at = 0; at < 6; at++) {
    randomString += Math.floor(Math.random() * 10).toString(); // expect
  }
  return randomString;
};

// This function generates a random 6 digit number to verify the user
export function random6() {
  return Math.floor(100000 + Math.random() * 900000); // expect
}

// generate a secret key to use with our tokens

const key = [...Array(30)].map(() => Math.floor(Math.random() * 36).toString(36)).join(""); // expect
console.error(key.length);

module.exports.generateVerificationId = () => {
  let id = "";
  const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  for (let at = 0; at < 50; at++) {
    id += characters.charAt(Math.floor(Math.random() * 36)); // expect
  }
  return id;
};
