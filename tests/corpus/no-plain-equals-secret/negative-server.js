const crypto = require("crypto");
const fs = require("fs");
const express = require("express");
const User = require("./models/user");
const { TokenType, REFRESH_TOKEN } = require("./constants");

const router = express.Router();

router.post("/register", (req, res) => {
  const { password, confirmPassword, repeat_password } = req.body;
  if (password !== confirmPassword) return res.status(400).send("Passwords do not match");
  if (password !== repeat_password) return res.status(400).send("Passwords do not match");
  if (req.body.newPassword !== req.body.cnewPassword) return res.status(400).send("Passwords do not match");
  if (req.body.password2 !== req.body.password) return res.status(400).send("no match");
  if (req.body.oldPassword === req.body.newPassword) return res.status(400).send("choose another");
  if (password === req.body.username) return res.status(400).send("too easy");
  if (password === "" || password === undefined || password == null) return res.status(400).end();
  if (password.length !== 12 || typeof password !== "string") return res.status(400).end();
  res.sendStatus(201);
});

router.use((req, res, next) => {
  const [scheme, token] = (req.headers.authorization ?? "").split(" ");
  if (scheme !== "Bearer") return res.sendStatus(401);
  if (!token || token === "null" || token === "undefined") return res.sendStatus(401);
  if (req.headers.authorization.startsWith("Bearer ")) next();
});

router.get("/tokens/:id", async (req, res) => {
  const token = await User.findToken(req.params.id);
  if (token.userId !== req.user.id) return res.sendStatus(404);
  if (token.type === TokenType.Access) return res.json(token);
  if (req.body.grant_type === REFRESH_TOKEN) return res.json({});
  if (req.body.token_type_hint === "access_token") return res.json({});
  if (process.env.NODE_ENV === "production") return res.json({});
  res.sendStatus(404);
});

router.post("/logout", async (req, res) => {
  req.user.tokens = req.user.tokens.filter((each) => each.token !== req.token);
  req.user.sessions = req.user.sessions.filter((session) => session.id !== req.session.id);
  await req.user.save();
  res.end();
});

function fileChanged(path, previousHash) {
  const hash = crypto.createHash("sha256").update(fs.readFileSync(path)).digest("hex");
  return hash !== previousHash;
}

function etagMatches(req, body) {
  const etag = crypto.createHash("md5").update(body).digest("hex");
  return req.headers["if-none-match"] === etag;
}

function sameConnection(a, b) {
  return a.host === b.host && a.port === b.port && a.user === b.user && a.password === b.password;
}

function updateConfig(config, next) {
  if (config.apiKey !== next.apiKey) config.apiKey = next.apiKey;
  const isDirty = config.clientSecret !== next.secret;
  return isDirty;
}

class Socket {
  refresh(token) {
    if (this.lastToken === token) return;
    if (token !== this.previousToken) this.connect(token);
  }
}

function next(tokens, token) {
  if (token === tokens[0]) return 1;
  if (token.type === "punctuator") return 2;
  if (tokens.includes(token)) return 3;
  return tokens.indexOf(token) === 4 ? 5 : 6;
}

function sorted(rows, sortKey, key) {
  if (sortKey === key) return rows;
  return rows.sort((a, b) => a.token.localeCompare(b.token));
}

function verify(expected, given, key) {
  const mac = crypto.createHmac("sha256", key).update(given).digest();
  if (mac.length !== expected.length) return false;
  return crypto.timingSafeEqual(mac, expected);
}

function doubleHmac(a, b) {
  const key = crypto.randomBytes(32);
  const left = crypto.createHmac("sha256", key).update(a).digest("hex");
  const right = crypto.createHmac("sha256", key).update(b).digest("hex");
  return left === right;
}

function pushTokens(results, deviceToken) {
  return results.find((result) => result.deviceToken === deviceToken);
}

function repeats(password) {
  const firstChar = password[0];
  for (const char of password) if (char === firstChar) return true;
  return false;
}

function rotated(privateKeys, updatedPrivateKeys) {
  return updatedPrivateKeys === privateKeys ? "unchanged" : "rotated";
}

function keyPressed(event) {
  switch (event.key) {
    case "Enter":
      return event.keyCode === 13;
    case "Escape":
      return event.code === "Escape";
    default:
      return event.key === " ";
  }
}

function status(response) {
  if (response.statusCode === 401) return "Unauthorized";
  if (response.code === "invalid_token") return "Invalid token";
  if (response.errorCode === 403) return "Forbidden";
  return response.signatureAlgorithm === "HS256";
}

const passwordSchema = {
  validate: {
    validator(value) {
      return value === this.password;
    },
  },
};

