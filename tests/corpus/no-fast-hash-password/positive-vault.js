import CryptoJS from "crypto-js";

// The program encrypts and decrypts with it: it chose how slow the key is.
export function seal(text, password, salt) {
  const key = CryptoJS.PBKDF2(password, salt, { keySize: 8, iterations: 999 }); // expect
  return CryptoJS.AES.encrypt(text, key, { iv: salt }).toString();
}

export function open(text, password, salt) {
  const key = CryptoJS.PBKDF2(password, salt, { keySize: 8, iterations: 999 }); // expect
  return CryptoJS.AES.decrypt(text, key, { iv: salt }).toString(CryptoJS.enc.Utf8);
}
