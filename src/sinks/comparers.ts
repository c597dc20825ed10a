import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../ast/modules.js";
import { argumentAt, dottedPath, outward, staticName, unwrap, type Node } from "../ast/nodes.js";
import { isGlobal, readsOf, variableOf, type SourceCode } from "../ast/scope.js";
import { staticNumber } from "../ast/static-value.js";
import { fileCache } from "../file-cache.js";

/**
 * How two values are compared.
 *
 * - `strict`, `loose`: operators
 * - `identity`: `Object.is`
 * - `bytes`: `Buffer.equals`, `Buffer.compare`
 * - `collation`: `localeCompare`
 * - `deep`: lodash `isEqual` and its like
 * - `member`: whether a list holds a value
 * - `prefix`: `startsWith`
 * - `switch`: a case of a switch
 */
export type ComparerShape = "strict" | "loose" | "identity" | "bytes" | "collation" | "deep" | "member" | "prefix" | "switch";

/** Two values that are compared, and how. */
export interface Comparison {
  readonly shape: ComparerShape;
  /** What the comparison is called in a message: "`===`". */
  readonly by: string;
  readonly left: Node;
  readonly right: Node;
  /** True where the result says "different". */
  readonly negated: boolean;
  /** What a report marks and an edit replaces. */
  readonly node: Node;
}

interface MethodComparer {
  readonly shape: ComparerShape;
  /** The result is a number; equality is what a comparison with this one says. */
  readonly equalWhen?: "zero" | "found";
}

/** Methods that compare their receiver, or its elements, with their first argument. */
const METHODS: Readonly<Record<string, MethodComparer>> = {
  equals: { shape: "bytes" },
  includes: { shape: "member" },
  indexOf: { shape: "member", equalWhen: "found" },
  localeCompare: { shape: "collation", equalWhen: "zero" },
  startsWith: { shape: "prefix" },
};

/** Functions that compare their first two arguments: globals by their path, exports as `module:member`. */
const FUNCTIONS: Readonly<Record<string, MethodComparer>> = {
  "Buffer.compare": { shape: "bytes", equalWhen: "zero" },
  "Object.is": { shape: "identity" },
  "buffer:Buffer.compare": { shape: "bytes", equalWhen: "zero" },
  "es-toolkit:isEqual": { shape: "deep" },
  "fast-deep-equal:": { shape: "deep" },
  "lodash-es:includes": { shape: "member" },
  "lodash-es:isEqual": { shape: "deep" },
  "lodash.includes:": { shape: "member" },
  "lodash.isequal:": { shape: "deep" },
  "lodash/includes:": { shape: "member" },
  "lodash/isEqual:": { shape: "deep" },
  "lodash:eq": { shape: "deep" },
  "lodash:includes": { shape: "member" },
  "lodash:isEqual": { shape: "deep" },
  "ramda:equals": { shape: "deep" },
  "ramda:identical": { shape: "identity" },
  "underscore:includes": { shape: "member" },
  "underscore:isEqual": { shape: "deep" },
  "util:isDeepStrictEqual": { shape: "deep" },
};

/** What a file mentions that may call one of `FUNCTIONS`. */
const MENTIONED = ["Buffer", "Object.is", "deep-equal", "es-toolkit", "isDeepStrictEqual", "lodash", "ramda", "underscore"];
const mayCallFunctions = fileCache<object, boolean>();

/** The comparison that an operator or a call makes; undefined for all others. */
export function comparisonOf(sourceCode: SourceCode, node: Node): Comparison | undefined {
  if (node.type === "BinaryExpression") return operatorComparison(node);
  return node.type === "CallExpression" ? callComparison(sourceCode, node) : undefined;
}

/** The comparisons of a switch, one for each case. */
export function switchComparisons(node: TSESTree.SwitchStatement): Comparison[] {
  return node.cases.flatMap(({ test }) =>
    test ? [{ shape: "switch" as const, by: "`switch`", left: node.discriminant, right: test, negated: false, node: test }] : [],
  );
}

function operatorComparison(node: TSESTree.BinaryExpression): Comparison | undefined {
  const { operator, left, right } = node;
  if (!/^[!=]==?$/.test(operator) || left.type === ("PrivateIdentifier" as string)) return undefined;
  return {
    shape: operator.length === 3 ? "strict" : "loose",
    by: `\`${operator}\``,
    left,
    right,
    negated: operator.startsWith("!"),
    node,
  };
}

