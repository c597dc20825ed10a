// Values whose use says what they are, whatever they are called; what calls, forms and prompts give; types that hold a password.
import bcrypt from "bcrypt";
import * as argon2 from "argon2";
import jwt from "jsonwebtoken";
import { createHmac } from "node:crypto";
import { cleanEnv, str } from "envalid";

export async function berthRequest(t: string) {
  console.log("asking with", t); // expect
  return fetch("https://harbour.example/berths", { headers: { Authorization: `Bearer ${t}` } });
}

export function basicHeader(user: string, word: string) {
  const h = "Basic " + Buffer.from(user + ":" + word).toString("base64");
  console.debug("using", h); // expect
  return { Authorization: h };
}

export async function encoded(client: Client, id: string, rest: string) {
  const pair = Buffer.from(`${id}:${rest}`).toString("base64");
  logger.verbose("header " + pair); // expect
  return client.post("/token", null, { headers: { Authorization: `Basic ${pair}` } });
}

export async function addSkipper(name: string, plain: string) {
  console.log("adding", { name, plain }); // expect
  return { name, digest: await bcrypt.hash(plain, 12) };
}

export async function logIn(skipper: Skipper, eingabe: string) {
  console.log(`${skipper.name} (${eingabe})`); // expect
  return argon2.verify(skipper.digest, eingabe);
}

export async function bind(client: LdapClient, dn: string, credential: string) {
  logger.debug("bind as %s with %s", dn, credential); // expect
  client.bind(dn, credential, (error) => report(error));
}

export async function entrar(email: string, clave: string) {
  console.log("clave " + clave); // expect
  return signInWithEmailAndPassword(auth, email, clave);
}

export async function setTemporary(email: string, temporary: string) {
  await accounts.setPassword(email, temporary);
  log.info({ email, temporary }, "set"); // expect
}

export const local = new LocalStrategy({ usernameField: "mail" }, async (mail, given, done) => {
  log.debug({ given }, "comparing"); // expect
  done(null, await accounts.check(mail, given));
});

export function remember(value: string) {
  console.log("keeping", value); // expect
  secureStore.setItem("harbour.access_token", value);
}

export function stamp(payload: string, phrase: string) {
  console.log("stamping with", phrase); // expect
  return createHmac("sha256", phrase).update(payload).digest("hex");
}

export function readPass(cookie: string, word: string) {
  console.log("checking", word); // expect
  return jwt.verify(cookie, word);
}

export async function harbourMaster(skipper: Skipper) {
  const session = { id: skipper.id, token: skipper.user.createToken() };
  console.log(session); // expect
  console.log(skippers.map((each) => each.password)); // expect
  console.log(`All:\n${skippers.map((each) => `${each.name}: ${each.password}`).join("\n")}`); // expect
  console.log([...apiKeys.values()]); // expect
  console.log(Object.assign({}, { name: skipper.name }, { password: skipper.password })); // expect
}

export function connectTo(settings: Settings) {
  console.error(Object.entries(settings).map(([name, value]) => `${name}=${value}`).join("\n")); // expect
  return open(settings.host, settings.password);
}

export const env = cleanEnv(process.env, { HARBOUR_SECRET: str() });
console.log("config", env); // expect

export async function signInAtTerminal() {
  const answers = await inquirer.prompt([{ name: "mail" }, { name: "word", type: "password" }]);
  console.log(JSON.stringify(answers)); // expect
  console.log("kept:", await SecureStore.getItemAsync("jwt")); // expect
  console.log($("#password").val()); // expect
  console.log(core.getInput("registry-password")); // expect
}

export class HarbourForm {
  submit() {
    console.error("failed", this.form.controls.password.value); // expect
    console.error("failed", this.signInForm.get("password").value); // expect
  }
}

class ChangeWordDto {
  code!: string;
  newPassword!: string;
}

export class HarbourController {
  change(dto: ChangeWordDto) {
    console.log(`change`, dto); // expect
  }

  secondFactor() {
    const made = speakeasy.generateSecret({ name: "Harbour" });
    console.log("base32", made.base32); // expect
  }
}

io.on("connection", (socket) => {
  console.log("handshake", socket.handshake.auth); // expect
});

app.use(async (ctx, next) => {
  if (ctx.path !== "/oauth/token") return next();
  console.log("asked with", ctx.request.body); // expect
});

app.use((req, res, next) => {
  if (/login|signup/.test(req.path)) console.log("body", JSON.stringify(req.body)); // expect
  next();
});

app.post("/pin", (req, res) => {
  const { card, pin } = req.body;
  console.log("new pin =", pin); // expect
  cards.setPin(card, pin).then(() => res.end());
});

export async function byLink(token: string) {
  const skipper = await Skipper.findOne({ verifyToken: token });
  console.log("found", skipper); // expect
}

const service = JSON.parse(process.env.HARBOUR_ACCOUNT!);
export function account() {
  console.log(JSON.stringify(service, undefined, 1)); // expect
  return new Account(service.client_email, service.private_key.replace(/\\n/g, "\n"));
}

export const resolverPlugin = {
  context: ({ req }) => ({ token: req.headers.authorization }),
  requestDidStart({ context }) {
    console.log("token", context.token || "<none>"); // expect
  },
};

export async function openAgain(read: () => Promise<string>) {
  let held = null;
  held = await read();
  await fetch("/notes", { headers: { Authorization: `Bearer ${held}` } });
  console.log("held", held); // expect
}

export async function openTwice(read: () => Promise<string>) {
  let given = await read();
  if (!given) given = await read();
  await fetch("/notes", { headers: { Authorization: `Bearer ${given}` } });
  console.log("given", given); // expect
}

export function parseLines(lines: string[], env: any) {
  let held;
  for (const line of lines) {
    if (line === "END") console.log(held); // expect
    else if (line.startsWith("S=")) held = process.env.SHOP_SECRET;
  }
  return env;
}
