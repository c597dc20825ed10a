import { enclosingFunctions, functionName, referenceName, staticName } from "../../../ast/nodes.js";
import { wordsOf } from "../../../secrets/names/words.js";
import type { Comparison } from "../../../sinks/comparers.js";
import type { SourceFile } from "../../../source-file.js";
import { COPIES, comparesConnections, isCopyOf, lastName, takenTogether } from "./copied-records.js";
import { digestedNames } from "../sides/digests.js";
import { TYPED_TWICE, isHashed, isNumberedCopy, isPin } from "./form-checks.js";
import { isSentHeader } from "../sides/kept-values.js";
import { areOfLists } from "./matched-records.js";
import { denies } from "../refusal.js";
import { endsIn, hasWord, namesOf, ownerText } from "../sides/names.js";
import { TELLS_APART, isOfOther, isSecretPath } from "./other-kinds.js";
import type { Side } from "../sides/sides.js";

/** Words of a value that is compared with its own copy, predecessor or stand-in: no attacker guesses it. */
const ALWAYS = new Set([
  "again",
  "banned",
  "blocked",
  "cnew",
  "default",
  "defaults",
  "dummy",
  "duplicate",
  "example",
  "insecure",
  "masked",
  "new",
  "next",
  "placeholder",
  "prev",
  "previous",
  "redacted",
  "repeat",
  "repeated",
  "reenter",
  "retired",
  "retype",
  "retyped",
  "sample",
  "selected",
  "updated",
  "used",
]);
/** The same, unless somebody sends the other: `cachedCode`, `lastRecord.code`. `lastToken` is an earlier one in any case. */
const LATEST = new Set(["cached", "last"]);
const LAST = new Set(["last"]);
/** The digest that PKCE sends in the open (RFC 7636). */
const PUBLIC_DIGESTS = new Set(["challenge"]);
/** Words of an earlier value; the current password that is compared with a record is a login. */
const EARLIER = new Set([
  "alte",
  "altes",
  "ancien",
  "anterior",
  "antiga",
  "antigua",
  "current",
  "eski",
  "initial",
  "old",
  "original",
  "vecchia",
]);
/** Tokens that address a device for push messages. */
const ADDRESSES = new Set(["apns", "device", "expo", "fcm", "push", "registration"]);

export function comparesCopies(file: SourceFile, comparison: Comparison, left: Side, right: Side, proven: boolean): boolean {
  const leftWords = wordsOfSide(file, left);
  const rightWords = wordsOfSide(file, right);
  const all = [...leftWords, ...rightWords];
  const some = (words: readonly (readonly string[])[], set: ReadonlySet<string>): boolean =>
    words.some((name) => name.some((word) => set.has(word)));
  if (isSentHeader(file, left.node) || isSentHeader(file, right.node)) return true;
  if (isOfOther(left) || isOfOther(right)) return true;
  if (left.digest !== "hmac" && right.digest !== "hmac") {
    if (some(all, PUBLIC_DIGESTS)) return true;
    if (
      [[left, right] as const, [right, left] as const].some(([side, other]) => endsIn(side.node, TELLS_APART) && !isSecretPath(side, other))
    )
      return true;
    if (some(all, ALWAYS) && !answersWithDefault(comparison, all) && !isRotated(file, left, right) && !isRotated(file, right, left))
      return true;
    if (
      some(all, LATEST) &&
      ((left.standing !== "given" && right.standing !== "given" && !isKeptCode(left) && !isKeptCode(right)) ||
        hasWord(left.node, LAST) ||
        hasWord(right.node, LAST))
    )
      return true;
    if (left.kind === "token" && right.kind === "token" && some(leftWords, ADDRESSES) && some(rightWords, ADDRESSES)) return true;
  }
  const typed = [left, right].some((side) => side.kind === "password" || side.kind === "passwordHash" || isPin(side.node));
  if (
    typed &&
    !proven &&
    (some(
      [left, right].flatMap((side) => ownWords(file, side)),
      TYPED_TWICE,
    ) ||
      isNumberedCopy(left.node, right.node)) &&
    !isHashed(left, right) &&
    !isHashed(right, left)
  )
    return true;
  if (
    all.some(isEarlier) &&
    !isDeniedToCurrent(file, comparison, left, right) &&
    !asksForCurrent(left, right) &&
    !asksForCurrent(right, left) &&
    left.standing !== "kept" &&
    right.standing !== "kept" &&
    !proven &&
    left.digest !== "password" &&
    right.digest !== "password"
  )
    return true;
  const [leftOwner, rightOwner] = [ownerText(file, left.node), ownerText(file, right.node)];
  const sameProperty =
    left.node.type === "MemberExpression" &&
    right.node.type === "MemberExpression" &&
    staticName(left.node) !== undefined &&
    staticName(left.node) === staticName(right.node);
  // `settings.apiKey !== draft.apiKey`
  if (proven)
    return (
      sameProperty &&
      [left, right].every(({ standing }) => standing !== "given") &&
      [leftOwner, rightOwner].some((owner) => COPIES.test(lastName(owner)) || /^(?:draft|form)/i.test(lastName(owner)))
    );
  if (leftOwner !== undefined && leftOwner === rightOwner && !(leftOwner === "this" && isProofOf(left, right))) return true;
  if (
    sameProperty &&
    (isCopyOf(leftOwner, right) ||
      isCopyOf(rightOwner, left) ||
      comparesConnections(file, comparison) ||
      areOfLists(file, left.node, right.node))
  )
    return true;
  return takenTogether(file, left.node, right.node) && !isProofOf(left, right);
}

