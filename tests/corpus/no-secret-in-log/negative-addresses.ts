// Addresses of an API, names among constants, parameters that were taken out again, questions whether there is a secret, texts about one.
const RESET_PASSWORD_API = "/auth/reset-password";
console.log("posting to", RESET_PASSWORD_API, secretsApi, passwordApi, verifyTokenApi);
console.log(constants.K8S_SECRET, LABEL_CONSTANTS.CLIENT_SECRET);

export async function tides(t: string) {
  const url = new URL("https://tides.example/api");
  url.searchParams.set("access_token", t);
  await fetch(url);
  url.searchParams.delete("access_token");
  console.log(url.href);
}

export async function berths(t: string) {
  const url = new URL("https://berths.example/api");
  url.searchParams.set("access_token", t);
  await fetch(url);
  url.search = "";
  console.log(url.href);
}

export async function boats(t: string) {
  const url = new URL("https://boats.example/api");
  url.searchParams.set("access_token", t);
  await fetch(url);
  url.searchParams.set("access_token", "REDACTED");
  console.log(url.href);
}

export function questions(errors: Issue[], rules: Rule[], rooms: Room[]) {
  const wrong = errors.filter((e) => e.password);
  console.log(wrong);
  const rule = rules.find((r) => r.password);
  console.log(rule);
  const locked = rooms.filter((r) => r.password !== null);
  console.log(locked);
}

export const onIssues = (e: { email?: string; password?: string }) => {
  console.log(e);
  mark(e);
};
export const onTexts = (texts: { password: string }) => {
  console.log(texts);
  show(texts);
};

// Addresses of connections, pages and tables of somebody else.
declare const wss: { on(event: string, take: (connection: { url: string }) => void): void };
wss.on("connection", (connection) => console.log(connection.url));
export function showTables(results: { title: string; url: string }[], indexedDb: { url: string }): void {
  for (const database of results) console.log(`${database.title} ${database.url}`);
  console.log(indexedDb.url);
}
