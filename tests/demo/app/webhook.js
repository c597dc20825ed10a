import { createHmac } from "node:crypto";
import { webhookSecret } from "./config.js";

/** True when the payment provider itself sent this body. */
export function isGenuine(body, signature) {
  const expected = createHmac("sha256", webhookSecret).update(body).digest("hex");
  return signature === expected;
}
