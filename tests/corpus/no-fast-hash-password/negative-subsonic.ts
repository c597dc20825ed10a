import md5 from "md5";

// The API of Subsonic takes a salted digest with each request.
export function query(account: { name: string; password: string }, salt: string): URLSearchParams {
  return new URLSearchParams({ u: account.name, t: md5(account.password + salt), s: salt, v: "1.16.1", c: "player" });
}
