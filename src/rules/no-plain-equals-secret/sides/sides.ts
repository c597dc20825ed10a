import type { TSESTree } from "@typescript-eslint/utils";
import { referenceName, staticName, unwrap, type Node } from "../../../ast/nodes.js";
import { originsOf } from "../../../ast/origins.js";
import { moduleMember } from "../../../ast/modules.js";
import { staticNumber, staticString } from "../../../ast/static-value.js";
import { displayName, evidenceOf, KIND_NAMES, type Evidence, type Strength } from "../../../secrets/evidence.js";
import type { SecretKind } from "../../../secrets/kinds.js";
import { shownName } from "../../../secrets/masking.js";
import { sourcesOf, type Source } from "../../../secrets/sources/sources.js";
import { nameEvidence, wordsOf } from "../../../secrets/names/words.js";
import type { SourceFile } from "../../../source-file.js";
import { keyedDigest } from "./digests.js";
import { COMPARED, CONFIGURED, CONFIG_WORD, configuredValue, keptValue } from "./kept-values.js";
import { givenBy } from "./given.js";
import { isMadeSignature } from "./made-signatures.js";
import { isSymbol } from "../harmless/markers.js";
import { namedSetting } from "./named-settings.js";
import { isMeantForAction } from "./record-names.js";
import { checksVerifyToken, isWritten, mayBeWritten } from "./written-texts.js";

/**
 * What a side of a comparison is to an attacker.
 *
 * - `proven`: the program's own secret: an HMAC, an environment variable, a configured secret
 * - `kept`: read from a record, a session or a cache
 * - `given`: sent by whoever asks
 * - `unknown`: none of these
 */
export type Standing = "proven" | "kept" | "given" | "unknown";

/** One operand of a comparison, judged. */
export interface Side {
  readonly node: Node;
  readonly standing: Standing;
  readonly kind: SecretKind | undefined;
  readonly strength: Strength | undefined;
  /** What it is made with when it is a digest: a secret key (`hmac`), a password, a one-time code, or nothing secret (`plain`). */
  readonly digest: "hmac" | "password" | "code" | "plain" | undefined;
  /** A password hash made it: see `Digest`. */
  readonly slow?: true | undefined;
  /** A function that says nothing of hashing makes it from a stored password. */
  readonly derived?: true;
  /** What the sender calls it: `x-cron-key` of a header. */
  readonly sent?: string | undefined;
  /** Clause for the message: "`expected` is an HMAC digest (line 12)". */
  readonly reason: string;
  /** Noun for the message: "`signature` from a request header". */
  readonly shown: string;
}

/** Kinds whose names may say no more than what they are for: `editKey`, `cancelToken`. */
const MEANT = ["secretKey", "token"] as const satisfies readonly SecretKind[];

/** Whether anything says of an operand that it is a secret. Most operands are none, and what else a side is need not be asked. */
export function isSuspect(file: SourceFile, operand: Node): boolean {
  const node = unwrap(operand);
  const evidence = evidenceOf(file, node) ?? importedEvidence(file, node);
  return (
    (evidence !== undefined && COMPARED.has(evidence.kind)) ||
    keyedDigest(file, node) !== undefined ||
    keptValue(file, node) !== undefined ||
    configuredValue(file, node) !== undefined ||
    isMadeFromStored(file, node) ||
    MEANT.some((kind) => isMeantForAction(file, node, kind)) ||
    namedSetting(file, node) !== undefined ||
    isMadeSignature(file, node)
  );
}

