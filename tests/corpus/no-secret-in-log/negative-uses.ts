// The nearest to values whose use says that they are secrets.
import bcrypt from "bcrypt";
import * as argon2 from "argon2";
import jwt from "jsonwebtoken";
import { createHash } from "node:crypto";

export async function berthRequest(id: string, t: string) {
  console.log("asking for", id, t.length, Boolean(t));
  return fetch(`https://harbour.example/berths/${id}`, { headers: { Authorization: `Bearer ${t}`, "x-request-id": id } });
}

export async function addSkipper(name: string, plain: string) {
  const valid = await bcrypt.compare(plain, await digestOf(name));
  console.log("adding", { name, valid });
  const email = `${name}@harbour.example`;
  await accounts.setPassword(email, plain);
  console.log("set for", email, name);
}

export async function logIn(user: string, typed: string) {
  const matches = await verifyPassword(user, typed);
  console.log(`${user}: ${matches}`);
  const digest = createHash("sha256").update(user).digest("hex");
  console.log("etag", digest);
}

export async function bind(client: LdapClient, dn: string, credential: string) {
  logger.debug("bind as %s", dn);
  client.bind(dn, credential, (error) => report(error));
}

export function remember(theme: string, language: string) {
  console.log("keeping", theme, language);
  storage.setItem("theme", theme);
  storage.setItem("token_type", language);
}

export function readPass(cookie: string, options: Options) {
  const claims = jwt.verify(cookie, keyOf(options));
  console.log("claims of", claims.sub);
}

export function harbourMaster(skipper: Skipper) {
  console.log(skippers.map((each) => each.name));
  console.log(skippers.map((each) => each.password.length));
  console.log(skippers.map(({ password, ...rest }) => rest));
  console.log([...berths.values()], [...apiKeys.keys()]);
  console.log(Object.assign({}, { name: skipper.name }));
  console.log(Object.assign({}, skipper.account, { password: "***" }), skipper.account.password.length);
  console.log("[harbour] " + skipper.user.createTokenName());
}

export function connectTo(settings: Settings) {
  console.error(Object.entries(settings).map(([name]) => name).join("\n"));
  console.error(Object.entries(settings).map(([name, value]) => `${name}=${typeof value}`).join("\n"));
  return open(settings.host, settings.password);
}

export async function askAtTerminal() {
  const answers = await inquirer.prompt([{ name: "mail", type: "input" }, { name: "berth", type: "list" }]);
  console.log(answers);
  console.log($("#mail").val(), $("#berth").val(), core.getInput("registry-user"));
}

export class HarbourForm {
  submit() {
    console.error("errors", this.form.controls.password.errors);
    console.error("mail", this.form.controls.mail.value, this.signInForm.get("mail").value);
  }
}

class BerthDto {
  code!: string;
  password?: string;
}

class NoticeDto {
  mail!: string;
}

export class HarbourController {
  change(dto: BerthDto, notice: NoticeDto) {
    console.log(`change`, dto, notice);
  }
}

io.on("connection", (socket) => {
  console.log("handshake", socket.handshake.address, socket.handshake.time);
});

app.use((req, res, next) => {
  if (req.path !== "/login") console.log("body", req.body);
  if (/berths|notices/.test(req.path)) console.log("body", req.body);
  next();
});

export class Beacon {
  constructor(private secret: string) {}
  toString(): string {
    return "Beacon";
  }
  send() {
    console.log("sending " + this);
    console.log(`sent by ${this}`);
    return this.secret;
  }
}

export async function checkLines(next: () => string, stored: string) {
  let line = next();
  await verifyPassword(line, stored);
  line = next();
  console.log("next line", line);
}
