import { isNumbered } from "../../secrets/literals/chosen-texts.js";
import { hasRandomPart, isCodeLike } from "../../secrets/values/generated-texts.js";
import { isPlaceholder, isReference } from "../../secrets/values/placeholders.js";
import { isSpecimen } from "../../secrets/values/specimens.js";
import { isEmulatorKey } from "../../secrets/values/values.js";
import { isTriedOut } from "../../secrets/values/weak-passwords.js";
import type { ConsumedLiteral } from "../../sinks/credentials/credential-consumer.js";

/** Keys of published protocols: Telegram's Web App data, SCRAM (RFC 5802). */
const PROTOCOL_KEYS = new Set(["WebAppData", "Client Key", "Server Key", "Bitcoin seed", "ed25519 seed"]);

/** Nobody calls a thing so: `Njc4.ferry-and-quay.q0Zz`. */
const LONG = /^(?=\D{0,199}\d)[\w~.+/=:-]{16,200}$/;

/** Whether a text that a library takes as a credential is one. */
export function accepts({ consumer }: ConsumedLiteral, text: string): boolean {
  if (PROTOCOL_KEYS.has(text) || /^\$?\{.*\}$|^<.*>$|\$\{|\{\{|-----BEGIN (?:CERTIFICATE|(?:RSA )?PUBLIC KEY)/s.test(text)) return false;
  if (consumer.use === "checks") return true;
  if (isPlaceholder(text) || isReference(text) || text.startsWith("urn:") || isEmulatorKey(text)) return false;
  if (consumer.signsIn && isTriedOut(text)) return false;
  return (
    consumer.kind === "password" || isCodeLike(text) || hasRandomPart(text) || isNumbered(text) || (LONG.test(text) && !isSpecimen(text))
  );
}