function rejectPadded(accessToken) {
  if (accessToken !== accessToken.trim()) throw new Error("The token has spaces around it");
  if (decodeURIComponent(accessToken) !== accessToken) throw new Error("The token must not be encoded");
}

module.exports = { router, fileChanged, etagMatches, sameConnection, updateConfig, Socket, next, sorted, verify, doubleHmac, pushTokens, repeats, rotated, keyPressed, status, passwordSchema, rejectPadded };

// The key of a service is its name.
function sameService(claim, input) {
  if (claim.serviceKey !== input.serviceKey) throw new Error("service not found");
}

// Lists of other things.
export const isAllowed = (req) => process.env.ALLOWED_ORIGINS.split(",").includes(req.headers.origin);
export const known = (req) => "id,name,mail".split(",").includes(req.query.key);
export const ofType = (tokens, req) => tokens.find((each) => each.type === req.query.type);
export const others = (tokens, token) => tokens.filter((each) => each !== token);

// A script checks what it has done.
export function assertRotated(body, pair, stages, expected) {
  assert(body?.login?.password === pair.itemPassword, "the item did not decrypt");
  assert(body?.privateKey === pair.wrappedPrivateKey, "the wrapped key is missing");
  if (stages[0].password === stages[1].password) throw new Error("the password is not changed");
  if (body.user.masterPasswordHash !== expected.authenticationHash) throw new Error("Invalid password hash");
}

// What runs where Node.js has no comparison in constant time.
module.exports.isSame = (req, apiSecret) =>
  crypto.timingSafeEqual ? crypto.timingSafeEqual(Buffer.from(req.headers["x-api-secret"]), Buffer.from(apiSecret)) : req.headers["x-api-secret"] === apiSecret;

// Equal values spare work: the client of that key is there already, the password is stored already.
const MODEL_API_KEY = process.env.MODEL_API_KEY;
const shared = new ModelClient({ apiKey: MODEL_API_KEY });
export function clientFor(apiKey) {
  const key = String(apiKey || "").trim();
  if (key === MODEL_API_KEY) return shared;
  return new ModelClient({ apiKey: key, retries: 3 });
}
export async function keepProxyPassword(password, { skipIfStored }) {
  const existing = (await readKeyring(ACCOUNT)) ?? readAuthFile().proxy?.password;
  if (skipIfStored && existing === password) return;
  await writeKeyring(ACCOUNT, password);
}
export async function rotateAll(accounts, apiKey) {
  for (const account of accounts) {
    if (account.apiKey === apiKey) continue;
    await updateAccount(account.id, { apiKey });
  }
}

// What is made from a record is no secret when nothing secret goes in, or when it is an answer.
export const isAlready = async (req) => {
  const user = await User.findOne({ _id: req.params.id });
  return req.query.slug === slugOf(user.name) || (await verifyPassword(user.password, req.body.password)) === req.body.expected;
};

// What a cache keeps for other ends.
module.exports.fromCache = async (req, res) => {
  const { code, version, token } = req.body;
  const kept = await redis.get(req.params.id);
  if (kept !== version) return res.sendStatus(409);
  const picture = await redis.get(`captcha:${req.params.id}`);
  if (picture !== code) return res.sendStatus(422);
  const page = JSON.parse(await redis.get("page"));
  if (page.owner === token) return res.json(page);
  const place = await places.get(req.params.id);
  if (place !== code) return res.sendStatus(404);
  console.log(token === process.env.TOKEN_OF_DESKTOP);
  if (token === process.env.REQUIRE_AUTH) return res.sendStatus(204);
  if (code === process.env.LOCALE) return res.sendStatus(204);
  return res.sendStatus(200);
};

// Rows of one's own list.
module.exports.sessions = async (req, rows) => rows.map((row) => ({ id: row.id, current: row.lastRefreshToken === req.cookies.refreshToken }));

// Settings held against each other, and a default that nobody may keep.
const address = parseAddress(env.storageUri);
if (address.auth && address.auth.password == process.env.API_SECRET) warnings.push("the password of the database is the secret of the API");
const usesDefault = (password) => password === defaultPassword;
function isDefaultPasswordCorrect(password) {
  return password === defaultPassword;
}
function validatePassword(password) {
  if (password === defaultPassword) throw new Error("choose another");
  return password !== defaultPassword;
}

// Digests of contents, though a decrypted text is about.
function verifyBackup(archive, key) {
  const list = decrypt(archive.list, key);
  const hash = crypto.createHash("sha256").update(archive.data).digest("hex");
  return hash === list.sum && hashCode(archive.name) === archive.bucket;
}

// The last token that was seen, a cached copy.
function watch(token, next) {
  if (token !== state.lastToken) next();
  if (cachedToken !== token) next();
}

function isSelected(req, options) {
  return req.query.key === configuration.sorting.key || options.table.key === req.query.key;
}
