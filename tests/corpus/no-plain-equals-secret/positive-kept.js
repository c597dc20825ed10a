// Tokens of records that allow an action, passwords that are kept under a key or as a hash, keys of settings.
const AES = require("crypto-js/aes");
const Utf8 = require("crypto-js/enc-utf8");
const CryptoJS = require("crypto-js");
const crypto = require("crypto");
const encrypt = require("../lib/encryption");

exports.removePaste = async (req, res) => {
  const paste = await Paste.findById(req.params.id);
  if (paste.deleteToken !== req.params.token) return res.status(400).json({ message: "Link expired" }); // expect
  if (paste.cancelToken !== req.query.token) return res.status(401).end(); // expect
  if (paste.deletionKey !== req.query.key) return res.status(401).end(); // expect
  if (paste.edit_code !== req.body.code) return res.status(401).end(); // expect
  await paste.remove();
  res.end();
};

exports.readFeed = async (req, res) => {
  const owner = await Owner.findById(req.params.owner);
  if (owner.feedKey !== req.query.key) return res.status(403).send("Invalid key"); // expect
  res.send(await owner.feed());
};

exports.confirmar = async (req, res) => {
  const usuario = await Usuario.findById(req.params.id);
  if (usuario.tokenConfirma !== req.params.token) return res.status(403).json({ msg: "Token no válido" }); // expect
  usuario.confirmado = true;
};

exports.changePassword = async (req, res) => {
  const currentPassword = req.body.currentPassword;
  const user = await User.findOne({ email: req.body.email });
  const decryptedPassword = CryptoJS.AES.decrypt(user.password, process.env.KEY_OF_PASSWORDS).toString(CryptoJS.enc.Utf8);
  if (currentPassword !== decryptedPassword) { // expect
    return res.status(400).json({ message: "The present password is another one" });
  }
  res.end();
};

ipcMain.handle("unlock", (event, password) => {
  const opened = AES.decrypt(store.get("master"), machineId).toString(Utf8);
  return opened === password; // expect
});

exports.checkCode = async (req, res) => {
  const { email, otp } = req.body;
  const record = await Otp.findOne({ email });
  const { otpdb } = record.otp;
  if (otp !== otpdb) return res.status(400).json({ message: "Invalid OTP, please try again" }); // expect
  res.end();
};

memberSchema.methods = {
  authenticate(passwordToMatch) {
    return encrypt.hashPwd(this.salt, passwordToMatch) === this.hashed_pwd; // expect
  },
};

module.exports.compare = function compare(passw, hashpw) {
  const hashpw2 = CryptoJS.SHA256(passw).toString();
  return hashpw2 === hashpw; // expect
};

class AdminController {
  async change(req, res) {
    const pw = this.encryption(req.body.before);
    const admin = await Admin.findOne({ id: req.session.adminId });
    if (pw !== admin.password.toString()) return res.send({ status: 0 }); // expect
    res.send({ status: 1 });
  }
  encryption(text) {
    return crypto.createHash("md5").update(text).digest("base64");
  }
}
exports.AdminController = AdminController;

class PasswordBox {
  static encrypt(text) {
    return crypto.createHash("sha256").update(text).digest("hex");
  }
  static verify(text, stored) {
    return PasswordBox.encrypt(text) === stored; // expect
  }
}
exports.PasswordBox = PasswordBox;

const PUSH_SERVICE_KEY = process.env.PUSH_SERVICE_KEY;
exports.authorizePush = (req, res) => {
  const { push_token } = JSON.parse(req.body);
  if (push_token !== PUSH_SERVICE_KEY) return res.status(500).json({ error: "invalid push token" }); // expect
  if (req.headers["x-cron-key"] !== process.env.CRON_KEY) return res.status(401).end(); // expect
  if (req.query.token !== req.app.locals.authToken.value) return res.status(401).end(); // expect
  res.end();
};

exports.guard = (req, res, next) => {
  const auth = req.headers.authorization;
  if (auth !== `Basic ${btoa(ADMIN_LOGIN)}`) { // expect
    return res.status(401).send("Not authorized");
  }
  next();
};

exports.verifyInvitation = async (query) => {
  const token = await db.getObjectField(`invitation:${query.token}`, "token");
  if (!token || token !== query.token) { // expect
    throw new Error("[[register:invalid-data]]");
  }
};

