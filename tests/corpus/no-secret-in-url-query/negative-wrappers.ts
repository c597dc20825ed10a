import request from "../utils/request";
import { getToken, signUploadKey } from "../utils/session";

// What comes with a request may be the token of a link; tokens of links.
export const forward = (req: { query: { token: string } }, res: { redirect(url: string): void }, site: string): void => res.redirect(`${site}/auth/callback?token=${req.query.token}`);
export const reset = (res: { redirect(url: string): void }, token: string): void => res.redirect(`/reset-password?token=${token}`);
export const verify = (token: string): Promise<unknown> => request.get("/verify-email", { params: { token } });
export const invited = (): Promise<unknown> => request.get("/invite", { params: { token: getToken() } });
export const oauthCallback = (site: string, token: string): string => `${site}/oauth?token=${token}`;

// A feed that others read.
export const rssUrl = (site: string, user: { token: string }): string => `${site}/rss?token=${user.token}`;

// A signature of what the address names.
export function uploadUrl(key: string): { url: string } {
  const token = signUploadKey(key);
  return { url: `/api/storage/upload/${key}?token=${token}` };
}

// Tokens of another sort.
export const more = (pushToken: string): string => `/devices?token=${pushToken}`;
export const confirmed = (confirmationToken: string): string => `/account?token=${confirmationToken}`;
export const lexeme = (lexer: { next(): string }): Promise<unknown> => request.get("/words", { params: { word: lexer.next() } });
export const shown = (): Promise<unknown> => request.get("/games", { params: { key: process.env.KEYBOARD_LAYOUT } });

// The body of a request.
export const login = (token: string): Promise<unknown> => request.post("/session", { data: { token: getToken(), password: token } });
