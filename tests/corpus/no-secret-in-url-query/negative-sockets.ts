import axios from "axios";
import querystring from "querystring";
import crypto from "crypto";
import { io } from "socket.io-client";

export const room = (origin: string, id: string): WebSocket => new WebSocket(`wss://chat.example.com/rooms?room=${id}&version=${origin}`);
export const prices = (tokenAddress: string): WebSocket => new WebSocket(`wss://prices.example.com/stream?token=${tokenAddress}`);
export const trades = (coin: { symbol: string }): WebSocket => new WebSocket(`wss://prices.example.com/trades?token=${coin.symbol}`);
export const ticket = (once: string): WebSocket => new WebSocket(`wss://chat.example.com/?ticket=${once}`);
export const invited = (inviteToken: string): WebSocket => new WebSocket(`wss://chat.example.com/invite?token=${inviteToken}`);

// socket.io sends this in the handshake.
export const chat = (origin: string, token: string) => io(origin, { auth: { token }, query: { room: "1" } });
export const store = (client: { find(query: object): unknown }, accessToken: string) => client.find({ query: { accessToken } });
export const graphql = (post: (url: string, body: object) => unknown, token: string) => post("/graphql", { query: `token=${token}`, operationName: "a" });

export function page(path: string, sort: string) {
  const separator = path.includes("?") ? "&" : "?";
  return fetch(`${path}${separator}sort=${sort}`);
}

export const label = (plural: boolean, token: string): string => `${plural ? "tokens" : "token"}=${token.length}`;

// The body of a request.
export function token(clientSecret: string) {
  const params = { grant_type: "client_credentials", client_secret: clientSecret };
  return axios.post("https://auth.example.com/token", querystring.stringify(params));
}

export function exchange(clientSecret: string) {
  const fields = { grant_type: "client_credentials", client_secret: clientSecret };
  const body = new URLSearchParams(fields);
  return fetch("https://auth.example.com/token", { method: "POST", body });
}

// Signed, not sent.
export function sign(order: string, apiSecret: string): string {
  const fields = { order, secret: apiSecret };
  return crypto.createHash("sha256").update(querystring.stringify(fields)).digest("hex");
}

export const search = (data: { role: string; limit: number }) => axios.get("/members", { params: data });
interface Page {
  cursor: string;
  pageToken: string;
}
export const pages = (params: Page) => axios.get("/members", { params });
export const create = (data: { newPassword: string }) => axios.post("/members", data);
export const reset = (params: { token: string }) => axios.get("/members/reset", { params });

export const opened = "https://app.example.com/verify?token=9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c";
export const activation = "https://app.example.com/activate?activation_key=9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c";
export const uri = (secret: string): string => `otpauth://totp/me?secret=${secret}`;

// OAuth 1: the page where the user agrees.
export const authorize = (url: string, output: { oauth_token: string }): string => `${url}?${new URLSearchParams({ oauth_token: output.oauth_token })}`;
