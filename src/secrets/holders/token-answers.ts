import type { TSESTree } from "@typescript-eslint/utils";
import { isSum } from "../../ast/texts.js";
import { awaitedBy, isFunction, propertyValue, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originName, originsOf, type Origin } from "../../ast/origins.js";
import { variableOf, type Variable } from "../../ast/scope.js";
import { staticString } from "../../ast/static-value.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { isOnFailure } from "./failures.js";
import type { Holder } from "./holder.js";
import { membersRead } from "../names/members-read.js";
import { isAboutOtherTokens } from "../surroundings.js";
import { nameEvidence } from "../names/words.js";

/**
 * The end of an address that gives tokens and nothing else (RFC 6749, section 3.2, and what GitHub, Google, Spotify, DingTalk and WeChat call
 * theirs).
 */
const TOKEN_ENDPOINT =
  /(?:\/(?:oauth2?|connect|openid-connect)(?:\/v?[\d.]{1,5})?\/(?:access_?)?token|\/(?:get_?)?access_?token|\/gettoken|\/jscode2session|\/cgi-bin\/(?:stable_)?token|oauth2\.googleapis\.com\/token|accounts\.spotify\.com\/api\/token)\/?$/i;
/** What is taken of an answer that still is the whole of it. */
const WHOLE = /^(?:data|body)?$/;
const MAX_ADDRESS = 500;

/** What a token endpoint answers, `tokenResponse`, `AuthenticationResult` of Cognito: objects that are there to bring tokens. */
export function tokenAnswer(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  const isAnswer =
    isAuthenticationResult(file, path) ||
    isTokenResponse(file, node, path) ||
    isTokenSet(file, node, path) ||
    isSetOnClient(file, node) ||
    originsOf(file.sourceCode, node).some(
      (origin) => (WHOLE.test(origin.path.join(".")) && comesFromEndpoint(file, origin)) || isGranted(origin),
    );
  return isAnswer && !isOnFailure(node)
    ? { reason: `${shown} is the answer to a request for tokens, with the tokens in it`, names: [] }
    : undefined;
}

/** `tokens` of `const { tokens } = await oauth2Client.getToken(code)`, `token` of `oauth2Client.getToken(code, (error, token) => …)`: Google's client. */
function isGranted({ node, path, parameter }: Origin): boolean {
  if (!/^(?:credentials|tokens)?$/.test(path.join("."))) return false;
  const call = parameter
    ? (awaitedBy(parameter.of) ?? (path.length === 0 && parameter.index === 1 ? parameter.of.parent : undefined))
    : node;
  const callee = call?.type === "CallExpression" ? unwrap(call.callee) : undefined;
  return (
    callee?.type === "MemberExpression" &&
    /^(?:getToken|refreshAccessToken)$/.test(staticName(callee) ?? "") &&
    /oauth/i.test(referenceName(callee.object) ?? "")
  );
}

/** `tokenSet` of `await client.callback(uri, params)` of openid-client, `tokenPair` of `await issueTokens(user)`; not a pair of coins. */
const isTokenSet = (file: SourceFile, node: Node, path: readonly string[]): boolean =>
  /(?:^t|T|_t)oken_?(?:Set|Pair|set|pair)$/.test(path.at(-1)!) &&
  ([...(membersRead(file).get(path.at(-1)!) ?? [])].some((member) => /^(?:access|id|refresh)_?token$/i.test(member)) ||
    originsOf(file.sourceCode, node).some(
      (origin) =>
        origin.path.length === 0 &&
        origin.node.type === "CallExpression" &&
        /^(?:\w{0,20}[cC]allback|issue\w{0,20}Tokens?(?:Pair|Set)?)$/.test(referenceName(origin.node.callee) ?? ""),
    ));

/** `tokens` that the code gives to `oauth2Client.setCredentials(tokens)`: Google's client. */
const isSetOnClient = (file: SourceFile, node: Node): boolean =>
  node.type === "Identifier" && clientTokens(file).size > 0 && clientTokens(file).has(variableOf(file.sourceCode, node));

const clientTokens = perFile(({ sourceCode }): ReadonlySet<Variable | undefined> => {
  const found = new Set<Variable | undefined>();
  if (!sourceCode.text.includes("setCredentials")) return found;
  for (const { references } of sourceCode.scopeManager?.scopes ?? [])
    for (const { identifier, resolved } of references) {
      const { parent } = identifier as Node;
      if (resolved && parent?.type === "CallExpression" && parent.arguments[0] === identifier && takesTokens(parent.callee))
        found.add(resolved as Variable);
    }
  return found;
});

