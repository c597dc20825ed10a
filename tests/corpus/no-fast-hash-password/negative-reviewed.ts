import { createHash } from "node:crypto";

declare function md5(text: string): string;
declare function sha1(text: string): string;
declare function sha256(text: string): string;
declare const db: any, redis: any, cache: any, rl: any, logger: any, tables: any;

export class RenderPass {
  digest(shader: string) {
    return md5(shader);
  }
}
export class BoardingPass {
  encode(text: string) {
    return sha1(text);
  }
}
export class PasswordLinkHasher {
  hash(link: string) {
    return sha256(link);
  }
}
export class PasswordCache {
  digest(entry: string) {
    return md5(entry);
  }
}
export const compilerPass = { digest: (module: string) => md5(module) };

export const resets = (raw: string) => db.query("UPDATE users SET reset_password = ? WHERE id = 7", [sha256(raw)]);
export const tickets = (serial: string) => db.query("INSERT INTO tickets (id, pass) VALUES (?, ?)", [7, md5(serial)]);
export const pictures = (table: string, word: string, mail: string) =>
  db.query("UPDATE ?? SET password = ?, picture = ? WHERE id = 7", [table, word, md5(mail)]);
export const locked = () => db.query("UPDATE users SET password = ? WHERE id = 7", [md5(Math.random().toString())]);

export const wifi = () => tables.open(sha1(prompt("Password:") ?? ""));
export const later = (done: () => void) => tables.open(sha256(rl.question("Password: ", done)));

export async function remember(phone: string, passcode: string, salt: string) {
  const digest = sha256(passcode + salt);
  await redis.setex(`code:${phone}`, 300, digest);
  await tables.insert({ phone, passcode: sha256(passcode), validUntil: 7 });
}
export async function opens(phone: string, passcode: string) {
  const stored = await cache.get(phone);
  return sha256(passcode) === stored;
}

const shorten = (key: string, value: string) => (key === "password" ? sha256(value) : value);
export const dump = (row: object) => logger.info(JSON.stringify(row, shorten));
export function exportRow(rows: any, key: string) {
  if (key === "password") rows[key] = sha256(rows[key]);
  return rows;
}
export const icon = (type: string, svg: string) => (type === "password" ? md5(svg) : svg);

export const payment = (merchant: string, amount: string) => ({
  merchant,
  amount,
  password: md5(merchant + amount + process.env.MERCHANT_SECRET),
});

export function createLegacyHash(password: string) {
  return md5(password);
}

// Hash data (one-way, for passwords)
function hashed(text: string) {
  return createHash("sha256").update(text).digest("hex");
}
export const tag = (page: string) => hashed(page);

// For passwords take argon2 instead of this hash
export const checksum = (text: string) => createHash("sha256").update(text).digest("hex");

// Hashes what is stored for password reset tokens
export const stored = (text: string) => createHash("sha256").update(text).digest("hex");

export const portrait = ($scope: any, md5: any) => `https://pictures.test/${md5.createHash($scope.email)}`;

/** Hash of a file; use bcrypt for passwords */
export const ofFile = (text: string) => createHash("sha256").update(text).digest("hex");

/** Einfacher Hash, nicht für Passwörter geeignet */
export const einfach = (text: string) => createHash("sha256").update(text).digest("hex");

const sha512 = { hash: (text: string) => bcrypt.hashSync(text, 12) };
export const ofAccount = (account: any, password: string) => (account.password = sha512.hash(password));
export const ofGuest = (guest: any, password: string, salt: string) => (guest.password = sha256.hash(password, salt, 100_000));
