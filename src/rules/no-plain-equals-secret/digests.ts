import type { TSESTree } from "@typescript-eslint/utils";
import { lineOf, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { constantInitializer } from "../../ast/static-value.js";
import { variableOf } from "../../ast/scope.js";
import { evidenceOf } from "../../secrets/evidence.js";
import { digestMaker, digestOrigin } from "../../secrets/digest-chains.js";
import type { SecretKind } from "../../secrets/kinds.js";
import { sourceOfType } from "../../secrets/sources.js";
import { nameEvidence, wordsOf } from "../../secrets/words.js";
import type { SourceFile } from "../../source-file.js";

/** A digest and what it is made with. */
export interface Digest {
  /** `hmac`: a secret key went in. `password`: a password. `code`: a one-time code. `plain`: none of these, e.g. the checksum of a file. */
  readonly kind: "hmac" | "password" | "code" | "plain";
  /** Completes "`x` …". */
  readonly says: string;
}

const HASHING = /^(?:bcrypt|checksum|crypt|cryptmd5|digest|encrypt|encrypted|encryption|hash|hashed|hasher|hashing|hmac|md5|pbkdf2|scrypt|sha|sha1|sha256|sha512|sign|signature|sum|unixcrypt)$/;
/** Words in the name of a function that hashes and compares by itself. */
const VERIFYING = /^(?:check|compare|equal|equals|is|match|matches|valid|validate|verify|decode|decrypt|parse)$/;

/** `hashPassword`; `md5` and `pbkdf2Sync`, whose digits are words of their own. */
const isHashing = (name: string, words: readonly string[]): boolean => words.some((word) => HASHING.test(word)) || HASHING.test(name.replace(/A?[sS]ync$/, "").toLowerCase());
/** Words by which a function says that it hashes a one-time code. */
const CODES = /^(?:code|otp|passcode|pin|totp)$/;

/** The digest that an expression is: a hash chain, or a call whose function says so and that a password or a secret key goes into. */
export function keyedDigest(file: SourceFile, node: Node): Digest | undefined {
  for (const { node: origin, path } of originsOf(file.sourceCode, node)) {
    if (path.length > 0 || origin.type !== "CallExpression") continue;
    const where = lineOf(origin) === lineOf(node) ? "" : ` (line ${lineOf(origin)})`;
    const chain = digestOrigin(file.sourceCode, origin);
    if (chain === "hmac") return { kind: "hmac", says: `is an HMAC digest${where}` };
    if (chain === "hash") return judged(file, digestInputs(file, origin), where, false) ?? { kind: "plain", says: "is a checksum" };
    const name = referenceName(origin.callee) ?? "";
    const words = wordsOf(name);
    if (!isHashing(name, words) || words.some((word) => VERIFYING.test(word))) continue;
    const made = judged(file, origin.arguments, where, words.some((word) => CODES.test(word)));
    if (made) return made;
    if (words.some((word) => /^(?:hmac|sign|signature)$/.test(word)) === false) return { kind: "plain", says: "is a hash" };
  }
  return undefined;
}

/**
 * Whether an expression is a digest that a password went into, with or without a key. Its repair is a password hash, which
 * `no-fast-hash-password` writes: a constant-time comparison of the old digest would lock out everyone who is stored anew.
 */
export function isPasswordDigest(file: SourceFile, node: Node): boolean {
  if (keyedDigest(file, node)?.kind === "password") return true;
  return originsOf(file.sourceCode, node).some(
    ({ node: origin }) =>
      origin.type === "CallExpression" &&
      digestOrigin(file.sourceCode, origin) !== undefined &&
      digestInputs(file, origin).some((each) => each.type !== "SpreadElement" && evidenceOf(file, each)?.kind === "password"),
  );
}

/** What went into a digest decides what it is. A token that is no code is too long to be found out by its digest. */
function judged(file: SourceFile, inputs: readonly Node[], where: string, ofCode: boolean): Digest | undefined {
  const found = inputs.filter((each) => each.type !== "SpreadElement").map((each) => evidenceOf(file, each));
  if (found.some((each) => each?.kind === "password")) return { kind: "password", says: `is made from a password${where}` };
  const keyed = found.some((each) => each && each.strength !== "weak" && (each.kind === "secretKey" || each.kind === "privateKey") && each.source?.type !== "request");
  if (keyed) return { kind: "hmac", says: `is made with a secret key${where}` };
  if (inputs.some((each) => isTokenList(file, each))) return { kind: "hmac", says: `is made with a secret token${where}` };
  return found.some((each) => each?.kind === "otp" && (ofCode || each.strength !== "weak")) ? { kind: "code", says: `is made from a one-time code${where}` } : undefined;
}

const SHARED: ReadonlySet<SecretKind> = new Set<SecretKind>(["apiKey", "secretKey", "token"]);
const MAX_SORTS = 4;

/**
 * `[token, timestamp, nonce].sort().join("")`: the text of which WeChat, DingTalk and their like send the digest as a signature. The token is the
 * program's own, the rest comes with the request.
 */
function isTokenList(file: SourceFile, text: Node): boolean {
  const elements = elementsOf(file, text);
  const isFresh = elements.some((each) => wordsOf(referenceName(each) ?? "").some((word) => /^(?:nonce|noncestr|time|timestamp|ts)$/.test(word)));
  return isFresh && elements.some((each) => SHARED.has(nameEvidence(referenceName(each), file.settings)?.kind ?? "otp") && !sourceOfType(file, each, "request"));
}

/** The elements of the list that a text is joined from, sorted or not. */
function elementsOf(file: SourceFile, text: Node, depth = 0): Node[] {
  return originsOf(file.sourceCode, text).flatMap(({ node, path }) => {
    if (path.length > 0) return [];
    if (node.type === "ArrayExpression") return node.elements.filter((each) => each !== null);
    const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
    return callee?.type === "MemberExpression" && /^(?:sort|toSorted)$/.test(staticName(callee) ?? "") && depth < MAX_SORTS ? elementsOf(file, callee.object, depth + 1) : [];
  });
}

const MAX_INPUTS = 12;

/** All arguments of `update` of one digest, over one chain or several statements, and those of a one-call digest. */
function digestInputs(file: SourceFile, call: TSESTree.CallExpression): Node[] {
  const inputs: Node[] = [];
  const maker = digestMaker(file.sourceCode, call);
  let current: Node = call;
  for (let hops = 0; hops < MAX_INPUTS && current !== maker; hops++) {
    if (current.type === "AwaitExpression") current = unwrap(current.argument);
    else if (current.type === "Identifier") {
      inputs.push(...updatesOf(file, current));
      const init = constantInitializer(file.sourceCode, current);
      if (!init) break;
      current = unwrap(init);
    } else if (current.type === "CallExpression") {
      const callee = unwrap(current.callee);
      if (callee.type !== "MemberExpression") break;
      if (staticName(callee) === "update") inputs.push(...current.arguments.slice(0, 1));
      current = unwrap(callee.object);
    } else break;
  }
  if (maker && !/^create/.test(referenceName(maker.callee) ?? "")) inputs.push(...maker.arguments);
  return inputs;
}

/** The arguments of `hash.update(…)` on a variable. */
function updatesOf(file: SourceFile, identifier: TSESTree.Identifier): Node[] {
  const inputs: Node[] = [];
  for (const { identifier: read } of variableOf(file.sourceCode, identifier)?.references ?? []) {
    const member = read.parent;
    const call = member?.type === "MemberExpression" && member.object === read && staticName(member) === "update" ? member.parent : undefined;
    if (call?.type === "CallExpression" && call.arguments[0] && inputs.length < MAX_INPUTS) inputs.push(call.arguments[0] as Node);
  }
  return inputs;
}
