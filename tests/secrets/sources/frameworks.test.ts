import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../support/plugin.js";

/** What one rule says about code. */
function messagesOf(rule: keyof typeof plugin.rules, code: string): string[] {
  const config: Linter.Config = { files: ["**/*.ts"], languageOptions: { parser }, plugins: { "secret-handling": plugin }, rules: { [`secret-handling/${rule}`]: "error" } };
  const messages = new Linter().verify(code, [config], { filename: "src/server.ts" });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${fatal.message}: ${code}`);
  return messages.map(({ message }) => message);
}

const HEADER = "a request header";
const COOKIE = "a request cookie";
const BODY = "the request body";
const QUERY = "the request query";
const PATH = "the request path";

/** `KEY` stands for the comparison of a value with the program's own key. */
type Case = readonly [code: string, given: string];

const express: Case[] = [
  ["app.use((req, res, next) => { KEY(req.headers['x-api-key']) });", HEADER],
  ["app.use((req, res, next) => { KEY(req.get('x-api-key')) });", HEADER],
  ["app.use((req, res, next) => { KEY(req.header('x-api-key')) });", HEADER],
  ["app.post('/a', (req, res) => { const { apiKey } = req.body; KEY(apiKey) });", BODY],
  ["app.post('/a', ({ body: { key } }, res) => { KEY(key) });", BODY],
  ["app.get('/a', (req, res) => { KEY(req.query.key) });", QUERY],
  ["app.get('/a/:key', (req, res) => { KEY(req.params.key) });", PATH],
  ["app.get('/a', (req, res) => { KEY(req.cookies.token) });", COOKIE],
  ["app.get('/a', (req, res) => { KEY(req.signedCookies['token']) });", COOKIE],
  ["app.use((req, res, next) => { const [, token] = req.headers.authorization.split(' '); KEY(token) });", HEADER],
];

const fastify: Case[] = [
  ["app.addHook('onRequest', async (request, reply) => { KEY(request.headers['x-api-key']) });", HEADER],
  ["app.post('/a', async (request) => { KEY(request.body.key) });", BODY],
  ["app.get('/a', async ({ headers }) => { KEY(headers['x-api-key']) });", HEADER],
  ["app.get('/a', async (request) => { KEY(request.query.key) });", QUERY],
  ["app.get('/a', async (request) => { KEY(request.cookies.token) });", COOKIE],
  ["app.get('/a/:key', async (request) => { KEY(request.params.key) });", PATH],
];

const koa: Case[] = [
  ["app.use(async (ctx, next) => { KEY(ctx.get('x-api-key')) });", HEADER],
  ["app.use(async (ctx, next) => { KEY(ctx.request.get('x-api-key')) });", HEADER],
  ["app.use(async (ctx, next) => { KEY(ctx.headers['x-api-key']) });", HEADER],
  ["app.use(async (ctx, next) => { KEY(ctx.request.header['x-api-key']) });", HEADER],
  ["app.use(async (ctx, next) => { KEY(ctx.request.body.key) });", BODY],
  ["app.use(async (ctx, next) => { KEY(ctx.query.key) });", QUERY],
  ["app.use(async (ctx, next) => { KEY(ctx.params.key) });", PATH],
  ["app.use(async (ctx, next) => { KEY(ctx.cookies.get('token')) });", COOKIE],
];

const hono: Case[] = [
  ["app.use(async (c, next) => { KEY(c.req.header('x-api-key')) });", HEADER],
  ["app.get('/a', async (c) => { KEY(c.req.query('key')) });", QUERY],
  ["app.get('/a/:key', async (c) => { KEY(c.req.param('key')) });", PATH],
  ["app.post('/a', async (c) => { const { key } = await c.req.json(); KEY(key) });", BODY],
  ["app.post('/a', async (c) => { const form = await c.req.parseBody(); KEY(form.key) });", BODY],
  ["app.get('/a', async (c) => { KEY(c.req.raw.headers.get('x-api-key')) });", HEADER],
  ["import { getCookie } from 'hono/cookie'; app.get('/a', async (c) => { KEY(getCookie(c, 'token')) });", COOKIE],
];

const nest: Case[] = [
  ["@Controller() class A { @Post() a(@Headers('x-api-key') key: string) { KEY(key) } }", HEADER],
  ["@Controller() class A { @Post() a(@Body() dto: Dto) { KEY(dto.apiKey) } }", BODY],
  ["@Controller() class A { @Post() a(@Body('token') token: string) { KEY(token) } }", BODY],
  ["@Controller() class A { @Get() a(@Query('key') key: string) { KEY(key) } }", QUERY],
  ["@Controller() class A { @Get() a(@Query() { key }: Dto) { KEY(key) } }", QUERY],
  ["@Controller() class A { @Get() a(@Param('key') key: string) { KEY(key) } }", PATH],
  ["@Controller() class A { @Get() a(@Req() req: Request) { KEY(req.headers['x-api-key']) } }", HEADER],
  ["class G { canActivate(context: ExecutionContext) { const request = context.switchToHttp().getRequest(); KEY(request.headers['x-api-key']) } }", HEADER],
  ["class G { canActivate(context: ExecutionContext) { KEY(context.switchToHttp().getRequest().headers['x-api-key']) } }", HEADER],
];

const nextRouteHandlers: Case[] = [
  ["export async function GET(request: Request) { KEY(request.headers.get('x-api-key')) }", HEADER],
  ["export async function POST(request: Request) { const { secret } = await request.json(); KEY(secret) }", BODY],
  ["export async function GET(request: NextRequest) { KEY(request.nextUrl.searchParams.get('secret')) }", QUERY],
  ["export async function GET(request: Request) { const { searchParams } = new URL(request.url); KEY(searchParams.get('secret')) }", QUERY],
  ["export async function GET(request: Request) { KEY(new URL(request.url).searchParams.get('secret')) }", QUERY],
  ["export async function GET(request: NextRequest) { KEY(request.cookies.get('token')?.value) }", COOKIE],
  ["import { headers } from 'next/headers'; export async function GET() { KEY((await headers()).get('x-api-key')) }", HEADER],
  ["import { cookies } from 'next/headers'; export async function GET() { const store = await cookies(); KEY(store.get('token')?.value) }", COOKIE],
  ["export async function POST(request: Request) { const form = await request.formData(); KEY(form.get('secret')) }", BODY],
];

const nextApiRoutes: Case[] = [
  ["export default function handler(req: NextApiRequest, res: NextApiResponse) { KEY(req.query.secret) }", QUERY],
  ["export default function handler(req: NextApiRequest, res: NextApiResponse) { KEY(req.headers.authorization) }", HEADER],
  ["export default function handler(req: NextApiRequest, res: NextApiResponse) { KEY(req.body.secret) }", BODY],
  ["export default function handler(req: NextApiRequest, res: NextApiResponse) { KEY(req.cookies.token) }", COOKIE],
];

const remix: Case[] = [
  ["export async function action({ request }: ActionFunctionArgs) { KEY(request.headers.get('x-api-key')) }", HEADER],
  ["export async function action({ request }: ActionFunctionArgs) { const formData = await request.formData(); KEY(formData.get('secret')) }", BODY],
  ["export async function loader({ request }: LoaderFunctionArgs) { const url = new URL(request.url); KEY(url.searchParams.get('secret')) }", QUERY],
  ["export async function loader({ params }: LoaderFunctionArgs) { KEY(params.secret) }", PATH],
  ["export async function action(args: ActionFunctionArgs) { KEY((await args.request.json()).secret) }", BODY],
];

const lambda: Case[] = [
  ["export const handler = async (event) => { KEY(event.headers['x-api-key']) };", HEADER],
  ["export const handler = async (event) => { KEY(event.queryStringParameters?.secret) };", QUERY],
  ["export const handler = async (event) => { KEY(event.pathParameters.secret) };", PATH],
  ["export const handler = async (event) => { const body = JSON.parse(event.body); KEY(body.secret) };", BODY],
  ["export const handler = async (event) => { const { secret } = JSON.parse(event.body ?? '{}'); KEY(secret) };", BODY],
  ["export const handler = async (event) => { KEY(event.authorizationToken) };", HEADER],
  ["exports.handler = async ({ headers }) => { KEY(headers.Authorization) };", HEADER],
];

describe.each([
  ["Express", express],
  ["Fastify", fastify],
  ["Koa", koa],
  ["Hono", hono],
  ["Nest", nest],
  ["Next route handlers", nextRouteHandlers],
  ["Next API routes", nextApiRoutes],
  ["Remix", remix],
  ["AWS Lambda", lambda],
])("requests of %s", (_, cases) => {
  it.each(cases)("%s", (code, given) => {
    const messages = messagesOf("no-plain-equals-secret", code.replace(/KEY\((.*)\)(?= \})/, "if ($1 !== process.env.API_KEY) throw new Error('no');"));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(` from ${given} by \`!==\``);
  });
});

