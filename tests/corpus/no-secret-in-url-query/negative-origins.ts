import axios from "axios";
import { toQuery } from "./query";

const list = axios.create({ baseURL: "/api" });
list.interceptors.request.use((config) => {
  config.params = { ...config.params, locale: "en", tokenType: "bearer" };
  return config;
});
export const words = (code: string) => fetch(`/words?${toQuery({ key: code, sort: "asc", pageToken: code })}`);
export const shown = (token: { count: number }) => `/usage?${JSON.stringify({ token: token.count })}`;
export const invitation = (mail: { send(to: string, text: string): void }, to: string, inviteToken: string) => mail.send(to, `${location.origin}/invite?${new URLSearchParams({ token: inviteToken })}`);
export const checkReset = () => fetch(`/reset-password/check?token=${new URLSearchParams(location.search).get("token")}`);
export const forget = (pushToken: string) => fetch(`/devices?token=${pushToken}`);
export const client = (options: { params?: object }, apiKey: string) => {
  options.params = { apiKey };
  return options;
};
const page = { page: 1, key: "name" };
export const sorted = () => axios.get("/rows", { params: { ...page, dir: "asc" } });

export const exchange = (origin: string, code: string) => fetch(`${origin}/oauth/token?code=${code}`, { method: "POST" });

const formBody = (name: string) => {
  const fields = new URLSearchParams({ name });
  fields.set("token", storedAuthToken());
  return fields.toString();
};
export const send = (name: string) => fetch("/api/join", { method: "POST", body: formBody(name) });

export const scripts = () => `https://www.example.com/js?key=${process.env.REACT_APP_FIREBASE_KEY}`;

export function fields(name: string, password: string) {
  let body = `name=${name}&`;
  body += `plan=free&password=${password}`;
  return body;
}

export function exchanged(id: string, clientSecret: string, code: string) {
  const queryString = `client_id=${id}&client_secret=${clientSecret}&code=${code}`;
  return fetch("https://accounts.example.com/token", { method: "POST", body: queryString });
}

export function authenticator(secret: string) {
  let url = "otpauth://totp/Shop:me?";
  url += `secret=${secret}`;
  return url;
}
