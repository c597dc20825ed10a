const md5 = require("md5");
const crypto = require("crypto");
const { privateToken } = require("./internals");

// Elements of lists that are no secrets, or lists of what is none.
async function pick(req) {
  const apiKey = req.headers["x-api-key"];
  const found = settings.entries.find((entry) => entry.key === req.params.name);
  const shortcut = shortcuts.find((each) => each.key === req.query.key);
  const word = tokens.find((token) => token.value === node.value);
  const option = options.tokenTypes.find((each) => each.value === req.body.type);
  return [found, shortcut, word, option, apiKey.length];
}

// What a configuration says besides secrets.
function isChosen(config, theme, token) {
  if (token.type === config("tokenType")) return true;
  return theme === config("theme") && config("password") === "";
}

// Marks of one's own session, behind other conditions.
exports.sessions = (req, rows) => {
  const { refreshToken } = req.cookies;
  return rows.map((row) => ({ id: row.id, current: !!refreshToken && (row.refreshToken === refreshToken || row.formerRefreshToken === refreshToken) }));
};
exports.sessionsOf = (req, rows) =>
  rows.map((row) => {
    const isCurrent = Boolean(row.sessionToken === req.cookies.sessionToken);
    return { id: row.id, isCurrent };
  });

// Records of one list, found again in another.
async function synchronize(ports) {
  const accounts = await knex("account").select();
  for (const port of ports) {
    const account = accounts.find((each) => each.port === port.number);
    if (account && account.password !== port.password) await send(`restart ${account.port}`);
  }
}
function onMessage(store, message) {
  const ourApiKey = store.getPayload().app.apiKey;
  const theirApiKey = message.app?.apiKey;
  if (ourApiKey !== theirApiKey) return;
  store.update(message.app);
}

// Private constructors.
const INTERNAL_SECRET = Symbol("internal");
class Model {
  constructor(values, secret) {
    if (secret !== INTERNAL_SECRET) throw new TypeError("use Model.build()");
    this.values = values;
  }
}
class Handle {
  constructor(token) {
    if (token !== privateToken) throw new TypeError("Illegal constructor: invalid token");
  }
}

// A new password must be another one.
exports.isPasswordSameAsPrevious = (userPassword, newPassword) => {
  if (userPassword === md5(newPassword)) throw new Error("choose another");
};
async function renew(req) {
  const user = await User.findById(req.user.id);
  if (user.password === crypto.createHash("sha256").update(req.body.newPassword).digest("hex")) throw new Error("choose another");
}

// Checksums in callbacks, cut short, of lists, by other names.
function verifyFile(file, sum, encrypted) {
  md5File(file.path, (error, text) => {
    if (text !== sum) throw new Error("the file is damaged");
  });
  const short = crypto.createHash("sha1").update(file.name).digest("hex").slice(0, 8);
  const parts = [file.name, file.size];
  parts.push(file.version);
  if (md5(parts.join("/")) === file.etag) return short === file.short;
  return encrypted === file.encrypted;
}

// What is done with a token is no token; codes of other kinds.
async function rename(req, res) {
  if (hooks.deleteToken === req.body.action) return res.end();
  if (coupon.code !== req.body.code) throw new Error("Invalid coupon code");
  const csrf = getCsrfToken(req);
  if (country.code !== order.code) throw new Error("wrong country code");
  return res.json({ csrf });
}

// Addresses.
function route(req) {
  if (req.url === config.tokenUrl) return "token";
  return req.url === "/token" || req.originalUrl === config.loginPath;
}
const isLogin = (req) => req.url === config.authorization;

export const mayTake = (values) => (values.password === values.currentPassword ? "Choose another" : undefined);
export const mustDiffer = (req) => req.body.password === req.body.currentPassword;
export const isTypedAgain = (form) => form.oldPassword === form.password;
export const isInStep = (passwordSaved, passwordStored) => passwordSaved === passwordStored;
export const sameStep = (prev, next) => prev.tokenReceived === next.tokenReceived;
export const isChallengeOf = (challenge, verifier) => challenge === createHash("sha256").update(verifier).digest("base64url");

module.exports.signUp = async (password, checkPassword) => {
  if (password !== checkPassword) throw new Error("passwords do not match");
};

module.exports.countOf = (item, given) => item.count === +given && item.pages === +given;

const changes = { signature: signature !== profile.signature && signature, pin: pin !== profile.pin && pin };

exports.renameOwner = async (req, res) => {
  const owner = await Owner.findById(req.params.id);
  if (owner.password !== req.body.password) req.body.password = owner.hashOf(req.body.password);
  await Owner.updateOne({ _id: owner._id }, req.body);
  res.end();
};
