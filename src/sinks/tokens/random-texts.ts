import type { TSESTree } from "@typescript-eslint/utils";
import { callsOf } from "../../ast/functions.js";
import {
  enclosingFunction,
  literalText,
  otherOperand,
  outward,
  referenceName,
  staticName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../ast/nodes.js";
import { readsOf, variableOf, type SourceCode } from "../../ast/scope.js";
import { constantInitializer, staticString } from "../../ast/static-value.js";
import { isKnownString } from "../../secrets/types.js";
import { wordsOf } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";

// How characters that are drawn at random become a text.

/** Names of the characters a string is picked from. */
const ALPHABET =
  /^(?:allowed|alpha|alphabet|alphabets|alphanumeric|base|chars?|characters?|charset|cs|dict|dictionary|digits?|hex|letters?|lower|lowercase|numbers?|nums?|numeric|pool|possible|possibilities|range|set|special|string|str|symbols?|upper|uppercase|words?|wordlist|source|abc|az)$/;

/** Functions that only write a value in another form. */
const FORMATTING =
  /^(?:md5|sha\d*|hash\w*|hex\w*|\w*tohex|\w*2hex|pad\w*|leftpad|zeropad|base\d+|encode\w*|\w*encode|stringify|format\w*|digest|fromCharCode|slugify)$/i;

/** The result of a formatting call, or the digest of a hash that is fed with the value. */
export function formatted(sourceCode: SourceCode, call: TSESTree.CallExpression | TSESTree.NewExpression): Node | undefined {
  const callee = unwrap(call.callee);
  const name = referenceName(callee);
  if (name === undefined || call.type !== "CallExpression") return undefined;
  if (name === "update" && callee.type === "MemberExpression") return digestAfter(call) ?? digestOf(sourceCode, callee.object);
  return FORMATTING.test(name) ? call : undefined;
}

/** The `….digest("hex")` that ends the chain of an `update` call. */
function digestAfter(call: Node): Node | undefined {
  let current = call;
  for (let hops = 0; hops < 6; hops++) {
    const member = outward(current)?.parent;
    const next = member?.type === "MemberExpression" ? outward(member)?.parent : undefined;
    if (member?.type !== "MemberExpression" || next?.type !== "CallExpression") return undefined;
    if (staticName(member) === "digest") return next;
    current = next;
  }
  return undefined;
}

/** The `hash.digest()` of a hash that an `update` of its own statement feeds. */
function digestOf(sourceCode: SourceCode, hash: Node): Node | undefined {
  const name = unwrap(hash);
  const variable = name.type === "Identifier" ? variableOf(sourceCode, name) : undefined;
  const reads = variable ? readsOf(variable).slice(0, MAX_READS) : [];
  return reads.map(({ identifier }) => digestAfter(identifier as Node)).find((each) => each !== undefined);
}

const MAX_READS = 8;

/** Whether a list holds the characters that a string is made of. */
export function isAlphabet(file: SourceFile, list: Node): boolean {
  const inner = unwrap(list);
  if (staticString(file.sourceCode, inner) !== undefined || isKnownString(file, inner)) return true;
  const held = inner.type === "Identifier" ? constantInitializer(file.sourceCode, inner) : inner;
  const value = held && unwrap(held);
  if (value?.type === "ArrayExpression" && value.elements.length > 0)
    return value.elements.every(
      (each) => each?.type === "Literal" && (typeof each.value === "number" || (typeof each.value === "string" && each.value.length <= 2)),
    );
  if (value?.type === "CallExpression" && isSplit(value) && staticString(file.sourceCode, value.callee.object) !== undefined) return true;
  const name =
    referenceName(inner) ??
    (inner.type === "CallExpression" && inner.callee.type === "MemberExpression" ? referenceName(inner.callee.object) : undefined);
  const words = wordsOf(name ?? "");
  return words.length > 0 && (ALPHABET.test(words.at(-1)!) || ALPHABET.test(words[0]!));
}

/** `"abc".split("")` */
const isSplit = (call: TSESTree.CallExpression): call is TSESTree.CallExpression & { callee: TSESTree.MemberExpression } =>
  call.callee.type === "MemberExpression" && staticName(call.callee) === "split" && literalText(call.arguments[0]) === "";

/** Whether a random number says which character is picked: `const index = Math.floor(Math.random() * chars.length)`; not which word. */
export function drawsCharacter(file: SourceFile, random: Node): boolean {
  const product = random.parent;
  if (product?.type !== "BinaryExpression" || product.operator !== "*") return false;
  const size = unwrap(otherOperand(product, random));
  return (
    size.type === "MemberExpression" &&
    staticName(size) === "length" &&
    !/word/i.test(referenceName(size.object) ?? "") &&
    isAlphabet(file, size.object)
  );
}

/** Whether a random number is written in letters, as a whole or as a part: `Math.random().toString(36).slice(2)`. */
export function drawsLetters(random: Node): boolean {
  let place = outward(random);
  for (let hops = 0; place && hops < MAX_CHAIN; hops++, place = outward(place.parent)) {
    const { parent, child } = place;
    if (parent.type === "CallExpression" && referenceName(parent.callee) === "toString") {
      const [radix] = parent.arguments;
      return radix?.type === "Literal" && Number(radix.value) > 10;
    }
    const goesOn =
      parent.type === "BinaryExpression" ||
      parent.type === "MemberExpression" ||
      (parent.type === "CallExpression" &&
        (parent.callee === child || /^(?:ceil|floor|round|trunc)$/.test(referenceName(parent.callee) ?? "")));
    if (!goesOn) return false;
  }
  return false;
}
const MAX_CHAIN = 8;

/** `[word(), word()].join("-")` */
const isJoined = (list: Node): boolean => {
  const member = outward(list)?.parent;
  return member?.type === "MemberExpression" && staticName(member) === "join";
};

/** `Array(n).fill(chars).map((each) => …)` */
const isCallback = ({ parent }: FunctionNode): boolean =>
  parent?.type === "CallExpression" && /^(?:from|map|times)$/.test(referenceName(parent.callee) ?? "");

/** Whether what is picked is added to a string or list; also by the callers of a function that gives it: `` `${word()}-${word()}` ``. */
export function isCollected(sourceCode: SourceCode, pick: Node, isCall = false): boolean {
  const place = outward(pick);
  const parent = place?.parent;
  const givenBy = (fn: FunctionNode): boolean =>
    isCallback(fn) || (!isCall && callsOf(sourceCode, fn).some((call) => isCollected(sourceCode, call, true)));
  switch (parent?.type) {
    case "ArrayExpression":
      return isCall && isJoined(parent);
    case "TemplateLiteral":
      return isCall && parent.expressions.length > 1;
    case "AssignmentExpression":
      return parent.operator === "+=";
    case "BinaryExpression":
      return parent.operator === "+";
    case "ArrowFunctionExpression":
      return givenBy(parent);
    case "ReturnStatement": {
      const fn = enclosingFunction(parent);
      return fn !== undefined && givenBy(fn);
    }
    case "CallExpression":
      return parent.callee !== place?.child && /^(?:concat|push|unshift)$/.test(referenceName(parent.callee) ?? "");
    default:
      return false;
  }
}
