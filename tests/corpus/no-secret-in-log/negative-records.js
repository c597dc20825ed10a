import _ from "lodash";
import { User, Account, usage } from "./models.js";

Math.log(token);
usage.log(token);
tokens.log(accessToken);

class Meter {
  log(token) {
    this.count(token);
  }
  add(accessToken) {
    this.log(accessToken);
  }
}

export class VerifyController extends Controller {
  async sendCode() {
    const { email } = this.ctx.request.body;
    const { ctx } = this;
    console.log(ctx.request.body);
    await send(ctx.request.body.email, email);
  }
}

export async function resetSettings(req, res) {
  console.log("body", req.body);
  res.json(await save(req.body.theme));
}

export const createUserGroup = (req, res) => {
  console.log("body", req.body);
  res.json(req.body);
};

export async function find(email, given) {
  const user = await User.findOne({ email }).select("name email");
  console.log("user", user);
  user.password = given;
  const account = await Account.findUnique({ where: { email }, select: { id: true } });
  console.log("account", account);
  account.apiKey = given;
  const member = await User.findById(given);
  console.log("member", member);
  member.otp = "";
  return member.comparePasswords;
}

export async function check(authService, given, stored) {
  console.log("service", authService);
  return authService.comparePassword(given, stored);
}

export async function hide(id) {
  const user = await User.findById(id);
  delete user.password;
  console.log(user);
  const form = { ...user };
  console.log(form);
  form.password = "";
  return form;
}

UserSchema.pre("save", function () {
  console.log("this", this);
  this.updatedAt = Date.now();
});

class Form {
  resetPassword() {
    console.log(this);
  }
  submit() {
    this.resetPassword();
  }
}

export function transport(settings) {
  console.log("domain", _.get(settings, "auth.domain"));
}

export function validate({ messages }, message, req) {
  console.log(messages.password);
  console.log(req);
  console.log("request", req.id);
}

export const list = (req, res) => {
  console.log(req.ip, res.statusCode);
  logger.info({ req }, "listed");
};

export function receive(req, accessToken, refreshToken, profile) {
  if (!req.res) return receive(null, req, accessToken, refreshToken);
  console.log("profile", profile);
  return profile;
}

export const tail = (apiKey) => {
  console.log("tail", apiKey.slice(apiKey.length - 4));
  console.log("tail", apiKey.slice(4, PREFIX.length));
};

const app = createApp();
console.log(app.config);

export function readEntry(entry, cache) {
  console.log("entry", entry);
  cache.lastKey = entry.key;
  return { key: entry.key, id: entry.token };
}

// Stored without a secret, made by a service that may give back less, or with chosen fields.
export async function write(service, req) {
  const article = new Article({ title: req.body.title, tokenCount: 3 });
  console.log(article, await article.save());
  const made = await service.create({ mail: req.body.mail, password: req.body.password });
  console.log("made", made);
  const chosen = await prisma.member.create({ data: { mail: req.body.mail, password: req.body.hash }, select: { id: true } });
  console.log("chosen", chosen);
  const named = await prisma.member.create({ data: { mail: req.body.mail, password: req.body.hash } });
  console.log("named", named.id);
}

exports.addComment = async (req, res) => {
  const comment = new Comment(req.body);
  await comment.save();
  console.log(comment);
};

exports.registerNames = async (req, res) => {
  const body = _.pick(req.body, ["username", "city"]);
  const person = new Visitor(body);
  await person.save();
  console.log(person);
};

exports.showNames = async (req, res) => {
  const person = await Customer.findOne({ where: { city: req.body.city }, attributes: ["id", "name"] });
  console.log(person);
  const parcel = await Parcel.findOne({ city: req.body.city });
  console.log(parcel);
};

function notice(request) {
  console.log(request);
}

export async function signInByMail(request, response) {
  const member = await Member.findOne({ where: { mail: request.body.mail } });
  if (!(await bcrypt.compare(request.body.password, member.password))) return response.sendStatus(401);
  delete member.dataValues.password;
  console.log("signed in", member.dataValues);
  return response.json(member);
}

export async function signInByName(request, response) {
  const guest = await Guest.findOne({ name: request.body.name });
  if (!(await bcrypt.compare(request.body.password, guest.password))) return response.sendStatus(401);
  delete guest._doc.password;
  console.log("signed in", guest._doc);
  return response.json(guest);
}

export async function signInByPhone(request, response) {
  const caller = await Caller.findOne({ phone: request.body.phone });
  if (!(await bcrypt.compare(request.body.password, caller.password))) return response.sendStatus(401);
  delete caller.password;
  console.log("signed in", caller);
  return response.json(caller);
}

exports.inspectPushes = async (db, push) => {
  const target = await db.collection("devices").findOne({});
  console.log(target);
  return push.to(target.token);
};

exports.showSession = async (id) => {
  const row = await prisma.session.findUnique({ where: { id } });
  verify(row.token);
  delete row.token;
  console.log(row);
};
