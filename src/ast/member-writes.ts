import type { TSESTree } from "@typescript-eslint/utils";
import { fileCache } from "../file-cache.js";
import { append } from "../multimap.js";
import { firstBehind } from "../sorted-list.js";
import { mayRunBefore } from "./branches.js";
import { enclosingFunction, staticName } from "./nodes.js";
import { variableOf, type SourceCode, type Variable } from "./scope.js";

const writes = fileCache<Variable, ReadonlyMap<string, readonly TSESTree.AssignmentExpression[]>>();
const NONE: readonly TSESTree.AssignmentExpression[] = [];
/** The last ones before a place count. */
const MAX_WRITES = 8;

/** What the function around gives a member before it is read there: `request.url = base + key` before `send(request.url)`. */
export function writesBefore(
  sourceCode: SourceCode,
  read: TSESTree.MemberExpression,
  name: string,
): readonly TSESTree.AssignmentExpression[] {
  const variable = read.object.type === "Identifier" ? variableOf(sourceCode, read.object) : undefined;
  const all = variable && writes.remember(variable, () => findWrites(variable)).get(name);
  if (!all) return NONE;
  const end = firstBehind(all, (each) => each.range[1] > read.range[0]);
  const fn = enclosingFunction(read);
  return all.slice(Math.max(0, end - MAX_WRITES), end).filter((each) => enclosingFunction(each) === fn && mayRunBefore(each, read));
}

function findWrites(variable: Variable): ReadonlyMap<string, readonly TSESTree.AssignmentExpression[]> {
  const found = new Map<string, TSESTree.AssignmentExpression[]>();
  for (const { identifier } of variable.references) {
    const member = identifier.parent;
    if (member?.type !== "MemberExpression" || member.object !== identifier) continue;
    const { parent } = member;
    const name = parent.type === "AssignmentExpression" && parent.left === member ? staticName(member) : undefined;
    if (name === undefined) continue;
    append(found, name, parent as TSESTree.AssignmentExpression);
  }
  for (const each of found.values()) each.sort((a, b) => a.range[0] - b.range[0]);
  return found;
}
