// @ts-nocheck
import pino from "pino";
import { inspect } from "node:util";
import chalk from "chalk";
import { Logger } from "@nestjs/common";
import { consola } from "consola";

const root = pino();
const child = root.child({ module: "vault" });

const trace = (label: string, value: unknown): void => console.log(label, value);
function logLine(...parts: unknown[]): void {
  console.error("[svc]", ...parts);
}

interface Options { apiKey: string; clientSecret: string; region: string }

export class VaultService {
  private readonly logger = new Logger(VaultService.name);
  private readonly out = root;

  constructor(private readonly options: Options) {}

  connect(sessionToken: string, privateKey: string, credentials: object): void {
    this.logger.log(`apiKey ${this.options.apiKey}`); // expect
    this.logger.debug("secret", this.options.clientSecret); // expect
    this.logger.error("options", this.options.apiKey!); // expect
    this.out.info({ sessionToken }, "session"); // expect
    child.warn({ nested: { key: privateKey } }); // expect
    consola.success("connected with", sessionToken); // expect
    trace("session", sessionToken); // expect
    logLine("key", privateKey); // expect
    console.log(chalk.green(sessionToken)); // expect
    console.log(inspect(credentials)); // expect
    console.table({ credentials }); // expect
    console.log({ ...this.headers(sessionToken), sessionToken }); // expect
    console.log(sessionToken as string); // expect
    console.log(String(privateKey)); // expect
    console.log(JSON.stringify({ sessionToken })); // expect
    console.log(sessionToken.trim()); // expect
  }

  private headers(token: string): Record<string, string> {
    const headers = { Authorization: `Bearer ${token}` };
    console.debug("request", headers); // expect
    return headers;
  }
}

export function seedAdmin(adminPassword: string, clientSecret: string): void {
  const settings = { user: "admin", password: adminPassword };
  console.log("settings", settings); // expect
  const line = `admin / ${adminPassword}`;
  console.log(line); // expect
  globalThis.console.log(clientSecret); // expect
  console.log(clientSecret ? clientSecret : "none"); // expect
}

// Through a helper for all texts, by the call that brings the secret.
const clipped = (value: unknown): string => String(value ?? "").trim();
const webhookSecret = clipped(process.env.WEBHOOK_SECRET);
console.log(`webhooks are checked with ${webhookSecret}`); // expect

// What a client sent when it failed, and objects that hold a secret by then.
export async function sync(user: { accessToken: string }): Promise<void> {
  try {
    await axios.get("https://api.example.com/items", { headers: { Authorization: `Bearer ${user.accessToken}` } });
  } catch (error) {
    console.error("sync failed", error.config); // expect
    logger.debug(error.response.config.headers); // expect
  }
}

export function connect(auth: { password: string } | undefined): void {
  const options: Record<string, unknown> = { host: "db" };
  if (auth) options.password = auth.password;
  console.log("connecting", options); // expect
}

// A session id out of a cookie whose name stands elsewhere.
export function logout(req: { cookies: Record<string, string> }, ctx: { log: Console }): void {
  const sessionId = req.cookies[SESSION_COOKIE];
  ctx.log.info("ending session %s", sessionId); // expect
}

// An object that is put together and shown in one function.
export async function pay(model: { find(): Promise<{ appid: string; partner_key: string }> }): Promise<void> {
  const { appid, partner_key } = await model.find();
  const options = { appid, trade_type: "JSAPI", apiKey: partner_key };
  console.log("payment options: ", options); // expect
}

// Put in again after it was taken out, or taken out after it was shown.
export async function lights(accessToken: string) {
  const url = new URL("https://lights.example/api");
  url.searchParams.set("access_token", accessToken);
  console.log(url.href); // expect
  url.searchParams.delete("access_token");
  console.log(url.href);
  url.searchParams.set("access_token", accessToken);
  console.log(url.href); // expect
}

export const change = (data: { password: string }) => {
  console.log(data); // expect
  return send(data);
};
console.log(constants.SESSION_SECRET); // expect

export function isFromProvider(request: Request, secret: string, body: string): boolean {
  const expected = createHmac("sha256", secret).update(body).digest("hex");
  console.log("expected", expected); // expect
  return expected === request.headers.get("x-signature");
}

export function paid(order: Order, SECRET_KEY: string, sign: string): boolean {
  const expectedSign = createHash("md5").update(`${order.id}:${order.amount}:${SECRET_KEY}`).digest("hex");
  console.log("Expected callback signature:", expectedSign); // expect
  return safeCompare(sign, expectedSign);
}

console.log(process.env.MONGODB_CONN_STRING); // expect

export function isSigned(signature: Buffer, key: string, body: string): boolean {
  const wanted = createHmac("sha256", key).update(body).digest();
  console.debug("wanted", wanted); // expect
  return timingSafeEqual(wanted, signature);
}

export function isHook(request: Request, key: string, body: string): boolean {
  const computed = createHmac("sha256", key).update(body).digest();
  console.debug("computed", computed); // expect
  return computed.equals(request.headers.signature);
}

export async function mailResetLink(email: string) {
  const resetLink = await admin.auth().generatePasswordResetLink(email);
  console.log(`Password reset link generated for ${email}: ${resetLink}`); // expect
  await outbox.send({ to: email, text: resetLink });
}

export const signInByMail = async (email: string) =>
  console.log("link", await getAuth().generateSignInWithEmailLink(email, { url: "https://shop.example.com" })); // expect

export const authorizer = async (event: object) => {
  console.log("authorization event", event); // expect
  return { principalId: "user", policyDocument: allow(event) };
};
