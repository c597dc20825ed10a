import { createRule } from "../create-rule.js";
import type { listenersFor } from "../listeners.js";
import { noFastHashPassword } from "./no-fast-hash-password.js";
import { noHardcodedCredential } from "./no-hardcoded-credential.js";
import { noMathRandomForTokens } from "./no-math-random-for-tokens.js";
import { noPlainEqualsSecret } from "./no-plain-equals-secret.js";
import { noSecretInLog } from "./no-secret-in-log.js";
import { noSecretInUrlQuery } from "./no-secret-in-url-query.js";

/**
 * All rules by id. Ids are for ever: suppression files key on them.
 *
 * @param loadListeners see `createRule`
 */
export const createRules = (loadListeners: () => typeof listenersFor) => ({
  "no-fast-hash-password": createRule(noFastHashPassword, loadListeners),
  "no-hardcoded-credential": createRule(noHardcodedCredential, loadListeners),
  "no-math-random-for-tokens": createRule(noMathRandomForTokens, loadListeners),
  "no-plain-equals-secret": createRule(noPlainEqualsSecret, loadListeners),
  "no-secret-in-log": createRule(noSecretInLog, loadListeners),
  "no-secret-in-url-query": createRule(noSecretInUrlQuery, loadListeners),
});
