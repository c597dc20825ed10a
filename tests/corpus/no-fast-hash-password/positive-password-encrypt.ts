import crypto from "crypto-js";

// The module says what it hashes.
export function sha1Base64(data: string): string {
  return crypto.SHA1(data).toString(crypto.enc.Base64); // expect
}

/** base64(sha1(salt + base64(sha1(password)))) */
export const secretOf = (password: string, salt: string) => sha1Base64(salt + sha1Base64(password));
