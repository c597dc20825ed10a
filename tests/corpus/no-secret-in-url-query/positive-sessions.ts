// Tokens of whoever is signed in, under any name and beside words of links.
import { OAuth2Client } from "google-auth-library";
import { generateToken, signAccess } from "./tokens";
import { store } from "./store";

declare const auth: { token: string; sign(user: unknown): string }, session: { token: string }, app: any, oauth: OAuth2Client;

export const download = (id: string) => window.open("/api/files/" + id + "?inline=0&token=" + auth.token); // expect
export const preview = (id: string) => window.open(`/preview/${id}?Authorization=${store.getters.token}`); // expect
export const invoice = (id: string) => `<iframe src="/invoices/${id}.pdf?credential=${session.token}">`; // expect
export const studio = () => window.open(`https://studio.example.org/?t=${session.token}`); // expect

export function downloadAll(ids: string[]) {
  const { token } = store.getState().auth;
  return ids.map((id) => window.open(`/api/download/${id}?token=${token}`)); // expect
}

export async function downloadSheet(id: string) {
  const { token } = await oauth.getAccessToken();
  return fetch(`https://sheets.example.org/${id}?alt=media&oauth_token=${token}`); // expect
}

app.get("/auth/cb", (req: any, res: any) => {
  res.redirect(`${process.env.FRONT}/welcome?token=${generateToken(req.user.id)}`); // expect
});

app.get("/auth/github", (req: any, res: any) => {
  const access = signAccess(req.user, "15m");
  const refresh = signAccess(req.user, "30d");
  res.redirect(
    `${process.env.FRONT}/welcome?access=${access}` + // expect
      `&refresh=${refresh}`, // expect
  );
});

export function callback(req: any, res: any) {
  const jwt = auth.sign(req.user);
  const target = new URL("/oauth/done", process.env.FRONT);
  target.searchParams.set("jwt", jwt); // expect
  res.redirect(target.toString());
}

export const report = (tokens: { current: string }) => window.open("/api/report?bearer=" + tokens.current); // expect
export const film = (server: string, key: string) => fetch(`${server}/film?download=1&X-Cinema-Token=${key}`); // expect
export const visits = (site: string, user: { statsToken: string }) => fetch(`https://stats.example.org/?site=${site}&token_auth=${user.statsToken}`); // expect
export const longer = (shortToken: string) => fetch(`https://graph.example.org/oauth?fb_exchange_token=${shortToken}`); // expect
export const drift = () => fetch(`https://drift.example.org/ping?k=${process.env.DRIFT_KEY}`); // expect

export class Storage {
  #sid?: string;

  async login(user: string, password: string) {
    const answer = await fetch("http://nas.local/login", { method: "POST", body: JSON.stringify({ user, password }) });
    this.#sid = (await answer.json()).sid;
  }

  list(folder: string) {
    return fetch(`http://nas.local/files?folder=${folder}&_sid=${this.#sid}`); // expect
  }
}
