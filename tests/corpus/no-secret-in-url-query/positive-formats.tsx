// Addresses that are written by a format, with keys that are constants, and links that a page shows to whoever is signed in.
import util from "node:util";
import { sprintf } from "sprintf-js";
import needle from "needle";

const PLAYERS = "https://games.example.org";
const KEY_PARAMETER = "apikey";

export function summaries(ids: string[], done: needle.NeedleCallback) {
  const address = util.format("%s/players/v2/?key=%s&ids=%s", PLAYERS, process.env.GAMES_WEB_KEY, ids.join(",")); // expect
  needle.get(address, done);
}

export const rates = (apiKey: string) => fetch(sprintf("https://rates.example.org/latest?base=%s&app_key=%s", "EUR", apiKey)); // expect

export class Shelf {
  constructor(private credentials: { apiKey: string }) {}

  titles = (query: Record<string, string>) =>
    fetch(
      "https://shelf.example.org/titles?" +
        new URLSearchParams({
          ...query,
          [KEY_PARAMETER]: this.credentials.apiKey, // expect
        }),
    );

  drafts = () => fetch(`https://shelf.example.org/drafts?preview_key=${process.env.SHELF_PREVIEW_KEY}`); // expect
}

export function Statements({ months, authToken }: { months: string[]; authToken: string }) {
  return (
    <ul>
      {months.map((month) => (
        <li key={month}>
          <a
            href={`/statements/${month}/download?authToken=${authToken}`} // expect
          >
            {month}
          </a>
        </li>
      ))}
    </ul>
  );
}

const kept = getCookie("auth_token");
export const orders = () => fetch("/orders?token=" + kept + "&open=1"); // expect
declare function getCookie(name: string): string;

export function picture(user: { id: string; token: string }, path: string) {
  return `https://rooms.example.org/${path}?rc_uid=${user.id}&rc_token=${user.token}`; // expect
}

const environment = requireEnv("PORTS_API_KEY");
export const ports = (name: string) => fetch(`https://ports.example.org/${name}?key=${environment.value}`); // expect
declare function requireEnv(name: string): { value: string };

export function sign(address: URL, credentials: { apiKey: string }) {
  const delimiter = address.search ? "&" : "";
  address.search += `${delimiter}api_key=${credentials.apiKey}`; // expect
}
