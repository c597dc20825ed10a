import axios from "axios";
import omitBy from "lodash/omitBy";
import { callServer } from "./calls";

// A method that may send it as a body.
export class Account {
  constructor(private readonly base: string) {}

  private async send(method: string, path: string, values: Record<string, string>): Promise<unknown> {
    if (method === "GET") return axios.get(this.base + path, { params: values });
    return axios({ method, url: this.base + path, data: values });
  }

  signIn(name: string, password: string): Promise<unknown> {
    return this.send("POST", "/session", { name, password });
  }

  private post(path: string, values: object): Promise<unknown> {
    return axios.post(this.base + path, omitBy(values, (value) => value === undefined));
  }

  renew(refreshToken: string): Promise<unknown> {
    return this.post("/session/renew", { refresh_token: refreshToken });
  }
}

export const find = (sessions: { find(path: string, query: object): Promise<unknown> }, accessToken: string): Promise<unknown> => sessions.find("sessions", { access_token: accessToken });
export const register = (apiKey: string): Promise<unknown> => callServer("POST", "/devices", { api_key: apiKey }, { timeout: 5000 });
export const search = (text: string): Promise<unknown> => callServer("GET", "/search", { query: text, token_type: "bearer" });

// Filled in later, for a body.
export const change = (newPassword: string, code: string): Promise<unknown> => {
  const values: Record<string, string> = { code };
  values.password = newPassword;
  return axios.post("/password", values);
};
// Keys that the program itself reads things by.
export const entry = (config: { cacheKey: string; sortKey: string }): Promise<Response> => fetch(`/entries?key=${config.cacheKey}&sort=${config.sortKey}`);
