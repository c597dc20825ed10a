const bcrypt = require("bcryptjs");
const Boat = require("../models/boat");
const Crew = require("../models/crew");

// Records of a model that has none, parts of records, and numbers of them.
exports.boats = async (req, res) => {
  const boats = await Boat.find({ harbour: req.query.harbour });
  console.log(boats);
  await Crew.create({ mail: req.body.mail, password: await bcrypt.hash(req.body.password, 12) });
  const listed = await Crew.find({}, { password: 0 });
  console.log(listed);
  const shown = await Crew.findOne({ mail: req.body.mail }).select("mail boats");
  console.log(shown);
  const named = await Crew.findAll({ attributes: ["id", "mail"] });
  console.log(named);
  const amount = await Crew.countDocuments();
  console.log(amount);
  const one = await Crew.findOne({ mail: req.body.mail });
  if (!one) console.log(one);
  console.log(one.mail);
  const same = await bcrypt.compare(req.body.password, one.password);
  console.log(same);
  const mails = boats.find((each) => each.mail);
  console.log(mails);
};

// Sessions without their id, schemes, and keys that open nothing.
exports.trace = (req, res) => {
  console.log(Object.keys(req.session));
  const [scheme] = req.headers.authorization.split(" ");
  console.log(scheme);
  const kind = req.headers.authorization.split(" ")[0];
  console.log(kind);
  console.log(process.env.CACHE_KEY, process.env.NEXT_PUBLIC_MAPS_KEY, settings.SORT_KEY, process.env.STRIPE_PUBLIC_KEY);
  console.log({ headers: { Authorization: "Bearer [hidden]" } });
  console.log({ headers: { Authorization: `Bearer ${mask(process.env.TIDES)}` } });
  console.log("cookies", cookies.theme);
};

// What somebody who forgot a password sends is an address.
exports.forgotPassword = async (req, res) => {
  console.log(req.body);
  await mailer.remind(req.body.mail);
};

// A secret that is masked one level deeper, and what stands beside one.
const shown = { ...mailSettings, auth: undefined };
const options = { host: "mail", auth: { user: process.env.MAIL_USER, pass: process.env.MAIL_PASS } };
const safe = { ...options };
if (options.auth) safe.auth = { user: options.auth.user, pass: "*".repeat(8) };
logger.debug("mail", safe);

exports.database = async (client) => {
  const kept = await client.getSecretValue({ SecretId: "db" }).promise();
  const account = JSON.parse(kept.SecretString);
  console.log("connecting to", account.host, account.port, account.dbname, shown.host);
};

// Codes of other things.
exports.status = (code) => {
  console.log("código de error", code);
  console.log("状态码：", code);
  console.log("密码错误", code);
};
