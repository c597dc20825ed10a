import { createHash, createHmac, scryptSync } from "node:crypto";
import _ from "lodash";
import uniqid from "uniqid";
import shortid from "shortid";
import { nanoid } from "nanoid/non-secure";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

export const generatePassword = (length: number): string =>
  Array.from({ length }, () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)]).join(""); // expect

export function otpGenerate(): string {
  const digits = "0123456789";
  let out = "";
  while (out.length < 6) {
    const index = Math.floor(Math.random() * digits.length); // expect
    out += digits[index];
  }
  return out;
}

export function generateGiftCardCode(): string {
  let text = "";
  for (let i = 0; i < 16; i++) text += ALPHABET.charAt(~~(Math.random() * ALPHABET.length)); // expect
  return text;
}

export function makeToken(): string {
  const parts: string[] = [];
  for (let i = 0; i < 20; i++) {
    parts.push(ALPHABET[(Math.random() * 36) | 0]!); // expect
  }
  return parts.join("");
}

const rand = (min: number, max: number): number => Math.floor(Math.random() * (max - min + 1)) + min; // expect
export const twoFactorCode = rand(100000, 999999);

export const resetToken = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (c) => { // expect
  const r = (Math.random() * 16) | 0;
  return (c === "x" ? r : (r & 0x3) | 0x8).toString(16);
});

export const accessToken = createHash("sha256").update(`${Math.random()}`).digest("hex"); // expect
export const sessionToken = uniqid(); // expect
export const apiKey = shortid.generate(); // expect
export const clientSecret = nanoid(40); // expect
export const smsCode = _.random(100000, 999999); // expect
export const tempPassword = _.sampleSize(ALPHABET, 10).join(""); // expect
export const signature = createHmac("sha256", Math.random().toString(36)).update("x").digest("hex"); // expect
export const derived = scryptSync("pw", String(Math.random()), 32); // expect

const { random } = Math;
const draw = Math.random;
export const passcode = Math.floor(random() * 10000); // expect
export const secretKey = draw().toString(36).slice(2); // expect
export const jwtSecret = Math["random"]().toString(36).slice(2); // expect
export const refreshToken = globalThis.Math.random().toString(36).slice(2); // expect
export const salt = Math.round(Math.random() * 1e9).toString(16); // expect
export const authNonce = Math.random().toString(36).slice(2); // expect
export const token = Date.now().toString(36); // expect

export class Invitation {
  readonly code: string;
  inviteToken = Math.random().toString(36).slice(2); // expect
  constructor() {
    this.code = "";
  }
}

export const schema = {
  activationCode: { type: String, default: () => Math.random().toString(36).slice(2, 10) }, // expect
};
export function issue(callback: (error: null, token: string) => void): void {
  const magicToken = Math.random().toString(36).slice(2); // expect
  callback(null, magicToken);
}

// The state of an OAuth request (RFC 6749, section 10.12).
export class GoogleOAuth {
  private generateState(): string {
    return Math.random().toString(36).substring(2, 15); // expect
  }

  authorizationUrl(): string {
    const state = Buffer.from(JSON.stringify({ provider: "google", nonce: Math.random().toString(36).substring(7) })).toString("base64"); // expect
    return `${this.endpoint}?response_type=code&state=${state}&check=${this.generateState()}`;
  }
}

// The state of views.
export const [csrfToken] = useState(() => Math.random().toString(36).slice(2)); // expect
export const accountResetToken = ref(Math.random().toString(36).slice(2)); // expect
export const otp = $state(Math.floor(100000 + Math.random() * 900000)); // expect

export const generate2FACode = (): string => String(Math.floor(100000 + Math.random() * 900000)); // expect

export const generateClientSecret = (length = 32): string => {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";
  let secret = "";
  for (let round = 0; round < length; round++) {
    const index = Math.floor(Math.random() * letters.length); // expect
    secret += letters.charAt(index);
  }
  return secret;
};

export function generateOtpCode(digits = "0123456789") {
  let drawn = "";
  for (let round = 0; round < 6; round++) drawn += digits.charAt(Math.floor(Math.random() * digits.length)); // expect
  return { status: true, results: drawn };
}

/** generates invite codes */
export const randomLetters = () => Math.random().toString(36).slice(2); // expect
