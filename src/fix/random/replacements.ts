import { takes, typeAround } from "../../ast/declared-types.js";
import { outward, type Node } from "../../ast/nodes.js";
import type { SourceFile } from "../../source-file.js";
import { bindMember } from "../bindings.js";
import { replace, type Edit } from "../edit.js";
import { fileStyleOf } from "../file-style.js";
import { replacementText } from "../hazards.js";
import { nodeShuffle, webShuffle } from "../helpers/secure-shuffle.js";
import { insertHelper } from "../insert-helper.js";
import { isTypeScript } from "../module-kind.js";
import { runtimeOf } from "../runtime.js";
import { meansGlobal } from "../scopes.js";
import type { IntegerShape } from "./integer-shapes.js";
import type { TextShape, UuidShape } from "./text-shapes.js";

export type Shape = IntegerShape | TextShape | UuidShape;

export interface Replacement {
  edits: Edit[];
  /** What a message calls it. */
  use: string;
}

type Write = (q: string, bound: string) => string;

/** The same value from `node:crypto`. Undefined when it cannot be imported there. */
export function nodeReplacement(file: SourceFile, shape: Shape): Replacement | undefined {
  switch (shape.kind) {
    case "uuid":
      return withMember(file, shape.node, "randomUUID", (_, uuid) => uuidText(file, shape.node, `${uuid}()`));
    case "integer":
      return withMember(
        file,
        shape.node,
        "randomInt",
        (_, int) => `${int}(${shape.low === "0" ? shape.high : `${shape.low}, ${shape.high}`})`,
      );
    default:
      return nodeText(file, shape);
  }
}

/** In TypeScript the type of a UUID is a template that no other string fits: `let id = randomUUID(); id = "none"` is an error. */
function uuidText(file: SourceFile, node: Node, call: string): string {
  if (!isTypeScript(file)) return call;
  const { parent, child } = outward(node) ?? {};
  if (
    parent?.type === "TemplateLiteral" ||
    parent?.type === "BinaryExpression" ||
    (parent?.type === "MemberExpression" && parent.object === child)
  )
    return call;
  const written = typeAround(file.sourceCode, node);
  return written && takes(file.sourceCode, written.type, "string", written.path) ? call : `${call} as string`;
}

function nodeText(file: SourceFile, { node, radix, length, lengthText }: TextShape): Replacement | undefined {
  if (lengthText === undefined && radix === 16)
    return withMember(
      file,
      node,
      "randomBytes",
      (q, bytes) => `${bytes}(${Math.ceil(length / 2)}).toString(${q}hex${q})${length % 2 ? `.slice(0, ${length})` : ""}`,
    );
  if (lengthText === undefined && radix === 10 && length <= 14)
    return withMember(file, node, "randomInt", (q, int) => `String(${int}(${10 ** length})).padStart(${length}, ${q}0${q})`);
  const digit = radix === 10 ? "" : `.toString(${radix})`;
  return withMember(
    file,
    node,
    "randomInt",
    (q, int) => `Array.from({ length: ${lengthText ?? length} }, () => ${int}(${radix})${digit}).join(${q}${q})`,
  );
}

/** A new 256-bit token: ASVS 7.2.3 asks for 128 bits or more. */
export function nodeToken(file: SourceFile, node: Node): Replacement | undefined {
  return withMember(file, node, "randomBytes", (q, bytes) => `${bytes}(32).toString(${q}base64url${q})`);
}

/** A random UUID: 122 bits. */
export function uuid(file: SourceFile, node: Node): Replacement | undefined {
  return isNode(file) ? nodeReplacement(file, { kind: "uuid", node }) : webReplacement(file, { kind: "uuid", node });
}

/** A number from 0 up to 1 with the 53 bits that such a number can hold: fewer would make a text that is made of it weaker. */
export function fraction(file: SourceFile, node: Node): Replacement | undefined {
  if (isNode(file)) return withMember(file, node, "randomInt", (_, int) => `(${int}(2 ** 26) * 2 ** 27 + ${int}(2 ** 27)) / 2 ** 53`);
  const crypto = webCrypto(file, node);
  return crypto === undefined
    ? undefined
    : written(
        file,
        node,
        `${crypto}.getRandomValues(new Uint32Array(2)).reduce((high, low) => ((high % 2 ** 21) * 2 ** 32 + low) / 2 ** 53)`,
        WEB,
      );
}

/** An element of a list, which is named by its source text. */
export function pick(file: SourceFile, node: Node, list: string): Replacement | undefined {
  if (isNode(file)) return withMember(file, node, "randomInt", (_, int) => `${list}[${int}(${list}.length)]`);
  const crypto = webCrypto(file, node);
  return crypto === undefined ? undefined : written(file, node, `${list}[${webInteger(crypto, `${list}.length`, undefined)}]`, WEB);
}

