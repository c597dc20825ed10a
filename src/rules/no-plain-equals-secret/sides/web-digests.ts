import type { TSESTree } from "@typescript-eslint/utils";
import { argumentAt, literalText, propertyValue, referenceName, staticName, unwrap, type Node } from "../../../ast/nodes.js";
import { constantInitializer } from "../../../ast/static-value.js";
import { pbkdf2Parts } from "../../../sinks/hashes/kdf-functions.js";
import { perFile, type SourceFile } from "../../../source-file.js";

// Digests of Web Crypto, whose bytes a program writes as text by itself.

const MAX_HOPS = 14;
/** Methods of bytes, lists and texts whose result says what the receiver does. */
const REWRITING = /^(?:join|map|padEnd|padStart|reduce|replace|replaceAll|toBase64|toHex|toLowerCase|toString|toUpperCase|trim)$/;
/** Functions that write the bytes they are given: `Array.from`, `Buffer.from`, `btoa`, `bufferToHex`, `toBase64Url`. */
const WRITING = /^from(?:CharCode)?$|btoa|encode|hex|b(?:ase)?64|string|text/i;

const usesWebCrypto = perFile(({ sourceCode }) => sourceCode.text.includes("subtle"));

/** Whether an expression writes what `crypto.subtle.sign("HMAC", key, data)` gives: `Array.from(new Uint8Array(mac)).map(toHex).join("")`. */
export const isWebHmac = (file: SourceFile, node: Node): boolean =>
  writtenFrom(file, node, (call) => (isHmacCall(file, call) ? true : undefined)) ?? false;

/** The password of which an expression writes the PBKDF2 hash: `toBase64(new Uint8Array(await crypto.subtle.deriveBits({ name: "PBKDF2", … }, key, 256)))`. */
export const webPassword = (file: SourceFile, node: Node): Node | undefined =>
  writtenFrom(file, node, (call) => (referenceName(call.callee) === "deriveBits" ? pbkdf2Parts(file, call)?.password : undefined));

/** What `find` says of the call whose bytes an expression writes. */
function writtenFrom<T>(file: SourceFile, node: Node, find: (call: TSESTree.CallExpression) => T | undefined): T | undefined {
  if (!usesWebCrypto(file)) return undefined;
  let current: Node | undefined = node;
  for (let hops = 0; current && hops < MAX_HOPS; hops++) {
    const inner: Node = unwrap(current);
    const found = inner.type === "CallExpression" ? find(inner) : undefined;
    if (found !== undefined) return found;
    current = bytesOf(file, inner);
  }
  return undefined;
}

/** What an expression writes: `mac` of `new Uint8Array(mac)`, `[...mac]`, `bufferToHex(mac)`, `bytes.map(…)`. */
function bytesOf(file: SourceFile, node: Node): Node | undefined {
  switch (node.type) {
    case "AwaitExpression":
    case "SpreadElement":
      return node.argument;
    case "Identifier":
      return constantInitializer(file.sourceCode, node);
    case "ArrayExpression":
      return node.elements.length === 1 && node.elements[0]?.type === "SpreadElement" ? node.elements[0] : undefined;
    case "NewExpression":
      return referenceName(node.callee) === "Uint8Array" ? node.arguments[0] : undefined;
    case "CallExpression": {
      const callee = unwrap(node.callee);
      const name = referenceName(callee) ?? "";
      if (callee.type === "MemberExpression" && REWRITING.test(name)) return callee.object;
      if (callee.type === "MemberExpression" && name === "apply" && referenceName(callee.object) === "fromCharCode")
        return node.arguments[1];
      return WRITING.test(name) ? node.arguments[0] : undefined;
    }
    default:
      return undefined;
  }
}

function isHmacCall(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression" || staticName(callee) !== "sign" || referenceName(callee.object) !== "subtle") return false;
  const given = argumentAt(call, 0);
  const algorithm = given && unwrap(given.type === "Identifier" ? (constantInitializer(file.sourceCode, given) ?? given) : given);
  return literalText(algorithm) === "HMAC" || literalText(propertyValue(algorithm, "name")) === "HMAC";
}
