import { describe, expect, it } from "vitest";
import { nameEvidence, resultEvidence, wordsOf } from "../../../src/secrets/names/words.js";

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
    ["loginotp", ["login", "otp"]],
    ["tokenname", ["token", "name"]],
    ["otp2026", ["otp", "2026"]],
    ["密码2", ["密码", "2"]],
    ["toString", ["to", "string"]],
    ["constructor", ["constructor"]],
    ["get2FACode", ["get", "tfa", "code"]],
    ["user_2fa_code", ["user", "tfa", "code"]],
    ["$_", []],
  ])("%s", (name, words) => expect(wordsOf(name)).toEqual(words));

  it("sees no words in data", () => {
    expect(wordsOf("a".repeat(120))).toEqual(["a".repeat(120)]);
    expect(wordsOf("a".repeat(121))).toEqual([]);
  });
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
    ["tlsPrivateKey", "strong privateKey"],
    ["secretKey", "strong secretKey"],
    ["stripeSecretKey", "strong secretKey"],
    ["appKey", "strong secretKey"],
    ["apiKeys", "strong apiKey"],
    ["key", "weak secretKey"],
    ["KEYS", "weak secretKey"],
    ["mailAuthKey", "strong apiKey"],
    ["sessionId", "strong sessionId"],
    ["credentials", "strong credentialsObject"],
    ["creds", "strong credentialsObject"],
    ["signature", "strong signature"],
    ["expectedHmac", "strong signature"],
    ["passwordHash", "strong passwordHash"],
    ["hashedPassword", "strong passwordHash"],
    ["hashedUserPassword", "strong passwordHash"],
    ["hashPassword", "strong passwordHash"],
    ["bcryptPassword", "strong passwordHash"],
    ["bcryptedPassword", "strong passwordHash"],
    ["argon2Password", "strong passwordHash"],
    ["scryptPassword", "strong passwordHash"],
    ["crypted_password", "strong passwordHash"],
    ["passwordDigest", "strong passwordHash"],
    ["userPasswdDigest", "strong passwordHash"],
    ["pwd_digest", "strong passwordHash"],
    ["passwordHashes", "strong passwordHash"],
    ["digest", "weak signature"],
    ["passwordBodyDigest", "weak signature"],
    ["hash", "weak passwordHash"],
    ["authorization", "strong authorization"],
    ["bearer", "weak authorization"],
    ["tokenFromHeader", "weak token"],
    ["accessTokenForTenant", "strong token"],
    ["fromToken", "weak token"],
    ["resetTokens", "strong token"],
    ["maxResetToken", "strong token"],
    ["oneTimePassword", "strong otp"],
    ["userOneTimePassword", "strong otp"],
    ["password1", "strong password"],
    ["db_password_2", "strong password"],
    ["secretValue", "strong secretKey"],
    ["dbPasswordValue", "strong password"],
    ["accessTokenPlainText", "strong token"],
    ["mongoUri", "strong connectionString"],
    ["DATABASE_URL", "strong connectionString"],
  ])("%s is a %s", (name, expected) => expect(kindOf(name)).toBe(expected));

  it.each([
    "passwordLength", "tokenCount", "secretName", "apiKeyHeader", "tokenType", "passwordField", "tokenUrl", "passwordError", "hasToken", "isSecret",
    "publicKey", "publicApiKey", "publishableSecretKey", "secretCacheKey", "anonKey", "cacheKey", "primaryKey", "sortKey", "keyCode", "nextToken", "pageToken", "cancelToken", "maxTokens", "promptTokens", "designToken",
    "passwordRegex", "passwordConfirmation", "tokenExpiry", "secretId", "passwordInput", "showPassword", "togglePassword", "forgotPassword", "resetPasswordUrl",
    "publishableKey", "maskedToken", "redactedSecret", "encryptedPassword", "monkey", "keyboard", "compass", "bypass", "passport", "author", "authorName", "callSignature",
    "statusCode", "errorCode", "countryCode", "zipCode", "commitHash", "imageHash", "macAddress", "homeUrl", "baseUrl", "sentryDsn", "secretary", "tokenize", "passenger",
  ])("%s says nothing", (name) => expect(kindOf(name)).toBeUndefined());

  it("is nothing without a name or a word", () => {
    for (const name of [undefined, "", "_", "value", "show"]) expect(nameEvidence(name)).toBeUndefined();
  });

  it("is the same when it is asked again", () => {
    for (let time = 0; time < 2; time++) {
      expect(kindOf("refreshToken")).toBe("strong token");
      expect(kindOf("tokenCount")).toBeUndefined();
    }
  });

  it("is extended on both sides by the settings", () => {
    const settings = { secretNames: ["serialNumber", "licenseCode"], notSecretNames: ["designSecret", "demoToken"] };
    expect(nameEvidence("LICENSE_CODE", settings)).toEqual({ kind: "secretKey", strength: "strong" });
    expect(nameEvidence("ourDesignSecret", settings)).toBeUndefined();
    expect(nameEvidence("demoToken", settings)).toBeUndefined();
    expect(nameEvidence("our_serial_number", settings)).toEqual({ kind: "secretKey", strength: "strong" });
    expect(nameEvidence("number", settings)).toBeUndefined();
    expect(nameEvidence("codeLicense", settings)).toBeUndefined();
    expect(nameEvidence("designPassword", settings)?.strength).toBe("strong");
    expect(nameEvidence("password", { secretNames: [""], notSecretNames: [""] })?.kind).toBe("password");
    expect(nameEvidence("licenseCode")?.strength).toBe("weak");
  });
});

describe("resultEvidence", () => {
  it.each(["getAccessToken", "generateAccessToken", "randomPassword", "createResetToken", "fetchApiKey", "loadSecret", "accessToken", "newSecretKey"])("%s gives a secret", (name) =>
    expect(resultEvidence(name)?.strength).toBe("strong"),
  );
  it.each(["generateKey", "createRandomToken", "token"])("%s gives what is weak by its name", (name) => expect(resultEvidence(name)?.strength).toBe("weak"));
  it.each(["verifyToken", "getUser", "hashPassword", "validatePassword", "getTokenCount", "get", "_", "", undefined])("%s gives none", (name) =>
    expect(resultEvidence(name)).toBeUndefined(),
  );
  it("asks the settings", () => expect(resultEvidence("getLicenseCode", { secretNames: ["licenseCode"] })?.strength).toBe("strong"));
});
