import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { constantInitializer, staticString } from "../../ast/static-value.js";
import { wholeText } from "../../ast/texts.js";
import { isCodeLike } from "../../secrets/values/generated-texts.js";
import { runtimeOf } from "../../fix/runtime.js";
import type { SecretKind } from "../../secrets/kinds.js";
import { sourceOfType } from "../../secrets/sources/sources.js";
import { wordsOf } from "../../secrets/names/words.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { Parameter } from "./parameters.js";

/** Keys that every page shows; MoonPay calls the one of its widget so, <https://dev.moonpay.com/v1.0/docs/ramps-sdk-url>. */
export const PUBLIC_VALUE = /public|publishable|site_?key|anon|\bpk_|client_?id$|moonpay_?api_?key$|firebase_?(?:web_?)?api_?key$/i;

/** Google's services that count what is asked, <https://developers.google.com/youtube/v3/determine_quota_cost>, and no page loads. */
const COUNTED = /googleapis\.com\/(?:customsearch|language|youtube)\/|generativelanguage\.googleapis\.com/i;

/** What a build writes into pages. A `key` from there may be one that pages show, as Firebase's; an `api_key` is somebody's all the same. */
export const isBundledKey = (names: string, before: string): boolean => /\b(?:VITE|REACT_APP|GATSBY)_/.test(names) && !COUNTED.test(before);

/** `environment.googleMapsApiKey` of Angular: pages show maps with it. */
export function isMapKeyOfPage(file: SourceFile, value: Node): boolean {
  const ofEnvironment = value.type === "MemberExpression" && referenceName(value.object) === "environment";
  return (
    /(?:^|_)maps?(?:_api)?_key$/.test(wordsOf(referenceName(value) ?? "").join("_")) &&
    (runtimeOf(file) === "browser" || (ofEnvironment && runtimeOf(file) !== "node" && !sourceOfType(file, value, "environment")))
  );
}

/** `script.src = `https://maps.example.com/?apikey=${key}``, `<script src={…}>`: every page shows it. */
export function isOfScript(file: SourceFile, value: Node): boolean {
  let place = outward(wholeText(value));
  if (place?.parent.type === "JSXExpressionContainer") place = outward(place.parent);
  const { parent, child } = place ?? {};
  if (parent?.type === "JSXAttribute") {
    const { name } = parent.parent as TSESTree.JSXOpeningElement;
    return parent.name.name === "src" && name.type === "JSXIdentifier" && /^script$/i.test(name.name);
  }
  if (parent?.type !== "AssignmentExpression" || parent.right !== child || parent.left.type !== "MemberExpression") return false;
  const element = unwrap(parent.left.object);
  const made = element.type === "Identifier" ? constantInitializer(file.sourceCode, element) : undefined;
  return staticName(parent.left) === "src" && made?.type === "CallExpression" && literalText(made.arguments[0]) === "script";
}

