// What a token is called, and whose it is.
import axios from "axios";
import { useSession } from "./session";

declare const accessToken: { id: string; userId: string }, login: { accessToken: { id: string } }, session: { id: string }, currentUser: { token: string };
declare const getCookie: (name: string) => string, Cookies: { get(name: string): string };

// The id of an AccessToken of LoopBack is the token
export const afterSignIn = (page: string) => page + "?access-token=" + accessToken.id + "&user-id=" + accessToken.userId; // expect
export const orders = () => fetch(`/api/orders?access_token=${login.accessToken.id}`); // expect
export const resumed = () => fetch(`/api/resume?session_token=${session.id}`); // expect
export const byReference = (ref: string) => fetch(`/api/files?access_token=${ref}`); // expect

// A link of a mail may hold a token of that name; what the program itself asks with is no link
export const check = (authToken: string) => fetch(`/auth/verify?token=${authToken}`); // expect
export const checkAgain = (jwtToken: string) => axios.get("/auth/verify", { params: { token: jwtToken } }); // expect
export const start = (jwtToken: string) => `https://shop.example.org/welcome?token=${jwtToken}`; // expect
export const confirmAll = (accessToken: string) => `https://shop.example.org/confirm?token=${accessToken}`; // expect

// Cookies of whoever is signed in
export const exported = () => window.open(`/export?token=${getCookie("shop_admin_token")}`); // expect
export const listed = () => fetch(`/list?token=${Cookies.get("token")}`); // expect
export const rocket = () => fetch(`/rooms?rc_token=${currentUser.token}`); // expect

export const approved = (token: string) => fetch(`/approvals?token=${token}`); // expect
export function lists(token: string) {
  const confirmedUrl = `/orders?token=${token}`; // expect
  return fetch(confirmedUrl);
}

// Fields of a form
export const gateway = (user: string, passInput: HTMLInputElement) => fetch(`/send?user=${user}&pass=${passInput.value}`); // expect
export const modem = (user: string, form: any) => fetch(`/send?user=${user}&pass=${form.pass.value}`); // expect
export const page = (user: string) => fetch(`/send?user=${user}&pass=${(document.getElementById("pass") as HTMLInputElement).value}`); // expect

// Options that another file sends
export function addToken(config: any, userToken: string) {
  config.params.access_token = userToken; // expect
  return config;
}
declare const send: (path: string, config: object) => Promise<object>;
export async function call(path: string, config: any, apiKey: string) {
  config.params.api_key = apiKey; // expect
  return send(path, config);
}

// Points of a game: swap, and nothing else of what is traded
export function Profile() {
  const { token } = useSession();
  return fetch(`/api/profile?token=${token}`); // expect
}
export const profile = (token: string) => axios.get(`/api/profile?token=${token}`); // expect

export function useEvents(idToken: string) {
  return useWebSocket("wss://events.shop.io", { queryParams: { Authorizer: idToken }, share: true }); // expect
}

export const leave = (url: string, accessToken: string) => http.post(helpers.appendQueryParameters(url, { access_token: accessToken })); // expect

export function call(base: string, accessToken: string) {
  let url = `${base}/orders`;
  const query = new URLSearchParams();
  query.set("access_token", accessToken); // expect
  url += (url.includes("?") ? "&" : "?") + query.toString();
  return fetch(url);
}
