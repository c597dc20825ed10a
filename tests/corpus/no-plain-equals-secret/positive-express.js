const crypto = require("crypto");
const express = require("express");
const md5 = require("md5");
const config = require("./config");
const User = require("./models/user");

const router = express.Router();
const adminToken = process.env.ADMIN_TOKEN;

router.post("/webhooks/github", (req, res) => {
  const digest = "sha256=" + crypto.createHmac("sha256", config.github.secret).update(req.rawBody).digest("hex");
  if (digest !== req.headers["x-hub-signature-256"]) return res.sendStatus(401); // expect
  res.sendStatus(204);
});

router.post("/webhooks/razorpay", (req, res) => {
  const generated = crypto
    .createHmac("sha256", process.env.RAZORPAY_SECRET)
    .update(`${req.body.order_id}|${req.body.payment_id}`)
    .digest("hex");
  if (generated === req.body.razorpay_signature) { // expect
    return res.json({ ok: true });
  }
  res.status(400).json({ ok: false });
});

router.use((req, res, next) => {
  if (req.get("x-api-key") !== process.env.API_KEY) return res.status(401).end(); // expect
  next();
});

router.use((req, res, next) => {
  if (req.headers.authorization === `Bearer ${adminToken}`) return next(); // expect
  res.status(403).end();
});

router.get("/metrics", (req, res) => {
  if (req.query.token != config.metricsToken) return res.sendStatus(403); // expect
  res.send("ok");
});

router.post("/login", async (req, res) => {
  const { email, password } = req.body;
  const user = await User.findOne({ email });
  if (!user || user.password !== password) { // expect
    return res.status(401).json({ error: "Invalid credentials" });
  }
  res.json({ id: user.id });
});

router.post("/legacy-login", async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (md5(req.body.password) === user.password) res.json({ id: user.id }); // expect
  else res.sendStatus(401);
});

router.post("/verify-otp", async (req, res) => {
  const { email, otp } = req.body;
  const user = await User.findOne({ email });
  if (user.otp == otp) return res.json({ verified: true }); // expect
  res.status(400).json({ error: "Invalid OTP" });
});

router.post("/reset", async (req, res) => {
  const user = await User.findOne({ email: req.body.email });
  if (user.resetToken !== req.body.token) return res.status(400).send("Invalid token"); // expect
  res.sendStatus(204);
});

router.get("/feed", async (req, res) => {
  const user = await User.findById(req.query.uid);
  if (user.feedToken !== req.query.token) return res.sendStatus(403); // expect
  res.send("<rss/>");
});

router.post("/session-otp", (req, res) => {
  if (req.body.code === req.session.otp) return res.json({ ok: true }); // expect
  res.status(400).send("Wrong code");
});

const apiKeys = process.env.API_KEYS.split(",");
router.use("/v2", (req, res, next) => (apiKeys.includes(req.get("x-api-key")) ? next() : res.sendStatus(401))); // expect
router.use("/v3", (req, res, next) => (apiKeys.indexOf(req.headers["x-api-key"]) === -1 ? res.sendStatus(401) : next())); // expect
router.use("/v4", (req, res, next) => (req.headers.authorization.startsWith("Bearer " + adminToken) ? next() : res.sendStatus(401))); // expect
router.use("/v5", (req, res, next) => (Object.is(req.query.key, process.env.API_KEY) ? next() : res.sendStatus(401))); // expect
router.use("/v6", (req, res, next) => (req.query.token.localeCompare(adminToken) === 0 ? next() : res.sendStatus(401))); // expect

const resetCodes = new Map();
router.post("/recover", (req, res) => {
  const code = resetCodes.get(req.body.email);
  if (!code || code !== req.body.code) return res.status(400).json({ error: "Incorrect code" }); // expect
  res.sendStatus(204);
});

router.use("/switch", (req, res, next) => {
  switch (req.query.token) {
    case process.env.PARTNER_TOKEN: // expect
      return next();
    default:
      return res.sendStatus(403);
  }
});

// Lists of keys.
const partnerKeys = process.env.PARTNER_API_KEYS?.split(",") ?? [];
router.use("/l1", (req, res, next) => (process.env.API_KEYS.split(",").includes(req.get("x-api-key")) ? next() : res.sendStatus(401))); // expect
router.use("/l2", (req, res, next) => (partnerKeys.some((each) => each.trim() === req.get("x-api-key")) ? next() : res.sendStatus(401))); // expect
router.use("/l3", (req, res, next) => (config.apiKeys.find((each) => each === req.query.api_key) ? next() : res.sendStatus(401))); // expect
router.use("/l4", async (req, res, next) => {
  const users = await User.find({ active: true });
  req.user = users.find((each) => each.apiToken === req.headers.authorization); // expect
  next();
});

module.exports = router;

// Assertions and expected records decide here who may pass.
async function login(name, password) {
  const user = await User.findOne({ name });
  assert(user.password === password); // expect
  return user;
}

function authenticate(credentials, expected) {
  return credentials.password === expected.password; // expect
}

async function pay(account, apiKey) {
  assert(account.apiKey === apiKey, 401); // expect
}

