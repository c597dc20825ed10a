import { createHash, randomBytes } from "node:crypto";

// A module for passwords hashes other things, too.
export const hashToken = (value: string) => createHash("sha256").update(value).digest("hex");
export const hashLink = (link: string) => createHash("sha256").update(link).digest("hex");
export const fresh = () => createHash("sha256").update(randomBytes(32)).digest("hex");
export const answer = (nonce: string, password: string) => md5(nonce + md5(password));
export const shake256 = (data: string, length: number) => createHash("shake256", { outputLength: length }).update(data).digest("hex");
