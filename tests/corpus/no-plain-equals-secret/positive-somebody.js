// What is kept for somebody under a name that says little, places in lists, signatures that a function of the project makes, what is written to a bot.
const TelegramBot = require("node-telegram-bot-api");
const crypto = require("crypto");

app.post("/panel/verify", (req, res) => {
  if (req.session.verifyPanel == req.body.code) { // expect
    req.session.panel = true;
    return res.send({ success: true });
  }
  res.send({ success: false });
});

app.post("/form", (req, res) => {
  if (req.body._csrf !== req.session.csrf) return res.status(400).end(); // expect
  res.end();
});

const people = { ada: "x", bob: "y" };
app.post("/enter", (req, res) => {
  const { username, password } = req.body;
  if (people[username] === password) return res.redirect("/inside"); // expect
  res.send("no");
});

passport.use(
  new LocalStrategy((number, password, done) => {
    Student.findOne({ number }, (error, student) => {
      if (student.tel !== password) return done(null, false, { message: "Incorrect password." }); // expect
      return done(null, student);
    });
  }),
);

export class TwoFactor {
  async recover(user, code) {
    const backupCodes = user.config.backupCodes;
    const place = backupCodes.indexOf(code); // expect
    if (place === -1) throw new Error("Invalid backup code");
    backupCodes.splice(place, 1);
  }
}

const PARTNER_KEYS = { north: process.env.NORTH_API_KEY, south: process.env.SOUTH_API_KEY };
const PARTNER_API_KEYS = PARTNER_KEYS;
app.use((req, res, next) => {
  if (!Object.values(PARTNER_API_KEYS).includes(req.headers["x-api-key"])) return res.status(401).end(); // expect
  next();
});

export class Payments {
  isFromBank(notice) {
    const { sign, ...rest } = notice;
    return this.makeSign(rest) === sign; // expect
  }
  async answerOf(reply) {
    const wanted = await createAnswerSignature(reply.id, reply.state);
    if (wanted != reply.signature) return undefined; // expect
    return reply;
  }
  makeSign(values) {
    return this.signer.sum(values);
  }
}

const bot = new TelegramBot(process.env.BOT_TOKEN);
bot.on("message", (message) => {
  if (message.text === process.env.ADMIN_CODE) admins.add(message.chat.id); // expect
});

app.post("/reset", (req, res) => {
  if (req.body.secretPass === "q7Lw0+xZr^41bb") res.json({ code: req.session.resetCode }); // expect
});

// Where passwords are not hashed, the branch beside the verification compares them.
export const passwordMatches = (given, user) => {
  const isRight = settings.hashed ? bcrypt.compareSync(given.pass, user.pass) : given.pass == user.pass; // expect
  return isRight;
};

// Who sends the right password gets an answer without an error.
export function signIn(req, res, user) {
  if (req.body.password === user.password) { // expect
    return res.status(200).json({ error: null, user });
  }
  return res.sendStatus(401);
}
