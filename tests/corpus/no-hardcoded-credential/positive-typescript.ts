import { SignJWT, jwtVerify } from "jose";
import NextAuth from "next-auth";
import fastifyJwt from "@fastify/jwt";
import { DataSource } from "typeorm";
import { createClient } from "redis";
import Knex from "knex";

declare const server: { register(...args: unknown[]): void };
declare const env: Record<string, string>;

const key = new TextEncoder().encode("our jose secret"); // expect
export const issue = () => new SignJWT({}).setProtectedHeader({ alg: "HS256" }).sign(key);
export const read = (jwt: string) => jwtVerify(jwt, new TextEncoder().encode("another one")); // expect
export default NextAuth({ providers: [], secret: "nextjs" }); // expect
server.register(fastifyJwt, { secret: "fastify" }); // expect

export class TokenService {
  private readonly jwtSecret = "supersecret"; // expect
  readonly apiSecret: string = "hunter22"; // expect
  connect(password = "letmein"): string { // expect
    return password;
  }
}

export const source = new DataSource({ type: "postgres", username: "shop", password: "shop" }); // expect
export const cache = createClient({ url: "redis://default:fishbowl7@cache.shop.io:6379" }); // expect
export const knex = Knex({ client: "pg", connection: { host: "db", user: "shop", password: "pgpass" } }); // expect

const { SESSION_SECRET = "sessions" } = process.env; // expect
export const config = {
  session: SESSION_SECRET,
  jwt: { secret: "hmm-not-so-secret" }, // expect
  cookieSecret: process.env["COOKIE_SECRET"] ?? "cookie", // expect
  encryptionKey: "8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92", // expect
  databaseUrl: "postgres://shop:fishbowl7@db.shop.io:5432/shop", // expect
  stripe: { webhookSecret: env.HOOK || "hooked" }, // expect
} as const;

// The state of views, and the answers of prompts that nobody types.
export const password = ref("letmein"); // expect
export const [apiSecret, setApiSecret] = useState("hunter22"); // expect
export const [clientSecret] = React.useState(() => "super-secret-value"); // expect
export const adminPassword = signal("letmein"); // expect
export class Login {
  password = $state("letmein"); // expect
}
export const questions = [
  { type: "password", name: "dbPassword", message: "Password of the database", default: "fishbowl7" }, // expect
  { type: "password", name: "pin", initial: "fishbowl7" }, // expect
];
export const sqlServer = 'Server=db.shop.io;User Id=sa;Password="Zx;81 kk9";Encrypt=True'; // expect
