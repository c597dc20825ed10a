// Records whose password the file leaves out, sets or reads elsewhere.
import Skipper from "../models/skipper.js";
import Pilot from "../models/pilot.js";

export const shown = async (request, response) => {
  response.json(await Skipper.findById(request.params.id).select("name -password"));
};

export const dismissed = async (request, response) => {
  const skipper = await Skipper.findByIdAndDelete(request.params.id);
  console.log("skipper", skipper); // expect
  response.json({ done: true });
};

export const promoted = async (request, response) => {
  const changed = await Skipper.findByIdAndUpdate(request.params.id, { rank: request.body.rank }, { new: true });
  console.log("changed", changed); // expect
  const some = await Skipper.findByIdAndUpdate(request.params.id, { rank: 1 }, { new: true, projection: "rank" });
  console.log("some", some);
  response.json({ rank: changed.rank });
};

export const rehashed = async (request) => {
  const fields = request.body;
  fields.password = await hash(fields.password);
  return Pilot.findOneAndUpdate({ mail: fields.mail }, fields);
};

export const pilotOf = async (mail) => {
  const pilot = await Pilot.findOne({ mail });
  console.log(pilot); // expect
  return pilot.name;
};

// What is stored is given back with all that it held.
export const enter = async (request, response) => {
  const { mail, otp } = request.body;
  const entry = await Entry.findOne({ mail });
  if (!verify(entry.otp, otp)) return response.sendStatus(401);
  entry.seen = true;
  const stored = await entry.save();
  console.log(stored); // expect
  return response.sendStatus(204);
};

// Another name for a part, and a text that is parsed.
export const parts = async (form) => {
  const given = form.fields;
  console.log(given); // expect
  return form.fields.password ? given.mail : undefined;
};

export const handler = async (event) => {
  console.log("event", JSON.stringify(event)); // expect
  const { mail, password } = JSON.parse(event.body);
  return enroll(mail, password);
};

export const answered = async (mail, password) => {
  const answer = await api.post("/sailors", { mail, password });
  console.log(answer); // expect
  const token = answer.data.token;
  localStorage.setItem("token", token);
};

export const signInAtApple = async (apple) => {
  const granted = await apple.performRequest({ scopes: ["mail"] });
  console.log(granted); // expect
  const { identityToken, nonce } = granted;
  return exchange(identityToken, nonce);
};

// A function that does more than to write its argument reports its own line.
export const profileOf = (visitor) => (dispatch) => {
  console.log(visitor); // expect
  const { accessToken } = visitor;
  dispatch({ type: "SEEN", with: accessToken });
};
profileOf(current)(send);

router.post("/login", async (ctx) => {
  const { body } = ctx.request;
  console.log("body", body); // expect
  ctx.session.sailor = body.sailor;
});

const Enrollment = z.object({ mail: z.string(), password: z.string().min(12) });
router.post("/enrollments", async (request, response) => {
  const checked = Enrollment.safeParse(request.body);
  console.log("checked", checked); // expect
  if (!checked.success) {
    console.log("refused", checked);
    return response.sendStatus(422);
  }
  return response.json(await enroll(checked.data));
});

chrome.identity.getAuthToken({ interactive: true }, (token) => {
  console.log("brought", token); // expect
});
lexer.onToken((token) => console.log("read", token));
