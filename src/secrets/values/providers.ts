import { ai } from "./providers/ai.js";
import { cloud } from "./providers/cloud.js";
import { code } from "./providers/code.js";
import { data } from "./providers/data.js";
import { messaging } from "./providers/messaging.js";
import { payments } from "./providers/payments.js";
import type { Provider } from "./providers/provider.js";

export type { Exposure, Provider } from "./providers/provider.js";

/** All formats. Order decides between formats that fit the same text: the more special one stands first. */
export const providers: readonly Provider[] = [...messaging, ...ai, ...cloud, ...code, ...payments, ...data];

export interface ProviderMatch {
  readonly provider: Provider;
  /** The secret part. */
  readonly value: string;
  /** Where the secret part stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** No format is shorter than a Razorpay key id. */
const MIN_LENGTH = 20;

// `-` and `+` join: a key does not start in the middle of a kebab-case name or of base64 text.
const BEFORE = "(?<![\\w+-])";
const AFTER = "(?![\\w+-])";

const bounded = new Map<Provider, RegExp>();

/** Built when it is first wanted: most formats never are, and loading the plugin should cost nothing. */
function boundedFormat(provider: Provider): RegExp {
  let pattern = bounded.get(provider);
  if (!pattern) bounded.set(provider, (pattern = new RegExp(`${BEFORE}(?:${provider.format.source})${AFTER}`, provider.format.flags)));
  return pattern;
}

const escape = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");

const hints = new Set(providers.flatMap((provider) => provider.hints));
const shapes = providers.filter((provider) => provider.hints.length === 0).map((provider) => provider.format.source);
const anyHint = new RegExp([...[...hints].map(escape), ...shapes].join("|"));

/** By ASCII code, what a key is written with. Every format has a hint in a stretch of such characters; prose and most names are shorter. */
const inWord = Uint8Array.from({ length: 128 }, (_, code) => Number(/[\w!$%+./:=@|~-]/.test(String.fromCharCode(code))));

const isInWord = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code < 128 && inWord[code] === 1;
};

/** Cheap test: `false` proves that no provider's format stands in the text. For a literal or for a whole file. */
export function mayHoldProviderKey(text: string): boolean {
  // A stretch that is long enough covers one of the places that are looked at; most of prose and code is passed over.
  for (let at = MIN_LENGTH - 1; at < text.length; at += MIN_LENGTH) {
    if (!isInWord(text, at)) continue;
    let start = at;
    while (start > 0 && isInWord(text, start - 1)) start--;
    while (at < text.length && isInWord(text, at)) at++;
    if (at - start >= MIN_LENGTH && anyHint.test(text.slice(start, at))) return true;
  }
  return false;
}

/**
 * The first match of every format that stands in `text`, in table order; at most one per place.
 * A key is found inside longer text (a header, a URL, an INI file), not inside a longer word.
 */
export function findProviders(text: string): ProviderMatch[] {
  if (!mayHoldProviderKey(text)) return [];
  const matches: ProviderMatch[] = [];
  for (const provider of providers) {
    if (provider.hints.length > 0 && !provider.hints.some((hint) => text.includes(hint))) continue;
    const match = boundedFormat(provider).exec(text);
    if (!match || provider.verify?.(match[0]) === false) continue;
    const value = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(value);
    if (matches.some((known) => start < known.end && known.start < start + value.length)) continue;
    matches.push({ provider, value, start, end: start + value.length });
  }
  return matches;
}
