import {
  enclosingFunctions,
  functionName,
  isFunction,
  literalText,
  outward,
  referenceName,
  staticName,
  type Node,
} from "../../ast/nodes.js";
import { commentAbove, declarationOf } from "../../ast/comments.js";
import { destinationsOf } from "../../ast/destinations.js";
import { originsOf } from "../../ast/origins.js";
import { staticString } from "../../ast/static-value.js";
import { evidenceOf, evidenceOfKind } from "../../secrets/evidence.js";
import { shownName } from "../../secrets/masking.js";
import { fileRoleOf } from "../../secrets/file-role.js";
import { sourceOfType } from "../../secrets/sources/sources.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import { hashedParts, hashWrapperOf } from "../../sinks/hashes/named-hashes.js";
import type { HashSink } from "../../sinks/hashes/hash-functions.js";
import { pathEnd, type SourceFile } from "../../source-file.js";
import { isOfKeyOnly } from "./keyed-digests.js";
import { usesOf } from "./uses.js";

export interface PasswordInput {
  /** A clause for the message. */
  reason: string;
  /** The hashed part that is the password; undefined where only the surroundings say so. */
  part: Node | undefined;
}

/**
 * Why what goes into a hash is believed to be a password: its name and provenance, else what its digest becomes, else the name of the
 * function around it. A value that is known to be something else (a random token, an API key) is none.
 */
export function passwordInput(file: SourceFile, sink: HashSink): PasswordInput | undefined {
  const parts = (isOfKeyOnly(file, sink) ? [sink.key!] : sink.data).flatMap((data) => hashedParts(file, data));
  for (const part of parts) {
    const reason = partReason(file, sink, part);
    if (reason !== undefined) return { reason, part };
  }
  const variable = parts.filter((part) => staticString(file.sourceCode, part) === undefined && part.type !== "Literal");
  if (variable.length === 0) return literalInput(file, sink);
  const pin = variable.find((part) => wordsOf(referenceName(part) ?? "").at(-1) === "pin");
  const kept = pin && pinReason(file, sink);
  if (kept !== undefined) return { reason: kept, part: pin };
  if (parts.some((part) => isOther(file, part)) || (parts.length === 1 && isStoredHash(parts[0]!))) return undefined;
  const reason =
    destinationReason(file, sink) ??
    comparisonReason(file, sink) ??
    functionReason(file, sink, variable) ??
    setterReason(file, sink) ??
    saltReason(sink, variable) ??
    commentReason(file, sink);
  return reason === undefined ? undefined : { reason, part: variable.length === 1 ? variable[0] : undefined };
}

/** A PIN that is kept as a hash is a short password: `pinHash = sha256(pin)`. One that is sent once is a code. */
function pinReason(file: SourceFile, sink: HashSink): string | undefined {
  const hashing = enclosingFunctions(sink.call)
    .map(functionName)
    .find((name) => /^hash_?pin$|^pin_?hash$/i.test(name ?? ""));
  return hashing === undefined
    ? (destinationReason(file, sink) ?? comparisonReason(file, sink) ?? storedPin(file, sink))
    : `it is hashed in ${shownName(hashing)}`;
}

/** `storage.setItem("pin", digest)` */
function storedPin(file: SourceFile, { result }: HashSink): string | undefined {
  const isStored =
    result &&
    destinationsOf(file.sourceCode, result)
      .slice(0, 4)
      .some(
        (place) =>
          place.kind === "argument" &&
          /^set(?:Item)?(?:Async)?$/.test(referenceName(place.call.callee) ?? "") &&
          /pin(?:code)?(?:hash)?$/i.test(literalText(place.call.arguments[0]) ?? ""),
      );
  return isStored ? "the digest is stored as a PIN" : undefined;
}

function partReason(file: SourceFile, sink: HashSink, part: Node): string | undefined {
  // `const passhash = user.pass` is no password any more.
  if (staticString(file.sourceCode, part) !== undefined || nameEvidence(referenceName(part), file.settings)?.kind === "passwordHash")
    return undefined;
  const generic = genericWrapper(file, sink);
  const evidence = evidenceOfKind(file, part, "password");
  if (evidence && (!isElsewhere(generic, evidence.node) || isForPasswords(file, part))) return evidence.reason;
  for (const { node } of originsOf(file.sourceCode, part)) {
    const field = fieldName(node);
    if (field !== undefined && !isElsewhere(generic, node) && nameEvidence(field, file.settings)?.kind === "password")
      return `${shownName(referenceName(part))} is read from the field ${shownName(field, "of a form")}`;
  }
  return undefined;
}

