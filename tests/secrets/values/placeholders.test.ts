import { describe, expect, it } from "vitest";
import { isCiphertext, isPlaceholder, isPublicIdentifier, isReference } from "../../../src/secrets/values/placeholders.js";
import { fill } from "./samples.js";

/** Weak, and usable: where a sink takes them they are the secret. */
const weakSecrets = [
  "secret", "mysecretkey", "keyboard cat", "shhhh", "password", "admin", "s3cr3t", "supersecret", "jwtSecret", "secretkey123", "root",
  "123456", "this is a secret", "my-secret", "session_cookie_secret_key_here",
];

describe("isPlaceholder", () => {
  it.each([
    "changeme", "string?", "number[]?", "change-me", "CHANGE_THIS", "<your-key>", "YOUR_API_KEY", "your_google_client_id", "yourSecretKey", "YourKeyHere", "xxx", "xxxx-xxxx",
    "****", "••••••", "sk-****", "ghp_xxxxxxxxxxxx", "sk-...", "...", "aaaaaa", "${VAR}", "Bearer ${token}", "{{var}}", "%s", "$API_KEY", "__TOKEN__",
    "example", "my-example-key", "dummy", "placeholder", "insert your key", "insert here", "enter your password", "todo", "null", "undefined", "none",
    "true", "process.env.API_KEY", "REPLACE_ME", "LONG_RANDOM_VALUE", "not_available", "irrelevant", "[SECRET]", "", "redacted", ":token",
  ])("%j", (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it.each([...weakSecrets, "Tr0ub4dor", "correct horse battery staple"])("not the weak secret %j", (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });

  it("not random text", () => {
    for (let seed = 0; seed < 300; seed++) {
      for (const template of ["{h40}", "{A24}", "{B44}", "{l20}"]) expect(isPlaceholder(fill(template, seed))).toBe(false);
    }
  });

  it("not a long text", () => {
    expect(isPlaceholder("x".repeat(100_000))).toBe(false);
  });
});

describe("isReference", () => {
  it.each([
    "arn:aws:secretsmanager:us-east-1:1:secret:db", "op://vault/item/field", "vault:secret/data/x#key", "projects/1/secrets/x/versions/latest",
    "sm://project/name", "https://kv.vault.azure.net/secrets/x", "@Microsoft.KeyVault(SecretUri=https://kv)", "ref+awsssm://x", "/run/secrets/db_password",
    "./keys/private.pem", "/etc/ssl/private/server.key", "env:DB_PASSWORD", "JWT_SECRET",
  ])("%j", (text) => {
    expect(isReference(text)).toBe(true);
  });

  it.each([...weakSecrets, "Tr0ub4dor", "vault", "https://shop.io/"])("not %j", (text) => {
    expect(isReference(text)).toBe(false);
  });
});

describe("isCiphertext", () => {
  it.each([
    "2.AOs41Hd8OQiCPXjyJKCiDA==|O6OHgt2U2hJGBSNGnimJmg==|iD33s8B69C8JhYYhSa4V1tArjvLr8eEaGqOV7BRo5Jk=", "0.YWJjZGVmZ2hpamtsbW5v|YWJjZGVmZ2hpamtsbW5v",
    "U2FsdGVkX1+vupppZksvRf5pq5g5XjFRlipRkwB0K1Y=", "ENC[AES256_GCM,data:x,iv:y]", "$ANSIBLE_VAULT;1.1;AES256", "{cipher}682bc583f4641835", "vault:v12:8SDd3WHDOjf7",
    "2.synthetic-encrypted-password", "wrapped-private-key", "ciphertext",
  ])("%j", (text) => {
    expect(isCiphertext(text)).toBe(true);
  });

  it.each(["default-encryption-key-32-chars!", "hunter2horse", "2.5|3.5|4.5", "encryptedPassw0rd7", "vault:secret/data"])("not %j", (text) => {
    expect(isCiphertext(text)).toBe(false);
  });
});

describe("isPublicIdentifier", () => {
  it.each([
    "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "5e2a149b689b2835ae71d1b3", "a1b2c3d", "https://shop.io/b/c?page=2", "/api/v1/token", "/users/:id/token",
    "./lib/token.js", "a@b.co", "X-Api-Key", "user.created", "api_key.revoked", "1.2.3", "^1.2.3", "2026-01-31T10:00:00Z", "application/json",
    ".btn-primary", "btn btn-primary px-4", "input[type=password]", "ACCESS_TOKEN", "access-token", "access_token", "Invalid password",
    "Please enter your password.", "Пароль", "密码不能为空", "パスワード", "Passwort vergessen?", "required|min:6", "#ff8800", "<div>x</div>", "@acme/tokens",
    "private.pem", "x-api-key", "login:enterPassword",
  ])("%j", (text) => {
    expect(isPublicIdentifier(text)).toBe(true);
  });

  it("integrity hashes and reCAPTCHA site keys", () => {
    expect(isPublicIdentifier(fill("sha512-{B86}=="))).toBe(true);
    expect(isPublicIdentifier(fill("6L{A38}"))).toBe(true);
  });

  it.each(["secret", "my-secret", "super-secret-key", "s3cr3t", "Tr0ub4dor", "password"])("not %j", (text) => {
    expect(isPublicIdentifier(text)).toBe(false);
  });

  it("not random text, not a URL with random text in it, and not a full SHA-1, which has the shape of many client secrets", () => {
    for (let seed = 0; seed < 100; seed++) {
      for (const template of ["{h40}", "{A32}", "{B44}"]) expect(isPublicIdentifier(fill(template, seed)), fill(template, seed)).toBe(false);
    }
    expect(isPublicIdentifier(fill("https://shop.io/hook/{A32}"))).toBe(false);
  });
});
