import type { TSESTree } from "@typescript-eslint/utils";
import { fileCache } from "../file-cache.js";
import { append } from "../multimap.js";
import { callsAssigned, functionOfOwner, functionOfThis } from "./assigned-functions.js";
import { calledMembers } from "./member-names.js";
import { childrenOf, isFunction, staticName, unwrap, propertyValue, type FunctionNode, type Node } from "./nodes.js";
import { constantInitializer } from "./static-value.js";
import { definitionOf, variableOf, type SourceCode, type Variable } from "./scope.js";

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** The nearest class around a node. */
export function enclosingClass(node: Node): ClassNode | undefined {
  let current: Node | undefined = node.parent;
  while (current && current.type !== "ClassDeclaration" && current.type !== "ClassExpression") current = current.parent;
  return current as ClassNode | undefined;
}

/** The function of this file that a callee means: `f`, `helpers.f` of a constant object, `Helpers.f` of a class, `this.f` of the class or of the functions beside it, `exports.f`. */
export function localFunction(sourceCode: SourceCode, callee: Node): FunctionNode | undefined {
  const inner = unwrap(callee);
  if (isFunction(inner)) return inner;
  if (inner.type === "Identifier") {
    const variable = variableOf(sourceCode, inner);
    const definition = variable && definitionOf(variable);
    if (definition?.type === ("FunctionName" as string))
      return isFunction(definition.node as Node) ? (definition.node as FunctionNode) : undefined;
    return asFunction(constantInitializer(sourceCode, inner));
  }
  if (inner.type !== "MemberExpression") return undefined;
  const name = staticName(inner);
  if (name === undefined) return undefined;
  const object = unwrap(inner.object);
  if (object.type === "ThisExpression") {
    const around = enclosingClass(inner);
    return around ? asFunction(classMember(around, name)) : functionOfThis(sourceCode, inner, name);
  }
  const ofClass = object.type === "Identifier" ? classNamed(sourceCode, object) : undefined;
  if (ofClass) return asFunction(staticMember(ofClass, name));
  const owner = object.type === "Identifier" ? constantInitializer(sourceCode, object) : undefined;
  return (owner && asFunction(propertyValue(unwrap(owner), name))) ?? functionOfOwner(sourceCode, object, name);
}

/** The class of this file that a name means. */
function classNamed(sourceCode: SourceCode, name: TSESTree.Identifier): ClassNode | undefined {
  const variable = variableOf(sourceCode, name);
  const node = variable && (definitionOf(variable)?.node as Node | undefined);
  return node?.type === "ClassDeclaration" ? node : undefined;
}

/** The value of `static name = …` or `static name() {}`. */
function staticMember(owner: ClassNode, name: string): Node | undefined {
  const value = classMember(owner, name);
  const member = value?.parent;
  return (member?.type === "MethodDefinition" || member?.type === "PropertyDefinition") && member.static ? value : undefined;
}

/** What `Sealer.KEY` of a class of this file holds. */
export function staticField(sourceCode: SourceCode, object: TSESTree.Identifier, name: string): Node | undefined {
  const owner = classNamed(sourceCode, object);
  return owner && staticMember(owner, name);
}

/** A function, also one that a single wrapper call holds: `useCallback(fn)`, `asyncHandler(fn)`. */
function asFunction(node: Node | null | undefined): FunctionNode | undefined {
  if (!node) return undefined;
  const inner = unwrap(node);
  return isFunction(inner) ? inner : undefined;
}

/** What a class gives a member: the value of a field, the function of a method. */
export function classMember(owner: ClassNode | undefined, name: string): Node | undefined {
  return owner && membersOf(owner).values.get(name);
}

interface Members {
  /** Of fields and methods, the first one of each name. */
  values: Map<string, Node | undefined>;
  /** What the constructor assigns, by the name of the property. */
  assigned: Map<string, Node[]>;
}

const membersByClass = fileCache<ClassNode, Members>();

