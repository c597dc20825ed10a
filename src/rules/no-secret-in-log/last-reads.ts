import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { enclosingClass } from "../../ast/functions.js";
import { referenceName, rootOf, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { variableOf } from "../../ast/scope.js";
import { fileCache } from "../../file-cache.js";
import { contains, type Range } from "../../fix/edit.js";
import { append } from "../../multimap.js";
import { firstBehind } from "../../sorted-list.js";
import type { SourceFile } from "../../source-file.js";

type Class = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/**
 * Builds the question whether all reads of a variable or private field that are left are in reports of this rule: TypeScript would call it
 * unused.
 *
 * @param exposed the nodes of all reports of the file
 */
export function lastReads(file: SourceFile, exposed: readonly Node[]): (node: Node) => boolean {
  if (!/\.[cm]?tsx?$|\.vue$|\.svelte$/.test(file.filename)) return () => false;
  const ranges = outermostRanges(exposed);
  const answers = new Map<object, boolean>();
  return (node) => {
    const root = rootOf(node);
    const variable = root.type === "Identifier" ? variableOf(file.sourceCode, root) : undefined;
    const fieldReads = root.type === "ThisExpression" ? readsOfField(file, node) : undefined;
    const asked = variable ?? fieldReads;
    if (!asked || variable?.defs.length === 0) return false;
    const known = answers.get(asked);
    if (known !== undefined) return known;
    const answer = (variable ? readsOfVariable(variable) : fieldReads!).every((read) => isWithin(ranges, read));
    answers.set(asked, answer);
    return answer;
  };
}

/** In the order of the text, without those inside of another. */
function outermostRanges(nodes: readonly Node[]): Range[] {
  const ranges: Range[] = [];
  for (const { range } of [...nodes].sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])) {
    const last = ranges.at(-1);
    if (!last || range[0] >= last[1]) ranges.push(range);
  }
  return ranges;
}

/** Whether one of the ranges, which do not overlap and are in order, holds `read`. */
function isWithin(ranges: readonly Range[], read: Range): boolean {
  const behind = firstBehind(ranges, ([start]) => start > read[0]);
  return behind > 0 && contains(ranges[behind - 1]!, read);
}

const readsOfVariable = (variable: TSESLint.Scope.Variable): Range[] =>
  variable.references.filter((reference) => reference.isRead()).map(({ identifier }) => identifier.range);

/** Of `this.token` where only its class can read it: `#token`, a `private` field or parameter of the constructor. */
function readsOfField(file: SourceFile, node: Node): readonly Range[] | undefined {
  let field = unwrap(node);
  while (field.type === "MemberExpression" && unwrap(field.object).type !== "ThisExpression") field = unwrap(field.object);
  const owner = enclosingClass(node);
  const name = field.type === "MemberExpression" ? staticName(field) : undefined;
  if (!owner || field.type !== "MemberExpression" || name === undefined) return undefined;
  return (field.property.type as string) === "PrivateIdentifier" || isPrivate(owner, name)
    ? (memberReads(file, owner).get(name) ?? [])
    : undefined;
}

function isPrivate(owner: Class, name: string): boolean {
  return owner.body.body.some((member) => {
    if (member.type !== "PropertyDefinition" && member.type !== "MethodDefinition") return false;
    if (member.accessibility === "private" && staticName(member) === name) return true;
    if (member.type !== "MethodDefinition" || member.kind !== "constructor") return false;
    return member.value.params.some(
      (each) => each.type === "TSParameterProperty" && each.accessibility === "private" && nameOf(each.parameter) === name,
    );
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
