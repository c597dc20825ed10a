import type { TSESTree } from "@typescript-eslint/utils";
import { localFunction } from "../../../ast/functions.js";
import { lineOf, literalText, referenceName, unwrap, type Node } from "../../../ast/nodes.js";
import { originName, originsOf, type Origin } from "../../../ast/origins.js";
import { staticString } from "../../../ast/static-value.js";
import { textParts } from "../../../ast/texts.js";
import { evidenceOf, type Evidence } from "../../../secrets/evidence.js";
import { digestOrigin } from "../../../secrets/sources/digest-chains.js";
import type { SecretKind } from "../../../secrets/kinds.js";
import { asksForLeakedPasswords } from "../../../secrets/leaked-passwords.js";
import { sourceOfType } from "../../../secrets/sources/sources.js";
import { nameEvidence, wordsOf } from "../../../secrets/names/words.js";
import { kdfOf } from "../../../sinks/hashes/kdf-functions.js";
import { namedHashOf } from "../../../sinks/hashes/named-hashes.js";
import { perFile, type SourceFile } from "../../../source-file.js";
import { callbackDigest, cutFrom, digestInputs, elementsOf, holdsSecretKey } from "./digest-inputs.js";
import { namesOf } from "./names.js";
import { isWebHmac, webPassword } from "./web-digests.js";

/** A digest and what it is made with. */
export interface Digest {
  /** `hmac`: a secret key went in. `password`: a password. `code`: a one-time code. `plain`: none of these, e.g. the checksum of a file. */
  readonly kind: "hmac" | "password" | "code" | "plain";
  /** Completes "`x` …". */
  readonly says: string;
  /** A password hash made it, which is kept nowhere but to be held against another one. */
  readonly slow?: true;
}

const HASHING =
  /^(?:bcrypt|checksum|crypt|cryptmd5|digest|encryp|encrypt|encrypted|encryption|hash|hashed|hasher|hashing|hmac|md5|pbkdf2|scrypt|sha|sha1|sha256|sha512|sign|signature|sum|unixcrypt)$/;
/** Words in the name of a function that hashes and compares by itself. */
const VERIFYING = /^(?:check|compare|equal|equals|is|match|matches|valid|validate|verify|decode|decrypt|parse)$/;

/** `hashPassword`; `md5` and `pbkdf2Sync`, whose digits are words of their own. */
const isHashing = (name: string, words: readonly string[]): boolean =>
  words.some((word) => HASHING.test(word)) ||
  HASHING.test(name.replace(/A?[sS]ync$/, "").toLowerCase()) ||
  /(?:^|_)(?:md_?5|sha_?\d{1,3})$/.test(words.join("_"));
/** Functions of Node.js that make a hash of a password, and nothing that is compared otherwise. */
const SLOW = /^(?:pbkdf2|scrypt)(?:Sync)?$/;
/** Words by which a function says that it hashes a one-time code. */
const CODES = /^(?:code|otp|passcode|pin|totp)$/;

/** A call that hashes, and what goes into it. */
interface Hashing {
  readonly how: "hmac" | "hash" | "named" | "slow";
  readonly words: readonly string[];
  readonly inputs: readonly Node[];
}

/** The hashing that a place is the result of: of a hash chain, of a call whose function says so, or of one that hands its result to a callback. */
function hashingAt(file: SourceFile, origin: Origin): Hashing | undefined {
  if (origin.path.length > 0) return undefined;
  const { node } = origin;
  if (isWebHmac(file, node)) return { how: "hmac", words: [], inputs: [] };
  const password = webPassword(file, node);
  if (password) return { how: "slow", words: [], inputs: [password] };
  const chain = node.type === "CallExpression" ? digestOrigin(file.sourceCode, node) : undefined;
  if (chain) return { how: chain, words: [], inputs: digestInputs(file, node as TSESTree.CallExpression) };
  const called = node.type === "CallExpression" ? { callee: node.callee, given: node.arguments } : callbackDigest(origin);
  if (called && isSlow(file, called.callee, called.given)) return { how: "slow", words: [], inputs: called.given };
  const name = called && referenceName(called.callee);
  if (!called || name === undefined) return undefined;
  const words = wordsOf(name);
  return isHashing(name, words) && !words.some((word) => VERIFYING.test(word)) ? { how: "named", words, inputs: called.given } : undefined;
}

