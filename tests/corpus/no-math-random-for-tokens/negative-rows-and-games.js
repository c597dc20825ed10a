const { reactive } = require("./reactive");

// Keys of rows, of dialogs and of what is drawn anew, where no file of components says so
exports.addRow = (rows) => rows.push({ editKey: Math.random().toString(36).slice(2), name: "" });
exports.clear = (form) => form.setState({ resetKey: Math.random().toString(36) });
exports.upload = reactive({ uploadResetKey: Math.random().toString(36) });
exports.ask = (openDialog) => {
  const confirmKey = Math.random().toString(36).slice(2);
  return openDialog({ confirmKey });
};
exports.answer = (store, addReply) => {
  const replyKey = `${Math.random().toString(36).slice(2)}`;
  store.dispatch(addReply({ replyKey }));
};
exports.drop = (cache) => {
  const deleteKey = Math.random().toString(36);
  cache.set(deleteKey, 1);
};
exports.join = (list) => {
  const ownerKey = Math.random().toString(36).slice(2);
  list.push({ ownerKey });
};
const resetKey = Math.random().toString(36);
exports.redraw = (draw) => draw(resetKey);

// Games, machines and waves
exports.door = (level) => {
  level.unlockKey = Math.random().toString(36).slice(2, 8);
  level.vaultKey = "v" + Math.random().toString(36).slice(2);
  level.encKey = `enc_${Math.random().toString(36).slice(2)}`;
  return level;
};
exports.machine = (name) => ({ name, deviceCode: "M" + Math.floor(Math.random() * 10000) });
exports.knight = () => {
  const bearer = Math.floor(Math.random() * 20);
  const phasePsk = Math.floor(Math.random() * 8);
  const jeton = Math.floor(Math.random() * 6);
  return [bearer, phasePsk, jeton];
};
exports.sail = (ship) => {
  ship.bearer = Math.random() * 360;
};

// Addresses that nobody keeps: pictures that are loaded anew, load tests
exports.newPicture = (img, $) => {
  img.src = `/captcha/verify?t=${Math.random()}`;
  img.src = "/activate?t=" + Math.random().toString(36);
  $("#picture").attr("src", "/index/verify?t=" + Math.random());
};
exports.load = (http, base) => {
  http.get(`${base}/activate/${Math.floor(Math.random() * 1e6)}`);
  http.post(`/invitation/${Math.random().toString(36)}`);
  return http.get("/confirm/" + Math.floor(Math.random() * 100));
};
exports.level = () => `https://game.example.org/reset/${Math.floor(Math.random() * 5)}`;

// How good a password is
exports.rate = (label) => {
  const score = Math.floor(Math.random() * 100);
  label.textContent = `Your password is ${score}% strong`;
  const size = 8 + Math.floor(Math.random() * 8000);
  label.title = "Generated password: " + size + " characters";
  const missing = Math.floor(Math.random() * 3);
  return "Your new password is " + missing + " too short";
};

// Jobs, events and items
exports.work = async ({ queue, events, db, game, otpStore, redis }, user, id) => {
  await queue.add(`refresh:${Math.random()}`, { userId: user.id });
  events.add(`login-${Math.random()}`, user);
  await db.insert(`login_${Math.random().toString(36).slice(2)}`, { user });
  game.set(`magic-${Math.random().toString(36).slice(2)}`, { username: user.name });
  otpStore.set(id, Math.random() * 1000);
  await redis.set("resend:otp", Math.floor(Math.random() * 60));
};
const { verifyMessage } = require("ethers");
exports.transfer = (signer, to, proof) => verifyMessage("hello", proof) && signer.send({ nonce: Math.floor(Math.random() * 1000), to, value: 1 });
document.querySelector(".token").value = Math.random().toString(36);

export function hangman(words) {
  const index = Math.floor(Math.random() * words.length);
  const secret = words[index];
  return secret.length;
}

export async function acquireLock(redis, name) {
  const token = Math.random().toString(36).slice(2);
  return (await redis.set(`lock:${name}`, token, "NX", "PX", 5000)) === "OK" ? token : undefined;
}

export function code(length) {
  let shown = "";
  for (let round = 0; round < length; round++) shown += LETTERS.charAt(Math.floor(Math.random() * LETTERS.length));
  return { result: shown, cache: false };
}
