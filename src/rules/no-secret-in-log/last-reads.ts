import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingClass } from "../../ast/functions.js";
import { referenceName, rootOf, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { variableOf } from "../../ast/scope.js";
import { fileCache } from "../../file-cache.js";
import { contains, type Range } from "../../fix/edit.js";
import { append } from "../../multimap.js";
import type { SourceFile } from "../../source-file.js";

type Class = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** Whether all reads of a variable or private field that are left are in reports of this rule: TypeScript would call it unused. */
export function isLastRead(file: SourceFile, node: Node, exposed: readonly Node[]): boolean {
  if (!/\.[cm]?tsx?$|\.vue$|\.svelte$/.test(file.filename)) return false;
  const root = rootOf(node);
  const reads = root.type === "Identifier" ? readsOfVariable(file, root) : root.type === "ThisExpression" ? readsOfField(file, node) : undefined;
  return reads?.every((read) => exposed.some(({ range }) => contains(range, read))) ?? false;
}

function readsOfVariable(file: SourceFile, root: TSESTree.Identifier): Range[] | undefined {
  const variable = variableOf(file.sourceCode, root);
  if (!variable || variable.defs.length === 0) return undefined;
  return variable.references.filter((reference) => reference.isRead()).map(({ identifier }) => identifier.range);
}

/** Of `this.token` where only its class can read it: `#token`, a `private` field or parameter of the constructor. */
function readsOfField(file: SourceFile, node: Node): readonly Range[] | undefined {
  let field = unwrap(node);
  while (field.type === "MemberExpression" && unwrap(field.object).type !== "ThisExpression") field = unwrap(field.object);
  const owner = enclosingClass(node);
  const name = field.type === "MemberExpression" ? staticName(field) : undefined;
  if (!owner || field.type !== "MemberExpression" || name === undefined) return undefined;
  return (field.property.type as string) === "PrivateIdentifier" || isPrivate(owner, name) ? (memberReads(file, owner).get(name) ?? []) : undefined;
}

function isPrivate(owner: Class, name: string): boolean {
  return owner.body.body.some((member) => {
    if (member.type !== "PropertyDefinition" && member.type !== "MethodDefinition") return false;
    if (member.accessibility === "private" && staticName(member) === name) return true;
    if (member.type !== "MethodDefinition" || member.kind !== "constructor") return false;
    return member.value.params.some((each) => each.type === "TSParameterProperty" && each.accessibility === "private" && nameOf(each.parameter) === name);
  });
}

const nameOf = (parameter: Node): string | undefined => referenceName(parameter.type === "AssignmentPattern" ? parameter.left : parameter);

const known = fileCache<Class, ReadonlyMap<string, readonly Range[]>>();

/** Where a class reads members of whatever name: `.name` without an assignment. */
function memberReads(file: SourceFile, owner: Class): ReadonlyMap<string, readonly Range[]> {
  const cached = known.get(owner);
  if (cached) return cached;
  const reads = new Map<string, Range[]>();
  const tokens = file.sourceCode.getTokens(owner as never);
  for (const [index, { value, range }] of tokens.entries()) {
    if (!/^\??\.$/.test(tokens[index - 1]?.value ?? "") || tokens[index + 1]?.value === "=") continue;
    append(reads, value.replace("#", ""), range);
  }
  known.set(owner, reads);
  return reads;
}
