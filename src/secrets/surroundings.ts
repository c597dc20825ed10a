import { functionName, isFunction, literalText, propertyValue, referenceName, staticName, type Node } from "../ast/nodes.js";
import { perFile, type SourceFile } from "../source-file.js";
import { wordsOf } from "./names/words.js";
import { wordSet } from "../word-set.js";

/** Words of functions, routes and files that take credentials from people. */
const SIGN_IN = wordSet(`
  auth authenticate authentication authorize cookie credential credentials csrf forgot forget jwt login logon oauth oidc otp passport password passwd recover recovery register
  registration reset saml session signin signup sso totp verify
`);

/** Words of functions and files that handle tokens of another sort: of languages, models, coins, coupons, ACME challenges, push services. */
const OTHER_TOKENS = wordSet(`
  acme airdrop apns ast bpe chain codemirror coin compiler contract coupon cursor erc20 ethers expo fcm gpt grammar highlight highlighter interpreter lex lexer llm markdown
  mint mirror monaco nft notification notifications pagination parser parse promo push solana solidity staking stream swap syntax tiktoken token tokenize tokenizer tokenizers tokens2
  uniswap vocab wallet web3
`);

/** Where the words around a place come from: enclosing functions with their routes, the file's name, its last folders. */
function wordsAround(file: SourceFile, node: Node): { near: string[]; file: string[]; folder: string[] } {
  const near: string[] = [];
  for (let current: Node | undefined = node.parent; current; current = current.parent) {
    if (isFunction(current)) near.push(...nameWords(functionName(current)), ...routeWords(current));
    else if (current.type === "ClassDeclaration" || current.type === "ClassExpression") near.push(...nameWords(current.id?.name));
  }
  const parts = file.filename.split("/");
  const base = parts.at(-1)!.replace(/\.[cm]?[jt]sx?$/, "");
  return { near, file: nameWords(base), folder: parts.slice(-3, -1).flatMap(nameWords) };
}

function nameWords(name: string | undefined): string[] {
  const words = wordsOf(name ?? "");
  return words.flatMap((word, index) => (/^sign$|^log$/.test(word) && /^(?:in|up|on)$/.test(words[index + 1] ?? "") ? ["signin"] : [word]));
}

/** `router.post("/login", handler)`, `passport.use("local-signup", …)`, `socket.on("register", …)`. */
function routeWords(fn: Node): string[] {
  let call = fn.parent;
  // { method: "POST", path: "/login", handler: (request, h) => … } of hapi
  if (call?.type === "Property" && staticName(call) === "handler") return nameWords(literalText(propertyValue(call.parent, "path")));
  if (call?.type === "NewExpression" || (call?.type === "CallExpression" && !literalText(call.arguments[0]))) call = call.parent;
  if (call?.type !== "CallExpression") return [];
  const route = literalText(call.arguments[0]);
  return route === undefined ? nameWords(referenceName(call.callee)) : nameWords(route);
}

/** Whether the code around a place signs people in or up, or changes their credentials: what it receives holds a secret. */
export function isSignIn(file: SourceFile, node: Node): boolean {
  const words = wordsAround(file, node);
  if (words.near.some((word) => SIGN_IN.has(word))) return true;
  return words.file.some((word) => /^(?:login|register|registration|signin|signup|password|passport|forgot|forget|reset|otp)$/.test(word));
}

/** Whether a function or route is one that people sign in at: whatever the code reads of what they send, a secret comes with it. */
export function isLogin(file: SourceFile, node: Node): boolean {
  const { near } = wordsAround(file, node);
  return near.some((word) => /^(?:login|signin)$/.test(word)) && !near.some((word) => ABOUT_LOGINS.test(word));
}

/** What is told or asked of logins, or done otherwise than with a password. */
const ABOUT_LOGINS =
  /^(?:attempts?|code|count|facebook|google|history|last|log|logs|message|otp|send|social|stats|statistics|time|track|update|webhooks?)$/;

