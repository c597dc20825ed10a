/** A whole object that holds secrets among other things. */
export interface Holder {
  /** A clause for a message: "`req.body` holds `password` (line 3)". */
  reason: string;
  /** The names of what it holds, as far as the code tells. */
  names: readonly string[];
}
