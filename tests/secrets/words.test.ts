import { describe, expect, it } from "vitest";
import { nameEvidence, resultEvidence, wordsOf } from "../../src/secrets/words.js";

const kindOf = (name: string): string | undefined => {
  const evidence = nameEvidence(name);
  return evidence && `${evidence.strength} ${evidence.kind}`;
};

describe("wordsOf", () => {
  it.each([
    ["myAPIKey2", ["my", "api", "key", "2"]],
    ["JWT_SECRET", ["jwt", "secret"]],
    ["x-api-key", ["x", "api", "key"]],
    ["OAuth2ClientSecret", ["oauth", "2", "client", "secret"]],
    ["accesstoken", ["access", "token"]],
    ["userpassword", ["user", "password"]],
    ["passwordhash", ["password", "hash"]],
    ["secretary", ["secretary"]],
    ["tokenizer", ["tokenizer"]],
    ["contraseña", ["contrasena"]],
  ])("%s", (name, words) => expect(wordsOf(name)).toEqual(words));

  it("sees no words in data", () => expect(wordsOf("a".repeat(200))).toEqual([]));
});

describe("nameEvidence", () => {
  it.each([
    ["password", "strong password"],
    ["DB_PASSWORD", "strong password"],
    ["newPwd", "strong password"],
    ["passwd", "strong password"],
    ["passphrase", "strong password"],
    ["dbPass", "strong password"],
    ["senha", "strong password"],
    ["pass", "weak password"],
    ["userPin", "strong otp"],
    ["pin", "weak otp"],
    ["otp", "strong otp"],
    ["totpCode", "strong otp"],
    ["mfaCode", "strong otp"],
    ["verificationCode", "strong otp"],
    ["code", "weak otp"],
    ["jwt", "strong token"],
    ["token", "weak token"],
    ["accessToken", "strong token"],
    ["access_token", "strong token"],
    ["refreshToken", "strong token"],
    ["csrf_token", "strong token"],
    ["resetToken", "strong token"],
    ["passwordResetToken", "strong token"],
    ["inviteToken", "strong token"],
    ["verificationToken", "strong token"],
    ["apikey", "strong apiKey"],
    ["api_key", "strong apiKey"],
    ["OPENAI_API_KEY", "strong apiKey"],
    ["clientSecret", "strong secretKey"],
    ["client_secret", "strong secretKey"],
    ["signingSecret", "strong secretKey"],
    ["webhookSecret", "strong secretKey"],
    ["secretAccessKey", "strong secretKey"],
    ["encryptionKey", "strong secretKey"],
    ["privateKey", "strong privateKey"],
    ["key", "weak secretKey"],
    ["sessionId", "strong sessionId"],
    ["credentials", "strong credentialsObject"],
    ["creds", "strong credentialsObject"],
    ["signature", "strong signature"],
    ["expectedHmac", "strong signature"],
    ["passwordHash", "strong passwordHash"],
    ["hashedPassword", "strong passwordHash"],
    ["hash", "weak passwordHash"],
    ["authorization", "strong authorization"],
    ["bearer", "weak authorization"],
    ["tokenFromHeader", "weak token"],
    ["accessTokenForTenant", "strong token"],
    ["password1", "strong password"],
    ["secretValue", "strong secretKey"],
    ["mongoUri", "strong connectionString"],
    ["DATABASE_URL", "strong connectionString"],
  ])("%s is a %s", (name, expected) => expect(kindOf(name)).toBe(expected));

  it.each([
    "passwordLength", "tokenCount", "secretName", "apiKeyHeader", "tokenType", "passwordField", "tokenUrl", "passwordError", "hasToken", "isSecret",
    "publicKey", "cacheKey", "primaryKey", "sortKey", "keyCode", "nextToken", "pageToken", "cancelToken", "maxTokens", "promptTokens", "designToken",
    "passwordRegex", "passwordConfirmation", "tokenExpiry", "secretId", "passwordInput", "showPassword", "togglePassword", "forgotPassword", "resetPasswordUrl",
    "publishableKey", "maskedToken", "redactedSecret", "encryptedPassword", "monkey", "keyboard", "compass", "bypass", "passport", "author", "authorName", "callSignature",
    "statusCode", "errorCode", "countryCode", "zipCode", "commitHash", "imageHash", "macAddress", "homeUrl", "baseUrl", "sentryDsn", "secretary", "tokenize", "passenger",
  ])("%s says nothing", (name) => expect(kindOf(name)).toBeUndefined());

  it("is extended on both sides by the settings", () => {
    const settings = { secretNames: ["licenseCode"], notSecretNames: ["designSecret"] };
    expect(nameEvidence("LICENSE_CODE", settings)).toEqual({ kind: "secretKey", strength: "strong" });
    expect(nameEvidence("ourDesignSecret", settings)).toBeUndefined();
    expect(nameEvidence("licenseCode")?.strength).toBe("weak");
  });
});

describe("resultEvidence", () => {
  it.each(["getAccessToken", "generateAccessToken", "randomPassword", "createResetToken", "fetchApiKey", "loadSecret"])("%s gives a secret", (name) =>
    expect(resultEvidence(name)?.strength).toBe("strong"),
  );
  it.each(["verifyToken", "getUser", "hashPassword", "validatePassword", "getTokenCount"])("%s gives none", (name) => expect(resultEvidence(name)).toBeUndefined());
});