function callComparison(sourceCode: SourceCode, call: TSESTree.CallExpression): Comparison | undefined {
  const first = argumentAt(call, 0);
  if (!first) return undefined;
  const callee = unwrap(call.callee);
  const second = argumentAt(call, 1);
  const mayCall = second && mayCallFunctions.remember(sourceCode.ast, () => MENTIONED.some((each) => sourceCode.text.includes(each)));
  const fn = mayCall ? FUNCTIONS[functionId(sourceCode, callee) ?? ""] : undefined;
  if (fn && second) return complete(sourceCode, call, fn, first, second, `\`${staticName(callee) ?? "isEqual"}\``);
  const name = callee.type === "MemberExpression" ? staticName(callee) : undefined;
  if (callee.type !== "MemberExpression" || name === undefined || !Object.hasOwn(METHODS, name)) return undefined;
  return complete(sourceCode, call, METHODS[name]!, callee.object, first, `\`${name}\``);
}

/** `Object.is` of the global, `lodash:isEqual` of a module. */
function functionId(sourceCode: SourceCode, callee: Node): string | undefined {
  if (callee.type !== "Identifier" && callee.type !== "MemberExpression") return undefined;
  const member = moduleMember(sourceCode, callee);
  if (member) return `${member.module}:${member.path.join(".")}`;
  const path =
    callee.type === "MemberExpression" && isGlobal(sourceCode, callee.object, "Buffer", "Object") ? dottedPath(callee) : undefined;
  return path?.join(".");
}

/** Takes in the comparison of a numeric result with zero or minus one; without it the result is no equality. */
function complete(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  { shape, equalWhen }: MethodComparer,
  left: Node,
  right: Node,
  by: string,
): Comparison | undefined {
  const place = outward(call);
  if (equalWhen === undefined) {
    if (place?.parent.type === "BinaryExpression" && isFalse(place.parent.right) && place.parent.operator === "===")
      return { shape, by, left, right, negated: true, node: place.parent };
    const negation = place?.parent.type === "UnaryExpression" && place.parent.operator === "!" ? place.parent : undefined;
    return { shape, by, left, right, negated: negation !== undefined, node: negation ?? call };
  }
  if (place?.parent.type === "UnaryExpression" && /^[!~]$/.test(place.parent.operator)) {
    const isEquality = equalWhen === "zero" ? place.parent.operator === "!" : place.parent.operator === "~";
    return isEquality ? { shape, by, left, right, negated: false, node: place.parent } : undefined;
  }
  if (place?.parent.type === "VariableDeclarator" && equalWhen === "found")
    return foundAt(sourceCode, place.parent, { shape, by, left, right, node: call });
  if (place?.parent.type !== "BinaryExpression" || place.parent.left !== place.child) return undefined;
  const wanted = staticNumber(sourceCode, place.parent.right);
  // `text.indexOf(beginning) === 0`
  if (equalWhen === "found" && wanted === 0 && /^[!=]==?$/.test(place.parent.operator))
    return { shape: "prefix", by, left, right, negated: place.parent.operator.startsWith("!"), node: place.parent };
  const negated = equalWhen === "zero" ? zeroTest(place.parent.operator, wanted) : foundTest(place.parent.operator, wanted);
  return negated === undefined ? undefined : { shape, by, left, right, negated, node: place.parent };
}

/** `list.includes(x) === false` */
const isFalse = (node: Node): boolean => node.type === "Literal" && node.value === false;

/** `const index = codes.indexOf(code); if (index === -1) …`: the place in the list is looked at later, and only for whether there is one. */
function foundAt(
  sourceCode: SourceCode,
  { id, parent }: TSESTree.VariableDeclarator,
  comparison: Omit<Comparison, "negated">,
): Comparison | undefined {
  const variable = id.type === "Identifier" && parent.kind === "const" ? variableOf(sourceCode, id) : undefined;
  for (const { identifier } of variable ? readsOf(variable) : []) {
    const test = (identifier as Node).parent;
    const negated =
      test?.type === "BinaryExpression" && test.left === identifier
        ? foundTest(test.operator, staticNumber(sourceCode, test.right))
        : undefined;
    if (negated !== undefined) return { ...comparison, negated };
  }
  return undefined;
}

/** Whether `compare(…) <operator> <number>` says "different"; undefined when it orders. */
function zeroTest(operator: string, number: number | undefined): boolean | undefined {
  if (number !== 0 || !/^[!=]==?$/.test(operator)) return undefined;
  return operator.startsWith("!");
}

/** Whether `indexOf(…) <operator> <number>` says "not in the list". */
function foundTest(operator: string, number: number | undefined): boolean | undefined {
  if (number === -1) return /^===?$/.test(operator) ? true : /^!==?$|^>$/.test(operator) ? false : undefined;
  return number === 0 ? (operator === "<" ? true : operator === ">=" ? false : undefined) : undefined;
}
