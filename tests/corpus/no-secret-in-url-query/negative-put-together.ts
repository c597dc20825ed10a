// What looks like the addresses in positive-put-together.ts, and holds no secret or is none.
import axios from "axios";
import { Router } from "@angular/router";

const cinema = axios.create({ baseURL: "https://cinema.example.org/v2" });
const store: any = new Map();

export const programme = (day: string, page: number) => cinema.get("/programme", { params: { day, page, sort_key: "time" } });
export const tickets = (apiKey: string) => cinema.get("/tickets", { headers: { "x-api-key": apiKey } });
export const template = (apiKey: string) => store.create({ params: { apiKey } });

export const exchange = (code: string, clientSecret: string) => {
  const form = [`code=${code}`, "client_secret=" + clientSecret];
  form.push("grant_type=authorization_code");
  return fetch("https://login.example.org/token", { method: "POST", body: form.join("&") });
};

export const signIn = (user: string, password: string) =>
  fetch("https://login.example.org/session", { method: "POST", body: ["user=" + user, "password=" + password].join("&") });

export const signInWithPairs = (user: string, password: string) =>
  fetch("https://login.example.org/session", { method: "POST", body: new URLSearchParams([["user", user], ["password", password]]) });

export const labels = (token: string) => ["token=", token].join("");
export const chart = [["token", "count"], ["secret", "hidden"]];
export const columns = new Map([["password", "Password"], ["apiKey", "Key of the API"]]);
export const sentence = (token: string) => "Which token? ".concat(token);

export const ferries = (line: string, pageToken: string) =>
  fetch("https://ferries.example.org/times?" + ["line=" + line, "pageToken=" + pageToken, "tokens=1"].join("&"));

export function cells(row: string[], password: string) {
  const form = new FormData();
  for (const [name, value] of [["row", row.join()], ["password", password]]) form.set(name!, value!);
  return fetch("/cells", { method: "POST", body: form });
}

export class ForgottenPage {
  constructor(private readonly router: Router) {}

  next(token: string, email: string) {
    return this.router.navigate(["/reset-password"], { queryParams: { token, email } });
  }

  sponsored(offer: { sponsorshipToken: string }) {
    return this.router.createUrlTree(["/families"], { queryParams: { token: offer.sponsorshipToken } });
  }
}

export const tab = (router: any) => router.push({ path: "/settings", query: { tab: "password", key: "security" } });

export function shared(proxy: { server: string; obfsPassword: string }) {
  const parts = ["obfs=salamander"];
  parts.push(`obfs-password=${encodeURIComponent(proxy.obfsPassword)}`);
  return `hysteria2://${proxy.server}/?${parts.join("&")}`;
}

export function pay(gateway: string, amount: number) {
  const formData = "store_id=ferry&store_passwd=harbour53588&total_amount=" + amount;
  return fetch(gateway, { method: "POST", body: formData });
}

export const isHuman = (token: string) => fetch("/api/validate_captcha?token=" + token);

const apiKey = process.env.FIREBASE_WEB_API_KEY;
export const sendCode = (phone: string) =>
  fetch(`https://identitytoolkit.googleapis.com/v1/accounts:sendVerificationCode?key=${apiKey}`, { method: "POST", body: phone });
