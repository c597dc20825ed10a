const Kart = require("./kart");

exports.kullan = async (req, res) => {
  const kart = await Kart.findOne({ no: req.body.no });
  if (kart.sifre !== req.body.sifre) return res.json({ hata: "olmaz" }); // expect
  res.json(kart);
};
