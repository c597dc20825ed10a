import { destinationsOf, type Destination, type Guide } from "../../ast/destinations.js";
import { contains, enclosingFunctions, functionName, lineOf, outward, referenceName, type Node } from "../../ast/nodes.js";
import { shownName } from "../../secrets/masking.js";
import { isMeasure, isRoleKey, mintedName, type Minted } from "../../secrets/names/minted-names.js";
import { wordsOf } from "../../secrets/names/words.js";
import type { RandomShape } from "../../secrets/sources/random-sources.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { announcedAs } from "./announced-codes.js";
import { isAnnouncedAbove, isPromisedSecure } from "./announced-makers.js";
import { judge } from "./destination-names.js";
import { isDigestedTime } from "./digested-times.js";
import { firstKept } from "./kept-under.js";
import { rendersAgain } from "./page-markers.js";
import { hasEightDigits, isBareIn, isBareNumber, isNumberBelow, numberOf, isSmallNumber, isWholeTime } from "./random-numbers.js";
import { drawsCharacter, formatted, isAlphabet, isCollected } from "./random-texts.js";
import { around } from "./named-makers.js";
import { standIn } from "./stand-ins.js";
import { namedInText } from "./text-names.js";
import type { TokenEvidence } from "./token-evidence.js";
import { isCost } from "./token-takers.js";
import { begunSecret, holdsAnother, isTextOfHelper, startsAsThing } from "./token-texts.js";
import { isAccepted } from "./weak-token-names.js";

/**
 * Why a random value made at `node` becomes something that opens something: the name of a variable, property, parameter, function, key
 * or file that it reaches, or the function that takes it. Undefined when nothing says so, or when something says otherwise.
 */
export function tokenEvidence(file: SourceFile, node: Node, shape: RandomShape): TokenEvidence | undefined {
  if (shape === "fraction" && rendersAgain(node)) return undefined;
  const { sourceCode, settings } = file;
  const written: { text: Node; part: Node }[] = [];
  const keys: Node[] = [];
  const picked: Node[] = [];
  const guide: Guide = {
    beyond: (place) => goesOn(place, settings),
    picks: (list, pick) => {
      const isPicked =
        isAlphabet(file, list) || (isCollected(sourceCode, pick) && (isAdded(pick) || !LISTED.test(referenceName(list) ?? "")));
      (isPicked ? picked : keys).push(pick);
      return isPicked;
    },
    makes: (call) => formatted(sourceCode, call),
    writes: (text, part) => written.push({ text, part }),
  };
  const places = withFactories(destinationsOf(sourceCode, node, guide));
  if (places.some((place) => place.kind === "argument" && isCost(file, place))) return undefined;
  const begun = shape === "time" || shape === "list" ? undefined : begunSecret(file, node);
  if (begun) return { noun: begun.noun, session: false, reason: `the text before it is the beginning of ${begun.noun}` };
  let weak: { minted: Extract<Minted, { is: "weak" }>; place: Destination } | undefined;
  for (const place of places) {
    const { minted, says } = judge(file, place);
    if (minted.is === "strong" && isSession(minted) && startsAsThing(node)) continue;
    if (minted.is === "strong" && isMadeUp(file, place, minted, shape, node, places))
      return { noun: minted.noun, session: isSession(minted) || isRoleKey(minted), reason: `${says}${where(place.node, node)}` };
    if (minted.is === "weak" && !weak) weak = { minted, place };
  }
  const announced = shape === "time" || shape === "list" ? undefined : announcedAs(file, node, places);
  if (announced !== undefined) return { noun: announced, session: false, reason: `the text around it says that it is ${announced}` };
  if ((shape !== "time" || isDigestedTime(node, places)) && shape !== "list") {
    const named = written.map(({ text, part }) => namedInText(file, node, text, part)).find((each) => each !== undefined);
    if (named) return { noun: named.noun, session: named.session, reason: named.says };
    const kept = firstKept(keys, places);
    if (kept && !startsAsThing(node))
      return {
        noun: kept.noun,
        session: kept.noun === "a session id",
        reason: `somebody is kept under it in ${shownName(kept.store, "a store")}`,
      };
  }
  if (shape === "time" && !(weak?.minted.head === "token" && (isDigestedTime(node, places) || isTokenItself(weak.place, node))))
    return undefined;
  const made =
    weak && picked.some((each) => isCollected(sourceCode, each))
      ? places.find((place) => place.kind === "return" && givesKey(file, place))
      : undefined;
  const named = made ?? (weak && isAccepted(file, weak.minted, weak.place, places, node, shape) ? weak.place : undefined);
  if (weak && named) {
    const { minted, says } = judge(file, named);
    return {
      noun: "noun" in minted ? minted.noun : weak.minted.noun,
      session: isRoleKey(minted),
      reason: `${says}${where(named.node, node)}`,
    };
  }
  return (
    (shape === "time" ? undefined : standIn(file, node)) ??
    around(file, node, places, shape, picked.length > 0) ??
    (shape === "time" || shape === "list" ? undefined : byComment(file, node, places))
  );
}

