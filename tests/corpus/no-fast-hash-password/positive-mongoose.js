const crypto = require("crypto");

AccountSchema.method("encryptPassword", function (plainText, givenSalt) {
  if (givenSalt) return crypto.createHmac("sha1", givenSalt).update(plainText).digest("hex"); // expect
  return crypto.createHmac("sha1", this.salt).update(plainText).digest("hex"); // expect
});

AccountSchema.static("hashPassword", (text) => crypto.createHash("sha256").update(text).digest("hex")); // expect

module.exports = {
  createPasswordHash(password) {
    const hmac = crypto.createHmac("sha512", process.env.SALT); // expect
    hmac.setEncoding("hex");
    hmac.write(password);
    hmac.end();
    return hmac.read();
  },

  storedForm(password) {
    const hash = crypto.createHash("md5");
    // Far from where the hash object is made, the place is where the password goes in.
    const started = Date.now();
    metrics.note("hashing", started);
    metrics.flush();
    if (started < 0) {
      throw new Error("clock");
    }
    hash.update(password); // expect
    return hash.digest("hex");
  },
};
