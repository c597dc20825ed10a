// Codes that are drawn for something else, and addresses that a sloppy script writes without a password.
BERTHS_URL = "mongodb://localhost:27017/berths";
mongoose.connect(BERTHS_URL);
mongoose.connection.on("connected", () => console.log("open to " + BERTHS_URL));

export function generatePromoCode() {
  const code = randomInt(1e6);
  console.log("verify", code);
  return code;
}

export function sendRoomCode(room) {
  const code = randomInt(1e4);
  console.log(code, room);
  return code;
}

export function verifyCountryCode(code) {
  console.log(code);
  return code;
}

export const shownToken = () => {
  const token = randomBytes(32).toString("hex");
  console.log("made", token.slice(0, 8));
  return token;
};

export const kept = async (id) => {
  const sailor = await Sailor.findById(id).select("-password");
  console.log(sailor);
  return sailor;
};

export function verifyOtpInput() {
  const code = generateErrorCode("missing");
  console.log("error code", code);
}

router.post("/login/history", (request, response) => {
  console.log(request.body);
  response.json(visits(request.body.page, request.body.size));
});

export async function kept2(key) {
  const chart = await loadChart();
  chart.apiKey = key;
  const ok = await chart.save();
  console.log("saved", ok);
}

const otpMap = { sms: "SMS", mail: "Mail" };
console.log(otpMap);

export async function cleared(id) {
  await Rower.findByIdAndUpdate(id, { password: undefined });
  const rower = await Rower.findById(id);
  console.log(rower);
}

console.log("Failed to send magic link to", webhookUrl);
console.log("Password reset link sent by", profileUrl);
