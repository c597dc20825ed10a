import { describe, expect, it } from "vitest";
import { workOf } from "./fuzz/support/work.js";

const MEGABYTE = 1 << 20;

/** The same characters on every machine: a linear congruential generator (Numerical Recipes). */
function drawn(length: number, alphabet: string): string {
  let state = 7;
  let text = "";
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += alphabet[(state >>> 16) % alphabet.length]!;
  }
  return text;
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Where a long literal may stand. */
const PLACES: Record<string, (literal: string) => string> = {
  "the value of a secret": (literal) => `export const config = { apiKey: ${literal}, password: ${literal} };\n`,
  "the other side of a comparison": (literal) => `export const same = (token) => token === ${literal};\n`,
  "a log call": (literal) => `console.log(${literal}, token);\n`,
  "a URL": (literal) => `fetch("https://example.org/?token=" + ${literal});\n`,
  "a sum": (literal) => `export const secret = ${literal} + ${literal};\n`,
  "a password that is hashed": (literal) => `import { createHash } from "crypto";\nexport const hash = createHash("md5").update(${literal}).digest("hex");\n`,
  "next to a random token": (literal) => `export const token = ${literal} + Math.random().toString(36);\n`,
};

/** What a long literal may be made of: beginnings of formats, one after the other, make a scan start again and again. */
const FILLINGS: Record<string, string> = {
  "base64": drawn(MEGABYTE >> 2, BASE64),
  "one letter": "a".repeat(MEGABYTE >> 2),
  "URLs": "https://a:b@".repeat(MEGABYTE / 48),
  "parameters": "&appid=0123456789abcdef&token=f8ed1c".repeat(MEGABYTE / 144),
  "beginnings of keys": "sk-sk_live_ghp_AKIAxoxb-eyJ.AIza".repeat(MEGABYTE >> 7),
  "beginnings of connection strings": "Server=a;Password=;pwd=jdbc:x?".repeat(MEGABYTE / 120),
  "beginnings of key blocks": "-----BEGIN RSA PRIVATE KEY-----".repeat(MEGABYTE / 124),
};

/** Linear: twice the text costs at most twice the work, and a little for what is rounded. */
function expectLinear(textOf: (times: number) => string): void {
  const [once, twice, fourTimes] = [1, 2, 4].map((times) => workOf(textOf(times)));
  for (const unit of ["characters", "looks"] as const) {
    expect(twice![unit], unit).toBeLessThanOrEqual(2.1 * once![unit] + 1000);
    expect(fourTimes![unit], unit).toBeLessThanOrEqual(2.1 * twice![unit] + 1000);
  }
}

describe("a long literal costs no more than its length", () => {
  it.each(Object.keys(FILLINGS).flatMap((filling) => Object.keys(PLACES).map((place) => [filling, place] as const)))("%s as %s", { timeout: 120_000 }, (filling, place) => {
    expectLinear((times) => PLACES[place]!(`"${FILLINGS[filling]!.repeat(times)}"`));
  });

  it("is read a few times, when it has five megabytes", { timeout: 120_000 }, () => {
    const text = PLACES["the value of a secret"]!(`"${FILLINGS["base64"]!.repeat(10)}"`);
    expect(text.length).toBeGreaterThan(5 * MEGABYTE);
    const { characters, looks } = workOf(text);
    expect(characters / text.length).toBeLessThan(10);
    expect(looks).toBeLessThan(1000);
  });
});
