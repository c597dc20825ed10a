// What negative-namesakes.ts is like, where it is a secret.
import axios, { type AxiosRequestConfig } from "axios";
import { login } from "./session";

declare const passport: any, router: any;

export function revalidate(base: string) {
  const key = process.env["CRON_SECRET"];
  return fetch(`${base}/api/revalidate?secret=${key}`); // expect
}
export function draft(redirect: (to: string) => void) {
  const name = process.env["PREVIEW_SECRET"];
  redirect(`/api/preview?secret=${name}`); // expect
}
export const hook = (config: { key: string }) => fetch(`https://cms.example.org/hook?secret=${config.key}`); // expect

// A wallet of vouchers, pools of cars
export async function vouchers(base: string) {
  const token = await login();
  return fetch(`${base}/wallet?token=${token}`); // expect
}
export const getBalance = (base: string, token: string) => axios.get(`${base}/balance?token=${token}`); // expect

export function pins(req: any) {
  if (!req.isAuthenticated()) return undefined;
  return axios.get(`https://pins.example.org/me?oauth_token=${req.user.token}`); // expect
}

// Options of requests
axios.interceptors.request.use(addKey);
function addKey(config: any) {
  config.params.api_key = process.env["QUOTES_KEY"]; // expect
  return config;
}
export const signed = (config: AxiosRequestConfig, apiKey: string) => {
  config.params = { ...config.params, api_key: apiKey }; // expect
  return config;
};
export function withKey(requestConfig: any, apiKey: string) {
  requestConfig.params.api_key = apiKey; // expect
  return requestConfig;
}
export const upload = (file: Blob, accessToken: string) => axios.post("https://files.example.org/", file, { params: { access_token: accessToken } }); // expect

export const gateway = (user: string, pass: string) => axios.get("https://sms.example.org/send", { params: { user, pass } }); // expect
export function header(url: URL, token: string) {
  for (const [name, value] of [["access_token", token]]) url.searchParams.set(name!, value!); // expect
}
export const share = (secret: string) => router.push({ query: { secret } }); // expect
export const old = (bearerToken: string) => fetch(`/report?bearer=${bearerToken}`); // expect

export const fingerprintOf = (text: string) => createHash("sha256").update(text).digest("hex"); // of node:crypto
export const revoke = (token: string) => fetch(`https://mail.example.org/connect/revoke?token=${token}`, { method: "POST" }); // expect
