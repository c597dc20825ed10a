import type { SecretKind } from "../../secrets/kinds.js";

/** A place in a library's API that takes a credential. */
export interface CredentialConsumer {
  /** `module:path` as a regular expression source, anchored. `Class().method` is a method of what the class makes. */
  readonly callee: string;
  /** Index of the argument, then property names; `*` is every element. */
  readonly at: readonly [number, ...string[]];
  /** `checks`: the program signs or verifies with it, any text at all is a hole. `presents`: it opens something else. */
  readonly use: "checks" | "presents";
  readonly kind: SecretKind;
  /** Name of the variable to read, where the code gives none. */
  readonly env: string;
  /** It only makes a password hash of it. */
  readonly hashes?: true;
  /** Somebody signs in with it: "password" is what a demonstration types there. */
  readonly signsIn?: true;
}

const checks = (callee: string, env: string, ...at: [number, ...string[]]): CredentialConsumer => ({
  callee,
  at,
  use: "checks",
  kind: "secretKey",
  env,
});
const password = (callee: string, env: string, ...at: [number, ...string[]]): CredentialConsumer => ({
  callee,
  at,
  use: "presents",
  kind: "password",
  env,
});
const key = (callee: string, env: string, ...at: [number, ...string[]]): CredentialConsumer => ({
  callee,
  at,
  use: "presents",
  kind: "apiKey",
  env,
});

/** `app.keys` of Koa, a property that is set. */
export const KOA_KEYS: CredentialConsumer = checks("koa:keys", "COOKIE_KEYS", 0, "*");

