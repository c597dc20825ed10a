// Classes, messages, names and settings where a credential could stand.
import { signInWithEmailAndPassword } from "firebase/auth";

const classes = { password: errors.password ? "border-red-500" : "border-gray-300", secret: show.secret ? "w-100" : "w-50" };
const columns = { password: touched.password ? "col-6" : "col-12", passphrase: touched.passphrase ? "type1" : "type2" };

yargs.option("--password", "x", "describe-password-1");
env.validate("JWT_SECRET", "nonEmptyString");
env.required("JWT_SECRET", "run-openssl-rand-32");
env.equals("DB_PASSWORD", "expected1");
deployment.env.addVariable("API_KEY_SECRET", "my-secret-name1");
env.define("secret", "number1");
schema.type("password", "string2");
translations.setValue("password", "Mot2passe");
form.setValue("password", "Demo1234");
typewriter.type("password", "hunter2x");
export async function refusals(page: Page) {
  await page.fill("#password", "short1");
  await page.fill("#new-password", "wrongpassword1");
  await page.type("password", "varchar2");
}

export const chains = [
  { mnemonic: "candy maple cake sugar pudding cream honey rich smooth crumble sweet treat" },
  { mnemonic: "legal winner thank year wave sausage worth useful legal winner thank yellow" },
];

export function warnOfDefaults(config: Settings, db: Settings) {
  if (config.username === "admin" && config.password === "admin123") logger.warn("default credentials");
  if (db.user === "root" && db.password === "toor12") console.warn("insecure defaults");
  if (db.name === "input" && db.password === "type11") return true;
  return false;
}

export const models = [
  { apiKey: "us-gov-west-12" },
  { accessToken: "llama-chat-70" },
  { apiToken: "mistral-large-2411" },
  { refreshToken: "sonnet-large-20310219" },
  { claimToken: "airdrop-season-03" },
];

function pickLabelled(name: string, label: string) {
  const shown = label ? label : name;
  if (!process.env[name]) throw new Error(shown);
  return process.env[name];
}
export const labelled = pickLabelled("JWT_SECRET", "signing-key-2x");
function pickHinted(name: string, hint: string) {
  let why = "";
  why = hint;
  if (!process.env[name]) throw new Error(why);
  return process.env[name];
}
export const hinted = pickHinted("JWT_SECRET", "signing-key-2x");

export const back = { url: "/return/policy", username: "userField", credential: "emailAddress" };
export const basics = ["Basic " + btoa("user:secret123"), "Basic " + btoa("client_id:client_secret1"), "Basic " + btoa("admin:admin12")];
export const tryOut = (auth: Auth, mail: string) => signInWithEmailAndPassword(auth, mail, "guest123");
export const fail = (auth: Auth, mail: string) => signInWithEmailAndPassword(auth, mail, "badpassword1");
export const kinds = { secret: ["lower", "upper", "digit2"].join(",") };

const keyNames: Record<string, string> = { anna: "Quay77x" };
export const isKeyName = (login: string, pass: string) => keyNames[login] === pass;
const usersOfLevel: Record<string, string> = { anna: "Quay77x" };
export const isOfSeason = (userLevel: string, season: Season) => usersOfLevel[userLevel] === season.pass;

const PASSWORD = "password";
export const messages = { [PASSWORD]: "Required8" };
export const labels = { contrasena: "Contraseña2", senha: "Confirmação2" };
export const signed = [kms.sign({ secretKey: "KEY_ID" }), signer.sign(tx, { secret: "WALLET_SECRET" })];
export const action = { secret: "@@secret/init1" };
export const item = { apiKey: "5eb7cf5a86d9755df3a6c593" };

const mode = "subscribe";
export const isMode = (req: Request) => req.query["hub.mode"] === mode;
const NO_TOKEN = "none";
export const isMissing = (req: Request) => req.query.token === NO_TOKEN;

export const sessionSecret = process.env.SESSION_SECRET || "please set a secret with at least 32 characters";
export const cookieSecret = process.env.COOKIE_SECRET || "a cookie secret is required to start the server";
export const jwtSecret = process.env.JWT_SECRET || "not set";
export { classes, columns };
