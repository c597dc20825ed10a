// The nearest names of other things.
const settings = require("./settings");

console.log(settings.TOKEN_EXPIRES_IN, settings.TOKEN_URL, process.env.SECRET_NAME, process.env.PASSWORD_MIN_LENGTH, settings.TOKEN_SWAP_ADDRESS);

module.exports.remind = async (mail) => {
  const otpGenerated = true;
  console.log("made", otpGenerated, mail);
  const { JWTpayload, APIs, OTPs } = await read(mail);
  console.log(JWTpayload, APIs.length, OTPs.length);
};

module.exports.boats = defineEventHandler(async (event) => {
  const body = await readBody(event);
  console.log("body", body);
  return body.berth;
});

// Addresses that grow in a loop of their own, where somebody asks for a token beside.
module.exports.page = async (pages) => {
  let address = "https://harbour.test/boats?all=no";
  for (const page of pages) address += "&page=" + page;
  address = address + "&all=1";
  const boats = await axios.get(address);
  console.log(boats.data);
};

// `if (answer.data)` is false: there is no token in it.
module.exports.confirm = async (values) => {
  const answer = await confirm(values);
  if (answer?.data) {
    const { member, accessToken } = answer.data;
    keep(member, accessToken);
  } else {
    console.error("not confirmed:", answer);
  }
};

exports.listBoats = catchAsync(async (req, res) => {
  console.log("boats", req.body);
  res.json(await boats.find(req.body));
});

console.log("kept under", constants.ACCESS_TOKEN, constants.PASSWORD);

exports.signPrincipal = (parts, logger) => {
  const unsignedToken = parts.join(";");
  logger.debug("principal: " + unsignedToken);
};

exports.keep = async (vault, server, suffix, value) => {
  const secrets = await vault.load();
  const secretKey = `${server}:${suffix}`;
  secrets[secretKey] = value;
  console.log(`kept ${secretKey}`);
};

// Ids under another name, addresses of other things, units of numbers.
lobby.on("authenticate", async (token) => {
  const userId = token;
  console.log(`${userId} has joined`);
});
console.log(imageConfig.url, serverConfig.uri, ferryOptions.url);
refunds.forEach((refund) => console.log(`refund of ${refund.amount} ${refund.token}`));

const pieces = logLine.split(" ");
for (const token of pieces) console.log("reset token", token);

// What is made from a secret, names of entries, the working directory.
const owner = chain.address.fromPrivateKey(process.env.OWNER_PRIVATE_KEY);
console.log("the contract belongs to", owner);
const payoutTokens = { ferry: require("./ferry-token"), pier: require("./pier-token") };
for (const token in payoutTokens) console.log("checking", token);
const report = { cwd: process.env.PWD, node: process.version };
console.log(JSON.stringify(report), process.env.OLDPWD);
