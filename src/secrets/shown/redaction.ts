import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { dottedPath, literalText, propertyValue, referenceName, rootOf, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { variableOf } from "../../ast/scope.js";
import { specifierOf, type SourceFile } from "../../source-file.js";
import { digestOrigin } from "../sources/digest-chains.js";
import { nameEvidence, wordsOf } from "../names/words.js";
import { wordSet } from "../../word-set.js";

/** Words of functions whose result no longer shows the secret that they take. */
const REDACTING = wordSet(`
  abbreviate abbreviated anonymize anonymized bcrypt censor censored checksum clean cleaned cipher digest encrypt encrypted fingerprint hash hashed hide
  hint mask masked md5 obfuscate obfuscated obscure omit partial pick preview protect redact redacted safe sanitise sanitised sanitize sanitized scrub
  scrubbed scrypt sha sha1 sha256 sha512 shorten strip summarize tail truncate truncated without
`);

/** `stripping`, `masks`, `redactor`: other forms of such words. */
const REDACTING_FORM =
  /^(?:anonymi[sz]|censor|encrypt|hid|mask|obfuscat|omitt?|redact|saniti[sz]|scrubb?|stripp?|truncat)(?:ed|er|es|ing|or|s)$/;
/** `excludePassword`, `dropSecrets`, `filterSensitive`: what is left has none. */
const REMOVING = /^(?:delete|drop|exclude|filter|remove)$/;
const REMOVED = /^(?:apikeys?|credentials?|passwords?|secrets?|sensitive|tokens?)$/;

/** Whether the words of a function say that its result no longer shows a secret. */
const redacts = (words: readonly string[]): boolean =>
  words.some((word) => REDACTING.has(word) || REDACTING_FORM.test(word)) ||
  (REMOVING.test(words[0] ?? "") && words.some((word) => REMOVED.test(word)));

/** Methods and functions that answer a question. */
const ASKING =
  /^(?:compare|compareSync|equals|endsWith|every|exists|has|hasOwn|hasOwnProperty|includes|is[A-Z].*|startsWith|some|test|timingSafeEqual|verify|verifySync|validate|check.*|match(?:es)?|Boolean)$/;
const COMPARING = new Set(["!=", "!==", "<", "<=", "==", "===", ">", ">=", "in", "instanceof"]);

/** What is cut from a fresh random text is the secret itself: `Math.random().toString().slice(2, 8)`. */
const MADE_UP = /\b(?:Math\.random|random|randomBytes|randomUUID|nanoid|uuidv?\d?)\(/;

/** `pickRandomServer()`, `pickAccount(accounts)`: one of several, with all that it holds; not `pickFields(user)`. */
const PICKS_ONE = /^pick_?(?!by\b|columns|fields|keys|only|props|properties|some)[a-z]/i;

/** Whether a call makes something that may be shown: a mask, a hash, a cipher text, a part, an answer. `settings.redactors` come first. */
export function isRedactingCall(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const name = referenceName(callee);
  for (const redactor of file.settings.redactors ?? []) {
    if (typeof redactor === "string" ? name === redactor || dottedPath(callee)?.join(".") === redactor : isMember(file, callee, redactor))
      return true;
  }
  // `cleanEnv(process.env, …)` of envalid and `schema.safeParse(body)` of zod check, and leave nothing out.
  if (name === undefined || /^(?:cleanEnv|safeParse(?:Async)?)$/.test(name)) return false;
  if (callee.type === "MemberExpression" && /^(?:slice|substr|substring|at|charAt|indexOf|search)$/.test(name))
    return !keepsAlmostAll(call) && !isFreshRandom(file, callee.object);
  if (callee.type === "MemberExpression" && /^replace(?:All)?$/.test(name)) return !isTrimming(call);
  // What is picked is only known where the names are written.
  if (PICKS_ONE.test(name) && !/safe|public/i.test(name)) return false;
  if (name === "pick" && call.arguments.slice(1).some(({ type }) => type !== "Literal" && type !== "ArrayExpression")) return false;
  return ASKING.test(name) || (redacts(wordsOf(name)) && !makesPasswordHash(name)) || digestOrigin(file.sourceCode, call) === "hash";
}

/** `String(Math.random())`, and `bytes.toString("hex")` of `const bytes = randomBytes(3)`. */
function isFreshRandom({ sourceCode }: SourceFile, node: Node): boolean {
  const made = (each: Node): boolean => MADE_UP.test(sourceCode.getText(each as never).slice(0, 120));
  if (made(node)) return true;
  const encoded = unwrap(node);
  const bytes = encoded.type === "CallExpression" && referenceName(encoded.callee) === "toString" ? rootOf(encoded.callee) : undefined;
  return bytes?.type === "Identifier" && originsOf(sourceCode, bytes).some(({ node: origin, path }) => path.length === 0 && made(origin));
}

/** `hashPassword`, `getPasswordHash`: the hash of a password is one more thing to guess by. */
function makesPasswordHash(name: string): boolean {
  const words = wordsOf(name);
  return (
    words.some((word) => /^(?:hash|hashed)$/.test(word)) &&
    words.some((word) => /^(?:password|passwd|pwd)$/.test(word)) &&
    !words.some((word) => /^(?:check|compare|is|match|matches|mask|redact|valid|validate|verify)$/.test(word))
  );
}

const isMember = (file: SourceFile, callee: Node, { module, name }: { module: string; name: string }): boolean => {
  const member = moduleMember(file.sourceCode, callee);
  return member !== undefined && member.module === specifierOf(file, module) && member.path.join(".") === name;
};

/** `header.slice(7)`, `header.slice(PREFIX.length)`: what is left after `Bearer `; `token.substring(-3)`, which begins at 0 and takes all. */
function keepsAlmostAll(call: TSESTree.CallExpression): boolean {
  const [first, end] = call.arguments;
  // address.substring(0, address.indexOf("&"))
  if ([first, end].some((each) => each && findsPlace(each))) return true;
  const { object } = call.callee as TSESTree.MemberExpression;
  // header.substring(7, header.length)
  const second =
    end?.type === "MemberExpression" && staticName(end) === "length" && referenceName(end.object) === referenceName(object)
      ? undefined
      : end;
  if (!second && first?.type === "UnaryExpression" && first.operator === "-") return referenceName(call.callee) === "substring";
  if (!second && first?.type === "MemberExpression" && staticName(first) === "length")
    return referenceName(first.object) !== referenceName(object);
  return !second && first?.type === "Literal" && typeof first.value === "number" && first.value > 0 && first.value <= 7;
}

/** `address.indexOf("id_token=") + 9`, `rest.indexOf("&")`: a parameter is cut out of an address. */
function findsPlace(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === "BinaryExpression") return findsPlace(inner.left as Node) || findsPlace(inner.right);
  return (
    inner.type === "CallExpression" && referenceName(inner.callee) === "indexOf" && /=$|^&$/.test(literalText(inner.arguments[0]) ?? "")
  );
}

/** `header.replace("Bearer ", "")`, `key.replace(/\\n/g, "\n")`: only a known text goes. */
function isTrimming(call: TSESTree.CallExpression): boolean {
  const [pattern, text] = call.arguments;
  if (literalText(text) === undefined) return false;
  if (literalText(pattern) !== undefined) return !/^[*•x.…\s[\]]{3,}$/i.test(literalText(text)!);
  return (
    pattern?.type === "Literal" &&
    "regex" in pattern &&
    literalText(text)!.trim() === "" &&
    /bearer|basic|\\s|\\n|\\r|["'^]/i.test(pattern.regex.pattern)
  );
}

/** Whether a value is what a function that asks gives back: `const config = checkInput(sent)`. The answer may be what was asked about. */
export const isAnswer = (file: SourceFile, node: Node): boolean =>
  originsOf(file.sourceCode, node).some(
    ({ node: origin, path }) => path.length === 0 && origin.type === "CallExpression" && ASKING.test(referenceName(origin.callee) ?? ""),
  );

/**
 * Whether a value, wherever it comes from in this file, is an answer, a mask, a hash, a cipher text or a function: nothing a log has to hide.
 */
export function isHarmless(file: SourceFile, node: Node): boolean {
  return originsOf(file.sourceCode, node).some(
    ({ node: origin, path, whole }) => path.length === 0 && whole && isHarmlessExpression(file, origin),
  );
}

/** `function resetPassword() {}`, `class Password {}`: what is logged is code. */
const isDeclaredFunction = (file: SourceFile, node: TSESTree.Identifier): boolean =>
  /^(?:Class|Function)Name$/.test(variableOf(file.sourceCode, node)?.defs[0]?.type ?? "");

/** `getToken({ req })` of next-auth gives what the token says, unless it is asked for the token itself with `raw`, <https://next-auth.js.org/tutorials/securing-pages-and-api-routes#using-gettoken>. */
function givesClaims({ sourceCode }: SourceFile, { callee, arguments: [options] }: TSESTree.CallExpression): boolean {
  const member = moduleMember(sourceCode, unwrap(callee));
  return (
    /^(?:next-auth|@auth\/core)\/jwt$/.test(member?.module ?? "") &&
    /^(?:decode|getToken)$/.test(member!.path.join(".")) &&
    propertyValue(options, "raw") === undefined
  );
}

function isHarmlessExpression(file: SourceFile, node: Node): boolean {
  switch (node.type) {
    case "UnaryExpression":
      return node.operator === "!" || node.operator === "typeof";
    case "BinaryExpression":
      return COMPARING.has(node.operator);
    case "Literal":
      return typeof node.value === "boolean" && node.parent?.type === "VariableDeclarator";
    case "CallExpression":
      return isRedactingCall(file, node) || givesClaims(file, node);
    case "ArrowFunctionExpression":
    case "FunctionExpression":
    case "ClassExpression":
      return true;
    case "Identifier":
      return isDeclaredFunction(file, node);
    case "MemberExpression":
      return staticName(node) === "length" || staticName(node) === "size";
    default:
      return false;
  }
}

const MAX_NESTED = 4;
const MASKING = /mask|redact|censor|obfuscat|sanitiz|scrub|anonymi[sz]|hide/i;

/** `undefined`, `"[REDACTED]"`, `mask(password)`: what is written in the place of a secret that shall not be seen. */
export function isHarmlessValue(value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === "Identifier") return inner.name === "undefined";
  if (inner.type === "CallExpression")
    return MASKING.test(referenceName(inner.callee) ?? "") || /^["'`]?[*•x.]$/i.test(literalText(rootOf(inner.callee)) ?? "");
  return (
    inner.type === "Literal" &&
    (typeof inner.value !== "string" ||
      !/[A-Za-z\d]/.test(inner.value) ||
      /^[[<(*•.]|^x+$|filtered|removed/i.test(inner.value) ||
      MASKING.test(inner.value))
  );
}

/** `Authorization: "[REDACTED]"` after a spread, `auth: { user, pass: "***" }`. */
export function coversSecret(file: SourceFile, property: TSESTree.ObjectLiteralElement, depth = 0): boolean {
  if (property.type === "Property" && property.value.type === "ObjectExpression" && depth < MAX_NESTED)
    return property.value.properties.some((each) => coversSecret(file, each, depth + 1));
  if (property.type !== "Property" || nameEvidence(staticName(property), file.settings) === undefined) return false;
  return (
    literalText(property.value) !== undefined ||
    (property.value.type === "Identifier" && property.value.name === "undefined") ||
    (property.value.type === "CallExpression" && isRedactingCall(file, property.value))
  );
}
