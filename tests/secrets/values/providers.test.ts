import { describe, expect, it } from "vitest";
import { findProviders, mayHoldProviderKey, providers } from "../../../src/secrets/values/providers.js";
import { fill, samples } from "./samples.js";

const idsIn = (text: string): string[] => findProviders(text).map(({ provider }) => provider.id);

describe("the table of provider formats", () => {
  it("holds more than 80 formats with unique ids and names", () => {
    expect(providers.length).toBeGreaterThan(80);
    expect(new Set(providers.map(({ id }) => id)).size).toBe(providers.length);
    expect(new Set(providers.map(({ name }) => name)).size).toBeGreaterThan(providers.length - 5);
  });

  it("has a sample for every format, and no other", () => {
    expect(Object.keys(samples).sort()).toEqual(providers.map(({ id }) => id).sort());
  });

  it.each(providers.map((provider) => [provider.id, provider] as const))("%s is documented and bounded", (_, provider) => {
    expect(new URL(provider.docs).protocol).toBe("https:");
    expect(provider.format.flags).not.toMatch(/[gy]/);
    // Every repetition has an upper bound, so a pattern is linear in the length of the text.
    expect(provider.format.source.replace(/\[(?:[^\]\\]|\\.)*\]|\\./g, "C")).not.toMatch(/[*+]|\{\d+,\}/);
    for (const hint of provider.hints) expect(hint.length).toBeGreaterThanOrEqual(provider.format.source.includes("\\d") ? 1 : 2);
  });
});

describe.each(Object.entries(samples))("%s", (id, template) => {
  const sample = fill(template);

  it("is recognised alone and inside longer text", () => {
    expect(idsIn(sample)).toContain(id);
    expect(idsIn(`Bearer ${sample}`)).toContain(id);
    expect(idsIn(`# settings\nKEY="${sample}"\n`)).toContain(id);
  });

  it("is not recognised when it is cut short", () => {
    const body = sample.replace(/[=-]+$/, "");
    expect(idsIn(body.slice(0, Math.floor(body.length * 0.4)))).not.toContain(id);
  });

  // A percent sign ends a word, so a URL-encoded token can't be glued.
  it.skipIf(template.includes("%"))("is not recognised inside a longer word", () => {
    const { end } = findProviders(sample).find(({ provider }) => provider.id === id) ?? { end: 0 };
    expect(idsIn(sample.slice(0, end).replace(/=+$/, "") + "Zz9".repeat(800))).not.toContain(id);
  });
});

describe("findProviders", () => {
  it("says where the secret part stands", () => {
    const text = fill("https://hooks.slack.com/services/T{U10}/B{U10}/{A24}");
    const [match] = findProviders(text);
    expect(text.slice(match?.start, match?.end)).toBe(match?.value);
    expect(match?.value).toMatch(/^T/);
  });

  it("gives one match per place: the more special format", () => {
    expect(idsIn(fill(samples["paystack-secret-key"] ?? ""))).toEqual(["paystack-secret-key"]);
    expect(idsIn(fill(samples["openai-key"] ?? ""))).toEqual(["openai-key"]);
    expect(idsIn(fill(samples["fcm-legacy-key"] ?? ""))).toEqual(["fcm-legacy-key"]);
    expect(idsIn(fill("https://maps.googleapis.com/maps/api/js?key=AIza{A35}"))).toEqual(["google-api-key"]);
  });

  it("does not know hex, UUIDs, hashes or names", () => {
    const texts = ["{h32}", "{h40}", "{h64}", "{h8}-{h4}-{h4}-{h4}-{h12}", "sha512-{B86}==", "{A40}", "task-force-one-two-three-four-five-six-seven"];
    for (const text of texts) expect(idsIn(fill(text)), text).toEqual([]);
    for (const text of ["sk_live_", "ghp_", "AKIA", "SG.", "store_settings_exchange_rate_overrides", "pk_test_your_key_here"]) {
      expect(idsIn(text), text).toEqual([]);
    }
  });

  it("finds no Discord token where the first part is no id", () => {
    expect(idsIn(fill("MzAbQ{A20}.{A6}.{A38}"))).toEqual([]);
  });

  it("has a pre-check that misses nothing", () => {
    for (const template of Object.values(samples)) expect(mayHoldProviderKey(fill(template)), template).toBe(true);
    expect(mayHoldProviderKey("nothing to see here")).toBe(false);
  });
});
