import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, literalText, referenceName, rootOf, type Node } from "../../ast/nodes.js";
import { originsOf, type Origin } from "../../ast/origins.js";
import { isGlobal } from "../../ast/scope.js";
import { constantInitializer, staticString } from "../../ast/static-value.js";
import { evidenceOf, evidenceOfKind } from "../../secrets/evidence.js";
import { shownName } from "../../secrets/masking.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import { sourceOfType } from "../../secrets/sources/sources.js";
import type { HashSink } from "../../sinks/hashes/hash-functions.js";
import { CODING, genericWrapper, hashedParts } from "../../sinks/hashes/named-hashes.js";
import { pathEnd, type SourceFile } from "../../source-file.js";
import { columnReason, comparisonReason, destinationReason, literalReason, setterReason } from "./digest-places.js";
import { branchReason, commentReason, functionReason, isSalt, PASSWORD_WORD, saltReason } from "./hashing-functions.js";
import { isOfKeyOnly } from "./keyed-digests.js";
import { keptCode } from "./short-codes.js";

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
  const parts = partsOf(file, sink);
  for (const part of parts) {
    const reason = partReason(file, sink, part);
    if (reason !== undefined) return { reason, part };
  }
  const variable = variableParts(file, parts);
  if (variable.length === 0) {
    const reason = literalReason(file, sink);
    return reason === undefined ? undefined : { reason, part: undefined };
  }
  const kept = keptCode(file, sink, variable);
  if (kept) return kept;
  if (isKnownOther(file, parts)) return undefined;
  const reason =
    destinationReason(file, sink) ??
    columnReason(file, sink) ??
    comparisonReason(file, sink) ??
    functionReason(file, sink, variable) ??
    setterReason(file, enclosingFunction(sink.call)) ??
    branchReason(file, sink, variable) ??
    saltReason(sink, variable) ??
    commentReason(file, sink);
  return reason === undefined ? undefined : { reason, part: variable.length === 1 ? variable[0] : undefined };
}

/** Whether nothing speaks against a password in what is hashed: the digest's place may then say that it is one. */
export function mayBePassword(file: SourceFile, sink: HashSink): boolean {
  const parts = partsOf(file, sink);
  return variableParts(file, parts).length > 0 && !isKnownOther(file, parts);
}

const partsOf = (file: SourceFile, sink: HashSink): Node[] =>
  (isOfKeyOnly(file, sink) ? [sink.key!] : sink.data).flatMap((data) => hashedParts(file, data));

const variableParts = (file: SourceFile, parts: readonly Node[]): Node[] =>
  parts.filter((part) => staticString(file.sourceCode, part) === undefined && part.type !== "Literal");

function isKnownOther(file: SourceFile, parts: readonly Node[]): boolean {
  // A key of the project beside it is a pepper.
  const salted = parts.filter((part) => !isSalt(part) && !(parts.length > 1 && sourceOfType(file, part, "environment")));
  return salted.length === 0 || salted.some((part) => isOther(file, part)) || (parts.length === 1 && isStoredHash(parts[0]!));
}

function partReason(file: SourceFile, sink: HashSink, part: Node): string | undefined {
  // `const passhash = user.pass` is no password any more.
  if (staticString(file.sourceCode, part) !== undefined || nameEvidence(referenceName(part), file.settings)?.kind === "passwordHash")
    return undefined;
  const generic = genericWrapper(file, sink);
  const evidence = evidenceOfKind(file, part, "password");
  if (evidence && (!isElsewhere(generic, evidence.node) || isForPasswords(file, part))) return evidence.reason;
  for (const origin of originsOf(file.sourceCode, part)) {
    const { node } = origin;
    if (isBasicPassword(file, origin)) return `${shownName(referenceName(part))} is the second half of Basic credentials`;
    if (isCalledPassword(node) && !isElsewhere(generic, node))
      return `the text before ${shownName(referenceName(node))} calls it a password`;
    const field = fieldName(file, node);
    if (field !== undefined && !isElsewhere(generic, node) && nameEvidence(field, file.settings)?.kind === "password")
      return `${shownName(referenceName(part))} is read from the field ${shownName(field, "of a form")}`;
  }
  return undefined;
}

/** `content` of `` `password=${content}&key=${KEY}` `` */
function isCalledPassword(node: Node): boolean {
  const text = node.type === "Identifier" && node.parent.type === "TemplateLiteral" ? node.parent : undefined;
  const before = text?.quasis[text.expressions.indexOf(node as TSESTree.Identifier)]?.value.raw ?? "";
  return /(?:^|[&,;?])(?:pass(?:wd|word)?|pwd)=$/i.test(before);
}

