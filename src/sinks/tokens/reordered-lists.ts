import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction, outward, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf, type SourceCode, type Variable } from "../../ast/scope.js";
import { fileCache } from "../../file-cache.js";

/** A list whose order a random number decides. */
export interface Reordering {
  /** `list.sort(() => Math.random() - 0.5)`; undefined where elements are swapped. */
  sort?: TSESTree.CallExpression;
  /** What holds the list afterwards. */
  lists: Node[];
}

/** The list that a random number puts in order: as the comparator of a sort, or as the position of a swap. */
export function reorderingOf(sourceCode: SourceCode, random: Node): Reordering | undefined {
  const sort = sortAround(random);
  if (!sort) {
    const lists = swapped(sourceCode, random);
    return lists.length > 0 ? { lists } : undefined;
  }
  const { callee } = sort;
  const inPlace = callee.type === "MemberExpression" && staticName(callee) === "sort" ? readsAfter(sourceCode, callee.object, sort) : [];
  return { sort, lists: [sort, ...inPlace] };
}

function sortAround(random: Node): TSESTree.CallExpression | undefined {
  const fn = enclosingFunction(random);
  const place = fn && outward(fn);
  const call = place?.parent;
  if (call?.type !== "CallExpression" || call.arguments[0] !== place?.child || call.arguments.length !== 1) return undefined;
  return call.callee.type === "MemberExpression" && /^(?:sort|toSorted)$/.test(staticName(call.callee) ?? "") ? call : undefined;
}

/** What is reordered by the number that a variable holds. */
const reorderedBy = fileCache<Variable, Node[]>();

/** `[list[i], list[j]] = [list[j], list[i]]` and `list[j] = …`, with `j` made of the random number: the number itself, or a variable that holds it. */
function swapped(sourceCode: SourceCode, random: Node): Node[] {
  for (let node: Node | undefined = random; node && !isFunction(node) && !/Statement$/.test(node.type); node = node.parent) {
    const { parent }: { parent?: Node | undefined } = node;
    if (parent?.type === "MemberExpression" && parent.computed && parent.property === node) return swappedAt(sourceCode, node);
    const target: Node | undefined =
      parent?.type === "VariableDeclarator"
        ? parent.id
        : parent?.type === "AssignmentExpression" && parent.right === node
          ? parent.left
          : undefined;
    const variable = target?.type === "Identifier" ? variableOf(sourceCode, target) : undefined;
    if (variable) return swappedWith(sourceCode, variable);
    if (target?.type === "Identifier") return [];
  }
  return [];
}

const swappedWith = (sourceCode: SourceCode, variable: Variable): Node[] =>
  reorderedBy.remember(variable, () => readsOf(variable).flatMap(({ identifier }) => swappedAt(sourceCode, identifier as Node)));

/** What is reordered where an expression is the position. */
function swappedAt(sourceCode: SourceCode, position: Node): Node[] {
  const place = outward(position);
  const element = place?.parent;
  if (element?.type !== "MemberExpression" || !element.computed || element.property !== place?.child) return [];
  const pattern = element.parent?.type === "ArrayPattern" ? element.parent : element;
  const assignment = pattern.parent;
  return assignment?.type === "AssignmentExpression" && assignment.left === pattern
    ? readsAfter(sourceCode, element.object, assignment)
    : [];
}

function readsAfter(sourceCode: SourceCode, list: Node, { range }: Node): Node[] {
  const inner = unwrap(list);
  const variable = inner.type === "Identifier" ? variableOf(sourceCode, inner) : undefined;
  return (variable?.references ?? [])
    .filter((each) => each.isRead() && each.identifier.range[0] >= range[1])
    .map((each) => each.identifier as Node);
}
