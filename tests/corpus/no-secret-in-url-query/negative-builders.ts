import { HttpClient, HttpParams } from "@angular/common/http";
import axios from "axios";
import shopify from "@shopify/shopify-api";
import { graphql } from "./graphql";
import { socket } from "./websocket";

declare const $: any, FlowRouter: any, db: any, cache: any, config: any;

export class AccountService {
  constructor(private readonly http: HttpClient) {}

  signIn(user: string, password: string) {
    const body = new HttpParams().set("username", user).set("password", password);
    return this.http.post("/api/sign-in", body);
  }

  search(term: string) {
    return this.http.get("/api/search", { params: new HttpParams().set("q", term).set("pageToken", "") });
  }
}

export const users = (token: string) => graphql.request({ query: "query { users { id } }", token });
export const rows = (token: string) => db.select({ query: { token } });
export const post = (accessToken: string) => $.ajax({ url: "/api/mails", type: "POST", data: { access_token: accessToken } });
export const options = { access_key: "YOUR_ACCESS_KEY", query: "Oslo" };
export const sample = () => axios.get("https://weather.example.com/current", { params: { access_key: "your-access-key", units: "m" } });
export const sorted = () => axios.get("/api/items", { params: { sort_key: "b41d7c09e5a2f83610c9d4e7f2ab5836", token_type: "bearer" } });

// What every visitor of a page sees: scripts, pictures and tiles.
export const script = () => `https://maps.googleapis.com/maps/api/js?libraries=places&key=${process.env.GOOGLE_MAPS_API_KEY}`;
export const picture = (center: string) => `https://maps.googleapis.com/maps/api/staticmap?center=${center}&key=${process.env.GOOGLE_MAPS_API_KEY}`;
export const nearby = (place: string) => fetch(`https://maps.googleapis.com/maps/api/place/details/json?place_id=${place}&key=${process.env.NEXT_PUBLIC_MAPS_KEY}`);
export const around = (place: string) => fetch(`https://maps.googleapis.com/maps/api/place/details/json?place_id=${place}&key=${config.mapsKey}`);

export const filter = (search: string, token: string) => db.raw(search + "token = " + token);
export const greet = (socketName: string, token: string) => socket.connect({ name: socketName, auth: { token } });
export const path = (id: string) => FlowRouter.path("/boards/:id", { id }, { sort: "name" });
export const theme = (THEME_KEY: string) => fetch(`/api/themes?token=${cache.getItem(THEME_KEY)}`);
export const push = (deviceToken: string) => new URL(`/?deviceToken=${deviceToken}`, "https://push.example.com");

// The API key of a Shopify app is its client id.
export function install(shop: string, apiKey: string) {
  const target = new URL(`https://${shop}/admin/oauth/authorize`);
  target.searchParams.set("dev_api_key", apiKey);
  return shopify.redirect(target);
}

// The text of a form.
export function askForToken(server: string, clientSecret: string): Promise<Response> {
  const form = new URLSearchParams();
  form.set("client_secret", clientSecret);
  const body = form.toString();
  return fetch(`${server}/token?lang=en`, { method: "POST", body });
}
