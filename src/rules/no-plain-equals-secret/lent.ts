import { referenceName, staticName, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { KIND_NAMES } from "../../secrets/evidence.js";
import type { SecretKind } from "../../secrets/kinds.js";
import { DISARMING, VERBS } from "../../secrets/names/lexicon.js";
import { sourceOfType, type Source } from "../../secrets/sources/sources.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";
import { isDecryptedPart, isHashOfPlain } from "./sides/checked-digests.js";
import { isEntryOfUser, isKeptProof, isPlainColumn, isStoredPassword } from "./kept-for-somebody.js";
import { isMadeSignature, isMadeToken, isSentSignature } from "./sides/made-signatures.js";
import { isCalledAlike, isHeaderAlike, isNamedAsProof, isOfOtherKey, isUnnamedSecret, namedSetting } from "./sides/named-settings.js";
import { isMeantForAction, isOfSettings, isStoredCopy } from "./sides/record-names.js";
import { isOfPicture } from "./refusal.js";
import { isDecrypted, type Side } from "./sides/sides.js";
import { isStoreRead } from "./sides/store-reads.js";
import { isSchemeOf, isWrittenLiteral, VERIFY_TOKEN } from "./sides/written-texts.js";

// What the sender of a value calls it says what the other side is: `(await redis.get(id)) !== req.body.verifyCode` compares codes.

/** What is done by the answer of a comparison. */
interface Decides {
  /** Whether a function around is named as a check: then a parameter under a secret's name is sent by somebody. */
  isCheck: () => boolean;
  /** Whether somebody is turned away. */
  rejects: () => boolean;
  /** Whether whoever sends another value goes no further, whatever he is told. */
  turnsAway: () => boolean;
}

/** Kinds that a caller proves something with. */
const PROVING: ReadonlySet<SecretKind> = new Set<SecretKind>(["apiKey", "authorization", "otp", "password", "secretKey", "token"]);

/** A side that may be lent something, and the other one. */
interface Pair {
  file: SourceFile;
  side: Side;
  other: Side;
  /** The kind of the other side. */
  kind: SecretKind | undefined;
  /** Somebody sends the other side. */
  isGiven: boolean;
  /** Asked last, since that looks at all that is around the comparison. */
  decides: Decides;
}

/**
 * A side under a neutral name, judged by the other one, which somebody sends: what a cache keeps, a variable of the environment, the part of a
 * decrypted text that must be the checksum. The side itself when nothing is lent.
 */
export function lentBy(file: SourceFile, side: Side, other: Side, decides: Decides): Side {
  const pair: Pair = { file, side, other, kind: other.kind, isGiven: other.standing === "given", decides };
  const digest = asDigest(pair);
  if (digest || side.standing === "given" || side.standing === "proven" || side.digest) return digest ?? side;
  const found = asMadeToken(pair) ?? (other.digest === "plain" ? asHashOf(pair) : (asKept(pair) ?? asConfigured(pair) ?? asNamed(pair)));
  return found ?? side;
}

/** A digest that only the other side tells the purpose of: the hash of a password, a signature. */
function asDigest({ file, side, other }: Pair): Side | undefined {
  if (side.digest === "plain" && isStoredPassword(file, other))
    return {
      ...side,
      kind: "passwordHash",
      strength: "strong",
      digest: "password",
      reason: `${side.shown} is a hash that is compared with a stored password`,
    };
  return (side.kind === undefined || side.kind === "signature") &&
    (side.digest === undefined || side.digest === "plain") &&
    isMadeSignature(file, side.node) &&
    isSentSignature(file, other.node)
    ? {
        ...side,
        digest: undefined,
        standing: "proven",
        kind: "signature",
        strength: "certain",
        reason: `${side.shown} is a signature that the program makes`,
      }
    : undefined;
}

const asMadeToken = ({ file, side, other, decides }: Pair): Side | undefined =>
  isSentToken(other) && isMadeToken(file, side.node) && decides.rejects()
    ? proven(side, "token", "is a token that the program makes again")
    : undefined;

/** What a digest of an unknown text is held against. */
function asHashOf({ file, side, other, decides: { isCheck } }: Pair): Side | undefined {
  if (isHashOfPlain(file, side, other) && isCheck()) return kept(side, "passwordHash", "is the hash that a plain text is checked against");
  return isDecryptedPart(file, side.node) && isCheck() ? proven(side, "signature", "is cut out of a decrypted text") : undefined;
}

/** What is kept for somebody: in a session, a row, an object of its own. */
function asKept({ file, side, other, kind, isGiven, decides }: Pair): Side | undefined {
  const isUnnamed = side.kind === undefined;
  if (isVerifyToken(file, other)) return proven(side, "token", "is the verify token of a webhook");
  if (isGiven && isUnnamed && (kind === "otp" || kind === "token") && isKeptProof(file, side.node) && !isOfPicture(file, side.node))
    return kept(side, kind, "is kept in a session");
  if (kind === "password" && other.strength === "strong" && isUnnamed && isPasswordOfSomebody(file, side, isGiven, decides))
    return kept(side, kind, "is kept for somebody");
  const meant = isGiven && !(side.kind && side.strength !== "weak") ? (kind ?? "token") : undefined;
  if (meant && isMeantForAction(file, side.node, meant) && (kind !== undefined || isSentAsAction(other, side.node)))
    return kept(side, meant, `is named as ${KIND_NAMES[meant]}`);
  if (isSentAsKey(other) && isMeantForAction(file, side.node, "secretKey") && refusesAction(file, side.node, isGiven, decides))
    return kept(side, "secretKey", "is the key for an action");
  if (isGiven && kind && isHolderOf(file, side.node, kind)) return kept(side, kind, `holds ${KIND_NAMES[kind]}`);
  if (isGiven && isSchemeOf(file, side.node)) return proven(side, "authorization", "is the authorization that a caller must send");
  if (kind && isUnnamed && isDecrypted(file, side.node) && (isTyped(other) || (isChecked(kind, isGiven) && decides.rejects())))
    return kept(side, kind, "is decrypted");
  return isGiven &&
    kind &&
    PROVING.has(kind) &&
    isUnnamed &&
    isValueOfRecord(side.node) &&
    (decides.rejects() || isOfSecret(side.node, kind))
    ? kept(side, kind, "is the value of a record")
    : undefined;
}

/** What is sent to be checked, and kept encrypted for it. */
const isChecked = (kind: SecretKind, isGiven: boolean): boolean => kind === "password" || (isGiven && (kind === "otp" || kind === "token"));

/** A setting whose own name says too little. */
function asConfigured({ file, side, other, isGiven, decides }: Pair): Side | undefined {
  if (side.kind !== undefined) return undefined;
  const setting = namedSetting(file, side.node);
  if (setting !== undefined && isKeyFor(setting)) return proven(side, "secretKey", "is a configured key");
  return isGiven && isUnnamedSecret(file, side.node, other) ? proven(side, "secretKey", "is a configured secret") : undefined;

  function isKeyFor(name: string): boolean {
    if (!isGiven) return !isOfOtherKey(name) && isCalledAlike(name, other.node) && decides.rejects();
    if (!isNamedAsProof(other) || (isOfOtherKey(name) && !isHeaderAlike(file, name, other))) return false;
    const isVariable = sourceOfType(file, side.node, "environment") !== undefined;
    return (isVariable && other.sent !== "*" && !isOfOtherKey(name)) || decides.rejects();
  }
}

/** What takes its kind from the other side: a variable, a stored copy, a literal, what a store gives. */
function asNamed({ file, side, other, kind, isGiven, decides }: Pair): Side | undefined {
  if (!kind || !PROVING.has(kind) || (other.strength === "weak" && kind === "secretKey")) return undefined;
  if (side.kind && side.strength !== "weak") return undefined;
  const variable = isGiven ? sourceOfType(file, side.node, "environment") : undefined;
  if (variable && (hasWordFor(variable.name, kind) || isPasswordFor(variable, other)))
    return proven(side, kind, "is read from the environment");
  if (other.strength === "weak" && kind === "password" && !(isGiven && isWrittenLiteral(side.node))) return undefined;
  if (isGiven && side.standing === "kept" && isStoredCopy(file, side.node, kind))
    return kept(side, kind, `is named as ${KIND_NAMES[kind]}`);
  if (isGiven && (other.strength === "strong" || kind === "password")) {
    if (side.kind === kind && side.standing === "kept") return { ...side, strength: "strong" };
    if (isWrittenLiteral(side.node))
      return {
        ...side,
        standing: "proven",
        kind,
        strength: "certain",
        reason: `the literal is ${KIND_NAMES[kind]} that a caller must send`,
      };
  }
  const isParameter =
    other.standing === "unknown" && (other.strength === "strong" || kind === "otp" || kind === "token") && other.node.type === "Identifier";
  return (isGiven || isParameter) &&
    originsOf(file.sourceCode, side.node).some((origin) => isStoreRead(file, origin, kind, !isGiven && other.strength === "weak")) &&
    (isGiven || decides.isCheck() || decides.rejects())
    ? kept(side, kind, "is read from a store")
    : undefined;
}

/** The side as the program's own secret. `says` completes "`expected` …". */
const proven = (side: Side, kind: SecretKind, says: string): Side => ({
  ...side,
  standing: "proven",
  kind,
  strength: "certain",
  reason: `${side.shown} ${says}`,
});

/** The side as what is kept for whoever sends it again. */
const kept = (side: Side, kind: SecretKind, says: string): Side => ({
  ...side,
  standing: "kept",
  kind,
  strength: "strong",
  reason: `${side.shown} ${says}`,
});

/** Whether a value is sent under the name of a key, or is a parameter that is called one: `req.get("x-owner-key")`, `unlock(key)`. */
const isSentAsKey = ({ standing, sent, node }: Side): boolean =>
  /(?:^|[a-z_-])(?:key|K(?:EY|ey))$/.test(
    standing === "given" ? (sent ?? referenceName(node) ?? "") : node.type === "Identifier" ? node.name : "",
  );

/** Settings and options name keys of many kinds: there a request must bring the key, and be refused. */
const refusesAction = (file: SourceFile, node: Node, isGiven: boolean, { rejects, turnsAway }: Decides): boolean =>
  isOfSettings(file, node) ? isGiven && rejects() : rejects() || (isGiven && turnsAway());

/** `query.edit`, which is held against `album.editToken`: the action that it allows. */
const isSentAsAction = ({ sent }: Side, node: Node): boolean =>
  sent !== undefined && wordsOf(referenceName(node) ?? "")[0] === wordsOf(sent).join(" ");

/** A password or a PIN. */
const isTyped = ({ kind, node }: Side): boolean =>
  kind === "password" || (kind === "otp" && /pin|passcode/i.test(referenceName(node) ?? ""));

/** A token that comes from a request, or that the function around is given. */
const isSentToken = ({ standing, kind, node, sent }: Side): boolean =>
  standing === "given"
    ? kind === "token" || /token$/i.test(sent ?? "")
    : kind === "token" && standing === "unknown" && node.type === "Identifier";

/** `users[username] === password`, `user.tel !== password`: what somebody signs in with, where another value is refused. */
const isPasswordOfSomebody = (file: SourceFile, { node, standing }: Side, isGiven: boolean, { isCheck, rejects }: Decides): boolean =>
  isEntryOfUser(node) ? isGiven || isCheck() : standing === "kept" && isPlainColumn(file, node, "password") && rejects();

/** `app.authToken.value`: the value of what is named as a secret of that kind. */
function isHolderOf(file: SourceFile, node: Node, kind: SecretKind): boolean {
  const named =
    node.type === "MemberExpression" && staticName(node) === "value" ? nameEvidence(referenceName(node.object), file.settings) : undefined;
  return named?.kind === kind && named.strength === "strong";
}

/** `setting.value !== token`: a row that has one value, under a name of its own. */
const isValueOfRecord = (node: Node): boolean =>
  node.type === "MemberExpression" && /^(?:decrypted_?)?value$/i.test(staticName(node) ?? "");

/** `secretSetting.value`, which is held against a secret: the row is called after what it keeps. */
const isOfSecret = (node: Node, kind: SecretKind): boolean =>
  node.type === "MemberExpression" && wordsOf(referenceName(node.object) ?? "").some((word) => nameEvidence(word)?.kind === kind);

const isVerifyToken = (file: SourceFile, { node, standing }: Side): boolean =>
  standing === "given" && sourceOfType(file, node, "request")?.name === VERIFY_TOKEN;

/** `req.body.password === process.env.ADMIN`: what a password is held against is one, whatever its variable is called. */
const isPasswordFor = ({ name, whole }: Source, { kind, strength }: Side): boolean =>
  whole && kind === "password" && strength === "strong" && /^[A-Z][A-Z\d_]*$/.test(name ?? "") && !NO_PASSWORD.test(name!);

/** What stands in a form instead of one, what a network publishes, and what says who, where and in which environment. */
const NO_PASSWORD = /(?:^|_)(?:DEMO|DUMMY|EMPTY|ENV|HOST|MASK|NAME|NETWORK|PLACEHOLDER|PORT|UNCHANGED|USER(?:NAME)?)$/;

/** What bundlers ask of variables that they write into pages: where a request is held against one, it is a secret that everybody can read. */
const BUNDLED = /^(?:EXPO|NEXT|NUXT)_PUBLIC_/;

/**
 * `tokenElecterm`: a variable that has the word in it, though not at its end; `ADMIN_INIT_KEY`, when it is an API key that is sent.
 * `REQUIRE_TOKEN` is a question, and a public key is no proof.
 */
function hasWordFor(name: string | undefined, kind: SecretKind): boolean {
  const words = wordsOf((name ?? "").replace(BUNDLED, ""));
  if (VERBS.has(words[0] ?? "") || words.some((word) => DISARMING.has(word))) return false;
  return words.some((word) => nameEvidence(word)?.kind === kind) || (kind === "apiKey" && words.at(-1) === "key");
}
