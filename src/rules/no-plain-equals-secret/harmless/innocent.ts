import { dottedPath, enclosingFunction, isFunction, outward, referenceName, staticName, unwrap, type Node } from "../../../ast/nodes.js";
import { constantInitializer } from "../../../ast/static-value.js";
import { evidenceOf } from "../../../secrets/evidence.js";
import { isAmongLeakedPasswords } from "../../../secrets/leaked-passwords.js";
import type { Comparison } from "../../../sinks/comparers.js";
import type { SourceFile } from "../../../source-file.js";
import { comparesCopies } from "./copies.js";
import { assignsOther, convertsNew, keepsNew, namesADifference } from "./differences.js";
import { isFormCheck } from "./form-checks.js";
import { guardsConstructor } from "./markers.js";
import { isMark } from "./marks.js";
import { findsOwnEntry } from "./matched-records.js";
import { hasWord } from "../sides/names.js";
import { isEnumeration, isLabel, isReadOffPicture, mustDiffer } from "./plain-rules.js";
import type { Side } from "../sides/sides.js";
import { checksState } from "./state-checks.js";

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

/**
 * Why a comparison of these two values decides nothing about who may pass: a password typed twice, new and old value, dirty checks,
 * copies of one record, removal from a list, form validation.
 */
export function isInnocent(file: SourceFile, comparison: Comparison, sides: readonly [Side, Side]): boolean {
  const [left, right] = sides;
  const proven = left.standing === "proven" || right.standing === "proven";
  if (comparison.shape === "member" && (hasWord(left.node, UNUSABLE) || isEnumeration(file, left.node))) return true;
  if (
    !proven &&
    sides.some(({ kind, standing, digest }) => kind === "passwordHash" && standing === "unknown" && !digest) &&
    sides.every(({ standing }) => standing !== "kept") &&
    isAmongLeakedPasswords(file, comparison.node)
  )
    return true;
  if (isLabel(left.node) || isLabel(right.node)) return true;
  if (areMadeOfOne(file, left.node, right.node)) return true;
  if (sides.some(isEntityTag) || isReadOffPicture(left.node, right.node)) return true;
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
    convertsNew(file, comparison) ||
    keepsNew(file, comparison) ||
    (!sides.some(({ digest }) => digest === "password" || digest === "hmac") && namesADifference(file, comparison, proven)) ||
    (!proven && isFormCheck(file, comparison, sides))
  );
}

/** `encode(secret) !== await hash(secret)`: what a program makes of one secret, and nobody else has. */
function areMadeOfOne(file: SourceFile, left: Node, right: Node): boolean {
  const [a, b] = [left, right].map((side) => {
    const made = unwrap((side.type === "Identifier" && constantInitializer(file.sourceCode, side)) || side);
    const call = made.type === "AwaitExpression" ? unwrap(made.argument) : made;
    const given = call.type === "CallExpression" && call.arguments.length === 1 ? call.arguments[0] : undefined;
    return given?.type === "Identifier" ? given : undefined;
  });
  return a !== undefined && a.name === b?.name && /^(?:password|secretKey)$/.test(evidenceOf(file, a)?.kind ?? "");
}

/** `req.headers["if-none-match"] === etag`: which version of a page somebody has, whatever it is made with. */
const isEntityTag = ({ sent, node }: Side): boolean =>
  /^(?:etag|if-(?:none-)?match)$/i.test(sent ?? "") || (sent === undefined && /^e_?tag$/i.test(referenceName(node) ?? ""));

/** `console.log(a === b)`, `console.log(a === b ? "yes" : "no")`: told to whoever runs the program, and decided nowhere. */
function isPrinted(comparison: Node): boolean {
  const parent = outward(comparison)?.parent;
  const isTold = parent?.type === "ConditionalExpression" && [parent.consequent, parent.alternate].every(({ type }) => type === "Literal");
  const call = isTold ? outward(parent)?.parent : parent;
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

/** `token !== token.trim()`, also by a constant, `decodeURI(key) === key`: a value held against a form of itself. A salt is no form: `crypt(password, hash) === hash`. */
function isTidyingOf(file: SourceFile, written: Node, value: Node): boolean {
  const made = written.type === "Identifier" ? unwrap(constantInitializer(file.sourceCode, written) ?? written) : written;
  const derived = made === written || isTidied(made) ? made : written;
  if (derived.type !== "CallExpression" || !/^(?:Identifier|MemberExpression)$/.test(value.type)) return false;
  const callee = unwrap(derived.callee);
  const inputs = [
    ...(callee.type === "MemberExpression" ? [callee.object] : []),
    ...(derived.arguments.length === 1 ? derived.arguments : []),
  ];
  return inputs.some((input) => file.sourceCode.getText(unwrap(input)) === file.sourceCode.getText(value));
}

/** `secret.trim()`, `secret.replace(/\s/g, "")`; not `store.get(secret)`. */
const isTidied = (made: Node): boolean =>
  made.type === "CallExpression" &&
  made.arguments.every(({ type }) => type === "Literal") &&
  /^(?:normalize|replace|replaceAll|toLowerCase|toString|toUpperCase|trim|trimEnd|trimStart)$/.test(referenceName(made.callee) ?? "");

/** `tokens.filter((each) => each !== token)`: taken out of a list. */
function isRemoval({ negated, node }: Comparison): boolean {
  if (!negated) return false;
  const fn = enclosingFunction(node);
  const place = fn && outward(fn);
  const callee = place?.parent.type === "CallExpression" ? unwrap(place.parent.callee) : undefined;
  return callee?.type === "MemberExpression" && /^(?:filter|reject|remove|pull)$/.test(staticName(callee) ?? "");
}
