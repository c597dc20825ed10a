// What is called like the tokens in positive-sessions.ts and opens nothing for long, or is traded.
import { createInviteToken, generateToken } from "./tokens";

declare const mailer: any, user: { resetToken: string; token: string; avatarKey: string; hash: string }, app: any, session: any;

export const sendReset = () => mailer.send({ link: `https://shop.example.org/reset?token=${user.token}` });
export const sendVerification = (id: string) => mailer.send(`https://shop.example.org/verify?token=${generateToken(id)}`);
export const sendInvitation = (id: string) => mailer.send(`https://shop.example.org/join-team?token=${createInviteToken(id)}`);

app.get("/forgot", (req: any, res: any) => res.redirect(`/reset-password?token=${generateToken(req.body.email)}`));
app.get("/welcome", (req: any, res: any) => res.redirect(`/welcome?access=${req.user.accessLevel}&refresh=${req.query.refresh}`));

// Tokens that are traded
export const price = (token: string) => fetch(`https://exchange.example.org/price?token=${token}&vs=usd`);
export const balance = (wallet: string, token: string) => fetch(`https://exchange.example.org/balance?wallet=${wallet}&token=${token}`);
export const candles = (token: string, span: string) => fetch(`https://exchange.example.org/candles?token=${token}&span=${span}`);

export const secrets = (app: string, name: string) => fetch(`https://vault.example.org/secrets?app=${app}&secret=${name}`);
export const avatar = () => `https://avatar.example.org/${user.hash}?key=${user.avatarKey}`;
export const form = () => `/profile?_csrf=${session.token}`;
export const chat = (room: string, sid: string) => fetch(`/chat?room=${room}&sid=${sid}`);

export class Conversation {
  sid = "";

  messages() {
    return fetch(`/messages?sid=${this.sid}`);
  }
}