/** Sources: the API documentation of each package on npmjs.com, July 2026. Sorted by group, then by package. */
export const credentialConsumers: readonly CredentialConsumer[] = [
  // sessions, cookies and tokens
  checks("@fastify/(?:cookie|jwt|session|secure-session):", "SESSION_SECRET", 0, "secret"),
  checks("@fastify/secure-session:", "SESSION_SECRET", 0, "key"),
  checks(
    "(?:@adminjs|@admin-bro)/(?:express|fastify):buildAuthenticatedRouter|admin-bro-expressjs:buildAuthenticatedRouter",
    "COOKIE_PASSWORD",
    1,
    "cookiePassword",
  ),
  checks(
    "(?:@adminjs|@admin-bro)/(?:express|fastify):buildAuthenticatedRouter|admin-bro-expressjs:buildAuthenticatedRouter",
    "SESSION_SECRET",
    3,
    "secret",
  ),
  checks("@hapi/(?:iron|cookie|jwt):(?:seal|unseal)", "SESSION_SECRET", 1),
  checks("@nestjs/jwt:JwtModule\\.register", "JWT_SECRET", 0, "secret"),
  checks("@remix-run/node:createCookieSessionStorage", "SESSION_SECRET", 0, "cookie", "secrets", "*"),
  checks("better-auth:betterAuth", "AUTH_SECRET", 0, "secret"),
  checks("client-sessions:", "SESSION_SECRET", 0, "secret"),
  checks("cookie-parser:", "COOKIE_SECRET", 0),
  checks("cookie-parser:", "COOKIE_SECRET", 0, "*"),
  checks("cookie-session:", "COOKIE_SECRET", 0, "keys", "*"),
  checks("cookie-session:", "COOKIE_SECRET", 0, "secret"),
  checks("cookie-signature:(?:sign|unsign)", "COOKIE_SECRET", 1),
  checks("express-jwt:(?:expressjwt)?", "JWT_SECRET", 0, "secret"),
  // Before version 4 they came with it.
  checks("express:(?:cookieParser|cookieSession|session)", "SESSION_SECRET", 0, "secret"),
  checks("express:cookieParser", "COOKIE_SECRET", 0),
  checks("express-session:", "SESSION_SECRET", 0, "secret"),
  checks("express-session:", "SESSION_SECRET", 0, "secret", "*"),
  checks("fast-jwt:(?:createSigner|createVerifier)", "JWT_SECRET", 0, "key"),
  checks("fastify-(?:cookie|jwt|session):", "SESSION_SECRET", 0, "secret"),
  checks("hono/cookie:setSignedCookie", "COOKIE_SECRET", 3),
  checks("hono/cookie:getSignedCookie", "COOKIE_SECRET", 1),
  checks("@tsndr/cloudflare-worker-jwt:(?:sign|verify)", "JWT_SECRET", 1),
  checks("hono/jwt:jwt", "JWT_SECRET", 0, "secret"),
  checks("hono/jwt:(?:sign|verify)", "JWT_SECRET", 1),
  checks("iron-session:getIronSession", "SESSION_PASSWORD", 2, "password"),
  checks("jose:jwtVerify|jose:jwtDecrypt|jose:compactVerify", "JWT_SECRET", 1),
  checks("jose:(?:SignJWT|EncryptJWT)\\(\\)\\.(?:sign|encrypt)", "JWT_SECRET", 0),
  checks("jsonwebtoken:(?:sign|verify)", "JWT_SECRET", 1),
  checks("jwt-simple:(?:encode|decode)", "JWT_SECRET", 1),
  checks("koa-jwt:", "JWT_SECRET", 0, "secret"),
  checks("next-auth:", "NEXTAUTH_SECRET", 0, "secret"),
  checks("njwt:(?:create|verify)", "JWT_SECRET", 1),
  checks("passport-jwt:Strategy", "JWT_SECRET", 0, "secretOrKey"),
  // ciphers and message authentication
  checks("crypto:createHmac", "HMAC_SECRET", 1),
  checks("crypto:(?:createCipheriv|createDecipheriv|createCipher|createDecipher)", "ENCRYPTION_KEY", 1),
  { ...checks("crypto:(?:pbkdf2|scrypt)(?:Sync)?", "ENCRYPTION_KEY", 0), hashes: true },
  checks("crypto-js:(?:AES|DES|TripleDES|Rabbit|RC4)\\.(?:encrypt|decrypt)", "ENCRYPTION_KEY", 1),
  checks("crypto-js:Hmac\\w+", "HMAC_SECRET", 1),
  checks("crypto-js/(?:aes|des|tripledes):(?:encrypt|decrypt)", "ENCRYPTION_KEY", 1),
  checks("crypto-js/hmac-\\w+:", "HMAC_SECRET", 1),
  checks("cryptr:", "ENCRYPTION_KEY", 0),
  // users and passwords of this program
  password("express-basic-auth:", "BASIC_AUTH_PASSWORD", 0, "users", "*"),
  password("hono/basic-auth:basicAuth", "BASIC_AUTH_PASSWORD", 0, "password"),
  password("koa-basic-auth:", "BASIC_AUTH_PASSWORD", 0, "pass"),
  // what a password hash is made of: the password of somebody who signs in here
  { ...password("argon2:hash|@node-rs/argon2:hash(?:Sync)?", "PASSWORD", 0), hashes: true },
  { ...password("(?:@node-rs/)?bcrypt(?:js|-nodejs|-ts)?:hash(?:Sync)?", "PASSWORD", 0), hashes: true },
  // databases, directories, mail
  password("@elastic/elasticsearch:Client", "ELASTIC_PASSWORD", 0, "auth", "password"),
  password("amqplib:connect", "AMQP_PASSWORD", 0, "password"),
  { ...password("firebase/auth:(?:createUser|signIn)WithEmailAndPassword", "FIREBASE_PASSWORD", 2), signsIn: true },
  password("imap(?:flow)?:(?:ImapFlow)?", "IMAP_PASSWORD", 0, "password"),
  password("ioredis:(?:Redis)?", "REDIS_PASSWORD", 0, "password"),
  password("kafkajs:Kafka", "KAFKA_PASSWORD", 0, "sasl", "password"),
  password("knex:(?:knex)?", "DB_PASSWORD", 0, "connection", "password"),
  password("ldapjs:createClient\\(\\)\\.bind", "LDAP_PASSWORD", 1),
  password("mariadb:(?:createConnection|createPool)", "DB_PASSWORD", 0, "password"),
  password("mongodb:MongoClient", "MONGODB_PASSWORD", 1, "auth", "password"),
  password("mongoose:connect", "MONGODB_PASSWORD", 1, "pass"),
  password("mqtt:connect", "MQTT_PASSWORD", 1, "password"),
  password("mssql:(?:connect|ConnectionPool)", "DB_PASSWORD", 0, "password"),
  password("mysql2?(?:/promise)?:(?:createConnection|createPool)", "DB_PASSWORD", 0, "password"),
  password("neo4j-driver:auth\\.basic", "NEO4J_PASSWORD", 1),
  password("nodemailer:createTransport", "SMTP_PASSWORD", 0, "auth", "pass"),
  password("pg:(?:Client|Pool)", "DB_PASSWORD", 0, "password"),
  password("postgres:", "DB_PASSWORD", 0, "password"),
  password("redis:createClient", "REDIS_PASSWORD", 0, "password"),
  password("sequelize:(?:Sequelize)?", "DB_PASSWORD", 2),
  password("sequelize:(?:Sequelize)?", "DB_PASSWORD", 0, "password"),
  password("typeorm:(?:DataSource|createConnection)|@nestjs/typeorm:TypeOrmModule\\.forRoot", "DB_PASSWORD", 0, "password"),
  // services
  key("@anthropic-ai/sdk:(?:Anthropic)?", "ANTHROPIC_API_KEY", 0, "apiKey"),
  key("@azure/[\\w-]+:(?:AzureNamedKeyCredential|StorageSharedKeyCredential)", "AZURE_ACCOUNT_KEY", 1),
  key("@azure/[\\w-]+:AzureKeyCredential", "AZURE_KEY", 0),
  key("@azure/identity:ClientSecretCredential", "AZURE_CLIENT_SECRET", 2),
  key("@directus/sdk:staticToken", "DIRECTUS_TOKEN", 0),
  key("@notionhq/client:Client", "NOTION_TOKEN", 0, "auth"),
  key("@octokit/(?:core|rest):Octokit|octokit:Octokit", "GITHUB_TOKEN", 0, "auth"),
  key("@paypal/checkout-server-sdk:core\\.LiveEnvironment", "PAYPAL_CLIENT_SECRET", 1),
  key("@sendgrid/mail:setApiKey", "SENDGRID_API_KEY", 0),
  key("@slack/web-api:WebClient", "SLACK_TOKEN", 0),
  // What else stands in a secret, as names of databases and regions, is none: only a text that looks generated.
  { ...key("aws-cdk-lib:SecretValue\\.(?:plainText|unsafePlainText)", "SECRET_VALUE", 0), kind: "secretKey" },
  key("discord\\.js:Client\\(\\)\\.login", "DISCORD_TOKEN", 0),
  key("googleapis:google\\.auth\\.OAuth2|google-auth-library:OAuth2Client", "GOOGLE_CLIENT_SECRET", 1),
  key("node-telegram-bot-api:|telegraf:Telegraf|grammy:Bot", "TELEGRAM_BOT_TOKEN", 0),
  key("openai:(?:OpenAI)?", "OPENAI_API_KEY", 0, "apiKey"),
  key("passport-(?!jwt)[\\w-]+:[\\w.]*Strategy", "OAUTH_CLIENT_SECRET", 0, "clientSecret"),
  key("razorpay:", "RAZORPAY_KEY_SECRET", 0, "key_secret"),
  key("resend:Resend", "RESEND_API_KEY", 0),
  key("stripe:(?:Stripe)?", "STRIPE_SECRET_KEY", 0),
  key("twilio:(?:Twilio)?", "TWILIO_AUTH_TOKEN", 1),
];
