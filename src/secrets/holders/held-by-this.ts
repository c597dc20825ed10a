import { lineOf, type Node } from "../../ast/nodes.js";
import { fileCache } from "../../file-cache.js";
import type { SourceFile } from "../../source-file.js";
import { isHeld } from "../names/held-names.js";
import type { Holder } from "./holder.js";
import { shownName } from "../masking.js";

interface Read {
  name: string;
  line: number;
}

/** What says that `this` holds a secret: the function or class around reads `this.password`. */
export function heldByThis(file: SourceFile, node: Node): Holder | undefined {
  const read = readsOfThis(file, node)?.get("");
  return (
    read && {
      reason: `\`this\` holds ${shownName(read.name, "a secret")}${read.line === lineOf(node) ? "" : ` (line ${read.line})`}`,
      names: [read.name],
    }
  );
}

/** The secret that the function or class around a place reads of one of its members: `password` of `this.config.password`. */
export const heldByMember = (file: SourceFile, member: string, at: Node): Read | undefined => readsOfThis(file, at)?.get(member);

const known = fileCache<Node, ReadonlyMap<string, Read>>();

/** The first secret that an owner of `this` reads of it and of each of its members. */
function readsOfThis(file: SourceFile, at: Node): ReadonlyMap<string, Read> | undefined {
  const owner = ownerOfThis(at);
  if (!owner) return undefined;
  const cached = known.get(owner);
  if (cached) return cached;
  const reads = new Map<string, Read>();
  known.set(owner, reads);
  const tokens = file.sourceCode.getTokens(owner as never);
  const isDot = (index: number): boolean => /^\??\.$/.test(tokens[index]?.value ?? "");
  for (const [index, { value }] of tokens.entries()) {
    if (value !== "this" || !isDot(index + 1)) continue;
    note(index + 2, "");
    if (isDot(index + 3)) note(index + 4, tokens[index + 2]!.value);
  }
  return reads;

  function note(index: number, member: string): void {
    const name = tokens[index];
    if (!name || reads.has(member) || /^[(.[]/.test(tokens[index + 1]?.value ?? "") || !isHeld(file, name.value, at)) return;
    reads.set(member, { name: name.value, line: name.loc.start.line });
  }
}

/** The class, or the function outside of classes, whose `this` it is. */
function ownerOfThis(node: Node): Node | undefined {
  for (let current = node.parent; current; current = current.parent) {
    if (current.type === "FunctionDeclaration" || (current.type === "FunctionExpression" && current.parent.type !== "MethodDefinition"))
      return current;
    if (current.type === "ClassDeclaration" || current.type === "ClassExpression") return current;
  }
  return undefined;
}
