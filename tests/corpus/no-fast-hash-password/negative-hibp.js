import { createHash } from "node:crypto";

export async function isPwned(password) {
  const sha1 = createHash("sha1").update(password).digest("hex").toUpperCase();
  const response = await fetch(`https://api.pwnedpasswords.com/range/${sha1.slice(0, 5)}`);
  const text = await response.text();
  return text.includes(sha1.slice(5));
}

export function meteorLogin(password) {
  return { digest: password, algorithm: "sha-256" };
}
