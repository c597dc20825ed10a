import type { TSESTree } from "@typescript-eslint/utils";
import { returnsOf } from "../../ast/functions.js";
import { moduleMember } from "../../ast/modules.js";
import { dottedPath, isFunction, literalText, referenceName, rootOf, unwrap, type FunctionNode, type Node } from "../../ast/nodes.js";
import { keepsValue } from "../../ast/pass-through.js";
import type { SourceFile } from "../../source-file.js";
import type { SecretKind } from "../kinds.js";
import { nameEvidence } from "../names/words.js";
import { pathRead } from "../holders/path-reads.js";
import { isAboutOtherTokens, isOtherToken } from "../surroundings.js";
import { coversSecret } from "./redaction.js";

/** Functions whose text still shows their first argument, besides `keepsValue`'s. */
const FORMATTERS = /^(?:inspect|format|stringify|safeStringify|fastStringify|prettyPrint|dump|encode|entries|values|fromEntries|render)$/;
const COLORS = /^(?:chalk|colors?|kleur|pc|picocolors|ansi|cc|clc|c)$/;

/** The parts of a call that its text still shows. */
export function keptByCall(file: SourceFile, call: TSESTree.CallExpression): Node[] {
  const kept = keepsValue(file.sourceCode, call);
  const callee = unwrap(call.callee);
  const name = referenceName(callee);
  const [first, second] = call.arguments;
  if (
    name === "stringify" &&
    second &&
    !(second.type === "Literal" && second.value === null) &&
    !(second.type === "Identifier" && second.name === "undefined")
  )
    return [];
  if (name === "assign" && kept.length > 0) return notCovered(file, call.arguments as Node[]);
  if (kept.length > 0) return kept;
  // [...codes.values()]
  if (first === undefined && callee.type === "MemberExpression" && /^(?:entries|values)$/.test(name ?? "")) return [callee.object];
  const mapped = /^(?:flatMap|map)$/.test(name ?? "") ? call.arguments.find((each) => isFunction(each)) : undefined;
  if (isFunction(mapped)) return [...returnsOf(file.sourceCode, mapped), ...valuesWritten(callee, mapped)];
  if (callee.type === "MemberExpression" && /^(?:slice|substr|substring)$/.test(name ?? "")) return [callee.object];
  if (name === "serialize" && moduleMember(file.sourceCode, callee)?.module === "cookie") return second ? [second as Node] : [];
  if (name !== undefined && FORMATTERS.test(name) && first)
    return call.arguments.filter((each) => each === first || name === "format") as Node[];
  const root = rootOf(callee);
  return root !== callee &&
    root.type === "Identifier" &&
    COLORS.test(root.name) &&
    name !== "get" &&
    name !== "json" &&
    dottedPath(callee)?.[1] !== "req"
    ? [...(call.arguments as Node[])]
    : [];
}

/** `accessTokenAPI`: kept in a browser it is a token for an API, and no address. */
const FOR_API = /(?<=(?:access|auth|refresh)_?token)_?api$/i;

/** Modules and objects that keep what proves who somebody is, and those that make it. */
const KEEPS_PROOF = /auth|account|credential|jwt|login|session|token(?!i[sz])|user|usu[aá]rio/i;
const MAKES_PROOF = /auth|jwt|login|session|token_?(?:manager|service)$|user$/i;

/** `token` of `getAccessToken()`, `auth.getToken()`: the one that the program keeps. Many things have a `getToken()`. */
export function keptToken(file: SourceFile, { callee, arguments: given }: TSESTree.CallExpression): string | undefined {
  const inner = unwrap(callee);
  const name = referenceName(inner) ?? "";
  const isMade =
    /^(?:crear|create|gen|generar|generate|gerar|issue|make|sign)_?(?:Access|Auth|Bearer|Jwt|Refresh|Session|User)?_?Token$/i.test(name);
  if (!isMade && (given.length > 0 || !/^get(?:Access|Auth|Bearer|Session|User)?Token$/.test(name))) return undefined;
  const owner =
    inner.type === "MemberExpression" ? (referenceName(inner.object) ?? "") : (moduleMember(file.sourceCode, inner)?.module ?? "");
  if (isOtherToken(owner) || isAboutOtherTokens(file, inner)) return undefined;
  const isProof = isMade ? MAKES_PROOF.test(owner) : name !== "getToken" || KEEPS_PROOF.test(owner);
  return isProof ? "token" : undefined;
}

