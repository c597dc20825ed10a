import { describe, expect, it } from "vitest";
import { reportsOf } from "../../support/reports.js";

const reports = (code: string): number => reportsOf("no-math-random-for-tokens", code, { filename: "src/app.js" }).length;

const SOURCES: readonly (readonly [string, string])[] = [
  ["Math.random", "const X = Math.random().toString(36).slice(2)"],
  ["Math['random']", "const X = Math['random']().toString(36)"],
  ["an alias", "const random = Math.random; const X = random().toString(36)"],
  ["destructured", "const { random } = Math; const X = random().toString(36)"],
  ["globalThis.Math", "const X = globalThis.Math.random().toString(36)"],
  ["lodash random", "import _ from 'lodash'; const X = _.random(100000, 999999)"],
  ["lodash random, one export", "import { random } from 'lodash'; const X = String(random(100000, 999999))"],
  ["lodash/random", "import random from 'lodash/random'; const X = String(random(100000, 999999))"],
  ["lodash sample in a loop", "import { sample } from 'lodash'; let X = ''; for (let i = 0; i < 20; i++) X += sample('abcdef0123456789')"],
  ["lodash shuffle", "import { shuffle } from 'lodash'; const X = shuffle('abcdef0123456789'.split('')).join('')"],
  ["random-js", "import { Random } from 'random-js'; const random = new Random(); const X = random.string(20)"],
  ["chance", "import Chance from 'chance'; const chance = new Chance(); const X = chance.string({ length: 20 })"],
  ["uniqid", "import uniqid from 'uniqid'; const X = uniqid()"],
  ["shortid", "import shortid from 'shortid'; const X = shortid.generate()"],
  ["nanoid/non-secure", "import { nanoid } from 'nanoid/non-secure'; const X = nanoid()"],
  ["seedrandom", "import seedrandom from 'seedrandom'; const rng = seedrandom('a'); const X = rng().toString(36)"],
  ["math-random", "import random from 'math-random'; const X = random().toString(36)"],
  ["cuid", "import cuid from 'cuid'; const X = cuid()"],
  ["pseudoRandomBytes", "import { pseudoRandomBytes } from 'node:crypto'; const X = pseudoRandomBytes(32).toString('hex')"],
];

describe("random sources", () => {
  it.each(SOURCES)("%s", (_, template) => {
    expect(reports(template.replaceAll("X", "resetToken"))).toBe(1);
    expect(reports(template.replaceAll("X", "backgroundColor"))).toBe(0);
  });

  it("takes the clock for a token where it is the whole of it", () => {
    expect(reports("user.resetToken = Date.now().toString(36)")).toBe(1);
    expect(reports("const resetTokenExpires = Date.now() + 3600000")).toBe(0);
  });

  it.each([
    "import { randomBytes } from 'node:crypto'; const resetToken = randomBytes(32).toString('hex')",
    "const resetToken = crypto.randomUUID()",
    "import { nanoid } from 'nanoid'; const resetToken = nanoid()",
    "import { randomInt } from 'node:crypto'; const otp = randomInt(1000000)",
  ])("%s is unpredictable", (code) => expect(reports(code)).toBe(0));
});
