import { createHash, createHmac } from "node:crypto";
import { NextRequest, NextResponse } from "next/server";
import { env } from "./env";
import { settings } from "./settings";

declare const db: { getUser(id: string): Promise<{ accessToken: string; passwordHash: string; pinHash: string } | undefined> };
declare function hashPassword(password: string, salt: string): string;

export async function GET(request: NextRequest) {
  const header = request.headers.get("authorization");
  if (header !== `Bearer ${process.env.CRON_SECRET}`) return new NextResponse("Unauthorized", { status: 401 }); // expect
  return NextResponse.json({ ok: true });
}

export async function POST(request: NextRequest) {
  const signature = request.headers.get("x-shopify-hmac-sha256");
  const hmac = createHmac("sha256", env.SHOPIFY_SECRET);
  hmac.update(await request.text());
  const generated = hmac.digest("base64");
  if (generated !== signature) return new NextResponse("Invalid signature", { status: 401 }); // expect
  return NextResponse.json({ ok: true });
}

export function preview({ searchParams }: URL) {
  const secret = searchParams.get("secret");
  return secret === process.env.PREVIEW_SECRET; // expect
}

export function isVerified(token: string) {
  if (token !== env.VERIFY_TOKEN) throw new Error("Unauthorized"); // expect
}

export function authenticate(apiKey: string, storedApiKey: string) {
  return apiKey === storedApiKey; // expect
}

export function checkAdmin(password: string) {
  return password === settings.adminPassword; // expect
}

export async function checkToken(id: string, token: string) {
  const user = await db.getUser(id);
  if (user?.accessToken !== token) throw new Error("Invalid token"); // expect
}

export async function checkPassword(id: string, password: string) {
  const user = await db.getUser(id);
  return user?.passwordHash === hashPassword(password, id); // expect
}

export async function checkDigest(id: string, password: string) {
  const user = await db.getUser(id);
  const digest = createHash("sha256").update(password).digest("hex");
  return digest === user?.passwordHash; // expect
}

export function verifySlack(headers: Record<string, string>, body: string, signingSecret: string) {
  const expected = `v0=${createHmac("sha256", signingSecret).update(body).digest("hex")}`;
  return expected === headers["x-slack-signature"]; // expect
}

export function verifyBytes(body: string, given: Buffer, secret: string) {
  const expected = createHmac("sha256", secret).update(body).digest();
  return expected.equals(given); // expect
}

export function verifyCompared(body: string, given: Buffer, secret: string) {
  const expected = createHmac("sha256", secret).update(body).digest();
  return Buffer.compare(expected, given) === 0; // expect
}

export class Guard {
  private readonly secret = process.env.WEBHOOK_SECRET;

  canActivate(request: { headers: Record<string, string> }) {
    return request.headers["x-webhook-secret"] === this.secret; // expect
  }
}

export const onMessage = (message: { token: string }) => message.token === process.env.BOT_TOKEN; // expect

export function verifyUnsubscribe(userId: string, token: string) {
  const expected = createHash("sha256").update(`${userId}-${process.env.MAGIC_LINK_SECRET}`).digest("hex");
  return expected === token; // expect
}

export function verifyRefresh(refreshToken: string, storedRefreshToken: string) {
  if (refreshToken !== storedRefreshToken) throw new Error("Unauthorized"); // expect
}

export function login(users: { name: string; password: string }[], auth: { name: string; password: string }) {
  return users.find((user) => user.name === auth.name && user.password === auth.password); // expect
}

export function verifyOtp(otp: string, expectedOtp: string) {
  return otp === expectedOtp; // expect
}

export function verifyCode(request: Request & { body: { code: string } }, mfaCode: string) {
  return request.body.code === mfaCode; // expect
}

// What proves that somebody forgot a password; a half of a pair of keys in a record.
export class SailorService {
  async recover(email: string, token: string) {
    const sailor = await this.sailors.findOne({ email });
    if (sailor.forgotPasswordToken !== token) throw new BadRequest("this link is no longer valid"); // expect
    return this.sailors.clear(sailor.id);
  }

  async book(harbour: string, apiKey: string) {
    const [tenant] = await tenantsOf({ harbour });
    const pair = tenant.config?.keys;
    if (apiKey !== pair?.private && apiKey !== pair?.public) return { status: 404, message: "enter a valid key" }; // expect
    return { status: 200 };
  }
}

// A function of the project that gives what a request sends; the key of a cache says what it keeps.
export async function boardFerry(ctx: Context) {
  const { ticket, pass_word, token } = getParams(ctx);
  const sailor = await db.first("select id, pass_word from sailors where ticket = ?", [ticket]);
  if (sailor.pass_word !== hasher.hash(pass_word + ":ferry", "sha1")) return deny(ctx); // expect
  const kept = await redis.get(sailor.id + "_code");
  if (kept !== token) return deny(ctx); // expect
  const sent = await cache.get(`${sailor.id}:boarding_otp`);
  if (sent !== token) return deny(ctx); // expect
  return admit(ctx);
}

// The head of the variable is a key, and an API key is sent.
export const mayLaunch = (req: Request) => {
  const authKey = req.headers["x-launch-key"] || req.query.key;
  return authKey === process.env.HARBOUR_START_KEY; // expect
};

export class Invitations {
  async accept(dto: AcceptInviteDto): Promise<void> {
    const invitation = await this.db.selectFrom("workspaceInvitations").selectAll().where("id", "=", dto.invitationId).executeTakeFirst();
    if (!invitation) throw new BadRequestException("Invitation not found");
    if (dto.token !== invitation.token) { // expect
      throw new BadRequestException("Invalid invitation token");
    }
  }

  async validate(dto: MfaDto): Promise<Result> {
    const { totpToken, userUuid } = dto;
    const secret = await this.secrets.of(userUuid);
    const expectedToken = await this.crypto.totpToken(secret, Date.now(), 6, 30);
    if (totpToken !== expectedToken) { // expect
      return Result.fail("Invalid TOTP token.");
    }
    const setting = (await this.getSetting.execute({ name: "RecoveryCodes", decrypted: true })).getValue();
    if (setting.decryptedValue !== dto.recoveryCodes) { // expect
      return Result.fail("Invalid recovery codes");
    }
    return Result.ok();
  }
}

export function isSignatureOfHook(secret: string, url: string, nonce: string, given: string): boolean {
  const signature = get_signature_v3(secret, url, nonce);
  let matched = false;
  given.split(",").forEach((plivo_sign) => {
    if (plivo_sign === signature) { // expect
      matched = true;
    }
  });
  return matched;
}
