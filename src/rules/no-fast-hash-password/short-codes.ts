import { destinationsOf } from "../../ast/destinations.js";
import { originsOf } from "../../ast/origins.js";
import { dottedPath, enclosingFunctions, functionName, literalText, referenceName, type Node } from "../../ast/nodes.js";
import { shownName } from "../../secrets/masking.js";
import { wordsOf } from "../../secrets/names/words.js";
import type { HashSink } from "../../sinks/hashes/hash-functions.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { comparedWith, comparisonReason, destinationReason, isOfOneRecord } from "./digest-places.js";
import { isSalt } from "./hashing-functions.js";

const lastWord = (node: Node): string | undefined => wordsOf(referenceName(node) ?? "").at(-1);

/**
 * A PIN or passcode among what is hashed, and why it is a short password: its hash is kept, `pinHash = sha256(pin)`. One that is sent once is a
 * code; passcodes that are kept are salted.
 */
export function keptCode(file: SourceFile, sink: HashSink, parts: readonly Node[]): { reason: string; part: Node } | undefined {
  const pin = parts.find((part) => lastWord(part) === "pin");
  const reason = pin && pinReason(file, sink);
  if (reason !== undefined) return { reason, part: pin! };
  const passcode = parts.find((part) => lastWord(part) === "passcode");
  if (!passcode || expires(file, sink)) return undefined;
  if ([...parts, ...(sink.key ? [sink.key] : [])].some(isSalt)) return { reason: "it is hashed with a salt", part: passcode };
  return !passesSoon(file) && isKeptAsPasscode(file, sink)
    ? { reason: "the digest is what a passcode is checked against", part: passcode }
    : undefined;
}

/** What is said of codes that are sent and then forgotten. */
const passesSoon = perFile(({ sourceCode: { text } }) =>
  /expir|one_?time|\botp|\bsms|attempts|send_?(?:code|e?mail)|valid_?(?:until|till)|\bttl\b/i.test(text),
);

/** `locks.insert({ passcode: sha256(passcode) })`, `lock.passcode = sha256(passcode)`, `sha256(passcode) === stored` */
function isKeptAsPasscode(file: SourceFile, sink: HashSink): boolean {
  const isName = (name: string | undefined): boolean => /pass_?code(?:_?hash)?$|^(?:known|saved|stored)/i.test(name ?? "");
  return (
    (sink.result && comparedWith(file, sink.result).some((stored) => isName(referenceName(stored)) && !isOfCache(file, stored))) ||
    destinationsOf(file.sourceCode, sink.result ?? sink.call)
      .slice(0, 2)
      .some((place) => place.kind === "property" && isName(place.name) && isOfOneRecord(place.node))
  );
}

/** `stored` of `const stored = await cache.get(phone)`: what is kept there is gone soon. */
const isOfCache = ({ sourceCode }: SourceFile, stored: Node): boolean =>
  originsOf(sourceCode, stored).some(
    ({ node }) =>
      node.type === "CallExpression" &&
      (dottedPath(node.callee) ?? []).some((name) => wordsOf(name).some((word) => /^(?:cache|redis)$/.test(word))),
  );

/** `redis.set("otp", digest, "EX", 300)`, also of a variable that holds it: a code that is sent once, whose digest is gone before it is found out. */
function expires(file: SourceFile, { call, result }: HashSink): boolean {
  let statement: Node | undefined = call;
  while (statement?.parent && !/Statement$|Declaration$|^Arrow/.test(statement.type)) statement = statement.parent;
  const kept = destinationsOf(file.sourceCode, result ?? call)
    .slice(0, 4)
    .flatMap((place) => (place.kind === "argument" ? [place.call as Node] : []));
  return [statement!, ...kept].some((each) => EXPIRES.test(file.sourceCode.getText(each as never).slice(0, MAX_STATEMENT)));
}
const EXPIRES = /\b(?:EX|PX|otp|OTP|ttl|TTL|p?setex|setEx)\b|Ttl\b|\b_?[eE]xpir|Expir|[vV]alid_?(?:[uU]ntil|[tT]ill)\b/;
const MAX_STATEMENT = 600;

function pinReason(file: SourceFile, sink: HashSink): string | undefined {
  const hashing = enclosingFunctions(sink.call)
    .map(functionName)
    .find((name) => /^hash_?pin$|^pin_?hash$/i.test(name ?? ""));
  return hashing === undefined
    ? (destinationReason(file, sink) ?? comparisonReason(file, sink) ?? storedPin(file, sink))
    : `it is hashed in ${shownName(hashing)}`;
}

/** `storage.setItem("pin", digest)` */
function storedPin(file: SourceFile, { result }: HashSink): string | undefined {
  const isStored =
    result &&
    destinationsOf(file.sourceCode, result)
      .slice(0, 4)
      .some(
        (place) =>
          place.kind === "argument" &&
          /^set(?:Item)?(?:Async)?$/.test(referenceName(place.call.callee) ?? "") &&
          /pin(?:code)?(?:hash)?$/i.test(literalText(place.call.arguments[0]) ?? ""),
      );
  return isStored ? "the digest is stored as a PIN" : undefined;
}
