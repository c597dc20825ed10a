import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, literalText, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { splitText } from "../../ast/lists.js";
import { withoutEmptyDefault } from "../../ast/texts.js";
import { runtimeOf } from "../../fix/runtime.js";
import type { Comparison } from "../../sinks/comparers.js";
import { originsOf } from "../../ast/origins.js";
import type { SourceFile } from "../../source-file.js";
import { isInnocent } from "./harmless/innocent.js";
import { lentBy } from "./lent.js";
import { areOneProperty, isInSearch, refusesMissing } from "./harmless/matched-records.js";
import { isCheck } from "./checks.js";
import { denies, isBesideName, isOfPicture, refusesByName, refusesCode, rejects, turnsAwayOnly, writesInstead } from "./refusal.js";
import { sparesWork } from "./harmless/memos.js";
import { withoutFallback, writtenElements } from "./sides/listed.js";
import { isBareCode, isBesideExpiry, isOfProof, provesSomething } from "./proofs.js";
import { isVerdict } from "./verdicts.js";
import { isDecrypted, isSuspect, mayBeSecret, sideOf, type Side } from "./sides/sides.js";
import { mayBeWritten } from "./sides/written-texts.js";

/** A comparison that a stranger can learn from. */
export interface Finding {
  readonly secret: Side;
  readonly other: Side;
  /** `plain`: a password itself is compared; `hash`: the hash of one; `secret`: anything else. */
  readonly what: "plain" | "hash" | "secret";
}

/** Judges the two sides of a comparison together; undefined when nothing secret is compared, or nobody learns from it. */
export function verdictOn(file: SourceFile, written: Comparison): Finding | undefined {
  const [leftSide, rightSide] = [read(written.left), read(written.right)];
  // apiKey.startsWith("sk-or-v1-")
  if (written.shape === "prefix" && /[-_]$/.test(literalText(rightSide) ?? "")) return undefined;
  // Most comparisons are with a literal: seen before anything is traced.
  if (![leftSide, rightSide].map(unwrap).every((side) => mayBeSecret(side) || mayBeWritten(file, side))) return undefined;
  const comparison = { ...written, left: leftSide, right: rightSide };
  const list = listIn(file, comparison);
  if (!isSuspect(file, list) && !isSuspect(file, comparison.right)) return undefined;
  const first = sideOf(file, list);
  const second = first && sideOf(file, comparison.right);
  if (!first || !second) return undefined;
  const decides = {
    isCheck: () => isCheck(comparison),
    rejects: () => rejects(file, comparison),
    turnsAway: () => turnsAwayOnly(file, comparison),
  };
  const [left, right] = [lentBy(file, first, second, decides), lentBy(file, second, first, decides)];
  const [secret, other] = weight(left) >= weight(right) ? [left, right] : [right, left];
  if (weight(secret) === 0 || !isLeak(file, comparison, secret, other)) return undefined;
  if (isInnocent(file, comparison, [left, right]) || sparesWork(file, comparison, [left, right])) return undefined;
  return { secret, other, what: whatIsCompared(secret, other) };
}

/** `otp` of `+otp`, which a form sends as text, and of `otp || ""`. */
const read = (side: Node): Node =>
  side.type === "UnaryExpression" && side.operator === "+"
    ? unwrap(side.argument)
    : side.type === "LogicalExpression"
      ? withoutEmptyDefault(side)
      : side;

/** The list that is searched; the text that it is split from, where that says more: `process.env.API_KEYS` of `process.env.API_KEYS.split(",").map(trim)`. */
function listIn(file: SourceFile, { shape, left }: Comparison): Node {
  if (shape !== "member") return left;
  const object = objectOf(left);
  if (object) return object;
  const text = splitText(file.sourceCode, left);
  if (text && isSuspect(file, text)) return isSuspect(file, left) && sideOf(file, left)?.standing === "proven" ? left : text;
  return writtenElements(file, left).find((each) => mayBeSecret(each) && isSuspect(file, each)) ?? withoutFallback(left);
}

