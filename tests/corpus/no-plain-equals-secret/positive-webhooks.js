const crypto = require("crypto");
const express = require("express");
const sha1 = require("sha1");
const settings = require("./settings");

const router = express.Router();

// The token that a platform shows when it registers a webhook.
router.get("/hooks/pages", (req, res) => {
  const mode = req.query["hub.mode"];
  const sent = req.query["hub.verify_token"];
  if (mode === "subscribe" && sent === settings.pages.hook) return res.send(req.query["hub.challenge"]); // expect
  return res.sendStatus(403);
});

router.get("/hooks/photos", (req, res) => {
  if (req.query["hub.verify_token"] === "orchard-gate") res.send(req.query["hub.challenge"]); // expect
  else res.sendStatus(403);
});

router.get("/hooks/shop", (req, res) => {
  const VERIFY_TOKEN = "harbour2041";
  const token = req.query["hub.verify_token"];
  res.status(token === VERIFY_TOKEN ? 200 : 403).end(); // expect
});

// The digest of a sorted list with the program's own token in it.
router.get("/hooks/chat", (req, res) => {
  const { signature, timestamp, nonce, echostr } = req.query;
  const text = [settings.chat.token, timestamp, nonce].sort().join("");
  if (crypto.createHash("sha1").update(text).digest("hex") !== signature) return res.sendStatus(400); // expect
  return res.send(echostr);
});

router.post("/hooks/chat", (req, res) => {
  const { signature, timestamp, nonce } = req.query;
  const token = "quay";
  const parts = [token, timestamp, nonce];
  parts.sort();
  const digest = sha1(parts.join(""));
  if (digest === signature) res.send("success"); // expect
});

// A text of the source that a caller must send.
router.post("/shelves", (req, res) => {
  if (req.query && req.query.access_token == "m8Qs2LxV0pTz") return res.json(shelves()); // expect
  return res.status(401).json({ error: "access_token is wrong" });
});

router.delete("/shelves/:id", (req, res) => {
  const ADMIN_TOKEN = "shelf_9c1f";
  if (req.headers["x-admin-token"] !== ADMIN_TOKEN) return res.sendStatus(403); // expect
  return res.json(remove(req.params.id));
});

// A code that the record calls by half of its name, and what follows where it is right.
router.post("/readers/confirm", async (req, res) => {
  const { confirmationCode, id } = req.body;
  const reader = await Reader.findById(id);
  if (confirmationCode === reader.mailCode) { // expect
    await reader.updateOne({ confirmed: true });
    return res.json(reader.id);
  }
  return res.end();
});

// Named as a password, and read from a variable that says less.
function gate(req, next, login) {
  const password = process.env.SITE_PROTECTION;
  const shown = unseal(req.cookies.gate);
  return shown == password ? next() : login(); // expect
}

// A key that is stored as its owner's text would be encrypted.
async function exchange(clientId, clientSecret) {
  const app = await apps.byClientId(clientId);
  if (app.clientSecret !== Vault.stableEncryption(clientSecret)) throw new HttpError(401); // expect
  return app;
}

Reader.methods.check = function (password) {
  const hash = crypto.pbkdf2Sync(password, this.salt, 600000, 64, "sha512").toString("hex");
  return this.hash === hash; // expect
};

const answersChallenge = (password, challenge, challengeResponse) => {
  const hmac = createHmac("md5", password);
  return hmac.update(challenge).digest("hex").toLowerCase() === challengeResponse; // expect
};

app.get("/hook", (req, res) => {
  const VERIFY_TOKEN = "webhooksecret";
  const token = req.query["hub.verify_token"];
  if (req.query["hub.mode"] === "subscribe" && token === VERIFY_TOKEN) res.send(req.query["hub.challenge"]); // expect
});

// Signatures of several digests, of a setting, and of what a function of the project hashes.
exports.placeOrder = async (merchants, data) => {
  let appSecret;
  await merchants.find(data.appid).then((rows) => {
    appSecret = rows[0].appSecret;
  });
  const sign = md5(data.appid + md5(data.amount) + md5(appSecret));
  if (sign != data.sign) throw new HttpError(400, "The signature is wrong"); // expect
  return store(data);
};

exports.greetServer = (settings, req, res) => {
  const { signature, timestamp, nonce } = req.query;
  const parts = [settings.get("harbour:token"), timestamp, nonce];
  parts.sort();
  const made = createHash("sha1").update(parts.join(""), "utf8").digest("hex");
  return res.send(made === signature ? req.query.echostr : "mismatch"); // expect
};