/** `password += keys[i]`: `keys` are characters there. */
function isAdded(pick: Node): boolean {
  const parent = outward(pick)?.parent;
  return parent?.type === "AssignmentExpression" && parent.operator === "+=";
}

/** `lexTokens[i]` is one of those that are there. */
const LISTED = /(?:code|key|password|secret|token)s$/i;

/** `generateKey`, `generateVerificationId`, `keygen.js`: what gives a text of random characters by such a name. */
function givesKey(file: SourceFile, place: Destination): boolean {
  const { minted } = judge(file, place);
  return minted.is === "weak" && /^(?:id|key)$/.test(minted.head);
}

/** `token = String(Date.now())`; not `const token = Date.now()`, which tells two calls apart. */
const isTokenItself = (place: Destination, time: Node): boolean =>
  place.kind !== "return" && isWholeTime(time) && outward(time)?.parent.type !== "VariableDeclarator";

/** What a comment says of a value whose names say nothing. */
function byComment(file: SourceFile, node: Node, places: readonly Destination[]): TokenEvidence | undefined {
  if (isPromisedSecure(file, node, places))
    return { noun: "a secret", session: false, reason: "the comment above the function promises that nobody can predict it" };
  const isNamed = (place: Destination): boolean =>
    /^(?:variable|property|return)$/.test(place.kind) && judge(file, place).minted.is === "other";
  return isAnnouncedAbove(file, node, places) && !places.some(isNamed)
    ? { noun: "a secret", session: false, reason: "the comment above it says that it makes a secret" }
    : undefined;
}

/** What a returned function gives is also what the function around makes: `const otpMaker = (digits) => () => …`. */
function withFactories(places: readonly Destination[]): readonly Destination[] {
  const outer = places.flatMap((place): Destination[] => {
    const parent = place.kind === "return" && place.name === undefined ? outward(place.fn)?.parent : undefined;
    const fn =
      parent?.type === "ReturnStatement" ? enclosingFunctions(parent)[0] : parent?.type === "ArrowFunctionExpression" ? parent : undefined;
    const name = fn && functionName(fn);
    return fn === undefined || name === undefined ? [] : [{ kind: "return", fn, name, node: place.node, derived: true }];
  });
  return outer.length === 0 ? places : [...places, ...outer];
}

const isSession = (minted: { noun: string; head: string }): boolean => minted.head === "id" || minted.noun === "a session id";

const where = (place: Node, from: Node): string => (lineOf(place) === lineOf(from) ? "" : ` (line ${lineOf(place)})`);

/** A length, a delay or a colour ends the way; so does a property with a name of its own, since its object is something else. */
function goesOn(place: Destination, settings: SourceFile["settings"]): boolean {
  if (place.kind === "export" || place.kind === "argument") return true;
  if (place.kind === "return") return true;
  const minted = mintedName(place.name, settings);
  if (place.kind === "property" || place.kind === "attribute")
    return minted.is === "neutral"
      ? /^(?:default|defaultValue|value)$/.test(place.name) || isResult(place.name, place.node) || isPlaceOfList(place.node)
      : minted.is !== "other" && isPlaceOfList(place.node);
  return minted.is !== "other" || !isMeasure(place.name);
}

