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

// Log-ins of databases and networks: the server's salt goes in, the digest goes out again.
export function postgresPassword(user: string, password: string, salt: Buffer): string {
  const inner = md5(password + user);
  return "md5" + md5(Buffer.concat([Buffer.from(inner), salt]));
}

export function answerSalt(connection: Connection, msg: { salt: Buffer }): void {
  connection.password(crypto.createHash("md5").update(Buffer.concat([connection.inner, msg.salt])).digest("hex"));
}

export function mysqlToken(password: string, challengeBytes: Buffer): Buffer {
  const stage1 = crypto.createHash("sha1").update(password).digest();
  const stage2 = crypto.createHash("sha1").update(stage1).digest();
  return xor(crypto.createHash("sha1").update(Buffer.concat([challengeBytes, stage2])).digest(), stage1);
}

export function greet(socket: import("node:net").Socket, password: string): void {
  const digest = crypto.createHash("sha256").update(password).digest();
  socket.write(frame(2, digest));
}

export function userPassword(password: string, authenticator: Buffer): Buffer {
  const first = crypto.createHash("md5").update(password).digest();
  return Buffer.concat([first, authenticator]);
}

export const authPlugins = { sha256_password: sha256_password({}), mysql_clear_password: clear({}) };

/** As OpenSSL makes a key and a vector of a passphrase. */
export function evpBytesToKey(password: string, length: number): Buffer {
  let made = Buffer.alloc(0);
  let block = Buffer.alloc(0);
  while (made.length < length) {
    block = crypto.createHash("md5").update(Buffer.concat([block, Buffer.from(password)])).digest();
    made = Buffer.concat([made, block]);
  }
  return made;
}

/** What a Trojan proxy knows its users by. */
export const trojanUser = (port: number, password: string): string => crypto.createHash("sha224").update(`${port}:${password}`, "utf8").digest("hex");

const keyOf = (password: string, salt: Buffer): Buffer => crypto.pbkdf2Sync(password, salt, 10_000, 32, "sha512");

export function seal(text: string, secret: string): Buffer {
  const salt = crypto.randomBytes(16);
  const iv = crypto.randomBytes(16);
  return crypto.createCipheriv("aes-256-gcm", keyOf(secret, salt), iv).update(text);
}

// https://xmpp.org/extensions/xep-0114.html
export async function authenticate(id: string, password: string): Promise<void> {
  const hash = createHash("sha1");
  hash.update(id + password, "binary");
  await sendReceive(xml("handshake", {}, hash.digest("hex")));
}

export const setDeviceAuth = async (device: string, password: string, post: any) => {
  const ha1 = createHash("sha256").update(`admin:${device}:${password}`).digest("hex");
  return post({ user: "admin", realm: device, ha1 });
};

export async function tokenVersion(user: any) {
  return toHex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${user.id}:${user.password}`)));
}

// What sockets and lamps of TP-Link are asked with.
export class KlapSession {
  sha1 = (text: string) => crypto.createHash("sha1").update(text).digest();
  authHash = (email: string, password: string) => crypto.createHash("sha256").update(Buffer.concat([this.sha1(email), this.sha1(password)])).digest();
}
