// Uses the shop in the folder given as an argument, as its users would. Exits with an error when anything is wrong.
import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";

const load = (name) => import(pathToFileURL(path.join(process.argv[2], name)).href);
const said = [];
const log = console.log;
console.log = (...words) => said.push(words.join(" "));

const requests = [];
globalThis.fetch = async (url, init) => {
  requests.push({ url: String(url), authorization: new Headers(init?.headers).get("authorization") });
  return new Response("{}");
};

const { database } = await load("config.js");
const { createResetToken, createSessionId, loginCode } = await load("tokens.js");
const users = await load("users.js");
const { isGenuine } = await load("webhook.js");
const { sendMail } = await load("mailer.js");

for (let i = 0; i < 1000; i++) {
  assert.match(loginCode(), /^[1-9]\d{5}$/);
  assert.match(createResetToken(), /^[A-HJ-NP-Za-km-z2-9]{24}$/);
  assert.match(createSessionId(), /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
}

const sha256 = (text) => createHash("sha256").update(text).digest("hex");
users.importUser("old@example.com", sha256("from before"));
await users.register("new@example.com", "sesame");
assert.ok(await users.login("new@example.com", "sesame"), "a new user logs in");
assert.ok(await users.login("old@example.com", "from before"), "a user with an old hash logs in");
assert.equal(await users.login("new@example.com", "wrong"), undefined, "a wrong password does not");
assert.equal(await users.login("nobody@example.com", "sesame"), undefined, "nor does nobody");

const body = JSON.stringify({ paid: true });
const signature = createHmac("sha256", process.env.WEBHOOK_SECRET).update(body).digest("hex");
assert.equal(isGenuine(body, signature), true);
assert.equal(isGenuine(body, signature.replace(/^./, "z")), false);
assert.equal(isGenuine(body, undefined), false);

assert.equal(await sendMail("the-mail-key", "a@example.com", "hello"), true);

log(`  logins work, with new and with old hashes; a new hash begins with ${users.storedHash("new@example.com").slice(0, 12)}`);
log(`  the log says: ${said.find((line) => line.includes("new@example.com"))}`);
log(`  the mail request: ${requests[0].url}, authorization: ${requests[0].authorization?.replace("the-mail-key", "<the key>") ?? "none"}`);
log(`  the database password has ${database.password.length} characters`);
