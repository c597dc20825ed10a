const _ = require("lodash");

// One of a few.
const code = Math.floor(Math.random() * 5);
const move = code === 0 ? "rock" : "paper";
class Streamer {
  sessionID = Math.floor(Math.random() * 100);
}
function greet(twilio, phone) {
  const lucky = _.random(10, 99);
  return twilio.sendMessage(`Your lucky number of today is ${lucky}`, phone);
}
const tell = (client, to) => {
  const num = Math.floor(Math.random() * 8999) + 1000;
  return client.messages.create({ body: `${num} is your table number`, to });
};
const questions = [{ type: "input", name: "projectName", default: () => `project-${Math.random().toString(36).slice(2)}` }];
const rowKey = (row) => `${row.name}-${Math.random().toString(36).slice(2)}`;
module.exports = { move, Streamer, greet, tell, questions, rowKey };

exports.offer = (to) => mailer.send({ to, subject: "Your discount code", html: `<b>${Math.floor(Math.random() * 1000000)}</b>` });

exports.shipped = (to) => {
  const number = Math.floor(Math.random() * 1000000);
  return mailer.send({ to, subject: "Your order was shipped", text: `Parcel ${number}`, attempt: number });
};

exports.verified = (to) => mailer.send({ to, subject: "Your verification code", tag: Math.floor(Math.random() * 100), text: "Thank you" });

exports.tracked = (code) => {
  const id = Math.floor(Math.random() * 1000000);
  return sendMail({ subject: "Your verification code", html: render(code, { trackingId: id }) });
};

exports.later = (phone) => sms.wait(Math.random() * 500, phone);
exports.praise = () => toast(`${Math.floor(Math.random() * 100)} is the most used login code`);

// generate a random id for the verification step element
export function stepId() {
  return Math.random().toString(36).slice(2);
}

/**
 * @description generate a string for the label of a chart
 */
export function chartLabel() {
  return Math.random().toString(36).slice(2);
}

// generates a random number to shuffle the questions
export const shuffleSeed = () => Math.floor(Math.random() * 900000);
