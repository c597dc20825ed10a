import type { TSESTree } from "@typescript-eslint/utils";
import { returnsOf } from "../../ast/functions.js";
import { moduleMember } from "../../ast/modules.js";
import { dottedPath, isFunction, literalText, referenceName, rootOf, unwrap, type Node } from "../../ast/nodes.js";
import { keepsValue } from "../../ast/pass-through.js";
import type { SourceFile } from "../../source-file.js";
import { pathRead } from "../holders/path-reads.js";
import { isAboutOtherTokens, isOtherToken } from "../surroundings.js";

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
  if (kept.length > 0) return kept;
  const mapped = /^(?:flatMap|map)$/.test(name ?? "") ? call.arguments.find((each) => isFunction(each)) : undefined;
  if (isFunction(mapped)) return [...returnsOf(file.sourceCode, mapped)];
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

/** Modules and objects that keep what proves who somebody is. */
const KEEPS_PROOF = /auth|account|credential|login|session|token(?!i[sz])|user/i;

/** `token` of `getAccessToken()`, `auth.getToken()`: the one that the program keeps. Many things have a `getToken()`. */
export function keptToken(file: SourceFile, { callee, arguments: given }: TSESTree.CallExpression): string | undefined {
  const inner = unwrap(callee);
  const name = referenceName(inner) ?? "";
  if (given.length > 0 || !/^get(?:Access|Auth|Bearer|Session|User)?Token$/.test(name)) return undefined;
  const owner =
    inner.type === "MemberExpression" ? (referenceName(inner.object) ?? "") : (moduleMember(file.sourceCode, inner)?.module ?? "");
  if (isOtherToken(owner) || isAboutOtherTokens(file, inner)) return undefined;
  return name !== "getToken" || KEEPS_PROOF.test(owner) ? "token" : undefined;
}

/** What `cookies.get("x")`, `localStorage.getItem("x")`, `_.get(settings, "auth.x")` read. */
export const readByName = (call: TSESTree.CallExpression): string | undefined =>
  pathRead(call)?.at(-1) ??
  (/^(?:get|getItem|getCookie|getHeader|header)$/.test(referenceName(call.callee) ?? "")
    ? literalText(call.arguments[0])?.replace(FOR_API, "")
    : undefined);
