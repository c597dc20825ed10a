const crypto = require("crypto");
const md5 = require("md5");

// Lists of secrets, each element read by a part that says nothing itself.
async function openApi(req, res, next) {
  const apiKey = req.headers["x-api-key"];
  const known = await vault.getApiKeys();
  const match = known.find((entry) => entry.key === apiKey); // expect
  if (!match) return res.sendStatus(401);
  return next();
}

const findKey = (runtime, apiKey) =>
  runtime.listApiKeys().then((known) =>
    known.find((entry) => {
      if (!entry || entry.key !== apiKey) return false; // expect
      return entry.enabled;
    }),
  );

function isValidToken(device, bearerToken) {
  return device.tokens.some((each) => each.value === bearerToken); // expect
}

app.use(async (req, res, next) => {
  const bearer = getToken(req);
  const client = (await clients.all()).find((each) => each.tokens?.some((token) => token.value === bearer)); // expect
  if (!client) return next(new UnauthorizedError("unknown client"));
  return next();
});

// A configuration that is a function.
function checkLogin(config, username, password, done) {
  const samePassword = password === config("password"); // expect
  done(username === config("username") && samePassword);
}
const onAuth = (conf, reject, accept) => (token) => {
  if (token === conf("workerToken")) return accept(); // expect
  return reject();
};

// What came with a request, and what it must be, on one object.
class Gate {
  constructor(authorization, api_key_secret) {
    this._authorization = authorization;
    this._api_key_secret = api_key_secret;
  }

  isAuthorized() {
    if (!this._api_key_secret) return false;
    return this._authorization === this._api_key_secret; // expect
  }
}

// Passwords that are kept encrypted, and hashes by other names.
router.post("/password", async (req, res) => {
  const fields = req.body || {};
  const target = await accounts.item({ id: req.session.id });
  if (fields.oldPassword !== helper.decrypt(target.password, app.config.cipherKey)) throw new Error("try again"); // expect
  return res.end();
});

class Accounts {
  digest(text) {
    return crypto.createHash("md5").update(text).digest("base64");
  }

  encryption(password) {
    const newpassword = this.digest(this.digest(password).slice(2, 7) + this.digest(password));
    return newpassword;
  }

  async login(req, res) {
    const { username, password } = req.body;
    const newpassword = this.encryption(password);
    const account = await Account.findOne({ username });
    if (account.password.toString() !== newpassword.toString()) return res.json({ message: "wrong password" }); // expect
    return res.json(account);
  }

  async change(req, res) {
    const { username, oldPass1 } = req.body;
    const md5password = this.encryption(oldPass1);
    const account = await Account.findOne({ username });
    if (account.password.toString() !== md5password.toString()) return res.json({ message: "wrong" }); // expect
    return res.json(account);
  }
}

exports.isPasswordCorrect = (userPassword, passwordInput, message) => {
  if (userPassword !== md5(passwordInput)) throw new Error(message); // expect
};

const validLegacy = (key, encrypted, done) => done(null, encrypted === crypto.createHash("sha1").update(key).digest("hex")); // expect

// Digests in callbacks, cut short, and of lists.
function authenticate(stored, password, done) {
  crypto.pbkdf2(password, stored.salt, 210000, 32, "sha512", (error, key) => {
    if (error) return done(error);
    return done(null, key.toString("hex") === stored.passwordHash); // expect
  });
}

class Link {
  answer(message) {
    this.sha(this.secret, message.salt, (text) => {
      if (text !== message.password) this.send("no"); // expect
    });
  }

  isLinkValid(link) {
    const parts = link.split("/");
    const given = parts.pop();
    parts.push(this.config.secret);
    const expected = md5(parts.join("/"));
    return expected === given; // expect
  }
}

function checkCommand(data, password, code) {
  const text = crypto.createHash("md5").update(data.time + data.command + password).digest("hex");
  return text.substring(0, 8) === code.toString("hex"); // expect
}

function verifyCookie(req, account) {
  const cookies = parseCookies(req.headers.cookie);
  const expected = keyOf(account);
  return expected === cookies[account.cookie]; // expect
}
function keyOf({ name, password, address }) {
  return createHash([name, password, address].join("\n"));
}

// What a token lets one do, and what the refusal calls a code.
exports.leave = async (req, res) => {
  const user = await User.findByPk(req.user.id);
  if (user.deleteToken !== req.params.token) return res.status(403).end(); // expect
  await user.destroy();
  return res.end();
};

async function join({ domain }, code) {
  if (domain.join.code !== code) throw new InvalidInvitationCodeError(domain.id); // expect
  return enter(domain);
}

exports.assertCartAccess = (cart, { guestToken }) => {
  if (!guestToken || cart.guestToken !== guestToken) throw new ForbiddenError("not your cart"); // expect
};

// A secret in the path.
function onUpdate(req, res) {
  if (req.method === "POST" && req.url === "/" + adapter.config.token) res.end("ok"); // expect
}

Members.methods.comparePassword = function (candidatePassword, done) {
  const candidatePasswordHashed = shajs("sha256").update(candidatePassword).digest("hex");
  const isMatch = candidatePasswordHashed == this.password; // expect
  done(null, isMatch);
};

router.post("/account/password", async (c) => {
  const { currentPassword, newPassword } = await c.req.json();
  if (memory.users[at].password !== currentPassword) return c.json({ message: "Wrong password" }); // expect
  memory.users[at].password = newPassword;
});

export const resetPage = async (req, res) => {
  const member = await Member.findOne({ where: { slug: req.params.slug } });
  const isValid = member.resetHash === req.params.resetHash; // expect
  res.render("reset", { isValid });
};

export const checkOtp = (req, res) => {
  const { otpEntered } = req.body;
  if (req.session.otp !== otpEntered) return res.status(400).json({ error: "Invalid OTP" }); // expect
  res.json({ ok: true });
};

module.exports.loginCompany = async (email, password) => {
  const checkEmail = await Company.findOne({ email }).exec();
  if (!checkEmail) return null;
  return checkEmail.password === password ? checkEmail : null; // expect
};

module.exports.verifyAccount = async (request, response) => {
  const { otp } = request.body;
  const user = await UserModel.findById(request.user);
  const isValid = user.otp === +otp && user.otpExpiry >= new Date(); // expect
  if (isValid) return response.json({ verified: true });
  return response.status(400).json({ verified: false });
};

AccountSchema.method("authenticate", function (plainText, hashedPassword) {
  return this.encryptPassword(plainText) === hashedPassword; // expect
});

exports.recover = (req, res) => {
  usuarios.findById(req.query.id, (error, usuario) => {
    if (usuario && usuario.expires > Date.now() && usuario.token === req.query.t) return res.render("reset"); // expect
    res.send(404);
  });
};

const brokerOptions = {
  authenticate(client, u, p, done) {
    done(undefined, username === u && password === p.toString()); // expect
  },
};