exports.checkSms = async (ctx) => {
  const { number, otp } = ctx.request.body;
  const kept = await redis.get(`otp:${number}`);
  if (kept === _.toString(otp)) return ctx.throw(200); // expect
  ctx.throw(401);
};

class SessionService {
  async renew(userId, refreshToken) {
    const stored = await this.cacheManager.get(`${REFRESH_PREFIX}${userId}`);
    if (stored !== refreshToken) throw new UnauthorizedException("Refresh token is not valid"); // expect
    return this.issue(userId);
  }

  async exchange(token) {
    const { id } = this.jwt.verify(token);
    const cachedToken = await this.cacheManager.get(redisKey(KEYS.USER_REFRESH, id));
    if (cachedToken !== token) throw new ApiException("令牌已失效"); // expect
    return this.issue(id);
  }
}

exports.signInDriver = async (data, reject) => {
  const driver = await model.driver.findOne({ phone: data.phone });
  if (!driver || Vault.decrypt(driver.hash) !== data.password) return reject({ message: "no such driver" }); // expect
  return driver;
};

const relay = {
  fetch(request, env) {
    const auth = request.headers.get("x-auth");
    if (!auth || auth !== env.NOTIFY_SECRET) return new Response("no", { status: 401 }); // expect
    return forward(request);
  },
};

const basicAuth = require("basic-auth");
exports.gate = (req, res, next) => {
  const who = basicAuth(req);
  if (!who || who.pass !== settings.panelSecret) return res.sendStatus(401); // expect
  return next();
};

exports.useToken = async (token) => {
  const known = await redis.get(`token:${whoAsks()}`);
  if (known !== token) throw new UnauthorizedException("Invalid token"); // expect
};

exports.enterRoom = async (vault, reject, data) => {
  const guest = await guests.findOne({ name: data.name });
  if (vault.decrypt(guest.password) === data.password) return signIn(guest); // expect
  return reject(new Error("Invalid password"));
};

// Codes that a store keeps for the address they are sent to.
class BerthRegistration {
  async enrol(skipper) {
    const captcha = await this.redis.get(`captcha_${skipper.email}`);
    if (!captcha) throw new HttpError("the code has expired", 400);
    if (skipper.captcha !== captcha) throw new HttpError("the code is wrong", 400); // expect
    const stored = await this.redis.get("rename_captcha_" + skipper.phoneNumber);
    if (skipper.answer !== stored) throw new HttpError("the code is wrong", 400); // expect
  }
}

const mailCodePool = new Map();
function confirmMail(code, email) {
  if (mailCodePool.get(email) === code) { // expect
    mailCodePool.delete(email);
    return true;
  }
  return false;
}

exports.unlockHarbour = (req, res) => {
  if ((req.body.password || "") === "quay77-ferry") return res.json({ ok: true }); // expect
  return res.status(401).end();
};

// The one who asks now, and what is kept for a user.
exports.rotate = async (devices, payload, token) => {
  const currentDevice = await devices.find(payload.deviceId);
  if (!currentDevice) throw new UnauthorizedException("The device is gone");
  if (token !== currentDevice.refreshToken) throw new UnauthorizedException("The token is invalid"); // expect
  return issue(payload);
};

exports.join = async (ctx, passenger, token) => {
  const open = await ctx.service.cache.get("user_" + passenger.id);
  if (!open || open !== token) { // expect
    ctx.socket.emit(passenger.id, "The token is invalid");
    return false;
  }
  return true;
};

const decryptCode = (sealed) => {
  const originalText = AES.decrypt(sealed, process.env.CODE_KEY).toString(Utf8);
  return originalText;
};
exports.confirmBerth = async (req, res) => {
  const { code } = req.query;
  const row = await rows.findOne({ owner: req.params.id });
  if (code === decryptCode(row.sealed)) { // expect
    await row.remove();
    return res.status(200).send({ message: "Confirmed" });
  }
  return res.status(400).send({ message: "Incorrect code" });
};

exports.signInByMail = (pilots, req, res) => {
  const { emailOrName, password } = req.body;
  if (pilots[emailOrName] === password) return res.json({ ok: true }); // expect
  return res.status(401).json({ message: "Wrong password" });
};
