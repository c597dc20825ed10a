import {
  dottedPath,
  isFunction,
  functionName,
  literalText,
  outward,
  referenceName,
  staticName,
  unwrap,
  type Node,
} from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { splitReceiver } from "../../ast/pass-through.js";
import { staticString } from "../../ast/static-value.js";
import { isCodeLike } from "../../secrets/credential.js";
import { runtimeOf } from "../../fix/runtime.js";
import { evidenceOf, KIND_NAMES } from "../../secrets/evidence.js";
import type { SecretKind } from "../../secrets/kinds.js";
import { shownName } from "../../secrets/masking.js";
import { sourceOfType } from "../../secrets/sources.js";
import { findUrlParameter, PUBLIC_HOST } from "../../secrets/url-parameters.js";
import { nameEvidence, wordsOf } from "../../secrets/words.js";
import { pathEnd, perFile, type SourceFile } from "../../source-file.js";
import type { Parameter } from "./parameters.js";
import { inRedirect } from "./redirects.js";
import { isOfSocket } from "./sockets.js";

export interface Finding {
  kind: SecretKind;
  reason: string;
}

/** Links that carry a one-time token by design. */
const LINK =
  /reset|verif|confirm|activat|invit|unsubscri|magic|recover|forgot|preview|accept|passwordless|opt-?out|download|callback|notification-preferences|e-?mail_?link|complete-?(?:log|sign)-?in|create(?:Login|Sign_?In)(?:Url|Link)|rss/i;
/** What says nothing of links where the program itself sends a browser on, or sends a request: one is in no mail, the other no feed that others read. */
const OF_REDIRECT = /callback/gi;
const OF_FEED = /rss/gi;
/** Keys that every page shows. */
const PUBLIC_VALUE =
  /NEXT_PUBLIC|\bVITE_|REACT_APP_|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY_|PUBLIC_|public|publishable|site_?key|anon|\bpk_|client_?id$/i;
const NEVER =
  /^(?:code|state|nonce|cursor|page_?token|next_?page_?token|continuation_?token|sync_?token|sig|signature|x-amz-.*|hash|csrf_?token|_csrf|xsrf.*|otp|pin|session_?id|captcha.*|response|client_id|code_challenge|code_verifier|invite.*|reset.*|verif.*|confirm.*|magic.*|unsubscribe.*)$/i;
/** What OAuth 1 hands to the page where the user agrees: an identifier, whose secret signs and stays, <https://www.rfc-editor.org/rfc/rfc5849#section-2.2>. */
const REQUEST_TOKEN = /^(?:oauth|request)_?token$/i;
const NOT_URL_SECRETS: ReadonlySet<SecretKind> = new Set<SecretKind>(["signature", "sessionId", "otp", "passwordHash"]);
/** Whoever knows the key of such a robot writes into the group. */
const ROBOT = /\/cgi-bin\/webhook\/send\?$/;
/** Google's APIs take `key` after a method or at their host. */
const KEY_APIS = /googleapis\.com|:[\w{}]+\?$/i;

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

