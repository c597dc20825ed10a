import { JwtService } from "@nestjs/jwt";
import { Type } from "@sinclair/typebox";
import { str } from "envalid";

// What signs what expires: the simplest word is what tokens are signed with.
export const settings = {
  port: 8080,
  jwt: { secret: "secret", expiresIn: "1d" }, // expect
  session: { secret: "session secret", saveUninitialized: false }, // expect
};
export const quay = {
  jwtSecretKey: "the tide ^_^", // expect
  expiresIn: "10h",
};
const http = new HttpServer({ port: 8081 }, { secret: "secret", expiration: "1h" }); // expect

// Options of a service that is injected.
export class Berths {
  constructor(private readonly jwtService: JwtService) {}

  enter(skipper: Skipper) {
    return this.jwtService.sign({ sub: skipper.id }, { secret: "secret" }); // expect
  }

  check(token: string) {
    return this.jwtService.verifyAsync(token, { secret: "secret" }); // expect
  }
}

// Defaults of a schema.
export const environment = Type.Object({
  MAIL_TOKEN_HMAC_SECRET: Type.Optional(Type.String({ minLength: 32, default: "quay-mail-token-hmac-default-secret" })), // expect
});
export const cleaned = { COOKIE_SECRET: str({ default: "salty-biscuits" }) }; // expect
export const schema = { properties: { SESSION_SECRET: { type: "string", default: "salty-biscuits" } } }; // expect

// What runs when a variable or a setting is missing.
process.env.JWT_SECRET = process.env.JWT_SECRET || "low-tide"; // expect
process.env.COOKIE_SECRET ??= "high-tide"; // expect
export const signing = getEnv("SIGNING_SECRET", "spring-tide"); // expect
const dock = config.get("jwt.secret") || "neaptide"; // expect
const chart = this.settings.get("DB_PASSWORD") ?? "chartroom"; // expect

// Headers of all requests, tokens that the sender of a hook has to know.
client.defaults.headers.common["Authorization"] = "Bearer 41f0c7d29be84a6fb1537d0c2e98a6f3"; // expect
const VERIFY_TOKEN = "my_harbour_verify_token"; // expect

export { http, dock, chart, VERIFY_TOKEN };
