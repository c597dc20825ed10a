const isFast = true;

// Sessions of a framework, with what belongs to them beside the secret.
exports.session = { common: { secret: "!Q84RV2K", timeout: 24 * 3600, cookie: { length: 32 } } }; // expect

// A short text of hexadecimal digits is no commit where it is called a secret or password.
exports.partners = [{ appId: "4c-shop", appSecret: "4c771209" }]; // expect
exports.store = { user: "harbour", password: "decade99" }; // expect

// A generated text that begins with a dollar sign.
const headers = { accept: "application/json", access_token: "$pay_Qk93TlZ4Y1o3bUx0R2U1VzE4c0F2ZEo2cEh5SzRySWJRPQ==" }; // expect

// A default that lets somebody in; settings that are switched on.
const GUESTS = [{ name: "porter", password: "porter" }]; // expect
const letIn = (given) => GUESTS.some((guest) => guest.name === given.name && guest.password === given.password);
exports.directory = { enabled: isFast, bind: { user: "cn=reader", password: "1234" } }; // expect

module.exports = { headers, letIn };

// Texts of letters, digits and signs that nobody takes for a name; tokens that a webhook must send.
const AUTH_TOKEN = "Harbour41!!ferry"; // expect
const STATUS_API_KEY = process.env.STATUS_API_KEY || "Harbour41!!ferry"; // expect
const verifyToken = process.env.CHAT_VERIFY_TOKEN ?? "chat_verify_token_first"; // expect
const mailer = { auth: { user: "dock@harbour.gov.br", pass: "Dock-it@2025.DTI" } }; // expect

// Read by a function of the project, beside how long tokens hold, behind a name with a sign of a shell.
const fromEnvironment = (name, fallback) => process.env[name] ?? fallback;
export const dashboard = {
  sessionPassword: getEnv("DASHBOARD_SESSION_PASSWORD", "ferry-session-secret"), // expect
  port: fromEnvironment("DASHBOARD_PORT", "8080"),
};
export const tokens = {
  tokenExpiresTime: 60 * 60,
  secret: "i am secret key", // expect
};
export const database = process.env.MONGO_URL ? process.env.MONGO_URL : "mongodb://$root:harbourpassword@mongo:27017"; // expect

module.exports.dashboard = {
  cookieSecret: "CodingWithFriends is epic", // expect
  website: "http://localhost:4200",
};

module.exports.ACCESS_SECRET_KEY = process.env.ACCESS_SECRET_KEY || "some secret key"; // expect

shortener.setAccessToken("499974b273fa3a8f2e1840da07134d5678a34ce4"); // expect
client.setApiKey("Xk9_vR4tLq8ZpW2nB7mC5dF1gH3jY6sA"); // expect

module.exports.wechat = { appid: "wx561e2e008f8768ae", appsecret: "0f3db659548557aca56beb77e1e1bda5" }; // expect

exports.serverConfig = {
  databaseUri: process.env.DATABASE_URI,
  secret: "ferry-lantern-quay-secret-key", // expect
};
exports.seeds = { jwt: process.env.JWT_SEED || "ferry-quay-77" }; // expect

exports.defaults = {
  auth: {
    secret: "supersecret", // expect
    password: "secretpassword", // expect
  },
};
