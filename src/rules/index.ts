import { createRule } from "../create-rule.js";
import type { visit } from "../visit.js";
import { noFastHashPassword } from "./no-fast-hash-password.js";
import { noHardcodedCredential } from "./no-hardcoded-credential.js";
import { noMathRandomForTokens } from "./no-math-random-for-tokens.js";
import { noPlainEqualsSecret } from "./no-plain-equals-secret.js";
import { noSecretInLog } from "./no-secret-in-log.js";
import { noSecretInUrlQuery } from "./no-secret-in-url-query.js";

/**
 * All rules by id. Ids are for ever: suppression files key on them.
 *
 * @param loadVisit see `createRule`
 */
export const createRules = (loadVisit: () => typeof visit) => ({
  "no-fast-hash-password": createRule(noFastHashPassword, loadVisit),
  "no-hardcoded-credential": createRule(noHardcodedCredential, loadVisit),
  "no-math-random-for-tokens": createRule(noMathRandomForTokens, loadVisit),
  "no-plain-equals-secret": createRule(noPlainEqualsSecret, loadVisit),
  "no-secret-in-log": createRule(noSecretInLog, loadVisit),
  "no-secret-in-url-query": createRule(noSecretInUrlQuery, loadVisit),
});
