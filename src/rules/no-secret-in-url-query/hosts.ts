import type { HostCredential } from "../../settings.js";

/** Domains whose documentation names the header for a query parameter. */
const HEADERS: readonly (readonly [domain: string, credential: HostCredential])[] = [
  // https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api
  ["api.github.com", { param: "access_token", header: "Authorization", scheme: "Bearer" }],
  // https://hunter.io/api-documentation/v2
  ["api.hunter.io", { param: "api_key", header: "X-Api-Key" }],
  // https://polygon.io/docs/rest/quickstart
  ["api.polygon.io", { param: "apiKey", header: "Authorization", scheme: "Bearer" }],
  // https://spoonacular.com/food-api/docs#Authentication
  ["api.spoonacular.com", { param: "apiKey", header: "X-Api-Key" }],
  // https://twelvedata.com/docs#authentication
  ["api.twelvedata.com", { param: "apikey", header: "Authorization", scheme: "apikey" }],
  // https://finnhub.io/docs/api/authentication
  ["finnhub.io", { param: "token", header: "X-Finnhub-Token" }],
  // https://ipinfo.io/developers
  ["ipinfo.io", { param: "token", header: "Authorization", scheme: "Bearer" }],
  // https://coinmarketcap.com/api/documentation/v1/#section/Authentication
  ["pro-api.coinmarketcap.com", { param: "CMC_PRO_API_KEY", header: "X-CMC_PRO_API_KEY" }],
  // https://api.data.gov/docs/developer-manual/
  ["api.nasa.gov", { param: "api_key", header: "X-Api-Key" }],
  ["developer.nrel.gov", { param: "api_key", header: "X-Api-Key" }],
  // https://cloud.google.com/docs/authentication/api-keys-use#using-with-rest
  ["googleapis.com", { param: "key", header: "X-Goog-Api-Key" }],
  // https://cloud.google.com/docs/authentication/rest
  ["googleapis.com", { param: "access_token", header: "Authorization", scheme: "Bearer" }],
  // https://developers.facebook.com/docs/graph-api/guides/secure-requests
  ["graph.facebook.com", { param: "access_token", header: "Authorization", scheme: "Bearer" }],
  // https://newsapi.org/docs/authentication
  ["newsapi.org", { param: "apiKey", header: "X-Api-Key" }],
  // https://docs.slack.dev/apis/web-api/
  ["slack.com", { param: "token", header: "Authorization", scheme: "Bearer" }],
];

/** Domains whose documentation names the query alone for such a key. */
const QUERY_ONLY: readonly string[] = [
  "ambientweather.net",
  "api.data.gov.in",
  "api.etherscan.io",
  "api.giphy.com",
  "api.mapbox.com",
  "api.nytimes.com",
  "api.opencagedata.com",
  "api.openweathermap.org",
  "api.rawg.io",
  "api.steampowered.com",
  "api.themoviedb.org",
  "api.trello.com",
  "api.tumblr.com",
  "api.waqi.info",
  "api.weatherapi.com",
  "api.weatherbit.io",
  "app.ticketmaster.com",
  "graph.qq.com",
  "maps.googleapis.com",
  "oapi.dingtalk.com",
  "pixabay.com",
  "serpapi.com",
  "weixin.qq.com",
  "ws.audioscrobbler.com",
  "www.alphavantage.co",
  "www.omdbapi.com",
];

/** Addresses that take the form of a POST request, and no header, by their documentation. */
const FORMS: readonly RegExp[] = [
  // https://developers.google.com/recaptcha/docs/verify
  /^(?:www\.)?(?:google\.com|recaptcha\.net)\/recaptcha\/api\/siteverify$/,
  // https://docs.hcaptcha.com/#verify-the-user-response-server-side
  /^(?:api\.)?hcaptcha\.com\/siteverify$/,
  // https://developers.cloudflare.com/turnstile/get-started/server-side-validation/
  /^challenges\.cloudflare\.com\/turnstile\/v0\/siteverify$/,
  // https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
  /^github\.com\/login\/oauth\/access_token$/,
  // https://developers.google.com/identity/protocols/oauth2/web-server#exchange-authorization-code
  /^(?:oauth2\.googleapis\.com\/token|accounts\.google\.com\/o\/oauth2\/token|www\.googleapis\.com\/oauth2\/v[34]\/token)$/,
  // https://docs.slack.dev/reference/methods/oauth.v2.access
  /^slack\.com\/api\/oauth(?:\.v2)?\.access$/,
];

/** The host of an absolute address that is written out at least to the end of its host, in lower case. */
export const hostOf = (address: string | undefined): string | undefined =>
  /^https?:\/\/([\w.-]+)(?::\d+)?(?:[/?#]|$)/.exec(address ?? "")?.[1]?.toLowerCase();

/** `"query"`: the host is known to take such a secret nowhere else. */
export function knownHeader(host: string, param: string): HostCredential | "query" | undefined {
  if (QUERY_ONLY.some((domain) => isOf(host, domain))) return "query";
  const known = HEADERS.filter(([domain]) => isOf(host, domain));
  return known.length === 0 ? undefined : (known.find(([, credential]) => credential.param === param)?.[1] ?? "query");
}

const isOf = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** Whether what is behind an address wants the secret in the form of a POST request. */
export function takesForm(address: string | undefined): boolean {
  const place = /^https:\/\/([^?#]{1,200})(?:[?#]|$)/.exec(address ?? "")?.[1];
  return place !== undefined && FORMS.some((form) => form.test(place.toLowerCase()));
}
