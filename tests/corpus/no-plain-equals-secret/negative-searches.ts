import { createHash } from "node:crypto";

// Coins, plugins, countries and clients that are found again.
const coin = coins.find((each) => each.token === token);
if (!coin) throw new Error("Unsupported token");
const currency = currencies.find((each) => each.code === code);
if (!currency) throw new Error("Unknown currency");
const known = connections.find((each) => each.apiKey === apiKey);
if (!known) return connect(apiKey);
const taken = accounts.find((each) => each.accessToken === accessToken);
if (taken) throw new Error("Added already");

export async function register(request: Request, response: Response) {
  const user = await users.byId(request.user.id);
  const device = user.deviceTokens.find((each) => each.token === request.body.token);
  if (!device) user.deviceTokens.push({ token: request.body.token });
  await user.save();
  response.json({ ok: true });
}

// Values of fields, options and rows.
if (option.value === selected.token) select(option);
if (field.value !== form.password) setError("Passwords differ");
if (row.value !== request.query.code) continue_(row);
const theme = await db.setting.findOne({ where: { key: "theme" } });
if (theme.value !== request.body.value) await theme.update(request.body);

// What parsers and tables give.
if (parser.getToken() === token) parser.advance();
if (lexer.getToken() !== TOKENS.EOF) throw new SyntaxError("unexpected token");
if (cell.getKey() !== key) move(cell);
if (node.getHash() !== hash) node.update(hash);
if (loader.getToken() !== lastToken) reload();

// Two boxes of one form, and a draft of the settings.
const matches = this.get("newPassword") === this.get("newPassword2");
const differs = settings.apiKey !== draft.apiKey || settings.secret !== formValues.secret;

// Checksums of files, whoever sends them.
export function upload(request: Request, response: Response) {
  const sum = createHash("sha256").update(request.file.buffer).digest("hex");
  if (sum !== request.body.hash) return response.status(400).send("damaged");
  const etag = createHash("md5").update(`${revision}|${request.url}`).digest("hex");
  return request.headers["if-none-match"] === etag ? response.status(304).end() : response.end();
}
export const verifyDigest = (input: Buffer, hash: string) => createHash("sha1").update(input).digest("hex") === hash;
export const areKeywords = (keywords: string[], keyword: string) => keywords.includes(keyword);
const isCountryCodeValid = country.code === request.body.code;
const isZipCorrect = address.zipCode === request.body.zipCode;

// What a page keeps by a key of its own, and two forms of one value.
export function isCacheValid(entry: { apiKey: string; expiresAt: number }, apiKey: string): boolean {
  if (entry.apiKey !== apiKey) return false;
  return entry.expiresAt > Date.now();
}
declare function hashSecret(text: string): Promise<string>;
declare function encodeSecret(text: string): string;
export async function passwordRecord(secret: string) {
  const passwordHash = await hashSecret(secret);
  const older = encodeSecret(secret);
  return older !== passwordHash ? [passwordHash, older] : [passwordHash];
}
