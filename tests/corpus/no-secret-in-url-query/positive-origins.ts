import axios from "axios";
import { readFile } from "node:fs/promises";
import { toQuery } from "./query";

// What an interceptor adds to each request
const quotes = axios.create({ baseURL: "https://quotes.example.com" });
quotes.interceptors.request.use((config) => {
  config.params = { ...config.params, api_key: process.env["QUOTES_KEY"] }; // expect
  return config;
});

// What a function writes behind a question mark, and what is spread into the parameters
export const quote = (symbol: string) => fetch(`https://quotes.example.com/v1?${toQuery({ symbol, apikey: process.env["QUOTES_KEY"] })}`); // expect
const common = { api_key: process.env["QUOTES_KEY"], lang: "en" }; // expect
export const history = (symbol: string) => axios.get("https://quotes.example.com/history", { params: { ...common, symbol } });

// The token of the visitor, whatever the address is for
export function downloadInvoice(id: string): void {
  const token = localStorage.getItem("token");
  window.open(`/invoices/${id}/download?token=${token}`); // expect
}
export const preview = (id: string) => `/preview/${id}?token=${sessionStorage.getItem("token")}`; // expect
export const openReport = (tokenService: { getToken(): string }, id: string) => window.open(`/reports/${id}?token=${tokenService.getToken()}`); // expect

// Keys and tokens of services that write to people
export const tell = (bot: { wecomKey: string; PUSH_PLUS_TOKEN: string }, text: string) => [
  fetch(`https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${bot.wecomKey}`, { method: "POST", body: text }), // expect
  fetch("https://www.pushplus.plus/send?token=" + bot.PUSH_PLUS_TOKEN + "&content=" + text), // expect
];
export const tryWebhook = (verifyToken: string) => window.open(`/hook?hub.mode=subscribe&hub.verify_token=${verifyToken}&hub.challenge=1`); // expect

// The list of fonts, asked for by a program
export async function fonts(): Promise<unknown> {
  const known = await readFile("fonts.json", "utf8").catch(() => undefined);
  return known ?? fetch(`https://www.googleapis.com/webfonts/v1/webfonts?key=${process.env["FONTS_API_KEY"]}`); // expect
}

const TOKEN_PARAM = "mb_access_token";
export function pageFor(base: string, accessToken: string) {
  const page = new URL(base);
  page.searchParams.set(TOKEN_PARAM, accessToken); // expect
  return page.toString();
}

export function channelOf(name: string, apiKey: string) {
  const queryString = `part=id&forUsername=${name}&key=${apiKey}`; // expect
  return askVideos("channels", queryString);
}

export const renewed = (origin: string, refreshToken: string) =>
  fetch(`${origin}/api/auth/refresh?code=${refreshToken}`, { method: "POST" }); // expect

const wizardQuery = (path: string) => {
  const query = new URLSearchParams({ path });
  const authToken = storedAuthToken();
  if (authToken) query.set("token", authToken); // expect
  return query.toString();
};
export const progress = (path: string) => new EventSource(`/api/clone?${wizardQuery(path)}`);

export const films = (title: string) =>
  axios({
    method: "GET",
    url: "https://youtube.googleapis.com/youtube/v3/search",
    params: { q: title, key: process.env["REACT_APP_API_KEY"] }, // expect
  });

export const peek = (base: string, file: string, sessionToken: string) => `${base}/files?path=${file}&sessionToken=${sessionToken}&preview=true`; // expect

export function headlines(country: string, size: number) {
  let newsUrl = "https://news.example.com/v2/top?";
  newsUrl += `country=${country}&`;
  newsUrl += `pageSize=${size}&apiKey=${NEWS_API_KEY}`; // expect
  return fetch(newsUrl);
}

export const events = (host: string, session: any) => new EventSource(host + "/events?token=Bearer " + session.accessToken + "&main=true"); // expect

export function liveAddress(base: string) {
  const held = getToken();
  return base.replace(/^http/, "ws") + "/live" + (held ? `?token=${encodeURIComponent(held)}` : ""); // expect
}
