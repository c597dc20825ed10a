import { createHash } from "node:crypto";

// The rest of a digest among those of leaked passwords (Have I Been Pwned).
export async function checkPasswordLeak(password) {
  const digest = createHash("sha1").update(password).digest("hex").toUpperCase();
  const rest = digest.slice(5);
  const answer = await fetch(`https://api.pwnedpasswords.com/range/${digest.slice(0, 5)}`);
  return (await answer.text()).split("\n").some((line) => line.split(":")[0] === rest);
}

export async function hasBeenLeaked(passwordHash) {
  const answer = await fetch(`https://api.pwnedpasswords.com/range/${passwordHash.slice(0, 5)}`);
  for (const line of (await answer.text()).split("\r\n")) {
    const whole = passwordHash.slice(0, 5) + line.toLowerCase().split(":")[0];
    if (whole === passwordHash) return true;
  }
  return false;
}
