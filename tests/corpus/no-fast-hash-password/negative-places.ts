import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { sha512crypt } from "sha512crypt-node";
import { z } from "zod";

// Places of other digests beside a password that is hashed well
export const put = (store: Store, text: string) => store.set("rev", createHash("sha1").update(text).digest("hex"));
export const isNew = (store: Store, text: string) => createHash("sha1").update(text).digest("hex") !== store.get("rev");
export const sameBytes = (row: Row, bytes: Uint8Array) => timingSafeEqual(createHash("sha256").update(bytes).digest(), Buffer.from(row.checksum, "hex"));
export const ApiKey = z.object({ apiKey: z.string().transform((text) => createHash("sha256").update(text).digest("hex")) });
export const sums = (first: string, second: string) => [first, second].map((each) => createHash("md5").update(each).digest("hex"));
export const otp = (salt: string, passcodeId: string) => createHash("sha256").update(salt + passcodeId).digest("hex");
export const sentCode = (passcode: string) => createHash("sha256").update(passcode).digest("hex");

export const digestOf = (data: string, salt = "") => createHash("sha256").update(data + salt).digest("hex");
export const isDigestOf = (plaintext: string, hash: string, salt = "") => digestOf(plaintext, salt) === hash;

// Not the password but its owner
export async function matchPassphrase(table: Table, user: string): Promise<boolean> {
  return (await table.findOne({ id: createHash("sha1").update(user).digest("hex") })) !== undefined;
}
export const changePassword = (username: string) => ({ lock: createHash("md5").update(username).digest("hex") });
export const grant = (grantType: string, client: string) => (grantType === "password" ? createHash("sha256").update(client).digest("hex") : client);

// Signatures of payments, stamps of sessions
export class Till {
  constructor(private login: string, private password1: string) {}
  url(sum: string, number: number): string {
    const SignatureValue = createHash("md5").update([this.login, sum, number, this.password1].join(":")).digest("hex");
    return `https://pay.example/?sum=${sum}&SignatureValue=${SignatureValue}`;
  }
}
export const stampOf = (row: { password: string; stamp: string }) => {
  row.stamp = createHash("sha1").update(row.password).digest("hex").slice(0, 8);
};

// MySQL's answer to a seed; crypt's slow form of SHA-512
export function nativeAnswer(password: string, seed: Uint8Array): Uint8Array {
  const first = createHash("sha1").update(password).digest();
  const mixed = createHash("sha1").update(seed).update(createHash("sha1").update(first).digest()).digest();
  return first.map((byte, index) => byte ^ (mixed[index] ?? 0));
}
export const unix = (person: { password: string }, salt: string) => sha512crypt(person.password, salt);

// Handed over: files, tags
export const tags = ({ crypto }: { crypto: typeof import("node:crypto") }, file: { body: string }) => ({
  etag: crypto.createHash("sha1").update(file.body).digest("hex"),
  mac: crypto.createHmac("sha256", "static").update(file.body).digest("hex"),
});
export const feed = (secret: string, id: string) => createHmac("sha1", secret).update(id).digest("hex");
export const basicName = (header: string) => {
  const [user] = Buffer.from(header.slice(6), "base64").toString().split(":");
  return createHash("md5").update(user ?? "").digest("hex");
};

interface Row { checksum: string }
interface Store { get(key: string): string; set(key: string, value: string): void }
interface Table { findOne(fields: object): Promise<unknown> }

// What a program signs in to other services with, derived as they ask for it
interface Broker { key: string; mqttPassword: string; smtpPassword: string; user: string }
export function derive(broker: Broker, zone: string) {
  broker.mqttPassword = createHash("md5").update(`${broker.user}:${broker.key}`).digest("hex").slice(16);
  broker.smtpPassword = createHmac("sha256", broker.key).update(zone).digest("base64");
}
export const clientKey = (saltedPassword: Buffer) => createHmac("sha256", saltedPassword).update("Client Key").digest();
