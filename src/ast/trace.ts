import type { TSESTree } from "@typescript-eslint/utils";
import {
  callsOf,
  classMember,
  constructorAssignments,
  enclosingClass,
  isShiftedParameter,
  localFunction,
  returnsOf,
  staticField,
} from "./functions.js";
import { isWrittenLater } from "./branches.js";
import { ITERATING, splitText } from "./lists.js";
import { argumentAt, isFunction, propertiesNamed, staticName, unwrap, type FunctionNode, type Node } from "./nodes.js";
import { writesBefore } from "./member-writes.js";
import { keepsProperties, keepsValue } from "./pass-through.js";
import { assignmentTarget, defaultValue, parameterPattern, patternPath } from "./patterns.js";
import { heldState } from "./state-holders.js";
import { definitionOf, reassignments, variableOf, type Reference, type SourceCode } from "./scope.js";
import { undeclaredWrites } from "./undeclared.js";

/** One place on the way from a use of a value back to where it was made, nearest first. */
export interface Origin {
  node: Node;
  /** Properties still to be taken from `node`: `["password"]` for `pw` in `const { password: pw } = body`. */
  path: readonly string[];
  /** False where the traced value is more than this one: a template or concatenation around it. */
  whole: boolean;
  /** The function and position, when `node` is a parameter. */
  parameter?: { of: FunctionNode; index: number };
}

/** The call by which a trace went into a function: while it is inside, the parameters are the arguments of that call and of no other. */
interface Frame {
  fn: FunctionNode;
  call: TSESTree.CallExpression;
  outer: Frame | undefined;
}

const MAX_ORIGINS = 48;
const MAX_DEPTH = 14;
/** Stands for every element or property. */
export const ANY = "*";

/** One walk back from a use of a value. */
export class Trace {
  readonly origins: Origin[] = [];
  readonly #seen = new Map<Node, Set<string>>();
  #frame: Frame | undefined;
  readonly #sourceCode: SourceCode;

  constructor(sourceCode: SourceCode) {
    this.#sourceCode = sourceCode;
  }

  visit(node: Node, path: readonly string[], whole: boolean, depth: number): void {
    const inner = unwrap(node);
    if (depth > MAX_DEPTH || this.origins.length >= MAX_ORIGINS || this.#wasHere(inner, path)) return;
    this.origins.push({ node: inner, path, whole });
    this.#follow(inner, path, whole, depth + 1);
  }

  #wasHere(node: Node, path: readonly string[]): boolean {
    const key = `${path.join(".")}@${this.#frame?.call.range[0] ?? ""}`;
    const paths = this.#seen.get(node);
    if (paths?.has(key)) return true;
    if (paths) paths.add(key);
    else this.#seen.set(node, new Set([key]));
    return false;
  }

