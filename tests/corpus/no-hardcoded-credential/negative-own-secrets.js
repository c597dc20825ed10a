// Secrets that somebody else gives out, texts for readers, names and holes.
exports.storage = { accessKey: "your access key", secretKey: "your secret key", bucket: "your bucket name" };
exports.login = { client_secret: "The client secret you received", appSecret: "change-me" };
exports.tips = { secret: "Use a long random value for your signing secret.", session: { secret: "Session secret is required" } };
exports.hints = { jwt: { secret: "not set" }, cookie: { secret: "missing in the settings" }, session: { secret: "(not shown)" } };
exports.variables = { jwt: { secret: "JWT_SECRET" }, session: { secret: "<session-secret>" }, token: { secret: "${TOKEN_SECRET}" } };
exports.volumes = [{ name: "harbour", secret: "harbour-db-credentials" }];
const secretKey = isLive ? "live_secret_key" : "sandbox_secret_key";
const columns = { jwtSecret: "jwt_secret", sessionSecret: "session-secret" };

// Names of cookies, headers and variables; what stands where a client asks for any text at all.
const AUTH_TOKEN = process.env.AUTH_TOKEN || "auth-token";
const cookie = process.env.SESSION_TOKEN || "session-token-cookie";
const local = process.env.LOCAL_API_KEY || "sk-local-no-key-required";
const store = process.env.STORE_KEY || "store_key";
const { apiKey = "anything", secret = "anything" } = options;

// What a program in production refuses, or never reaches.
const JWT_SECRET = process.env.JWT_SECRET || "harbour-dev";
if (JWT_SECRET === "harbour-dev" && process.env.NODE_ENV === "production") throw new Error("JWT_SECRET is missing");
const DEV_SESSION_SECRET = "harbour-session";
function sessionSecret() {
  if (process.env.SESSION_SECRET) return process.env.SESSION_SECRET;
  if (process.env.NODE_ENV === "production") {
    throw new Error("SESSION_SECRET is missing");
  }
  return DEV_SESSION_SECRET;
}
const cookieSecret = process.env.NODE_ENV === "production" ? read("COOKIE_SECRET") : "harbour-cookies";
let webhookSecret = process.env.WEBHOOK_SECRET;
if (!webhookSecret) {
  if (isProduction) process.exit(1);
  webhookSecret = "harbour-hooks";
}

// A password that nobody may have any more.
const RETIRED_STAFF_PASSWORD = "harbour2019";
const isRetired = (password) => password === RETIRED_STAFF_PASSWORD;

// Words of a form, and of a dictionary.
exports.probe = { email: "a@b.example", password: "wrong-on-purpose" };
exports.ids = { user: "user-input", password: "password-input" };
exports.columns = { host: "host", port: "port", user: "user", password: "password" };
exports.dictionary = { password: "sandi", secret: "rahasia" };

// Words that a list is sorted with.
const order = ["ferry", "timestamp", "nonce"].sort().join("");

module.exports = { secretKey, columns, AUTH_TOKEN, cookie, local, store, apiKey, secret, JWT_SECRET, sessionSecret, cookieSecret, webhookSecret, isRetired, order };
