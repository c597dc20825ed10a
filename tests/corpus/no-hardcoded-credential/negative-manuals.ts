// Texts that tell how something is done, names in the place of secrets, and what a program sets for its own run.
import { execSync } from "node:child_process";
import { SecretValue } from "aws-cdk-lib";
import { StorageSharedKeyCredential } from "@azure/storage-blob";
import { signInWithEmailAndPassword } from "firebase/auth";
import { checks, i18n, mailer, validators } from "./parts";

// Programs beside MySQL, ports, and switches that begin alike
execSync("docker run --name mysql -p3306:3306 -d mysql:8");
execSync("docker run -d -p3306:3306 --name mysql -e X=1 mysql");
execSync("docker-compose -f mysql -pproject up");
execSync("cd mysql && cp -preserve a b");
execSync("mysql --host db -protocol=tcp shop");
execSync("sshpass -prompt harbour");

// Prose with words of SQL
export const problems = [
  "create user failed: password 'minLength' must be set",
  "create login page with password 'toggle' field",
  "Cannot create user: unknown option password 'rotate-me'",
  "Create user and give password 'abcd1234' to them",
];

// How a database is set up, for readers
export const help = {
  role: "CREATE USER app WITH PASSWORD 'app_password'",
  postgres: "ALTER USER postgres WITH PASSWORD 'newpassword'",
  root: "ALTER USER 'root'@'localhost' IDENTIFIED BY 'MyNewPass'",
  tried: "CREATE USER 'test'@'localhost' IDENTIFIED BY 'Test1234!'",
  shell: "mysql -uroot -pMyNewPass",
  step: "1. CREATE ROLE reporter LOGIN PASSWORD 'choose-one'",
  replica: "CREATE USER replicator WITH REPLICATION PASSWORD 'replicator'",
};

// Readers of the environment whose second argument is no fallback
const required = (name: string, hint: string) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name}: ${hint}`);
  return value;
};
const need = (name: string, message?: string) => {
  if (!process.env[name]) throw new Error(message ?? `set ${name}`);
  return process.env[name];
};
const check = (name: string, kind: string) => validators[kind](process.env[name]);
const groups: Record<string, unknown> = {};
const load = (name: string, group: string) => (groups[group] = process.env[name]);
const fromEnv = (name: string, key: string) => ({ [key]: process.env[name] });
export const settings = [
  required("JWT_SECRET", "run-openssl-rand"),
  required("SESSION_SECRET", "generate with openssl"),
  need("DB_PASSWORD", "Missing!"),
  need("STRIPE_SECRET_KEY", "see README.md"),
  check("JWT_SECRET", "nonEmptyString"),
  check("SESSION_SECRET", "minLength32"),
  load("DB_PASSWORD", "database"),
  load("SMTP_PASS", "mailer"),
  fromEnv("DB_PASSWORD", "password"),
];

// Models, years, pages, versions
export const models = { sessionToken: "claude-3-opus-latest", apiToken: "llama-3-8b-instruct", apiKey: "maps-2024-browser" };
export const places = { refreshToken: "myshop-2023-refresh", csrfToken: "form-1000-csrf", claimToken: "erc20-claim-2024" };
export const REFRESH_TOKEN = "portal_2_refresh_cookie";
export const release = { apiKey: "deploy.2024.01.02.rc" };
export const seeds = [{ apiKey: "64b7f9c2e13a4d0012ab34cd", ownerId: "64b7f9c2e13a4d0012ab34ce" }, { apiKey: "507f1f77bcf86cd799439011" }];

process.env.DB_PASSWORD = "localdev";
process.env.PGPASSWORD = "local-dev";

// Names of databases and regions that stand in a secret
export const stored = [SecretValue.unsafePlainText("foo"), SecretValue.unsafePlainText("us-east-1"), SecretValue.unsafePlainText("my-secret-name")];
const azurite = ["Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq", "K1SZFPTOtr/KBHBeksoGMGw=="].join("/");
export const blobs = [azurite, new StorageSharedKeyCredential("devstoreaccount1", "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUz7741")];
export const demo = (auth: never) => [
  signInWithEmailAndPassword(auth, "demo@shop.io", "password"),
  signInWithEmailAndPassword(auth, "demo@shop.io", "wrong-password"),
];

// Pairs of manuals and conventions
export const headers = [
  "Basic " + btoa("token:x-oauth-basic"),
  "Basic " + btoa("guest:guest"),
  "Basic " + btoa("root:toor"),
  "Basic " + btoa("test:test123"),
  "Basic " + btoa("alice:wonderland"),
  "Basic " + btoa("https:8080"),
];
export const form = { url: "https://issuer.shop.io", username: "alice", credential: "DriverLicense" };
export const fields = { url: "/login", username: "userField", credential: "emailAddress" };

// Hosts that are reserved for manuals, and texts that a form shows
export const replica = "postgres://reader:Xy12-abc@replica.example.com:5432/db";
export const inputs = [{ placeholder: "postgres://dbuser:Secr3tPw9@db.shop.example" }, { hint: "redis://default:foo-Bar12@cache.shop.example:6379" }];

// Labels and types that a form compares with what it calls a password
const LABELS: Record<string, string> = { admin: "Administrator", guest: "Visitor-in" };
const TYPES: Record<string, string> = { first: "password-field" };
export const shows = (role: string, password: string) => LABELS[role] === password || TYPES[role] === password;
export const parts = [checks, i18n, mailer];

export const guestHeader = "Basic " + base64.encode("admin:admin");
export const imageName = base64.encode("image:quay7-ferry");
