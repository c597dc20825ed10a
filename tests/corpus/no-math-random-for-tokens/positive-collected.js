// Codes that are put together of single characters, in more ways.
export const signInAtPier = (req, res) => {
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890".split("");
  const parts = [];
  for (let i = 0; i < 16; i += 1) {
    const at = (Math.random() * (letters.length - 1)).toFixed(0); // expect
    parts[i] = letters[at];
  }
  const token = parts.join("");
  res.json({ token });
};

export class FerryCodes {
  verifyCodeCache(key, length, maxAge) {
    const code = Array.from({ length }, () => Math.ceil(Math.random() * 9)).join(""); // expect
    return this.create(key, code, maxAge) && code;
  }
}

export function textBoarding(phone) {
  const code = Array.from({ length: 6 }, () => Math.floor(Math.random() * 10)).join(""); // expect
  sendSms(phone, code);
}

export function openSession(sessions, key, res) {
  const sid = (Math.random() * 9_999_999).toFixed(); // expect
  res.setHeader("Set-Cookie", `${key}=${sid}`);
  sessions[sid] = { name: "guest" };
}

export function admit(guest, alphabet) {
  let secureCodeString = "";
  for (let i = 0; i < 10; i++) secureCodeString += alphabet.charAt(Math.floor(Math.random() * alphabet.length)); // expect
  guest.admission = { joined: true, secureCodeString };
}

export function couponGenerate(alphabet) {
  let coupon = "";
  for (let i = 0; i < 8; i++) coupon += alphabet[Math.floor(Math.random() * alphabet.length)]; // expect
  return coupon;
}

export const discounts = (shop) => {
  const couponCode = Math.random().toString(36).slice(2, 8); // expect
  shop.discounts.push({ couponCode });
};

export function newCoupon(shop) {
  const coupon = Math.floor(Math.random() * 1e12).toString(36).toUpperCase(); // expect
  shop.keep({ coupon });
}