/** `https://weather.example.com/?key=${config.key}`: the key that the program is set up with. */
export const isKeyOfService = (value: Node, before: string): boolean =>
  /^["'`]?https?:\/\/[\w.-]{3,100}\//.test(before) &&
  value.type === "MemberExpression" &&
  (staticName(value) === "key" || isNameOfHost(staticName(value), before)) &&
  /^(?:config|configuration|credentials|env|keys|secrets|settings)$/i.test(referenceName(value.object) ?? "");

/** `voicerss` of `settings.voicerss` for `http://api.voicerss.org/`. */
const isNameOfHost = (name: string | undefined, address: string): boolean =>
  name !== undefined && name.length > 3 && /^[^/]*\/\/([^/?#]*)/.exec(address)?.[1]?.split(".").at(-2) === name.toLowerCase();

/** OpenWeather calls its key `appid`, <https://openweathermap.org/appid>; elsewhere an id of that name is public, unless what stands there is called a key. */
export const isWeatherKey = (file: SourceFile, { name, before }: Parameter, value: Node): boolean =>
  /^app_?id$/i.test(name) &&
  !/id$/i.test(referenceName(value) ?? "") &&
  (/openweather/i.test(before) || /^(?:\w{1,40}_)?key$|Key$/i.test(referenceName(value) ?? "") || isKeyOfApi(file, value, before));

/** `pixabayKey` for `https://pixabay.com/…`: named after whom it opens. */
export function isKeyOfHost({ name, before }: Parameter, own: string): boolean {
  if (!/^(?:(?:access|api|app|auth|subscription)?[-_]?key|app_?id|token)$/i.test(name)) return false;
  const domain = /^["'`]?https?:\/\/(?:[\w-]{1,60}\.){0,5}([\w-]{1,60})\.[a-z]{2,10}(?![\w.-])/i.exec(before)?.[1]?.toLowerCase();
  const [last, ...rest] = wordsOf(own).toReversed();
  return (
    domain !== undefined &&
    last === "key" &&
    rest.some((word) => word.length > 3 && domain.startsWith(word) && !/^(?:amplitude|avatar|mixpanel|pusher)$/.test(word))
  );
}

/** `process.env.SEND_KEY` where a key of an API is expected: `?key=`, `?sendkey=`, `?preview_key=` of `CMS_PREVIEW_KEY`; not `?sortkey=`. */
export const isKeyOfEnvironment = (name: string, variable: string | undefined): boolean =>
  /(?:^|_)(?:KEY$|API_?KEY_(?!(?:HEADER|ID|NAME)$))/.test(variable ?? "") &&
  !OF_PROGRAM.test(wordsOf(variable!).at(-2) ?? "") &&
  (/^(?:(?:access|app|auth|push|send|subscription)[-_]?)?k(?:ey)?$/i.test(name) || isNameOfKey(wordsOf(name), wordsOf(variable!)));

/** `preview_key` of `CMS_PREVIEW_KEY`: what the key opens. Boards, sheets and templates have keys that only name them. */
const isNameOfKey = (name: readonly string[], variable: readonly string[]): boolean =>
  name.length > 1 && name.at(-1) === "key" && OPENED.test(name.at(-2)!) && name.every((word) => variable.includes(word));

const OPENED = /^(?:access|admin|api|deploy|master|preview|private|secret|server|service)$/;

/** Google's web services for places, routes and the list of fonts answer servers, `…/maps/api/geocode/json`; pages load scripts, tiles and pictures. */
const MAP_SERVICE = /\/maps\/api\/[a-z/]{1,40}\/(?:json|xml)\b|googleapis\.com\/webfonts\/v1\/webfonts\?/i;
export const isServersMapKey = (file: SourceFile, value: Node, before: string): boolean => {
  if (!MAP_SERVICE.test(before) || runtimeOf(file) === "browser") return false;
  const variable = sourceOfType(file, value, "environment")?.name;
  return variable ? !PUBLIC_VALUE.test(variable) : runtimeOf(file) === "node";
};

const mentionsShopify = perFile(({ sourceCode: { text } }) => /shopify/i.test(text));

/** What Shopify calls the API key of an app is its client id, which stands in addresses of shops. */
export const isClientIdOfShopify = (file: SourceFile, kind: SecretKind | undefined, before: string): boolean =>
  kind === "apiKey" && mentionsShopify(file) && !/https?:\/\/(?!\w{0,60}\.?(?:my)?shopify)[\w-]{1,60}\./i.test(before);

/** `config.url`, `service.apiHost`, `settings.base_uri`. */
const ADDRESS = /\b([\w$]{1,60})\.(?:api|base)?_?(?:ur[il]|host|endpoint)\b/gi;

/** A constant that holds what a generator made; `api.key`; `config.key` for the address that `config` holds, too. */
export function isKeyOfApi(file: SourceFile, value: Node, before: string): boolean {
  if (value.type === "Identifier") return isCodeLike(staticString(file.sourceCode, value) ?? "");
  if (value.type !== "MemberExpression") return false;
  const owner = referenceName(value.object) ?? "";
  // apiKeys.google
  if (/^api_?keys?$/i.test(owner)) return true;
  if (staticName(value) !== "key") return false;
  if (/^apis?$|Api$|^api(?:Config|Settings|Options)$/.test(owner)) return true;
  // api.weather.key: of one of several, where the address is not one of the program's own
  if (dottedPath(value)?.[0] === "api" && (before === "" || before.includes("://"))) return true;
  return /config|settings|options|service|provider/i.test(owner) && [...before.matchAll(ADDRESS)].some(([, each]) => each === owner);
}

/** `config.placesKey`, `sails.config.constants.googlePlacesKey`: the key of a service that the program is set up with. */
export function isConfiguredKey(value: Node): boolean {
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
  /^(?:active|auth|cache|column|cookie|current|data|default|document|entity|event|feature|field|file|foreign|form|group|hash|header|i18n|idempotency|index|issue|item|job|language|local|locale|lookup|menu|message|node|object|page|param|partition|prefix|primary|project|public|query|record|redis|route|row|s3|search|selected|session|sort|state|storage|store|tab|theme|token|translation|unique|user|view)$/;
