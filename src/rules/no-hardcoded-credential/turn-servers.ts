import { isPlaceholder, isReference } from "../../secrets/values/placeholders.js";
import { isGenericPassword } from "../../secrets/values/weak-passwords.js";
import { siblingsOf, type Surroundings } from "./sites.js";
import { type TextSite } from "./text-sites.js";

/** A relay that gave everybody the same account, in lists that are copied to this day. */
const OPEN_RELAY = /viagenie/i;

/**
 * Why a text is a password: it is the `credential` of `{ urls: "turn:…", username: "…", credential: "…" }`, <https://www.w3.org/TR/webrtc/#rtciceserver-dictionary>.
 *
 * @returns a clause for the message
 */
export function turnCredential({ text }: TextSite, { names, object }: Surroundings): string | undefined {
  if (names.at(-1) !== "credential" || !object) return undefined;
  const beside = siblingsOf(object);
  const address = beside.get("urls") ?? beside.get("url");
  const user = beside.get("username");
  // `peerjs` and `peerjsp`, `openrelayproject` twice: an account that everybody may use.
  if (user !== undefined && (user.includes(text) || text.includes(user))) return undefined;
  if (!beside.has("username") || (!beside.has("urls") && !beside.has("url"))) return undefined;
  const says = isPlaceholder(text) || isReference(text) || isGenericPassword(text) || OPEN_RELAY.test(address ?? "");
  return says ? undefined : "`credential` is the password of a TURN server";
}
