import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";

/** Whether a text, hashed under these names, is the password of somebody: `password: hashPassword("…")`. */
export function isStoredPassword({ settings }: SourceFile, names: readonly string[], text: string): boolean {
  const named = nameEvidence(names.at(-1), settings);
  return named?.strength === "strong" && /^password(?:Hash)?$/.test(named.kind) && !isForNobody([...names, text]);
}

/** `DUMMY_HASH`: hashed for somebody who does not exist, so that the answer takes as long, or for a measurement. */
export const isForNobody = (names: readonly string[]): boolean =>
  names.some((name) =>
    wordsOf(name).some((word) =>
      /^(?:bench|benchmark|bogus|decoy|dummy|example|fake|invalid|mock|nobody|nonexistent|placeholder|probe|sample|test|timing|unused|warmup)$/.test(
        word,
      ),
    ),
  );
