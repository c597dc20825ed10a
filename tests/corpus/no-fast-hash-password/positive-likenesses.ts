// The nearest to negative-likenesses.ts that keeps a password.
import { createHash } from "node:crypto";
import md5 from "md5";

export const statements = [
  "UPDATE users SET password = md5($1::text) WHERE id = $2", // expect
  "INSERT INTO users (mail, pass) VALUES ('a@b.c', MD5(?))", // expect
];
export const toRow = (field: string, value: string) => (field === "password" ? md5(value) : value); // expect
export const typed = (passInput: { value: string }) => md5(passInput.value); // expect
export function changePassword(text: string) {
  return md5(text); // expect
}
export const keepPasscode = (locker: { passcode: string }, passcode: string, salt: string) => {
  locker.passcode = createHash("sha256").update(passcode + salt).digest("hex"); // expect
};
export function legacyRegister(password: string) {
  return md5(password); // expect
}
export function save(user: { flags: number; password: string }, password: string) {
  const flags = user.flags ^ 1;
  user.password = createHash("sha256").update(password).digest("hex"); // expect
  return flags;
}
