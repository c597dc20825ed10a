import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { fileCache } from "../file-cache.js";
import { append } from "../multimap.js";

export type Node = TSESTree.Node;
export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/**
 * Drops what does not change a value: TypeScript casts, `!`, `satisfies`, the chain wrapper, babel's parentheses, and the `0` by which
 * compilers call an import without its module as `this`: `(0, crypto_1.createHash)("md5")`.
 */
export function unwrap(node: Node): Node {
  let current = node;
  for (;;) {
    switch (current.type as string) {
      case "TSAsExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
      case "ChainExpression":
      case "ParenthesizedExpression": {
        const inner = (current as { expression?: Node }).expression;
        if (!inner) return current;
        current = inner;
        break;
      }
      case "SequenceExpression": {
        const [zero, called, ...more] = (current as TSESTree.SequenceExpression).expressions;
        if (zero?.type !== "Literal" || !called || more.length > 0) return current;
        current = called;
        break;
      }
      default:
        return current;
    }
  }
}

/** The nearest ancestor that is not one of the wrappers that `unwrap` drops, and the child by which it is reached. */
export function outward(node: Node): { parent: Node; child: Node } | undefined {
  let child = node;
  let parent = node.parent;
  while (parent && unwrap(parent) !== parent) {
    child = parent;
    parent = parent.parent;
  }
  return parent ? { parent, child } : undefined;
}

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return node?.type === "FunctionDeclaration" || node?.type === "FunctionExpression" || node?.type === "ArrowFunctionExpression";
}

/** The function whose body holds `node`, or undefined at module level. */
export function enclosingFunction(node: Node): FunctionNode | undefined {
  let current: Node | null | undefined = node.parent;
  while (current && !isFunction(current)) current = current.parent;
  return current ?? undefined; // the parent of a program is null
}

/** All functions around a node, innermost first. */
export function enclosingFunctions(node: Node): FunctionNode[] {
  const functions: FunctionNode[] = [];
  for (let current = node.parent; current; current = current.parent) if (isFunction(current)) functions.push(current);
  return functions;
}

/** The text of a string literal or of a template literal without holes. */
export function literalText(node: Node | null | undefined): string | undefined {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

type Named =
  TSESTree.MemberExpression | TSESTree.Property | TSESTree.PropertyDefinition | TSESTree.MethodDefinition | TSESTree.AccessorProperty;

/** The name of a member or property, when the syntax fixes it: `a.b`, `a["b"]`, `{ b: 1 }`, `{ "b": 1 }`, `#b`. */
export function staticName(node: Named | TSESTree.Node): string | undefined {
  if (node.type === "MemberExpression") {
    if (node.computed) return literalText(node.property);
    return node.property.type === "Identifier" || (node.property.type as string) === "PrivateIdentifier" ? node.property.name : undefined;
  }
  if (!("key" in node) || !node.key) return undefined;
  const key = node.key as Node;
  if ("computed" in node && node.computed) return literalText(key);
  if (key.type === "Identifier" || (key.type as string) === "PrivateIdentifier") return (key as TSESTree.Identifier).name;
  if (key.type === "Literal") return String(key.value);
  return undefined;
}

/** The name a reader gives a reference: `a` for `a`, `b` for `x.b`, `x?.b`, `x["b"]`, `this.#b`. */
export function referenceName(node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type === "Identifier") return inner.name;
  if (inner.type === "MemberExpression") return staticName(inner);
  return undefined;
}

/** `a.b.c` as `["a", "b", "c"]`; `this` and `super` are words of their own; undefined when a part is computed or a call. */
export function dottedPath(node: Node): string[] | undefined {
  const parts: string[] = [];
  let current = unwrap(node);
  while (current.type === "MemberExpression") {
    const name = staticName(current);
    if (name === undefined) return undefined;
    parts.unshift(name);
    current = unwrap(current.object);
  }
  if (current.type === "Identifier") parts.unshift(current.name);
  else if (current.type === "ThisExpression") parts.unshift("this");
  else if (current.type === "Super") parts.unshift("super");
  else return undefined;
  return parts;
}

/** The nodes right below a node, in the order of its visitor keys; none below a node of a type that no parser of this file names. */
export function childrenOf({ visitorKeys }: Pick<TSESLint.SourceCode, "visitorKeys">, node: Node): Node[] {
  const children: Node[] = [];
  const add = (value: unknown): void => {
    if (typeof (value as Node | null | undefined)?.type === "string") children.push(value as Node);
  };
  for (const key of visitorKeys[node.type] ?? []) {
    const value = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(value)) value.forEach(add);
    else add(value);
  }
  return children;
}

