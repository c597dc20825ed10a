import bcrypt from "bcrypt";
import jwt from "jsonwebtoken";
import winston from "winston";
import createDebug from "debug";
import { User } from "./models.js";

const debug = createDebug("app:auth");
const logger = winston.createLogger({ level: "info" });

export async function login(req, res) {
  const { email, password } = req.body;
  console.log(email, password); // expect
  console.log("password:", req.body.password); // expect
  console.log(`Signing in ${email} with ${password}`); // expect
  console.log("password=" + password); // expect
  console.log({ email, password }); // expect
  console.log("%s tries %s", email, password); // expect
  console.log(req.body); // expect
  console.log("body", JSON.stringify(req.body)); // expect
  const user = await User.findOne({ email });
  const ok = await bcrypt.compare(password, user.password);
  logger.info("user", { user }); // expect
  logger.debug("stored", user.password); // expect
  const accessToken = jwt.sign({ id: user.id }, process.env.JWT_SECRET);
  logger.info(`issued ${accessToken}`); // expect
  logger.info("issued", { accessToken, ok }); // expect
  logger.log("info", "issued", { token: accessToken }); // expect
  debug("refresh %o", user.refreshToken); // expect
  res.json({ accessToken });
}

export function requireToken(req, res, next) {
  const header = req.headers.authorization;
  console.log(header); // expect
  const token = header && header.split(" ")[1];
  console.log("token", token); // expect
  console.log("token", token || "none"); // expect
  console.log("token", token ?? "none"); // expect
  console.warn("headers", req.headers); // expect
  console.error("bad header", req.get("authorization")); // expect
  req.log.info({ headers: req.headers }, "no access"); // expect
  next();
}

export async function forgotPassword(req, res) {
  const otp = Math.floor(100000 + Math.random() * 900000);
  console.log("OTP:", otp); // expect
  console.log(`Sending OTP ${otp} to ${req.body.email}`); // expect
  const { resetToken } = req.params;
  console.info({ resetToken }); // expect
  console.log("reset", [resetToken]); // expect
  res.sendStatus(204);
}

console.log(process.env); // expect
console.log(process.env.DB_PASSWORD); // expect
console.log("key", process.env["STRIPE_SECRET_KEY"]); // expect
console.log("Using " + process.env.MONGODB_URI); // expect
process.stdout.write(process.env.API_KEY + "\n"); // expect

exports.validateSession = (request, response, next) => {
  const authHeader = request.headers.authorization;
  const accessToken = authHeader.substring(7, authHeader.length);
  console.log("received", accessToken); // expect
  console.log(request.get("Cookie")); // expect
  console.log(request.header("cookie")); // expect
  next();
};

export const signInAgain = async ({ email, password }, context) => {
  const user = await db.user.findFirst({ where: { email } });
  await context.session.create({ userId: user.id });
  console.log("user", user); // expect
  return password.length;
};

Request.prototype.sign = function () {
  console.log("signed with", this.getHeader("authorization")); // expect
};

exports.showSession = (req) => {
  console.log(req.session_id); // expect
};
