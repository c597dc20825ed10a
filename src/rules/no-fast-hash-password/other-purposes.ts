import { destinationsOf } from "../../ast/destinations.js";
import { callsOf } from "../../ast/functions.js";
import { moduleMember } from "../../ast/modules.js";
import { enclosingFunctions, functionName, isFunction, literalText, propertyValue, referenceName, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { variableOf } from "../../ast/scope.js";
import { evidenceOfKind } from "../../secrets/evidence.js";
import { asksForLeakedPasswords } from "../../secrets/leaked-passwords.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import type { HashSink } from "../../sinks/hashes/hash-functions.js";
import { levelsLengths } from "../../sinks/hashes/levelled-hashes.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { isOfKeyOnly } from "./keyed-digests.js";
import { answersProtocol } from "./protocols.js";

/** What a digest is besides a stored password hash: keys, cache keys, tags, signatures of requests. */
const OTHER_RESULT =
  /^(?:key|iv|etag|cache|cached|checksum|fingerprint|signature|sign|sig|token|id|uuid|color|avatar|seed|filename|path|response|ha|prefix|selector|suffix|range|challenge|mac|stamp)$/;
const CIPHER = /^(?:create(?:Cipher|Decipher)(?:iv)?|importKey|encrypt|decrypt|setKey|secretbox)$/;
const LEGACY = /^(?:legacy|deprecated|migrate|migration|obsolete)$/;
/** What makes new digests of the old kind: `legacyRegister`; `createLegacyHash` only says how they were made. */
const MAKING = /^(?:add|create|export|insert|register|save|signup|store)$/;
const CHECKS = /^(?:check|checker|compare|comparer|digest|hash|hasher|verifier|verify)$/;

/** Whether a fast hash of a password serves something other than storing or checking the password. */
export function servesOtherPurpose(file: SourceFile, sink: HashSink): boolean {
  if (
    makesKeyMaterial(file, sink) ||
    levelsLengths(file, sink) ||
    answersProtocol(file, sink) ||
    isKeyedByPassword(file, sink) ||
    namesVersion(sink) ||
    isLegacyCheck(file, sink)
  )
    return true;
  if (/SHA-1|MD[45]/.test(sink.algorithm) && asksForLeakedPasswords(file)) return true;
  return sink.result !== undefined && goesElsewhere(file, sink, sink.result);
}

/** `getTokenVersion(user)`: what tells that something has changed since. */
const namesVersion = ({ call }: HashSink): boolean =>
  enclosingFunctions(call)
    .slice(0, 1)
    .some((fn) =>
      /^(?:(?:calc(?:ulate)?|compute|get)_?)?(?:auth|cache|credentials?|session|token|user)_?(?:etag|fingerprint|stamp|version)$/i.test(
        functionName(fn) ?? "",
      ),
    );

/** OpenSSL's way from a passphrase to key and vector, which files that it encrypted ask for: `evpBytesToKey(password, 32, 16)`, `while (made < keyLength + ivLength)`. */
function makesKeyMaterial({ sourceCode }: SourceFile, { call }: HashSink): boolean {
  if (enclosingFunctions(call).some((fn) => /(?:evp|openssl)_?kdf|bytes_?to_?key/i.test(functionName(fn) ?? ""))) return true;
  let node: Node | undefined = call;
  while (node && !isFunction(node) && !/^(?:DoWhile|For|While)Statement$/.test(node.type)) node = node.parent;
  const test = node && "test" in node ? node.test : undefined;
  return test ? /(?:key|iv)_?(?:bytes|len|length|size)/i.test(sourceCode.getText(test as never)) : false;
}

/** An HMAC whose key is the password, over data that are none, proves knowledge; it does not store. Over nothing, or a literal, it is the password's hash. */
function isKeyedByPassword(file: SourceFile, sink: HashSink): boolean {
  if (!sink.key || !evidenceOfKind(file, sink.key, "password") || isOfKeyOnly(file, sink)) return false;
  return !sink.data.some((data) => evidenceOfKind(file, data, "password"));
}

/** The old digest that a verifier still accepts: `verifyPassword(pw, stored, (password) => md5(password))`, functions named legacy. */
function isLegacyCheck(file: SourceFile, sink: HashSink): boolean {
  return enclosingFunctions(sink.call).some((fn) => {
    const words = wordsOf(functionName(fn) ?? "");
    if (
      words.some((word) => LEGACY.test(word)) &&
      (!words.some((word) => MAKING.test(word)) || (CHECKS.test(words.at(-1)!) && !isKept(file, sink)))
    )
      return true;
    if (isLegacyArgument(file, fn)) return true;
    const name = fn.type === "FunctionDeclaration" ? fn.id : fn.parent?.type === "VariableDeclarator" ? fn.parent.id : undefined;
    const reads = name?.type === "Identifier" ? (variableOf(file.sourceCode, name)?.references ?? []).filter((each) => each.isRead()) : [];
    return reads.length > 0 && reads.every(({ identifier }) => isLegacyUse(file, identifier as Node));
  });
}

/** `user.password = md5(password)`, `insert({ pass: md5(password) })`: there a new digest of the old kind is made. */
const isKept = ({ sourceCode }: SourceFile, { call, result }: HashSink): boolean =>
  destinationsOf(sourceCode, result ?? call).some(({ kind }) => kind === "argument" || kind === "property");

/** Whether a node is the old digest that a verifier takes, or stands in it. */
export const isLegacyUse = (file: SourceFile, node: Node): boolean =>
  isLegacyArgument(file, node) || enclosingFunctions(node).some((fn) => isLegacyArgument(file, fn));

function isLegacyArgument(file: SourceFile, node: Node): boolean {
  const call = node.parent;
  if (call?.type !== "CallExpression" || call.arguments.length !== 3 || call.arguments[2] !== node) return false;
  const name = referenceName(call.callee) ?? "";
  return /verify\w{0,40}password/i.test(name) || name === file.settings.passwordHasher?.verify;
}

/** Pre-hash for bcrypt and the like, cipher keys, cache keys, request signatures. */
function goesElsewhere(file: SourceFile, sink: HashSink, result: Node): boolean {
  const destinations = destinationsOf(file.sourceCode, result);
  const first = destinations.find(
    (each) => each.kind !== "argument" || !/^(?:from|update|String|concat)$/.test(referenceName(each.call.callee) ?? ""),
  );
  if (first && "name" in first && first.name !== undefined) {
    const head = wordsOf(first.name).at(-1) ?? "";
    if (first.kind === "property" && first.name === "digest" && isMeteorLogin(first.node)) return true;
    if (OTHER_RESULT.test(head) || /cache|gravatar|cipher|signature/i.test(first.name)) return true;
    if (/^ha[12]$/i.test(first.name) && sink.data.some((data) => file.sourceCode.getText(data as never).includes(":"))) return true;
  }
  return destinations.some((each) => each.kind === "argument" && isSlowOrCipher(file, each.call));
}

const makesSecrets = perFile(({ sourceCode: { text } }) => /(?<!de)encrypt(?:Sync)?\(|createCipher|secretbox\(|sealBox\(/i.test(text));

/** A key that is made of a password to read what others encrypted: they chose how slow it is. */
export function onlyDecrypts(file: SourceFile, key: Node): boolean {
  const ends = destinationsOf(file.sourceCode, key).filter(({ kind }) => kind !== "variable");
  return (
    ends.length > 0 &&
    ends.every((each) => each.kind === "argument" && /^(?:createDecipheriv|decrypt)$/.test(referenceName(each.call.callee) ?? "")) &&
    !makesSecrets(file)
  );
}

/** Whether every call in the file gives a function a key of the project where its parameter is called a password: `deriveKey(secret, salt)`. */
export function isGivenProjectSecret(file: SourceFile, password: Node): boolean {
  const origin = originsOf(file.sourceCode, password).find(({ parameter }) => parameter && isFunction(parameter.of));
  const calls = origin?.parameter ? callsOf(file.sourceCode, origin.parameter.of) : [];
  return (
    calls.length > 0 &&
    calls.every(
      (call) => nameEvidence(referenceName(call.arguments[origin!.parameter!.index] ?? call), file.settings)?.kind === "secretKey",
    )
  );
}

/** Meteor's log-in sends `{ digest: SHA256(password), algorithm: "sha-256" }`; its server hashes that with bcrypt. */
const isMeteorLogin = (node: Node): boolean =>
  node.type === "Property" && node.parent.type === "ObjectExpression" && propertyValue(node.parent, "algorithm") !== undefined;

function isSlowOrCipher(file: SourceFile, call: Extract<ReturnType<typeof destinationsOf>[number], { kind: "argument" }>["call"]): boolean {
  const name = referenceName(call.callee) ?? "";
  const member = moduleMember(file.sourceCode, call.callee);
  if (/bcrypt|argon2|scrypt|pbkdf2/i.test(`${name} ${member?.module ?? ""} ${member?.path.join(".") ?? ""}`) || CIPHER.test(name))
    return true;
  if (/^(?:bcrypt|argon2?|scrypt)/i.test(call.callee.type === "MemberExpression" ? (referenceName(call.callee.object) ?? "") : ""))
    return true;
  const [first] = call.arguments;
  return /^(?:exec|run|send|call|invoke)$/.test(name) && /^(?:hash|compare|verify)/.test(literalText(first) ?? "");
}