/** `oauth2Client.setCredentials`; not that of a component or of a store. */
const takesTokens = (callee: Node): boolean =>
  callee.type === "MemberExpression" && staticName(callee) === "setCredentials" && /oauth/i.test(referenceName(callee.object) ?? "");

const usesCognito = perFile(({ sourceCode: { text } }) => /cognito|\bmsal\b/i.test(text));

const isAuthenticationResult = (file: SourceFile, path: readonly string[]): boolean =>
  /^authenticationResult$/i.test(path.at(-1)!) && usesCognito(file);

/** `tokenResponse`, `accessTokenResponse`; tokens of devices, forms and checks are no such. */
export function isTokenResponseName(file: SourceFile, name: string): boolean {
  const asked = /^(\w{0,30}?tokens?)_?Resp(?:onse)?$/i.exec(name)?.[1];
  return asked !== undefined && !/push|device|fcm|csrf|xsrf|verif|valid/i.test(asked) && nameEvidence(asked, file.settings) !== undefined;
}

/** `tokenResponse`, `tokenResponse.data`, unless it is what `fetch` gives, whose body is still to be read. */
function isTokenResponse(file: SourceFile, node: Node, path: readonly string[]): boolean {
  const name = path.at(-1) === "data" ? path.at(-2) : path.at(-1);
  if (name === undefined || !isTokenResponseName(file, name)) return false;
  if ([...(membersRead(file).get(name) ?? [])].some((member) => /^(?:ok|json|text)$/.test(member)) || isAboutOtherTokens(file, node))
    return false;
  return !originsOf(file.sourceCode, node).some(
    (origin) => origin.node.type === "CallExpression" && referenceName(origin.node.callee) === "fetch",
  );
}

/** Functions and methods that send a request. */
const SENDING = /^(?:axios|curl|get|got|needle|post|put|request|rp|\$?http|(?:api|axios|http|request)(?:Client|Instance)|instance)$/;

function comesFromEndpoint(file: SourceFile, { node, path, parameter }: Origin): boolean {
  if (parameter)
    return path.length === 0
      ? givenByCall(file, parameter.of, parameter.index)
      : path.length === 1 && parameter.index === 0 && givenByCall(file, parameter.of, 0);
  if (node.type !== "CallExpression") return false;
  const callee = unwrap(node.callee);
  const method = referenceName(callee) ?? "";
  if (callee.type === "MemberExpression" && /^(?:json|text)$/.test(method))
    return originsOf(file.sourceCode, callee.object).some((origin) => origin.path.length === 0 && isFetched(file, origin.node));
  if (callee.type === "MemberExpression" && method === "then")
    return readsBody(node.arguments[0]) && isFetched(file, unwrap(callee.object));
  return SENDING.test(method) && asksForToken(file, node);
}

/** `res` of `axios.post(url).then((res) => …)`, `body` of `request(url, (error, response, body) => …)`. */
function givenByCall(file: SourceFile, callback: Node, index: number): boolean {
  const call = callback.parent;
  if (call?.type !== "CallExpression") return false;
  const before = awaitedBy(callback);
  if (!before) return index === 2 && SENDING.test(referenceName(call.callee) ?? "") && asksForToken(file, call);
  if (index !== 0 || call.arguments[0] !== callback || before.type !== "CallExpression") return false;
  if (SENDING.test(referenceName(before.callee) ?? "")) return asksForToken(file, before);
  // fetch(url).then((response) => response.json()).then((body) => …)
  return (
    readsBody(before.arguments[0]) &&
    unwrap(before.callee).type === "MemberExpression" &&
    isFetched(file, unwrap((unwrap(before.callee) as { object: Node } & Node).object))
  );
}

/** `(response) => response.json()` */
const readsBody = (reader: Node | undefined): boolean =>
  isFunction(reader) && reader.body?.type === "CallExpression" && /^(?:json|text)$/.test(referenceName(reader.body.callee) ?? "");

const isFetched = (file: SourceFile, node: Node): boolean =>
  node.type === "CallExpression" && referenceName(node.callee) === "fetch" && asksForToken(file, node);