/** Whether a helper says that it hashes passwords, by what it calls its parameter or by its module: `sha1Base64(data)` of `passwordEncrypt.ts`. */
const isForPasswords = (file: SourceFile, part: Node): boolean =>
  nameEvidence(referenceName(part), file.settings)?.kind === "password" ||
  wordsOf(pathEnd(file, 1).replace(/\..{1,20}$/, "")).some((word) => PASSWORD_WORD.test(word));

/** The function that hashes whatever its callers give it; their reasons are reported where they call it. */
const genericWrapper = (file: SourceFile, sink: HashSink): Node | undefined =>
  enclosingFunctions(sink.call).find((fn) => hashWrapperOf(file, fn)?.sink.call === sink.call);

const isElsewhere = (wrapper: Node | undefined, node: Node): boolean =>
  wrapper !== undefined && (node.range[0] < wrapper.range[0] || node.range[1] > wrapper.range[1]);

/** `form.get("password")`, `$("#password").val()`, `getElementById("password").value`, `passwordInput.value`. */
function fieldName(node: Node): string | undefined {
  if (node.type === "MemberExpression" && referenceName(node) === "value") return fieldName(node.object) ?? elementName(node.object);
  if (node.type !== "CallExpression") return undefined;
  const method = referenceName(node.callee);
  if (method === "val" && node.callee.type === "MemberExpression") return fieldName(node.callee.object);
  if (!/^(?:get|getValue|getFieldValue|getElementById|querySelector|watch|\$)$/.test(method ?? "")) return undefined;
  return literalText(node.arguments[0])?.replace(/^[#.]/, "");
}

/** `password` of `passwordInput` and `passwordRef.current`. */
const elementName = (node: Node): string | undefined =>
  referenceName(node.type === "MemberExpression" && referenceName(node) === "current" ? node.object : node)?.replace(
    /_?(?:el|elem|element|field|input|ref)$/i,
    "",
  );

/** Evidence that the data are a secret of another kind, or made at random: hashing those fast is right. */
function isOther(file: SourceFile, part: Node): boolean {
  if (sourceOfType(file, part, "random", "hmac", "jwt", "environment", "secretManager")) return true;
  const evidence = evidenceOf(file, part);
  if (evidence && evidence.kind !== "password" && evidence.kind !== "passwordHash") return true;
  return (
    /^(?:token|key|id|uuid|email|code|otp|nonce|url|path|file|buffer|content|body|payload|now)$/.test(
      wordsOf(referenceName(part) ?? "").at(-1) ?? "",
    ) || /^(?:randomBytes|now|nanoid)$/.test(part.type === "CallExpression" ? (referenceName(part.callee) ?? "") : "")
  );
}

/** `user.encryptedPassword`: what a record keeps is hashed already. What is sent, or set before it is stored, may be called so, too. */
const isStoredHash = (part: Node): boolean =>
  part.type === "MemberExpression" &&
  /^(?:encrypted|hashed)_?(?:password|passwd|pwd)$/i.test(referenceName(part) ?? "") &&
  /^(?:account|admin|member|record|row|user)$/i.test(referenceName(part.object) ?? "");

/** `user.password = md5(x)`, `{ passwordHash: sha256(x) }`, `setDataValue("password", md5(x))`. */
function destinationReason(file: SourceFile, sink: HashSink): string | undefined {
  if (!sink.result) return undefined;
  const isGeneric = genericWrapper(file, sink) !== undefined;
  for (const destination of destinationsOf(file.sourceCode, sink.result).slice(0, 2)) {
    if (destination.kind === "return" && isGeneric) return undefined;
    if (destination.kind === "variable" || destination.kind === "property") {
      return namesPassword(file, destination.name) ? `the digest becomes ${shownName(destination.name)}` : undefined;
    }
    if (destination.kind === "argument") {
      const field = destination.call.arguments
        .slice(0, destination.index)
        .map((each) => literalText(each))
        .find((each) => each !== undefined && /^[\w.]{2,40}$/.test(each));
      return field !== undefined && nameEvidence(field.split(".").at(-1), file.settings)?.kind === "password"
        ? `the digest becomes ${shownName(field)}`
        : undefined;
    }
  }
  return undefined;
}

/** `password: { type: String, set: (value) => md5(value) }` of a schema. */
function setterReason(file: SourceFile, { call }: HashSink): string | undefined {
  const setter = enclosingFunctions(call)[0]?.parent;
  const field = setter?.type === "Property" && staticName(setter) === "set" ? outward(setter.parent)?.parent : undefined;
  const name = field?.type === "Property" ? staticName(field) : undefined;
  return namesPassword(file, name) ? `the digest becomes ${shownName(name)}` : undefined;
}

/** `md5(text) === user.password`. */
function comparisonReason(file: SourceFile, sink: HashSink): string | undefined {
  if (!sink.result) return undefined;
  for (const use of usesOf(file, sink.result)) {
    if (use.role !== "compare") continue;
    // const HASH = process.env.ADMIN_PASSWORD_HASH
    const stored = [referenceName(use.stored), sourceOfType(file, use.stored, "environment")?.name].find((name) =>
      namesPassword(file, name),
    );
    if (stored !== undefined) return `the digest is compared with ${shownName(stored)}`;
  }
  return undefined;
}

/** Whether a name says beyond doubt that a password, or the hash of one, is kept there. */
function namesPassword(file: SourceFile, name: string | undefined): boolean {
  const named = nameEvidence(name, file.settings);
  return named?.strength === "strong" && (named.kind === "password" || named.kind === "passwordHash");
}

/** `user.password = md5("changeme")`: a literal that a record keeps as its password. Hashes of literals that go elsewhere are samples. */
function literalInput(file: SourceFile, sink: HashSink): PasswordInput | undefined {
  const isText = sink.data.length > 0 && sink.data.every((data) => staticString(file.sourceCode, data));
  if (!isText || !sink.result || fileRoleOf(file) === "seed") return undefined;
  const kept = destinationsOf(file.sourceCode, sink.result)
    .slice(0, 3)
    .find(({ kind }) => kind === "property");
  return kept?.kind === "property" && namesPassword(file, kept.name) && isOfOneRecord(kept.node)
    ? { reason: `the digest becomes ${shownName(kept.name)}`, part: undefined }
    : undefined;
}

/** `user.password = …`, `User.create({ password: … })`; lists of records are data to begin with. */
const isOfOneRecord = (kept: Node): boolean =>
  kept.type === "MemberExpression" ||
  (kept.type === "Property" && /^(?:CallExpression|NewExpression)$/.test(kept.parent.parent?.type ?? ""));

/** `function hash(plainText) { return createHmac("sha512", salt).update(plainText)… }`: what people choose is salted. */
const saltReason = ({ key }: HashSink, parts: readonly Node[]): string | undefined =>
  key &&
  wordsOf(referenceName(key) ?? "").at(-1) === "salt" &&
  parts.some((part) => /^plain_?text$/i.test(referenceName(part) ?? "")) &&
  enclosingFunctions(key).some((fn) => /^(?:en)?(?:crypt|hash)/i.test(functionName(fn) ?? ""))
    ? "it is hashed with a salt"
    : undefined;

/** A verb at the beginning, and what it does it to: "encrypts a password", "Function to hash the user's password". */
const HASHES_PASSWORDS =
  /^(?:(?:this |a |the )?(?:function|helper|method)(?: (?:that|to|which))? )?(?:digest|encrypt|hash|md5|sha-?\d{0,3})(?:s|es|ing)?(?: [\w']{1,12}){0,3} pass(?:word|wd)s?\b|^pass(?:word|wd)s? (?:encrypt|hash)|(?:加密|md5|哈希)[^。]{0,20}密码|密码[^。]{0,6}(?:加密|哈希)/i;
const DENIES = /\b(?:don't|instead|never|no|not|without)\b|\bpassword (?:index|list|reset|token|vault)/i;

const isAboutPasswords = (comment: string): boolean => HASHES_PASSWORDS.test(comment) && !DENIES.test(comment);

/** `// encrypts a password` right above the function that hashes what it is given. */
function commentReason(file: SourceFile, { call }: HashSink): string | undefined {
  const [fn] = enclosingFunctions(call);
  const owner = fn && declarationOf(fn);
  return owner && isAboutPasswords(commentAbove(file.sourceCode, owner)) ? "the comment above the function calls it a password" : undefined;
}

const PASSWORD_WORD = /^(?:passwords?|passwd|pwd|pswd|passphrase|senha|passwort|contrasena|pass|pw)$/;
const HASHING_WORD =
  /^(?:hash|hashed|hashing|encrypt|encrypted|crypt|encode|digest|md|sha|salt|salted|make|generate|create|secure|hmac|compare|verify|check|validate|valid|match|matches|authenticate|set)$/;

/** `hashPassword(str)`, `encryptPwd`, `generatePasswordHash`, `validatePassword` whose own parameter is hashed. */
function functionReason(file: SourceFile, sink: HashSink, parts: readonly Node[]): string | undefined {
  const fn = enclosingFunctions(sink.call).find((each) => functionName(each) !== undefined);
  const name = fn && functionName(fn);
  const words = name === undefined ? [] : wordsOf(name);
  if (
    !words.some((word) => PASSWORD_WORD.test(word)) ||
    !words.some((word) => HASHING_WORD.test(word)) ||
    words.includes("token") ||
    words.includes("reset")
  )
    return undefined;
  const own = parts.some((part) =>
    originsOf(file.sourceCode, part).some(({ parameter }) => parameter && isFunction(parameter.of) && parameter.of === fn),
  );
  return own ? `it is hashed in ${shownName(name)}` : undefined;
}
