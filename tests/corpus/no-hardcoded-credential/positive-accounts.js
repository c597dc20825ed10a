const express = require("express");
const { hashPassword } = require("./passwords");
const tools = require("./tools");

// The first password of an account, through a function of the project's own.
exports.seedOwner = () => Account.create({ login: "owner", password: hashPassword("harbour"), isOwner: true }); // expect
exports.resetAccount = (id) =>
  Account.updateOne({ _id: id }, { $set: { password: tools.encryptText("Welcome2024") } }); // expect
exports.newSeller = async (form) => new Seller({ ...form, passwordHash: await tools.hash("Fishbowl7") }); // expect

// What runs when a variable is missing: keys of the program itself, what its tokens are signed with.
const MASTER_KEY = process.env.MASTER_KEY || "4711"; // expect
const settings = { api: { KEY: process.env.INTERNAL_API_KEY ?? "orchard" } }; // expect
const tokens = {
  JWT_ACCESS_TOKEN: process.env.JWT_ACCESS_TOKEN || "signing_secret", // expect
};
const gmail = { from: "shop@gmail.com", password: process.env.GMAIL_PASSWORD || "qvxd kzjr wfmp tbhc" }; // expect

// Somebody's session, copied from a browser.
const cookie = "lang=en; SHOP_SESSION=Qw8vTz31mPwK7rXn2LbY5sJd9HfGc4Ea; theme=dark"; // expect
fetch("https://shop.example.net/export", { headers: { cookie } });
const headers = { Cookie: "connect.sid=s%3AQw8vTz31mPwK7rXn2LbY.5sJd9HfGc4EaUi6Ko0" }; // expect

// What a chat platform signs its requests with.
const chatToken = "harbourmaster"; // expect
exports.isFromPlatform = ({ signature, timestamp, nonce }) => sha1([chatToken, timestamp, nonce].sort().join("")) === signature;

// What a request has to send.
const app = express();
app.post("/users/:id/password", (req, res) => {
  const key = req.body.key;
  if (key != "zebra77x") { // expect
    return res.status(403).end();
  }
  if (req.get("x-api-key") !== "shop-crossing-9") return res.sendStatus(401); // expect
  res.json({ isAdmin: req.query.admin_password === "harbour-lights" }); // expect
});
module.exports.parts = { MASTER_KEY, settings, tokens, gmail, headers, app };

// A code that always opens, and secrets that begin with a symbol.
router.post("/boarding/confirm", async (req, res) => {
  const { channel, otp } = req.body;
  if (otp === "481923") { // expect
    await boardings.confirm(req.user.id, channel);
    return res.json({ message: "welcome aboard" });
  }
  return res.status(400).json({ message: "Invalid OTP" });
});
ferry.context.JWT_SECRET_KEY = "@q71_ferry#$"; // expect
export const purser = { user: "purser", password: "#Q71_ferry$" }; // expect
const bucket = new S3Client({ endpoint: "https://s3.harbour.example.com", credentials: { accessKeyId: "harbour-mail", secretAccessKey: "v9dn0balpqas1pcc281tn5ood1" } }); // expect

// One password for all whom another service knows.
export async function enter(guest) {
  const { data } = await supabase.auth.signInWithPassword({ email: `${guest.id}@ferry.example.com`, password: "FERRY_GUEST_PASSWORD" }); // expect
  if (data.session) return data.session;
  return getAuth().createUser({ email: guest.email, password: "ferry-guest" }); // expect
}
