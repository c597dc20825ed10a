import { literalText, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { splitReceiver } from "../../ast/pass-through.js";
import { wholeText } from "../../ast/texts.js";
import { evidenceOf, KIND_NAMES } from "../../secrets/evidence.js";
import type { SecretKind } from "../../secrets/kinds.js";
import { shownName } from "../../secrets/masking.js";
import { sourceOfType } from "../../secrets/sources/sources.js";
import { isCodeLike } from "../../secrets/values/generated-texts.js";
import { findUrlParameter, PUBLIC_HOST } from "../../secrets/values/url-parameters.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import { perFile, type SourceFile } from "../../source-file.js";
import {
  PUBLIC_VALUE,
  isClientIdOfShopify,
  isBundledKey,
  isConfiguredKey,
  isKeyOfApi,
  isKeyOfEnvironment,
  isKeyOfHost,
  isKeyOfService,
  isMapKeyOfPage,
  isOfScript,
  isServersMapKey,
  isWeatherKey,
} from "./api-keys.js";
import { isCoin, OF_COIN } from "./coins.js";
import { isLink } from "./one-time-links.js";
import type { Parameter } from "./parameters.js";
import { inRedirect } from "./redirects.js";
import {
  isIssuedToken,
  isKeptToken,
  isOfSession,
  isSessionInRedirect,
  isSessionOfClient,
  isTokenOfProject,
  PAGE_OF_MAILS,
} from "./session-tokens.js";
import { isOfSocket } from "./sockets.js";
import { strippedValue } from "./stripped-value.js";
import {
  ANY_NAME,
  isHeaderOfAnotherSort,
  isOfAnotherSort,
  isSameName,
  isTokenOfUser,
  ownerOf,
  PERSONS_TOKEN,
  WIRE_TOKEN,
} from "./token-names.js";

export interface Finding {
  kind: SecretKind;
  reason: string;
}

const NEVER =
  /^(?:code|state|nonce|cursor|page_?token|next_?page_?token|continuation_?token|sync_?token|sig|signature|x-amz-.*|hash|csrf_?token|_csrf|xsrf.*|otp|pin|session_?id|captcha.*|response|client_id|code_challenge|code_verifier|invite.*|reset.*|verif.*|confirm.*|magic.*|unsubscribe.*)$/i;
/** What OAuth 1 hands to the page where the user agrees: an identifier, whose secret signs and stays, <https://www.rfc-editor.org/rfc/rfc5849#section-2.2>. */
const REQUEST_TOKEN = /^(?:oauth|request)_?token$/i;
const NOT_URL_SECRETS: ReadonlySet<SecretKind> = new Set<SecretKind>(["signature", "sessionId", "otp", "passwordHash"]);
/** Whoever knows the key of such a robot writes into the group. */
const ROBOT = /\/cgi-bin\/webhook\/send\?$/;
/** Google's APIs take `key` after a method or at their host. */
const KEY_APIS = /googleapis\.com|:[\w{}]+\?$/i;

/** `?code=${refreshToken}`: a code of OAuth is used once, that token again and again. */
const isSessionAsCode = (name: string, own: string): boolean => /^code$/i.test(name) && /(?:access|refresh)_?token$/i.test(own);

/** Why a parameter of a query is a secret that should not be there: of a value with branches, the first that is one. */
export function verdictOn(file: SourceFile, parameter: Parameter): Finding | undefined {
  const inner = strippedValue(parameter.value);
  const branches =
    inner.type === "ConditionalExpression"
      ? [inner.consequent, inner.alternate]
      : inner.type === "LogicalExpression" && inner.operator !== "&&"
        ? [inner.left, inner.right]
        : undefined;
  if (!branches) return verdictOnValue(file, parameter, splitReceiver(inner) ?? inner);
  for (const value of branches) {
    const found = verdictOn(file, { ...parameter, value });
    if (found) return found;
  }
  return undefined;
}

/** `this._host + this._authorizePath + "?oauth_token=" + token`: the text of the address says so, not the code before it. */
const asksForConsent = ({ sourceCode: { text } }: SourceFile, { start, value }: Parameter): boolean =>
  /authori[sz]|authenticate/i.test(text.slice(Math.max(wholeText(value).range[0], start - 80), start));

function verdictOnValue(file: SourceFile, parameter: Parameter, inner: Node): Finding | undefined {
  const { name, before } = parameter;
  const own = referenceName(inner) ?? "";
  if (isSessionInRedirect(file, name, inner)) return sessionIn(name);
  if (
    (NEVER.test(name) && !isSessionAsCode(name, own)) ||
    isHeaderOfAnotherSort(name) ||
    (inner.type === "Identifier" && inner.name === "undefined")
  )
    return undefined;
  if (inner.type === "Literal" || (inner.type === "TemplateLiteral" && inner.expressions.length === 0))
    return verdictOnText(name, literalText(inner), before);
  if (/^oauth_token$/i.test(name) && (REQUEST_TOKEN.test(own) || asksForConsent(file, parameter))) return undefined;
  if ((PUBLIC_HOST.test(before) && !isServersMapKey(file, inner, before)) || PUBLIC_VALUE.test(own) || PUBLIC_VALUE.test(name))
    return undefined;
  const evidence = evidenceOf(file, inner);
  const variable = sourceOfType(file, inner, "environment")?.name;
  if (
    PUBLIC_VALUE.test(variable ?? "") ||
    (/^key$/i.test(name) && (isBundledKey(`${own} ${variable}`, before) || isMapKeyOfPage(file, inner))) ||
    (/^(?:api_?)?key$/i.test(name) && !/private|secret|server/i.test(`${own} ${variable}`) && isOfScript(file, parameter.value))
  )
    return undefined;
  const isApiKey =
    isServiceKey(parameter, own, variable) ||
    isWeatherKey(file, parameter, inner) ||
    isKeyOfHost(parameter, own) ||
    isKeyOfEnvironment(name, variable);
  const named = isApiKey ? ({ kind: "apiKey", strength: "strong" } as const) : nameEvidence(name, file.settings);
  const isToken = /^(?:\w*_)?token$|Token$/.test(name);
  if (
    (isToken || named?.kind === "token" || evidence?.kind === "token") &&
    variable === undefined &&
    !isOfSession(file, parameter, inner) &&
    !isKeptToken(file, inner, before) &&
    !(isTokenOfProject(file, inner) && !PAGE_OF_MAILS.test(before)) &&
    isLink(file, parameter, own)
  )
    return undefined;
  if ((isOfAnotherSort(own) && !/^access_?token$/i.test(name)) || isSignedAddress(file, inner)) return undefined;
  if (/^session_?token$/i.test(name) && !/user|auth/i.test(ownerOf(inner)) && searchesPlaces(file)) return undefined;
  if (isClientIdOfShopify(file, named?.kind ?? evidence?.kind, before)) return undefined;
  if (evidence && evidence.strength !== "weak" && !NOT_URL_SECRETS.has(evidence.kind))
    return { kind: evidence.kind, reason: evidence.reason };
  if (variable === undefined && saysWhich(parameter, inner)) return undefined;
  // In a page of secrets, `{ query: { secret: chosen } }` says which one.
  if (parameter.ofPage && /^secret$/i.test(name) && !evidence && !nameEvidence(own)) return undefined;
  const byName = named && {
    kind: named.kind,
    reason: `the parameter ${shownName(name, "of the query")} is ${isApiKey ? "the key of an API" : `named as ${KIND_NAMES[named.kind]}`}`,
  };
  if (isTokenOfSession(file, parameter, inner))
    return (
      byName ?? { kind: "token", reason: `the parameter ${shownName(name, "of the query")} is the token of somebody who is signed in` }
    );
  if (isSessionOfClient(file, name, inner)) return sessionIn(name);
  if (!byName || NOT_URL_SECRETS.has(named.kind)) return undefined;
  if (/^bearer$/i.test(name)) return /auth|jwt|\bto?k\b|token|(?:^|\.)bearer$/i.test(file.sourceCode.getText(inner)) ? byName : undefined;
  if (named.strength === "strong") return byName;
  if (isTokenOfUser(name, inner)) return byName;
  if (/captcha/i.test(before)) return undefined;
  if (/^token$/i.test(name) || isSameName(name, own))
    return (evidence && !parameter.ofPage && !isCoin(file, parameter, inner)) ||
      isOfEnvironment(variable) ||
      isReadToken(inner) ||
      isKeptToken(file, inner, before) ||
      (isTokenOfProject(file, inner) && !OF_COIN.test(own) && !/swap|trade/i.test(before)) ||
      (!OF_COIN.test(own) && isOfSocket(file, parameter))
      ? byName
      : undefined;
  if (/^(?:pass|pw)$/i.test(name))
    return isPassword(own === "value" ? fieldOf(inner) : own) &&
      (parameter.besideUser === true || /[?&](?:\w{0,20}_)?(?:account|e?mail|login|user(?:name)?)=/i.test(before))
      ? byName
      : undefined;
  if (/^secret$/i.test(name) || WIRE_TOKEN.test(name) || (PERSONS_TOKEN.test(name) && PERSONS_TOKEN.test(own))) return byName;
  if (/^auth$/i.test(name)) return evidence ? byName : undefined;
  if (!/^key$/i.test(name)) return undefined;
  return ROBOT.test(before) ||
    isKeyOfService(inner, before) ||
    isKeyOfApi(file, inner, before) ||
    isConfiguredKey(inner) ||
    ((evidence || /^(?:api|app|google|youtube)?_?key$/i.test(own)) && KEY_APIS.test(before)) ||
    (/^(?:key|.*(?:access|api|app|auth|stream(?:ing)?)_?key)$/i.test(own) && isOfSocket(file, parameter) && !isWritten(file, inner))
    ? byName
    : undefined;
}

const sessionIn = (name: string): Finding => ({
  kind: "sessionId",
  reason: `the parameter ${shownName(name, "of the query")} is ${KIND_NAMES.sessionId}`,
});

/** `"cpu.load"` of `watch("cpu.load")`, where `key` is the parameter of `watch`. */
const isWritten = ({ sourceCode }: SourceFile, value: Node): boolean =>
  originsOf(sourceCode, value).some(
    ({ node, path }) => path.length === 0 && literalText(node) !== undefined && !isCodeLike(literalText(node)!),
  );

/** A literal, as in `{ params: { access_key: "…" } }`: judged as if it stood in the text of the address. */
function verdictOnText(name: string, text: string | undefined, before: string): Finding | undefined {
  const found =
    text === undefined || PUBLIC_VALUE.test(name) ? undefined : findUrlParameter(`?${name}=${text}`, `${before}?${name}=${text}`);
  return found && { kind: found.kind, reason: `the parameter ${shownName(name, "of the query")} holds ${KIND_NAMES[found.kind]}` };
}

/** The public data of Korea are asked for with such a key, <https://www.data.go.kr>. */
const SERVICE_KEY = /^service_?key$/i;

/** Not the key of one of the services that are booked: `/booking?serviceKey=${selectedService}`. */
const isServiceKey = ({ name, before }: Parameter, own: string, variable: string | undefined): boolean =>
  SERVICE_KEY.test(name) && (/key$/i.test(own) || variable !== undefined) && !/^["'`]?\//.test(before);

/** `process.env.WHEREIS`; not `process.env.TOKEN_ADDRESS` of a coin. */
const isOfEnvironment = (variable: string | undefined): boolean =>
  variable !== undefined && /^\w+$/.test(variable) && !OF_COIN.test(variable) && !/contract$/i.test(variable);

/** What groups the requests of one search for a place on the bill: Google's `sessionToken`, Mapbox' `session_token`. */
const searchesPlaces = perFile(({ sourceCode: { text } }) => /(?:maps|places)\.googleapis|mapbox/i.test(text));

/** `passInput` of `passInput.value`, `pass` of `form.pass.value` and of `document.getElementById("pass").value`: what somebody types there. */
function fieldOf(value: Node): string {
  const field = value.type === "MemberExpression" ? unwrap(value.object) : value;
  const name = field.type === "CallExpression" ? literalText(field.arguments[0])?.replace(/^[#.]/, "") : referenceName(field);
  return (name ?? "").replace(/_?(?:box|el|element|field|input|ref|txt)$/i, "");
}

/** `pass`, `smsPass`, `password`; not `battlePass`, `passNumber`, `width` where `pw` is asked for. */
const isPassword = (own: string): boolean =>
  nameEvidence(own)?.strength === "strong" || /^(?:\w{0,20}(?:account|admin|api|auth|login|mail|my|sms|user)_?)?(?:pass|pw)$/i.test(own);

/** `signUploadKey(key)`, `signPath(path)`: a signature of what the address names, as of a presigned one; not `signToken(user)`, `signIn(…)`. */
function isSignedAddress({ sourceCode }: SourceFile, value: Node): boolean {
  return originsOf(sourceCode, value).some(({ node, path }) => {
    const [verb, ...rest] = path.length === 0 && node.type === "CallExpression" ? wordsOf(referenceName(node.callee) ?? "") : [];
    return verb === "sign" && rest.some((word) => /^(?:asset|download|file|media|object|path|resource|upload|ur[il])$/.test(word));
  });
}

/** `?t=${auth.token}`, and what a redirect hands to whoever just signed in. */
const isTokenOfSession = (file: SourceFile, parameter: Parameter, inner: Node): boolean =>
  ANY_NAME.test(parameter.name) &&
  (isKeptToken(file, inner, parameter.before) ||
    (isIssuedToken(file, inner) && inRedirect(file, parameter.value) && !isLink(file, parameter, referenceName(inner) ?? "")));

/** `adminApi.getToken()`: of whoever is signed in. */
const isReadToken = (value: Node): boolean =>
  value.type === "CallExpression" &&
  value.arguments.length === 0 &&
  /^get(?:Access|Auth|Bearer|Id|Jwt|Session|User)?Token$/.test(referenceName(value.callee) ?? "");

/** `?secret=${name}`, `?apiKey=${key.id}`: which one. A token may be called so: `?access_token=${accessToken.id}` of LoopBack. */
const saysWhich = ({ name, ofPage }: Parameter, value: Node): boolean =>
  NAME_OF.test(referenceName(value) ?? "") &&
  (ofPage === true || /^(?:secret|(?:api_?)?key)$/i.test(name)) &&
  !/(?:session|token)$/i.test(ownerOf(value));

const NAME_OF = /^_?(?:alias|id|label|name|path|ref|selected|slug)$|_(?:id|name|path|ref|slug)$|(?:Id|Name|Path|Ref|Slug)$/;
