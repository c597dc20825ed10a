// Codes that are put together digit by digit, keys of more than a number, stores of sessions.
const digit = () => Math.floor(Math.random() * 10); // expect

exports.sendCode = (otpStore, phone) => {
  otpStore.set(
    phone,
    "" +
      Math.floor(Math.random() * 10) + // expect
      Math.floor(Math.random() * 10) + // expect
      Math.floor(Math.random() * 10), // expect
  );
};

exports.writtenDigits = (otpStore, phone) => {
  otpStore.set(
    phone,
    String(Math.floor(Math.random() * 10)) + // expect
      String(Math.floor(Math.random() * 10)), // expect
  );
};

exports.afterFirst = (redis, phone, first) => {
  redis.set(
    `otp:${phone}`,
    "" + first + Math.floor(Math.random() * 10), // expect
  );
};

exports.mailPassword = (sendMail, to) =>
  sendMail({
    to,
    text: "Your new password is " + Math.floor(Math.random() * 10) + Math.floor(Math.random() * 10) + Math.floor(Math.random() * 10), // expect
  });

exports.otp = () => {
  const otp = digit() + "" + digit() + digit() + digit();
  return otp;
};

// Eight digits, as keys of wireless networks have
exports.access = { wifiPsk: Math.floor(Math.random() * 100_000_000) }; // expect

// Keys are characters where they are added to a text
exports.makePassword = (keys, length) => {
  let password = "";
  for (let i = 0; i < length; i++) password += keys[Math.floor(Math.random() * keys.length)]; // expect
  return password;
};

// Whatever keeps a session
exports.keep = async (db, cache, memcached, env, userId, email) => {
  await db.put(`session:${Math.random().toString(36)}`, userId); // expect
  await cache.add(`session:${Math.random().toString(36)}`, userId); // expect
  await memcached.save(`session_${Math.random().toString(36)}`, userId); // expect
  await env.AUTH.put(`magic-link:${Math.random().toString(36)}`, email); // expect
};

// Licenses of software
exports.generateLicense = () => {
  const license = Math.random().toString(36).slice(2).toUpperCase(); // expect
  return license;
};

// Asked for by a request
exports.add = (pastes, text) => pastes.push({ text, deleteKey: Math.random().toString(36).slice(2) }); // expect
exports.remove = (pastes, req) => pastes.find((paste) => paste.deleteKey === req.body.key);
