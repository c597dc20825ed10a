const { createHmac } = require("node:crypto");

const tagOf = (body) => createHmac("sha256", process.env.TAG_SECRET).update(body).digest("hex");

exports.show = (req, res) => {
  const etag = tagOf(req.page);
  if (req.headers["if-none-match"] === etag) return res.status(304).end();
  const tag = tagOf(req.page);
  if (req.get("if-match") !== tag) return res.status(412).end();
  res.set("etag", tag).send(req.page);
};
