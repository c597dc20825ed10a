import { fileCache } from "../file-cache.js";
import { append } from "../multimap.js";
import { isWrittenLater } from "./branches.js";
import { contains, enclosingFunction, isFunction, type Node } from "./nodes.js";
import { firstBehind } from "../sorted-list.js";
import type { Reference, SourceCode } from "./scope.js";

// Names that nothing declares, as scripts without strict mode use them: `digest = md5(password)`.

/** The writes of one name: all of them, and those of each function, in the order of the text. */
interface Writes {
  readonly all: Reference[];
  readonly byFunction: Map<Node | undefined, Reference[]>;
}

const written = fileCache<object, ReadonlyMap<string, Writes>>();

/** A name that is written more often is one that many functions use for anything at all. */
const MAX_SHARED = 4;
/** Writes of the function itself that are looked at, the last ones before a place. */
const MAX_OWN = 16;

/**
 * The references that may have given an undeclared name its value where it is read: those of the function itself, since the last one that always
 * runs before; those of other functions where it has none, if they are few.
 */
export function undeclaredWrites(sourceCode: SourceCode, read: Node, name: string): readonly Reference[] {
  const writes = writesOf(sourceCode).get(name);
  if (!writes) return [];
  const own = writes.byFunction.get(enclosingFunction(read)) ?? [];
  const end = firstBehind(own, ({ identifier }) => identifier.range[1] > read.range[0]);
  const before = own.slice(Math.max(0, end - MAX_OWN), end);
  const last = before.findLastIndex(({ identifier }) => alwaysRunsBefore(identifier as Node, read));
  if (last >= 0) return before.slice(last);
  return own.length > 0 || writes.all.length > MAX_SHARED
    ? before
    : writes.all.filter(({ identifier }) => !isWrittenLater(identifier as Node, read, undefined));
}

function writesOf({ ast, scopeManager }: SourceCode): ReadonlyMap<string, Writes> {
  let known = written.get(ast);
  if (known) return known;
  const found = new Map<string, Writes>();
  for (const reference of scopeManager?.globalScope?.through ?? []) {
    if (!reference.isWrite()) continue;
    const name = reference.identifier.name as string;
    const writes: Writes = found.get(name) ?? { all: [], byFunction: new Map() };
    found.set(name, writes);
    writes.all.push(reference);
  }
  for (const { all, byFunction } of found.values()) {
    all.sort((a, b) => a.identifier.range[0] - b.identifier.range[0]);
    for (const reference of all) append(byFunction, enclosingFunction(reference.identifier as Node), reference);
  }
  written.set(ast, (known = found));
  return known;
}

/** Whether a write stands in a block around a place, in no branch of an expression or statement there; the head of `for (key in object)` for its body. */
function alwaysRunsBefore(write: Node, read: Node): boolean {
  for (let child = write, { parent } = write; parent && !isFunction(parent); child = parent, { parent } = parent) {
    if (parent.type === "ForInStatement" || parent.type === "ForOfStatement") return parent.left === child && contains(parent.body, read);
    if (/^(?:BlockStatement|Program|SwitchCase)$/.test(parent.type)) return contains(parent, read);
    const isBranch =
      (parent.type === "ConditionalExpression" && parent.test !== child) ||
      (parent.type === "LogicalExpression" && parent.right === child) ||
      (/^(?:If|While|For|DoWhile|With|Labeled)Statement$/.test(parent.type) && !("test" in parent && parent.test === child));
    if (isBranch) return false;
  }
  return false;
}
