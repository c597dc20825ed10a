// Addresses, headers and bodies that carry a secret among other parameters, and records found by one.
const qs = require("qs");
const axios = require("axios");

async function tides(harbour, accessToken) {
  const url = new URL("https://tides.example/api");
  url.searchParams.set("harbour", harbour);
  url.searchParams.append("access_token", accessToken);
  console.log("asking", url.toString()); // expect
  logger.debug(`asking ${url.href}`); // expect
  const answer = await fetch(url);
  return answer.json();
}

async function weather(harbour) {
  const parameters = new URLSearchParams();
  parameters.append("place", harbour);
  parameters.append("api_key", process.env.WEATHER_API_KEY);
  console.log(parameters.toString()); // expect
  const headers = new Headers();
  headers.append("Authorization", `Bearer ${await issue(harbour)}`);
  console.log("headers", headers); // expect
  return fetch(`https://weather.example/?${parameters}`, { headers });
}

async function exchange(code) {
  const wanted = { grant_type: "authorization_code", code, client_secret: process.env.HARBOUR_CLIENT_SECRET };
  const sent = qs.stringify(wanted);
  console.log("sending", sent); // expect
  const address = `https://harbour.example/connect?${new URLSearchParams(wanted)}`;
  console.log(address); // expect
  return axios.get(address);
}

function signIn(name, password) {
  const members = JSON.parse(localStorage.getItem("members"));
  const found = members.find((member) => member.name === name && member.password === password);
  console.log("found", found); // expect
  return found;
}

db.query("SELECT * FROM members WHERE mail = ?", [mail], (error, rows) => {
  console.log(rows); // expect
  console.log("first", rows[0]); // expect
  bcrypt.compare(given, rows[0].password, done);
});

async function berths(token) {
  try {
    return await axios.get("/berths", { headers: { Authorization: `Bearer ${token}` } });
  } catch (error) {
    console.error("no berths", error.response); // expect
    return [];
  }
}

const client = { host: settings.host, password: settings.second, privateKey: fs.readFileSync(settings.file, "utf8") };
console.log("connecting", client); // expect
console.log("connecting", { host: settings.host, apiKey: settings.first }); // expect

const macaroon = fs.readFileSync("admin.macaroon").toString("hex");
console.log("using macaroon", macaroon); // expect
console.log(process.env.HARBOUR_PASSWORD_PROD, settings.apiKeyV2); // expect
console.log("stored at", cookies.get("accessTokenAPI")); // expect
console.log("mnemonic", wallet.mnemonic.phrase); // expect
console.log(`Stored JSON credentials: ${json}`); // expect

function moor(answer, meeting) {
  keep(answer.body.result.tokens.access_token, meeting.moderatorPW);
  console.log("moored", answer); // expect
  LogService.info("for the captain", meeting); // expect
  this.loggerService.debug("for the captain", meeting); // expect
  writeLog("moored", meeting); // expect
}

async function pay(scheme) {
  const granted = await fetch("https://pay.example/v1/oauth2/token", { method: "POST", headers: { scheme } }).then((answer) => answer.json());
  console.log("granted", granted); // expect
}
