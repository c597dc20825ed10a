const bcrypt = require("bcryptjs");
const Keeper = require("../models/keeper");

// Records of a model that is stored with a password.
exports.enrol = async (req, res) => {
  const { mail, secretWord } = req.body;
  const known = await Keeper.findOne({ mail });
  if (known) {
    console.log("already enrolled", known); // expect
    return res.sendStatus(409);
  }
  const hash = await bcrypt.hash(req.body.password, 12);
  console.log(hash); // expect
  await Keeper.create({
    mail,
    password: hash,
    note: secretWord.length,
  });
  return res.sendStatus(201);
};

exports.all = (req, res) => {
  Keeper.find()
    .sort("mail")
    .then((keepers) => {
      if (keepers.length > 0) console.log(keepers); // expect
      res.json(keepers.map(({ mail }) => mail));
    });
  Keeper.findById(req.params.id, (err, keeper) => {
    console.log(keeper); // expect
  });
};

exports.change = (req, res) => {
  bcrypt.hash(req.body.newPassword, 12, (err, hash) => {
    console.log("stored", hash); // expect
    res.sendStatus(err ? 500 : 204);
  });
};

// Sessions and keys that only their source tells.
exports.trace = (req, res) => {
  console.log("session", req.sessionID); // expect
  const cookies = parse(req.headers.cookie);
  console.log("sent %s", cookies.session_id); // expect
  const header = req.headers.authorization;
  const sent = header && header.split(" ")[1];
  console.log(sent); // expect
  const [, second] = header.split(" ");
  console.log(second); // expect
  console.log("tide service", process.env.TIDES_KEY, settings.RADAR_KEY); // expect
  console.log({ headers: { Authorization: `Bearer ${process.env.TIDES}` } }); // expect
  const parts = parseConnectionString(req.app.get("store"));
  console.log("store", parts); // expect
};

exports.open = router.post("/login", async (c) => {
  const body = await c.req.json();
  console.log(body); // expect
  console.log(c.req.header("Authorization")); // expect
  console.log(c.req.raw.headers); // expect
  console.log("sent", c.request.headers.cookie); // expect
});

// Codes, in other words.
exports.code = async (phone) => {
  const code = Math.floor(100000 + Math.random() * 900000);
  console.log("código de verificación", code); // expect
  console.log(`验证码：${code}`); // expect
  const authCodeNumber = String(Math.random()).slice(2, 8);
  console.log("made", authCodeNumber); // expect
  await sms.send(phone, code, authCodeNumber);
};
