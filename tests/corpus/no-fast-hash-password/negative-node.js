import { createHash, createHmac, createCipheriv, randomBytes, pbkdf2Sync, scryptSync, scrypt, timingSafeEqual } from "node:crypto";
import argon2 from "argon2";
import bcrypt from "bcrypt";
import md5 from "md5";

const config = { cryptoKey: process.env.CRYPTO_KEY };

export const etag = (body) => createHash("sha1").update(body).digest("base64");
export const gravatar = (email) => `https://gravatar.com/avatar/${md5(email.trim().toLowerCase())}`;
export const contentHash = (content) => createHash("md5").update(content).digest("hex");
export const fileName = (file) => md5(file.path + file.mtime);
export const cacheKey = (query) => createHash("sha256").update(JSON.stringify(query)).digest("hex");
export const hashToken = (token) => createHash("sha256").update(token).digest("hex");
export const hashApiKey = (apiKey) => createHash("sha256").update(apiKey).digest("hex");

export function createResetToken(user) {
  const resetToken = randomBytes(32).toString("hex");
  user.passwordResetToken = createHash("sha256").update(resetToken).digest("hex");
  return resetToken;
}

export const resetPassword = async (req, User) => {
  const hashedToken = createHash("sha256").update(req.params.token).digest("hex");
  return User.findOne({ passwordResetToken: hashedToken });
};

export async function preHashed(password) {
  const prepared = createHash("sha512").update(password).digest("base64");
  return bcrypt.hash(prepared, 12);
}

export const inlinePreHash = (password) => bcrypt.hash(createHash("sha256").update(password).digest("hex"), 12);
export const checked = (password, stored) => bcrypt.compare(createHash("sha256").update(password).digest("hex"), stored);

export function encrypt(password, text) {
  const key = createHash("sha256").update(password).digest();
  const cipher = createCipheriv("aes-256-gcm", key, randomBytes(12));
  return cipher.update(text, "utf8", "hex") + cipher.final("hex");
}

export const goodBcrypt = (password) => bcrypt.hash(password, 12);
export const tenRounds = (password) => bcrypt.hashSync(password, 10);
export const seed = bcrypt.hashSync("1234", 8);
export const rounds = (password, cost) => bcrypt.hash(password, cost);
export const goodArgon = (password) => argon2.hash(password);
export const namedArgon = (password) => argon2.hash(password, { type: argon2.argon2id });
export const owaspArgon = (password) => argon2.hash(password, { memoryCost: 19456, timeCost: 2 });
export const tradedArgon = (password) => argon2.hash(password, { memoryCost: 12288, timeCost: 3 });
export const onePass = (password) => argon2.hash(password, { memoryCost: 47104, timeCost: 1 });
export const goodPbkdf2 = (password, salt) => pbkdf2Sync(password, salt, 600000, 32, "sha256");
export const fixedKey = () => pbkdf2Sync(config.cryptoKey, randomBytes(16), 1000, 32, "sha512");
export const defaultScrypt = (password, salt) => scryptSync(password, salt, 64);
export const goodScrypt = (password, salt, done) => scrypt(password, salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 }, done);

export const signed = (payload, secret) => createHmac("sha256", secret).update(payload).digest("hex");
export const passwordStrength = (password) => password.length;
export const legacyDigest = (password) => md5(password);

export async function login(user, password) {
  return verifyPassword(password, user.password, (plain) => createHash("sha1").update(plain).digest("hex"));
}

async function verifyPassword(password, stored, legacy) {
  return legacy(password) === stored || (await argon2.verify(stored, password));
}

// Hashed only to have one length, as timingSafeEqual asks: nothing is stored.
const sha256 = (text) => createHash("sha256").update(text).digest();
export const isAdmin = (req) => timingSafeEqual(sha256(req.body.password), sha256(process.env.ADMIN_PASSWORD));
export function isSame(password, other) {
  const digest = (value) => createHash("sha256").update(value).digest();
  return typeof password === "string" && timingSafeEqual(digest(password), digest(other));
}
export function isEqual(password, candidate) {
  const key = randomBytes(32);
  const left = createHmac("sha256", key).update(password).digest();
  const right = createHmac("sha256", key).update(candidate).digest();
  return left.length === right.length && timingSafeEqual(left, right);
}

const claims = { pw_hash: createHash("sha256").update(dto.user.encryptedPassword).digest("hex") };

// hashes the body for the cache; the password reset page is not cached
export function bodyForm(text) {
  return createHash("md5").update(text).digest("hex");
}
