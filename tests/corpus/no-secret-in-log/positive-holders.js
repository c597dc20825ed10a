const _ = require("lodash");
const mongoose = require("mongoose");
const settings = require("dotenv").config({ path: ".env.local" });
const { connect } = require("mongoose");
const { hashPassword } = require("./crypto");

// All that `.env` sets.
console.log(settings); // expect
console.log("loaded", settings.parsed); // expect
console.log(require("dotenv").config()); // expect

// Addresses of databases.
module.exports.open = async () => {
  console.log(process.env.STORE); // expect
  await mongoose.connect(process.env.STORE);
  const uri = process.env.MONGO_URI;
  console.log("starts with", uri.substring(0, 40)); // expect
  return uri;
};

// Bodies under other names.
module.exports.register = async ({ body }, res) => {
  console.log("given", body); // expect
  const reader = _.pick(body, body.isStaff ? staffFields : readerFields);
  console.log("reader", reader); // expect
  await Reader.create(reader);
  const shown = _.pick(body, ["card", "password"]);
  console.log("shown", shown, _.pick(body, ["card", "password"])); // expect
  res.status(201).json(_.omit(reader, ["password"]));
};

module.exports.loginController = (services) => async (req, res) => {
  console.log("login", req.body); // expect
  if (req.body.isGuest) return enterAsGuest(services, req, res);
  return enter(services, req, res);
};

class UserController {
  async create(ctx) {
    console.log("create", ctx.request.body); // expect
    ctx.body = await members.create(ctx.request.body);
  }
}

// Hashes of passwords, alone and in what is stored.
module.exports.rename = async (req, res) => {
  const { name, newPassword } = req.body;
  let password;
  if (newPassword) password = await hashPassword(newPassword);
  const changes = { ...(name && { name }), ...(password && { password }) };
  console.log("changes", changes); // expect
  const hashedPassword = await hashPassword(newPassword);
  console.log(hashedPassword); // expect
  console.log(getPasswordHash(newPassword)); // expect
  return res.json(await Reader.update(changes));
};

// Records: found by a secret, of a model whose records hold a password, with one under a short name.
module.exports.terminal = async (req) => {
  const terminal = await Terminal.findOne({ where: { apiKey: req.params.key } });
  console.log(terminal); // expect
  return terminal;
};

module.exports.check = async (card, given) => {
  const reader = await Reader.findOne({ card });
  return compare(given, reader.passwordHash);
};

module.exports.remind = async (mail) => {
  const reader = await Reader.findOne({ mail });
  console.log(reader); // expect
  return send(reader.mail);
};

async function enroll(user) {
  console.log(user); // expect
  await db.query("INSERT INTO readers VALUES ($1, $2)", [user.name, user.pass]);
}

// An address with the token that the file takes from it.
app.use((req, res, next) => {
  console.log(`${req.method} ${req.originalUrl}`); // expect
  next();
});
app.get("/feed", (req, res) => (req.query.token === feeds.get(req.params.id) ? res.json(feed()) : res.sendStatus(403)));

// Made in the function around.
function announce(queue, loan) {
  const message = { loan, apikey: keys.apiKey };
  queue.send(message, (error) => {
    const details = { place: "queue", ...message };
    if (error) console.error(details); // expect
  });
}

module.exports.enroll = enroll;
module.exports.announce = announce;
module.exports.connect = () => connect(process.env.STORE);
module.exports.UserController = UserController;
