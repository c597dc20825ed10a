// Names that say first what they are, acronyms that run into the next word, bodies that h3 reads.
const settings = require("./settings");

const bot = settings.TOKEN_TELEGRAM_BOT;
console.log("bot", bot); // expect
console.log(process.env.SECRET_JWT, process.env.PASSWORD_DB); // expect

module.exports.remind = async (mail) => {
  const OTPgenerated = Math.floor(100000 + Math.random() * 900000);
  await post(mail, OTPgenerated);
  console.log(OTPgenerated); // expect
  const otpGenerated = Math.floor(1000 + Math.random() * 9000);
  console.log("made", otpGenerated); // expect
};

module.exports.login = defineEventHandler(async (event) => {
  const body = await readBody(event);
  console.log("body", body); // expect
  return members.find(body);
});

exports.signIn = catchAsync(async (req, res) => {
  console.log("in", req.body); // expect
  res.json(await members.enter(req.body));
});

console.log("SECRET key: " + constants.SESSION_SECRET_KEY); // expect
console.log("signed with", constants.JWT_SECRET); // expect

// Whose address it is, its owner says.
const mongoConfig = readMongoConfig();
console.log(`connected to ${mongoConfig.uri}/${mongoConfig.dbName}`); // expect
console.error("cannot reach", pierSettings.redis.url); // expect
for (const [token, visit] of Object.entries(legacy.sessions)) if (!visit) console.error(`cannot keep the session token ${token}`); // expect

console.log(`${member.balance} ${member.token}`); // expect

// A signature that the caller has to send under a name that says nothing.
app.post("/hooks/coins", (req, res) => {
  const xps = req.headers["x-processing-signature"];
  const computedMac = crypto.createHmac("sha512", coins.secret).update(JSON.stringify(req.body)).digest("hex");
  console.log(coins.name, computedMac); // expect
  if (xps != computedMac) return res.sendStatus(403);
});

// What passwords are checked against, whatever it is called.
const mayBoard = async (person, typed) => {
  console.log(person.encryptedPassword); // expect
  return bcrypt.compare(typed, person.encryptedPassword);
};

const mayLand = (given, person) =>
  bcrypt.compare(given.typed, person.encryptedDigest).then((isRight) => {
    if (!isRight) console.log("refused", person); // expect
  });