function verdictOnValue(file: SourceFile, parameter: Parameter, inner: Node): Finding | undefined {
  const { name, before } = parameter;
  if (NEVER.test(name) || (inner.type === "Identifier" && inner.name === "undefined")) return undefined;
  if (inner.type === "Literal" || (inner.type === "TemplateLiteral" && inner.expressions.length === 0))
    return verdictOnText(name, literalText(inner), before);
  const own = referenceName(inner) ?? "";
  if (/^oauth_token$/i.test(name) && REQUEST_TOKEN.test(own)) return undefined;
  if ((PUBLIC_HOST.test(before) && !isServersMapKey(file, inner, before)) || PUBLIC_VALUE.test(own) || PUBLIC_VALUE.test(name))
    return undefined;
  const called = (inner.type === "CallExpression" && referenceName(inner.callee)) || "";
  const evidence = evidenceOf(file, inner);
  const variable = sourceOfType(file, inner, "environment")?.name;
  if (PUBLIC_VALUE.test(variable ?? "")) return undefined;
  const isApiKey =
    SERVICE_KEY.test(name) || isWeatherKey(file, parameter, inner) || isKeyOfHost(parameter, own) || isKeyOfEnvironment(name, variable);
  const named = isApiKey ? ({ kind: "apiKey", strength: "strong" } as const) : nameEvidence(name, file.settings);
  const isToken = /^(?:\w*_)?token$|Token$/.test(name);
  if (
    (isToken || named?.kind === "token" || evidence?.kind === "token") &&
    !/access|refresh|bearer|^hub\.verify/i.test(`${name} ${own} ${called}`) &&
    variable === undefined &&
    !isKeptToken(file, inner) &&
    isLink(file, parameter, own)
  )
    return undefined;
  if (
    (OF_ANOTHER_SORT.test(wordsOf(own)[0] ?? "") &&
      !/^access_?token$/i.test(name) &&
      !PUSH_SERVICE.test(own) &&
      /(?<!access_?)(?:token|code)$/i.test(own)) ||
    /^cursor|^recaptcha(?:Token|Response)/i.test(own) ||
    isSignedAddress(file, inner)
  )
    return undefined;
  if (/^session_?token$/i.test(name) && searchesPlaces(file)) return undefined;
  if (isClientIdOfShopify(file, named?.kind ?? evidence?.kind, before)) return undefined;
  if (evidence && evidence.strength !== "weak" && !NOT_URL_SECRETS.has(evidence.kind))
    return { kind: evidence.kind, reason: evidence.reason };
  if (!named || NOT_URL_SECRETS.has(named.kind)) return undefined;
  const byName = {
    kind: named.kind,
    reason: `the parameter ${shownName(name, "of the query")} is ${isApiKey ? "the key of an API" : `named as ${KIND_NAMES[named.kind]}`}`,
  };
  if (named.strength === "strong") return byName;
  if (/^token$/i.test(name) || isSameName(name, own))
    return evidence ||
      isOfEnvironment(variable) ||
      isKeptToken(file, inner) ||
      isTokenOfProject(inner) ||
      (!OF_COIN.test(own) && isOfSocket(file, parameter))
      ? byName
      : undefined;
  if (/^pass$/i.test(name)) return /[?&](?:\w{0,20}_)?(?:e?mail|login|user(?:name)?)=/i.test(before) ? byName : undefined;
  if (/^secret$/i.test(name) || (PERSONS_TOKEN.test(name) && PERSONS_TOKEN.test(own))) return byName;
  if (/^auth$/i.test(name)) return evidence ? byName : undefined;
  if (!/^key$/i.test(name)) return undefined;
  return ROBOT.test(before) ||
    isKeyOfService(inner, before) ||
    isKeyOfApi(file, inner, before) ||
    isConfiguredKey(inner) ||
    (evidence && KEY_APIS.test(before)) ||
    (/^(?:key|.*(?:access|api|app|auth|stream(?:ing)?)_?key)$/i.test(own) && isOfSocket(file, parameter))
    ? byName
    : undefined;
}

/** A literal, as in `{ params: { access_key: "…" } }`: judged as if it stood in the text of the address. */
function verdictOnText(name: string, text: string | undefined, before: string): Finding | undefined {
  const found =
    text === undefined || PUBLIC_VALUE.test(name) ? undefined : findUrlParameter(`?${name}=${text}`, `${before}?${name}=${text}`);
  return found && { kind: found.kind, reason: `the parameter ${shownName(name, "of the query")} holds ${KIND_NAMES[found.kind]}` };
}

/** The public data of Korea are asked for with such a key, <https://www.data.go.kr>. */
const SERVICE_KEY = /^service_?key$/i;

