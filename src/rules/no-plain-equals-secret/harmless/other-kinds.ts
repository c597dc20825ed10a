import { referenceName, staticName } from "../../../ast/nodes.js";
import { VERBS } from "../../../secrets/names/lexicon.js";
import { nameEvidence, wordsOf } from "../../../secrets/names/words.js";
import type { Side } from "../sides/sides.js";

/** Last words of names that tell things apart and prove nothing. */
export const TELLS_APART = new Set([
  "algorithm",
  "char",
  "character",
  "email",
  "field",
  "format",
  "host",
  "id",
  "ids",
  "index",
  "kind",
  "label",
  "length",
  "letter",
  "mode",
  "name",
  "path",
  "provider",
  "role",
  "scheme",
  "scope",
  "size",
  "status",
  "strategy",
  "type",
  "url",
  "uri",
  "user",
  "username",
  "version",
]);

/** What is asked for may be kept secret: `req.url === "/hook/" + config.token`. */
export const isSecretPath = (side: Side, other: Side): boolean =>
  side.standing === "given" &&
  other.standing === "proven" &&
  /url$/i.test(referenceName(side.node) ?? "") &&
  /^(?:BinaryExpression|TemplateLiteral)$/.test(other.node.type);

/** `coupon.code`, `commit.hash`: the owner says of what kind it is, as `couponCode` would; `req.body.hash` is of no body. */
export function isOfOther({ node, strength }: Side): boolean {
  const name = node.type === "MemberExpression" && strength === "weak" ? staticName(node) : undefined;
  const owner = node.type === "MemberExpression" ? wordsOf(referenceName(node.object) ?? "").at(-1) : undefined;
  return (
    owner !== undefined &&
    !VERBS.has(owner) &&
    !/^(?:body|params|payload|query)$/.test(owner) &&
    /^(?:code|hash)$/.test(wordsOf(name ?? "").join(" ")) &&
    nameEvidence(`${owner}_${name}`) === undefined
  );
}
