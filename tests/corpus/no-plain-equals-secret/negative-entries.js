// Entries of one's own record, values that are written when they differ, values that nobody may choose.
exports.destroyToken = async (userId, loginToken) => {
  const user = await Users.findOne(userId);
  const tokens = user.services.resume.loginTokens;
  tokens.splice(tokens.findIndex((each) => each.hashedToken === loginToken), 1);
  await Users.update(userId, { "services.resume.loginTokens": tokens });
};

exports.linkAccount = async (userId, token) => {
  const user = await Users.findOne(userId);
  const at = user.integrations.findIndex((each) => each.authToken === token);
  if (at >= 0) user.integrations[at] = { authToken: token, seen: Date.now() };
  else user.integrations.push({ authToken: token, seen: Date.now() });
  await Users.save(user);
};

exports.subscribe = async (req, res) => {
  const { token, deviceId } = req.body;
  const subscriptions = getState().getConfig("push_notification_subscriptions", {})[req.user.id] || [];
  const known = subscriptions.find((each) => each.type === "fcm-push" && each.token === token && each.deviceId === deviceId);
  res.json({ known: known !== undefined });
};

exports.discover = async function () {
  for (const device of this.config.devices) {
    const known = this.accessories.find((each) => each.context.token === device.token);
    if (known) known.context.name = device.name;
  }
};

exports.isFree = async (inviteCode) => {
  const all = await Invites.find();
  return !all.some((each) => each.code === inviteCode);
};

class Keychain {
  async setPassword(name, password) {
    if (!this.migrating.has(name) && (await this.password(name)) === password) {
      return true;
    }
    return this.driver.setPassword(name, password);
  }
  async synchronize(settings) {
    const stored = await this.read("apiKey");
    if (settings.apiKey !== stored) await this.save("apiKey", settings.apiKey);
  }
}
exports.Keychain = Keychain;

exports.updateSettings = async (req, res) => {
  const settings = await Settings.findOne();
  if (settings.smtpPassword !== req.body.smtpPassword) {
    settings.smtpPassword = encrypt(req.body.smtpPassword);
    await settings.save();
  }
  res.end();
};

exports.retry = async (error, store) => {
  const failed = error.config.headers.Authorization;
  const present = `Bearer ${store.getState().auth.accessToken}`;
  if (failed !== present) return client({ ...error.config, headers: { Authorization: present } });
  throw error;
};

exports.rate = (password, user) => {
  if (COMMON_PASSWORDS.includes(password.toLowerCase())) return "too common";
  if (user.passwordHistory.includes(password)) return "was used before";
  return undefined;
};

exports.route = (req, res) => {
  if (req.query.key !== process.env.DEFAULT_SORT_KEY) return res.status(401).end();
  if (req.headers["x-lang"] !== process.env.LANGUAGE_KEY) return res.status(403).end();
  if (req.query.region !== process.env.REGION_KEY) return res.status(403).end();
  if (req.query.key !== process.env.MAPS_PUBLIC_KEY) return res.status(403).end();
  res.end();
};

exports.download = async (data, expected) => {
  const digest = await crypto.subtle.digest("SHA-256", data);
  const hex = Array.from(new Uint8Array(digest)).map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== expected) throw new Error("The checksum differs");
};

exports.board = async (req, res) => {
  const board = await Boards.findOne({ slug: req.params.slug });
  if (board.cacheKey !== req.query.key) return res.status(403).end();
  if (board.publicKey !== req.body.key) return res.status(403).end();
  if (board.token_type !== req.params.token) return res.status(403).end();
  res.json(board);
};

exports.check = (text, hash) => {
  const isSame = md5(text + "&sort=" + order) === hash;
  return isSame ? text : undefined;
};

exports.accept = (parser, token) => {
  if (token !== parser.token) throw new SyntaxError(`unexpected ${token}`);
  return parser.next();
};

exports.confirmOrder = (order, code) => {
  if (order.code !== code) throw new Error("another order");
  return order.confirm();
};

exports.verifyVersion = (record, code) => {
  if (record.languageCode !== code) throw new Error("wrong language");
  if (record.code !== code) return Promise.reject();
  return record;
};

exports.page = async (req, res) => {
  const page = await Pages.findOne({ slug: req.params.slug });
  if (page.i18nKey !== req.query.key) return res.status(400).send("invalid key");
  if (page.key !== req.query.key) return res.status(404).end();
  if (req.user.role !== "editor") return res.status(403).end();
  res.json(page);
};

exports.files = router({
  rename: procedure.input(schema).mutation(async ({ input, ctx }) => {
    const file = await ctx.db.file.findUnique({ where: { id: input.id } });
    if (file.key !== input.key) throw new TRPCError({ code: "NOT_FOUND" });
    if (file.ownerId !== ctx.user.id) throw new TRPCError({ code: "FORBIDDEN" });
    if (file.apiKey !== input.apiKey) {
      await ctx.db.file.update({ data: { apiKey: input.apiKey } });
    }
    return file;
  }),
});

router.post("/join", (req, res) => {
  let password = req.body.password;
  const again = req.body.passwordAgain;
  if (password !== again) return res.status(400).json({ message: "they differ" });
  return members.findOne({ name: req.body.name }, (error, found) => {
    password = digestOf(found, password);
    return members.insert({ password });
  });
});
