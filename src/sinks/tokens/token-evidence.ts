/** Why a made up value is a token: a clause for a message. */
export interface TokenEvidence {
  /** "a one-time code" */
  noun: string;
  /** "`otp` is named as a one-time code" */
  reason: string;
  /** The name speaks of a session. A session id that a page makes for itself mostly counts visits. */
  session: boolean;
}
