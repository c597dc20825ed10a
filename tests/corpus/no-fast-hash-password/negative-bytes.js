// Bytes and records that are no passwords.
import { createHash } from "node:crypto";

export async function checksumOf(file) {
  const buffer = Buffer.from(await file.arrayBuffer());
  return createHash("sha256").update(buffer).digest("hex");
}

export const cacheKey = (url, user, password, method, headers) =>
  createHash("md5").update(JSON.stringify({ url, user, password, method, headers })).digest("hex");

export async function keyOfPage(password, page) {
  const content = Buffer.from(page.text);
  return { etag: createHash("sha1").update(content).digest("hex"), isLocked: password !== undefined };
}

export async function keepSession(bcrypt, session, refreshToken) {
  session.refreshTokenHash = await bcrypt.hash(refreshToken, 5);
}

export function encryptWithPassword(data, password) {
  const buffer = Buffer.from(data);
  return seal(buffer, password) + createHash("sha1").update(buffer).digest("hex");
}

export const poolKeyOf = (options) =>
  createHash("sha1").update(JSON.stringify({ host: options.host, password: options.password })).digest("hex");