/** `API_KEYS` of `Object.values(API_KEYS)`. */
function objectOf(list: Node): Node | undefined {
  const call = unwrap(list);
  return call.type === "CallExpression" && dottedPath(call.callee)?.join(".") === "Object.values" && call.arguments[0]
    ? unwrap(call.arguments[0] as Node)
    : undefined;
}

const STRENGTHS = { certain: 3, strong: 2, weak: 1 } as const;

/** How much a side is the program's own secret; what a request gives weighs nothing. */
function weight({ standing, strength, digest }: Side): number {
  if (digest === "plain") return 0;
  if (standing === "given" || strength === undefined) return 0;
  return STRENGTHS[strength] + (standing === "proven" ? 4 : standing === "kept" ? 0.5 : 0);
}

function isLeak(file: SourceFile, comparison: Comparison, secret: Side, other: Side): boolean {
  if (comparison.shape === "member" && !isSearched(file, comparison, secret, other)) return false;
  // `apiKeys.indexOf(apiKey) === 0`: the first of a list.
  if (comparison.shape === "prefix" && comparison.by === "`indexOf`" && isList(comparison.left)) return false;
  if (secret.derived)
    return (
      other.standing === "given" ||
      (other.kind === "password" &&
        isDecrypted(file, secret.node) &&
        !writesInstead(file, comparison) &&
        (rejects(file, comparison) || turnsAwayOnly(file, comparison)))
    );
  if (
    other.standing !== "given" &&
    secret.digest === undefined &&
    isInSearch(comparison.node) &&
    !rejects(file, comparison) &&
    !isCheck(comparison) &&
    !(secret.strength === "strong" && other.kind !== undefined && refusesMissing(file, comparison))
  )
    return false;
  if (secret.standing === "proven") return other.standing !== "proven" || (secret.digest === "hmac") !== (other.digest === "hmac");
  if (runtimeOf(file) === "browser" && other.standing !== "given" && !checksPasswordInPage(file, comparison, secret, other)) return false;
  if (secret.digest === "password")
    return (
      secret.slow === true ||
      other.kind === "passwordHash" ||
      other.kind === "password" ||
      other.standing !== "unknown" ||
      isCheck(comparison) ||
      isPartOfText(file, other)
    );
  if (secret.digest === "code") return other.kind === "passwordHash" || other.kind === "otp" || other.standing !== "unknown";
  if (secret.kind === "sessionId" || secret.kind === "signature")
    return (
      other.standing === "given" ||
      (secret.kind === "signature" &&
        secret.strength === "strong" &&
        rejects(file, comparison) &&
        !isOfLikes(file, comparison, secret, other))
    );
  const alike = other.kind !== undefined && isFamily(secret, other);
  if (secret.strength === "strong" || secret.strength === "certain") {
    if (other.digest === "plain") return secret.kind === "passwordHash" && isCheck(comparison);
    if (other.standing === "given" || (alike && !isLookup(file, comparison, secret, other))) return true;
    if (secret.kind === "password" && isBesideName(comparison) && isCheck(comparison)) return true;
    return secret.standing === "kept"
      ? rejects(file, comparison) || (secret.kind === "otp" && turnsAwayOnly(file, comparison))
      : rejects(file, comparison) && isCheck(comparison);
  }
  if (
    other.digest === "plain" ||
    !(
      rejects(file, comparison) ||
      ((secret.kind === "token" || secret.kind === "otp") && isBesideExpiry(file, comparison)) ||
      (alike && other.standing === "given" && provesSomething(file, secret) && turnsAwayOnly(file, comparison)) ||
      (secret.kind === "password" && isBesideName(comparison))
    ) ||
    (secret.kind === "otp" && isOfPicture(file, comparison.node))
  )
    return false;
  if (secret.kind === "passwordHash" && other.standing !== "given") return false;
  return (
    (other.standing === "given" && (secret.standing === "kept" || alike)) ||
    (alike &&
      ((isCheck(comparison) && !isBareCode(secret)) ||
        isOfProof(secret) ||
        (secret.kind === "token" && refusesByName(file, comparison, referenceName(secret.node))) ||
        (secret.standing === "kept" && denies(file, comparison)) ||
        (secret.kind === "otp" && other.kind === "otp" && refusesCode(file, comparison))))
  );
}