/** Judges an operand that `mayBeSecret`; undefined for constants, which are no secret whatever they are compared with. */
export function sideOf(file: SourceFile, operand: Node): Side | undefined {
  const node = unwrap(operand);
  if (isConstant(file, node) && !mayBeWritten(file, node)) return undefined;
  const shown = displayName(node);
  const sources = sourcesOf(file, node);
  const given = givenBy(file, node);
  const digest = keyedDigest(file, node);
  if (digest?.kind === "hmac")
    return { node, standing: "proven", kind: "signature", strength: "certain", digest: "hmac", reason: `${shown} ${digest.says}`, shown };
  if (digest?.kind === "password")
    return {
      node,
      standing: "unknown",
      kind: "passwordHash",
      strength: "strong",
      digest: "password",
      slow: digest.slow,
      reason: `${shown} ${digest.says}`,
      shown,
    };
  if (digest?.kind === "code")
    return { node, standing: "unknown", kind: "otp", strength: "strong", digest: "code", reason: `${shown} ${digest.says}`, shown };
  const evidence = evidenceOf(file, node) ?? importedEvidence(file, node);
  const kept = keptValue(file, node);
  const kind = evidence && COMPARED.has(evidence.kind) ? evidence.kind : undefined;
  const base = {
    node,
    digest: digest?.kind,
    shown: given ? `${shown} from ${given}` : shown,
    sent: given ? sources.find(({ type }) => type === "request")?.name : undefined,
  };
  const configured = configuredValue(file, node);
  if (configured && !given && !(evidence && isProven(evidence)))
    return { ...base, standing: "proven", kind: configured.kind, strength: "certain", reason: `${shown} ${configured.says}` };
  if (evidence && kind) {
    const standing: Standing =
      isProven(evidence) || (!given && isFromEnvironment(sources, evidence))
        ? "proven"
        : given
          ? "given"
          : sources.some(({ type }) => type === "stored") || kept || (isPasswordKind(kind) && isDecrypted(file, node))
            ? "kept"
            : "unknown";
    // `entry.key` of a list of API keys
    if (standing === "kept" && evidence.strength === "weak" && kept?.strength === "strong")
      return { ...base, standing, kind: kept.kind, strength: "strong", reason: kept.says };
    return { ...base, standing, kind, strength: evidence.strength, reason: evidence.reason };
  }
  if (!kept && !given && isMadeFromStored(file, node))
    return {
      ...base,
      standing: "kept",
      kind: "passwordHash",
      strength: "strong",
      derived: true,
      reason: `${shown} is made from a stored password`,
    };
  if (kept && !given) return { ...base, standing: "kept", kind: kept.kind, strength: kept.strength, reason: kept.says };
  const standing: Standing = given ? "given" : sources.some(({ type }) => type === "stored") ? "kept" : "unknown";
  return { ...base, standing, kind: undefined, strength: undefined, reason: shown };
}

/** Functions that answer, or give something else than another form of what they are given. */
const ANSWERS =
  /^(?:are|can|check|compare|equal|equals|find|get|has|is|length|load|match|matches|read|salt|should|strength|test|valid|validate|verify)$/;

/** `seeded(user.password, 20)`, `unlock(account.password)`: what whoever asks must send, in a form of the program's own. */
function isMadeFromStored(file: SourceFile, node: Node): boolean {
  return originsOf(file.sourceCode, node).some(({ node: call, path, whole }) => {
    if (call.type !== "CallExpression" || path.length > 0 || !whole || call.arguments.length === 0) return false;
    if (wordsOf(referenceName(call.callee) ?? "is").some((word) => ANSWERS.test(word))) return false;
    return call.arguments.some((each) => {
      const evidence = /^(?:Identifier|MemberExpression)$/.test(each.type) ? evidenceOf(file, each) : undefined;
      if (evidence?.kind !== "password" && evidence?.kind !== "passwordHash") return false;
      return (
        evidence.source?.type === "stored" || (each.type === "MemberExpression" && isDecrypting(call) && evidence.source === undefined)
      );
    });
  });
}

/** `cipher.decrypt(account.password, key)`: only what is kept is encrypted. */
const isDecrypting = ({ callee }: TSESTree.CallExpression): boolean => /^(?:decipher|decrypt)/i.test(referenceName(callee) ?? "");

