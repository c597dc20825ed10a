import crypto from "node:crypto";

// Keys that are nothing but the digest of a literal.
export class Vault {
  constructor() {
    this.encryptionKey = crypto.createHash("sha256").update("harbour-vault-key-v2").digest(); // expect
  }
}

const material = crypto.createHash("sha256").update(String("tide-and-moon-77")).digest("base64").slice(0, 32); // expect
export const seal = (text: Buffer, iv: Buffer) => crypto.createCipheriv("aes-256-cbc", material, iv).update(text);
export const wrapped = crypto.scryptSync("backup-of-the-harbour-9", "salt", 32); // expect

// Who types both gets in.
export function enter(username: string, password: string) {
  if (username === "keeper" && password === "lantern42") return open(); // expect
  return undefined;
}

const signer = process.env.SIGNER_PRIVATE_KEY || "0x0000000000000000000000000000000000000000000000000000000000000001"; // expect
export const account = privateKeyToAccount(signer);

const appse = ["k3Vt9QmZ", "x2Lr7Wb0", "pY5nHc8D", "sJ1gTf6A"].join("").slice(0, 32);
const tail = "k3Vt9QmZx2Lr7Wb0pY5nHc8DsJ1gTf6A"; // expect
export const translate = (appid: string, text: string, salt: number) => ({ appid, text, salt, sign: md5(appid + text + salt + tail), appse });

const acessKeySercet = "k3Vt9QmZx2Lr7Wb0pY5nHc8DsJ1gTf"; // expect
export const pictures = (accessKeyId: string) => new Green({ accessKeyId, secretAccessKey: acessKeySercet, endpoint: "https://green.example.com" });

const crawlerEnd = "k3Vt9QmZx2Lr7Wb0pY5nHc8DsJ1gTf6B"; // expect
export const askedFor = (params: string) => ({ params, sign: crypto.createHash("md5").update(params + crawlerEnd).digest("hex") });
