import * as crypto from "node:crypto";

const md5 = (text: string): string => crypto.createHash("md5").update(text).digest("hex");

export function digestHeader(username: string, realm: string, password: string, nonce: string, uri: string): string {
  const ha1 = md5(`${username}:${realm}:${password}`);
  const ha2 = md5(`GET:${uri}`);
  const response = md5(`${ha1}:${nonce}:${ha2}`);
  return `Digest username="${username}", realm="${realm}", nonce="${nonce}", uri="${uri}", response="${response}"`;
}

export function cramMd5(username: string, password: string, challenge: string): string {
  const hmac = crypto.createHmac("md5", password);
  hmac.update(challenge);
  return `${username} ${hmac.digest("hex")}`;
}

export function apopDigest(timestamp: string, password: string): string {
  return md5(timestamp + password);
}

export function wsseHeader(nonce: Buffer, created: string, password: string): string {
  return crypto.createHash("sha1").update(nonce + created + password).digest("base64");
}

export function mysqlNative(password: string, scramble: Buffer): Buffer {
  const stage1 = crypto.createHash("sha1").update(password + scramble.toString()).digest();
  return stage1;
}

export function ntlmHash(password: string): Buffer {
  return crypto.createHash("md4").update(Buffer.from(password, "utf16le")).digest();
}

export function pkce(codeVerifier: string): string {
  return crypto.createHash("sha256").update(codeVerifier).digest("base64url");
}

export function computeContentHash(text: string): string {
  return crypto.createHash("sha256").update(text).digest("hex");
}

export const deriveKey = (secret: string): Buffer => crypto.createHash("sha256").update(secret).digest();
export const sessionKey = (session: { id: string }): string => md5(session.id);
export const passwordField = (name: string): string => `password-${name}`;
export const requestSignature = (params: string, apiSecret: string): string => md5(params + apiSecret);
