import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { dottedPath, literalText, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf, type Origin } from "../../ast/origins.js";
import { splitReceiver } from "../../ast/pass-through.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { displayName, evidenceOf, KIND_NAMES } from "../evidence.js";
import { expectedSignature } from "./expected-signatures.js";
import { keptBeside } from "./kept-beside.js";
import { shownName } from "../masking.js";
import { readByName } from "../shown/kept-by-calls.js";
import { drawnCode } from "./sent-codes.js";
import { sourceOfType } from "./sources.js";
import { nameEvidence, wordsOf } from "../names/words.js";

// Values whose source tells more than their own name.

/** What the source of a value says: a clause for a message, or undefined when it is no secret by its source. */
export const toldBySource = (file: SourceFile, node: Node): string | undefined =>
  sessionId(file, node) ??
  expectedSignature(file, node) ??
  passwordField(file, node) ??
  environmentKey(file, node) ??
  keptBeside(file, node) ??
  drawnCode(file, node) ??
  originsOf(file.sourceCode, node)
    .map(
      (origin) =>
        keptInBrowser(file, node, origin) ??
        tokenOfHeader(file, node, origin) ??
        takenApart(file, node, origin) ??
        headFirst(node, origin) ??
        typedIntoStrategy(file, node, origin) ??
        generatedSecret(node, origin),
    )
    .find(Boolean);

/** `req.sessionID` of express-session, `cookies.session_id`, `cookies().get("session")?.value`. */
function sessionId(file: SourceFile, node: Node): string | undefined {
  const path = dottedPath(node) ?? [];
  if (/^(?:req|request)\.session(?:ID|_id)$/.test(path.slice(-2).join(".")) && !isAboutHomeKit(file))
    return `${displayName(node)} is the id of a session`;
  if (/^(?:req|request|handshake)\.headers\.cookie$/.test(path.slice(-3).join(".")))
    return `${displayName(node)} holds all cookies of a request`;
  if (path.length > 1 && /cookies$/i.test(path.at(-2)!) && nameEvidence(path.at(-1), file.settings)?.kind === "sessionId")
    return `${displayName(node)} is the id of a session, out of a cookie`;
  const source = sourceOfType(file, node, "request");
  if (!source?.whole || !/cookie/.test(source.says) || !/^(?:__Host-|__Secure-)?(?:auth|sess(?:ion)?)$/i.test(source.name ?? ""))
    return undefined;
  return /^(?:value|(?:auth|sess|session)(?:_?(?:cookie|value))?)$/i.test(referenceName(node) ?? "")
    ? `${displayName(node)} ${source.says} that signs people in`
    : undefined;
}

const FIELD =
  /^(?:(?:confirm|current|login|new|old|signup|user)_?)?(?:clave|contrase[nñ]a|kennwort|mot_?de_?passe|passwd|passwort|password|pwd|senha|sifre)(?:_?(?:box|el|elem|element|field|input|node|ref|txt))?$/i;
const FINDS_FIELD = /^(?:getElementById|querySelector|useRef|createRef|byId|\$)$/;

