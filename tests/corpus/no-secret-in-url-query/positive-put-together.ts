// Addresses put together of lists and pairs, by clients made for one service, and by routers.
import axios from "axios";
import got from "got";
import superagent from "superagent";
import { Router } from "@angular/router";
import { cinemaKey } from "./settings.json";

const cinema = axios.create({ baseURL: "https://cinema.example.org/v2" });
const parcels = got.extend({ prefixUrl: "https://parcels.example.org" });

export const programme = (day: string, apiKey: string) =>
  cinema.get("/programme", {
    params: { day, api_key: apiKey }, // expect
  });

export class Parcels {
  private readonly rest = axios.create({ baseURL: "https://parcels.example.org" });

  track(id: string) {
    return this.rest.get(`/parcels/${id}`, { params: { lang: "en", client_secret: process.env.PARCELS_SECRET } }); // expect
  }

  depots(apiKey: string) {
    return parcels("depots", { searchParams: { apiKey } }); // expect
  }
}

export const tide = (harbour: string, apiKey: string) => fetch(["https://tides.example.org/now?harbour=", harbour, "&api_key=", apiKey].join("")); // expect

export async function ferry(line: string) {
  const answer = await fetch(
    "https://ferries.example.org/times?" +
      [
        "line=" + line,
        "accessToken=" + process.env.FERRY_TOKEN, // expect
      ].join("&"),
  );
  return answer.json();
}

export async function buses(stop: string, accessToken: string) {
  const parts = [`stop=${stop}`, "lang=en"];
  parts.push(`access_token=${accessToken}`); // expect
  return fetch(`https://buses.example.org/times?${parts.join("&")}`);
}

export async function trams(stop: string, apiKey: string) {
  const parts = [`stop=${stop}`, `api_key=${apiKey}`]; // expect
  const query = parts.join("&");
  return fetch("https://trams.example.org/times?" + query);
}

export const bill = (accessToken: string) => window.open("https://bills.example.org/portal?access_token=".concat(accessToken)); // expect

export const scooters = (area: string, accessToken: string) => {
  const query = new URLSearchParams([
    ["area", area],
    ["access_token", accessToken], // expect
  ]);
  return fetch(`https://scooters.example.org/near?${query}`);
};

export function lockers(area: string, apiKey: string) {
  const url = new URL("https://lockers.example.org/near");
  for (const [name, value] of [["area", area], ["api_key", apiKey]]) url.searchParams.set(name!, value!); // expect
  return fetch(url);
}

export const films = (title: string) => superagent.get("https://cinema.example.org/films").query("title=" + title).query("api_key=" + cinemaKey); // expect

const query = (members: Record<string, string>) => "?" + Object.entries(members).map((each) => each.join("=")).join("&");
export const seats = (hall: string, accessToken: string) => fetch("https://cinema.example.org/seats" + query({ hall, accessToken })); // expect
export const signIn = (user: string, pw: string) => fetch("https://cinema.example.org/sign-in" + query({ user, pw })); // expect

export class SignInPage {
  constructor(private readonly router: Router) {}

  done(accessToken: string) {
    return this.router.navigate(["/start"], { queryParams: { welcome: true, accessToken } }); // expect
  }
}

export const home = (router: any, refreshToken: string) => router.push({ path: "/home", query: { refreshToken } }); // expect

export function feed(address: string, accessToken: string) {
  const sign = address.includes("?") ? "&" : "?";
  return fetch(`${address}${sign}${new URLSearchParams({ accessToken })}`); // expect
}

export function news(address: string, accessToken: string) {
  const sign = address.includes("?") ? "&" : "?";
  return fetch(address + sign + new URLSearchParams({ accessToken }).toString()); // expect
}
