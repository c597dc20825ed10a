// Names of variables where somebody reads them, and holes that say so aloud.
import nodemailer from "nodemailer";

export class LocalStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({ usernameField: "mail", passwordField: "word" });
  }
}

export class Keys extends Reader {
  constructor() {
    super({ secret: "ACCESS_JWT_SECRET" });
  }
}

export const names = { secret: "JWT_SECRET", issuer: "JWT_ISSUER" };
export const read = (options = { secret: "$JWT_SECRET" }) => process.env[options.secret.slice(1)];

export const mail = nodemailer.createTransport({
  service: "gmail",
  auth: { user: process.env.EMAIL_USER, pass: process.env.EMAIL_PASS || "YOUR_APP_PASSWORD" },
});
