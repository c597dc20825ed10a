import { literalText, propertyValue } from "../../ast/nodes.js";
import { isPlaceholder, isReference } from "../../secrets/values/placeholders.js";
import { isGenericPassword } from "../../secrets/values/weak-passwords.js";
import type { SourceFile } from "../../source-file.js";
import type { Surroundings } from "./sites.js";
import type { TextSite } from "./text-sites.js";

/** Relays that gave everybody the same account, in lists that are copied to this day. */
const OPEN_RELAY = /viagenie|192\.158\.29\.39|openrelay/i;

/** `"turn:…"`, `TURN_URL`, `turnServer`; not `"/return"`. */
const TURN = /(?<!re)turn|Turn|TURN/;

/**
 * Why a text is a password: it is the `credential` of `{ urls: "turn:…", username: "…", credential: "…" }`, <https://www.w3.org/TR/webrtc/#rtciceserver-dictionary>.
 *
 * @returns a clause for the message
 */
export function turnCredential({ sourceCode }: SourceFile, { text }: TextSite, { names, object }: Surroundings): string | undefined {
  if (names.at(-1) !== "credential" || object?.type !== "ObjectExpression") return undefined;
  const servers = propertyValue(object, "urls") ?? propertyValue(object, "url");
  const user = propertyValue(object, "username");
  const address = servers ? sourceCode.getText(servers).slice(0, MAX_ADDRESSES) : "";
  if (!user || !TURN.test(address) || OPEN_RELAY.test(address)) return undefined;
  // `peerjs` and `peerjsp`, `openrelayproject` twice: an account that everybody may use.
  const name = literalText(user);
  if (name !== undefined && (name.includes(text) || text.includes(name))) return undefined;
  return isPlaceholder(text) || isReference(text) || isGenericPassword(text) ? undefined : "`credential` is the password of a TURN server";
}

const MAX_ADDRESSES = 500;
