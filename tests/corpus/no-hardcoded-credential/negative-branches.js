// Texts that no program in production runs with.
const a = { cookieSecret: isProduction ? read() : "harbour-cookies" };
const b = { cookieSecret: config.isProd ? read() : "harbour-cookies" };
const c = { cookieSecret: import.meta.env.PROD ? read() : "harbour-cookies" };
const d = { cookieSecret: IS_PROD ? read() : "harbour-cookies" };
const e = { cookieSecret: process.env.NODE_ENV !== "production" ? "harbour-cookies" : read() };
const f = { cookieSecret: config.env === "local" ? "harbour-cookies" : read() };
const g = { cookieSecret: isDev() ? "harbour-cookies" : read() };
if (!env.isProduction) {
  app.use(session({ secret: "harbour-cookies" }));
}
function hookSecret() {
  if (process.env.APP_ENV === "prod") throw new Error("HOOK_SECRET is missing");
  return { webhookSecret: "harbour-hooks" };
}

function formSecret() {
  if (isProductionEnv()) process.exit(1);
  return { csrfSecret: "harbour-forms" };
}
const h = { cookieSecret: process.env.NODE_ENV?.startsWith("prod") ? read() : "harbour-cookies" };

// Types of inputs, classes, icons and ids.
const types = { host: "text", port: "number", database: "text", password: "password" };
const css = { login: "btn-login", password: "form-control" };
const P = { username: "person-outline", password: "lock-fill" };
const sel = { user: "input-user", password: "input-secret" };
const ids = { username: "login-username", password: "login-field" };

// Names of something, and what nobody asks for.
const fee = process.env.FEE_TOKEN ?? "native-token";
const money = process.env.TOKEN || "usd-token";
const atBuild = new OpenAI({ apiKey: process.env.OPENAI_API_KEY || "build-time-key" });
const onDesk = new OpenAI({ apiKey: process.env.OPENAI_API_KEY || "lm-studio-key" });

// Texts for readers, names in a vault, and what a check refuses.
const about = { jwtSecret: "secret used to sign tokens", cookieSecret: "the secret of cookies" };
const tooltips = { sessionSecret: "secret of the session" };
const hovers = { jwtSecret: "secret that tokens need" };
const warn = { jwtSecret: "JWT_SECRET must be set, please update it" };
const DB_SECRET = "db-credentials";
const SECRET_DEV = "my-app/dev/secret";
const KNOWN_DEFAULT_JWT_SECRET = "change-me-in-production";
const isRefused = (secret) => secret === KNOWN_DEFAULT_JWT_SECRET;

module.exports = { a, b, c, d, e, f, g, h, hookSecret, formSecret, types, css, P, sel, ids, fee, money, atBuild, onDesk, about, tooltips, hovers, warn, DB_SECRET, SECRET_DEV, isRefused };
