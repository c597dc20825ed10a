import { createHash } from "crypto";
import type { Context } from "koa";

interface Users {
  insert(row: Record<string, string>): Promise<void>;
  byName(name: string): Promise<{ passwordHash: string } | undefined>;
}

export const hashIt = (text: string): string => createHash("sha512").update(text, "utf8").digest("hex");

export const signUp = (users: Users) => async (ctx: Context) => {
  const { name, password } = ctx.request.body as Record<string, string>;
  await users.insert({ name: name!, passwordHash: hashIt(password!) }); // expect
};

export const signIn = (users: Users) => async (ctx: Context) => {
  const { name, password } = ctx.request.body as Record<string, string>;
  const user = await users.byName(name!);
  const hashed = hashIt(password!); // expect
  ctx.status = user?.passwordHash === hashed ? 200 : 401;
};

export function generatePasswordHash(plaintext: string, salt: string): string {
  return createHash("sha256").update([salt, plaintext].join(":")).digest("hex"); // expect
}

export const nested = (password: string, salt: string): string => hashIt(hashIt(password) + salt); // expect

// A hash of the project that is told which.
export async function enrol(ctx: Context) {
  const { nick, passWord } = getParams(ctx);
  await db.run("insert into sailors (nick, pass_word) values (?, ?)", [nick, cipher.hash(passWord + "_ferry", "md5")]); // expect
  await db.run("update sailors set pass_word = ? where nick = ?", [digest(passWord, "sha256"), nick]); // expect
  ctx.status = 204;
}

// What a field of a form, and a client of a game, send
declare const think: { md5(text: string): string };
export class Enrol {
  declare post: (name: string) => string;
  declare pilots: { add(name: string, digest: string): Promise<number> };
  add = () => this.pilots.add(this.post("name"), think.md5(this.post("pwd"))); // expect
}
export function login(packet: { accountName: string; accountPass: string }, accounts: Record<string, { passHash: string }>) {
  const hash = createHash("sha256"); // expect
  hash.update(packet.accountPass);
  accounts[packet.accountName] = { passHash: hash.digest("hex") };
}
