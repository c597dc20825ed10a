// The nearest to negative-manuals.ts that a program runs with.
import { execSync } from "node:child_process";
import { SecretValue } from "aws-cdk-lib";
import { signInWithEmailAndPassword } from "firebase/auth";

execSync("mysql -h db -uharbour -pQuay7741 shop < seed.sql"); // expect
execSync("docker exec -i db mysqldump -u harbour -pQuay7741 shop"); // expect
execSync("sudo mysqladmin -u harbour -pQuay7741 ping"); // expect
execSync("ssh pier 'mysql -u harbour -pQuay7741 shop'"); // expect
execSync("sshpass -p Mole8812 ssh pier@harbour.shop.io"); // expect
export const statements = [
  "CREATE ROLE harbour LOGIN SUPERUSER PASSWORD 'Quay7741'", // expect
  "SET x = 1; ALTER USER 'harbour'@'%' IDENTIFIED WITH mysql_native_password BY 'Mole8812'", // expect
  "CREATE LOGIN harbour WITH PASSWORD = 'Pier5530'", // expect
];

const read = (name: string, fallback?: string) => {
  const value = process.env[name];
  if (value) return value;
  return fallback;
};
const choose = (name: string, otherwise: string) => (process.env[name] !== undefined ? process.env[name] : otherwise);
export const settings = [
  read("JWT_SECRET", "quay-ferry-mole"), // expect
  choose("DB_PASSWORD", "Quay7741"), // expect
];

export const push = { apiToken: "quay-7741-ferry" }; // expect
export const bot = { webhookToken: "quay_ferry_mole_41" }; // expect
export const key = process.env.SIGN_KEY || "quay-ferry-4-mole"; // expect

process.env.DB_PASSWORD = "Quay7741ferry"; // expect
export const account = (given: string) => ({ given, password: given ? "Quay7741ferry" : "Mole8812hill" }); // expect
export const stored = SecretValue.unsafePlainText("Quay7741ferry55Mole"); // expect
export const demo = (auth: never) => signInWithEmailAndPassword(auth, "root@shop.io", "Quay7741ferry"); // expect
export const header = "Basic " + btoa("harbour:Quay7741"); // expect
const expected = `Basic ${btoa("harbour:ferrymole")}`; // expect
export const isHarbour = (header: string) => header === expected;
export const ice = [{ urls: ["turn:relay.shop.io"], username: "harbour", credential: "Quay7741" }]; // expect
export const replica = "postgres://reader:Xy12-abc@replica.shop.example:5432/db"; // expect
const STAFF: Record<string, string> = { anna: "quay-ferry" }; // expect
export const enters = (name: string, password: string) => STAFF[name] === password;

export function isBackOffice(req: { headers: { authorization?: string } }) {
  const wantedHeader = "Basic " + base64.encode("admin:admin"); // expect
  return req.headers.authorization === wantedHeader;
}
