import { createHash, createHmac } from "node:crypto";
import * as ExpoCrypto from "expo-crypto";
import md5 from "md5";

export const sealed = (password: string, nonce: string) => createHmac("sha256", password).update(nonce).digest("hex");
export const clave = (datos: string) => md5(datos);
export const codeHash = (otp: string) => createHash("sha256").update(otp).digest("hex");
export const pinned = (pins: readonly number[]) => createHash("md5").update(pins.join()).digest("hex");
export const sentPin = (store: Map<string, string>, phone: string, pin: string) => store.set(phone, createHash("sha256").update(pin).digest("hex"));
export const nonceOf = (raw: string) => ExpoCrypto.digestStringAsync(ExpoCrypto.CryptoDigestAlgorithm.SHA256, raw);
const build = process.env["BUILD_HASH"];
export const isBuild = (text: string) => createHash("sha256").update(text).digest("hex") === build;
