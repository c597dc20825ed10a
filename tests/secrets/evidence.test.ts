import { describe, expect, it } from "vitest";
import type { Node } from "../../src/ast/nodes.js";
import { evidenceOf, type Evidence } from "../../src/secrets/evidence.js";
import { sourcesOf } from "../../src/secrets/sources/sources.js";
import { parse } from "../support/parse.js";

/** The argument of the last `sink(…)` call of the code. */
function sinkArgument(code: string, filename = "file.ts"): { file: ReturnType<typeof parse>; node: Node } {
  const file = parse(code, { filename });
  const callee = file.sourceCode.getNodeByRangeIndex(code.lastIndexOf("sink("));
  if (callee?.parent?.type !== "CallExpression") throw new Error("no call");
  return { file, node: callee.parent.arguments[0]! };
}

const evidence = (code: string): Evidence | undefined => {
  const { file, node } = sinkArgument(code);
  return evidenceOf(file, node);
};

const sources = (code: string): string[] => {
  const { file, node } = sinkArgument(code);
  return sourcesOf(file, node).map(({ type, name }) => (name === undefined ? type : `${type} ${name}`));
};

describe("sourcesOf", () => {
  it.each([
    ["sink(req.headers['x-api-key'])", "request x-api-key"],
    ["sink(req.header('x-api-key'))", "request x-api-key"],
    ["sink(req.get('authorization'))", "request authorization"],
    ["const { password } = req.body; sink(password)", "request password"],
    ["const { body } = req; sink(body.otp)", "request otp"],
    ["app.post('/', ({ body: { token } }) => sink(token))", "request token"],
    ["app.get('/', async (ctx) => sink(ctx.request.body.password))", "request password"],
    ["app.get('/', (c) => sink(c.req.header('x-key')))", "request x-key"],
    ["export async function POST(request) { const body = await request.json(); sink(body.secret) }", "request secret"],
    ["export async function POST(request) { const { secret } = await request.json(); sink(secret) }", "request secret"],
    ["export async function action({ request }) { const form = await request.formData(); sink(form.get('password')) }", "request password"],
    ["export async function GET(req) { sink(req.nextUrl.searchParams.get('token')) }", "request token"],
    ["const h = (await headers()).get('x-signature'); sink(h)", "request x-signature"],
    ["export const handler = async (event) => sink(event.headers['x-sig'])", "request x-sig"],
    ["export const handler = async (event) => sink(event.queryStringParameters.token)", "request token"],
    ["class A { @Post() m(@Headers('x-api-key') key: string) { sink(key) } }", "request x-api-key"],
    ["class A { @Post() m(@Body() dto: Dto) { sink(dto.password) } }", "request password"],
    ["sink(process.env.API_KEY)", "environment API_KEY"],
    ["const { JWT_SECRET } = process.env; sink(JWT_SECRET)", "environment JWT_SECRET"],
    ["sink(import.meta.env.SECRET)", "environment SECRET"],
    ["sink(Deno.env.get('KEY'))", "environment KEY"],
    ["app.get('/', (c) => sink(c.env.API_SECRET))", "environment API_SECRET"],
    ["sink(process.env)", "environment"],
    ["sink(configService.get('JWT_SECRET'))", "config JWT_SECRET"],
    ["import { createHmac } from 'crypto'; sink(createHmac('sha256', k).update(b).digest('hex'))", "hmac"],
    ["import crypto from 'node:crypto'; const h = crypto.createHmac('sha256', k); h.update(b); const e = h.digest('hex'); sink(e)", "hmac"],
    ["const crypto = require('crypto'); function sign(b) { return crypto.createHmac('sha1', k).update(b).digest('base64'); } sink(sign(body))", "hmac"],
    ["import CryptoJS from 'crypto-js'; sink(CryptoJS.HmacSHA256(a, k).toString())", "hmac"],
    ["import { createHash } from 'crypto'; sink(createHash('md5').update(x).digest('hex'))", "hash"],
    ["import { randomBytes } from 'crypto'; sink(randomBytes(32).toString('hex'))", "random"],
    ["sink(crypto.randomUUID())", "random"],
    ["import jwt from 'jsonwebtoken'; sink(jwt.sign({}, k))", "jwt"],
    ["const r = await client.getSecretValue({ SecretId: 'a' }); sink(r.SecretString)", "secretManager"],
    ["const user = await User.findOne({ email }); sink(user.password)", "stored password"],
    ["const { password } = await prisma.user.findUnique({ where }); sink(password)", "stored password"],
    ["db.get(sql, (err, user) => sink(user.resetToken))", "stored resetToken"],
  ])("%s", (code, expected) => expect(sources(code)).toContain(expected));

  it.each(["sink(res.headers.etag)", "sink(response.body)", "sink(options.query)", "sink(document.body)", "sink(process.argv)", "sink(el.request)", "sink(md.digest('x'))"])("%s has none", (code) =>
    expect(sources(code)).toEqual([]),
  );
});

describe("evidenceOf", () => {
  it.each([
    ["import { createHmac } from 'crypto';\nconst expected = createHmac('sha256', k).update(b).digest('hex');\nsink(expected)", "certain", "signature", "`expected` is an HMAC digest (line 2)"],
    ["sink(process.env.API_KEY)", "certain", "apiKey", "`API_KEY` is read from the environment as `API_KEY`"],
    ["const key = process.env.STRIPE_SECRET_KEY;\nsink(key)", "certain", "secretKey", "`key` is read from the environment as `STRIPE_SECRET_KEY` (line 1)"],
    ["const { password: pw } = req.body; sink(pw)", "strong", "password", "`pw` comes from the request body as `password`"],
    ["function f(accessToken) { sink(accessToken) }", "strong", "token", "`accessToken` is named as a token"],
    ["function f(token) { sink(token) }", "weak", "token", "`token` is named as a token"],
    ["const t = await getAccessToken(); sink(t)", "strong", "token", "`t` comes from `getAccessToken`, named as a token"],
    ["const x = password; sink(`p=${x}`)", "strong", "password", "this value comes from"],
  ])("%s", (code, strength, kind, reason) => {
    const found = evidence(code);
    expect(found).toMatchObject({ strength, kind });
    if (!reason.startsWith("this value")) expect(found?.reason).toBe(reason);
  });

  it("says whether the secret is the whole value", () => {
    expect(evidence("function f(apiKey) { sink(apiKey) }")?.whole).toBe(true);
    expect(evidence("function f(apiKey) { sink(`Bearer ${apiKey}`) }")?.whole).toBe(false);
  });

  it.each(["sink(passwordLength)", "sink(password.length)", "sink(typeof password)", "sink(!!token)", "function f(otp: number) { sink(otp) }", "import jwt from 'jsonwebtoken'; sink(jwt)", "sink(verifyToken(x))", "sink('password')"])(
    "%s is none",
    (code) => expect(evidence(code)).toBeUndefined(),
  );

  it("never shows a name that looks like a secret itself", () => {
    const key = ["ghp", "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"].join("_");
    const found = evidence(`const users = { apiKey: load() }; sink(users["${key}"].apiKey)`);
    expect(found?.reason).not.toContain(key.slice(4, 10));
  });
});
