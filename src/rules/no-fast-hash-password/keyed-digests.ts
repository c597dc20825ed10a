import { destinationsOf } from "../../ast/destinations.js";
import { referenceName, type Node } from "../../ast/nodes.js";
import { staticString } from "../../ast/static-value.js";
import { evidenceOfKind } from "../../secrets/evidence.js";
import { sourceOfType } from "../../secrets/sources/sources.js";
import { nameEvidence } from "../../secrets/names/words.js";
import type { HashSink } from "../../sinks/hashes/hash-functions.js";
import { isOfClient } from "./digest-places.js";
import { hashedParts } from "../../sinks/hashes/named-hashes.js";
import type { SourceFile } from "../../source-file.js";

/**
 * Whether an HMAC depends on nothing but its key: `createHmac("sha256", user.password).digest("hex")`, also with a literal or a setting that is
 * hashed, where the key holds a password or the digest is kept as one. The key is then what is hashed, and in any case where nothing else is.
 */
export function isOfKeyOnly(file: SourceFile, { key, data, result, inOnePiece }: HashSink): boolean {
  if (!key || !result || !data.every((each) => isOneForAll(file, each))) return false;
  if (data.length === 0) return inOnePiece;
  if (
    !data.some((each) => isOfScram(file, each)) &&
    hashedParts(file, key).some((part) => evidenceOfKind(file, part, "password")?.basis === "name" && !isOfClient(referenceName(part)))
  )
    return true;
  return destinationsOf(file.sourceCode, result)
    .slice(0, 3)
    .some((place) => {
      const kind = place.kind === "property" || place.kind === "variable" ? nameEvidence(place.name, file.settings)?.kind : undefined;
      return kind === "password" || kind === "passwordHash";
    });
}

/** The two texts that are keyed with a password in RFC 5802. */
const isOfScram = ({ sourceCode }: SourceFile, data: Node): boolean =>
  /^(?:Client|Server) Key$/i.test(staticString(sourceCode, data) ?? "");

/** A literal, a constant, a variable of the environment: `APP_KEY`; not `DEFAULT_PASSWORD`, which is what is hashed. */
const isOneForAll = (file: SourceFile, data: Node): boolean =>
  staticString(file.sourceCode, data) !== undefined ||
  ((/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(referenceName(data) ?? "") || sourceOfType(file, data, "environment") !== undefined) &&
    evidenceOfKind(file, data, "password") === undefined);
