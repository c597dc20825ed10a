import axios from "axios";
import { LOG4, loggers } from "./logging";
import { session } from "./session";

const http = axios.create();

// What token endpoints answer.
export async function tokenOfGarden(code: string) {
  const answer = await axios.post(`${process.env.GARDEN_HOST}/oauth/token`, { code });
  LOG4.http.info("answer", JSON.stringify(answer.data)); // expect
  const url = `https://id.garden.dev/oauth2/v2.0/token?code=${code}`;
  const { data } = await http.get(url);
  console.log(data); // expect
  const response = await fetch("https://garden.dev/login/oauth/access_token", { method: "POST", body: code });
  const body = await response.json();
  if (body.errcode === 0) console.log("body", body); // expect
  return { answer, data, body };
}

export function seeds(request: Request, code: string) {
  request.get(`https://api.weixin.qq.com/sns/jscode2session?js_code=${code}`, (error, response, body) => {
    console.log(body); // expect
  });
  return axios.get("https://garden.dev/gettoken").then((res) => console.log(res.data)); // expect
}

export async function ticketOf(garden: Garden) {
  const answer = await axios.get(`https://api.weixin.qq.com/cgi-bin/ticket/getticket?access_token=${garden.access_token}`);
  if (answer.data.errcode) console.log(answer.data.errmsg);
  console.log("ticket " + answer.data.ticket); // expect
  return answer.data.ticket;
}

// Objects that are there to bring tokens.
export const useGarden = () => useGardenLogin({ onSuccess: (tokenResponse) => console.log(tokenResponse) }); // expect

export async function gardener(client: CognitoIdentityProviderClient) {
  const answer = await client.send(command);
  console.log(answer); // expect
  const { AuthenticationResult } = await client.send(other);
  loggers.auth.debug("result", AuthenticationResult); // expect
  return answer.AuthenticationResult;
}

// A token that is read by one more member, or out of it.
export async function plant(name: string) {
  const answer = await request("/plants", { name });
  console.log(answer); // expect
  const { token, plant } = answer.data;
  localStorage.setItem("token", token);
  return plant;
}

export async function fence(name: string) {
  const answer = await request("/fences", { name });
  console.log(answer); // expect
  const { apiKey } = answer.result;
  return connect(apiKey);
}

// A query of which the token is taken that proves who somebody is.
export async function verifyGardener(req: Request, res: Response) {
  const { token, mail } = req.query;
  console.log("query", req.query); // expect
  console.log(req.cookies); // expect
  if (req.cookies.token) return res.send("known");
  return res.send(await gardeners.verify(token, mail));
}

export async function gateOf(token: string) {
  const gardener = await Gardener.findOne({ where: { accessToken: token } });
  console.log(gardener); // expect
  const user = await User.findOne({ token: token });
  console.log(user); // expect
  return session(user);
}

// What a query is made of, and what a function of the file gives back.
export function addressOf(garden: Garden) {
  const query = new URLSearchParams({ id: garden.id, accessToken: garden.access_token });
  console.log(query.toString()); // expect
  console.log(`asking with ${query}`); // expect
  const sent = { head: headOf(garden), body: garden.id };
  console.log("sent", sent, headOf(garden)); // expect
  const head = headOf(garden);
  console.log("head", head); // expect
  return fetch("/garden", { method: "POST", body: JSON.stringify(sent) });
}

function headOf(garden: Garden) {
  return { id: garden.id, clientSecret: garden.clientSecret };
}

// Requests for tokens by their body, and by what their address is called.
export async function exchange(config, code) {
  const body = new URLSearchParams({ code, client_id: config.id, grant_type: "authorization_code" });
  const answer = await fetch(config.provider, { method: "POST", body: body.toString() });
  const given = await answer.json();
  console.log("exchanged", given); // expect
  const renewed = await axios.post(config.tokenEndpoint, { id: config.id });
  console.log(renewed.data); // expect
  return given;
}

// What Google's client is granted.
export async function grant(oauth2Client: OAuth2Client, code: string) {
  const { tokens } = await oauth2Client.getToken(code);
  console.log(tokens); // expect
  oauth2Client.getToken(code, (error, granted) => {
    if (error) return;
    console.log(granted); // expect
  });
  const answer = await pushClient.getToken(code);
  console.log(answer);
}

export async function signedIn(params: object) {
  const tokenSet = await client.callback("https://shop.example.com/back", params);
  console.log("received and validated tokens %j", tokenSet); // expect
  const tokenPair = await issueTokens(params);
  console.log(tokenPair); // expect
}

const safeOwner = process.env.OWNER_PRIVATE_KEY;
console.log("owner", safeOwner); // expect