/** `AES.decrypt(stored, key).toString(Utf8)`, of what no request gives: the password that a program has kept under a key. */
export const isDecrypted = (file: SourceFile, node: Node): boolean =>
  originsOf(file.sourceCode, node).some(
    ({ node: call, path }) =>
      call.type === "CallExpression" &&
      path.length === 0 &&
      isDecrypting(call) &&
      call.arguments[0] !== undefined &&
      givenBy(file, call.arguments[0] as Node) === undefined,
  );

const isPasswordKind = (kind: SecretKind): boolean => kind === "password" || kind === "passwordHash";

const isProven = ({ source, kind }: Evidence): boolean =>
  source !== undefined &&
  (["hmac", "secretManager", "jwt"].includes(source.type) || (["environment", "config"].includes(source.type) && CONFIGURED.has(kind)));

/** `password` of `const password = process.env.SITE_PROTECTION`: a name of the environment that says less. */
const isFromEnvironment = (sources: readonly Source[], { basis, kind, strength }: Evidence): boolean =>
  basis === "name" &&
  strength === "strong" &&
  CONFIGURED.has(kind) &&
  sources.some(({ type, whole, name }) => type === "environment" && whole && name !== undefined && name !== "*");

/** `apikey` of `import { apikey } from "./key-handler"`: what a module exports under a strong name. */
function importedEvidence(file: SourceFile, node: Node): Evidence | undefined {
  for (const { node: origin, path, whole } of originsOf(file.sourceCode, node)) {
    if (origin.type !== "Identifier" || path.length > 0 || (moduleMember(file.sourceCode, origin)?.path.length ?? 0) === 0) continue;
    const named = nameEvidence(origin.name, file.settings);
    if (named?.strength !== "strong" || /^[A-Z]/.test(origin.name)) continue;
    return { ...named, basis: "name", reason: `${shownName(origin.name)} is named as ${KIND_NAMES[named.kind]}`, node: origin, whole };
  }
  return undefined;
}

/** False for literals, answers and numbers, by their syntax alone. */
export function mayBeSecret(node: Node): boolean {
  switch (node.type) {
    case "Identifier":
      return !["undefined", "NaN", "Infinity"].includes(node.name);
    case "MemberExpression":
      return !/^(?:length|byteLength|size|type|id|name)$/.test(staticName(node) ?? "");
    case "AwaitExpression":
    case "CallExpression":
    case "ConditionalExpression":
    case "LogicalExpression":
      return true;
    case "ArrayExpression":
      return node.elements.some((each) => each !== null && mayBeSecret(unwrap(each)));
    case "TemplateLiteral":
      return node.expressions.length > 0;
    case "BinaryExpression":
      return node.operator === "+";
    default:
      return false;
  }
}

/** A known string or number, and members of enums: `TokenType.Access`. A constant that is named as a secret is none of these. */
function isConstant(file: SourceFile, node: Node): boolean {
  if (isSymbol(file, node)) return true;
  // String(true) === process.env.NEEDS_AUTH
  if (node.type === "CallExpression" && referenceName(node.callee) === "String" && node.arguments[0]?.type === "Literal") return true;
  if (staticNumber(file.sourceCode, node) !== undefined) return true;
  const text = staticString(file.sourceCode, node);
  if (text !== undefined) {
    const named = nameEvidence(referenceName(node), file.settings);
    const name = referenceName(node) ?? "";
    const isWrittenSecret = named?.strength === "strong" && (isWritten(text) || (/verify/i.test(name) && checksVerifyToken(file)));
    return named === undefined || (/^[A-Z]/.test(name) && !isWrittenSecret && !/KEY|SECRET|PASS/.test(name));
  }
  if (node.type !== "MemberExpression" || node.computed) return false;
  const owner = unwrap(node.object);
  const ownerName = referenceName(owner) ?? "";
  return /^[A-Z][\dA-Z]*[a-z][\dA-Za-z]*$/.test(ownerName) && /^[A-Z]/.test(staticName(node) ?? "") && !CONFIG_WORD.test(ownerName);
}
