import { expect, it } from "vitest";
import { envName } from "../../src/fix/env-name.js";

it.each([
  [["apiKey"], "API_KEY"],
  [["API_KEY"], "API_KEY"],
  [["api-key"], "API_KEY"],
  [["APIKey"], "API_KEY"],
  [["db", "password"], "DB_PASSWORD"],
  [["smtp", "password"], "SMTP_PASSWORD"],
  [["config", "database", "pass"], "DATABASE_PASS"],
  [["module", "exports", "options", "secret"], "SECRET"],
  [["db", "dbPassword"], "DB_PASSWORD"],
  [["stripe", "live", "stripeLiveKey"], "STRIPE_LIVE_KEY"],
  [["aws.s3", "secretAccessKey"], "AWS_S3_SECRET_ACCESS_KEY"],
  [["OAuth2ClientSecret"], "OAUTH2_CLIENT_SECRET"],
  [["oAuthToken"], "OAUTH_TOKEN"],
  [["googleOAuth", "clientSecret"], "GOOGLE_OAUTH_CLIENT_SECRET"],
  [["GitHubToken"], "GITHUB_TOKEN"],
  [["gitHubToken"], "GITHUB_TOKEN"],
  [["mongoDBUri"], "MONGODB_URI"],
  [["linkedInvoiceKey"], "LINKED_INVOICE_KEY"],
  [["MongoDBUri"], "MONGODB_URI"],
  [["apiKeyV2"], "API_KEY_V2"],
  [["#token"], "TOKEN"],
  [["path"], "APP_PATH"],
  [["home"], "APP_HOME"],
  [["user"], "APP_USER"],
  [["nodeOptions"], "APP_NODE_OPTIONS"],
  [["key"], "APP_KEY"],
  [["2faSecret"], "APP_2FA_SECRET"],
  [["NEXT_PUBLIC_API_SECRET"], "API_SECRET"],
  [["VITE_KEY"], "APP_KEY"],
  [["clé"], "CLE"],
  [["密码"], "SECRET"],
  [[], "SECRET"],
])("%j is %s", (names, name) => expect(envName(names)).toBe(name));

it("is always a variable that a shell can set", () => {
  for (const names of [["a".repeat(10_000)], ["_"], ["a b\nc"], ["$(rm)"], ["", "x"]]) expect(envName(names)).toMatch(/^[A-Z][A-Z\d_]*$/);
});