/** Whether the address of a request, its first argument or an option of it, is that of a token endpoint. */
function asksForToken(file: SourceFile, call: Node): boolean {
  if (call.type !== "CallExpression") return false;
  const [first] = call.arguments;
  const options =
    first?.type === "Identifier"
      ? originsOf(file.sourceCode, first).find(({ node, path }) => node.type === "ObjectExpression" && path.length === 0)?.node
      : first;
  const address = propertyValue(options, "url") ?? propertyValue(options, "uri") ?? first;
  const text = address && addressOf(file, address as Node);
  return (
    (text !== undefined && TOKEN_ENDPOINT.test(text.split(/[?#]/, 1)[0]!)) ||
    (address !== undefined && isNamedEndpoint(file, address as Node, call)) ||
    sendsGrant(file, call) ||
    sendsRefreshToken(file, call, text?.split(/[?#]/, 1)[0])
  );
}

/** `config.tokenEndpoint`, `TOKEN_URL`, where something is sent with the request; the address of a coin or an NFT is asked without. */
function isNamedEndpoint(file: SourceFile, address: Node, call: TSESTree.CallExpression): boolean {
  if (call.arguments.length < 2 && call.arguments[0]?.type !== "ObjectExpression") return false;
  const isNamed = originsOf(file.sourceCode, address).some((origin) =>
    /^(?!.*(?:csrf|device|push|revo|verif))\w{0,40}token_?(?:endpoint|url)$/i.test(originName(origin) ?? ""),
  );
  return isNamed && !isAboutOtherTokens(file, address);
}

/** The end of an address where a token is asked for, when one is sent. */
const REFRESHING = /\/(?:refresh(?:[_-]?tokens?)?|tokens?(?:\/refresh)?)\/?$/i;

/** A refresh token that is sent to `/token` or `/refresh` brings a new one. */
function sendsRefreshToken(file: SourceFile, { arguments: given }: TSESTree.CallExpression, text: string | undefined): boolean {
  if (text === undefined || !REFRESHING.test(text)) return false;
  const parts = given.flatMap((each) => [each as Node, ...partsOf(file, each as Node)]);
  return parts.some((part) =>
    originsOf(file.sourceCode, part).some(
      ({ node, path }) =>
        path.length === 0 &&
        node.type === "ObjectExpression" &&
        ["refresh_token", "refreshToken"].some((name) => propertyValue(node, name)),
    ),
  );
}

/** A body with `grant_type` is a request for tokens (RFC 6749, section 4), whatever its address. */
function sendsGrant(file: SourceFile, { arguments: given }: TSESTree.CallExpression): boolean {
  if (!mentionsGrant(file)) return false;
  const parts = given.flatMap((each) => [each as Node, ...partsOf(file, each as Node)]);
  return parts.some((part) =>
    originsOf(file.sourceCode, part).some(
      ({ node, path }) =>
        path.length === 0 && MADE.test(node.type) && /\bgrant_type\b/.test(file.sourceCode.getText(node as never).slice(0, MAX_BODY)),
    ),
  );
}

const mentionsGrant = perFile(({ sourceCode: { text } }) => text.includes("grant_type"));
/** What a body is made by. */
const MADE = /^(?:BinaryExpression|CallExpression|Literal|NewExpression|ObjectExpression|TemplateLiteral)$/;
const MAX_BODY = 2000;

/** The bodies and parameters that the options of a request hold. */
const partsOf = (file: SourceFile, options: Node): Node[] =>
  originsOf(file.sourceCode, options).flatMap(({ node, path }) =>
    node.type === "ObjectExpression" && path.length === 0
      ? ["body", "data", "form", "params", "qs"].flatMap((name) => propertyValue(node, name) ?? [])
      : [],
  );

/** Variables that an address is followed through: `url += "?page=1"` holds itself. */
const MAX_NAMES = 3;

/** An address as far as it is written, with `x` for what is not. */
function addressOf(file: SourceFile, address: Node, names = 0): string | undefined {
  const inner = unwrap(address);
  if (inner.type === "TemplateLiteral")
    return inner.quasis
      .map((quasi) => quasi.value.cooked ?? "")
      .join("x")
      .slice(0, MAX_ADDRESS);
  if (isSum(inner))
    return `${addressOf(file, inner.left as Node, names) ?? "x"}${addressOf(file, inner.right, names) ?? "x"}`.slice(0, MAX_ADDRESS);
  const known = staticString(file.sourceCode, inner);
  if (known !== undefined || inner.type !== "Identifier" || names === MAX_NAMES) return known?.slice(0, MAX_ADDRESS);
  const made = originsOf(file.sourceCode, inner).find(
    ({ node, path }) => node !== inner && path.length === 0 && (node.type === "TemplateLiteral" || node.type === "BinaryExpression"),
  );
  return made && addressOf(file, made.node, names + 1);
}
