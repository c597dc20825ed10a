// @ts-nocheck
import { Logger } from "@nestjs/common";
import { redactUrlSecrets, sanitizeHeaders } from "./redaction.js";

interface Token { type: string; value: string; line: number }
interface Options { passwordMinLength: number; tokenUrl: string; secretName: string; encryptedToken: string }

export class Lexer {
  next(token: Token): void {
    console.log(token);
    console.log(`unexpected ${token.value} at ${token.line}`);
    console.error("bad token", token);
  }

  all(tokens: Token[]): void {
    for (const token of tokens) console.log(token);
    tokens.forEach((token) => console.log("token", token));
    console.log(tokens.length);
    console.log(tokens);
  }
}

export async function streamAnswer(stream: AsyncIterable<string>): Promise<void> {
  for await (const token of stream) process.stdout.write(token);
}

export function usage(promptTokens: number, completionTokens: number, maxTokens: number): void {
  console.log("prompt", promptTokens);
  console.log("completion", completionTokens);
  console.log({ promptTokens, completionTokens, maxTokens });
}

export class Service {
  private readonly logger = new Logger("service");

  constructor(private readonly options: Options) {}

  report(databaseUrl: string, request: Request, isSecret: boolean, signature: string, sessionId: string, primaryKey: string): void {
    this.logger.log(`minimum ${this.options.passwordMinLength}`);
    this.logger.log(this.options.tokenUrl);
    this.logger.log(this.options.secretName);
    this.logger.debug(this.options.encryptedToken);
    this.logger.log(`connecting to ${redactUrlSecrets(databaseUrl)}`);
    this.logger.warn("denied", { headers: sanitizeHeaders(request) });
    this.logger.log("secret", isSecret);
    this.logger.log(`session ${sessionId} closed`);
    this.logger.log(`transaction ${signature}`);
    this.logger.log(primaryKey);
    this.logger.log("method", request.method);
  }

  validate(errors: Record<string, string>, form: { passwordError?: string; showPassword: boolean }): void {
    console.log(errors);
    console.log(errors.password);
    console.log(form.passwordError);
    console.log(form.showPassword);
  }
}

const databaseUrl = "mongodb://localhost:27017/app";
console.log(`Connecting to ${databaseUrl}`);
export const config = { name: "app", debug: true };
console.log(config);

// One helper for all texts: what one caller gives it, another never sees.
const trimmed = (value: unknown): string => String(value ?? "").trim();
const signingSecret = trimmed(process.env.SIGNING_SECRET);
const displayName = trimmed(process.env.DISPLAY_NAME);
console.log(`starting ${displayName}`);
function numberFrom(name: string, environment = process.env): number {
  const written = environment[name];
  if (!Number.isFinite(Number(written))) console.warn(`invalid ${name}="${written}"`);
  return Number(written);
}
logger.warn(`could not sign: the environment variable ${match.signingSecret} is not set`);
for (const hit of hits) console.error(`line ${hit.line}: token "${hit.token}"`);
const { code: reason } = mapped ?? { code: Reasons.INVALID_CREDENTIALS };
logger.warn(`refused: ${reason}`);
for (const key of await getAllActiveApiKeys()) logger.debug({ entry: `keys:${key.name}` }, "cached");
verifyWith(signingSecret, numberFrom("PORT"));
console.log(`valid until ${token[TokenColumn.validUntil]} (${typeof token[TokenColumn.validUntil]})`);
export const resetPassword = async (id: string) => store.remove(id);
console.log("handler", resetPassword);
function rotateSecret(): void {}
console.log("hook", rotateSecret);
class Greetings {
  async load(id: string) {
    const row = await db.greetingConfig.findUnique({ where: { id } });
    return { ...normalizeConfig(row), roles: [] };
  }
  async greet(id: string) {
    const config = await this.load(id);
    logger.debug({ id, config }, "loaded");
  }
}
function signedRequest(options: { url: string; getPrivateKey?: () => string }) {
  if (options.getPrivateKey === undefined) options.getPrivateKey = () => "";
  logger.debug("initializing", options);
}

// What is set later or elsewhere, was taken away, or only has the name of a secret.
export function open(auth: { password: string } | undefined, user: { password: string; id: string }): void {
  const options: Record<string, unknown> = { host: "db" };
  console.log("connecting", options);
  if (auth) {
    options.password = auth.password;
  } else {
    console.log("without a password", options);
  }
  const copy = { ...user };
  delete copy.password;
  console.log("user", copy);
  if (!auth) console.log("nobody", auth);
}

export class SessionStore {
  async load(ctx: { from: { id: number }; chat: { id: number } }): Promise<unknown> {
    const sessionKey = this.getSessionKey(ctx);
    logger.debug("loading session", { sessionKey });
    return this.storage.get(sessionKey);
  }

  private getSessionKey(ctx: { from: { id: number }; chat: { id: number } }): string {
    return `${ctx.from.id}:${ctx.chat.id}`;
  }
}

export function authorize(provider: { authorization: { url: URL; params: object }; issuer: string }): void {
  logger.debug("authorization url is ready", provider.authorization, provider.authorization.url.href);
}

export async function roles(guildId: string): Promise<void> {
  const config = await loadRoleConfig(guildId);
  console.log("roles", config);
}

// The last word of a property and of its value, and no secret.
export function page(sessionId: string, pageToken: string, cacheKey: string, passwordHint: string): void {
  console.log("session id", sessionId);
  console.log("next", { token: pageToken, key: cacheKey, hint: passwordHint });
}

// What stands behind the credentials of an address, and what an action on a token gives.
console.log("connected to", process.env.DATABASE_URL?.split("@")[1]);
export async function resetBy(service: { consumePasswordResetToken(token: string): Promise<string>; scanSessionKeys(): Promise<string[]> }, token: string) {
  const userId = await service.consumePasswordResetToken(token);
  console.log(`password of ${userId} was reset`);
  const keys = await service.scanSessionKeys();
  console.log("sessions:", keys);
}

import { SettingEnum } from "./settings";
// A preposition says what a secret belongs to, or is made of; an enum has the names of things.
export function describe(x: string, p: Parameters) {
  console.log(`password of ${x}`);
  console.log("deriving secrets from", p);
}
export function refuseEmpty(entries: { name: SettingEnum; value: string }[]) {
  for (const { name, value } of entries) if (!value) console.error(`no value for ${name}`);
}
refuseEmpty([{ name: SettingEnum.RECOVERY_TOKEN, value: "" }]);

export function sendSigned(secret: string, body: string): void {
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  console.log("sending", signature.length);
}

export function sameFile(text: string, known: string): boolean {
  const checksum = createHash("sha256").update(text).digest("hex");
  console.log("checksum", checksum);
  return checksum === known;
}

export function notModified(request: Request, key: string, body: string): boolean {
  const etag = createHmac("sha256", key).update(body).digest("hex");
  console.log("etag", etag);
  return etag === request.headers.get("if-none-match");
}

export function isSame(known: Record<string, string>, name: string, key: string, chunk: string): boolean {
  const mac = createHmac("sha256", key).update(chunk).digest("hex");
  console.log("rebuilt", name, mac);
  return mac === known[name];
}

export function selfTest(key: string): void {
  const actual = createHmac("sha256", key).update("The quick").digest("hex");
  if (actual !== "f7bc83f4") console.error("self test failed", actual);
}
