// Addresses, headers and bodies without a secret, and names that only say where, whether or since when.
const qs = require("qs");
const axios = require("axios");

async function tides(harbour, page) {
  const url = new URL("https://tides.example/api");
  url.searchParams.set("harbour", harbour);
  url.searchParams.append("pageToken", page);
  console.log("asking", url.toString());
  logger.debug(`asking ${url.href}`);
  url.searchParams.set("access_token", await issue(harbour));
  return fetch(url);
}

async function weather(harbour, token) {
  const url = new URL("https://weather.example/");
  url.searchParams.set("token", token);
  console.log("asking", url.origin, url.pathname);
  const headers = new Headers();
  headers.append("Accept", "application/json");
  console.log("headers", headers);
  console.log("sending", qs.stringify({ place: harbour, page: 2 }));
  return fetch(url, { headers });
}

function chosen(name) {
  const found = members.find((member) => member.name === name);
  console.log("found", found);
  return found;
}

db.query("SELECT id, name FROM boats", (error, rows) => {
  console.log(rows, rows[0]);
  moor(rows[0].name);
});

function update(payload) {
  if (!payload[section]) console.error("not allowed:", payload[section]);
  keep(payload.tokenSecret);
}

async function berths() {
  try {
    return await axios.get("/berths");
  } catch (error) {
    console.error("no berths", error.response);
    return [];
  }
}

console.log("state", { password: hasPassword, token: tokenExpiry, apiKey: errors.apiKey, secret: schema.secret });
console.log("rules", { password: z.string(), token: t("token") });
const { HARBOUR_SECRET, ...envWithoutSecrets } = environment;
console.log("starting", { envWithoutSecrets });
console.log("touched", touched.password);
console.log("macaroon at", macaroonPath);
console.log("phrase", greeting.phrase);
blogService.info("post", meeting.moderatorPW);
logger.info("Reset password with answer", { answer: sent });
