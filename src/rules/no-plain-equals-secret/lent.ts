import { referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { enclosingClass } from "../../ast/functions.js";
import { originsOf } from "../../ast/origins.js";
import { KIND_NAMES } from "../../secrets/evidence.js";
import type { SecretKind } from "../../secrets/kinds.js";
import { DISARMING, VERBS } from "../../secrets/names/lexicon.js";
import { sourceOfType } from "../../secrets/sources/sources.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";
import { digestedNames } from "./sides/digests.js";
import { isEntryOfUser, isKeptProof, isPlainColumn } from "./kept-for-somebody.js";
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

/**
 * A side under a neutral name, judged by the other one, which somebody sends: what a cache keeps, a variable of the environment, the part of a
 * decrypted text that must be the checksum. The side itself when nothing is lent.
 *
 * @param decides asked last, since that looks at all that is around the comparison
 */
export function lentBy(file: SourceFile, side: Side, other: Side, decides: Decides): Side {
  const { isCheck } = decides;
  if (side.digest === "plain" && isStoredPassword(other))
    return {
      ...side,
      kind: "passwordHash",
      strength: "strong",
      digest: "password",
      reason: `${side.shown} is a hash that is compared with a stored password`,
    };
  if (
    (side.kind === undefined || side.kind === "signature") &&
    (side.digest === undefined || side.digest === "plain") &&
    isMadeSignature(file, side.node) &&
    isSentSignature(file, other.node)
  )
    return {
      ...side,
      digest: undefined,
      standing: "proven",
      kind: "signature",
      strength: "certain",
      reason: `${side.shown} is a signature that the program makes`,
    };
  if (side.standing === "given" || side.standing === "proven" || side.digest) return side;
  if (isSentToken(other) && isMadeToken(file, side.node) && decides.rejects())
    return proven(side, "token", "is a token that the program makes again");
  if (other.digest === "plain" && isHashOfPlain(file, side, other) && isCheck())
    return kept(side, "passwordHash", "is the hash that a plain text is checked against");
  if (other.digest === "plain")
    return isDecryptedPart(file, side.node) && isCheck() ? proven(side, "signature", "is cut out of a decrypted text") : side;
  if (isVerifyToken(file, other)) return proven(side, "token", "is the verify token of a webhook");
  const { kind } = other;
  const isGiven = other.standing === "given";
  if (
    isGiven &&
    side.kind === undefined &&
    (kind === "otp" || kind === "token") &&
    isKeptProof(file, side.node) &&
    !isOfPicture(file, side.node)
  )
    return kept(side, kind, "is kept in a session");
  if (kind === "password" && other.strength === "strong" && side.kind === undefined && isPasswordOfSomebody(file, side, isGiven, decides))
    return kept(side, kind, "is kept for somebody");
  const meant = isGiven && !(side.kind && side.strength !== "weak") ? (kind ?? "token") : undefined;
  if (meant && isMeantForAction(file, side.node, meant) && (kind !== undefined || isSentAsAction(other, side.node)))
    return kept(side, meant, `is named as ${KIND_NAMES[meant]}`);
  if (isSentAsKey(other) && isMeantForAction(file, side.node, "secretKey") && refusesAction(file, side.node, isGiven, decides))
    return kept(side, "secretKey", "is the key for an action");
  if (isGiven && kind && isHolderOf(file, side.node, kind)) return kept(side, kind, `holds ${KIND_NAMES[kind]}`);
  if (isGiven && isSchemeOf(file, side.node)) return proven(side, "authorization", "is the authorization that a caller must send");
  if (kind && side.kind === undefined && isDecrypted(file, side.node) && (isTyped(other) || (kind === "password" && decides.rejects())))
    return kept(side, kind, "is decrypted");
  if (isGiven && kind && PROVING.has(kind) && side.kind === undefined && isValueOfRecord(side.node) && decides.rejects())
    return kept(side, kind, "is the value of a record");
  const setting = side.kind === undefined ? namedSetting(file, side.node) : undefined;
  if (
    setting !== undefined &&
    (isGiven
      ? isNamedAsProof(other) &&
        (!isOfOtherKey(setting) || isHeaderAlike(file, setting, other)) &&
        ((sourceOfType(file, side.node, "environment") !== undefined && other.sent !== "*" && !isOfOtherKey(setting)) || decides.rejects())
      : !isOfOtherKey(setting) && isCalledAlike(setting, other.node) && decides.rejects())
  )
    return proven(side, "secretKey", "is a configured key");
  if (isGiven && side.kind === undefined && isUnnamedSecret(file, side.node, other))
    return proven(side, "secretKey", "is a configured secret");
  if (!kind || !PROVING.has(kind) || (other.strength === "weak" && kind === "secretKey")) return side;
  if (side.kind && side.strength !== "weak") return side;
  const variable = isGiven ? sourceOfType(file, side.node, "environment") : undefined;
  if (variable && hasWordFor(variable.name, kind)) return proven(side, kind, "is read from the environment");
  if (other.strength === "weak" && kind === "password") return side;
  if (isGiven && side.standing === "kept" && isStoredCopy(file, side.node, kind))
    return kept(side, kind, `is named as ${KIND_NAMES[kind]}`);
  if (isGiven && other.strength === "strong" && side.kind === kind && side.standing === "kept") return { ...side, strength: "strong" };
  if (isGiven && other.strength === "strong" && isWrittenLiteral(side.node))
    return { ...side, standing: "proven", kind, strength: "certain", reason: `the literal is ${KIND_NAMES[kind]} that a caller must send` };
  if (
    !isGiven &&
    !(
      other.standing === "unknown" &&
      (other.strength === "strong" || kind === "otp" || kind === "token") &&
      other.node.type === "Identifier"
    )
  )
    return side;
  if (
    originsOf(file.sourceCode, side.node).some((origin) => isStoreRead(file, origin, kind, !isGiven && other.strength === "weak")) &&
    (isGiven || isCheck() || decides.rejects())
  )
    return kept(side, kind, "is read from a store");
  return side;
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

/** `md5(text) !== admin.password`: what is kept as a password is the hash of one. */
const isStoredPassword = ({ node, standing, kind, strength, digest }: Side): boolean =>
  (standing === "kept" || (standing === "unknown" && node.type === "MemberExpression" && node.object.type !== "ThisExpression")) &&
  strength === "strong" &&
  digest === undefined &&
  (kind === "password" || kind === "passwordHash");

/** `app.authToken.value`: the value of what is named as a secret of that kind. */
function isHolderOf(file: SourceFile, node: Node, kind: SecretKind): boolean {
  const named =
    node.type === "MemberExpression" && staticName(node) === "value" ? nameEvidence(referenceName(node.object), file.settings) : undefined;
  return named?.kind === kind && named.strength === "strong";
}

/** `setting.value !== token`: a row that has one value, under a name of its own. */
const isValueOfRecord = (node: Node): boolean =>
  node.type === "MemberExpression" && /^(?:decrypted_?)?value$/i.test(staticName(node) ?? "");

const isVerifyToken = (file: SourceFile, { node, standing }: Side): boolean =>
  standing === "given" && sourceOfType(file, node, "request")?.name === VERIFY_TOKEN;

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

// --- hashes ----------------------------------------------------------------------------------------------------------

/** `verify(plain, hashed) { return sha1(plain) === hashed; }` */
const isHashOfPlain = (file: SourceFile, { node }: Side, { node: digest }: Side): boolean => {
  const name = referenceName(node) ?? "";
  if (/^(?:(?:en)?crypted|hashed)$/.test(name))
    return digestedNames(file, digest).some((each) => /^(?:attempt|candidate|input|key|plain|plain_?text|raw)$/i.test(each));
  if (name === "hash" && digestedNames(file, digest).some((each) => /^plain_?text$/i.test(each))) return true;
  return /^(?:hash|hashed\w*|saved|stored)$/i.test(name) && /pass(?:word|wd)|pwd|login/i.test(enclosingClass(node)?.id?.name ?? "");
};

// --- decrypted checksums ---------------------------------------------------------------------------------------------

const CUTTING = /^(?:slice|substr|substring)$/;

/** `decrypt(checksum, key).substr(0, 64)`: a digest that only the holder of the key can have sent. */
function isDecryptedPart(file: SourceFile, node: Node): boolean {
  return originsOf(file.sourceCode, node).some(({ node: cut, path }) => {
    const callee = cut.type === "CallExpression" && path.length === 0 ? unwrap(cut.callee) : undefined;
    if (callee?.type !== "MemberExpression" || !CUTTING.test(staticName(callee) ?? "")) return false;
    return originsOf(file.sourceCode, callee.object).some(
      (made) =>
        made.node.type === "CallExpression" &&
        made.path.length === 0 &&
        made.node.arguments.length > 1 &&
        wordsOf(referenceName(made.node.callee) ?? "").includes("decrypt"),
    );
  });
}
