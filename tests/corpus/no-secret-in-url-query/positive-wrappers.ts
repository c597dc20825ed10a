import rp from "request-promise";
import request from "../utils/request";
import { getToken } from "../utils/session";

// A session's token, by the project's own function, in requests of a wrapper.
export const profile = (): Promise<unknown> => request.get("/user/profile", { params: { token: getToken() } }); // expect
export const files = (page: number): Promise<unknown> => {
  const params: object = { token: getToken(), page }; // expect
  return request.get("/files", { params });
};
export const addRssLink = (link: string): Promise<unknown> => {
  const params: object = { token: localStorage.getItem("token"), source: link }; // expect
  return request.post("/feeds", { params });
};

// A key of the environment whose vendor stands last.
export const players = (id: string): Promise<unknown> => {
  const options = {
    uri: "https://api.games.example.com/players",
    qs: {
      key: process.env.API_KEY_GAMES, // expect
      id,
    },
  };
  return rp(options);
};

// A browser is sent on with the session.
export function callback(auth: { createToken(user: object): string }, req: { user: object }, res: { redirect(url: string): void }, site: string): void {
  const token = auth.createToken(req.user);
  res.redirect(`${site}/auth/callback?token=${token}`); // expect
}

export function finish(auth: { issue(user: object): string }, req: { user: object }, res: { redirect(url: string): void }, site: string): void {
  const jwtToken = auth.issue(req.user);
  const target = `${site}/auth/callback?token=${jwtToken}`; // expect
  res.redirect(target);
}

// A vendor whose name begins like a word for another sort of token.
export const sounds = (data: { pushoverApplicationToken: string }): string => `/api/v1/settings/sounds?token=${data.pushoverApplicationToken}`; // expect
