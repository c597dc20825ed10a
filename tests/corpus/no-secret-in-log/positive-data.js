// Forms in the data of a component, and what jQuery makes of a form.
export default {
  data: () => ({ errors: { password: "" }, form: { phone: "", password: "" }, berth: { name: "" } }),
  methods: {
    submit() {
      console.log("sending", this.form); // expect
      console.log("errors", this.errors, this.berth);
    },
  },
};

$("#loginForm").on("submit", function () {
  const sent = $(this).serialize();
  console.log(sent); // expect
});

// Hashes of passwords, answers of which a part is shown, and bodies with a default.
exports.enrol = async (log, pilot) => {
  log.info("digest", md5(pilot.password)); // expect
  log.debug(`stored ${await bcrypt.hash(pilot.password, 12)}`); // expect
  const digest = CryptoJS.SHA256(pilot.password).toString();
  log.debug("digest", digest); // expect
};

exports.exchange = async (code) => {
  const answer = await ferry.post("/grant", { code });
  const grant = await answer.json();
  console.log("grant", JSON.stringify(grant).substring(0, 200)); // expect
  return grant.access_token;
};

exports.calendarOf = async (oauth2Client, doc) => {
  const tokens = (await doc.get()).data();
  console.log("tokens", tokens); // expect
  oauth2Client.setCredentials(tokens);
};

exports.createBerth = (req, res) => {
  console.log("berth", JSON.stringify(req.body || {})); // expect
  const { name, password, length } = req.body || {};
  return berths.insert({ name, password, length }, () => res.end());
};

exports.openSession = async (storage, KEYS, credentials) => {
  const answer = await pilots.enter(credentials);
  console.log("answer", JSON.stringify(answer, null, 2)); // expect
  await storage.setItem(KEYS.AUTH_TOKEN, answer.token);
};

exports.openTab = async (setToken, credentials) => {
  const opened = await pilots.enter(credentials);
  console.log("opened", opened); // expect
  setToken(opened.token);
};

exports.boardAgain = async (log, pilot, password) => {
  const made = crypto.createHash("md5").update(password).digest("hex");
  log.info(made); // expect
  return query(pilot, made);
};

// What is filled into a message, bodies that hapi reads, and records of those that are stored with a password.
exports.sendBoarding = (client, phone) => {
  const code = digits(6);
  console.log(code); // expect
  return client.request("SendSms", { PhoneNumbers: phone, TemplateParam: JSON.stringify({ code }) });
};

exports.routes = [
  {
    method: "POST",
    path: "/api/pilots/login",
    handler: (request, h) => {
      console.log(request.payload); // expect
      return pilots.verify(request.payload, h);
    },
  },
];

exports.firstUser = async (userService, salt) => {
  const made = await userService.save({ name: "first", password: seal("mooring", salt), salt });
  console.log(made); // expect
};

exports.addAdmin = async (ctx) => {
  const sent = ctx.request.body;
  sent.password = await ctx.service.tools.seal(sent.password);
  const found = await ctx.model.Admin.find({ name: sent.name });
  console.log(found[0]); // expect
  if (found.length === 0) await new ctx.model.Admin(sent).save();
};

exports.enlist = (req, res) => {
  const user = new User({ name: req.body.name, password: req.body.password });
  user.save((error, data) => {
    console.log(data); // expect
    res.end();
  });
};
