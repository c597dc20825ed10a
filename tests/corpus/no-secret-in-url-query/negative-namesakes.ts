// Parameters and values that are called like secrets.
import axios from "axios";
import { createToken, generateToken } from "./tokens";
import { getters, router } from "./app";

declare const app: any, mailer: any, sendMail: (mail: object) => void, tradeSession: any, swapSession: any, session: any, userInfo: any, userData: any, client: any;

// What is traded, counted and drawn; tokens of phones and of forms
export const sell = async () => await fetch(`https://exchange.example.org/quote?sellToken=${tradeSession.token}`);
export const symbol = () => fetch(`/quote?symbol=${swapSession.token}`);
export const spent = () => fetch(`/usage?spent=${session.token}`);
export const style = () => `/style.css?color=${getters.token}`;
export const push = () => fetch(`/push?to=${userInfo.token}`);
export const logout = () => fetch(`/logout?authenticity_token=${session.token}`);
export const leave = () => fetch(`/logout?_token=${session.token}`);

// Links of mails
export const reset = () => sendMail({ html: `<a href="https://shop.example.org/reset-password?token=${userData.token}">` });
export const verify = () => sendMail({ html: `<a href="https://shop.example.org/verify?t=${userInfo.token}">` });
export const unsubscribe = () => mailer.send(`https://shop.example.org/unsubscribe?t=${session.token}`);
export async function invite(id: string) {
  const token = await refreshInvite(id);
  mailer.send(`https://shop.example.org/invite?token=${token}`);
}
export async function recover(user: { refresh(): Promise<{ token: string }> }) {
  const { token } = await user.refresh();
  mailer.send(`https://shop.example.org/reset-password?token=${token}`);
}
declare function refreshInvite(id: string): Promise<string>;
export const invited = (token: string) => mailer.send(`https://shop.example.org/invite?x-invite-token=${token}`);

// Redirects to pages of one use
app.get("/file", (req: any, res: any) => res.redirect(`/download?t=${createToken(req.file.id)}`));
app.get("/mail", (req: any, res: any) => res.redirect(`/verify-email?tk=${generateToken(req.user)}`));
app.get("/first", (req: any, res: any) => res.redirect(`/set-password?token=${generateToken(req.user)}`));

// Settings of other things, parameters of a server
export function build(config: any, hash: string) {
  config.params.password = hash;
  return config;
}
export function decode(request: any, token: string) {
  request.params.token = token;
  return request;
}

// What is sent, not asked for
const rpc = axios.create({ baseURL: "https://rpc.example.org" });
export const login = (user: string, password: string) => rpc.post("", { jsonrpc: "2.0", method: "login", params: { user, password } });
export const call = (accessToken: string) => client.post("/rpc", { id: 1, method: "list", params: { accessToken } });

// A loop that sets headers
export function prepare(headers: Headers, url: URL, token: string) {
  for (const [name, value] of [["token", token]]) {
    headers.set(name!, value!);
    url.searchParams.set("page", "1");
  }
}

// Passes, widths, who bears a thing, by what a list is sorted
export const play = (battlePass: string, account: string) => axios.get("/game", { params: { pass: battlePass, account } });
export const run = (passNumber: number, user: string) => axios.get("/runs", { params: { pass: passNumber, user } });
export const picture = (id: string, width: number) => `/picture?user=${id}&pw=${width}`;
export const ships = (shipBearer: string) => fetch(`/ships?bearer=${shipBearer}`);
export const sorted = () => fetch(`/items?k=${process.env["SORT_KEY"]}`);

// Pages about secrets
export const open = (selected: string) => router.push({ query: { secret: selected } });
export const show = (row: string) => router.push({ path: "/secrets", query: { secret: row } });
export const keys = (key: { id: string }) => router.navigate(["/keys"], { queryParams: { apiKey: key.id } });
export const entry = (secretRef: string) => fetch(`/api/secrets?secret=${secretRef}`);
