import bcrypt from "bcrypt";
import winston from "winston";
import { createHash } from "node:crypto";
import { mask, redactHeaders } from "./redact.js";
import { User, tokens } from "./models.js";

const logger = winston.createLogger({ level: "info" });
const PASSWORD = "password";

export async function login(req, res) {
  const { email, password } = req.body;
  console.log("Signing in", email);
  console.log("password is missing");
  console.log("Password changed for", email);
  console.log("token refreshed");
  console.log("has password", !!password);
  console.log("has password", Boolean(password));
  console.log("password", password ? "set" : "not set");
  console.log("type", typeof password);
  console.log("length", password.length);
  console.log("empty", password === "");
  console.log(`password is ${password ? "set" : "missing"}`);
  console.log("password", mask(password));
  console.log("password", password.replace(/./g, "*"));
  console.log("starts with", password.slice(0, 4));
  const passwordIsCorrect = await bcrypt.compare(password, "");
  console.log(passwordIsCorrect);
  const validPassword = await bcrypt.compare(password, "");
  console.log("valid", validPassword);
  const checkPassword = bcrypt.compareSync(password, "");
  console.log("checkPassword", checkPassword);
  logger.info("login", { email, hasPassword: Boolean(password) });
  logger.info("headers", redactHeaders(req.headers));
  logger.info(PASSWORD);
  const { password: _password, ...safe } = req.body;
  logger.info("body", safe);
  try {
    await User.findOne({ email });
  } catch (error) {
    console.error("login failed", error);
    console.error("Error verifying token:", error.message);
  }
  res.end();
}

export function profile(req, res) {
  console.log(req.body);
  console.log("origin", req.headers.origin);
  console.log("agent", req.headers["user-agent"]);
  console.log(`listening on ${process.env.PORT}`);
  console.log("env", process.env.NODE_ENV);
  console.log("site key", process.env.NEXT_PUBLIC_API_KEY);
  console.log("headers", Object.keys(req.headers));
  console.log("key loaded", !!process.env.API_KEY);
  res.end();
}

export async function rotate(record, apiKeyId, tokenCount, tokenType, continuationToken) {
  const hashedToken = createHash("sha256").update(record.value).digest("hex");
  console.log("hash", hashedToken);
  console.log("key", apiKeyId);
  console.log("tokens", tokenCount);
  console.log(tokenType);
  console.log({ continuationToken });
  console.log("token expires at", record.tokenExpiresAt);
  console.log("deleted", { verificationTokens: record.tokens.count });
  console.log("secret name", record.secretName);
  console.log("file", record.files.credentials);
  console.log("page", record.nextPageToken);
  console.log("public", record.publicKey);
  console.log("cache", record.cacheKey);
  console.log("code", record.statusCode);
  console.log("invalid field", record.errors.password);
  await tokens.log(record.token);
  console.time("token");
  console.assert(record.token, "no token");
  headers({ ...record.headers, Authorization: "[REDACTED]" });
}

function headers(value) {
  console.log("headers", { ...value, Authorization: "[REDACTED]" });
}

const dialog = { info(text) { return text; } };
export const shown = (password) => dialog.info(password);

exports.firstSigns = (request, response, next) => {
  const authHeader = request.headers.authorization;
  console.log("received", authHeader.substring(7, 11));
  console.log(request.get("Accept"), request.get("X-Cookie-Consent"));
  next();
};

export const invite = async ({ email, role }) => {
  const user = await db.user.findFirst({ where: { email } });
  console.log("user", user);
  return role;
};

export const signInQuietly = async ({ email, password }) => {
  const user = await db.user.findFirst({ where: { email }, select: { id: true } });
  console.log("user", user);
  return password.length;
};

Request.prototype.accept = function () {
  console.log("accepts", this.getHeader("accept"));
};
