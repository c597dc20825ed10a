import { describe, expect, it } from "vitest";
import { isShowable, shownName } from "../../src/secrets/masking.js";
import { fill, samples } from "./values/samples.js";

// What messages hold of secrets at all places is tested in tests/masking.test.ts; this is about names.
describe("isShowable", () => {
  it.each([
    "a", "token", "$token", "_token", "#token", "user.resetToken", "x-api-key", "API_KEY_2", "contraseña", "密码", "AKIAIOSFODNN",
    "getUserAuthenticationTokenFromHeaderOrCookieOfTheSessionABCD", "base64url", "sha256sha512", "oauth2Client3Key", "QXZ", "b2c3d4e5", "YOUR_API_KEY_HERE_PLEASE_0123",
    ["exampleKey", "gifeHNpeuOKO", "UEhgGHEx"].join(""),
  ])("%s", (name) => expect(isShowable(name)).toBe(true));

  it.each([
    ["nothing", ""],
    ["a digit in front", "2fa"],
    ["a dash in front", "-token"],
    ["space", "my token"],
    ["quotes", "a`b"],
    ["a line break at the end", "token\n"],
    ["61 characters", "a".repeat(61)],
    ["letters and digits in turns", "ab1cd2ef3ghi"],
    ["eight consonants", "tokenbcdfghjk"],
    ["rare letters", "tokenAbcdQXZ"],
    ["hex", fill("a{h32}")],
    ["a provider's key", fill(samples["github-personal-token"] ?? "")],
    ["random text", fill("k{A31}", 5)],
    // No digit and no row of consonants gives these away.
    ["a key of AWS that one can say", `AKIA${"ABEDEFIGAHAJOKAL"}`],
    ["a token of GitHub that one can say", `ghp_${"abecidofuwahejikolumanepirosutavewix"}`],
    ["random letters", ["gifeHNpeuOKO", "UEhgGHExcCcmZYAL"].join("")],
  ])("not %s", (_, name) => expect(isShowable(name)).toBe(false));

  it("says the same when it is asked again", () => {
    const key = fill(samples["stripe-secret-key"] ?? "");
    const letters = ["kpUqBPsxOHPl", "PnyLIITFLuBhUvpw"].join("");
    for (let time = 0; time < 2; time++) {
      expect(isShowable(key)).toBe(false);
      expect(isShowable(letters)).toBe(false);
      expect(isShowable("resetToken")).toBe(true);
    }
  });
});

describe("shownName", () => {
  it("puts a name in backticks", () => expect(shownName("resetToken", "the token")).toBe("`resetToken`"));
  it("calls what it must not show by another name", () => {
    expect(shownName(undefined)).toBe("this value");
    expect(shownName("my token")).toBe("this value");
    expect(shownName(fill("k{A31}", 5), "the key")).toBe("the key");
  });
});
