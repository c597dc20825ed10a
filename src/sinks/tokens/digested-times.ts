import type { Destination } from "../../ast/destinations.js";
import { textParts } from "../../ast/texts.js";
import { contains, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { nameEvidence } from "../../secrets/names/words.js";

// A digest looks random. Of a value that can be guessed it is guessed, too.

const HASHES = /^(?:md5|sha\d{1,3}|sha_\d{1,3}|update)$/i;

/** Whether a value goes into a hash without a key: `md5(value)`, `createHash("sha1").update(value)`. */
export const isDigested = (places: readonly Destination[]): boolean => places.some(isHashed);

const isHashed = (place: Destination): boolean => place.kind === "argument" && hashes(place.call);

function hashes({ callee: written }: Extract<Destination, { kind: "argument" }>["call"]): boolean {
  const callee = unwrap(written);
  if (!HASHES.test(referenceName(callee) ?? "")) return false;
  for (let node: Node = callee; ;) {
    if (node.type === "MemberExpression") node = unwrap(node.object);
    else if (node.type === "CallExpression") {
      if (/hmac/i.test(referenceName(node.callee) ?? "")) return false;
      node = unwrap(node.callee);
    } else return !/hmac/i.test(referenceName(node) ?? "");
  }
}

/** Whether the time is hashed alone or with what others know: `md5(Date.now())`, `sha1(email + Date.now())`; not with a secret or a random part. */
export function isDigestedTime(time: Node, places: readonly Destination[]): boolean {
  const way = places.slice(0, places.findIndex(isHashed) + 1);
  if (way.length === 0) return false;
  const wholes = way.flatMap(({ kind, node }) =>
    kind === "variable" && node.parent?.type === "VariableDeclarator" && node.parent.init
      ? [node.parent.init as Node]
      : kind === "argument"
        ? [node]
        : [],
  );
  const carriers = new Set(way.map((place) => (place.kind === "variable" ? place.name : undefined)));
  return wholes.every((whole) =>
    textParts(whole).every((part) => contains(part, time) || (part.type === "Identifier" && carriers.has(part.name)) || isKnown(part)),
  );
}

/** What is written, or a plain name that no secret has. */
function isKnown(part: Node): boolean {
  if (part.type === "Literal" || part.type === "TemplateElement") return true;
  if (part.type === "CallExpression")
    return (
      part.callee.type === "MemberExpression" &&
      /^(?:toString|trim|toLowerCase|digest)$/.test(staticName(part.callee) ?? "") &&
      isKnown(unwrap(part.callee.object))
    );
  if (part.type !== "Identifier" && part.type !== "MemberExpression") return false;
  const name = referenceName(part) ?? "";
  return !nameEvidence(name) && !/key|nonce|rand|rnd|salt|secret|seed|uuid/i.test(name);
}
