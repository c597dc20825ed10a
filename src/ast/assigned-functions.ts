import type { TSESTree } from "@typescript-eslint/utils";
import { fileCache } from "../file-cache.js";
import { append } from "../multimap.js";
import { assignedMembers } from "./member-names.js";
import { childrenOf, isFunction, propertyValue, referenceName, staticName, unwrap, type FunctionNode, type Node } from "./nodes.js";
import type { SourceCode } from "./scope.js";

/** Owners whose functions read each other through `this`: modules of CommonJS, classes of old, documents of Mongoose. */
const OWNERS = /^(?:exports|prototype|methods|statics)$/;
const functions = fileCache<object, Map<string, FunctionNode[]>>();

/**
 * The function that `this.f` means outside of a class: the property `f` of the object literal around, else the one function of that name that the
 * file assigns to `exports.f`, `Owner.prototype.f`, `Schema.methods.f`.
 */
export function functionOfThis(sourceCode: SourceCode, at: TSESTree.MemberExpression, name: string): FunctionNode | undefined {
  const beside = besideIt(at, name);
  if (beside) return beside;
  const assigned = assignedFunctions(sourceCode, name);
  return assigned.length === 1 && callsAssigned(assigned[0]!, unwrap(at.object)) ? assigned[0] : undefined;
}

/** The one function that the file assigns to what is read here: `module.exports.f`, `Hasher.f`. */
export function functionOfOwner(sourceCode: SourceCode, object: Node, name: string): FunctionNode | undefined {
  const assigned = assignedFunctions(sourceCode, name);
  return assigned.length === 1 && means(ownerOf(assigned[0]!), object) ? assigned[0] : undefined;
}

/** Whether `object.f()` calls a function that is assigned to `Owner.f`: on the same owner, or on `this` among functions of modules and documents. */
export function callsAssigned(fn: FunctionNode, object: Node): boolean {
  const owner = ownerOf(fn);
  return object.type === "ThisExpression" ? OWNERS.test((owner && referenceName(owner)) ?? "") : means(owner, object);
}

/** Whether two owners are written alike: `exports` is also `module.exports`. */
function means(owner: Node | undefined, object: Node): boolean {
  if (!owner) return false;
  const name = referenceName(owner);
  return (
    name !== undefined &&
    referenceName(object) === name &&
    (name === "exports" || (owner.type === "Identifier" && object.type === "Identifier"))
  );
}

function besideIt(at: Node, name: string): FunctionNode | undefined {
  for (let node: Node | undefined = at; node; node = node.parent) {
    if (node.type === "ClassDeclaration" || node.type === "ClassExpression") return undefined;
    const literal: Node | undefined = isFunction(node) && node.parent?.type === "Property" ? node.parent.parent : undefined;
    const value = propertyValue(literal, name);
    if (value) return isFunction(value) ? value : undefined;
  }
  return undefined;
}

function ownerOf(fn: FunctionNode): Node | undefined {
  const { parent } = fn;
  return parent?.type === "AssignmentExpression" && parent.left.type === "MemberExpression" ? unwrap(parent.left.object) : undefined;
}

const NONE: readonly FunctionNode[] = [];

function assignedFunctions(sourceCode: SourceCode, name: string): readonly FunctionNode[] {
  if (!assignedMembers(sourceCode).has(name)) return NONE;
  let index = functions.get(sourceCode.ast);
  if (!index) functions.set(sourceCode.ast, (index = indexFunctions(sourceCode)));
  return index.get(name) ?? NONE;
}

/** All of them in one walk over the tree. */
function indexFunctions(sourceCode: SourceCode): Map<string, FunctionNode[]> {
  const index = new Map<string, FunctionNode[]>();
  const pending: Node[] = [sourceCode.ast];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "AssignmentExpression") addFunction(index, node);
    for (const child of childrenOf(sourceCode, node)) pending.push(child);
  }
  return index;
}

function addFunction(index: Map<string, FunctionNode[]>, { left, right }: TSESTree.AssignmentExpression): void {
  const name = left.type === "MemberExpression" ? staticName(left) : undefined;
  const fn = unwrap(right);
  if (name !== undefined && isFunction(fn) && fn.parent === right.parent) append(index, name, fn);
}
