import { HttpClient, HttpParams } from "@angular/common/http";
import axios from "axios";
import url from "node:url";
import { io } from "socket.io-client";
import { controller } from "./websocket-controller";
import { restClient } from "./rest";

declare const $: any, FlowRouter: any, Accounts: any, SocketPool: any, keys: { session: string };

export class ReportService {
  constructor(private readonly http: HttpClient) {}

  list(accessToken: string) {
    const params = new HttpParams().set("page", "1").set("access_token", accessToken); // expect
    return this.http.get("/api/reports", { params });
  }

  open(accessToken: string) {
    return this.http.get("/api/reports/latest", { params: new HttpParams().append("access_token", accessToken) }); // expect
  }
}

export async function revoke(refreshToken: string) {
  return restClient.get("/oauth/revoke", { queryParams: { token: refreshToken } }); // expect
}

export const profile = (accessToken: string) => $fetch("/api/profile", { query: { access_token: accessToken } }); // expect

const weatherOptions = {
  access_key: "b41d7c09e5a2f83610c9d4e7f2ab5836", // expect
  units: "m",
};
export const weather = () => axios.get("https://weather.example.com/current", { params: weatherOptions });

export async function geocode(address: string) {
  const key = process.env.GOOGLE_MAPS_API_KEY;
  const target = `https://maps.googleapis.com/maps/api/geocode/json?address=${encodeURIComponent(address)}&key=${key}`; // expect
  return (await fetch(target)).json();
}

export async function travelTime(origins: string, destinations: string) {
  const target = new URL("https://maps.googleapis.com/maps/api/distancematrix/json");
  target.searchParams.set("origins", origins);
  target.searchParams.set("destinations", destinations);
  target.searchParams.set("key", process.env.MAPS_SERVER_KEY!); // expect
  return fetch(target);
}

export function graph(path: string, queryString: string, pageAccessToken: string) {
  return fetch(`https://graph.example.com${path}${queryString}access_token=${pageAccessToken}`); // expect
}

export async function history(id: number, guestToken?: string) {
  const params = new URLSearchParams();
  if (guestToken) params.set("guestToken", guestToken); // expect
  return fetch(`/api/chats/${id}/messages?${params}`);
}

export function dashboard(token: string | null) {
  const query = token ? { token } : {}; // expect
  return io("/", { path: "/live", query });
}

export function workspace(token: string) {
  const options = { query: "token=" + token }; // expect
  controller.connect("", options);
}

export const notices = () => SocketPool.shared(`${location.origin}/ws?token=${localStorage.getItem(keys.session)}`); // expect
export const events = (TOKEN_KEY: string) => new EventSource(`/api/events?token=${sessionStorage.getItem(TOKEN_KEY)}`); // expect

export const exportLink = (boardId: string) => FlowRouter.path("/api/boards/:boardId/export", { boardId }, { authToken: Accounts._storedLoginToken() }); // expect
export const signedIn = (accessToken: string) => url.format({ pathname: "/home", query: { access_token: accessToken } }); // expect

export const news = (accessToken: string) => $.getJSON("/api/news", { access_token: accessToken }); // expect
export const mails = (accessToken: string) => $.ajax({ url: "/api/mails", data: { access_token: accessToken } }); // expect

export const sendMessage = (body: object) => axios.post(`https://graph.facebook.com/v19.0/me/messages?access_token=${process.env.PAGE_ACCESS_TOKEN}`, body); // expect

// The text of the parameters has a name of its own.
export function pictureAddress(server: string, apiKey: string, width?: number): string {
  const params = new URLSearchParams();
  if (width) params.set("width", String(width));
  params.set("api_key", apiKey); // expect
  const queryString = params.toString();
  return `${server}/pictures${queryString ? "?" + queryString : ""}`;
}

export function pictureList(server: string, apiKey: string): Promise<Response> {
  const search = new URLSearchParams();
  search.append("api_key", apiKey); // expect
  const text = search.toString();
  const suffix = text ? `?${text}` : "";
  return fetch(server + "/pictures" + suffix);
}
