import crypto from "node:crypto";

// Digests that are no keys.
export const etag = crypto.createHash("sha256").update("page-layout-v7").digest("hex");
export const cacheKey = crypto.createHash("md5").update("front-page").digest("hex");
export const secretKey = crypto.createHash("sha256").update(process.env.HARBOUR_SECRET!).digest();
export const encryptionKey = crypto.createHash("sha256").update(await readFile("key.bin")).digest();

// What many people choose.
const passwords = ["123456", "password", "qwerty", "admin"];
export const isCommon = (given: string) => passwords.includes(given);

export function refuse(username: string, password: string) {
  if (username === "admin" && password === "password") throw new Error("weak password");
  if (username === "" && password === "") return false;
  return username !== "" && password !== username;
}

export const nobody = process.env.SIGNER_PRIVATE_KEY || "0x0000000000000000000000000000000000000000000000000000000000000000";

const appid = "055c2d71f9a05214";
export const translate = (text: string, salt: number, key: string) => ({ appid, text, salt, sign: md5(text + key + salt + appid) });

const revision = "k3Vt9QmZx2Lr7Wb0pY5nHc8DsJ1gTf";
export const build = (name: string) => ({ name, revision, tag: md5(name + revision) });

const drawing = "k3Vt9QmZx2Lr7Wb0pY5nHc8DsJ1gTf7C";
export const design = (query: string) => ({ design: md5(query + drawing) });
export const codeOfGame = { secretCode: "wesbos" };