/** `list` shuffled by an inserted Fisher-Yates. */
export function shuffled(file: SourceFile, node: Node, list: string, after = ""): Replacement | undefined {
  const helper = insertHelper(file, node, isNode(file) ? nodeShuffle : webShuffle);
  return (
    helper && {
      edits: [...helper.edits, replace(node, replacementText(file.sourceCode, node, `${helper.text}(${list})${after}`))],
      use: "a Fisher-Yates shuffle with a secure generator",
    }
  );
}

/** Node is proven. Elsewhere Web Crypto is there, and needs no import. */
export const isNode = (file: SourceFile): boolean => runtimeOf(file) === "node";

const WEB = "crypto.getRandomValues()";

/** Web Crypto: no import, the global of Node 20, browsers, Deno, Bun and Workers. Undefined when the file hides it. */
export function webReplacement(file: SourceFile, shape: Shape): Replacement | undefined {
  const crypto = webCrypto(file, shape.node);
  if (crypto === undefined) return undefined;
  if (shape.kind === "uuid") return written(file, shape.node, uuidText(file, shape.node, `${crypto}.randomUUID()`), "crypto.randomUUID()");
  const { quote: q } = fileStyleOf(file);
  if (shape.kind === "integer") {
    const core = webInteger(crypto, shape.span, shape.size);
    return written(file, shape.node, shape.low === "0" ? core : `${shape.low} + ${core}`, WEB);
  }
  const { radix, length, lengthText } = shape;
  const unit = 256 % radix === 0 ? "Uint8Array" : "Uint32Array";
  const digit = radix === 10 ? "n % 10" : `(n % ${radix}).toString(${radix})`;
  return written(
    file,
    shape.node,
    `Array.from(${crypto}.getRandomValues(new ${unit}(${lengthText ?? length})), (n) => ${digit}).join(${q}${q})`,
    WEB,
  );
}

/**
 * A whole number below `span`. `reduce` rather than an index: it compiles under `noUncheckedIndexedAccess`.
 * The bias of `u32 % n` is at most n / 2^32; above 2^24 two words make 53 bits.
 */
function webInteger(crypto: string, span: string, size: number | undefined): string {
  const divisor = /^[\w$.]+$/.test(span) ? span : `(${span})`;
  const value = ["n", "value", "word"].find((name) => !new RegExp(`(?<![\\w$.])${name}(?![\\w$])`).test(span)) ?? "random32";
  const unused = /(?<![\w$.])_(?![\w$])/.test(span) ? "_unused" : "_";
  if (size !== undefined && size > 2 ** 24)
    return `${crypto}.getRandomValues(new Uint32Array(2)).reduce((high, low) => ((high % 2 ** 21) * 2 ** 32 + low) % ${divisor})`;
  return `${crypto}.getRandomValues(new Uint32Array(1)).reduce((${unused}, ${value}) => ${value} % ${divisor}, 0)`;
}

/** A new 256-bit token in hex. */
export function webToken(file: SourceFile, node: Node): Replacement | undefined {
  const crypto = webCrypto(file, node);
  const { quote: q } = fileStyleOf(file);
  return crypto === undefined
    ? undefined
    : written(
        file,
        node,
        `Array.from(${crypto}.getRandomValues(new Uint8Array(32)), (n) => n.toString(16).padStart(2, ${q}0${q})).join(${q}${q})`,
        WEB,
      );
}

function webCrypto(file: SourceFile, node: Node): string | undefined {
  const scope = file.sourceCode.getScope!(node);
  if (meansGlobal(scope, "crypto")) return "crypto";
  return meansGlobal(scope, "globalThis") ? "globalThis.crypto" : undefined;
}

const written = (file: SourceFile, node: Node, text: string, use: string): Replacement | undefined =>
  readsGlobals(file, node, text) ? { edits: [replace(node, replacementText(file.sourceCode, node, text))], use } : undefined;

/** False where the file hides a global that a replacement reads: `String` of a library for schemas. */
const readsGlobals = (file: SourceFile, node: Node, text: string): boolean =>
  ["Array", "String", "Uint8Array", "Uint32Array"].every(
    (name) => !new RegExp(`\\b${name}\\b`).test(text) || meansGlobal(file.sourceCode.getScope!(node), name),
  );

/** A replacement that calls an export of `node:crypto`. */
export function withMember(file: SourceFile, node: Node, member: string, write: Write): Replacement | undefined {
  const bound = bindMember(file, node, "crypto", member);
  if (!bound) return undefined;
  const text = write(fileStyleOf(file).quote, bound.text);
  if (!readsGlobals(file, node, text)) return undefined;
  return { edits: [...bound.edits, replace(node, replacementText(file.sourceCode, node, text))], use: `${member}() of node:crypto` };
}
