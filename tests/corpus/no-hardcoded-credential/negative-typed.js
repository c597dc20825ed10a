// The same shapes around names, descriptions and words.
const { program } = require("commander");

async function visit(page, password) {
  await page.type("#username", "kari.quay");
  await page.type("#password", password);
  await page.type("#password-hint", "Where the ferry_1988 lies");
  await page.locator("#search").fill("Ferry_1988");
}

program
  .option("--token <text>", "the token for the archive, Ferry_1988")
  .option("--secret-name <name>", "name of the secret", "box/default")
  .option("-c, --config <file>", "config with credentials", "./credentials.json")
  .parse();

const login = (base, email, password) => base.users.authWithPassword(email, password);

const HEADERS = { kind: "X-Quay-Kind" };
const send = (url) => fetch(url, { headers: { [HEADERS.kind]: "quay~ferry~0815", [url]: "quay~ferry~0815" } });
const tiles = { "x-api-key": ["x", "api", "key"].join("-"), password: ["pass", "word"].join("") };

const llave = "7f3d90ab51c24e88b0d6e2f19a4c7731";
const clima = (city) => request("/now", { params: { city }, headers: { "If-None-Match": llave } });

const mnemonicHint = "please write down the twelve words of your wallet in the right order";
const mnemonic = "test test test test test test test test test test test junk";

const gate = (config) => {
  if (config.user === "root" && config.password === "ferry1988") console.warn("weak password");
};

const passwordStep = "password_step2";
const isPasswordStep = (step) => step === passwordStep;

const labels = { docs: "read-the-quay" };
const isLabel = (key, text) => labels[key] === text;

const server = ({ env }) => ({ app: { name: env("APP_NAME", "lavender1"), hosts: env.array("APP_HOSTS", ["lavender1"]) } });

exports.seed = async (knex) => {
  await knex("users").insert([{ name: "demo", password: await bcrypt.hash("demo1234", 4) }]);
};

module.exports = { visit, login, send, tiles, clima, mnemonicHint, mnemonic, gate, isPasswordStep, isLabel, server };
