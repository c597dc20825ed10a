// The same names where nobody is let in.
app.get("/step", (req, res) => {
  if (req.session.step === req.query.code) return res.send("again");
  res.send("next");
});

const labels = { username: "name" };
export const labelOf = (field, password) => (labels[field] === password ? field : undefined);

export function turn(x, sign) {
  const secretKey = undefined;
  return Math.sign(x) === sign ? x : -x;
}

app.get("/signature", (req, res) => {
  const first = getSignature(req);
  res.json({ same: first === getSignature(req.headers) });
});

export function columnOf(columns, code) {
  const place = columns.indexOf(code);
  if (place === -1) return undefined;
  return columns[place];
}

export function forget(tokens, token) {
  const place = tokens.indexOf(token);
  if (place !== -1) tokens.splice(place, 1);
}

bot.on("message", (message) => {
  if (message.text === MENU_CODE) bot.sendMessage(message.chat.id, menu);
});

bot.on("message", (message) => {
  if (Object.values(COMMANDS).includes(message.text)) run(message.text);
});

app.post("/act", async (req, res) => {
  const user = await User.findById(req.userId);
  if (!user.permissionCodes.includes(req.body.code)) return res.status(403).json({ error: "Forbidden" });
  if (req.session.verifyStep !== req.body.code) return res.status(400).end();
  res.end();
});

const horoscope = require("crypto");
export const isOwnSign = (person) => getZodiacSign(person.born) === person.sign;

// What nobody may keep from the examples.
const chosen = process.env.SESSION_SECRET;
if (chosen && chosen !== INSECURE_SESSION_SECRET) start(chosen);
export const shown = (form, saved) => (settings.strict ? check(form) : form.pass === saved.pass ? "kept" : "new");

// Buttons of a bot, signatures under letters, codes of countries.
bot.on("message", ({ text }) => {
  if (text === BUTTONS.PASSWORD) return askForPassword();
  return next();
});
export const isSigned = (user, settings) => getEmailSignature(user) === settings.signature;
app.post("/country", (req, res) => {
  if (req.session.countryCode === req.body.code) return res.send("same country");
  return res.send("another country");
});
