// Refusals in other languages, one-time codes of a shared secret, basic authentication, records that turn somebody away.
import basicAuth from "basic-auth";
import { authenticator } from "otplib";
import type { NextFunction, Request, Response } from "express";

export const guard = (pass: string) => (req: Request, res: Response, next: NextFunction) => {
  const sent = basicAuth(req);
  if (sent && sent.pass === pass) return next(); // expect
  res.set("WWW-Authenticate", "Basic").sendStatus(401);
};

export class TwoFactor {
  async enable(user: User, code: string) {
    const { totpSecret } = await this.users.load(user.id);
    const wanted = authenticator.generate(totpSecret);
    if (code !== wanted) throw new Error("not this one"); // expect
  }
}

export function confirmPhone(ctx: Context, typedCode: string) {
  const kept = ctx.session.sms;
  const keptCode = kept.code;
  if (keptCode !== typedCode) throw new Error("验证码不正确"); // expect
  ctx.session.sms = null;
}

export async function confirmar(conta: Conta, codigo: string) {
  const registro = await Registro.findOne({ conta });
  if (registro.code !== codigo) throw new Error("código inválido"); // expect
}

export class Channels {
  attach(id: string, token: string) {
    const session = this.sessions.get(id);
    if (session.token !== token) throw new HttpError(403, "not yours"); // expect
    return session;
  }
}

const codes = new Map<string, { code: string; at: number }>();
export function verifyCode(phone: string, code: string) {
  const entry = codes.get(phone);
  if (entry && entry.code === code && Date.now() - entry.at < 60_000) { // expect
    codes.delete(phone);
    return true;
  }
  return false;
}

export async function authenticateClient(id: string, password: string) {
  const client = await clients.read(id);
  if (!client || client.keySecret !== password) return false; // expect
  return client.isActive;
}

export async function join(req: Request) {
  const token = getToken(req.query.token);
  const room = await findRoom(req.params.room);
  if (token != room.token) throw new Forbidden(); // expect
  return room;
}
