// The same words where nothing says so.
exports.API_KEY_HEADER = "x-ferry-key"; // the header in production
exports.token = "quayside";
exports.wallets = { PRIVATE_KEY: "privateKey", CACHE_TTL: 60 };
exports.TOKEN_KEY = "auth_token"; // for production
exports.API_KEY = "API_KEY"; // read from process.env
exports.page = (host) => `${host}/quote?token=pk_${"7".repeat(4)}`;

exports.apiSecret = process.env.PICTURE_API_SECRET || "YOUR_PICTURE_API_SECRET";
exports.messages = { password: "Choose a longer one", secret: "The secret is wrong" };

exports.paths = { PRIVATE_KEY: "keys/private.pem", JWT_EXPIRES: 60 };
exports.labels = { privateKey: "Clé privée", tokenExpiry: "Expiration" };
exports.publicOf = (CryptoJS) => {
  const publicKey = CryptoJS.enc.Base64.parse("MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQ");
  return CryptoJS.AES.decrypt(publicKey, exports.page);
};
const apiKey = "disabled"; // no key for production yet
const authToken = "from-env"; // use the environment
exports.none = { apiKey, authToken };
exports.form = { secret: "hidden-field", expired: false };
