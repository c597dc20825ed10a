import { hasRandomPart } from "../../secrets/values/generated-texts.js";
import { shownName } from "../../secrets/masking.js";
import { isSpecimen } from "../../secrets/values/specimens.js";
import type { TextSite } from "./text-sites.js";

const MAX_TEXT = 8192;
const MIN_VALUE = 16;
/** Cookies that say who somebody is: `connect.sid`, `SESSDATA`, `user_token`, `_passport_auth`. */
const SESSION = /sess|(?:^|[._-])sid$|token|auth|jwt|ticket|passport|remember|\.sig$/i;
/** They only go along with a session, or count visits. */
const OTHER = /csrf|xsrf|^_?_ga|^__utm|^_gid|consent/i;

/**
 * Why a text under the name of a cookie is the session of somebody: it is a `Cookie` header, `name=value; name=value`, and one of the names is that
 * of a session and has a value that looks generated.
 *
 * @returns a clause for the message
 */
export function holdsSession({ text }: TextSite, names: readonly string[]): string | undefined {
  const name = names.at(-1);
  if (name === undefined || !/cookies?$/i.test(name) || names.includes("document") || text.length > MAX_TEXT || !text.includes("="))
    return undefined;
  return text.split(/;\s*/).some(isSession) ? `${shownName(name)} holds the session of somebody who signed in` : undefined;
}

function isSession(pair: string): boolean {
  const at = pair.indexOf("=");
  const name = pair.slice(0, at).trim();
  const value = pair.slice(at + 1).trim();
  return at > 0 && SESSION.test(name) && !OTHER.test(name) && value.length >= MIN_VALUE && hasRandomPart(value) && !isSpecimen(value);
}
