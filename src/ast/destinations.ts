import type { TSESTree } from "@typescript-eslint/utils";
import { fileCache } from "../file-cache.js";
import { callsOf, localFunction, usesAsValue } from "./functions.js";
import { enclosingFunction, functionName, outward, referenceName, staticName, unwrap, type FunctionNode, type Node } from "./nodes.js";
import { keepsValue } from "./pass-through.js";
import { readsOf, variableOf, type SourceCode } from "./scope.js";
import { heldState, stateVariable } from "./state-holders.js";
import { MAKING, COLLECTING, MAPPING, PICKING, DEFAULTS, PARTING, DERIVING } from "./value-makers.js";

/** One place that a value reaches, nearest first. */
export type Destination =
  | { kind: "variable" | "property" | "attribute"; name: string; node: Node; derived: boolean }
  | { kind: "argument"; call: TSESTree.CallExpression | TSESTree.NewExpression; index: number; node: Node; derived: boolean }
  | { kind: "parameter"; name: string; node: Node; derived: boolean }
  | { kind: "return"; fn: FunctionNode; name: string | undefined; node: Node; derived: boolean }
  | { kind: "export"; node: Node; derived: boolean };

const MAX_DESTINATIONS = 48;
const MAX_DEPTH = 24;
/** Looks at expressions, whether they are places of interest or not. */
const MAX_STEPS = 256;

/** What a caller knows better about the way of its value. */
export interface Guide {
  /** False: the value is not followed beyond this place. */
  beyond?(destination: Destination): boolean;
  /** Whether what is picked with the value carries it on: `list[value]`, `list.charAt(value)`, `list.substring(value, value + 1)`. */
  picks?(list: Node, pick: Node): boolean;
  /** Whether the result of a call that takes the value is made of it, besides number and text conversions. Gives the expression that holds it. */
  makes?(call: TSESTree.CallExpression | TSESTree.NewExpression, index: number): Node | undefined;
  /** Told of each template or sum that the value is written into. */
  writes?(text: Node, part: Node): void;
}

const followed = fileCache<object, readonly Destination[]>();

/**
 * Follows a value forwards through the file: variables and their reads, assignments, properties, arguments, results of the function
 * that returns it, and whatever is computed from it (`derived`): arithmetic, indexing, templates, callbacks of `map` and `replace`.
 *
 * @param guide what the caller knows better; without it the result is cached
 * @returns each place that it reaches, nearest first; at most 48 places
 */
export function destinationsOf(sourceCode: SourceCode, node: Node, guide?: Guide): readonly Destination[] {
  const known = guide ? undefined : followed.get(node);
  if (known) return known;
  const walk = new Walk(sourceCode, guide ?? {});
  walk.from(node, false, 0);
  if (!guide) followed.set(node, walk.found);
  return walk.found;
}

class Walk {
  readonly found: Destination[] = [];
  readonly #seen = new Set<Node>();
  readonly #sourceCode: SourceCode;
  readonly #guide: Guide;

  constructor(sourceCode: SourceCode, guide: Guide) {
    this.#sourceCode = sourceCode;
    this.#guide = guide;
  }