/** `https://weather.example.com/?key=${config.key}`: the key that the program is set up with. */
const isKeyOfService = (value: Node, before: string): boolean =>
  /^["'`]?https?:\/\/[\w.-]{3,100}\//.test(before) &&
  value.type === "MemberExpression" &&
  staticName(value) === "key" &&
  /^(?:config|configuration|credentials|env|keys|options|opts|secrets|settings)$/i.test(referenceName(value.object) ?? "");

/** OpenWeather calls its key `appid`, <https://openweathermap.org/appid>; elsewhere an id of that name is public, unless what stands there is called a key. */
const isWeatherKey = (file: SourceFile, { name, before }: Parameter, value: Node): boolean =>
  /^app_?id$/i.test(name) &&
  !/id$/i.test(referenceName(value) ?? "") &&
  (/openweather/i.test(before) || /^(?:\w{1,40}_)?key$|Key$/i.test(referenceName(value) ?? "") || isKeyOfApi(file, value, before));

/** `pixabayKey` for `https://pixabay.com/…`: named after whom it opens. */
function isKeyOfHost({ name, before }: Parameter, own: string): boolean {
  if (!/^(?:(?:access|api|app|auth|subscription)?[-_]?key|app_?id|token)$/i.test(name)) return false;
  const domain = /^["'`]?https?:\/\/(?:[\w-]{1,60}\.){0,5}([\w-]{1,60})\.[a-z]{2,10}(?![\w.-])/i.exec(before)?.[1]?.toLowerCase();
  const [last, ...rest] = wordsOf(own).toReversed();
  return (
    domain !== undefined &&
    last === "key" &&
    rest.some((word) => word.length > 3 && domain.startsWith(word) && !/^(?:amplitude|mixpanel|pusher)$/.test(word))
  );
}

/** `process.env.SEND_KEY` where a key of an API is expected: `?key=`, `?sendkey=`; not `?sortkey=`. */
const isKeyOfEnvironment = (name: string, variable: string | undefined): boolean =>
  /^(?:(?:access|app|auth|push|send|subscription)[-_]?)?key$/i.test(name) &&
  /(?:^|_)(?:KEY$|API_?KEY_(?!(?:HEADER|ID|NAME)$))/.test(variable ?? "");

/** `process.env.WHEREIS`; not `process.env.TOKEN_ADDRESS` of a coin. */
const isOfEnvironment = (variable: string | undefined): boolean =>
  variable !== undefined && /^\w+$/.test(variable) && !OF_COIN.test(variable) && !/contract$/i.test(variable);

/** `?scalar_token=${account.scalarToken}`: what the program calls so, too. */
const isSameName = (name: string, own: string): boolean =>
  /[a-z\d]_?token$/i.test(name) && wordsOf(name).join("") === wordsOf(own).join("");

/** Google's web services for places, routes and the list of fonts answer servers, `…/maps/api/geocode/json`; pages load scripts, tiles and pictures. */
const MAP_SERVICE = /\/maps\/api\/[a-z/]{1,40}\/(?:json|xml)\b|googleapis\.com\/webfonts\/v1\/webfonts\?/i;
const isServersMapKey = (file: SourceFile, value: Node, before: string): boolean => {
  if (!MAP_SERVICE.test(before) || runtimeOf(file) === "browser") return false;
  const variable = sourceOfType(file, value, "environment")?.name;
  return variable ? !PUBLIC_VALUE.test(variable) : runtimeOf(file) === "node";
};

/** What groups the requests of one search for a place on the bill: Google's `sessionToken`, Mapbox' `session_token`. */
const searchesPlaces = perFile(({ sourceCode: { text } }) => /(?:maps|places)\.googleapis|mapbox/i.test(text));

const mentionsShopify = perFile(({ sourceCode: { text } }) => /shopify/i.test(text));

/** What Shopify calls the API key of an app is its client id, which stands in addresses of shops. */
const isClientIdOfShopify = (file: SourceFile, kind: SecretKind | undefined, before: string): boolean =>
  kind === "apiKey" && mentionsShopify(file) && !/https?:\/\/(?!\w{0,60}\.?(?:my)?shopify)[\w-]{1,60}\./i.test(before);

/** `guestToken`: whose session it is stands first. */
const PERSONS_TOKEN = /^(?:admin|account|customer|guest|member|user|viewer)_?token$/i;

/** `pageToken`, `pushToken`, `resetCode`: whose token it is stands first. The `PAGE_ACCESS_TOKEN` of Facebook is a secret. */
const OF_ANOTHER_SORT =
  /^(?:pages?|pagination|cursor|next|continuation|sync|csrf|xsrf|captcha|devices?|push|fcm|invit\w*|reset|verification|confirm\w*)$/;

/** Services that send to the phone of whoever has the token: PushPlus, Pushover, PushDeer. */
const PUSH_SERVICE = /^push_?(?:bullet|deer|over|plus)/i;

/** `signUploadKey(key)`, `signPath(path)`: a signature of what the address names, as of a presigned one; not `signToken(user)`, `signIn(…)`. */
function isSignedAddress({ sourceCode }: SourceFile, value: Node): boolean {
  return originsOf(sourceCode, value).some(({ node, path }) => {
    const [verb, ...rest] = path.length === 0 && node.type === "CallExpression" ? wordsOf(referenceName(node.callee) ?? "") : [];
    return verb === "sign" && rest.some((word) => /^(?:asset|download|file|media|object|path|resource|upload|ur[il])$/.test(word));
  });
}

/** `localStorage.getItem("token")`, `cookies.get(TOKEN_KEY)`, `store.get("authToken")`, `this.get("session.token")`: kept for the next visit, so no one-time token of a link. */
function isStoredToken(value: Node): boolean {
  if (value.type !== "CallExpression" || value.callee.type !== "MemberExpression" || !/^get/.test(staticName(value.callee) ?? ""))
    return false;
  const [key] = value.arguments;
  const text = literalText(key);
  const named = nameEvidence(text);
  const isStore = /(?:storage|cookies?)$/i.test(referenceName(value.callee.object) ?? "") || staticName(value.callee) === "getStorageSync";
  if (text === undefined)
    return isStore && key !== undefined && wordsOf(referenceName(key) ?? "").some((word) => /^(?:auth|jwt|session|token)$/.test(word));
  return named?.kind === "token" && (isStore || /^(?:access|auth|id|jwt|login|session|user)/i.test(text));
}

/** A token that comes from the storage of the browser or from the session, also through a variable. */
const isKeptToken = (file: SourceFile, value: Node): boolean =>
  originsOf(file.sourceCode, value).some(({ node, path }) => path.length === 0 && (isStoredToken(node) || isTokenOfOwner(node)));

/** `getToken()` of a module of the project. */
const isTokenOfProject = (value: Node): boolean =>
  value.type === "CallExpression" &&
  value.callee.type === "Identifier" &&
  value.arguments.length === 0 &&
  /^get(?:Auth|Login|User)?Token$/.test(value.callee.name);

/** `auth.token()`, `session.getToken()`, `User.getToken()`. */
const isTokenOfOwner = (value: Node): boolean =>
  value.type === "CallExpression" &&
  value.callee.type === "MemberExpression" &&
  /^(?:get)?token$/i.test(staticName(value.callee) ?? "") &&
  /auth|session|keycloak|user(?:Service|Store)?$|token(?:s|Service|Storage|Store)$/i.test(referenceName(value.callee.object) ?? "");

/** What a token that is traded is known by. */
const OF_COIN = /(?:address|id|index|mint|name|pair|symbol|type)$/i;

/** `config.url`, `service.apiHost`, `settings.base_uri`. */
const ADDRESS = /\b([\w$]{1,60})\.(?:api|base)?_?(?:ur[il]|host|endpoint)\b/gi;

/** A constant that holds what a generator made; `api.key`; `config.key` for the address that `config` holds, too. */
function isKeyOfApi(file: SourceFile, value: Node, before: string): boolean {
  if (value.type === "Identifier") return isCodeLike(staticString(file.sourceCode, value) ?? "");
  const owner = value.type === "MemberExpression" && staticName(value) === "key" ? referenceName(value.object) : undefined;
  if (owner === undefined) return false;
  if (/^apis?$|Api$|^api(?:Config|Settings|Options)$/.test(owner)) return true;
  return /config|settings|options|service|provider/i.test(owner) && [...before.matchAll(ADDRESS)].some(([, each]) => each === owner);
}

/** `config.placesKey`, `sails.config.constants.googlePlacesKey`: the key of a service that the program is set up with. */
function isConfiguredKey(value: Node): boolean {
  const path = value.type === "MemberExpression" ? dottedPath(value) : undefined;
  const words = wordsOf(path?.at(-1) ?? "");
  return (
    path !== undefined &&
    words.at(-1) === "key" &&
    words.length > 1 &&
    !OF_PROGRAM.test(words.at(-2)!) &&
    path.slice(0, -1).some((part) => /^(?:config|configuration|constants|credentials|env|environment|keys|secrets|settings)$/i.test(part))
  );
}

/** What a key is that the program itself reads things by. */
const OF_PROGRAM =
  /^(?:auth|cache|cookie|data|default|file|foreign|group|hash|header|index|item|job|local|lookup|object|param|partition|prefix|primary|public|query|redis|row|s3|search|session|sort|state|storage|store|token|unique|user)$/;

/** `encodeURIComponent(x)`, `String(x)`, `x.toString()` are `x`. */
export function strippedValue(value: Node): Node {
  const inner = unwrap(value);
  if (inner.type !== "CallExpression") return inner;
  const callee = unwrap(inner.callee);
  const argument = inner.arguments[0];
  if (callee.type === "Identifier" && argument && /^(?:encodeURIComponent|encodeURI|String|escape)$/.test(callee.name))
    return strippedValue(argument);
  return callee.type === "MemberExpression" && staticName(callee) === "toString" ? strippedValue(callee.object) : inner;
}

/** `approveLink` in a file that sends mails: whoever has the mail may do that one thing. */
const sendsMail = perFile(({ sourceCode: { text } }) =>
  /\b(?:send_?(?:E-?)?mail|nodemailer|mailer|mailgun|postmark|sendgrid|resend)/i.test(text),
);

function isLink(file: SourceFile, { value, before }: Parameter, own: string): boolean {
  const isOfRequest = outward(value)?.parent.type === "Property";
  // What came with a request and is handed on may be the token of a link.
  const isOfRedirect = inRedirect(file, value) && !sourceOfType(file, value, "request");
  const ignored = isOfRedirect ? OF_REDIRECT : isOfRequest ? OF_FEED : undefined;
  const isOfLink = (text: string): boolean => LINK.test(ignored ? text.replaceAll(ignored, "") : text);
  if ([before, own, pathEnd(file, 3)].some(isOfLink)) return true;
  for (let node: Node | undefined = value; node; node = node.parent) {
    const name =
      node.type === "VariableDeclarator"
        ? referenceName(node.id)
        : node.type === "Property"
          ? staticName(node)
          : isFunction(node)
            ? functionName(node)
            : undefined;
    if (name !== undefined && (isOfLink(name) || (/link$/i.test(name) && sendsMail(file)))) return true;
    if (isFunction(node) && functionName(node) !== undefined) return false;
  }
  return false;
}
