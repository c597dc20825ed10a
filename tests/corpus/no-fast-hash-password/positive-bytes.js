// Passwords that are hashed as bytes, or with more around them.
import { createHash } from "node:crypto";

const digestOf = (text) => createHash("md5").update(text).digest("hex");

export async function hashPassword(str) {
  const buffer = new TextEncoder().encode(str);
  const digest = await crypto.subtle.digest("SHA-256", buffer); // expect
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function keepGuest(guests, name, password) {
  guests.set(name, digestOf(JSON.stringify({ password, pepper: guests.pepper }))); // expect
}
