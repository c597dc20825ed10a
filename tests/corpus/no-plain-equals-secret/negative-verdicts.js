const { albums, parcels, stations } = require("./store");

exports.show = async (req, res) => {
  const parcel = await parcels.findOne({ id: req.params.id });
  const station = stations.reduce((found, each) => found || each.code === req.params.code, false);
  res.json({ ok: parcel.region === req.query.region, matched: parcel.stationCode === station.code });
};

exports.list = async (req, res) => {
  const album = await albums.findOne({ id: req.params.id });
  if (album.sortKey !== req.query.key) return res.json([]);
  if (album.editToken === req.query.action) return res.json([]);
  res.json({ current: album.expires > Date.now() && album.country === req.query.country });
};

exports.next = (key, row) => {
  if (key !== row.partitionKey) throw new Error("wrong key");
  return row;
};