/** `password.value` of `document.getElementById("password")`, `passwordRef.current.value`, `event.target.elements.password.value`. */
function passwordField(file: SourceFile, node: Node): string | undefined {
  if (node.type !== "MemberExpression" || referenceName(node) !== "value") return undefined;
  const field = unwrap(node.object);
  // this.loginForm.get("password").value of Angular
  if (field.type === "CallExpression" && referenceName(field.callee) === "get" && field.callee.type === "MemberExpression")
    return /form$/i.test(referenceName(field.callee.object) ?? "") && FIELD.test(literalText(field.arguments[0] as Node | undefined) ?? "")
      ? `${displayName(node)} is what people type into a field for a password`
      : undefined;
  if (field.type === "CallExpression")
    return FINDS_FIELD.test(referenceName(field.callee) ?? "") &&
      FIELD.test(literalText(field.arguments[0] as Node | undefined)?.replace(/^#/, "") ?? "")
      ? `${displayName(node)} is what people type into a field for a password`
      : undefined;
  const path = dottedPath(field) ?? [];
  const isCurrent = path.at(-1) === "current";
  const [owner, name] = (isCurrent ? path.slice(0, -1) : path).slice(-2);
  const called = name ?? owner ?? "";
  if (!FIELD.test(called)) return undefined;
  const says = `${shownName(called, "this")} is a field that people type a password into`;
  if (isCurrent || (name !== undefined && /^(?:controls|elements|form|loginForm|refs|\$refs|target|currentTarget)$/.test(owner!)))
    return says;
  return originsOf(file.sourceCode, field).some(
    ({ node: origin, path: taken }) =>
      (origin.type === "CallExpression" && taken.length === 0 && FINDS_FIELD.test(referenceName(origin.callee) ?? "")) ||
      /(?:^|\.)(?:elements|target)$/.test([...(dottedPath(origin) ?? []), ...taken].slice(0, -1).join(".")),
  )
    ? says
    : undefined;
}

/** There a session is the stream of a camera. */
const isAboutHomeKit = perFile(({ sourceCode: { text } }) =>
  /\bhomebridge\b|\bhap-nodejs\b|\b(?:Prepare|Start|Stop)StreamRe(?:quest|sponse)\b/.test(text),
);

/** Keys in an environment that open nothing, or are there to be known. */
const OPEN_KEY =
  /^(?:anon|attribute|bucket|cache|client|column|field|file|foreign|group|hash|id|index|lock|lookup|map|maps|name|object|order|partition|path|place|prefix|primary|public|publishable|queue|range|recaptcha|redis|registry|route|routing|row|s3|site|sort|state|storage|store|table|template|topic|translation|unique)$/;

/** `process.env.WEATHER_KEY`: what an environment holds under the name of a key is one, whatever it opens. */
function environmentKey(file: SourceFile, node: Node): string | undefined {
  if (referenceName(node) === "length") return undefined;
  const source = sourceOfType(file, node, "environment");
  const name = source ? (source.whole ? source.name : undefined) : settingOf(node);
  const words = wordsOf(name ?? "");
  if (
    name === undefined ||
    words.length < 2 ||
    words.at(-1) !== "key" ||
    words.some((word) => OPEN_KEY.test(word)) ||
    /^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY|PUBLIC)_/.test(name)
  )
    return undefined;
  return `${displayName(node)} ${source?.says ?? "is read from the configuration"} as a key`;
}

/** `TOKEN_TELEGRAM_BOT`, `SECRET_JWT`, `PASSWORD_DB`: names of an environment that say first what they are, and then of whom. */
const HEAD_FIRST =
  /^(?!\w{0,60}_(?:ADDRESS|COOKIE|COUNT|EXPIR[A-Z]{1,6}|FILE|HEADER|ID|LENGTH|LIMIT|MAX|MIN|NAME|PATH|PREFIX|RESET|SIZE|THROUGH|TTL|TYPE|UR[IL])_)(?:API_?KEY|PASS(?:WORD)?|SECRET|TOKEN)_(?:[A-Z\d]+_){0,2}(?:ADMIN|API|APP|BOT|DATABASE|DB|DISCORD|E?MAIL|GITHUB|GITLAB|GMAIL|GOOGLE|JWT|MONGO(?:DB)?|MYSQL|OPENAI|PG|POSTGRES(?:QL)?|REDIS|ROOT|SERVER|SLACK|SMTP|SPOTIFY|STRIPE|TELEGRAM|TWILIO|TWITTER|WHATSAPP)$/;

function headFirst(node: Node, origin: Origin): string | undefined {
  if (!origin.whole || origin.path.length > 0 || origin.node.type !== "MemberExpression") return undefined;
  const [owner, name] = (dottedPath(origin.node) ?? []).slice(-2);
  if (name === undefined || !HEAD_FIRST.test(name) || !/^(?:cfg|conf|config|env|process|settings)$/i.test(owner!)) return undefined;
  return `${displayName(node)} is read from ${owner === "env" ? "the environment" : "the configuration"} as a secret`;
}

/** `AKISMET_KEY` of `config.AKISMET_KEY`. */
function settingOf(node: Node): string | undefined {
  const [owner, name] = (dottedPath(node) ?? []).slice(-2);
  return name !== undefined && /^[A-Z][A-Z\d]*_(?:[A-Z\d]+_)*KEY$/.test(name) && /^(?:cfg|conf|config|env|settings)$/i.test(owner!)
    ? name
    : undefined;
}

const STORES = /(?:storage|cookies?|securestore)$/i;

/** `const stored = localStorage.getItem("access_token")` */
function keptInBrowser(file: SourceFile, node: Node, { node: origin, path, whole }: Origin): string | undefined {
  if (
    origin === node ||
    !whole ||
    path.length > 0 ||
    origin.type !== "CallExpression" ||
    origin.callee.type !== "MemberExpression" ||
    !STORES.test(referenceName(origin.callee.object) ?? "")
  )
    return undefined;
  const read = literalText(origin.arguments[0] as TSESTree.Node | undefined) === undefined ? undefined : readByName(origin);
  const named = nameEvidence(read, file.settings);
  if (
    !named ||
    named.kind === "sessionId" ||
    named.kind === "signature" ||
    !(named.strength === "strong" || /token$/i.test(read!)) ||
    /push|fcm|device|expo/i.test(read!)
  )
    return undefined;
  return `${displayName(node)} is ${KIND_NAMES[named.kind]} by the name that it is read by (line ${origin.loc.start.line})`;
}

/** `const sent = header.split(" ")[1]`, `const [, sent] = header.split(" ")`: an `Authorization` header without its scheme. */
function tokenOfHeader(file: SourceFile, node: Node, { node: origin, path }: Origin): string | undefined {
  const isSecond =
    path.length === 1 &&
    path[0] === "1" &&
    origin.type === "CallExpression" &&
    referenceName(origin.callee) === "split" &&
    origin.callee.type === "MemberExpression";
  const header = isSecond
    ? ((origin as TSESTree.CallExpression).callee as TSESTree.MemberExpression).object
    : path.length === 0 && origin !== node && origin.type === "MemberExpression" && isAt(origin, 1)
      ? splitReceiver(origin)
      : undefined;
  const evidence = header && evidenceOf(file, header);
  return evidence?.kind === "authorization" && evidence.source?.type === "request"
    ? `${displayName(node)} is what an authorization header brings (line ${origin.loc.start.line})`
    : undefined;
}

const isAt = ({ property }: TSESTree.MemberExpression, index: number): boolean => property.type === "Literal" && property.value === index;

/** `parseConnectionString(address)`: the parts of an address, the password among them. */
function takenApart(file: SourceFile, node: Node, { node: origin, path }: Origin): string | undefined {
  const [first, ...rest] =
    origin !== node && path.length === 0 && origin.type === "CallExpression" ? wordsOf(referenceName(origin.callee) ?? "") : [];
  if (first !== "parse" || node.type !== "Identifier" || nameEvidence(rest.join("_"), file.settings)?.kind !== "connectionString")
    return undefined;
  return `${displayName(node)} holds the parts of a connection string (line ${origin.loc.start.line})`;
}

/** `pass` of `new LocalStrategy(async (email, pass, done) => …)`. */
function typedIntoStrategy(file: SourceFile, node: Node, { path, parameter }: Origin): string | undefined {
  const made = parameter && path.length === 0 ? parameter.of.parent : undefined;
  if (made?.type !== "NewExpression" || parameter!.index !== parameter!.of.params.length - 2 || parameter!.index < 1) return undefined;
  return /^LocalStrategy$/.test(referenceName(made.callee) ?? "") || moduleMember(file.sourceCode, made.callee)?.module === "passport-local"
    ? `${displayName(node)} is the password that passport checks`
    : undefined;
}

/** `secret.base32` of `const secret = speakeasy.generateSecret()`: who has it makes the codes. */
function generatedSecret(node: Node, { node: origin, path }: Origin): string | undefined {
  return path.length === 1 &&
    /^(?:ascii|base32|hex|otpauth_url)$/.test(path[0]!) &&
    origin.type === "CallExpression" &&
    referenceName(origin.callee) === "generateSecret"
    ? `${displayName(node)} is the secret that codes or keys are made of (line ${origin.loc.start.line})`
    : undefined;
}
