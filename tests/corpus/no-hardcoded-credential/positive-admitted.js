// Words that only their surroundings show to be secrets.
const API_KEY = "yamaferry"; // In production, use env var // expect
exports.DOCK_API_TOKEN = "quayside"; // TODO: move to the .env file // expect

module.exports.codes = { CODE_ERROR: 500, PRIVATE_KEY: "harbour", JWT_EXPIRED: 60 * 60 * 24 }; // expect
exports.keyed = API_KEY;
exports.PASSWORD_SCERET_KEY = "ZK!@(!QUAYP*((!@#*(M)!V__*#"; // expect
exports.ferry = (CryptoJS, config) => {
  config.KEY = CryptoJS.enc.Utf8.parse("7quayside418203pierx"); // expect
  config.IV = CryptoJS.enc.Utf8.parse("mole518207dockse");
};

exports.errors = {
  NOT_FOUND: { code: "404", msg: "Not Found" },
  GOOGLEAUTH: { clientID: "ferry", clientSecret: "4-9kQLw_TZpHr3mBxcYnF7ud" }, // expect
};

exports.wechat =
  process.env.NODE_ENV === "production"
    ? { appid: "wx1", appsecret: "7f31c90ad5e24b68913c0aef52d7b846" } // expect
    : { appid: "wx2", appsecret: "d2905bc7e8314fa6a07b6c1e93f5284d" }; // expect

exports.JWT_SECRET = "changemechangemechangeme"; // expect

exports.translate = (app, text) =>
  app.translator.ask({ apkey: "5b07d1e4-83f2-4c96-a1d8-7e20c9f4b635", text }); // expect

exports.exchange = (axios, code, state) =>
  axios.post(
    "https://bank.example.net/token",
    `grant_type=authorization_code&code=${code}&client_secret=Q58%21%29Rk274ny%25.p9h3%29W71XD2&code_verifier=${state}`, // expect
  );
