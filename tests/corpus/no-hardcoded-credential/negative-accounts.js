const { hashPassword, sha256, compareHash } = require("./passwords");

// Hashed: what somebody typed, nobody's password, what is no password.
exports.register = (form) => Account.create({ login: form.login, password: hashPassword(form.password) });
const unknown = { login: "nobody", password: hashPassword("dummy") };
const timingPassword = hashPassword("nothing at all");
const etag = sha256("catalogue");
const entry = { password: crypto.hash("sha512", typed), label: md5("price list") };
const isRight = { password: compareHash("harbour", stored) };
const bySalt = { password: crypto.createHash("sha256").update(typed).digest("hex") };

// Names of cookies, of entries and of headers; texts that say that nothing is there.
const names = { JWT_ACCESS_TOKEN: process.env.JWT_ACCESS_TOKEN || "access_token", JWT_REFRESH_TOKEN: process.env.JWT_REFRESH_TOKEN || "refresh_cookie" };
const payments = new Payments(process.env.PAYMENTS_SECRET_KEY || "sk_nothing");
const media = { authKey: process.env.MEDIA_AUTH || "just empty text", authSecret: process.env.MEDIA_SECRET || "just empty text", retries: 3, debug: false };
const mailer = { clientSecret: process.env.MAIL_CLIENT_SECRET || "dummy-secret", clientId: process.env.MAIL_CLIENT_ID || "dummy" };

const replica = { masterDbUrl: process.env.MASTER_DB_URL || "mysql://localhost/shop", adminTokenKey: process.env.ADMIN_TOKEN_KEY || "adminToken" };

// What a check warns of.
const exampleBadSecret = "superDuperSecret";
const weakPassword = "letmein";
const leakedKey = "2cf283793bbd969db260592eafbf594b9bbe";

// Four words of four letters.
const hints = { password: "this word must pass" };

// Cookies without a session.
const cookie = "lang=en; theme=dark; region=north";
const cookieConsent = "analytics=denied; session=needed";
const visits = { Cookie: "_ga=GA1.2.1234567890.1700000000; csrftoken=Qw8vTz31mPwK7rXn2LbY5sJd9HfGc4Ea" };
const cookieName = "SHOP_SESSION";
document.cookie = "tour_token=; expires=Thu, 01 Jan 1970 00:00:00 GMT";

// A token in other lists.
const token = "identifier";
const kinds = [token, "number", "string"];
const steps = [token, timestamp];

// What a request may say; words that are refused.
app.post("/forms/:key", (req, res) => {
  if (req.params.key !== "form77x") return res.sendStatus(404);
  if (req.query.key !== "price") return res.sendStatus(400);
  if (req.query.token === "page12") return res.json(secondPage);
  if (req.body.type !== "abc123") return res.sendStatus(400);
  if (req.body.password === "letmein22") return res.status(422).json({ message: "too well known" });
  if (req.body.password === "password") throw new WeakPassword();
  if (req.headers.authorization === "Bearer") return res.sendStatus(401);
  if (row.key !== "zebra77x") return undefined;
  if (req.body.password === "undefined") return res.end();
  res.json({});
});

// A server beside the program that shows mail and sends none.
const transport = require("nodemailer").createTransport({ host: "localhost", port: 1025, auth: { user: "me@example.com", pass: "catcher" } });
const pit = { host: "mailpit", port: 1025 };
module.exports = { unknown, timingPassword, etag, entry, isRight, bySalt, names, payments, media, mailer, replica, exampleBadSecret, weakPassword, leakedKey, hints, cookie, cookieConsent, visits, cookieName, kinds, steps, transport, pit };

// Codes where nobody else is let in, codes of answers, selectors and handles.
router.post("/boarding/confirm", async (req, res) => {
  const { otp, code } = req.body;
  if (process.env.NODE_ENV !== "production" && otp === "481923") return res.sendStatus(204);
  if (isDevelopment) {
    if (otp === "481923") return res.sendStatus(204);
  }
  if (otp === "000000" || code === "23505") return res.status(400).json({ message: "Invalid OTP" });
  return next();
});
const login = { user: "#userName", password: "#inputPassword2" };
const author = { username: "@purser", password: "@purser" };

// Emulators take any key.
const queue = new SQSClient({ region, endpoint, ...(endpoint ? { credentials: { accessKeyId: "root", secretAccessKey: "root" } } : {}) });
const table = new DynamoDBClient({ endpoint: "http://localhost:8000", credentials: { accessKeyId: "ferry", secretAccessKey: "harbour7local" } });

// Answers of forms, a placeholder, labels of fields.
export async function enter(guest, t) {
  await supabase.auth.signUp({ email: guest.email, password: guest.password });
  await supabase.auth.signUp({ email: guest.email, password: "<your-password>" });
  await store.createUser({ email: guest.email, password: "NO_PASSWORD_SET" });
  return t.form({ email: t("email"), password: "LOGIN_PASSWORD_LABEL" });
}
