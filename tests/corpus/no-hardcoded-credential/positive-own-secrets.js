// What a program signs with is its secret, however much it looks like a placeholder, a sentence or a name.
module.exports = {
  port: 3002,
  jwt: { secret: "jwt secret" }, // expect
  mongoSecret: "--- change me now ---", // expect
  tokens: { secret: "--- change me now ---", expireTime: 240 }, // expect
  cookie: { secret: "harbour-admin-xxxxxx" }, // expect
  session: { secret: "Ferry4-Q", secret_refresh: "Ferry4-Q-refresh", enable: true, match: "/jwt" }, // expect
};
exports.constants = {
  secret: "this is the ferry token", // expect
  format: (date) => date.toISOString(),
};
exports.crypto = { secretKey: "harbourmaster_key", md5: (text) => text }; // expect
exports.jwtConstants = {
  secret: "DO NOT USE THIS TEXT. MAKE A LONGER ONE AND KEEP IT OUT OF THE CODE.", // expect
};
exports.defaults = {
  "session.cookieName": "harbour-sid",
  "session.maxAgeMillis": 3600000,
  "session.secret": "harbour/berths", // expect
};

// Without the variable, the program runs with the text, and the other side knows the same one.
exports.metrics = {
  url: process.env.METRICS_URL || "http://metrics:8086",
  token: process.env.METRICS_TOKEN || "my-super-secret-ferry-token", // expect
};
const TIDES_API_KEY = process.env.TIDES_INTERNAL_API_KEY ?? "dev-tides-key"; // expect
const refreshSecret = process.env.JWT_REFRESH_SECRET || "some random ferry secret"; // expect
const strategy = { secretOrKey: config.get("JWT_SECRET") || "your-ferry-key" }; // expect

// Accounts whose password is made of words; what many accounts are made with.
db.createUser({ user: "harbour_app", pwd: "harbour_app", roles: [{ role: "readWrite", db: "harbour" }] }); // expect
exports.redis = { host: "redis", port: 6379, password: "password" }; // expect
exports.email = { service: "Gmail", auth: { user: "berths@harbour.gov.br", pass: "ferry-quay" } }; // expect
const DEFAULT_PASS = "harbourmaster"; // expect
const addPilot = (email) => accounts.createUser(email, DEFAULT_PASS);

// The text that a messenger signs its hooks with.
const isFromMessenger = (query) => sha1(["ferryferryquay", query.timestamp, query.nonce].sort().join("")) === query.signature; // expect

module.exports = { ...module.exports, TIDES_API_KEY, refreshSecret, strategy, addPilot, isFromMessenger };