describe("secret managers", () => {
  it.each([
    ["AWS Secrets Manager", "const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: 'app' })); const own = SecretString;"],
    ["AWS Secrets Manager, JSON", "const answer = await client.send(new GetSecretValueCommand({ SecretId: 'app' })); const own = JSON.parse(answer.SecretString).signing;"],
    ["AWS Secrets Manager, its second SDK", "const answer = await manager.getSecretValue({ SecretId: 'app' }).promise(); const own = answer.SecretString;"],
    ["AWS Systems Manager", "const answer = await ssm.send(new GetParameterCommand({ Name: 'app', WithDecryption: true })); const own = answer.Parameter.Value;"],
    ["GCP Secret Manager", "const [version] = await client.accessSecretVersion({ name }); const own = version.payload.data.toString();"],
    ["Azure Key Vault", "const answer = await client.getSecret('app'); const own = answer.value;"],
    ["Vault", "const vault = require('node-vault')({ endpoint }); const answer = await vault.read('secret/data/app'); const own = answer.data.data.signing;"],
  ])("%s", (_, read) => {
    const messages = messagesOf("no-plain-equals-secret", `async function guard(req) { ${read} if (req.headers['x-api-key'] !== own) throw new Error('no'); }`);
    expect(messages).toEqual([expect.stringMatching(/^`own` comes from a secret manager/)]);
  });
});

