import { literalText, outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { originsOf, type Origin } from "../../ast/origins.js";
import { wholeText } from "../../ast/texts.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { Parameter } from "./parameters.js";
import { callsClient } from "./query-options.js";
import { inRedirect } from "./redirects.js";
import { isOfAnotherSort } from "./token-names.js";

/** `localStorage.getItem("token")`, `cookies.get(TOKEN_KEY)`, `getCookie("token")`, `store.get("authToken")`, `this.get("session.token")`: kept for the next visit, so no one-time token of a link. */
function isStoredToken(value: Node): boolean {
  if (value.type !== "CallExpression") return false;
  const [key] = value.arguments;
  const text = literalText(key);
  const named = text !== undefined && isOfAnotherSort(text) ? undefined : nameEvidence(text);
  if (value.callee.type === "Identifier")
    return /^(?:get|read)_?Cookie$/i.test(value.callee.name) && named?.kind === "token" && OF_SIGN_IN.test(text!);
  if (value.callee.type !== "MemberExpression" || !/^get/.test(staticName(value.callee) ?? "")) return false;
  const isStore = /(?:storage|cookies?)$/i.test(referenceName(value.callee.object) ?? "") || staticName(value.callee) === "getStorageSync";
  if (text === undefined)
    return isStore && key !== undefined && wordsOf(referenceName(key) ?? "").some((word) => /^(?:auth|jwt|session|token)$/.test(word));
  return named?.kind === "token" && (isStore || /^(?:access|auth|id|jwt|login|session|user)/i.test(text));
}

/** Cookies hold tokens of forms, carts and visitors as well. */
const OF_SIGN_IN = /^(?:(?:app|id|my|sso)_?)?token$|access|account|admin|auth|bearer|jwt|login|refresh|session|user/i;

/**
 * A token that comes from the storage of the browser or from the session, also through a variable.
 *
 * @param before the address: in that of a page of mails, `/reset-password?token=${session.token}`, a session may as well be what waits for an answer
 */
export const isKeptToken = (file: SourceFile, value: Node, before: string): boolean =>
  originsOf(file.sourceCode, value).some(
    (origin) =>
      (isMemberOfSession(origin) && !PAGE_OF_MAILS.test(before)) ||
      (origin.path.length === 0 && (isStoredToken(origin.node) || isTokenOfOwner(origin.node))),
  );

/** Pages that mails send people to. */
export const PAGE_OF_MAILS = /reset|verif|confirm|activat|invit|unsubscri|magic|recover|forgot/i;

/** What opens more than what one link is for. */
const OPENS_ALL = /^x-|access|refresh|bearer|^hub\.verify/i;
const OPENS_ALL_BY_CALL = /(?:access|bearer|refresh)_?token/i;
/** What people sign in with; a link of a mail may hold one as well: `/verify-email?token=${authToken}`. */
const OPENS_MUCH = /(?:auth|session)_?token|\bjwt/i;

/** Whether a parameter, its value, or what it comes from is named as a token of a session, so that it is no one-time token of a link. */
export function isOfSession(file: SourceFile, { name, value, before }: Parameter, inner: Node): boolean {
  const names = `${name} ${referenceName(inner) ?? ""}`;
  const calls = callsOn(file, inner);
  if (OPENS_ALL.test(names) || OPENS_ALL_BY_CALL.test(calls)) return true;
  return OPENS_MUCH.test(`${names} ${calls}`) && (!PAGE_OF_MAILS.test(`${before} ${names}`) || isSentByProgram(file, value));
}

/** `fetch(`/verify?token=${authToken}`)`, `axios.get(path, { params: { token } })`: no link that somebody follows. */
function isSentByProgram(file: SourceFile, value: Node): boolean {
  const text = wholeText(value);
  const { parent, child } = outward(text) ?? {};
  if (parent?.type === "Property") return text === value;
  return parent?.type === "CallExpression" && parent.callee !== child && callsClient(file, parent);
}

/** The functions that a value comes from: `getAccessToken` of `const { token } = await oauth.getAccessToken()`. */
const callsOn = ({ sourceCode }: SourceFile, value: Node): string =>
  originsOf(sourceCode, value)
    .map(({ node }) => (node.type === "CallExpression" && referenceName(node.callee)) || "")
    .join(" ");

/** `auth.token`, `session.token`, `store.getters.token`, `const { token } = store.getState().auth`: of whoever is signed in. */
function isMemberOfSession({ node, path, parameter }: Origin): boolean {
  const own = path.length === 0 && node.type === "MemberExpression";
  const name = own ? staticName(node) : path.at(-1);
  const owner = own ? referenceName(node.object) : (path.at(-2) ?? (parameter ? undefined : referenceName(node)));
  return TOKEN_OF_SESSION.test(name ?? "") && SESSION.test(owner ?? "");
}

const TOKEN_OF_SESSION = /^(?:(?:access|auth|bearer|id|session|user)_?)?(?:token|jwt)$/i;
/** Whose it is, or how people sign in; not `tradeSession`, `gameSession`. */
const SESSION =
  /^(?:(?:\w{0,20}_)?auth|\w{0,20}Auth|(?:(?:account|admin|auth|client|current|login|my|next|server|supabase|user)_?)?ses(?:s|s?ion)|(?:account|admin|auth|client|current|login|my|next|server|supabase|user)Session|getters|keycloak|(?:auth|session)(?:Data|Info)|(?:auth|session|user)(?:Context|Service|State|Store))$/;

/** `generateToken(user)`, `signAccess(user)`: made at that moment, for whoever signs in; not `createToken(file.id)`. */
export const isIssuedToken = ({ sourceCode }: SourceFile, value: Node): boolean =>
  originsOf(sourceCode, value).some(
    ({ node, path }) =>
      path.length === 0 &&
      node.type === "CallExpression" &&
      ISSUING.test(referenceName(node.callee) ?? "") &&
      node.arguments.some((each) => PERSON.test(sourceCode.getText(each).slice(0, MAX_EXCERPT))),
  );

const PERSON = /account|admin|customer|member|payload|profile|user|\bui?d\b/i;
const MAX_EXCERPT = 200;

const ISSUING =
  /^(?:create|encode|gen|generate|issue|make|mint|sign)(?:(?:Access|Auth|Jwt|JWT|Login|Session|User)?(?:Jwt|JWT|Token)|Access)$/;

/** `redirect(`${page}?sessionId=${answer.userSession.sessionId}`)`: whoever reads the address has the session of whoever just signed in. */
export const isSessionInRedirect = (file: SourceFile, name: string, value: Node): boolean =>
  /^session_?id$/i.test(name) &&
  value.type === "MemberExpression" &&
  /^(?:auth|login|user)_?session$/i.test(referenceName(value.object) ?? "") &&
  inRedirect(file, value);

/** `_sid=${this.#sid}` of a client that signs in with a password, `PHPSESSID=${id}`; elsewhere a session is one of a chat or of a payment. */
export const isSessionOfClient = (file: SourceFile, name: string, value: Node): boolean =>
  /^(?:jsessionid|phpsessid)$/i.test(name) ||
  (/^_?sid$/i.test(name) &&
    value.type === "MemberExpression" &&
    value.object.type === "ThisExpression" &&
    /^_?(?:sid|session_?id)$/i.test(referenceName(value) ?? "") &&
    signsIn(file));

const signsIn = perFile(({ sourceCode: { text } }) => /login|sign_?in/i.test(text) && /passw/i.test(text));

/** `getToken()` of a module of the project, also through a variable; `useToken().value` of Nuxt. */
export const isTokenOfProject = ({ sourceCode }: SourceFile, value: Node): boolean =>
  originsOf(sourceCode, value).some(
    ({ node, path }) =>
      node.type === "CallExpression" &&
      node.callee.type === "Identifier" &&
      node.arguments.length === 0 &&
      (path.length === 0 ? /^get(?:Access|Auth|Jwt|Login|User)?Token$/ : /^use(?:Access|Auth|Session)?Token$/).test(node.callee.name) &&
      path.every((part) => part === "value"),
  );

/** `auth.token()`, `session.getToken()`, `User.getToken()`. */
const isTokenOfOwner = (value: Node): boolean =>
  value.type === "CallExpression" &&
  value.callee.type === "MemberExpression" &&
  /^(?:get)?token$/i.test(staticName(value.callee) ?? "") &&
  /auth|session|keycloak|user(?:Service|Store)?$|token(?:s|Service|Storage|Store)$/i.test(referenceName(value.callee.object) ?? "");
