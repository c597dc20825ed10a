import type { SecretKind } from "../../kinds.js";

/**
 * Who may read a value of this format:
 * - `secret`: nobody but its owner;
 * - `public`: made to be shipped to browsers, or only a name;
 * - `conditional`: fine or not by what its owner allowed it to do (a Google API key restricted to a site, a webhook URL).
 */
export type Exposure = "secret" | "public" | "conditional";

/** One published format of one provider. */
export interface Provider {
  readonly id: string;
  /** For messages: "a Stripe live secret key" reads well with it. */
  readonly name: string;
  /** Literal parts, as written, one of which stands in every match. Empty when the format has none. */
  readonly hints: readonly string[];
  /** The format itself, without boundaries. A first group, when there is one, is the secret part. */
  readonly format: RegExp;
  readonly kind: SecretKind;
  readonly exposure: Exposure;
  /** Keys of a test mode: still secret, but nothing real hangs on them. */
  readonly testMode?: true;
  /** What a regular expression can't say about a match. */
  readonly verify?: (match: string) => boolean;
  /** Where the provider or a scanner partner says what the format is. */
  readonly docs: string;
}