  #follow(node: Node, path: readonly string[], whole: boolean, depth: number): void {
    switch (node.type) {
      case "Identifier":
        return this.#identifier(node, path, whole, depth);
      case "MemberExpression":
        return this.#member(node, path, whole, depth);
      case "ObjectExpression":
        return this.#object(node, path, whole, depth);
      case "ArrayExpression":
        for (const [index, element] of node.elements.entries())
          if (element && path.length > 0 && (path[0] === ANY || path[0] === String(index)))
            this.visit(element, path.slice(1), whole, depth);
        return;
      case "SpreadElement":
        return this.visit(node.argument, path, whole, depth);
      case "CallExpression":
        return this.#call(node, path, whole, depth);
      case "AwaitExpression":
        return this.visit(node.argument, path, whole, depth);
      case "ConditionalExpression":
        this.visit(node.consequent, path, whole, depth);
        return this.visit(node.alternate, path, whole, depth);
      case "LogicalExpression":
        if (node.operator !== "&&") this.visit(node.left, path, whole, depth);
        return this.visit(node.right, path, whole, depth);
      case "AssignmentExpression":
        return this.visit(node.right, path, whole && node.operator === "=", depth);
      case "SequenceExpression": {
        const last = node.expressions.at(-1);
        return last && this.visit(last, path, whole, depth);
      }
      case "TemplateLiteral":
        if (path.length === 0)
          for (const hole of node.expressions.slice(0, MAX_ORIGINS)) this.visit(hole, [], whole && isOnlyHole(node), depth);
        return;
      case "BinaryExpression":
        if (node.operator !== "+" || path.length > 0) return;
        this.visit(node.left as Node, [], false, depth);
        return this.visit(node.right, [], false, depth);
      default:
        return;
    }
  }

  #identifier(node: TSESTree.Identifier, path: readonly string[], whole: boolean, depth: number): void {
    const variable = variableOf(this.#sourceCode, node);
    if (!variable) {
      for (const write of undeclaredWrites(this.#sourceCode, node, node.name)) this.#written(write, path, whole, depth);
      return;
    }
    const definition = definitionOf(variable);
    if (!definition) return;
    const name = definition.name as Node;
    if (definition.type === ("Variable" as string)) {
      const declarator = definition.node as TSESTree.VariableDeclarator;
      this.#declared(declarator, name, path, whole, depth);
      for (const write of reassignments(variable)) {
        if (this.origins.length >= MAX_ORIGINS) return;
        if (!isWrittenLater(write.identifier as Node, node, declarator)) this.#written(write, path, whole, depth);
      }
    } else if (definition.type === ("Parameter" as string)) this.#parameter(definition.node as Node, name, path, whole, depth);
  }

  #written({ writeExpr, identifier }: Reference, path: readonly string[], whole: boolean, depth: number): void {
    const pattern = assignmentTarget(identifier as Node);
    const taken = pattern && patternPath(pattern, identifier as Node);
    const added = identifier.parent?.type === "AssignmentExpression" && identifier.parent.operator !== "=";
    if (writeExpr && taken) this.visit(writeExpr as Node, [...taken, ...path], whole && !added, depth);
  }

  #declared(declarator: TSESTree.VariableDeclarator, name: Node, path: readonly string[], whole: boolean, depth: number): void {
    const taken = patternPath(declarator.id, name);
    if (!taken) return;
    const fallback = defaultValue(declarator.id, name);
    if (fallback) this.visit(fallback, path, whole, depth);
    const loop = declarator.parent.parent as Node | undefined;
    if (declarator.init) this.visit(declarator.init, [...taken, ...path], whole, depth);
    else if (loop?.type === "ForOfStatement") this.visit(loop.right, [ANY, ...taken, ...path], whole, depth);
  }

  #parameter(owner: Node, name: Node, path: readonly string[], whole: boolean, depth: number): void {
    if (!isFunction(owner)) return;
    const index = owner.params.findIndex((each) => patternPath(parameterPattern(each), name) !== undefined);
    const declared = owner.params[index];
    if (!declared) return;
    const pattern = parameterPattern(declared);
    const taken = [...(patternPath(pattern, name) ?? []), ...path];
    const target = pattern.type === "AssignmentPattern" ? pattern.left : pattern;
    this.origins.push({ node: target, path: taken, whole, parameter: { of: owner, index } });
    const fallback = defaultValue(pattern, name);
    if (fallback) this.visit(fallback, path, whole, depth);
    if (index === 0) this.#element(owner, taken, whole, depth);
    let frame = this.#frame;
    while (frame && frame.fn !== owner) frame = frame.outer;
    for (const call of frame ? [frame.call] : callsOf(this.#sourceCode, owner)) {
      const argument = argumentAt(call, index);
      if (argument && !isShiftedParameter(owner, call, argument))
        this.#within(frame?.outer, () => this.visit(argument, taken, whole, depth));
    }
  }

  /** The parameter of a callback is an element of the list: `keys.some((key) => …)`. */
  #element(callback: FunctionNode, path: readonly string[], whole: boolean, depth: number): void {
    const call = callback.parent;
    const callee = call?.type === "CallExpression" && call.arguments[0] === callback ? unwrap(call.callee) : undefined;
    if (callee?.type !== "MemberExpression" || !ITERATING.test(staticName(callee) ?? "")) return;
    const text = splitText(this.#sourceCode, callee.object);
    if (text) this.visit(text, path, false, depth);
    else this.visit(callee.object, [ANY, ...path], whole, depth);
  }

  /** The elements of `keys.filter(…)` are those of `keys`, the elements of `keys.map((key) => …)` what the callback gives. */
  #listed({ callee, arguments: [first] }: TSESTree.CallExpression, path: readonly string[], whole: boolean, depth: number): void {
    const list = unwrap(callee);
    const method = list.type === "MemberExpression" ? staticName(list) : undefined;
    if (method === "filter" && isFunction(first)) return this.visit((list as TSESTree.MemberExpression).object, path, whole, depth);
    if (method === "map" && isFunction(first))
      returnsOf(this.#sourceCode, first).forEach((made) => this.visit(made, path.slice(1), whole, depth));
  }

  #within(frame: Frame | undefined, visit: () => void): void {
    const before = this.#frame;
    this.#frame = frame;
    visit();
    this.#frame = before;
  }

  #member(node: TSESTree.MemberExpression, path: readonly string[], whole: boolean, depth: number): void {
    const name = staticName(node) ?? (node.computed ? (enumKey(node.property) ?? ANY) : undefined);
    if (name === undefined) return;
    if (node.object.type === "ThisExpression") {
      const owner = enclosingClass(node);
      const field = classMember(owner, name);
      if (field) this.visit(field, path, whole, depth);
      for (const value of constructorAssignments(owner, name)) this.visit(value, path, whole, depth);
      return;
    }
    const field = node.object.type === "Identifier" ? staticField(this.#sourceCode, node.object, name) : undefined;
    if (field) return this.visit(field, path, whole, depth);
    this.visit(node.object, [name, ...path], whole, depth);
    for (const { right, operator } of writesBefore(this.#sourceCode, node, name)) this.visit(right, path, whole && operator === "=", depth);
  }

  #object(node: TSESTree.ObjectExpression, path: readonly string[], whole: boolean, depth: number): void {
    const [wanted, ...rest] = path;
    if (wanted === undefined) return;
    for (const property of wanted === ANY ? node.properties : propertiesNamed(node, wanted)) {
      if (property.type === "SpreadElement") this.visit(property.argument, path, whole, depth);
      else this.visit(property.value, rest, whole, depth);
      if (this.origins.length >= MAX_ORIGINS) return;
    }
  }

  #call(node: TSESTree.CallExpression, path: readonly string[], whole: boolean, depth: number): void {
    const fn = localFunction(this.#sourceCode, node.callee);
    if (fn) {
      const inside = { fn, call: node, outer: this.#frame };
      this.#within(inside, () => returnsOf(this.#sourceCode, fn).forEach((result) => this.visit(result, path, whole, depth)));
    }
    if (fn) return;
    if (path[0] === ANY) this.#listed(node, path, whole, depth);
    const state = heldState(node);
    if (state && (state.access === "itself" || state.access === path[0]))
      return this.visit(state.value, state.access === "itself" ? path : path.slice(1), whole, depth);
    if (path.length > 0 && !keepsProperties(node)) return;
    for (const kept of keepsValue(this.#sourceCode, node)) this.visit(kept, path, whole, depth);
  }
}

/** `validUntil` of `token[Column.validUntil]`: a key that a constant names. */
const enumKey = (key: Node): string | undefined =>
  key.type === "MemberExpression" && key.object.type === "Identifier" && /^[A-Z]/.test(key.object.name) ? staticName(key) : undefined;

/** `${x}` and nothing else. */
const isOnlyHole = (node: TSESTree.TemplateLiteral): boolean =>
  node.expressions.length === 1 && node.quasis.every((quasi) => quasi.value.raw === "");
