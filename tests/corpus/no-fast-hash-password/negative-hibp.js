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

// Key and vector as OpenSSL makes them out of a passphrase.
function stretch(passwordBytes, digest, keyLength, ivLength) {
  const blocks = [];
  let last = Buffer.alloc(0);
  let made = 0;
  while (made < keyLength + ivLength) {
    const hash = require("crypto").createHash(digest);
    hash.update(last);
    hash.update(passwordBytes);
    last = hash.digest();
    blocks.push(last);
    made += last.length;
  }
  return Buffer.concat(blocks);
}
exports.stretch = stretch;

export function isExposed(password) {
  const bytes = password.getBinary();
  return crypto.subtle.digest({ name: "SHA-1" }, bytes).then((digest) => {
    const hex = toHex(digest).toUpperCase();
    return fetch(`https://api.pwnedpasswords.com/range/${hex.slice(0, 5)}`).then((answer) => answer.text());
  });
}

AvatarSchema.method("contentKey", function (text) {
  return createHash("sha1").update(text).digest("hex");
});