/** What `cookies.get("x")`, `localStorage.getItem("x")`, `_.get(settings, "auth.x")` read. */
export const readByName = (call: TSESTree.CallExpression): string | undefined =>
  pathRead(call)?.at(-1) ??
  fieldRead(call) ??
  (/^(?:get|getItem|getItemAsync|getStorageSync|getCookie|getHeader|getInput|header)$/.test(referenceName(call.callee) ?? "")
    ? literalText(call.arguments[0])?.replace(FOR_API, "").replace(HEADER_OF_KEY, "api-key")
    : undefined);

/** The kind of secret that a name by which something is read says beyond doubt; sessions and signatures have other signs. */
export function kindOfRead(file: SourceFile, name: string): SecretKind | undefined {
  const named = nameEvidence(name, file.settings);
  return named && named.kind !== "sessionId" && named.kind !== "signature" && (named.strength === "strong" || /token$/i.test(name))
    ? named.kind
    : undefined;
}

/** `x-functions-key`: a header that brings a key. `x-idempotency-key` tells requests apart. */
const HEADER_OF_KEY = /^x-(?:[\w-]{1,30}-)?(?:access|admin|api|app|auth|device|functions|master|secret|service|subscription)-key$/i;

/** `password` of `$("#password").val()` */
function fieldRead({ callee, arguments: given }: TSESTree.CallExpression): string | undefined {
  const field =
    given.length === 0 && callee.type === "MemberExpression" && referenceName(callee) === "val" ? unwrap(callee.object) : undefined;
  return field?.type === "CallExpression" && /^(?:\$|jQuery)$/.test(referenceName(field.callee) ?? "")
    ? /^[#.]?([\w-]{2,40})$|\bname=["']?([\w-]{2,40})/
        .exec(literalText(field.arguments[0]) ?? "")
        ?.slice(1)
        .find(Boolean)
    : undefined;
}

/** `config` of `Object.entries(config).map(([name, value]) => `${name}=${value}`)`, where the values are read, too. */
function valuesWritten(callee: Node, { params: [entry], body }: FunctionNode): Node[] {
  const list = callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
  if (list?.type !== "CallExpression" || dottedPath(list.callee)?.join(".") !== "Object.entries" || !list.arguments[0]) return [];
  const value = entry?.type === "ArrayPattern" ? entry.elements[1] : undefined;
  return value?.type === "Identifier" && isWritten(body, value.name) ? [list.arguments[0] as Node] : [];
}

/** Whether a template or sum holds a variable whole. */
function isWritten(text: Node | null | undefined, name: string): boolean {
  const inner = text ? unwrap(text) : undefined;
  switch (inner?.type) {
    case "TemplateLiteral":
      return inner.expressions.some((hole) => isWritten(hole, name));
    case "BinaryExpression":
      return isWritten(inner.left as Node, name) || isWritten(inner.right, name);
    case "Identifier":
      return inner.name === name;
    default:
      return false;
  }
}

/** The arguments of `Object.assign({}, settings, { password: "***" })` whose secrets no later one covers. */
const notCovered = (file: SourceFile, parts: readonly Node[]): Node[] =>
  parts.filter(
    (part, index) =>
      part.type === "ObjectExpression" ||
      !parts
        .slice(index + 1)
        .some((later) => later.type === "ObjectExpression" && later.properties.some((property) => coversSecret(file, property))),
  );
