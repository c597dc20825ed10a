import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import plugin from "./support/plugin.js";
import { reportsOf } from "./support/reports.js";

const corpus = path.join(import.meta.dirname, "corpus");

/** What a reason is made of: a clause about a name, a source, a format, or the use of a value. */
const REASON =
  /is named as|named as|is used as|is read from|comes from|is an HMAC digest|is made (?:from|with)|is kept in|are kept as|is cut out of|is compared with|keeps |is a (?:configured|signed|fresh)|has the format|signs or checks|takes it as|takes it|holds |returns |makes |is set to it|gives |calls it|by the name|is the (?:request (?:body|that failed)|whole configuration)|is sent with|stored (?:password|value)|[cC]ost of|iterations of|N of|type is argon2|is (?:a|an|the) |\(it is |becomes |is stored as |is what |announces |promises that|is of the type|is kept under it/;

describe("messages", () => {
  it.each(Object.keys(plugin.rules))("of %s give their reason, and the line of it where it stands elsewhere", (rule) => {
    const messages = readdirSync(path.join(corpus, rule))
      .filter((file) => file.startsWith("positive"))
      .flatMap((file) => {
        const text = readFileSync(path.join(corpus, rule, file), "utf8");
        const lines = text.split("\n").length;
        return reportsOf(rule, text, { filename: `src/${file.replace("positive-", "")}` }).map((message) => ({ message, lines }));
      });
    expect(messages.length).toBeGreaterThanOrEqual(40);
    for (const { message, lines } of messages) {
      expect(message).toMatch(REASON);
      for (const [, line] of message.matchAll(/\(line (\d+)\)/g)) expect(Number(line)).toBeLessThanOrEqual(lines);
    }
    if (rule !== "no-fast-hash-password") expect(messages.some(({ message }) => /\(line \d+\)/.test(message))).toBe(true);
  }, 60_000);

  it("names the line of an HMAC", () => {
    const code = "import { createHmac } from 'node:crypto';\n\nconst expected = createHmac('sha256', key).update(body).digest('hex');\nif (req.headers['x-signature'] !== expected) refuse();";
    expect(reportsOf("no-plain-equals-secret", code)[0]).toContain("`expected` is an HMAC digest (line 3)");
  });
});
