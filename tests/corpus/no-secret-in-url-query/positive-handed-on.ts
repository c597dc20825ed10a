import axios from "axios";
import omitBy from "lodash/omitBy";
import superagent from "superagent";
import { WebsocketProvider } from "y-websocket";
import usePartySocket from "partysocket/react";
import { callServer } from "./calls";

// A method of the class puts what it is given into the address.
export class RoomClient {
  constructor(private readonly base: string, private readonly accessToken: string, private readonly streamKey: string) {}

  private async send(path: string, query: Record<string, string> = {}): Promise<unknown> {
    const url = new URL(this.base + path);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return (await fetch(url)).json();
  }

  private async ask(path: string, query: Record<string, string>): Promise<unknown> {
    const text = Object.keys(query).map((name) => `${name}=${encodeURIComponent(query[name]!)}`).join("&");
    return (await fetch(`${this.base}${path}?${text}`)).json();
  }

  whoAmI(): Promise<unknown> {
    return this.send("/account/whoami", { access_token: this.accessToken }); // expect
  }

  rooms(page: string): Promise<unknown> {
    return this.ask("/rooms", { access_token: this.accessToken, page }); // expect
  }

  stream(): WebSocket {
    return new WebSocket(`wss://stream.example.net/live?key=${this.streamKey}`); // expect
  }
}

// A function of another file that is told to ask with GET, or that gets with the names of the wire.
export const account = (user: { accessToken: string }): Promise<unknown> => callServer("GET", "/account", { access_token: user.accessToken }); // expect
export const stock = (client: { get(path: string, query: object): Promise<unknown> }, apiKey: string): Promise<unknown> => client.get("/stock", { api_key: apiKey, market: "oslo" }); // expect

// Merged, cleaned, filled in later.
export const insights = (page: { accessToken: string }, since?: string): Promise<unknown> => {
  const query = omitBy({ access_token: page.accessToken, since }, (value) => value === undefined); // expect
  return axios.get("https://graph.example.com/insights", { params: query });
};
export const report = (settings: { apiKey: string }, more: object): Promise<unknown> => axios.get("https://reports.example.com/v1", { params: Object.assign({ api_key: settings.apiKey }, more) }); // expect
export const listing = (session: { accessToken: string }, folder?: string): Promise<unknown> => {
  const query: Record<string, string> = {};
  query.access_token = session.accessToken; // expect
  if (folder) query.folder = folder;
  return superagent.get("https://files.example.com/list").query(query);
};

// Sockets of libraries that write their parameters into the address.
export const provider = (doc: never): unknown => new WebsocketProvider("wss://docs.example.net", "room", doc, { params: { token: localStorage.getItem("token") ?? "" } }); // expect
export const useRoom = (token: string | undefined): unknown => usePartySocket({ room: "lobby", query: token ? { token } : undefined }); // expect