module.exports.isAllowed = (req, res, deployToken) => {
  if (crypto.timingSafeEqual(hashOf(req.body.id), known)) {
    if (req.headers["x-deploy-token"] === process.env.DEPLOY_TOKEN) return res.sendStatus(204); // expect
  }
  return res.sendStatus(403);
};

// A form of the stored password that the program makes up by itself.
app.get("/unsubscribe/:id/:h", async (req, res) => {
  const { id, h } = req.params;
  const user = await User.findOne({ where: { id } });
  if (h === seeded(user.password, 20)) return res.render("unsubscribed"); // expect
  const plain = unscramble(user.password);
  if (plain !== req.query.key) return res.sendStatus(403); // expect
  return res.sendStatus(404);
});

// A bare return lets somebody in when nothing is written after it.
function guard(provided) {
  if (provided === process.env.INTERNAL_API_KEY) return; // expect
  throw new Error("forbidden");
}
app.post("/password", (req, res) => {
  const password = req.body.password;
  if (req.user.password === password) return; // expect
  savePassword(req.user.id, password);
});
app.get("/client", (req, res) => {
  const key = req.headers["x-api-key"];
  if (key === process.env.INTERNAL_API_KEY) return internal; // expect
  return new ModelClient({ apiKey: key });
});

// What a cache keeps, whatever it is called here: the sender says that it is a code.
router.post("/cached", async (req, res) => {
  const { id, verifyCode, token } = req.body;
  const kept = await redis.get(id);
  if (kept !== verifyCode) return res.sendStatus(422); // expect
  const entry = await CacheService.getCache("reset", id);
  if (entry !== token) return res.sendStatus(422); // expect
  cache.get(id, (error, reply) => {
    if (reply === token) res.sendStatus(204); // expect
  });
  redisClient.get(id).then((answer) => {
    if (answer !== verifyCode) res.sendStatus(422); // expect
  });
});

async function verifyPhone(phone, otp) {
  const value = await memcached.get(phone);
  return value === otp; // expect
}

// Digests of codes are found by trying all codes.
async function confirmPhone(phone, code) {
  const record = await findCode(phone);
  const sent = hashOtp(code, phone);
  if (sent === record.hash) return { ok: true }; // expect
  return { ok: false };
}

function confirmMail(record, otp) {
  if (record.codeHash !== crypto.createHash("sha256").update(otp).digest("hex")) return false; // expect
  return record.hash === md5Of(otp); // expect
}

router.post("/enter", async (req, res) => {
  const user = await users.getByEmail(req.body.email);
  if (user.password !== md5(req.body.password, salt)) return res.end(); // expect
  return res.json(user);
});

// The variable has the word in its middle.
const { tokenDesktop } = process.env;
function admit(req) {
  const { token: given } = req.query;
  if (given !== tokenDesktop) throw new Error("not for you"); // expect
}

// A checksum that only the holder of the key can have made.
function verifychecksum(params, key, checksumhash) {
  const checksum = crypt.decrypt(checksumhash, key);
  const salt = checksum.substr(checksum.length - 4);
  const sha256 = checksum.substr(0, checksum.length - 4);
  const hash = crypto.createHash("sha256").update(params + salt).digest("hex");
  return hash === sha256; // expect
}

// The last record, the right to something, the default that opens all.
router.post("/last", async (req, res) => {
  const results = await Codes.find({ phone: req.body.phone });
  const lastRecord = results[results.length - 1];
  if (lastRecord.otp == req.body.otp) res.sendStatus(204); // expect
});

async function canUserReadRepository(id, token) {
  const repo = await Repository.findByPk(id);
  return repo.id === id && Boolean(token);
}

async function canUserAccessRepository(id, token) {
  const repo = await Repository.findByPk(id);
  if (token && repo.token === token) return true; // expect
  return false;
}

function isPasswordCorrect(password, stored) {
  if (!stored) return defaultPassword === password; // expect
  return bcrypt.compareSync(password, stored);
}

exports.autoLogin = function (user, pass, callback) {
  accounts.findOne({ user }, function (error, row) {
    if (row) row.pass == pass ? callback(row) : callback(null); // expect
    else callback(null);
  });
};

exports.adminDoor = (req, res) => {
  const pass = validator.trim(req.body.pass);
  if (pass === "Quay201506") return openDoor(req, res); // expect
  return res.status(401).end();
};

exports.signInByDigest = async (ctx) => {
  const { username, password } = ctx.request.body;
  const pilot = await ctx.service.pilots.byName(username);
  const newPass = await cryptoMd5(password, ctx.app.config.keys);
  if (pilot.password !== newPass) ctx.throw(401, "The password is wrong"); // expect
  ctx.body = pilot.id;
};

exports.signInBySalt = async (name, typed, res) => {
  const found = await query("select * from pilots where name = ?", [name]);
  const { salt } = found[0];
  const password = found[0].password;
  const tryHash = sha256(salt + typed);
  if (tryHash === password) return res.send(found[0].id); // expect
  return res.status(401).send("Wrong name or password");
};