function membersOf(owner: ClassNode): Members {
  const known = membersByClass.get(owner);
  if (known) return known;
  const members: Members = { values: new Map(), assigned: new Map() };
  membersByClass.set(owner, members);
  let constructor: Node | undefined;
  for (const member of owner.body.body) {
    if (member.type !== "PropertyDefinition" && member.type !== "MethodDefinition") continue;
    if (member.type === "MethodDefinition" && member.kind === "constructor") constructor ??= member.value;
    const name = staticName(member);
    if (name !== undefined && !members.values.has(name)) members.values.set(name, member.value ?? undefined);
  }
  for (const statement of isFunction(constructor) && constructor.body?.type === "BlockStatement" ? constructor.body.body : []) {
    if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression") continue;
    const { left, right } = statement.expression;
    const name = left.type === "MemberExpression" && left.object.type === "ThisExpression" ? staticName(left) : undefined;
    if (name === undefined) continue;
    append(members.assigned, name, right);
  }
  return members;
}

/** The expressions that the constructor of a class assigns to `this.name`. */
export const constructorAssignments = (owner: ClassNode | undefined, name: string): readonly Node[] =>
  (owner && membersOf(owner).assigned.get(name)) ?? [];

const returned = fileCache<object, readonly TSESTree.Expression[]>();

/** What a function can return; an expression body counts. Nested functions are not entered. */
export function returnsOf(sourceCode: SourceCode, fn: FunctionNode): readonly TSESTree.Expression[] {
  const known = returned.get(fn);
  if (known) return known;
  const found: TSESTree.Expression[] = [];
  if (fn.body && fn.body.type !== "BlockStatement") found.push(fn.body);
  else if (fn.body) collectReturns(sourceCode, fn.body, found);
  returned.set(fn, found);
  return found;
}

function collectReturns(sourceCode: SourceCode, root: Node, found: TSESTree.Expression[]): void {
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "ReturnStatement") {
      if (node.argument) found.push(node.argument);
      continue;
    }
    // Only statements can hold a return.
    if (!/Statement$|^SwitchCase$|^CatchClause$/.test(node.type) || node.type === "ExpressionStatement") continue;
    for (const child of childrenOf(sourceCode, node)) pending.push(child);
  }
}

/** The variable that a function is stored in under its own name. */
function variableOfFunction(sourceCode: SourceCode, fn: FunctionNode): Variable | undefined {
  const [declared] = fn.type === "FunctionDeclaration" && fn.id ? sourceCode.getDeclaredVariables!(fn) : [];
  if (declared) return declared as Variable;
  if (fn.parent?.type === "VariableDeclarator") return sourceCode.getDeclaredVariables!(fn.parent)[0] as Variable | undefined;
  return undefined;
}

const MAX_CALLS = 16;

/** Reads of a function's own name that are no calls: it is handed over as a value. */
export function usesAsValue(sourceCode: SourceCode, fn: FunctionNode): Node[] {
  const reads = variableOfFunction(sourceCode, fn)?.references.filter((reference) => reference.isRead()) ?? [];
  return reads
    .map((reference) => reference.identifier as Node)
    .filter(({ parent }, index) => parent?.type !== "CallExpression" || parent.callee !== reads[index]!.identifier);
}

/** Calls of a function in its own file: `f(…)`, `this.f(…)` for a method, `helpers.f(…)` for one of an object or of `exports`. At most the first 16. */
export function callsOf(sourceCode: SourceCode, fn: FunctionNode): readonly TSESTree.CallExpression[] {
  let calls = callsByFunction.get(fn);
  if (!calls) callsByFunction.set(fn, (calls = findCalls(sourceCode, fn)));
  return calls;
}

const callsByFunction = fileCache<FunctionNode, readonly TSESTree.CallExpression[]>();

function findCalls(sourceCode: SourceCode, fn: FunctionNode): TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = [];
  for (const reference of variableOfFunction(sourceCode, fn)?.references ?? []) {
    const { parent } = reference.identifier;
    if (parent?.type === "CallExpression" && parent.callee === reference.identifier && calls.length < MAX_CALLS) calls.push(parent);
  }
  const method = fn.parent;
  if (method?.type === "MethodDefinition" || method?.type === "PropertyDefinition") {
    const own = memberCalls(sourceCode, staticName(method))?.own.get(enclosingClass(fn))?.get(staticName(method)!) ?? [];
    calls.push(...own.slice(0, Math.max(0, MAX_CALLS - calls.length)));
    if (method.static) calls.push(...staticCalls(sourceCode, method).slice(0, Math.max(0, MAX_CALLS - calls.length)));
  }
  for (const call of objectCalls(sourceCode, fn)) if (calls.length < MAX_CALLS && !calls.includes(call)) calls.push(call);
  return calls;
}

