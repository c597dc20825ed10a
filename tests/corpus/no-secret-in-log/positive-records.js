import _ from "lodash";
import { User, Passport, Account } from "./models.js";

export function createUser(request, response, next) {
  const confirmation = request.body.password_confirmation;
  sails.log("confirmation: " + confirmation); // expect
  sails.log(confirmation); // expect
  request.logToConsole("user.create", { resetCode: request.body.resetCode }); // expect
  next();
}

export const updateUser = (req, res) => {
  sails.log(req.body); // expect
  const user = req.body;
  delete user.password;
  res.json(user);
};

export const addUser = asyncHandler(async (req, res) => {
  console.log("body", req.body); // expect
  res.json(await User.create(req.body));
});

export async function signIn(email, given) {
  const user = await User.findOne({ email });
  console.log("user", user); // expect
  if (!(await user.comparePassword(given))) throw new Error("wrong");
  return user;
}

export function signInOld(query, given, next) {
  Passport.findOne(query).exec((error, passport) => {
    console.log("passport", passport); // expect
    passport.validatePassword(given, next);
  });
}

export async function connect(req, pages) {
  const account = await Account.findById(req.userId);
  console.log("account", account); // expect
  console.log("pages", pages.data); // expect
  const page = pages.data.find((each) => each.id === req.body.pageId);
  account.pageAccessToken = page.access_token;
  await account.save();
}

export async function show(id) {
  const member = await User.findById(id);
  console.log(member); // expect
  member.password = undefined;
  return member;
}

UserSchema.pre("save", async function () {
  console.log("this", this); // expect
  this.password = await hash(this.password);
});

export class MailClient {
  constructor(options) {
    this.apiKey = options.apiKey;
  }
  connect() {
    console.log(this); // expect
  }
}

export function transport(settings) {
  console.log("key", _.get(settings, "auth.api_key")); // expect
  return _.get(settings, "auth.domain");
}

export const subscribe = (socket, message) => {
  console.log("refused:", message.accessToken); // expect
};

export const update = (req, res) => {
  console.log(req); // expect
  res.end();
};

export function* auth(next) {
  debug("headers: %j", this.header); // expect
  yield next;
}

export const accessCode = (bearer) => {
  const apiKey = bearer.slice(PREFIX.length);
  console.log("got", apiKey); // expect
};

class HomeController extends Controller {
  index() {
    console.log(this.app.config); // expect
    console.log(sails.config); // expect
  }
}

export function readSettings(text, access, data) {
  const payload = JSON.parse(text);
  console.log("settings", payload); // expect
  access.openaiApiKey = payload.key;
  console.log(data); // expect
  return { accessToken: data.token };
}

// What is stored is given back whole.
export async function enrol(req) {
  const { mail, password } = req.body;
  const member = new Member({ mail, password });
  console.log(member); // expect
  const kept = await member.save();
  console.log("enrolled", kept); // expect
  new Member({ mail, password }).save().then((stored) => console.log(stored)); // expect
  Member.create({ mail, password }, (error, stored) => {
    console.log(stored); // expect
  });
  const row = await prisma.member.create({ data: { mail, password: await hash(password) } });
  console.log(row); // expect
}

exports.signUpAsSent = async (req, res) => {
  const person = new User(req.body);
  await person.save();
  console.log(person); // expect
};

exports.registerPicked = async (req, res) => {
  const body = _.pick(req.body, ["username", "password"]);
  const person = new User(body);
  await person.save();
  console.log(person); // expect
};

function add_notice(req, res) {
  console.log(req); // expect
  res.send(req.body.title);
}

const { data: verified } = await supabase.auth.verifyOtp({ token_hash: hash, type: "signup" });
console.log("verified", verified); // expect

exports.inspectSession = async (db, ages) => {
  const row = await db.collection("sessions").findOne({});
  console.log(row); // expect
  return ages.of(row.token);
};