/** Whether people ask here for a message, as they forgot their password or need a one-time code: what they send is an address to write to. */
export function asksForMessage(file: SourceFile, node: Node): boolean {
  const { near, file: own } = wordsAround(file, node);
  const asked = near.findIndex((word) => /^(?:request|resend|send)$/.test(word));
  if (
    asked >= 0 &&
    near.slice(asked + 1).some((word) => /^(?:code|otp|totp|verification)$/.test(word)) &&
    !near.some((word) => /^(?:login|new|register|signin|signup|update)$/.test(word))
  )
    return true;
  return (
    [...near, ...own].some((word) => /^forgot(?:ten)?$/.test(word)) &&
    !near.some((word) => /^(?:login|new|register|reset|signin|signup|update|verify)$/.test(word))
  );
}

/** Whether sessions and sign-in are the subject of the file or its folder. */
export function isAboutSignIn(file: SourceFile, node: Node): boolean {
  const words = wordsAround(file, node);
  return [...words.near, ...words.file, ...words.folder].some((word) => SIGN_IN.has(word));
}

/** What a code is for that is given away or names something. */
const OTHER_CODES =
  /^(?:barcode|booking|codec|company|compiler|country|coupon|discount|editor|error|game|gift|input|invitation|invite|order|postal|product|promo|qr|reference|referral|room|source|status|tracking|voucher|zip)$/;

/** Whether a function around a place, or its route, is one that makes or sends a code which somebody is to send back: `generateOTP`, `/send-code`. */
export function isAboutOneTimeCodes(file: SourceFile, node: Node): boolean {
  const { near } = wordsAround(file, node);
  if (near.some((word) => OTHER_CODES.test(word))) return false;
  return (
    near.some((word) => /^(?:2fa|forgot|forgotten|mfa|otp|passcode|totp)$/.test(word)) ||
    (near.includes("code") &&
      near.some((word) =>
        /^(?:activation|auth|confirm|confirmation|email|login|mail|phone|reset|send|sms|verification|verify)$/.test(word),
      ))
  );
}

/** Whether a bare `token` around here is one of a language, a model, a coin, a coupon or a push service. */
export function isAboutOtherTokens(file: SourceFile, node: Node): boolean {
  const words = wordsAround(file, node);
  const near = [...words.near, ...words.file].filter((word) => word !== "token" && word !== "parse" && word !== "stream");
  return (
    near.some((word) => OTHER_TOKENS.has(word)) ||
    words.near.includes("parse") ||
    words.folder.some((word) => /^(?:lexer|parser|tokenizer|web3|nft|acme|compiler|llm)$/.test(word))
  );
}

/** Whether `owner.token` is a token of another sort: `coupon.token`. */
export const isOtherToken = (owner: string): boolean => wordsOf(owner).some((word) => OTHER_TOKENS.has(word) && !word.startsWith("token"));

/** A file that counts or makes tokens of a model, and signs nobody in. */
export const isAboutModels = perFile(
  ({ sourceCode: { text } }) =>
    /\b(?:completion|input|max|output|prompt|total)_?tokens?\b|\btokenizer\b|\btiktoken\b/i.test(text) &&
    !/\bauthorization\b|\bbearer\b|\bjwt\b|log_?in\b|(?:access|auth|refresh|session)_?token/i.test(text),
);

/** A file with components: keys in it tell rows and states of a view apart. */
export const drawsViews = perFile(
  ({ filename, sourceCode: { text } }) =>
    /\.(?:svelte|vue)$/.test(filename) ||
    /["'](?:@angular\/core|lit|preact|react|react-native|solid-js|svelte|vue)["'/]|\bsetState\(|\buse(?:Effect|Ref|State)\(/.test(text) ||
    STATE_OF_VUE.test(text),
);

/** `data() { return { … } }` of a component. */
const STATE_OF_VUE = /\bdata(?:\(\) ?\{|: ?function ?\(\) ?\{|: ?\(\) ?=> ?[({])/;
