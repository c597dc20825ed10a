import { KIND_NAMES } from "../../secrets/evidence.js";
import type { Credential } from "../../secrets/literals/credential.js";
import { shownName } from "../../secrets/masking.js";
import { classifyValue, type ValueEvidence } from "../../secrets/values/values.js";

/** Why a text, called `what`, is a credential: a clause without the text. */
export function reasonOf({ value, kind, name }: Credential, what: string): string {
  return value ? `the ${what} ${formatOf(value)}` : `${shownName(name, "this name")} is named as ${KIND_NAMES[kind]} and holds a ${what}`;
}

const formatOf = ({ provider, kind }: ValueEvidence): string => `has the format of ${article(provider ?? KIND_NAMES[kind])}`;

/** Why a comment's text holds a live secret; undefined when it holds none. */
export function commentReason(text: string): string | undefined {
  const value = classifyValue(text);
  return value?.live && value.exposure === "secret" && !/^jwt$|^basic-authorization$|-password$/.test(value.id)
    ? `it ${formatOf(value)}`
    : undefined;
}

const article = (noun: string): string =>
  /^(?:an? |the |credentials)/.test(noun) ? noun : `${/^[aeio]/i.test(noun) || /^(?:npm|SSH|X[A-Z])/.test(noun) ? "an" : "a"} ${noun}`;