/** `Helpers.f(…)` of the class that holds `static f`. */
function staticCalls(sourceCode: SourceCode, method: TSESTree.MethodDefinition | TSESTree.PropertyDefinition): TSESTree.CallExpression[] {
  const owner = method.parent.parent;
  return callsNamed(sourceCode, staticName(method)).filter(({ callee }) => {
    const object = unwrap((callee as TSESTree.MemberExpression).object);
    return object.type === "Identifier" && object.name === owner.id?.name && classNamed(sourceCode, object) === owner;
  });
}

/** Calls of a function that an object literal or `exports` holds: `this.f(…)` inside the literal, `owner.f(…)`, `exports.f(…)`. */
function objectCalls(sourceCode: SourceCode, fn: FunctionNode): TSESTree.CallExpression[] {
  const holder = fn.parent;
  if (holder?.type === "AssignmentExpression" && holder.left.type === "MemberExpression") {
    return callsNamed(sourceCode, staticName(holder.left)).filter((call) =>
      callsAssigned(fn, unwrap((call.callee as TSESTree.MemberExpression).object)),
    );
  }
  if (holder?.type !== "Property" || holder.parent.type !== "ObjectExpression") return [];
  const name = staticName(holder);
  const literal = holder.parent;
  const declarator = literal.parent;
  const owner = declarator?.type === "VariableDeclarator" && declarator.id.type === "Identifier" ? declarator.id.name : undefined;
  return callsNamed(sourceCode, name).filter(({ callee, range }) => {
    const { object } = callee as TSESTree.MemberExpression;
    if (object.type === "ThisExpression") return range[0] >= literal.range[0] && range[1] <= literal.range[1];
    return object.type === "Identifier" && object.name === owner;
  });
}

interface MemberCalls {
  /** Calls `x.method(…)` by method, in the order of the text. */
  named: Map<string, TSESTree.CallExpression[]>;
  /** Those of them on `this`, by the class around them. */
  own: Map<ClassNode | undefined, Map<string, TSESTree.CallExpression[]>>;
}

const memberIndexes = fileCache<object, MemberCalls>();

const callsNamed = (sourceCode: SourceCode, name: string | undefined): readonly TSESTree.CallExpression[] =>
  memberCalls(sourceCode, name)?.named.get(name!) ?? [];

/** All calls of members in a file, found in one walk over its tree; undefined without that walk where nothing calls a member of that name. */
function memberCalls(sourceCode: SourceCode, name: string | undefined): MemberCalls | undefined {
  if (name === undefined || !calledMembers(sourceCode).has(name)) return undefined;
  return memberIndexes.get(sourceCode.ast) ?? indexMemberCalls(sourceCode);
}

function indexMemberCalls(sourceCode: SourceCode): MemberCalls {
  const index: MemberCalls = { named: new Map(), own: new Map() };
  memberIndexes.set(sourceCode.ast, index);
  const pending: Node[] = [sourceCode.ast];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "CallExpression" && node.callee.type === "MemberExpression") addMemberCall(index, node, node.callee);
    // Last child first: the first is then the next to be looked at.
    for (const child of childrenOf(sourceCode, node).reverse()) pending.push(child);
  }
  return index;
}

function addMemberCall(index: MemberCalls, call: TSESTree.CallExpression, member: TSESTree.MemberExpression): void {
  const name = staticName(member);
  if (name === undefined) return;
  append(index.named, name, call);
  if (member.object.type !== "ThisExpression") return;
  const owner = enclosingClass(call);
  let own = index.own.get(owner);
  if (!own) index.own.set(owner, (own = new Map()));
  append(own, name, call);
}

/** `return body(null, req, token)` in `function body(req, token, profile)`: a function that moves its parameters calls nothing by other names. */
export const isShiftedParameter = (owner: FunctionNode, call: Node, argument: Node): boolean =>
  argument.type === "Identifier" &&
  owner.range[0] <= call.range[0] &&
  call.range[1] <= owner.range[1] &&
  owner.params.some((each) => each.type === "Identifier" && each.name === argument.name);
