import type { TSESTree } from "@typescript-eslint/utils";
import { contains, enclosingFunction, literalText, otherOperand, outward, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { wholeText, isSum } from "../../ast/texts.js";
import { isMathRandom } from "../../secrets/sources/random-sources.js";
import { declaredValue } from "../../ast/scope.js";
import { staticNumber } from "../../ast/static-value.js";
import { fileCache } from "../../file-cache.js";
import type { SourceFile } from "../../source-file.js";

// What is computed of a random number or the time, up to the place that takes it.

/** `Date.now()` itself, as text, or in a template or concatenation without another random part. */
export function isWholeTime(node: Node): boolean {
  for (let place = outward(node); place; place = outward(place.parent)) {
    const { parent } = place;
    if (
      parent.type === "VariableDeclarator" ||
      parent.type === "Property" ||
      parent.type === "AssignmentExpression" ||
      parent.type === "ReturnStatement"
    )
      return true;
    if (parent.type === "BinaryExpression") {
      const other = parent.left === place.child ? parent.right : parent.left;
      if (parent.operator !== "+" || holdsRandom(other as Node) || !isText(other as Node)) return false;
    } else if (parent.type === "TemplateLiteral") {
      if (parent.expressions.some((hole) => hole !== place!.child && holdsRandom(hole))) return false;
    } else if (parent.type === "CallExpression") {
      if (parent.callee !== place.child && !/^(?:String|btoa|md5|sha\d+)$/i.test(referenceName(parent.callee) ?? "")) return false;
    } else if (parent.type !== "MemberExpression" && !(parent.type === "ArrayExpression" && parent.elements.length === 1)) return false;
  }
  return false;
}

/** `""`, `` `${prefix}` ``, `"" + digit`, `String(digit)`, `digit.toString()`: what is added to it becomes a text, and no greater number. */
function isText(node: Node): boolean {
  let inner = unwrap(node);
  const sums: TSESTree.BinaryExpression[] = [];
  for (; isSum(inner) && texts.get(inner) === undefined; inner = unwrap(inner.left as Node)) sums.push(inner);
  let text = inner.type === "BinaryExpression" ? (texts.get(inner) ?? false) : isTextItself(inner);
  for (const sum of sums.reverse()) {
    text ||= isText(sum.right);
    texts.set(sum, text);
  }
  return text;
}

const texts = fileCache<TSESTree.BinaryExpression, boolean>();

/** A text without looking into sums. */
const isTextItself = (node: Node): boolean =>
  node.type === "TemplateLiteral" ||
  (node.type === "Literal" && typeof node.value === "string") ||
  (node.type === "CallExpression" && /^(?:String|padStart|toFixed|toString)$/.test(referenceName(node.callee) ?? ""));

const holdsRandom = (node: Node): boolean =>
  /CallExpression|NewExpression|AwaitExpression/.test(node.type) ||
  (node.type === "BinaryExpression" && (holdsRandom(node.left as Node) || holdsRandom(node.right)));

/** Whether a random fraction is a number below a limit, or of unknown size, as it is. */
const isBareBelow = (file: SourceFile, node: Node, limit: number): boolean =>
  (factorOf(file, node) ?? Infinity) < limit && isBareNumber(node);

/** `secret = Math.floor(Math.random() * 100) + 1`: a number of up to four digits, or of unknown size, as it is. */
export const isSmallNumber = (file: SourceFile, node: Node): boolean => isBareBelow(file, node, 10_000);

/** Fewer than a thousand numbers, or of unknown size: no PIN has so few. */
export const isBelowPins = (file: SourceFile, node: Node): boolean => isBareBelow(file, node, 1000);

/** `psk = Math.floor(Math.random() * 100_000_000)`: of eight digits, as keys of wireless networks are. */
export const hasEightDigits = (file: SourceFile, node: Node): boolean => (factorOf(file, node) ?? 0) >= 10_000_000;

/** `code = Math.floor(Math.random() * 5)`: one of a few choices, as it is; also by a function that gives nothing else: `code = roll()`. */
export const isChoice = (file: SourceFile, node: Node, holder: Node): boolean =>
  (factorOf(file, node) || Infinity) <= 100 && (isBareIn(holder, node) || isGivenAsItIs(holder, node));

/** `code = roll()` of `function roll() { return Math.floor(Math.random() * 6); }` */
function isGivenAsItIs(holder: Node, node: Node): boolean {
  const given = outward(arithmetic(node))?.parent.type;
  const declarator = holder.type === "Identifier" ? holder.parent : undefined;
  return (
    (given === "ReturnStatement" || given === "ArrowFunctionExpression") &&
    declarator?.type === "VariableDeclarator" &&
    declarator.init?.type === "CallExpression" &&
    // Array.from({ length: 6 }, () => Math.floor(Math.random() * 10))
    !contains(declarator.init, node)
  );
}

/** Whether a number goes as it is into a variable or property, and not by the digits that are put together there. */
export function isBareIn(holder: Node, node: Node): boolean {
  const whole = /^(?:Identifier|MemberExpression)$/.test(holder.type) ? holder.parent : holder;
  const isAround = whole !== undefined && whole !== null && whole.range[0] <= node.range[0] && node.range[1] <= whole.range[1];
  return isAround && isBareNumber(node) && enclosingFunction(holder) === enclosingFunction(node);
}

/** `let x = 0; x += Math.random()`: numbers are added up, and no text is put together. */
export function addsUpNumbers({ sourceCode }: SourceFile, holder: Node): boolean {
  const declared = holder.type === "Identifier" ? declaredValue(sourceCode, holder) : undefined;
  return declared?.type === "Literal" && typeof declared.value === "number";
}

/** 100 of `Math.random() * 100`; 0 where it is not known, undefined where there is no product. */
function factorOf(file: SourceFile, node: Node): number | undefined {
  const product = node.parent;
  if (product?.type !== "BinaryExpression" || product.operator !== "*") return undefined;
  return staticNumber(file.sourceCode, product.left === node ? product.right : (product.left as Node)) ?? 0;
}

/** Whether nothing but arithmetic and rounding stands between a random fraction and what it is assigned to. */
export function isBareNumber(node: Node): boolean {
  const { parent } = outward(arithmetic(node)) ?? {};
  return (
    /^(?:Property|PropertyDefinition|VariableDeclarator)$/.test(parent?.type ?? "") ||
    (parent?.type === "AssignmentExpression" && parent.operator === "=" && !addsToItself(parent))
  );
}

/** What is computed of a random number and still one, or its text: `Math.floor(Math.random() * 9)`, `String(Math.random())`; not `.toString(36)`. */
export const numberOf = (node: Node): Node => computed(node, /^(?:Number|String|ceil|floor|parseInt|round|trunc)$/);

/** The same without its text. */
const arithmetic = (node: Node): Node => computed(node, /^(?:Number|ceil|floor|parseInt|round|trunc)$/);

/** The outermost of what is computed of a number: up to the sum in which it is one part of a text, `"" + digit + digit`. */
function computed(node: Node, calls: RegExp): Node {
  let number = node;
  for (let place = outward(node); place; place = outward(place.parent)) {
    const { parent, child } = place;
    if (parent.type === "CallExpression") {
      if (parent.callee === child || !calls.test(referenceName(parent.callee) ?? "")) return number;
    } else if (parent.type === "BinaryExpression") {
      const other = otherOperand(parent, child);
      if (parent.operator === "+" && (isTextItself(child) || isText(other))) return number;
    } else if (parent.type !== "UnaryExpression") return number;
    number = parent;
  }
  return number;
}

/** Whether a random number goes as one, and not as a digit among others, into a variable, text or call. */
function staysNumber(node: Node): boolean {
  const { parent, child } = outward(numberOf(node)) ?? {};
  switch (parent?.type) {
    case "CallExpression":
      return parent.callee !== child && !/^(?:concat|push|unshift)$/.test(referenceName(parent.callee) ?? "");
    case "AssignmentExpression":
      return parent.operator === "=" && !addsToItself(parent);
    case "TemplateLiteral": {
      const at = parent.expressions.indexOf(child as TSESTree.Expression);
      return !parent.quasis.slice(1, -1).some((between, index) => between.value.raw === "" && (index === at || index === at - 1));
    }
    case "BinaryExpression": {
      const parts = addends(wholeText(parent));
      const at = parts.indexOf(child!);
      return [parts[at - 1], parts[at + 1]].every((each) => each === undefined || literalText(each) !== undefined);
    }
    default:
      return parent?.type === "VariableDeclarator" || parent?.type === "Property";
  }
}

/** `a`, `b` and `c` of `a + b + c`. */
function addends(sum: Node): Node[] {
  const parts: Node[] = [];
  let left = unwrap(sum);
  for (; isSum(left); left = unwrap(left.left as Node)) parts.push(left.right);
  return [left, ...parts.reverse()];
}

/** `Math.random()`, `Math.floor(Math.random() * 100)`: a fraction or one of fewer numbers, as it is. */
export function isNumberBelow(file: SourceFile, node: Node, limit: number): boolean {
  if (node.type !== "CallExpression" || !isMathRandom(file.sourceCode, node.callee)) return false;
  const factor = factorOf(file, node) ?? 1;
  return factor !== 0 && factor < limit && staysNumber(node);
}

/** `pin = pin + digit`: digits are put together there. */
function addsToItself({ left, right }: TSESTree.AssignmentExpression): boolean {
  const sum = unwrap(right);
  return isSum(sum) && referenceName(sum.left as Node) === referenceName(left);
}

/** `floor` of `Math.floor(… Math.random() …)`. */
export function roundingName(node: Node): string {
  for (let place = outward(node); place; place = outward(place.parent)) {
    if (place.parent.type === "CallExpression") return referenceName(place.parent.callee) ?? "";
    if (place.parent.type !== "BinaryExpression") return "";
  }
  return "";
}