  /** Notes a place; true when the value goes on from there. */
  #reach(destination: Destination): boolean {
    this.found.push(destination);
    return this.#guide.beyond?.(destination) ?? true;
  }

  from(node: Node, derived: boolean, depth: number): void {
    if (depth > MAX_DEPTH || this.#isFull() || this.#seen.has(node)) return;
    this.#seen.add(node);
    const place = outward(node);
    if (place) this.#into(place.parent, place.child, derived, depth + 1);
  }

  #into(parent: Node, child: Node, derived: boolean, depth: number): void {
    switch (parent.type) {
      case "VariableDeclarator":
        if (child === parent.init) this.#stored(parent.id, derived, depth);
        return;
      case "AssignmentExpression":
        if (child !== parent.right) return;
        this.#stored(parent.left, derived || parent.operator !== "=", depth);
        return this.from(parent, derived, depth);
      case "AssignmentPattern":
        if (child === parent.right) this.#stored(parent.left, derived, depth);
        return;
      case "Property":
      case "PropertyDefinition": {
        const name = staticName(parent);
        if (child !== parent.value) return;
        if (name !== undefined && !this.#reach({ kind: "property", name, node: parent, derived })) return;
        return parent.type === "Property" ? this.from(parent.parent, derived, depth) : undefined;
      }
      case "JSXExpressionContainer": {
        const attribute = parent.parent;
        if (attribute?.type === "JSXAttribute" && attribute.name.type === "JSXIdentifier")
          this.found.push({ kind: "attribute", name: attribute.name.name, node: attribute, derived });
        return;
      }
      case "MemberExpression":
        return this.#member(parent, child, derived, depth);
      case "CallExpression":
      case "NewExpression":
        return this.#call(parent, child, derived, depth);
      case "ArrowFunctionExpression":
        return child === parent.body ? this.#returned(parent, child, derived, depth) : undefined;
      case "ReturnStatement":
      case "YieldExpression": {
        const fn = enclosingFunction(parent);
        return fn && this.#returned(fn, child, derived, depth);
      }
      case "ExportDefaultDeclaration":
        this.found.push({ kind: "export", node: parent, derived });
        return;
      case "ConditionalExpression":
        return child === parent.test ? undefined : this.from(parent, derived, depth);
      case "SequenceExpression":
        return parent.expressions.at(-1) === child ? this.from(parent, derived, depth) : undefined;
      case "BinaryExpression":
        if (parent.operator === "+") this.#guide.writes?.(parent, child);
        return /^(?:[-+*/%|&^]|\*\*|<<|>>>?)$/.test(parent.operator) ? this.from(parent, true, depth) : undefined;
      case "UnaryExpression":
        return /^[-+~]$/.test(parent.operator) ? this.from(parent, true, depth) : undefined;
      case "TemplateLiteral":
        this.#guide.writes?.(parent, child);
        return this.from(parent, true, depth);
      case "ArrayExpression":
      case "AwaitExpression":
      case "LogicalExpression":
      case "SpreadElement":
      case "ObjectExpression":
        return this.from(parent, derived, depth);
      default:
        return;
    }
  }

  /** A variable, a member or a pattern takes the value. */
  #stored(target: Node, derived: boolean, depth: number): void {
    const inner = unwrap(target);
    if (inner.type === "MemberExpression") {
      const name = staticName(inner) ?? referenceName(inner.object);
      if (name !== undefined && !this.#reach({ kind: "property", name, node: inner, derived })) return;
      if (inner.computed && inner.object.type === "Identifier") this.#reads(inner.object, derived, depth);
      return;
    }
    if (inner.type === "ArrayPattern" && inner.parent?.type === "VariableDeclarator") {
      const call = inner.parent.init && unwrap(inner.parent.init);
      if (call?.type === "CallExpression" && PARTING.test(referenceName(call.callee) ?? ""))
        for (const element of inner.elements) if (element?.type === "Identifier") this.#stored(element, true, depth);
      return;
    }
    if (inner.type !== "Identifier") return;
    if (this.#reach({ kind: "variable", name: inner.name, node: inner, derived })) this.#reads(inner, derived, depth);
  }

  #reads(identifier: TSESTree.Identifier, derived: boolean, depth: number): void {
    const variable = variableOf(this.#sourceCode, identifier);
    for (const { identifier: use } of variable ? readsOf(variable) : []) {
      if (this.#isFull()) return;
      this.from(use as Node, derived, depth);
    }
  }

  #isFull(): boolean {
    return this.found.length >= MAX_DESTINATIONS || this.#seen.size >= MAX_STEPS;
  }

  #member(member: TSESTree.MemberExpression, child: Node, derived: boolean, depth: number): void {
    if (child === member.property) {
      const picked = member.computed && (this.#guide.picks?.(member.object, member) ?? true);
      return picked ? this.from(member, true, depth) : undefined;
    }
    const name = staticName(member);
    const place = outward(member);
    const isCalled = place?.parent.type === "CallExpression" && place.parent.callee === place.child;
    if (!isCalled || name === undefined) return member.computed ? this.from(member, true, depth) : undefined;
    const call = place.parent as TSESTree.CallExpression;
    if (keepsValue(this.#sourceCode, call).length > 0) return this.from(call, derived, depth);
    if (DERIVING.has(name) || MAPPING.has(name)) this.from(call, true, depth);
  }

  #call(call: TSESTree.CallExpression | TSESTree.NewExpression, child: Node, derived: boolean, depth: number): void {
    const index = call.arguments.indexOf(child as TSESTree.CallExpressionArgument);
    if (index < 0) return;
    if (!this.#reach({ kind: "argument", call, index, node: child, derived })) return;
    const callee = unwrap(call.callee);
    const made = this.#guide.makes?.(call, index);
    if (made) return this.from(made, true, depth);
    if (call.type === "CallExpression" && heldState(call)?.value === child) return this.#held(call, derived, depth);
    if (call.type === "CallExpression" && keepsValue(this.#sourceCode, call).includes(child as never))
      return this.from(call, derived, depth);
    if (MAKING.test(this.#sourceCode.getText(callee as never).slice(0, 40))) return this.from(call, true, depth);
    if (callee.type === "MemberExpression" && COLLECTING.has(staticName(callee) ?? "")) {
      this.#stored(callee.object, true, depth);
      return;
    }
    const method = callee.type === "MemberExpression" ? staticName(callee) : undefined;
    if (method === "exec" && isPattern((callee as TSESTree.MemberExpression).object)) return this.from(call, true, depth);
    if (callee.type === "MemberExpression" && method !== undefined && PICKING.has(method)) {
      const picked = this.#guide.picks ? this.#guide.picks(callee.object, call) : method === "charAt";
      return picked ? this.from(call, true, depth) : undefined;
    }
    const fn = localFunction(this.#sourceCode, callee);
    const parameter = fn?.params[index];
    const target = parameter?.type === "AssignmentPattern" ? parameter.left : parameter;
    if (target?.type !== "Identifier") return;
    if (this.#reach({ kind: "parameter", name: target.name, node: target, derived })) this.#reads(target, derived, depth);
  }

  /** `const [token, setToken] = useState(value)`, `const token = ref(value)`. */
  #held(call: TSESTree.CallExpression, derived: boolean, depth: number): void {
    const variable = stateVariable(call);
    if (variable) this.#stored(variable, derived, depth);
    else this.from(call, derived, depth);
  }

  /** A function gives the value back: to its callers, or to the method that it is a callback of. */
  #returned(fn: FunctionNode, child: Node, derived: boolean, depth: number): void {
    if (!this.#reach({ kind: "return", fn, name: functionName(fn), node: child, derived })) return;
    const place = outward(fn);
    if (place?.parent.type === "CallExpression") {
      const { parent: call } = place;
      if (call.callee === place.child) return this.from(call, derived, depth);
      const callee = unwrap(call.callee);
      const method = callee.type === "MemberExpression" ? staticName(callee) : undefined;
      if (heldState(call)?.value === child) return this.#held(call, derived, depth);
      if (method !== undefined && MAPPING.has(method)) this.from(call, true, depth);
      return;
    }
    if (place?.parent.type === "Property" && DEFAULTS.has(staticName(place.parent) ?? ""))
      return this.#into(place.parent, place.child, derived, depth);
    for (const call of callsOf(this.#sourceCode, fn)) this.from(call, derived, depth);
    for (const use of usesAsValue(this.#sourceCode, fn)) this.#calledBy(use, derived, depth);
  }

  /** A function is handed over by name: `Array.from({ length }, randomDigit)`, `{ type: String, default: makeToken }`. */
  #calledBy(use: Node, derived: boolean, depth: number): void {
    const { parent } = use;
    if (parent?.type === "Property" && DEFAULTS.has(staticName(parent) ?? "")) return this.#into(parent, use, derived, depth);
    if (parent?.type !== "CallExpression" || parent.callee === use) return;
    const callee = unwrap(parent.callee);
    if (callee.type === "MemberExpression" && MAPPING.has(staticName(callee) ?? "")) this.from(parent, true, depth);
  }
}

/** `/\d+/`, `PATTERN`, `new RegExp(…)`; not `child_process`. */
const isPattern = (node: Node): boolean =>
  (node.type === "Literal" && "regex" in node) || /(?:pattern|re|regexp?|rx)$/i.test(referenceName(node) ?? "");
