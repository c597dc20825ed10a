// Hashes that a program makes of a password by itself, and codes that a model is named after.
import crypto from "node:crypto";
import { promisify } from "node:util";

const stretch = promisify(crypto.pbkdf2);

export async function verifyFerryPass(text, kept) {
  const [salt, key] = kept.split(".");
  const derived = await stretch(text, salt, 600_000, 64, "sha512").catch((error) => {
    throw error;
  });
  return key === derived.toString("hex"); // expect
}

export function verifyDeckPass(attempt, kept) {
  const [salt, key] = kept.split(":");
  return crypto.scryptSync(attempt, salt, 64).toString("hex") === key; // expect
}

export function verifyLater(attempt, kept) {
  const [salt, key] = kept.split(":");
  return new Promise((resolve, reject) => {
    crypto.scrypt(attempt, salt, 64, (error, derived) => (error ? reject(error) : resolve(key === derived.toString("hex")))); // expect
  });
}

export function verifyOldPass(password, kept) {
  const [salt, digest] = kept.split("$");
  return crypto.createHash("sha256").update(salt + password).digest("hex") === digest; // expect
}

export async function verifyInWorker(password, salt, kept) {
  const material = await crypto.subtle.importKey("raw", new TextEncoder().encode(password), "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: 600_000 }, material, 256);
  const made = Array.from(new Uint8Array(bits))
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  return made === kept; // expect
}

export const confirmBoarding = async (phone, otpFE) => {
  const otpBE = await Otp.findOne({ phone });
  if (!otpBE || otpBE.code != otpFE) return { code: 400, message: "" }; // expect
  return { code: 200, message: "" };
};

export const confirmSealed = async (req, res) => {
  const { otp, email } = req.body;
  const row = await sealedOtps.load(email);
  const isMatchedOtp = otp === decrypt(row.otp); // expect
  if (!isMatchedOtp) throw new ApiError(409, "Invalid OTP");
  res.json({ ok: true });
};

export const signInByCode = async (req, res) => {
  const asked = req.body;
  const loginCode = (await codesOf(asked.email).get()).data();
  if (loginCode && asked.code === loginCode.code && loginCode.attempts < 3) { // expect
    res.json(await createCustomAuthToken(asked.email));
  }
};

export class FerryAccounts {
  async signIn(name, pwd) {
    const account = await User.findByName(name);
    if (account.password !== this.helper.encryp(pwd)) return { status: false }; // expect
    return this.jwt.sign({ id: account.id });
  }

  async verifyAuthCode(data) {
    const info = await this.getCacheAuthVerifyCodeInfo(`auth:verify-code:${data.phone}`);
    const isMatch = info.code == data.code; // expect
    return isMatch;
  }
}

export async function refuse(req, res) {
  const { otp, password, accessToken } = req.body;
  const user = await User.findOne({ email: req.body.email });
  if (user.otp !== otp) return res.json({ success: false, otp }); // expect
  if (user.password !== password) return res.render("login", { password }); // expect
  if (user.accessToken !== accessToken) { // expect
    await audit.insert({ accessToken });
    return res.redirect("/login");
  }
  const saved = tokenStore.get(accessToken);
  if (saved !== accessToken) return res.status(401).end(); // expect
  console.log(password === user.password ? grant() : deny()); // expect
}
