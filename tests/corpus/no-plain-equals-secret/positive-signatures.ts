// Digests with a key that is one part of the text, and HMACs of Web Crypto that a program writes out by itself.
import md5 from "md5";
import { createHash } from "node:crypto";

const encoder = new TextEncoder();

export async function onRequestPost({ request, env }: Context) {
  const sent = request.headers.get("x-signature");
  const body = await request.text();
  const key = await crypto.subtle.importKey("raw", encoder.encode(env.WEBHOOK_SECRET), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const mac = await crypto.subtle.sign("HMAC", key, encoder.encode(body));
  const hex = [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== sent) return new Response("bad signature", { status: 400 }); // expect
  const base64 = btoa(String.fromCharCode(...new Uint8Array(mac)));
  if (sent != base64) return new Response("bad signature", { status: 400 }); // expect
  return toHexText(mac) === sent ? new Response("ok") : new Response("no", { status: 400 }); // expect
}

function toHexText(buffer: ArrayBuffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function openInitData(fields: URLSearchParams, botToken: string) {
  const hash = fields.get("hash");
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const secret = await crypto.subtle.sign(algorithm, await rootKey(), encoder.encode(botToken));
  const digest = await crypto.subtle.sign("HMAC", await keyOf(secret), encoder.encode(lines(fields)));
  const written = Array.from(new Uint8Array(digest)).map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (written != hash) throw Error("init data is not genuine"); // expect
  return JSON.parse(fields.get("user") ?? "{}");
}

export function activate(req: Request, res: Response, user: User, config: Config) {
  const wanted = md5(user.email + user.created + config.sessionSecret);
  if (wanted !== req.query.key) return res.render("notice", { text: "This link is not valid" }); // expect
  return res.render("welcome");
}

export function unsubscribe(app: Application) {
  app.get("/stop/:id/:hash", (req, res) => {
    const hash = createHash("md5").update(`${req.params.id}${app.get("secret")}`).digest("hex");
    if (hash !== req.params.hash) return res.sendStatus(403); // expect
    return res.sendStatus(204);
  });
}

export function isFromPayments(params: Record<string, string>, merchant: string) {
  const text = Object.keys(params).sort().map((name) => name + "=" + params[name]).join("&");
  return md5(text + "&key=" + merchant).toUpperCase() === params.sign; // expect
}

export function greetChat(req: Request, res: Response) {
  const parts = ["my-channel-2019", req.query.timestamp, req.query.nonce];
  parts.sort();
  const mine = createHash("sha1").update(parts.join("")).digest("hex");
  res.send(mine == req.query.signature ? req.query.echostr : "error"); // expect
}

export function validateSign(results: Record<string, string>): Record<string, string> {
  const sign = gateway.sign(results);
  if (sign !== results.sign) { // expect
    throw new Error("bad result");
  }
  return results;
}

export function answerOfDigest(creds: Record<string, string>, ha1: string, self: Strategy): void {
  const ha2 = md5(`GET:${creds.uri}`);
  let digest: string;
  if (creds.qop) digest = md5(ha1 + ":" + creds.nonce + ":" + creds.nc + ":" + creds.cnonce + ":" + creds.qop + ":" + ha2);
  else digest = md5(ha1 + ":" + creds.nonce + ":" + ha2);
  if (creds.response != digest) { // expect
    self.fail();
  }
}

// A notice of payment, signed again by a method of the project.
export function takeNotice(this: { paySign(fields: object): string }, notice: { sign: string; total: string }, done: (error?: Error) => void) {
  const signature = notice.sign;
  if (signature === this.paySign(notice)) done(); // expect
  else done(new Error("invalid signature"));
}