/** `{ ok, result }` of `generateOtpCode()`; not of `code()`, which says less. */
function isResult(name: string, node: Node): boolean {
  const [fn] = /^results?$/.test(name) ? enclosingFunctions(node) : [];
  return fn !== undefined && wordsOf(functionName(fn) ?? "").length > 1;
}

/** `out[i] = …`: what is put together there. */
const isPlaceOfList = (node: Node): boolean =>
  node.type === "MemberExpression" && node.computed && node.object.type === "Identifier" && node.property.type === "Identifier";

/** `out[i] = Math.random() * 256` */
function fillsList(random: Node): boolean {
  const assignment = outward(numberOf(random))?.parent;
  return assignment?.type === "AssignmentExpression" && isPlaceOfList(assignment.left);
}

/** In a call, or as `value`, not through a variable. */
const isKeptDirectly = (place: Destination, node: Node): boolean =>
  (place.kind === "argument" || (place.kind === "property" && place.name === "value")) && contains(place.node, node);

const nameOf = (place: Destination): string => ("name" in place && place.name) || "";
/** `encKey` may be that of an encounter. */
const encrypts = perFile(({ sourceCode: { text } }) => /cipher|encrypt|\baes\b/i.test(text));

const signsRequests = perFile(
  ({ sourceCode: { text } }) => /\bapp_?(?:id|key)\b/i.test(text) && /[&?"'`{,\s]sign["'`]?\s{0,3}[:=,]/.test(text),
);

/** Translation services of Baidu and Youdao are asked with a salt, which is sent, and a digest of it with the key of the application. */
function isOfRequest(file: SourceFile, salt: Node): boolean {
  const [fn] = signsRequests(file) ? enclosingFunctions(salt) : [];
  return fn !== undefined && !/passw|pwd|pbkdf2|scrypt/i.test(file.sourceCode.getText(fn as never));
}

/** Whether nothing else is known to be in what takes the time: `apiKey = this.make()` of `make() { const time = Date.now(); return time + uuid(); }`. */
const isAllOf = (place: Destination, time: Node): boolean =>
  !place.derived || contains(place.node, time) || (place.node.parent !== undefined && contains(place.node.parent, time));

/** A clock read or a bare number is more often an expiry or a version than the token itself. */
function isMadeUp(
  file: SourceFile,
  place: Destination,
  minted: Minted,
  shape: RandomShape,
  node: Node,
  places: readonly Destination[],
): boolean {
  const isOwned = place.kind === "property" && (place.name === "key" || place.name === "code");
  // A row of a list that a page shows has a key, too.
  const isKey = isRoleKey(minted) || (isOwned && place.name === "key");
  if ((isOwned || isKey) && (shape === "time" || (isKey && isBareNumber(node)))) return false;
  if (shape === "time") return (place.kind !== "return" && isWholeTime(node) && isAllOf(place, node)) || isDigestedTime(node, places);
  if ("noun" in minted && minted.noun === "a password" && isTextOfHelper(place)) return false;
  if ("head" in minted && minted.head === "salt" && isOfRequest(file, node)) return false;
  // otpStore.set(id, Math.random() * 1000): when
  if ("noun" in minted && minted.noun === "a one-time code" && isKeptDirectly(place, node) && isNumberBelow(file, node, 1001)) return false;
  // bearer = Math.floor(Math.random() * 20): who bears it; verifier = Math.floor(Math.random() * 3): which one verifies
  if ("noun" in minted && /^(?:bearer|psk|verifier)$/.test(minted.head) && isBareNumber(node) && !fillsList(node))
    return minted.head === "psk" && hasEightDigits(file, node);
  if ("noun" in minted && minted.noun === "a secret key" && /^enc_?key/i.test(nameOf(place)) && !encrypts(file)) return false;
  if ("noun" in minted && holdsAnother(file, place, minted.noun)) return false;
  // const secret = Math.floor(Math.random() * 10): a game; sessionId = Math.floor(Math.random() * 100): which stream
  return !(
    "head" in minted &&
    (minted.head === "secret" || ("noun" in minted && isSession(minted) && isBareIn(place.node, node))) &&
    isSmallNumber(file, node) &&
    !drawsCharacter(file, node)
  );
}
