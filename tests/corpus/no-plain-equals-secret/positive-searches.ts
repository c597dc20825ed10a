import { createHash } from "node:crypto";
import { db, properties, settings } from "./store";

// Nobody goes on whose token is in no list.
export async function acceptInvitation(user: Person, token: string) {
  const invitationTokens = await invitationTokensOf(user);
  const record = invitationTokens.find((each) => each.token === token); // expect
  if (!record || record.until < Date.now()) throw new LinkError(user);
  return record;
}

export const tenantByApiKey = (apiKey: string) => tenants.find((each) => each.apiKey === apiKey); // expect

export async function restore(refreshToken: string) {
  const session = sessions.find((each) => each.refreshToken === refreshToken); // expect
  if (!session) throw new Error("gone");
  return session;
}

// Rows with one value, objects that keep a token, properties of a script.
export async function guard(request: Request, response: Response, next: Next) {
  const [, token] = request.headers.authorization.split(" ");
  const row = await rowByValue(token);
  if (row.value !== token) throw new HttpError("ERR_SESSION", 401); // expect
  const setting = await db.setting.findOne({ where: { key: "feed" } });
  if (setting.value === request.query.apiKey) return next(); // expect
  return response.status(403).end();
}

export function attach(socket: Socket, id: string, token: string) {
  const client = realm.clientById(id);
  if (token !== client.getToken()) return socket.refuse("unauthorized"); // expect
  return socket.join(id);
}

function doPost(event: PostEvent) {
  const params = JSON.parse(event.postData.contents);
  if (params.token !== properties.getProperty("TOKEN")) return text("unauthorized"); // expect
  return text("ok");
}

// What is told to those who may not pass.
export const clientStrategy = new Strategy((id, secret, done) => {
  clients.byId(id).then((client) => {
    if (client && client.secret == secret) done(null, client); // expect
    else done(null, false);
  });
});

export async function reset(request: Request, response: Response) {
  const data = pending[request.params.email];
  if (!data || data.token !== request.params.token) return response.status(400).send("Invalid link"); // expect
  return response.render("reset");
}

export async function edit(request: Request, response: Response) {
  const paste = await db.get(request.params.id);
  if (paste.editKey !== request.body.editKey) return response.status(403).json({ error: "not yours" }); // expect
  if (share.secretKeyword !== request.body.secretKeyword) return response.sendStatus(403); // expect
  return response.end();
}

// Hashes of what somebody types, and of what a payment service sends.
export const verifyHash = (plaintext: string, hash: string) => {
  const computed = hashData(plaintext, PEPPER);
  return computed === hash; // expect
};

export function paid(request: Request, response: Response) {
  const text = `${settings.salt}|${request.body.status}|${request.body.mail}`;
  const sum = createHash("sha512").update(text).digest("hex");
  if (sum !== request.body.hash) return response.status(400).send("Invalid hash"); // expect
  return response.end();
}

export function basic(request: Request, response: Response) {
  const auth = Buffer.from(request.headers.authorization.split(" ")[1], "base64").toString();
  if (auth !== `${user}:${pass}`) return response.writeHead(401).end(); // expect
  return response.end();
}

export const hasAccess = (secretKeywords: Keywords, id: string, secretKeyword: string) => secretKeywords[id] === secretKeyword; // expect

const account = accounts.find((a) => a.password === request.body.password && a.name === request.body.name); // expect

export async function open(request: Request, next: Next) {
  const { id, secretKeyword } = await shares.byPage(request.params.page);
  const hasCorrectKeyword = request.session.secretKeywords[id] === secretKeyword; // expect
  const invite = await invites.byMail(request.body.mail);
  const isTokenValid = invite.token === request.body.token; // expect
  return hasCorrectKeyword && isTokenValid ? next() : undefined;
}
