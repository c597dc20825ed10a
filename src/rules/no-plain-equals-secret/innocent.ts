import type { TSESTree } from "@typescript-eslint/utils";
import {
  dottedPath,
  enclosingFunction,
  enclosingFunctions,
  functionName,
  isFunction,
  outward,
  referenceName,
  staticName,
  unwrap,
  type Node,
} from "../../ast/nodes.js";
import { definitionOf, variableOf } from "../../ast/scope.js";
import { VERBS } from "../../secrets/lexicon.js";
import { nameEvidence, wordsOf } from "../../secrets/words.js";
import type { Comparison } from "../../sinks/comparers.js";
import type { SourceFile } from "../../source-file.js";
import { digestedNames } from "./digests.js";
import { isSentHeader } from "./kept-values.js";
import { guardsConstructor } from "./markers.js";
import { isBooleanCall, isMark } from "./marks.js";
import { areOfLists, findsOwnEntry } from "./matched-records.js";
import { namesOf, ownerText } from "./names.js";
import { isEnumeration, isLabel, mustDiffer } from "./plain-rules.js";
import type { Side } from "./sides.js";
import { checksState } from "./state-checks.js";

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
  "updated",
  "used",
]);
/** Words of a list whose elements nobody may use: `COMMON_PASSWORDS`, `revokedTokens`, `passwordHistory`. */
const UNUSABLE = new Set([
  "banned",
  "blacklist",
  "blacklisted",
  "blocked",
  "breached",
  "common",
  "forbidden",
  "history",
  "leaked",
  "pwned",
  "revoked",
  "weak",
]);
/** The same, unless somebody sends the other: `cachedCode`, `lastRecord.code`. `lastToken` is an earlier one in any case. */
const LATEST = new Set(["cached", "last"]);
const LAST = new Set(["last"]);
/** The digest that PKCE sends in the open (RFC 7636). */
const PUBLIC_DIGESTS = new Set(["challenge"]);
/** The same for what a form asks twice. `confirmationToken` is a token, `confirmPassword` a copy. */
const TYPED_TWICE = new Set([
  "cf",
  "check",
  "conf",
  "confirm",
  "confirmation",
  "confirmed",
  "cpassword",
  "match",
  "reentered",
  "re",
  "second",
  "verify",
]);
/** Words of an earlier value; the current password that is compared with a record is a login. */
const EARLIER = new Set(["current", "initial", "old", "original"]);
/** Last words of names that tell things apart and prove nothing. */
const TELLS_APART = new Set([
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
/** Tokens that address a device for push messages. */
const ADDRESSES = new Set(["apns", "device", "expo", "fcm", "push", "registration"]);
/** Names of two copies of one record. */
const COPIES =
  /^(?:a|after|b|before|base|cached|current|existing|left|lhs|new\w*|next\w*|old\w*|other|prev\w*|previous\w*|rhs|right|that)$/i;
const DIRTY =
  /^(?:changed?|changes|coherent|committed|consistent|different|differs?|dirty|diff|equal|inconsistent|modified|same|skip|stale|unchanged|update|updated|reuse)$/;
/** What may also be said of what is sent and what it must be: `const samePassword = password === config.password`. */
const EQUALITY = /^(?:equal|same)$/;
const COMPARES_COPIES =
  /^(?:are|is|deep)?(?:equals?|same)$|^(?:has|should|is|component)\w*(?:chang|updat|dirty|differ|modif|sync)|^(?:diff|sort|comparator|memo)|^compare$/i;

/**
 * Why a comparison of these two values decides nothing about who may pass: a password typed twice, new and old value, dirty checks,
 * copies of one record, removal from a list, form validation.
 */
export function isInnocent(file: SourceFile, comparison: Comparison, sides: readonly [Side, Side]): boolean {
  const [left, right] = sides;
  const proven = left.standing === "proven" || right.standing === "proven";
  if (comparison.shape === "member" && (hasWord(left.node, UNUSABLE) || isEnumeration(file, left.node))) return true;
  if (isLabel(left.node) || isLabel(right.node)) return true;
  if (!proven && mustDiffer(file, comparison, sides)) return true;
  if (isTidyingOf(file, left.node, right.node) || isTidyingOf(file, right.node, left.node)) return true;
  if (comparesCopies(file, comparison, left, right, proven)) return true;
  if (!proven && guardsConstructor(file, comparison.node, [left.node, right.node])) return true;
  if (checksState(file, comparison, sides) || isWithoutAlternative(file, comparison.node) || isPrinted(comparison.node)) return true;
  return (
    isRemoval(comparison) ||
    findsOwnEntry(file, comparison, sides) ||
    isMark(comparison.node) ||
    assignsOther(file, comparison) ||
    (!sides.some(({ digest }) => digest === "password" || digest === "hmac") && namesADifference(comparison, proven)) ||
    (!proven && isFormCheck(file, comparison, sides))
  );
}

/** `console.log(a === b)`: told to whoever runs the program, and decided nowhere. */
function isPrinted(comparison: Node): boolean {
  const call = outward(comparison)?.parent;
  return call?.type === "CallExpression" && /^console\./.test(dottedPath(call.callee)?.join(".") ?? "");
}

/** `crypto.timingSafeEqual ? crypto.timingSafeEqual(a, b) : a === b`: what runs where there is no comparison in constant time. */
function isWithoutAlternative(file: SourceFile, comparison: Node): boolean {
  for (let node: Node | undefined = comparison; node?.parent && !isFunction(node); node = node.parent) {
    const { parent }: Node = node;
    if (
      (parent.type === "ConditionalExpression" || parent.type === "IfStatement") &&
      parent.test !== node &&
      /timingSafeEqual\b(?!\s{0,9}\()/.test(file.sourceCode.getText(parent.test))
    )
      return true;
  }
  return false;
}

/** `token !== token.trim()`, `decodeURI(key) === key`: a value held against a form of itself. A salt is no form: `crypt(password, hash) === hash`. */
function isTidyingOf(file: SourceFile, derived: Node, value: Node): boolean {
  if (derived.type !== "CallExpression" || !/^(?:Identifier|MemberExpression)$/.test(value.type)) return false;
  const callee = unwrap(derived.callee);
  const inputs = [
    ...(callee.type === "MemberExpression" ? [callee.object] : []),
    ...(derived.arguments.length === 1 ? derived.arguments : []),
  ];
  return inputs.some((input) => file.sourceCode.getText(unwrap(input)) === file.sourceCode.getText(value));
}

function comparesCopies(file: SourceFile, comparison: Comparison, left: Side, right: Side, proven: boolean): boolean {
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
    if (some(all, ALWAYS) && !answersWithDefault(comparison, all)) return true;
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
    (some(all, TYPED_TWICE) || isNumberedCopy(left.node, right.node)) &&
    !isHashed(left, right) &&
    !isHashed(right, left)
  )
    return true;
  if (
    some(all, EARLIER) &&
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
  return takenTogether(file, left.node, right.node);
}

/** `memory.users[at].password !== req.body.currentPassword`: who wants another password says which one it is now. */
const asksForCurrent = (sent: Side, stored: Side): boolean =>
  sent.standing === "given" &&
  sent.kind === "password" &&
  stored.standing === "unknown" &&
  stored.node.type === "MemberExpression" &&
  /^(?:password|passwd|pwd|password_?hash)$/i.test(staticName(stored.node) ?? "");

/** `previous.token`, not `a.token` in `users.find((a) => a.token === req.body.token)`. */
const isCopyOf = (owner: string | undefined, other: Side): boolean =>
  COPIES.test(lastName(owner)) && !(lastName(owner).length === 1 && other.standing === "given");

/** `cached` of `const cached = await redis.get(…)`, where codes are kept. */
const isKeptCode = ({ standing, kind }: Side): boolean => standing === "kept" && kind === "otp";

/** `sha1(passwordToMatch) === this.hashedPassword`: what is typed, and the hash that is kept of it. */
const isHashed = (digest: Side, hash: Side): boolean =>
  (digest.digest === "password" || digest.digest === "hmac") && hash.digest === undefined && hash.kind === "passwordHash";

/** What is asked for may be kept secret: `req.url === "/hook/" + config.token`. */
const isSecretPath = (side: Side, other: Side): boolean =>
  side.standing === "given" &&
  other.standing === "proven" &&
  /url$/i.test(referenceName(side.node) ?? "") &&
  /^(?:BinaryExpression|TemplateLiteral)$/.test(other.node.type);

/** `coupon.code`, `commit.hash`: the owner says of what kind it is, as `couponCode` would; `req.body.hash` is of no body. */
function isOfOther({ node, strength }: Side): boolean {
  const name = node.type === "MemberExpression" && strength === "weak" ? staticName(node) : undefined;
  const owner = node.type === "MemberExpression" ? wordsOf(referenceName(node.object) ?? "").at(-1) : undefined;
  return (
    owner !== undefined &&
    !VERBS.has(owner) &&
    !/^(?:body|params|payload|query)$/.test(owner) &&
    (name === "code" || name === "hash") &&
    nameEvidence(`${owner}_${name}`) === undefined
  );
}

/** `this.authorization !== this.apiKey`: what came with a request, and what it must be. */
const isProofOf = (left: Side, right: Side): boolean =>
  [left, right].some(({ kind }) => kind === "authorization") &&
  [left, right].some(({ kind, strength }) => strength === "strong" && (kind === "apiKey" || kind === "secretKey" || kind === "token"));

/** What a side is called. The digest of a password by what is hashed: `newPassword = md5(password)` is none of a new password. */
const wordsOfSide = (file: SourceFile, { node, digest }: Side): (readonly string[])[] =>
  (digest === "password" ? digestedNames(file, node) : namesOf(file, node)).map(wordsOf);

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

const lastName = (owner: string | undefined): string => /[\w$]{1,100}$/.exec(owner ?? "")?.[0] ?? "";

const hasWord = (node: Node, words: ReadonlySet<string>): boolean => wordsOf(referenceName(node) ?? "").some((word) => words.has(word));

const endsIn = (node: Node, heads: ReadonlySet<string>): boolean => heads.has(wordsOf(referenceName(node) ?? "").at(-1) ?? "");

const isPin = (node: Node): boolean => /pin|passcode/i.test(referenceName(node) ?? "");

/** `password` and `password2`, `password1` and `password2`. */
function isNumberedCopy(left: Node, right: Node): boolean {
  const [a, b] = [referenceName(left), referenceName(right)];
  return a !== undefined && b !== undefined && a !== b && a.replace(/\d{1,9}$/, "") === b.replace(/\d{1,9}$/, "");
}

/** Two names of one destructuring: `({ password, repeat_password }) => …`. */
function takenTogether(file: SourceFile, left: Node, right: Node): boolean {
  const [a, b] = [left, right].map((node) => {
    if (node.type !== "Identifier") return undefined;
    const variable = variableOf(file.sourceCode, node);
    const name = variable && definitionOf(variable)?.name;
    let pattern = name as Node | undefined;
    while (pattern && pattern.type !== "ObjectPattern")
      pattern = /^(?:Property|AssignmentPattern|Identifier)$/.test(pattern.type) ? pattern.parent : undefined;
    return pattern;
  });
  return a !== undefined && a === b;
}

/** One of several comparisons of host, port and the like: two configurations are compared. */
function comparesConnections(file: SourceFile, comparison: Comparison): boolean {
  let chain: Node = comparison.node;
  while (chain.parent?.type === "LogicalExpression") chain = chain.parent;
  return /\.(?:host|hostname|port|protocol|database|url|endpoint)\s{0,4}[!=]==?/.test(textOf(file, chain, 2000));
}

const textOf = (file: SourceFile, node: Node, length: number): string =>
  file.sourceCode.text.slice(node.range[0], Math.min(node.range[1], node.range[0] + length));

/** `tokens.filter((each) => each !== token)`: taken out of a list. */
function isRemoval({ negated, node }: Comparison): boolean {
  if (!negated) return false;
  const fn = enclosingFunction(node);
  const place = fn && outward(fn);
  const callee = place?.parent.type === "CallExpression" ? unwrap(place.parent.callee) : undefined;
  return callee?.type === "MemberExpression" && /^(?:filter|reject|remove|pull)$/.test(staticName(callee) ?? "");
}

/** The branch, or the statements after it, store one side in the other: the copy is brought up to date. */
function assignsOther(file: SourceFile, { node, left, right }: Comparison): boolean {
  const fn = enclosingFunction(node);
  const body = fn?.body ?? file.sourceCode.ast;
  const text = (each: Node): string => file.sourceCode.getText(unwrap(each));
  const [a, b] = [text(left), text(right)];
  if (a.length > 80 || b.length > 80) return false;
  const area = file.sourceCode.text.slice(node.range[1], Math.min(body.range[1], node.range[1] + 3000)).replace(/\s+/g, " ");
  return area.includes(`${a} = ${b};`) || area.includes(`${b} = ${a};`) || area.includes(`${a} = ${b} `) || area.includes(`${b} = ${a} `);
}

/** `const isDirty = a !== b`, `function hasChanged() { return … }`. */
function namesADifference({ node }: Comparison, proven: boolean): boolean {
  let current: Node | undefined = node.parent;
  while (
    current &&
    (/^(?:LogicalExpression|UnaryExpression|ChainExpression|ConditionalExpression|TSAsExpression)$/.test(current.type) ||
      isBooleanCall(current))
  )
    current = current.parent;
  const target =
    current?.type === "VariableDeclarator"
      ? current.id
      : current?.type === "AssignmentExpression"
        ? current.left
        : current?.type === "Property"
          ? current
          : undefined;
  const name = target && (target.type === "Property" ? staticName(target) : referenceName(target));
  if (name !== undefined && wordsOf(name).some((word) => DIRTY.test(word) && !(proven && EQUALITY.test(word)))) return true;
  const fn = enclosingFunction(node);
  return fn !== undefined && COMPARES_COPIES.test(functionName(fn) ?? "");
}

const VALIDATORS = /^(?:custom|oneOf|refine|superRefine|test|validate|validator|when)$/;

/** A rule of a form or schema compares two passwords: `validator: function (el) { return el === this.password; }`. */
function isFormCheck(file: SourceFile, { node }: Comparison, sides: readonly [Side, Side]): boolean {
  if (!sides.some((side) => side.kind === "password" || isPin(side.node))) return false;
  if (sides.some((side) => side.standing === "kept" || side.digest === "password")) return false;
  for (const fn of enclosingFunctions(node)) {
    const place = outward(fn);
    if (place?.parent.type === "Property" && VALIDATORS.test(staticName(place.parent) ?? "")) return true;
    const callee = place?.parent.type === "CallExpression" && isFunction(place.child) ? unwrap(place.parent.callee) : undefined;
    if (callee?.type === "MemberExpression" && VALIDATORS.test(staticName(callee) ?? "")) return true;
  }
  return isErrorOfMismatch(file, node);
}

/** A check whose failure says that the passwords do not match. */
function isErrorOfMismatch(file: SourceFile, node: Node): boolean {
  let statement: Node | undefined = node;
  while (statement && statement.type !== "IfStatement") statement = isFunction(statement) ? undefined : statement.parent;
  const branch = statement as TSESTree.IfStatement | undefined;
  if (!branch) return false;
  const text = textOf(file, branch.consequent, 600);
  return /passwords?\s?(?:s\s)?(?:do|does|must|should|are|is|fields?)?\s?(?:n[o']?t\s)?(?:match|equal|the same|identical|different)|must match|not the same/i.test(
    text,
  );
}
