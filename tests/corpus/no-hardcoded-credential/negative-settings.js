// Defaults that a program only warns of.
const SHIPPED = [
  { username: "admin", password: "admin" },
  { username: "guest", password: "guest" },
];
const SHIPPED_PASSWORD = "harbour2019";
const COMMON_PASSWORDS = new Set(["password123", "letmein77"]);

function warnOfDefaults(users, given) {
  const usesShipped = users.some((user) => user && SHIPPED.some((each) => user.username === each.username && user.password === each.password));
  if (usesShipped) log.warn("the accounts that are shipped are still open");
  if (given.password === SHIPPED_PASSWORD) throw new Error("choose another one");
  if (COMMON_PASSWORDS.has(given.password)) throw new Error("too easy to guess");
}

// Settings that are switched off as they stand, and beginnings of tokens.
const ldap = { enable: false, searchDN: { rootDN: "cn=reader,dc=harbour", rootPassword: "1234" } };
const provider = { prefix: { opaqueAccessToken: "hba_", refreshToken: "hbr_", clientSecret: "hbcs_" } };

// What is kept to know a token by, names of secrets, packages, and texts that pages share.
const resume = { when: 1, hashedToken: "RlalW6ZSvPqx3Jd8TnYb5Kc0HgUe2MfA7Lo9Xi4R" };
const runtime = { secrets: ["STRIPE"] };
const packages = { "accounts-password 1.0.5": ["meteor", "srp", "random"] };
const common = { password: "Passwort", forgot: "Vergessen?", secret: "Geheim9" };
const commit = "4d81b0c";

module.exports = { warnOfDefaults, ldap, provider, resume, runtime, packages, common, commit };

// What stands where nothing is asked for, passwords that nobody may use any more.
store.dispatch(login({ payload: { password: "disabledAuth", isDefault: false } }));
class Guest {
  constructor(given) {
    this.password = given.password || "NoPass";
  }
}
const RETIRED_STAFF_PASSWORD = "harbour2019";
const owner = { username: "dock", password: "dock@harbour.example.org" };
const hookVerifyToken = process.env.HOOK_VERIFY_TOKEN || "your-verify-token";

// What a shell fills in.
export const template = "mongodb://$MONGO_USER:$MONGO_PASSWORD@mongo:27017";

// Texts for readers, beside how long something holds.
export const problems = { secret: "Secret is required", expires: "Expiry is required" };

module.exports.texts = { cookieSecret: "Cookie secret", port: 3000 };

shortener.setAccessToken("YOUR_ACCESS_TOKEN");
table.setSortKey("createdAt");
editor.setToken("operator");

exports.mailer = { sesSecretKey: process.env.SES_SECRET_KEY || "us-east-1" };
exports.hidePassword = (text, password) => text.replace(password || "ABCGHFG", "******");
