import axios from "axios";
import { LOG4, catalog } from "./logging";

// Answers of token endpoints that brought none, and of other addresses.
export async function tokenOfGarden(code: string) {
  const answer = await axios.post(`${process.env.GARDEN_HOST}/oauth/token`, { code });
  if (answer.data.errcode) LOG4.http.info("failed", answer.data);
  if (answer.status !== 200) console.log(answer.data);
  if (answer.data.errcode === 40_001) console.log(answer.data);
  if (answer.data.status === "error") console.log(answer.data);
  if (answer.status === 200) open(answer.data);
  else console.log(answer.data);
  if (answer.data.errcode !== undefined) console.log(answer.data);
  console.error("unexpected answer", answer.data);
  LOG4.http.info("answer", answer.status, answer.data.expires_in);
  const { data } = await axios.get(`https://garden.dev/plants?access_token=${code}`);
  console.log(data);
  const response = await fetch("https://garden.dev/oauth/token", { method: "POST", body: code });
  console.log(response, response.status);
  return axios.get("https://garden.dev/gettoken").catch((error) => console.log(error.message));
}

export async function access(code: string) {
  const found = await axios.post("/api/plants", { code });
  const { access_token, expires_in } = found.data;
  if (!access_token) {
    console.log("failed", found);
    console.log("failed", found.data, expires_in);
    return undefined;
  }
  return access_token;
}

// Answers that are read later, and tokens of devices.
export async function answers() {
  const tokenResponse = await fetch("/token");
  console.log(tokenResponse);
  const deviceTokenResponse = await registerDevice();
  console.log(deviceTokenResponse);
  const authenticationResult = await authenticate();
  console.log(authenticationResult);
  const tokenResult = await check(tokenResponse);
  console.log(tokenResult);
}

// A catalogue is no log.
export function categories(token: string) {
  catalog.http.info(token);
  dialog.form.error(token);
}

// What is taken out by a name that says little, and of which nothing is kept.
export async function plant(name: string) {
  const answer = await request("/plants", { name });
  console.log(answer);
  const { token, plant } = answer.data;
  return draw(token, plant);
}

// Queries without a token, or with one that proves nothing.
export async function list(req: Request, res: Response) {
  const { token, page } = req.query;
  console.log("query", req.query);
  return res.send(await plants.find(token, page));
}

export async function verifyGardener(req: Request) {
  const { mail } = req.query;
  console.log("query", req.query);
  return gardeners.remind(mail);
}

// Devices are found by the token for their messages.
export async function deviceOf(token: string) {
  const device = await Device.findOne({ token });
  console.log(device);
  const plant = await Plant.findOne({ token });
  console.log(plant);
}

// Parameters and results without a secret.
export function addressOf(garden: Garden) {
  const query = new URLSearchParams({ id: garden.id, page: "2" });
  console.log(query.toString());
  console.log(headOf(garden), namesOf(garden));
  return query;
}

export async function enter(given: Fields) {
  const result = await open(given);
  if (!result.ok) console.log(result);
  if (result.error) console.log(result);
  if (result.ok === false) console.log(result);
  return result;
}

async function open(given: Fields) {
  if (!given.name) return { ok: false, error: "name" };
  return { ok: true, error: undefined, accessToken: await session(given) };
}

const headOf = (garden: Garden) => ({ id: garden.id, apiKeyHeader: "X-Api-Key" });

function namesOf(garden: Garden) {
  const kept = { clientSecret: garden.clientSecret };
  keep(kept);
  return { id: garden.id };
}

export async function supported(id: string) {
  const { data } = await axios.get(`https://garden.dev/tickets/${id}`);
  console.log(data.ticket, data.ticket.title);
}

// Requests with a body of another kind, and the address of a picture of a coin.
export async function describe(config, tokenUrl) {
  const body = new URLSearchParams({ page: "2", sort: "name" });
  const answer = await fetch(config.provider, { method: "POST", body: body.toString() });
  const given = await answer.json();
  console.log("described", given);
  const picture = await axios.get(tokenUrl);
  console.log(picture.data);
  const revoked = await axios.post(config.revokeTokenUrl, { id: config.id });
  console.log(revoked.data);
  return given;
}

export function traded(base: string, quote: string) {
  const tokenPair = getTokenPair(base, quote);
  console.log(tokenPair);
}

export async function boards(pins: { selected: boolean; value: string; code: string }[], district: string) {
  const pin = pins.find((each) => each.selected);
  console.log("clicked", pin?.value, pin?.code);
  const pinCode = await PinCode.findOne({ district });
  console.log(pinCode.code);
  const status = await otp.getStatus(district);
  console.log("status", status.code);
}

export function listed(answer: { token: string }) {
  const address = `https://api.shop.io/list?page_token=${answer.token}`;
  console.log(address);
}

export async function asked(context: object, events: { login: string }) {
  if (checkPassword(context)) console.log(context);
  const sent = await axios.post(events.login, { at: Date.now() });
  console.log(sent.data);
}
