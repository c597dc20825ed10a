import { noFastHashPassword } from "./no-fast-hash-password.js";
import { noHardcodedCredential } from "./no-hardcoded-credential.js";
import { noMathRandomForTokens } from "./no-math-random-for-tokens.js";
import { noPlainEqualsSecret } from "./no-plain-equals-secret.js";
import { noSecretInLog } from "./no-secret-in-log.js";
import { noSecretInUrlQuery } from "./no-secret-in-url-query.js";

/** All rules by id. Ids are for ever: suppression files key on them. */
export const rules = {
  "no-fast-hash-password": noFastHashPassword,
  "no-hardcoded-credential": noHardcodedCredential,
  "no-math-random-for-tokens": noMathRandomForTokens,
  "no-plain-equals-secret": noPlainEqualsSecret,
  "no-secret-in-log": noSecretInLog,
  "no-secret-in-url-query": noSecretInUrlQuery,
} as const;
