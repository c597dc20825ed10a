const jwt = require("jsonwebtoken");
const session = require("express-session");
const crypto = require("crypto");
const OpenAI = require("openai");
const mysql = require("mysql2");

app.use(session({ secret: process.env.SESSION_SECRET }));
app.use(session({ secret: config.get("session.secret") }));
jwt.sign(payload, process.env.JWT_SECRET);
jwt.verify(token, publicKey, { algorithms: ["RS256"] });
crypto.createHmac("sha256", process.env.HMAC_SECRET);
crypto.createHmac("sha256", "WebAppData").update(botToken);
crypto.createHash("sha256").update("etag");
new OpenAI({ apiKey: "not-needed" });
new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
new OpenAI({ apiKey: "ollama", baseURL: "http://localhost:11434/v1" });
mysql.createConnection({ host: "localhost", user: "root", password: "" });
mysql.createConnection({ host: "localhost", user: "root", password: "<your password>" });
mysql.createConnection({ host: "localhost", user: "root", password: env.DB_PASSWORD });

const apiKey = "";
const apiToken = "<api-token>";
const password = "changeme";
const secret = "not_available";
const secretKey = "irrelevant";
const clientSecret = clientId || "your_client_secret";
const stripeKey = "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx";
const openaiKey = "sk-...";
const vaultPassword = "vault:secret/data/app#password";
const opToken = "op://prod/github/token";
const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
const dbUrl = process.env.DATABASE_URL || "postgres://localhost:5432/shop";
const helpUrl = "postgres://[username]:[password]@[host]:[port]/[db_name]";
const templateUrl = `postgres://${user}:${password}@${host}/shop`;
const documentedUrl = "mongodb://user:password@localhost/test";
const sentryDsn = "https://00d7eed9e810cbbf91a7ed3547e37100@o4510998.ingest.us.sentry.io/45110336";
const requestId = "4f0e8b0a-3a0c-4c53-9b6e-2d6a6a1f6c11";
const integrity = "sha512-0tV0Ssq2Jq9Yk2pQ8xJXo7lWm3u5n1r0z8k7h6g5f4d3s2a1";
const commit = "d15a8e1f3c2b4a59687706152433425160718293";
const partialClientSecret = `app_secret_****${clientSecret.slice(-8)}`;
const token = req.headers.authorization;
const bearer = `Bearer ${token}`;
const hashed = await bcrypt.hash(req.body.password, 10);
process.env.JWT_SECRET = "test";
if (user.password === "password") warn();
if (grantType !== "client_secret") return;
const authToken = getToken("access");
const isSecret = "yes";
const tokenCount = "12";
const fields = ["username", "password", "token"];
const query = "select password from users";
form.append("password", password);
localStorage.setItem("token", token);
const translation = t("login.password");
const input = { type: "password", name: "password", autocomplete: "current-password" };
const credentials = "include";
const auth = { credentials: "same-origin", authorization: "Bearer" };
const apiKeyHeader = "x-api-key";
const authenticate = { usernameField: "email", passwordField: "pass" };
docsearch({ appId: "N3ZF861Q5G", apiKey: "f52fa93b9068fe8824beab5727ae84a1", indexName: "shop" });
// password: set it in the environment
// The api key is read from API_KEY

// What a form shows before anybody types, keys of columns, links and maps.
const form = useFormik({ initialValues: { email: "you@acme.io", password: "foobar" }, onSubmit });
class Importer { static ACCOUNT_KEYS = ["account", "accountid"]; }
const map = "https://webapi.amap.com/maps?v=2.0&key=d7bb98e7185300250dd5f918c12f484b";
const help = { getPasswordHint: () => "first pet", getPasswordError: () => "too short", get inputType() { return "password"; } };
jwt.verify(sent, publicKey);
const publicKey = loaded ?? "placeholder-public-key";

// What is left of a secret after encryption, and samples that say so.
const vaultItem = { name: "2.synthetic-encrypted-name", login: { username: "2.synthetic-encrypted-username", password: "2.synthetic-encrypted-password" } };
const stored = { password: "2.AOs41Hd8OQiCPXjyJKCiDA==|O6OHgt2U2hJGBSNGnimJmg==|iD33s8B69C8JhYYhSa4V1tArjvLr8eEaGqOV7BRo5Jk=" };
const sealed = { apiKey: "U2FsdGVkX1+vupppZksvRf5pq5g5XjFRlipRkwB0K1Y=", clientSecret: "vault:v1:8SDd3WHDOjf7mq69CyCqYjBXAiQQAVZRkFM13ok481zoCmHnSeDX9g==" };

// Generated texts that are ids, entries of storages and keys that pages show.
const entryKey = "tz68K6ytWx6AUqDl30XAwiIoUfr7iWVW";
s3.getObject({ Bucket: bucket, Key: entryKey });
const segmentWriteKey = "Ux8mK6ytWx6AUqDl30XAwiIoUfr7iWVW";
const analytics = new Analytics({ writeKey: segmentWriteKey });
const amapKey = "Wm3xK6ytWx6AUqDl30XAwiIoUfr7iWVW";
script.src = `https://webapi.amap.com/maps?v=2.0&key=${amapKey}`;

// A hash for nobody, so that the answer takes as long; a hash that measures; the hash of what somebody typed.
const DUMMY_HASH = bcrypt.hashSync("correct horse battery", 10);
const unknown = { timingHash: bcrypt.hashSync("nothing", 10) };
const signup = async (typed) => User.create({ password: await bcrypt.hash(typed, 12) });
field.setPassword(typed);

// A text that is its own key is hashed, not signed.
const sha256 = (text, key = text) => require("crypto").createHmac("sha256", key).update(text).digest("hex");
const etag = sha256("v1/catalogue");

const fakePaymentApi = async ({ amount }) => {
  const client_secret = "someRandomValue";
  return { client_secret, amount };
};

response.json({ ...connection, password: "***encrypted***", apiKey: "**hidden**" });

const shownConfig = { ...device, token: "removed", clientSecret: "removed" };

// Addresses of contracts, and what handles a route.
const contracts = { pierToken: "4174472e7d35395a6b5add427eecb7f4b62ad2b071", rakeToken: "41d829659f0f7661f29f12f07a5be33c13b6c9dd59" };
Route.post("reset-password", "Auth/PasswordController.resetPassword");
module.exports.contracts = contracts;