describe("signed tokens", () => {
  it.each(["import jwt from 'jsonwebtoken'; const own = jwt.sign({ id }, key);", "import { sign } from 'jsonwebtoken'; const own = sign({ id }, key);", "import { SignJWT } from 'jose'; const own = await new SignJWT({ id }).setExpirationTime('1h').sign(key);"])("%s", (made) =>
    expect(messagesOf("no-secret-in-log", `${made}\nconsole.log("sent", own);`)).toEqual([expect.stringMatching(/^`own` is a signed JWT/)]),
  );
});

describe("random values: their hash is no password hash", () => {
  it.each([
    "import { randomBytes } from 'crypto'; const token = randomBytes(32).toString('hex');",
    "import crypto from 'node:crypto'; const token = crypto.randomBytes(20).toString('base64url');",
    "import { randomUUID } from 'node:crypto'; const token = randomUUID();",
    "const token = crypto.randomUUID();",
    "const bytes = crypto.getRandomValues(new Uint8Array(32)); const token = Buffer.from(bytes).toString('hex');",
    "import { nanoid } from 'nanoid'; const token = nanoid(32);",
    "import { v4 as uuid } from 'uuid'; const token = uuid();",
    "import { createId } from '@paralleldrive/cuid2'; const token = createId();",
    "import random from 'crypto-random-string'; const token = random({ length: 32 });",
  ])("%s", (made) => {
    const stored = "user.passwordHash = createHash('sha256').update(token).digest('hex');";
    const hash = "import { createHash } from 'node:crypto';";
    expect(messagesOf("no-fast-hash-password", `${hash} ${made} ${stored}`)).toEqual([]);
    expect(messagesOf("no-fast-hash-password", `${hash} const token = req.body.password; ${stored}`)).toHaveLength(1);
  });
});
