// Codes of errors, exits and answers, in texts that also name one-time codes.
module.exports.send = async (mail, phone) => {
  const { code, status } = await post(mail);
  console.log(`Verification code for ${mail} failed with ${code}`);
  console.log(`Verification code sent to ${mail}, status: ${code}`);
  console.log(`OTP service returned for ${phone}: ${code}`);
  console.log("OTP error for", phone, ":", code);
  console.log(`Verification code sent to ${mail}: ${status}`);
  console.log(`Parcel sent to ${mail}: ${code}`);
  console.log(`Verification code sent to ${mail} by the carrier ${code}`);
  console.log("Country of", phone, "->", code);
};

// Pins of boards, and on maps.
module.exports.lamps = async (id) => {
  const lamp = await Lamp.findOne({ where: { id } });
  console.log(`PIN: ${lamp.pin}`);
  const place = await Place.findOne({ where: { id } });
  console.log(`Pin: ${place.pin}`);
  console.log(`PIN: ${settings.pin}`);
};

module.exports.remind = async (phone) => {
  const otp = Math.floor(1000 + Math.random() * 9000);
  const body = { phone, message: otp, digits: 4 };
  console.log("sending " + body.digits + body.phone);
  return post("/sms", body);
};

// What went wrong on the way, addresses whose password is masked, requests for a code.
export async function remove(account, log, masked) {
  try {
    await account.check();
  } catch (error) {
    console.log("error while validating password: ", error?.response?.data || error);
  }
  log.debug(`connecting to ${obfuscatedSettings.MONGO_URL}`);
  log.debug("store", maskedConfig.apiKey);
}
export const sendAccountOTP = async (req, res) => {
  console.log("asked for a code", req.body);
  res.json(await codes.send(req.body.email));
};

// What a token says; codes of places.
export async function who(idToken) {
  const decodedIdToken = await getAuth().verifyIdToken(idToken);
  functions.logger.log("ID token correctly decoded", decodedIdToken);
}
export const visit = ({ email, code }, level) => {
  console.log(`Visit of ${email} with code ${code}`);
  logger[level](`visit of ${email}`);
};

export async function sendLater(email) {
  const code = await mail(email);
  console.log("OTP sent with status", code);
  console.log("letter sent", code);
}

export function onExit({ command, password, code }) {
  console.error("mysqldump failed with exit code", code);
  retry(command, password);
}
console.log(place.name, place.adminCode, config.SECRET_NAME_DB, config.TOKEN_URL_GITHUB);

exports.state = (verification) => {
  console.log("verification: " + verification);
};
