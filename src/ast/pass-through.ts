import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, literalText, staticName, unwrap, type Node } from "./nodes.js";
import { isGlobal, type SourceCode } from "./scope.js";
import { constantInitializer } from "./static-value.js";

/** Methods whose result still holds the receiver's value. */
const KEEPING_METHODS = new Set([
  "at",
  // A promise's, which has the value that it had.
  "catch",
  "concat",
  "finally",
  "join",
  "normalize",
  "padEnd",
  "padStart",
  "replace",
  "replaceAll",
  "split",
  "toLocaleLowerCase",
  "toLocaleUpperCase",
  "toLowerCase",
  "toString",
  "toUpperCase",
  "trim",
  "trimEnd",
  "trimStart",
  "valueOf",
]);

/** Global functions whose result still holds their first argument. */
const KEEPING_FUNCTIONS = new Set([
  "BigInt",
  "Number",
  "String",
  "atob",
  "btoa",
  "decodeURIComponent",
  "encodeURI",
  "encodeURIComponent",
  "escape",
  "parseInt",
  "unescape",
]);

/** Static methods whose result still holds their first argument. */
const KEEPING_STATICS: Readonly<Record<string, ReadonlySet<string>>> = {
  Array: new Set(["from"]),
  Buffer: new Set(["from", "concat"]),
  JSON: new Set(["stringify", "parse"]),
  Object: new Set(["assign", "freeze"]),
  Promise: new Set(["resolve"]),
  Uint8Array: new Set(["from"]),
};

/**
 * The parts of a call that its result still holds: the receiver of `x.trim()`, the argument of `String(x)`, both for `a.concat(b)`.
 * Empty for every other call. `slice` and `substring` are left out: a part of a secret may be a mask.
 */
export function keepsValue(sourceCode: SourceCode, call: TSESTree.CallExpression): Node[] {
  const callee = unwrap(call.callee);
  const args = call.arguments.filter((argument) => argument.type !== "SpreadElement");
  const first = args[0];
  // rxjs
  if (first && callee.type === "Identifier" && /^(?:first|last)ValueFrom$/.test(callee.name)) return [first];
  if (callee.type === "Identifier") return first && KEEPING_FUNCTIONS.has(callee.name) && isGlobal(sourceCode, callee) ? [first] : [];
  if (callee.type !== "MemberExpression") return [];
  const name = staticName(callee);
  if (name === undefined) return [];
  const owner = unwrap(callee.object);
  if (owner.type === "Identifier" && Object.hasOwn(KEEPING_STATICS, owner.name) && isGlobal(sourceCode, owner))
    return first && KEEPING_STATICS[owner.name]!.has(name) ? [first] : [];
  // _.toString(x), validator.trim(x)
  if (first && owner.type === "Identifier" && /^(?:_|lodash|validator)$/.test(owner.name))
    return /^(?:escape|ltrim|rtrim|stripLow|toString|trim)$/.test(name) ? [first] : [];
  // new TextEncoder().encode(x), CryptoJS.enc.Utf8.parse(x)
  if (first && name === "encode" && isTextEncoder(sourceCode, owner)) return [first];
  if (first && name === "parse" && owner.type === "MemberExpression" && /^(?:Utf8|Hex|Base64|Latin1)$/.test(staticName(owner) ?? ""))
    return [first];
  if (!KEEPING_METHODS.has(name)) return [];
  return name === "concat" ? [callee.object, ...args] : [callee.object];
}

/** `JSON.parse(body).password`, `Object.freeze({ … }).password`: the result has the properties of what it is made of. */
export const keepsProperties = ({ callee }: TSESTree.CallExpression): boolean =>
  /^(?:JSON\.parse|Object\.(?:assign|freeze)|Promise\.resolve)$/.test(dottedPath(callee)?.join(".") ?? "");

/** `new TextEncoder()`, also as a constant. */
function isTextEncoder(sourceCode: SourceCode, owner: Node): boolean {
  const maker = owner.type === "Identifier" ? constantInitializer(sourceCode, owner) : owner;
  return maker?.type === "NewExpression" && isGlobal(sourceCode, maker.callee, "TextEncoder");
}

/** `header` of `header.split(" ")[1]`; undefined for `url.split("@")[1]`, which is what stands behind the credentials of an address. */
export function splitReceiver(node: Node): Node | undefined {
  const call = node.type === "MemberExpression" && node.computed ? unwrap(node.object) : undefined;
  if (
    node.type !== "MemberExpression" ||
    call?.type !== "CallExpression" ||
    call.callee.type !== "MemberExpression" ||
    staticName(call.callee) !== "split"
  )
    return undefined;
  const isFirst = node.property.type === "Literal" && node.property.value === 0;
  return literalText(call.arguments[0]) === "@" && !isFirst ? undefined : call.callee.object;
}
