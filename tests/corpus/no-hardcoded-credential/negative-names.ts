import { Sequelize } from "sequelize";
export enum TokenType {
  INVITE = "INVITE",
  PASSWORD_RESET = "PASSWORD_RESET",
  ACCESS_TOKEN = "access-token",
  JWT_SECRET = "JWT_SECRET",
  API_KEY = "api key",
}
export const KEYS = {
  apiToken: "calendly_api_token",
  signingKey: "calendly_signing_key",
  webhookUri: "calendly_webhook_uri",
};
export const HEADERS = {
  MANAGED_SECRET: "x-worker-managed-secret",
  API_KEY: "x-api-key",
  AUTHORIZATION: "authorization",
};
export const COOKIES = {
  accessToken: "sAccessToken",
  refreshToken: "sRefreshToken",
};
export const accessTokenHeaderKey = "st-access-token";
export const APP_COOKIE_SUFFIX = "session-token";
export const TOKEN_PREFIX = "nxtc__";
export const CLIENT_SECRET_PREFIX = "app_secret_";
export const AUTH_TOKEN_PREFIX = "hd2";
export const MASK_TOKEN = "************";
export const PLACEHOLDER_SECRET = "********";
export const PASSWORD = "password";
export const accessToken = "access_token";
export const clientSecret = "client_secret";
export const AUTH_TOKEN = "AUTH_TOKEN";
export const passwordField = "pwd";
export const createApiKeysWorkflowId = "create-api-keys";
export const secretId = process.env.SECRET_NAME || "AppEncryptionKey";
export const events = { PASSWORD_RESET: "auth.password_reset", TOKEN_REVOKED: "auth.token_revoked" };
export const table = { secretHash: "secret_hash", passwordHash: "password_hash", apiKey: "api_key" };
export const envOf = { apiKey: "OPENAI_API_KEY", jwtSecret: "JWT_SECRET", password: "DB_PASSWORD" };
export const WEAK_DEFAULTS = { JWT_SECRET: "changeit", SESSION_SECRET: "flowers", TOKEN_HASH_SECRET: "popcorn" };
export const rules = { email: "required|email", password: "required|min:6", apiKey: "string|min:20" };
export const errors = { password: "too short", token: "expired", secret: "missing" };
export const labels = { password: "Kennwort", apiKey: "Schluessel", secret: "Geheimnis" };
export const messages = { wrongPassword: "wrong", password: "Password is required" };
export const ERROR_INCORRECT_PASSWORD = "error_incorrect_password";
export const paths = { resetPassword: "/reset", password: "/password", secret: "./secret.ts" };
export const selectors = { password: "#password", token: ".token" };
export const schema = { password: "string", token: "string", secret: "text" };
export const grant = { grantType: "password", tokenType: "bearer", authMethod: "client_secret_basic" };
export const secretProvisioning = "provider";
export const passwordPolicy = "strong";
export const tokenUrl = "https://auth.shop.io/oauth/token";
export const authorizationUrl = "https://auth.shop.io/authorize";
export const passwordRegex = "^.{8,}$";
export const tokenAlgorithm = "HS256";
export const nextToken = "page2";
export const cacheKey = "user:42:profile";
export const publicKey = "shop";
export const authenticateItemWithPassword = "authenticateUserWithPassword";
export const parameters = { url: "string", secret: "string?", headers: "Record<string, string>?" };

// IndexNow: the key is a file of the site.
export const INDEXNOW_KEY = "7c38902813c9b99e6f9b194f4dec3a16";
export const ping = (host: string, urlList: string[]) =>
  fetch("https://api.indexnow.org/indexnow", {
    method: "POST",
    body: JSON.stringify({ host, key: INDEXNOW_KEY, keyLocation: `https://${host}/${INDEXNOW_KEY}.txt`, urlList }),
  });

export const [password, setPassword] = useState("");
export const [inputType, setInputType] = useState("password");
export const tokenType = ref("bearer");
export const questions = [
  { type: "password", name: "dbPassword", message: "Password of the database", default: "" },
  { type: "input", name: "user", default: "postgres" },
  { type: "list", name: "secretProvider", default: "vault" },
];

// Entries that know what they are called, which properties are secret, a database that is a file.
export const FEATURES = { embedSigning: { key: "embedSigning", label: "Embed signing" }, accessAudit: { key: "access-audit", label: "Audit" } };
export const TRANSPORT_SECRET_KEYS = ["password", "apiKey"] as const;
export const local = new Sequelize("database", "username", "password", { dialect: "sqlite", storage: "data/app.sqlite" });

// What is wrong with a field, in an error.
export function login(): never { throw invalidLogin({ password: "incorrectPassword" }); }
export const rejected = () => new UnprocessableEntityException({ errors: { password: "incorrectPassword1" } });

export const fieldIds = { email: "my-account-email", password: "my-account-password", token: "my-account-token", secret: "my-secret" };
