// The same words where nothing says so.
exports.API_KEY_HEADER = "x-ferry-key"; // the header in production
exports.token = "quayside";
exports.wallets = { PRIVATE_KEY: "privateKey", CACHE_TTL: 60 };
exports.TOKEN_KEY = "auth_token"; // for production
exports.API_KEY = "API_KEY"; // read from process.env
exports.page = (host) => `${host}/quote?token=pk_${"7".repeat(4)}`;

exports.apiSecret = process.env.PICTURE_API_SECRET || "YOUR_PICTURE_API_SECRET";
exports.messages = { password: "Choose a longer one", secret: "The secret is wrong" };
