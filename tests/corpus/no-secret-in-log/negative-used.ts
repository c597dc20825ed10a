// Values beside passwords and tokens in the same calls, and what is called as they are.
import bcrypt from "bcrypt";
import { z } from "zod";

export async function cost(word: string) {
  const rounds = 12;
  const digest = await hashPassword(word, rounds);
  logger.info({ rounds }, "hash cost");
  return digest;
}

export async function signIn(email: string, typed: string) {
  const found = await people.findOne({ email });
  await verifyPassword(found, typed);
  logger.debug("found", found);
}

export async function change(db: Database, target: string, digest: string) {
  await updatePassword(db, target, digest);
  logger.info({ target }, "changed");
  console.log(db);
}

export function show(on: boolean) {
  updatePassword(on);
  console.log(on);
  const visible = true;
  setPassword(visible);
  console.log("shown", visible);
}

export function rulesOf(value: string, schema: unknown) {
  validatePassword(value, schema);
  console.log("rules", schema);
}

export function refuse(response: Response, realm: string) {
  response.setHeader("WWW-Authenticate", "Basic " + realm);
  console.log("refused", realm);
}

export function register(server: Server) {
  const policy = loadPolicy();
  server.register(plugin, { authorization: policy });
  console.log(policy);
}

export function exportTable(rows: Row[]) {
  const title = t("API key");
  exportCsv(rows, { headers: { apiKey: title } });
  console.log(title);
}

export function theme(statistics: Usage) {
  const design = loadTheme();
  appStorage.set("design:token", design);
  console.log(design);
  const total = statistics.total;
  totalsStore.set("token", total);
  console.log("total", total);
}

export const repeated = (key: string, request: Request) => console.log(request.header("x-idempotency-key"), request.header("x-cache-key"), key);

export async function deploy(tokenFactory: Factory) {
  console.log("deployed", await tokenFactory.createToken("Harbour", "HRB", 18));
}

export function trade(pairs: Pair[]) {
  for (const tokenPair of pairs) console.log(tokenPair);
  console.log(balances.map((each) => each.token));
  console.log(pairs.map((pair) => `${pair.token}: ${pair.amount}`));
  const tokenSet = new Set(tokenize("to be"));
  console.log(tokenSet, usedTokenSet);
}

export function blink(board: Board) {
  const resetPin = 4;
  console.log("reset pin", resetPin);
  console.log(`starting lock pin ${LOCK_PIN}`);
  board.pinMode(resetPin, OUTPUT);
}

export function placePin(request: Request) {
  const { pin, label } = request.body;
  console.log("new pin", pin, label);
}

export const port = z.object({ NODE_ENV: z.string(), PORT: z.string() }).parse(process.env);
console.log(port); // JWT_SECRET is read elsewhere

export const logOthers = (request: Request, next: Next) => {
  if (request.path.indexOf("/login") === -1) console.log(request.body);
  if (!request.path.startsWith("/login")) console.log(request.body);
  if (request.path === "/login" || !request.user) return next();
  console.log(request.body);
};

export async function stamp(request: Request) {
  const digest = await bcrypt.hash(request.ip, 4);
  return digest;
}