/** `(await query).password !== password` of a page that then says "Invalid password": it has the password of whoever's name is typed in. */
const checksPasswordInPage = (file: SourceFile, comparison: Comparison, secret: Side, other: Side): boolean =>
  secret.kind === "password" &&
  secret.standing === "kept" &&
  secret.node.type === "MemberExpression" &&
  other.kind === "password" &&
  other.node.type === "Identifier" &&
  originsOf(file.sourceCode, secret.node.object).some(({ node }) => node.type === "CallExpression" && isAnswered(node)) &&
  rejects(file, comparison);

/** `await query`, `snapshot.data()`; not `form.getFieldsValue()`, which is at hand. */
const isAnswered = ({ parent, callee, arguments: given }: TSESTree.CallExpression): boolean =>
  parent.type === "AwaitExpression" || (given.length === 0 && referenceName(callee) === "data");

/** `const matched = candidate.signature === method.signature`: functions and events have signatures, too, and nobody is turned away by them. */
const isOfLikes = (file: SourceFile, comparison: Comparison, a: Side, b: Side): boolean =>
  areOneProperty(file, a, b) && isVerdict(comparison) && !isCheck(comparison) && ![a, b].some(isExpected);

/** `computed.signature`: what the program makes to compare with. */
const isExpected = ({ node }: Side): boolean =>
  node.type === "MemberExpression" && /^(?:calculated|computed|expected|generated)$/i.test(referenceName(node.object) ?? "");

/** `key` of `const [salt, key] = stored.split(":")`: what is kept beside the salt of a digest is the digest. */
const isPartOfText = (file: SourceFile, { node }: Side): boolean =>
  originsOf(file.sourceCode, node).some(
    ({ node: call, path }) => path.length === 1 && call.type === "CallExpression" && referenceName(call.callee) === "split",
  );

/** A list with the secret in it is searched, not a secret text. */
function isSearched(file: SourceFile, { left, right }: Comparison, { node }: Side, other: Side): boolean {
  const elements = writtenElements(file, left);
  if (elements.includes(node)) return true;
  // `[req.query.token, req.get("x-token")].includes(config.token)`
  if (unwrap(right) === node) return elements.length > 0 && elements.includes(other.node);
  const list = objectOf(left) ?? withoutFallback(left);
  return list === node ? isList(node) || splitText(file.sourceCode, node) !== undefined : splitText(file.sourceCode, list) === node;
}

/** `apiKeys`, `tokenList`: a text that holds a secret is searched for something else. */
const isList = (node: Node): boolean => /s$|list$|set$/i.test(referenceName(node) ?? "");

/** One record's token and the same property of another, neither sent by anybody: records are matched, unless somebody is turned away. */
function isLookup(file: SourceFile, comparison: Comparison, a: Side, b: Side): boolean {
  if (
    a.kind === "token" &&
    a.standing === "unknown" &&
    b.standing === "unknown" &&
    a.node.type === "MemberExpression" &&
    b.node.type === "MemberExpression" &&
    referenceName(a.node) === referenceName(b.node)
  )
    return !(comparison.negated && rejects(file, comparison));
  return areOneProperty(file, a, b) && !rejects(file, comparison) && !isCheck(comparison);
}

/** A password and a password; a token, key or code and another of these. An authorization may be any: `auth !== `${user}:${password}``. */
function isFamily(a: Side, b: Side): boolean {
  if (a.kind !== "signature" && b.kind !== "signature" && (a.kind === "authorization" || b.kind === "authorization")) return true;
  const family = ({ kind }: Side): string =>
    kind === "password" || kind === "passwordHash" ? "password" : kind === "signature" ? "signature" : "token";
  return family(a) === family(b);
}

function whatIsCompared(secret: Side, other: Side): Finding["what"] {
  if (secret.digest === "hmac") return "secret";
  if (secret.digest === "password" || other.digest === "password" || secret.kind === "passwordHash") return "hash";
  return secret.kind === "password" && secret.standing !== "proven" ? "plain" : "secret";
}
