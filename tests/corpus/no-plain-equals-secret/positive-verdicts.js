const CryptoJS = require("crypto-js");
const broker = require("aedes")();
const { cards, devices, resets } = require("./store");

broker.authenticate = async (client, name, password, done) => {
  const device = await devices.findOne({ name });
  done(null, device.token === password.toString() || device.password === password.toString()); // expect
};

exports.resolvers = {
  Mutation: {
    reset: async (_, { mail, code, chosen }) => {
      const entry = await resets.findOne({ mail });
      const good = entry && entry.expires > Date.now() && code === entry.code; // expect
      if (!good) throw new Error("no");
      return resets.finish(mail, chosen);
    },
    wipe: (_, { adminToken }, { settings }) => {
      const isAdmin = settings.admins.reduce((found, each) => found || each.token === adminToken, false); // expect
      return isAdmin && resets.wipe();
    },
  },
};

exports.withCard = async (number, pin) => {
  const card = await cards.findOne({ number });
  const plain = CryptoJS.AES.decrypt(card.pin, process.env.CARD_KEY).toString(CryptoJS.enc.Utf8);
  if (plain === pin) return card; // expect
  return null;
};

exports.unlock = async (mail, key) => {
  const member = await devices.findOne({ mail });
  if (key !== member.unlockKey) throw new Error("wrong key"); // expect
  await devices.open(member.id);
};

exports.show = async (req, res) => {
  const album = await cards.findOne({ id: req.params.id });
  res.json({ canEdit: req.query.edit === album.editToken }); // expect
};
