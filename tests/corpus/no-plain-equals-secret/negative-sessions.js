// The caller's own session, marked in a list.
export const listed = (req, sessions) => {
  const currentToken = req.cookies.session_token;
  return sessions.map((session) => ({ id: session.id, is_current: session.session_token === currentToken }));
};
export const marked = async (req) => {
  const session_token = req.cookies.session_token;
  const { sessions } = await client(session_token).listSessions();
  return sessions.map((session) => (session.token === session_token ? { ...session, isCurrent: true } : session));
};

// Names of entries, public halves, other texts of a store.
export async function browse(ctx) {
  const { token, page, apiKey } = getParams(ctx);
  const last = await redis.get(ctx.user.id + "_page");
  if (last === page) return cached(ctx);
  if (apiKey !== process.env.PUBLIC_SHOP_KEY) ctx.log.info("another shop");
  if (apiKey === shop.keys?.public) return list(ctx);
  if (form.visibility === shop.access.private) return hide(ctx);
  return list(ctx, token);
}

exports.unlockShelf = async (token) => {
  const held = await redis.get(`lock:shelf:${token.slice(0, 2)}`);
  if (held !== token) throw new Error("lock not held");
};

exports.keepInStep = async (row, password) => {
  const current = decrypt(row.password);
  if (current !== password) {
    row.password = encrypt(password);
    return row.save();
  }
  return row;
};

exports.isUntouched = (req) => req.body.password === process.env.UNCHANGED;

// What a picture asks of people is kept for an id, and proves nothing.
exports.solvePuzzle = async (req, res) => {
  const shownText = await redis.get(`captcha_${req.body.uuid}`);
  if (shownText !== req.body.captcha) return res.status(400).json({ error: "try again" });
  const mailbox = await redis.get(`mailbox_${req.body.email}`);
  return mailbox === req.body.mailbox ? next() : res.status(400).end();
};

// What else is kept for an address.
exports.goOn = async (req, res) => {
  const purpose = await redis.get(`otp:purpose:${req.body.phone}`);
  if (purpose !== req.body.purpose) throw new Error("invalid code");
  const askedFrom = await redis.get(`otp_requested_ip:${req.body.email}`);
  if (askedFrom !== req.ip) throw new Error("invalid code");
  res.end();
};

exports.readPicture = (ctx) => {
  const { code } = ctx.request.body;
  if (ctx.session.code !== validator.trim(code).toLowerCase()) ctx.throw(422, "The code is wrong");
};

// What it was before, and lists without people.
exports.saveDraft = (currentDraft, token) => {
  if (token !== currentDraft.token) {
    currentDraft.dirty = true;
    store(currentDraft);
  }
};

exports.warm = async (cache, token) => {
  const page = await cache.get("page_" + token.id);
  if (page !== token) refill(cache, token);
};

exports.marked = (marks, markCount, word) => {
  if (marks[markCount] === word) highlight(word);
};