/** `rows[0]`, `rows[index]`, not `settings[key]` */
export const isElement = ({ computed, property }: TSESTree.MemberExpression): boolean =>
  computed &&
  (property.type === "Identifier"
    ? /^(?:[ijkn]|idx|index)$/.test(property.name)
    : property.type === "Literal" && typeof property.value === "number");

/** `a` of `a.b.c`; the node itself when it is no member. */
export function rootOf(node: Node): Node {
  let current = unwrap(node);
  while (current.type === "MemberExpression") current = unwrap(current.object);
  return current;
}

/** The name a function is known by: its own, or that of the variable, property, method or assignment that holds it. */
export function functionName(fn: FunctionNode): string | undefined {
  if (fn.id) return fn.id.name;
  const given = nameGivenWith(fn);
  if (given !== undefined) return given;
  // useCallback(() => …), promisify(function …), exports.login = asyncHandler(async …): the name is that of what holds the result
  return nameOfHolder(fn.parent?.type === "CallExpression" ? fn.parent.parent : fn.parent);
}

/** `schema.method("checkPassword", function …)` of Mongoose, `Parse.Cloud.define("login", async …)`. */
function nameGivenWith(fn: FunctionNode): string | undefined {
  const call = fn.parent;
  if (call?.type !== "CallExpression" || call.arguments[1] !== fn || call.callee.type !== "MemberExpression") return undefined;
  return /^(?:define|method|static)$/.test(staticName(call.callee) ?? "") ? literalText(call.arguments[0]) : undefined;
}

function nameOfHolder(parent: Node | undefined): string | undefined {
  switch (parent?.type) {
    case "VariableDeclarator":
      return parent.id.type === "Identifier" ? parent.id.name : undefined;
    case "Property":
    case "PropertyDefinition":
    case "MethodDefinition":
      return staticName(parent);
    case "AssignmentExpression":
      return referenceName(parent.left);
    default:
      return undefined;
  }
}

/** `auth` of `auth` and of `admin.auth()`. */
export const calledName = (node: Node): string => referenceName(node.type === "CallExpression" ? node.callee : node) ?? "";

/** The side of an operator that is not this one. */
export const otherOperand = ({ left, right }: TSESTree.BinaryExpression, operand: Node | undefined): Node =>
  left === operand ? right : (left as Node);

/** `load()` of `load().then(callback)`, whichever argument of `then` the callback is. */
export function awaitedBy({ parent: call }: Node): Node | undefined {
  const callee = call?.type === "CallExpression" ? unwrap(call.callee) : undefined;
  return callee?.type === "MemberExpression" && staticName(callee) === "then" ? unwrap(callee.object) : undefined;
}

/** Whether a node is another one, or around it. */
export const contains = (whole: Node, part: Node): boolean => whole.range[0] <= part.range[0] && part.range[1] <= whole.range[1];

/** The 1-based line where a node begins. */
export const lineOf = (node: Node): number => node.loc.start.line;

/** The argument at `index`, unless a spread before it makes the position uncertain. */
export function argumentAt(call: TSESTree.CallExpression | TSESTree.NewExpression, index: number): TSESTree.Expression | undefined {
  for (let i = 0; i <= index; i++) {
    const argument = call.arguments[i];
    if (!argument || argument.type === "SpreadElement") return undefined;
    if (i === index) return argument;
  }
  return undefined;
}

type Properties = TSESTree.ObjectExpression["properties"];

interface PropertyIndex {
  readonly named: ReadonlyMap<string, Properties>;
  readonly spread: Properties;
}

const propertyIndexes = fileCache<TSESTree.ObjectExpression, PropertyIndex>();

function propertyIndex(object: TSESTree.ObjectExpression): PropertyIndex {
  const known = propertyIndexes.get(object);
  if (known) return known;
  const named = new Map<string, Properties>();
  const spread: Properties = [];
  for (const property of object.properties) {
    const key = property.type === "SpreadElement" ? undefined : staticName(property);
    if (property.type === "SpreadElement") spread.push(property);
    else if (key !== undefined) append(named, key, property);
  }
  const index = { named, spread };
  propertyIndexes.set(object, index);
  return index;
}

/** The value of property `name` of an object literal; undefined when it is absent or a later spread may overwrite it. */
export function propertyValue(object: Node | undefined, name: string): Node | undefined {
  if (object?.type !== "ObjectExpression") return undefined;
  const { named, spread } = propertyIndex(object);
  const last = named.get(name)?.at(-1);
  if (!last || last.type === "SpreadElement") return undefined;
  const later = spread.at(-1);
  return later && later.range[0] > last.range[0] ? undefined : last.value;
}

/** The properties of an object literal that are, or may hold, one of that name. */
export function propertiesNamed(object: TSESTree.ObjectExpression, name: string): Properties {
  const { named, spread } = propertyIndex(object);
  return [...(named.get(name) ?? []), ...spread];
}
