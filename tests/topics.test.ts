import { describe, expect, it } from "vitest";
import { wakes } from "../src/topics.js";
import { EDGE, wordScan } from "../src/word-scan.js";

describe("wordScan", () => {
  const scan = wordScan([["key", "eyes"], [`pin${EDGE}`], [`${EDGE}qs${EDGE}`, "sha1"]]);

  it.each([
    ["", 0],
    ["nothing", 0],
    ["apiKey", 0b001],
    ["MONKEYES", 0b001],
    ["keeyes", 0b001],
    ["spinning", 0],
    ["a pin", 0b010],
    ["user.pin = 1", 0b010],
    ["qs", 0b100],
    ["faqs(1)", 0],
    ["import qs from 'qs'", 0b100],
    ["SHA1 of the kéy", 0b100],
    ["ключ key", 0b001],
    ["keypin", 0b011],
  ])("finds in %j the lists %i", (text, lists) => {
    expect(scan(text)).toBe(lists);
  });

  it("finds what a search for each word finds", () => {
    const words = ["abab", "bab", "ba", "abc", "c1c", "1c1"];
    const all = wordScan(words.map((word) => [word]));
    for (let seed = 1; seed < 3000; seed++) {
      const text = Array.from({ length: 9 }, (_, index) => "abc1 A"[Math.floor(seed / 6 ** (index % 5)) % 6]).join("");
      expect(all(text), text).toBe(words.reduce((bits, word, index) => bits | (text.toLowerCase().includes(word) ? 1 << index : 0), 0));
    }
  });
});

describe("wakes", () => {
  it("asks for one topic of each list", () => {
    const trigger = [["logger"], ["secret", "holder"]] as const;
    expect(wakes(trigger, "console.log(1)", {})).toBe(false);
    expect(wakes(trigger, "send(password)", {})).toBe(false);
    expect(wakes(trigger, "console.log(password)", {})).toBe(true);
    expect(wakes(trigger, "console.log(options.url)", {})).toBe(true);
  });

  it("lets settings stand for words", () => {
    expect(wakes([["logger"], ["secret"]], "audit(licenceNo)", {})).toBe(false);
    expect(wakes([["logger"], ["secret"]], "audit(licenceNo)", { loggers: ["audit"], secretNames: ["licenceNo"] })).toBe(true);
  });

  it("knows parameters of URLs and formats of credentials without a word", () => {
    expect(wakes([["query", "parameter"]], "`/a?b=${c}`", {})).toBe(true);
    expect(wakes([["query", "parameter"]], "a ? b : c", {})).toBe(false);
    expect(wakes([["format"]], `x = "${["sk", "live", "0123456789abcdefghijklmnop"].join("_")}"`, {})).toBe(true);
    expect(wakes([["format"]], "x = 1", {})).toBe(false);
  });
});
