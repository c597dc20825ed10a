import { describe, expect, it } from "vitest";
import { looksRandom, shannonBits } from "../../../src/secrets/values/entropy.js";
import { fill } from "./samples.js";

describe("shannonBits", () => {
  it("is the entropy of the characters", () => {
    expect(shannonBits("")).toBe(0);
    expect(shannonBits("aaaa")).toBe(0);
    expect(shannonBits("abab")).toBe(1);
    expect(shannonBits("0123456789abcdef")).toBe(4);
  });
});

describe("looksRandom", () => {
  it.each([
    ["hex, 32", "{h32}"],
    ["hex, 40", "{h40}"],
    ["hex, 64", "{h64}"],
    ["hex in capitals", "{H32}"],
    ["base36", "{l32}"],
    ["base62, 20", "{A20}"],
    ["base62, 32", "{A32}"],
    ["base64", "{B43}="],
    ["letters of both cases", "{L34}"],
    ["hex behind a label", "SECRET_TOKEN_{h32}"],
  ])("finds nine of ten: %s", (_, template) => {
    const found = Array.from({ length: 300 }, (__, seed) => looksRandom(fill(template, seed * 31))).filter(Boolean);
    expect(found.length).toBeGreaterThan(270);
  });

  it.each([
    ["short", "aB3xK9"],
    ["digits only", "83920174659283746501"],
    ["an alphabet", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"],
    ["an alphabet of hex digits", "0123456789abcdef0123456789abcdef"],
    ["a UUID", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"],
    ["an ObjectId", "5e2a149b689b2835ae71d1b3"],
    ["a ULID", "01ARZ3NDEKTSV4RRFFQ69G5FAV"],
    ["an identifier", "getUserAuthenticationToken"],
    ["an identifier with a digit", "AddShippingMethodToCartWorkflow2"],
    ["a file name", "authentication-service.config.ts"],
    ["a class list", "grid-cols-[1fr_32px]"],
    ["a function of CSS", "rgba(211,47,47,0.2)"],
    ["a date", "2026-01-31T10:00:00.000Z"],
    ["a format of dates", "YYYY-MM-DDTHH:mm:ss.SSSZ"],
    ["a constant", "TLS_AES_256_GCM_SHA384"],
    ["a sentence", "the quick brown fox jumps over the lazy dog"],
    ["a long word", "unusedprojectnameandmore"],
    ["a kebab name", "store-settings-exchange-rate-overrides"],
    ["a route", "/api/v1/organizations/:id/members"],
    ["an address", "https://shop.example.com/path/to/page"],
    ["a version", "1.22.22-canary.20240101"],
    ["markup", "</tds:SetScopesResponse>"],
    ["an integrity hash", "sha512-abcDEF123+/xyz=="],
    ["one character", "aaaaaaaaaaaaaaaaaaaaaaaa"],
    ["a repeated block", "abc123abc123abc123abc123"],
  ])("not %s", (_, text) => {
    expect(looksRandom(text)).toBe(false);
  });

  it("looks at a bounded part of a long text", () => {
    expect(looksRandom(fill("{A9000}"))).toBe(true);
    expect(looksRandom("ab".repeat(500_000))).toBe(false);
  });
});
