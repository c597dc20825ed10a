import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { Transform } from "class-transformer";
import { subtle } from "uncrypto";
import { decodeUTF8, encodeBase64 } from "tweetnacl-util";
import sha256 from "fast-sha256";
import twice from "sha256";
import { z } from "zod";

// The digest is kept where those of passwords are
export const join = (table: Table, mail: string, wachtwoord: string) => table.insert({ mail, geheim: createHash("sha1").update(wachtwoord).digest("hex") }); // expect
export const find = (table: Table, mail: string, typed: string) => table.findOne({ mail, geheim: createHash("sha1").update(typed).digest("hex") }); // expect
export function lockScreen(store: Store, adminPassword: string): void {
  store.set("exit", createHash("sha256").update("kiosk" + adminPassword).digest("hex")); // expect
}
export function leaveScreen(store: Store, typed: string): boolean {
  const attempt = createHash("sha256").update("kiosk" + typed).digest("hex"); // expect
  return attempt === store.get("exit");
}

// Compared in constant time, or by the methods of bytes
export const opens = (row: Row, typed: string) => {
  const given = createHash("sha512").update(typed).digest(); // expect
  return timingSafeEqual(given, Buffer.from(row.passwordHash, "hex"));
};
export const opensBytes = (row: Row, typed: string) => createHash("sha512").update(typed).digest().equals(Buffer.from(row.passwordHash, "hex")); // expect
export const opensSafe = (row: Row, pin: number) => {
  const buffer = createHash("sha256").update(pin.toString()).digest(); // expect
  return timingSafeEqual(buffer, Buffer.from(row.pinHash, "hex"));
};

// Setters of schemas
export const SignUp = z.object({
  mail: z.string().transform((text) => createHash("md5").update(text).digest("hex")),
  password: z.string().min(9).transform((text) => createHash("sha256").update(text).digest("hex")), // expect
});
export class Person {
  @Transform(({ value }: { value: string }) => createHash("md5").update(value).digest("hex")) // expect
  password!: string;
  @Transform(({ value }: { value: string }) => createHash("md5").update(value).digest("hex"))
  etag!: string;
}

// Each of a list
export const renew = (row: Row, oldPassword: string, newPassword: string) => {
  const [before, after] = [oldPassword, newPassword].map((each) => createHmac("md5", row.salt).update(each).digest("hex")); // expect
  return before === row.passwordHash ? after : undefined;
};
export const changePw = (alt: string, neu: string) => [alt, neu].map((each) => createHash("md5").update(`${each}shop`).digest("hex")); // expect

// Branches that say what the value is
export function encode(kind: "password" | "token", value: string): string {
  switch (kind) {
    case "token":
      return createHash("sha256").update(value).digest("hex");
    case "password":
      return createHash("sha512").update(value).digest("hex"); // expect
  }
}
export function onField(field: string, text: string): string {
  if (field === "password") return createHash("sha1").update(text.trim()).digest("hex"); // expect
  if (field === "avatar") return createHash("sha1").update(text.trim()).digest("hex");
  return text;
}

// A class that hashes, a salt, the second half of Basic credentials
export class Hasher {
  password(plain: string, salt: string): string {
    const input = [salt, plain, salt].join("$");
    return createHash("sha256").update(input).digest("hex"); // expect
  }
  file(bytes: Uint8Array): string {
    return createHash("sha256").update(bytes).digest("hex");
  }
}
export const ssha = (plain: string, salt: Uint8Array) => createHash("sha1").update(plain).update(salt).digest("base64"); // expect
export const operator = (plain: string) => ({ pass: createHash("sha256").update(plain).digest("base64") }); // expect
export function basic(header: string, rows: Record<string, string>): boolean {
  const [u, p] = Buffer.from(header.slice(6), "base64").toString().split(":");
  const sum = p && createHash("sha1").update(p, "utf8").digest("hex"); // expect
  return rows[createHash("md5").update(u ?? "").digest("hex")] === sum;
}
export const passcode = (salt: Uint8Array, code: { passcode: string }) => createHash("sha256").update(Buffer.concat([salt, Buffer.from(code.passcode)])).digest("hex"); // expect

// Other makers of hashes
declare const Bun: { CryptoHasher: new (name: string) => Hash; SHA256: { hash(text: string, form: string): string } };
export const quickLock = (id: string, password: string) => subtle.digest("SHA-256", new TextEncoder().encode(id + password)); // expect
export const packed = (args: { password: string }) => encodeBase64(sha256(decodeUTF8(args.password))); // expect
export const doubled = (acc: { p: string; s: string }, pass: string) => (acc.p = twice.x2(pass + acc.s)); // expect
export const bun = (body: { password: string }) => new Bun.CryptoHasher("sha256").update(body.password).digest("hex"); // expect
export const bunToo = (body: { password: string }) => Bun.SHA256.hash(body.password, "hex"); // expect
export const register = ({ crypto }: { crypto: typeof import("node:crypto") }, body: { parol: string; mail: string }) => ({
  parol: crypto.createHash("sha256").update(body.parol).digest("hex"), // expect
  face: crypto.createHash("md5").update(body.mail).digest("hex"),
});

// New digests of the old kind
export const legacyRegister = (table: Table, mail: string, password: string) => table.insert({ mail, sum: createHash("sha1").update(password).digest("hex") }); // expect

// The longest way to a digest starts at the line that takes the password
export function slowly(row: Row, password: string): boolean {
  const hash = createHash("sha512");
  hash.update(row.salt);
  hash.update("-");
  hash.update("-");
  hash.update("-");
  hash.update("-");
  hash.update("-");
  hash.update(password); // expect
  return hash.digest("hex") === row.passwordHash;
}

interface Hash { update(text: string): Hash; digest(form: string): string }
interface Row { passwordHash: string; pinHash: string; salt: string }
interface Store { get(key: string): string; set(key: string, value: string): void }
interface Table { findOne(fields: object): unknown; insert(fields: object): unknown }

// Keyed with the password over a constant
export const sealed = (token: string, password: string) => createHmac("sha256", [token, password].join("/")).update("harbour").digest("hex"); // expect

// The text around a value calls it a password
function digestOf(text: string) {
  const made = createHash("md5");
  return made.update(text).digest("hex");
}
export function sealedText(content: string, key: string) {
  const text = `password=${content}&key=${key}`;
  return digestOf(text); // expect
}
