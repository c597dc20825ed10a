import type { TSESTree } from "@typescript-eslint/utils";
import { contains, enclosingFunction, isFunction, unwrap, type Node } from "./nodes.js";
import type { SourceCode } from "./scope.js";

const MAX_PARENTS = 64;
const LEAVING = /^(?:ReturnStatement|ThrowStatement|BreakStatement|ContinueStatement)$/;
const LOOP = /^(?:DoWhile|For|ForIn|ForOf|While)Statement$/;

type Loop = TSESTree.DoWhileStatement | TSESTree.ForInStatement | TSESTree.ForOfStatement | TSESTree.ForStatement | TSESTree.WhileStatement;

const isLoop = (node: Node): node is Loop => LOOP.test(node.type);

/** The statement of a branch that runs last. */
export const lastStatement = (branch: Node): Node | undefined => (branch.type === "BlockStatement" ? branch.body.at(-1) : branch);

/** Whether a branch ends its function: with `return` or `throw`. */
export const endsFunction = (branch: Node): boolean => /^(?:Return|Throw)Statement$/.test(lastStatement(branch)?.type ?? "");

/**
 * Whether a place of the same function may have run when another runs: it stands before it, or in a loop around both, and neither in the other
 * branch of a condition nor in a block that is left before. True for places of different functions, whose order nobody knows.
 *
 * @param declared where what both touch is declared: a loop around that begins anew each time
 */
export function mayRunBefore(first: Node, then: Node, declared?: Node): boolean {
  if (enclosingFunction(first) !== enclosingFunction(then)) return true;
  const shared = sharedAncestor(first, then);
  if (!shared) return true;
  if (first.range[0] > then.range[0] && !inLoop(shared.node, declared)) return false;
  return !areExclusive(shared) && !leavesBefore(first, shared.node);
}

interface Shared {
  node: Node;
  /** The children by which both places are reached. */
  first: Node;
  then: Node;
}

/** The innermost node around both. */
function sharedAncestor(first: Node, then: Node): Shared | undefined {
  let child = first;
  for (let hops = 0, node = first.parent; node && hops < MAX_PARENTS; hops++, child = node, node = node.parent) {
    if (node.range[0] > then.range[0] || then.range[1] > node.range[1]) continue;
    return { node, first: child, then: childTowards(node, then) };
  }
  return undefined;
}

function childTowards(ancestor: Node, node: Node): Node {
  let current = node;
  while (current.parent && current.parent !== ancestor) current = current.parent;
  return current;
}

/** The two branches of one condition, or two cases of which the first is left. */
function areExclusive({ node, first, then }: Shared): boolean {
  if (node.type === "IfStatement" || node.type === "ConditionalExpression") return first !== node.test && then !== node.test;
  if (node.type !== "SwitchStatement" || first.type !== "SwitchCase" || then.type !== "SwitchCase") return false;
  return endsByLeaving(first.consequent);
}

function inLoop(node: Node, declared: Node | undefined): boolean {
  for (let current: Node | null | undefined = node; current && !isFunction(current); current = current.parent) {
    if (declared && contains(current, declared)) return false;
    if (isLoop(current)) return true;
  }
  return false;
}

/** The loops of the same function that a place is in, innermost first. */
function loopsAround(node: Node): Loop[] {
  const loops: Loop[] = [];
  for (let current = node.parent; current && !isFunction(current); current = current.parent) if (isLoop(current)) loops.push(current);
  return loops;
}

/** A block on the way up returns or throws before the other place is reached. */
function leavesBefore(first: Node, shared: Node): boolean {
  for (let current: Node = first; current.parent && current !== shared; current = current.parent) {
    if (current.type === "BlockStatement" && endsByLeaving(current.body)) return true;
  }
  return false;
}

function endsByLeaving(statements: readonly TSESTree.Statement[]): boolean {
  const last = statements.at(-1);
  return last !== undefined && (LEAVING.test(last.type) || (last.type === "BlockStatement" && endsByLeaving(last.body)));
}

/** Whether a place is only reached when the expression that stands there is falsy: `if (!token) { …token… }`, unless it is set in between. */
export function isKnownFalsy(sourceCode: SourceCode, expression: Node): boolean {
  return isReachedWithout(sourceCode, expression, () => sourceCode.getText(unwrap(expression) as never));
}

/** Whether a place is only reached when what is written as `written()` is falsy, unless it is set in between. */
export function isReachedWithout(sourceCode: SourceCode, expression: Node, written: () => string): boolean {
  const textOf = (node: Node): string => sourceCode.getText(unwrap(node) as never).replaceAll("?.", ".");
  let wanted: string | undefined;
  let child: Node = expression;
  for (let hops = 0, node = expression.parent; node && hops < MAX_PARENTS && !isFunction(node); hops++, child = node, node = node.parent) {
    if (node.type !== "IfStatement" && node.type !== "ConditionalExpression") continue;
    wanted ??= written().replaceAll("?.", ".");
    const isEmpty =
      child === node.consequent ? refutes(node.test, wanted, textOf) : child === node.alternate && textOf(node.test) === wanted;
    if (isEmpty) return !sourceCode.text.slice(child.range[0], expression.range[0]).replace(/\s+/g, "").includes(`${wanted}=`);
  }
  return false;
}

/** `!x`, `x == null`, `x === undefined`, and the same beside `&&`. */
function refutes(test: Node, wanted: string, textOf: (node: Node) => string): boolean {
  const inner = unwrap(test);
  if (inner.type === "UnaryExpression") return inner.operator === "!" && textOf(inner.argument) === wanted;
  if (inner.type === "LogicalExpression")
    return inner.operator === "&&" && (refutes(inner.left, wanted, textOf) || refutes(inner.right, wanted, textOf));
  if (inner.type !== "BinaryExpression" || !/^===?$/.test(inner.operator)) return false;
  const { left, right } = inner;
  const isNothing =
    right.type === "Identifier" ? right.name === "undefined" : right.type === "Literal" && (right.value === null || right.value === "");
  return isNothing && textOf(left as Node) === wanted;
}

/**
 * A variable of one function that is given its value there, or in a callback there, after it was read, and in no loop around both. What is declared
 * further out may be read again in another call, and a declared function may be called before.
 */
export function isWrittenLater(write: Node, read: Node, declared: Node | undefined): boolean {
  const fn = enclosingFunction(read);
  if (write.range[0] < read.range[0] || enclosingFunction(declared ?? write) !== fn) return false;
  for (let around = enclosingFunction(write); around && around !== fn; around = enclosingFunction(around))
    if (around.type === "FunctionDeclaration") return false;
  return loopsAround(read).every((loop) => !contains(loop, write) || (declared !== undefined && contains(loop.body, declared)));
}