/** `scryptSync(password, salt, 64)`, `stretch(…)` of `promisify(pbkdf2)`, `scryptAsync(…)` of another file; not of a literal, which is a test of the function. */
function isSlow({ sourceCode }: SourceFile, callee: Node, given: readonly Node[]): boolean {
  if (given.length < 3 || !given[0] || staticString(sourceCode, given[0]) !== undefined) return false;
  const kdf = kdfOf(sourceCode, callee);
  if (kdf) return SLOW.test(kdf.name);
  const inner = unwrap(callee);
  return inner.type === "Identifier" && /^(?:pbkdf2|scrypt)A?[sS]ync$/.test(inner.name) && !localFunction(sourceCode, inner);
}

/** `md5password`, `hashedPassword`: what is hashed there is a password, whatever it was called before. */
function isPasswordName(file: SourceFile, name: string | undefined): boolean {
  const named = nameEvidence(name, file.settings);
  return named?.strength === "strong" && /^password/.test(named.kind);
}

const MAX_CUTS = 3;
const known = perFile(() => new Map<Node, { digest: Digest | undefined }>());

/** The digest that an expression is, or begins with: a hash chain, or a call whose function says so and that a password or a secret key goes into. */
export function keyedDigest(file: SourceFile, node: Node): Digest | undefined {
  const digests = known(file);
  let found = digests.get(node);
  if (!found) digests.set(node, (found = { digest: findDigest(file, node, 0) }));
  return found.digest;
}

function findDigest(file: SourceFile, node: Node, cuts: number): Digest | undefined {
  let isPassword = false;
  let named: Digest | undefined;
  for (const origin of originsOf(file.sourceCode, node)) {
    const hashing = hashingAt(file, origin);
    if (!hashing) {
      isPassword ||= origin.node.type === "Identifier" && isPasswordName(file, originName(origin));
      const whole = origin.path.length === 0 && cuts < MAX_CUTS ? cutFrom(origin.node) : undefined;
      const cut = whole && !asksForLeakedPasswords(file) && findDigest(file, whole, cuts + 1);
      if (cut) return cut;
      continue;
    }
    const where = lineOf(origin.node) === lineOf(node) ? "" : ` (line ${lineOf(origin.node)})`;
    const { how, words, inputs } = hashing;
    if (how === "hmac") return { kind: "hmac", says: `is an HMAC digest${where}` };
    const made = judged(
      file,
      inputs,
      where,
      words.some((word) => CODES.test(word)),
    );
    if (how === "slow")
      return { kind: "password", says: made?.kind === "password" ? made.says : `is the result of a password hash${where}`, slow: true };
    if (made) return made;
    if (isPassword) return { kind: "password", says: `is a hash under the name of a password${where}` };
    if (how === "hash") return { kind: "plain", says: "is a checksum" };
    // A function of the file says more by what it does: `digestOf(body)`, which makes an HMAC.
    if (!words.some((word) => /^(?:hmac|sign|signature)$/.test(word))) named ??= { kind: "plain", says: "is a hash" };
  }
  return named;
}

/** The names of what a digest is made of: `newPassword` for `hashed` in `const hashed = md5(newPassword)`; those of the value itself when it is none. */
export function digestedNames(file: SourceFile, node: Node): string[] {
  const hashing = originsOf(file.sourceCode, node)
    .map((origin) => hashingAt(file, origin))
    .find((each) => each !== undefined);
  return hashing
    ? hashing.inputs.flatMap((each) => [each, ...elementsOf(file, each)]).flatMap((each) => namesOf(file, each))
    : namesOf(file, node);
}

/**
 * Whether an expression is a fast digest that a password went into, with or without a key. Its repair is a password hash, which
 * `no-fast-hash-password` writes: a constant-time comparison of the old digest would lock out everyone who is stored anew.
 */
