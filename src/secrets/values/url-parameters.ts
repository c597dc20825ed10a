import type { EncodedSecret } from "./encoded.js";
import { looksRandom } from "./entropy.js";
import type { SecretKind } from "../kinds.js";
import { isPlaceholder } from "./placeholders.js";
import { isSpecimen } from "./specimens.js";
import { nameEvidence } from "../names/words.js";

/** A key that is written into the query of a URL: `…/weather?q=Oslo&appid=…`. */
export interface UrlParameter extends EncodedSecret {
  readonly kind: SecretKind;
  /** Of the parameter, as the text writes it. */
  readonly parameter: string;
}

/** Addresses of maps, fonts, badges and scripts, whose keys every page shows, and of IndexNow, whose key is a file of the site. */
export const PUBLIC_HOST =
  /\/indexnow\?|maps\.google|\/maps\/api|mapbox|webapi\.amap\.com|\/webfonts\/|zdassets\.com|maptiler|stadiamaps|thunderforest|\.tile\.|\/badge|\/sdk\.js|\.js\?/i;

const PARAMETER = /[?&]([A-Za-z][\w.-]{0,39})=((?:[\w~.-]|%[\dA-Fa-f]{2}){8,128})(?![\w~.%-])/g;
const MAX_ADDRESS = 300;
/** OMDb gives out keys of eight digits, <https://www.omdbapi.com/apikey.aspx>. */
const OMDB = /omdbapi/i;
const SHORT_HEX = /^(?=.*\d)[\da-f]{8}$/;
const KINDS: ReadonlySet<SecretKind> = new Set<SecretKind>(["apiKey", "authorization", "password", "secretKey", "token"]);
/** Stripe's, Clerk's and IEX Cloud's keys for pages. ClickUp's tokens begin alike, <https://developer.clickup.com/docs/authentication>. */
const PUBLISHABLE = /^T?pk_(?:live_|test_|[\da-f]{32}$)/i;
/** Presigned addresses, and the key URIs of authenticator apps. */
const SIGNED = /otpauth:|x-amz|x-goog/i;
/** Parts of links that open one thing once. Their token does so, an API key in them does not. */
const ONE_TIME = /reset|verif(?!ier)|confirm|activat|invit|unsubscri|magic|recover|\bpreview/i;

/** `?user=shop&pass=fishbowl7`: what a gateway is signed in to with. */
const isPasswordOf = (value: string, address: string): boolean =>
  /\d/.test(value) &&
  /[a-z]/i.test(value) &&
  !isPlaceholder(value) &&
  /https?:\/\/.{0,200}[?&](?:\w{0,20}_)?(?:account|e?mail|id|login|user(?:_?(?:id|name))?)=[^&]/i.test(address);

/** What OpenWeather calls its key, <https://openweathermap.org/appid>. */
export const OPEN_WEATHER = /^app_?id$/i;

/** The first parameter of a URL in a text that is named as a key and holds what a generator made; undefined when there is none. */
export function findUrlParameter(text: string, around = text): UrlParameter | undefined {
  const address = around.slice(0, MAX_ADDRESS);
  if (!text.includes("=") || PUBLIC_HOST.test(address)) return undefined;
  for (const match of text.matchAll(PARAMETER)) {
    const [, parameter = "", value = ""] = match;
    const named = OPEN_WEATHER.test(parameter) && /openweather/i.test(address) ? { kind: "apiKey" as const } : nameEvidence(parameter);
    const isRandom =
      value.length < 16
        ? named?.kind === "apiKey" && OMDB.test(address) && SHORT_HEX.test(value)
        : looksRandom(value.replaceAll(/%[\dA-Fa-f]{2}/g, "-"));
    if (
      !named ||
      !KINDS.has(named.kind) ||
      !(isRandom || (named.kind === "password" && isPasswordOf(value, address))) ||
      isSpecimen(value) ||
      PUBLISHABLE.test(value) ||
      SIGNED.test(address) ||
      (named.kind !== "apiKey" && ONE_TIME.test(address))
    )
      continue;
    const start = match.index + match[0].length - value.length;
    return {
      id: `url-${named.kind}`.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      name: "URL with a key in its query",
      exposure: "secret",
      kind: named.kind,
      parameter,
      start,
      end: start + value.length,
    };
  }
  return undefined;
}
