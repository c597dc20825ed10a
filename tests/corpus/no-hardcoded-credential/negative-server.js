
// An HMAC of random bytes makes a text that nobody guesses, whatever the key is.
function generateKey(hmacKey, algorithm) {
  hmacKey = hmacKey || "storehouse";
  return require("crypto").createHmac(algorithm || "sha1", hmacKey).update(require("crypto").randomBytes(32)).digest("hex");
}
exports.register = (app) => Object.assign(app, { clientKey: generateKey("client"), masterKey: generateKey("master") });
exports.routes = (app) => {
  app.put("/auth/user/recovery/password", "user.resetPasswordByTicket");
  app.get("/api/token", "session.currentToken");
};
