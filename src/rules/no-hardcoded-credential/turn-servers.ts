import { isPlaceholder, isReference } from "../../secrets/values/placeholders.js";
import { isGenericPassword } from "../../secrets/values/weak-passwords.js";
import { siblingsOf, type Surroundings, type TextSite } from "./sites.js";

/** Relays that give everybody the same account, and say so. */
const OPEN_RELAY = /openrelay|viagenie|bistri|anyfirewall|192\.158\.29\.39/i;

/**
 * Why a text is a password: it is the `credential` of `{ urls: "turn:…", username: "…", credential: "…" }`, <https://www.w3.org/TR/webrtc/#rtciceserver-dictionary>.
 *
 * @returns a clause for the message
 */
export function turnCredential({ text }: TextSite, { names, object }: Surroundings): string | undefined {
  if (names.at(-1) !== "credential" || !object) return undefined;
  const beside = siblingsOf(object);
  const address = beside.get("urls") ?? beside.get("url");
  if (!beside.has("username") || (!beside.has("urls") && !beside.has("url")) || beside.get("username") === text) return undefined;
  const says = isPlaceholder(text) || isReference(text) || isGenericPassword(text) || OPEN_RELAY.test(address ?? "");
  return says ? undefined : "`credential` is the password of a TURN server";
}
