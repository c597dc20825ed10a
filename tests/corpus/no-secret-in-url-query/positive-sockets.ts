import axios from "axios";
import querystring from "querystring";
import { io, Manager } from "socket.io-client";

interface Connection {
  host: string;
  port: number;
  tokenSession: string;
}

// The token of a connection, whatever the value is called.
export const terminal = ({ host, port, tokenSession }: Connection, id: string): string => `ws://${host}:${port}/terminals/${id}?token=${tokenSession}`; // expect

export function connect(base: string, current: string): WebSocket {
  const url = `${base}/stream?token=${current}`; // expect
  return new WebSocket(url);
}

export function listen(origin: string, held: string): WebSocket {
  const address = origin.replace(/^http/, "ws") + "/live?token=" + held; // expect
  return new WebSocket(address.toString());
}

// What socket.io puts into its address.
export const chat = (origin: string, auth: { token: string }) => io(`${origin}/chat`, { query: { token: auth.token } }); // expect
export const rooms = (origin: string, current: string) => new Manager(origin, { query: { token: current } }); // expect
export const written = (origin: string, token: string) => io(origin, { query: `token=${token}` }); // expect

export function held(origin: string, accessToken: string) {
  const options = { query: { accessToken }, transports: ["websocket"] }; // expect
  return io(origin, options);
}

// The separator is chosen, too.
export async function ask(path: string, load: () => Promise<{ access_token: string }>) {
  const { access_token } = await load();
  const whole = `${path}${path.includes("?") ? "&" : "?"}access_token=${access_token}`; // expect
  return fetch(whole);
}

export function asked(path: string, apiKey: string) {
  const separator = path.indexOf("?") < 0 ? "?" : "&";
  return fetch(path + separator + "api_key=" + apiKey); // expect
}

// Held in a variable, and turned into a text later.
export function sms(mobile: string, authKey: string) {
  const params = {
    mobiles: `47${mobile}`,
    authkey: authKey, // expect
    route: 4,
  };
  const query = querystring.stringify(params);
  return axios({ url: `https://sms.example.com/api/send?${query}`, method: "GET" });
}

export function items(accessToken: string) {
  const params = { access_token: accessToken, limit: "10" }; // expect
  return fetch(`https://api.example.com/items?${new URLSearchParams(params)}`);
}

// The type says what is in it.
export const changePassword = (data: { role: string; newPassword: string }) => axios.patch("/account/password", null, { params: data }); // expect

interface SignIn {
  username: string;
  password: string;
}
export const signIn = (params: SignIn) => axios.get("/sign-in", { params }); // expect

// A key of the sender, in a request that verifies something else.
export const verify = (mobile: string, otp: string) => ({
  hostname: "sms.example.com",
  path: `/api/verifyCode.php?authkey=275294Q7MSZKwN5ccfbcd4&mobile=${mobile}&otp=${otp}`, // expect
});

export const subscribe = (AuthService: { token(): string }) => fetch("/api/health/subscribe?tenant=1&token=" + AuthService.token()); // expect
