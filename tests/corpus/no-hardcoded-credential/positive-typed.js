// What a program types into a page, gives to a log-in, falls back to on the command line, or puts together from pieces.
const { program } = require("commander");

async function visit(page, field) {
  await page.type("#username", "kari.quay");
  await page.type("#password", "Ferry_1988"); // expect
  await page.locator('input[name="password"]').fill("Ferry_1989"); // expect
  await field.findElement("passwd").sendKeys("Ferry_1990"); // expect
  await (await field.findElement(By.name("password"))).sendKeys("Ferry_1991"); // expect
}

program.option("--db-password <text>", "for the archive", "Kran7-am-Hafen").parse(); // expect

const login = (base) => base.admins.authWithPassword("sync@ferry-quay.net", "Mont4810blanc"); // expect

const HEADERS = { secret: "X-Quay-Secret" };
class Caller {
  static HEADER = "X-Quay-Secret";
  send(url) {
    return fetch(url, { headers: { [HEADERS.secret]: "quay~ferry~0815" } }); // expect
  }
  sendAgain(url) {
    return fetch(url, { headers: { [Caller.HEADER]: "quay~ferry~0816" } }); // expect
  }
  tiles(url) {
    return fetch(url, { headers: { "x-api-key": ["rk", "7341", "quay", "blue"].join("_") } }); // expect
  }
}

const llave = "7f3d90ab51c24e88b0d6e2f19a4c7731"; // expect
const clima = (city) => request("/now", { params: { city }, headers: { "X-Key": llave } });

const mnemonicPhrase = "maple oven tiger ladder frost canyon umbrella pilot velvet onion ribbon drift"; // expect

const storage = { accessKeyId: "quayroot", secretAccessKey: "Quay-Root-Ferry7" }; // expect

const gate = (given) => {
  if (given?.email === "chef@ferry-quay.net" && given.password === "brush&colour7") return { id: 1 }; // expect
  return null;
};

const adminPassword = "kitten_on_roof5"; // expect
bot.onText(/\/admin (.+)/, (message, match) => {
  if (match[1] === adminPassword) bot.sendMessage(message.chat.id, "Welcome");
});

const logins = { docs: "read-the-quay", metrics: process.env.METRICS_PASS }; // expect
const mayRead = (user, pass) => logins[user] === pass;

const server = ({ env }) => ({ app: { keys: env.array("APP_KEYS", ["lavender1", "lavender2"]) } }); // expect

const internalToken = "intern-Möhre-2211"; // expect

module.exports = { visit, login, Caller, clima, mnemonicPhrase, storage, gate, mayRead, server, internalToken };
