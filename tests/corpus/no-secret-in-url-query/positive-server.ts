import type { Request, Response } from "express";
import jwt from "jsonwebtoken";

export function success(req: Request, res: Response, user: { id: string }, secret: string): void {
  const token = jwt.sign({ id: user.id }, secret);
  res.redirect(`https://app.example.com/home?token=${token}`); // expect
}

export function tokens(res: Response, session: { accessToken: string; refreshToken: string }): void {
  res.redirect(`/home?access_token=${session.accessToken}`); // expect
  res.redirect(`/home?id=1&refresh_token=${encodeURIComponent(session.refreshToken)}`); // expect
  res.redirect("/home?refresh_token=" + session.refreshToken); // expect
}

export const gemini = (model: string, key: string): string => `https://generativelanguage.googleapis.com/v1beta/models/${model}:generateContent?key=${key}`; // expect
export const gemini2 = (origin: string, model: string, apiKey: string): string => `${origin}/v1beta/models/${model}:embedContent?key=${apiKey}`; // expect
export const books = (apiKey: string): string => `https://www.googleapis.com/books/v1/volumes?q=x&key=${apiKey}`; // expect
export const verifyHuman = (url: string, secret: string, answer: string): string => `${url}?secret=${secret}&response=${answer}`; // expect

export function exchange(url: string, clientId: string, clientSecret: string, code: string): Promise<unknown> {
  return fetch(`${url}?client_id=${clientId}&client_secret=${clientSecret}&code=${code}`); // expect
}

export function exchangeInSteps(url: string, clientId: string, clientSecret: string): Promise<unknown> {
  const params = `client_id=${clientId}&client_secret=${clientSecret}`; // expect
  return fetch(`${url}?${params}`);
}

export class Facebook {
  constructor(private readonly appSecret: string) {}
  me(authData: { access_token: string }): Promise<unknown> {
    return this.get("me?fields=id&access_token=" + authData.access_token); // expect
  }
  app(authData: { access_token: string }): Promise<unknown> {
    return this.get(`app?access_token=${authData.access_token}`); // expect
  }
  long(id: string, authData: { access_token: string }): Promise<unknown> {
    return this.get(
      "oauth/extend?client_id=" +
        id +
        "&client_secret=" + // expect
        this.appSecret +
        "&fb_exchange_token=" + // expect
        authData.access_token,
    );
  }
  get(path: string): Promise<unknown> {
    return fetch(`https://graph.example.com/${path}`);
  }
}

export function matrix(room: string, accessToken: string): { path: string } {
  return { path: `/_matrix/client/r0/rooms/${room}/send?access_token=${accessToken}` }; // expect
}

export function wechat(id: string, secret: string, code: string): string {
  return `https://api.example.cn/session?appid=${id}&secret=${secret}&js_code=${code}`; // expect
}

export const logIn = (user: string, password: string): Promise<unknown> => fetch(`/login?user=${user}&password=${password}`); // expect
export const logIn2 = (user: string, password: string): Promise<unknown> => fetch("/login?user=" + user + "&password=" + encodeURIComponent(password)); // expect
export const other = (apiKey: string): Promise<unknown> => fetch(`https://api.example.com/v1?k=${apiKey}`); // expect
export const impersonate = (origin: string, impersonationToken: string): string => `${origin}/admin/impersonate?impersonationToken=${impersonationToken}`; // expect
export const env = (): Promise<unknown> => fetch(`https://api.example.com/v1?auth=${process.env.SERVICE_TOKEN}`); // expect

export function balance(this: { explorer: string }, address: string) {
  const url = `${this.explorer}&module=account&address=${address}&apikey=${EXPLORER_APIKEY}`; // expect
  return fetch(url);
}
