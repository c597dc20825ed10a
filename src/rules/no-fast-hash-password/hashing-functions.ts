import { commentAbove, declarationOf } from "../../ast/comments.js";
import { callsOf, enclosingClass } from "../../ast/functions.js";
import { enclosingFunctions, functionName, isFunction, literalText, referenceName, type FunctionNode, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { evidenceOfKind } from "../../secrets/evidence.js";
import { shownName } from "../../secrets/masking.js";
import { DISARMING } from "../../secrets/names/lexicon.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import type { HashSink } from "../../sinks/hashes/hash-functions.js";
import { pathEnd, type SourceFile } from "../../source-file.js";

// What stands around a hash says that it is of a password: the function, its comment, a branch, a salt.

export const PASSWORD_WORD = /^(?:passwords?|passwd|pwd|pswd|passphrase|senha|passwort|contrasena|pass|pw)$/;
const HASHING_WORD =
  /^(?:hash|hashed|hashing|encrypt|encrypted|crypt|encode|digest|md|sha|salt|salted|make|generate|create|secure|hmac|change|compare|verify|check|validate|valid|match|matches|authenticate|set|update|alterar|cambiar|cifrar|encriptar|mudar|trocar|validar|verificar)$/;
/** What a class, a module or an object is whose name says that it hashes: `PasswordEncoder`, `passCrypt`. */
const HASHER = /^(?:algorithm|crypt\w{0,10}|digest\w{0,3}|encod\w{0,3}|encrypt\w{0,4}|hash\w{0,3})$/;
/** What one may be called that does all there is to do with passwords: `PasswordService`. */
const CARETAKER =
  /^(?:adapter|auth|component|facade|factory|gateway|handler|helper|impl|implementation|lib|library|manager|md5|port|provider|repository|security|service|sha\d*|\d+|strategy|tool|util|utilitie|utility)s?$/;
/** All that the name of a method says where its class says that it is about passwords. */
const BARE_HASHING_WORD = /^(?:async|compare|crypt|digest|encode|encrypt|hash|make|matches|sync|verify)$/;
/** What there is about passwords besides themselves: `changePasswordPolicy`. */
const ABOUT = /^(?:cache|hint|list|page|polic(?:y|ies)|report|rules?|settings|strength)$/;
/** What a function takes beside a password. */
const ACCOUNT_WORD = /^(?:account|domain|host|ip|login|mail|name|nick|realm|role|salt|server|uid|user|username)$/;

/** `hashPassword(str)`, `encryptPwd`, `generatePasswordHash`, `validatePassword` whose own parameter is hashed. */
export function functionReason(file: SourceFile, sink: HashSink, parts: readonly Node[]): string | undefined {
  const fn = enclosingFunctions(sink.call).find((each) => functionName(each) !== undefined);
  const name = fn && functionName(fn);
  const words = name === undefined ? [] : wordsOf(name);
  if (name === undefined || DISARMING.has(words.at(-1)!) || ABOUT.test(words.at(-1)!) || !hashesPasswords(fn!, words)) return undefined;
  const own = parts.some(
    (part) =>
      !ACCOUNT_WORD.test(wordsOf(referenceName(part) ?? "").at(-1) ?? "") &&
      originsOf(file.sourceCode, part).some(({ parameter }) => parameter && isFunction(parameter.of) && parameter.of === fn),
  );
  return own ? `it is hashed in ${shownName(name)}` : undefined;
}

function hashesPasswords(fn: FunctionNode, words: readonly string[]): boolean {
  const owner = ownerWords(fn);
  if ([...owner, ...words].some((word) => /^(?:reset|token)$/.test(word))) return false;
  const isHashing = words.some((word) => HASHING_WORD.test(word)) || /^(?:crypt|digest|encrypt|hash)/.test(owner.at(-1) ?? "");
  return (
    (isHashing && words.some((word) => PASSWORD_WORD.test(word))) ||
    (words.every((word) => BARE_HASHING_WORD.test(word)) && isOfPasswords(owner))
  );
}

/** `PasswordEncoder`, `passCrypt`, `PasswordHasherService`: not `RenderPass`, `BoardingPass`, `PasswordCache`, `PasswordLinkHasher`. */
function isOfPasswords(owner: readonly string[]): boolean {
  let end = owner.length;
  while (end > 1 && CARETAKER.test(owner[end - 1]!)) end--;
  const isHasher = HASHER.test(owner[end - 1] ?? "");
  const subject = owner[isHasher ? end - 2 : end - 1] ?? "";
  return PASSWORD_WORD.test(subject) && (isHasher || !/^(?:pass|pw)$/.test(subject));
}

/** What holds a function is called: `class Hasher { password(text) {} }`, `const hashes = { password: (text) => … }`, `class PasswordEncoder { encode(text) {} }` */
function ownerWords(fn: FunctionNode): readonly string[] {
  const object = fn.parent?.type === "Property" ? fn.parent.parent.parent : undefined;
  return wordsOf((object?.type === "VariableDeclarator" ? referenceName(object.id) : enclosingClass(fn)?.id?.name) ?? "");
}

/** `function hash(plainText) { return createHmac("sha512", salt).update(plainText)… }`, `sha1(plain + salt)`: what people choose is salted. */
export function saltReason({ key, call }: HashSink, parts: readonly Node[]): string | undefined {
  const isKeyed = key && isSalt(key) && enclosingFunctions(call).some((fn) => /^(?:en)?(?:crypt|hash)/i.test(functionName(fn) ?? ""));
  // `plaintext` beside a salt may be any data.
  const plain = isKeyed ? /^plain_?text$/i : [...parts, ...(key ? [key] : [])].some(isSalt) ? /^(?:clear|plain)$/ : undefined;
  return plain && parts.some((part) => plain.test(referenceName(part) ?? "")) ? "it is hashed with a salt" : undefined;
}

export const isSalt = (node: Node): boolean => /^(?:pepper|salt)$/.test(wordsOf(referenceName(node) ?? "").at(-1) ?? "");

/** What a part of a record is called by: tabs, providers and ways to sign in may be called "password", too. */
const FIELD = /^(?:attr|attribute|col|column|field|id|k|key|kind|name|option|param|parameter|path|prop|property|type)$/;
/** What the value of a field is called that is named beside it. */
const VALUE = /^(?:data|input|new|newval|param|plain|raw|str|string|text|val|v|value)$/;
/** Words of logs and copies of data, where the digest stands in for what nobody should read. */
const HIDES =
  /^(?:anonymi\w{0,10}|censor\w{0,4}|dump|export|logs?|logg\w{0,4}|mask\w{0,3}|obfuscat\w{0,4}|pseudonym\w{0,8}|redact\w{0,4}|sanitiz\w{0,6}|scrub\w{0,5})$/;

const hides = (name: string | undefined): boolean => wordsOf(name ?? "").some((word) => HIDES.test(word));

/** The function that `JSON.stringify` asks what to write: what it writes is read by people, or sent. */
function isReplacer({ sourceCode }: SourceFile, fn: FunctionNode): boolean {
  const name = fn.type === "FunctionDeclaration" ? fn.id : fn.parent?.type === "VariableDeclarator" ? fn.parent.id : undefined;
  const variable = name?.type === "Identifier" ? variableOf(sourceCode, name) : undefined;
  return [fn, ...(variable ? readsOf(variable).map(({ identifier }) => identifier as Node) : [])].some(
    (each) =>
      each.parent?.type === "CallExpression" && referenceName(each.parent.callee) === "stringify" && each.parent.arguments[1] === each,
  );
}

/** `value`, `data[field]`: the value of the field that is called `field`. */
const isValueOf = (part: Node, field: Node): boolean =>
  part.type === "MemberExpression" && part.computed
    ? referenceName(part.property) === referenceName(field)
    : VALUE.test(wordsOf(referenceName(part) ?? "").at(-1) ?? "");

/** `case "password": return sha1(value)`, `if (field === "password") value = md5(value)`; not `grantType === "password"`. */
export function branchReason(file: SourceFile, { call }: HashSink, parts: readonly Node[]): string | undefined {
  let child: Node = call;
  for (let node = call.parent as Node | undefined; node && !isFunction(node); child = node, node = node.parent) {
    const chosen =
      node.type === "SwitchCase" && node.test !== child && node.parent.type === "SwitchStatement"
        ? [node.parent.discriminant, node.test]
        : (node.type === "IfStatement" || node.type === "ConditionalExpression") &&
            node.consequent === child &&
            node.test.type === "BinaryExpression" &&
            /^===?$/.test(node.test.operator)
          ? [node.test.left as Node, node.test.right]
          : undefined;
    const name = literalText(chosen?.[1]);
    if (
      chosen?.[0] &&
      name !== undefined &&
      nameEvidence(name, file.settings)?.kind === "password" &&
      !/auth|grant|method|mode/i.test(referenceName(chosen[0]) ?? "") &&
      FIELD.test(wordsOf(referenceName(chosen[0]) ?? "").at(-1) ?? "") &&
      parts.some((part) => isValueOf(part, chosen[0]!)) &&
      !enclosingFunctions(call).some((fn) => hides(functionName(fn)) || isReplacer(file, fn)) &&
      !hides(pathEnd(file, 1))
    )
      return `it is hashed where the field is ${shownName(name)}`;
  }
  return undefined;
}

/** A verb at the beginning, and what it does it to: "encrypts a password", "Function to hash the user's password". */
const HASHES_PASSWORDS =
  /^(?:(?:this |a |the )?(?:function|helper|method)(?: (?:that|to|which))? )?(?:digest|encrypt|hash|md5|sha-?\d{0,3})(?:s|es|ing)?(?: [\w']{1,12}){0,3} pass(?:word|wd)s?\b|^pass(?:word|wd)s? (?:encrypt|hash)|(?:加密|md5|哈希)[^。]{0,20}密码|密码[^。]{0,6}(?:加密|哈希)/i;
const DENIES = /\b(?:don't|instead|never|no|not|without)\b|\bpassword (?:index|list|reset|token|vault)/i;

const isAboutPasswords = (comment: string): boolean => HASHES_PASSWORDS.test(comment) && !DENIES.test(comment);

/** `// encrypts a password` right above the function that hashes what it is given, where the file does not give it something else. */
export function commentReason(file: SourceFile, { call }: HashSink): string | undefined {
  const [fn] = enclosingFunctions(call);
  const owner = fn && declarationOf(fn);
  return owner &&
    isAboutPasswords(commentAbove(file.sourceCode, owner)) &&
    callsOf(file.sourceCode, fn).every(({ arguments: [given] }) => given && evidenceOfKind(file, given as Node, "password"))
    ? "the comment above the function calls it a password"
    : undefined;
}