/** `originalText`, `originalData` of what was encrypted are the text itself. */
const isEarlier = (words: readonly string[]): boolean =>
  words.some((word) => EARLIER.has(word)) && !/^original (?:data|message|string|text)$/.test(words.join(" "));

/** `if (token !== currentDevice.refreshToken) throw new Unauthorized()`: the device that asks, not what it had before. */
const isDeniedToCurrent = (file: SourceFile, comparison: Comparison, ...sides: Side[]): boolean =>
  sides.every(({ kind }) => kind === "token" || kind === "otp") &&
  sides.every(({ node }) => !wordsOf(referenceName(node) ?? "").some((word) => EARLIER.has(word))) &&
  sides.some(({ node }) => node.type !== "MemberExpression") &&
  denies(file, comparison);

/** `incoming === previous`, `key === process.env.API_KEY_NEXT`: while a secret is exchanged, two of them open the door. */
const isRotated = (file: SourceFile, secret: Side, sent: Side): boolean =>
  secret.standing === "proven" &&
  sent.standing === "given" &&
  wordsOfSide(file, secret).every((words) => words.every((word) => !ALWAYS.has(word) || /^(?:new|next|prev|previous)$/.test(word))) &&
  wordsOfSide(file, sent).every((words) => words.every((word) => !ALWAYS.has(word)));

/** `memory.users[at].password !== req.body.currentPassword`: who wants another password says which one it is now. */
const asksForCurrent = (sent: Side, stored: Side): boolean =>
  sent.standing === "given" &&
  sent.kind === "password" &&
  stored.standing === "unknown" &&
  stored.node.type === "MemberExpression" &&
  /^(?:password|passwd|pwd|password_?hash)$/i.test(staticName(stored.node) ?? "");

/** `cached` of `const cached = await redis.get(…)`, where codes and tokens are kept. */
const isKeptCode = ({ standing, kind }: Side): boolean => standing === "kept" && (kind === "otp" || kind === "token");

/** `this.authorization !== this.apiKey`, `({ signature, secret }) => signature === secret`: what came with a request, and what it must be. */
const isProofOf = (left: Side, right: Side): boolean =>
  [left, right].some(({ kind }) => kind === "authorization" || kind === "signature") &&
  [left, right].some(({ kind, strength }) => strength === "strong" && (kind === "apiKey" || kind === "secretKey" || kind === "token"));

/** What a side is called. The digest of a password by what is hashed: `newPassword = md5(password)` is none of a new password. */
const wordsOfSide = (file: SourceFile, { node, digest }: Side): (readonly string[])[] =>
  (digest === "password" ? digestedNames(file, node) : namesOf(file, node)).map(wordsOf);

/** The same without the owner of what a record keeps: `checkUser.password`, where `checkUser` is whom a query found. */
const ownWords = (file: SourceFile, side: Side): (readonly string[])[] =>
  side.standing === "kept" && side.node.type === "MemberExpression" ? [wordsOf(staticName(side.node) ?? "")] : wordsOfSide(file, side);

/** `isPasswordCorrect(password) { return defaultPassword === password; }`: who knows the default may pass. */
function answersWithDefault({ node, negated }: Comparison, names: readonly (readonly string[])[]): boolean {
  if (negated || node.parent?.type !== "ReturnStatement") return false;
  if (names.some((words) => words.some((word) => word !== "default" && ALWAYS.has(word)))) return false;
  const asked =
    enclosingFunctions(node)
      .map((fn) => wordsOf(functionName(fn) ?? ""))
      .find((words) => words.length > 0) ?? [];
  return !asked.includes("default") && asked.some((word) => /^(?:authenticate|check|compare|correct|login|verify)$/.test(word));
}