export function isFastPasswordDigest(file: SourceFile, node: Node): boolean {
  const digest = keyedDigest(file, node);
  if (digest?.kind === "password") return digest.slow !== true;
  return originsOf(file.sourceCode, node).some(
    ({ node: origin }) =>
      origin.type === "CallExpression" && hashedBy(file, origin).some((each) => evidenceOf(file, each)?.kind === "password"),
  );
}

/** Parts of one hashed text that are looked at. */
const MAX_PARTS = 20;

/** What a call hashes: a chain of a library, or a function that the file does not define and whose name says so, `md5password(decrypt(x))`. */
function hashedBy(file: SourceFile, call: TSESTree.CallExpression): Node[] {
  const inputs = digestOrigin(file.sourceCode, call) === undefined ? (namedHashOf(file, call)?.data ?? []) : digestInputs(file, call);
  return inputs
    .flatMap((each) => [each, ...textParts(each).slice(0, MAX_PARTS)])
    .flatMap((each): Node[] => (each.type === "CallExpression" ? [each, ...each.arguments] : [each]))
    .filter((each) => each.type !== "SpreadElement");
}

/** What went into a digest decides what it is. A token that is no code is too long to be found out by its digest. */
function judged(file: SourceFile, inputs: readonly Node[], where: string, ofCode: boolean): Digest | undefined {
  const found = inputs
    .flatMap((each) => [each, ...elementsOf(file, each)])
    .filter((each) => each.type !== "SpreadElement")
    .map((each) => evidenceOf(file, each) ?? typedEvidence(file, each));
  if (found.some((each) => each?.kind === "password")) return { kind: "password", says: `is made from a password${where}` };
  const keyed = found.some(
    (each) =>
      each && each.strength !== "weak" && (each.kind === "secretKey" || each.kind === "privateKey") && each.source?.type !== "request",
  );
  if (keyed || inputs.some((each) => holdsSecretKey(file, each))) return { kind: "hmac", says: `is made with a secret key${where}` };
  if (inputs.some((each) => isTokenList(file, each))) return { kind: "hmac", says: `is made with a secret token${where}` };
  return found.some((each) => each?.kind === "otp" && (ofCode || each.strength !== "weak"))
    ? { kind: "code", says: `is made from a one-time code${where}` }
    : undefined;
}

/** `passwordInput`, `passwordAttempt`: hashed, it is what somebody typed; elsewhere it may be the field for it. */
function typedEvidence(file: SourceFile, node: Node): Pick<Evidence, "kind" | "strength" | "source"> | undefined {
  const words = wordsOf(referenceName(node) ?? "");
  return /^(?:attempt|candidate|entered|field|guess|input|typed)$/.test(words.at(-1) ?? "")
    ? nameEvidence(words.slice(0, -1).join("_"), file.settings)
    : undefined;
}

/** `token`, `token` of `nconf.get("wechat:token")`. */
const settingName = (part: Node): string | undefined =>
  part.type === "CallExpression" && referenceName(part.callee) === "get"
    ? literalText(part.arguments[0])?.split(/[.:]/).at(-1)
    : referenceName(part);

const SHARED: ReadonlySet<SecretKind> = new Set<SecretKind>(["apiKey", "secretKey", "token"]);
/**
 * `[token, timestamp, nonce].sort().join("")`: the text of which WeChat, DingTalk and their like send the digest as a signature. The token is the
 * program's own, the rest comes with the request.
 */
function isTokenList(file: SourceFile, text: Node): boolean {
  const elements = elementsOf(file, text);
  const isFresh = elements.some((each) =>
    wordsOf(referenceName(each) ?? "").some((word) => /^(?:nonce|noncestr|time|timestamp|ts)$/.test(word)),
  );
  return (
    isFresh &&
    elements.some(
      (each) =>
        (literalText(each)?.length ?? 0) > 3 ||
        (SHARED.has(nameEvidence(settingName(each), file.settings)?.kind ?? "otp") && !sourceOfType(file, each, "request")),
    )
  );
}
