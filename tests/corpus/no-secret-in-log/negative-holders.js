const _ = require("lodash");
const mongoose = require("mongoose");
const env = require("dotenv").config();
const warnings = require("./warnings");

// What reading `.env` says besides its content.
if (env.error) console.error(env.error);
console.log(Object.keys(env.parsed), warnings.badSecret, warnings.weakPassword);

// Addresses that everybody may read, or no more of one than its kind.
const place = "mongodb://localhost/library";
module.exports.open = async () => {
  console.log("connecting to", place);
  await mongoose.connect(place);
  console.log(process.env.MONGO_URI.slice(0, 12), process.env.BRANCH);
};

// Bodies of which the code takes other fields, checked or not, and parts of them.
module.exports.register = async (req, res) => {
  const errors = validationResult(req);
  if (!errors.isEmpty()) return res.status(422).end();
  console.log(req.body);
  return res.json({ card: req.body.card, mail: req.body.mail });
};

module.exports.enter = async (req) => {
  console.log(_.pick(req.body, ["card", "mail"]), _.omit(req.body, ["note"]));
};

class ShelfController {
  async create(req, res) {
    console.log(req.body);
    return res.json(await shelves.create(req.body));
  }
}

// Records of a model that is not seen to hold anything, and chosen fields of one that does.
module.exports.loans = async (card) => {
  const loan = await Loan.findOne({ card });
  console.log(loan, loan.pass, results.pass);
  const reader = await Reader.findOne({ card }).select("name mail");
  console.log(reader);
  return loan;
};

module.exports.check = async (card, given) => {
  const reader = await Reader.findOne({ card });
  return compare(given, reader.passwordHash);
};

// Ids that a spent token gives, what a check of a hash says.
module.exports.reset = async (req) => {
  const userId = await tokens.spendResetToken(req.params.token);
  console.log(`reset for ${userId}`);
  console.log(verifyPasswordHash(req.body.password));
  return userId;
};

// Addresses of requests, where nothing secret is read from the query.
app.use((req, res, next) => {
  console.log(req.method, req.originalUrl, req.query.page, req.query.pageToken);
  next();
});

function announce(queue, loan) {
  const message = { loan, apiKeyHeader: "X-Api-Key" };
  queue.send(message, (error) => {
    if (error) console.error({ place: "queue", ...message });
  });
}

module.exports.announce = announce;
module.exports.ShelfController = ShelfController;

// What hashes that are no password's, and short parts, show.
exports.describe = async (log, file, password) => {
  log.info("etag", md5(file.content));
  const prefix = sha1(password).toUpperCase().slice(0, 5);
  log.debug(prefix);
  const answer = await ferry.get("/berths");
  log.debug(JSON.stringify(answer).slice(0, 40));
};

exports.lexNext = (lexer, setToken) => {
  const item = lexer.read();
  console.log(item);
  setToken(item.token);
};

exports.printDigest = () => {
  const password = "mooring-lantern";
  console.log(bcrypt.hashSync(password, 12));
};

exports.showPage = (req, keys, cache) => {
  const { page } = req.query || {};
  console.log(req.query || {});
  cache.setItem(keys.LAST_PAGE, page);
};

// What is filled into a message of another sort, bodies of other routes, and records without a password.
exports.sendOrder = (client, phone, order) => {
  const code = order.number;
  console.log(order.number, code);
  return client.request("SendSms", { PhoneNumbers: phone, TemplateParam: JSON.stringify({ order: code }) });
};

exports.pierRoutes = [
  {
    method: "POST",
    path: "/api/piers",
    handler: (request, h) => {
      console.log(request.payload);
      return piers.store(request.payload, h);
    },
  },
];

exports.addPier = async (ctx) => {
  const sent = ctx.request.body;
  sent.name = sent.name.trim();
  const found = await ctx.model.Pier.find({ name: sent.name });
  console.log(found[0]);
  if (found.length === 0) await new ctx.model.Pier(sent).save();
};

// Names that nothing declares, which each function gives another value.
exports.enter = (req) => {
  result = md5(req.body.password);
  find(result);
};
exports.status = () => {
  result = checkDisk();
  console.log("disk: " + result);
};
exports.loaded = (setCredentials, list) => {
  console.log("loaded", list);
  setCredentials(list);
};
