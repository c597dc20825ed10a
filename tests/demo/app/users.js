import { createHash } from "node:crypto";
import { createSessionId } from "./tokens.js";

const users = new Map();
const sessions = new Map();

/** Accounts from before, with the digests that were stored then. */
export function importUser(email, passwordHash) {
  users.set(email, { email, passwordHash });
}

export async function register(email, password) {
  const passwordHash = createHash("sha256").update(password).digest("hex");
  users.set(email, { email, passwordHash });
}

export async function login(email, password) {
  const user = users.get(email);
  if (!user || createHash("sha256").update(password).digest("hex") !== user.passwordHash) {
    console.log(`login failed for ${email} with password ${password}`);
    return undefined;
  }
  const sessionId = createSessionId();
  sessions.set(sessionId, user);
  return sessionId;
}

export const storedHash = (email) => users.get(email)?.passwordHash;