/** `[user, p] = Buffer.from(header, "base64").toString().split(":")` */
const isBasicPassword = ({ sourceCode }: SourceFile, { node, path }: Origin): boolean =>
  path[0] === "1" &&
  node.type === "CallExpression" &&
  referenceName(node.callee) === "split" &&
  literalText(node.arguments[0]) === ":" &&
  /base64|\batob\(/i.test(sourceCode.getText(node));

/** Whether a helper says that it hashes passwords, by what it calls its parameter or by its module: `sha1Base64(data)` of `passwordEncrypt.ts`. */
const isForPasswords = (file: SourceFile, part: Node): boolean =>
  nameEvidence(referenceName(part), file.settings)?.kind === "password" ||
  wordsOf(pathEnd(file, 1).replace(/\..{1,20}$/, "")).some((word) => PASSWORD_WORD.test(word));

const isElsewhere = (wrapper: Node | undefined, node: Node): boolean =>
  wrapper !== undefined && (node.range[0] < wrapper.range[0] || node.range[1] > wrapper.range[1]);

/** `form.get("password")`, `$("#password").val()`, `getElementById("password").value`, `passwordInput.value`, `question("Password: ")`. */
function fieldName(file: SourceFile, node: Node): string | undefined {
  if (node.type === "MemberExpression" && referenceName(node) === "value") return fieldName(file, node.object) ?? elementName(node.object);
  if (node.type !== "CallExpression") return undefined;
  const method = referenceName(node.callee);
  if (method === "val" && node.callee.type === "MemberExpression") return fieldName(file, node.callee.object);
  if (/^(?:ask|prompt|question)(?:Async|Sync)?$/.test(method ?? ""))
    return isAnswered(file, node) ? literalText(node.arguments[0])?.replace(/[\s:?>]{1,9}$/, "") : undefined;
  if (!/^(?:get|getValue|getFieldValue|getElementById|querySelector|watch|\$)$/.test(method ?? "") && !readsRequest(node.callee))
    return undefined;
  return literalText(node.arguments[0])?.replace(/^[#.]/, "");
}

/** `this.post("password")` of Think, `req.param("password")`, `request.input("password")`; not `api.post("password")`. */
const readsRequest = (callee: Node): boolean =>
  callee.type === "MemberExpression" &&
  /^(?:input|param|post)$/.test(referenceName(callee) ?? "") &&
  (callee.object.type === "ThisExpression" || /^(?:ctx|req|request)$/i.test(referenceName(callee.object) ?? ""));

/**
 * What is asked for on the command line, and gives the answer: `await question("Password: ")`, `readlineSync.question("Password: ")`. One with a
 * callback gives nothing, and what a browser's `prompt` asks for is no account of this program.
 */
function isAnswered({ sourceCode }: SourceFile, { callee, parent, arguments: given }: TSESTree.CallExpression): boolean {
  if (parent.type === "AwaitExpression" || /Sync$/.test(referenceName(callee) ?? "")) return true;
  return !isGlobal(sourceCode, rootOf(callee)) && given.slice(1).every(({ type }) => type === "ObjectExpression");
}

/** `password` of `passwordInput` and `passwordRef.current`, and of `password` itself; not `pass`, which a shader has. */
function elementName(node: Node): string | undefined {
  const whole = referenceName(node.type === "MemberExpression" && referenceName(node) === "current" ? node.object : node);
  const name = whole?.replace(/_?(?:el|elem|element|field|input|ref)$/i, "");
  return name !== whole || nameEvidence(name)?.strength === "strong" ? name : undefined;
}

/** Evidence that the data are a secret of another kind, or made at random: hashing those fast is right. */
function isOther(file: SourceFile, part: Node): boolean {
  if (sourceOfType(file, part, "random", "hmac", "jwt", "environment", "secretManager")) return true;
  const evidence = evidenceOf(file, part);
  if (evidence && evidence.kind !== "password" && evidence.kind !== "passwordHash") return true;
  return (
    (/^(?:token|key|id|uuid|email|code|otp|nonce|url|path|file|buffer|content|body|payload|now)$/.test(
      wordsOf(referenceName(part) ?? "").at(-1) ?? "",
    ) &&
      !isBytesOfText(file, part)) ||
    /^(?:randomBytes|now|nanoid|random)$/.test(part.type === "CallExpression" ? (referenceName(part.callee) ?? "") : "")
  );
}

/** `const buffer = new TextEncoder().encode(text)`: what the bytes are of is a part of its own. */
function isBytesOfText({ sourceCode }: SourceFile, part: Node): boolean {
  const made = part.type === "Identifier" ? constantInitializer(sourceCode, part) : undefined;
  return (
    made?.type === "CallExpression" &&
    CODING.test(referenceName(made.callee) ?? "") &&
    /^(?:input|message|msg|pass\w{0,10}|plain\w{0,10}|pwd|raw|str|string|text|value)$/i.test(referenceName(made.arguments[0] as Node) ?? "")
  );
}

/** `user.encryptedPassword`: what a record keeps is hashed already. What is sent, or set before it is stored, may be called so, too. */
const isStoredHash = (part: Node): boolean =>
  part.type === "MemberExpression" &&
  /^(?:encrypted|hashed)_?(?:password|passwd|pwd)$/i.test(referenceName(part) ?? "") &&
  /^(?:account|admin|member|record|row|user)$/i.test(referenceName(part.object) ?? "");
