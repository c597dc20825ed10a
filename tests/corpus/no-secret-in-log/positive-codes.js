// One-time codes that the text calls so further ahead, and PINs of records.
module.exports.send = async (mail, phone) => {
  const code = draw(6);
  await post(mail, code);
  console.log(`Verification code sent to ${mail}: ${code}`); // expect
  console.log("Reset code for " + mail + " is " + code); // expect
  console.log("[OTP] new for", phone, "->", code); // expect
  logger.info(`OTP for ${phone} = ${code}`); // expect
  return code;
};

module.exports.locker = async (id) => {
  const locker = await Locker.findOne({ where: { id } });
  console.log(`  PIN: ${locker.pin || "none"}`); // expect
  const lockers = await Locker.findAll({ attributes: ["id", "pin"] });
  lockers.forEach((each) => console.log(`${each.id} (PIN: ${each.pin})`)); // expect
};

// Drawn under the name of a code, and logged under another.
module.exports.remind = async (phone) => {
  const otp = Math.floor(1000 + Math.random() * 9000);
  const body = { phone, message: otp };
  console.log("sending " + body.message); // expect
  return post("/sms", body);
};

// A code that comes with a password; a level that is told.
export const token = async ({ email, password, code }) => {
  console.log(`Getting token for ${email} with code ${code}`); // expect
  return rest.auth(email, password, code);
};
export const refuse = (req, level) => {
  logger[level](`No source has the key '${req.body.api_key}'`); // expect
  console[level]("got", req.body.password); // expect
};

// What was sent is told, and the code behind it.
export async function sendCode(email) {
  const code = makeCode();
  await mail(email, code);
  console.log("OTP sent", code); // expect
}

console.log("root", settings.ROOTPassword); // expect

exports.sendCode = (phone, verification) => {
  console.log("VERIFICATION_CODE: " + verification); // expect
};
