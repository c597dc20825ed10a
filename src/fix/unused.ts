import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../ast/modules.js";
import { rootOf, type Node } from "../ast/nodes.js";
import { definitionOf, isGlobal, reassignments, variableOf } from "../ast/scope.js";
import { insertionPlace } from "../hosts/insertion-place.js";
import { firstBehind } from "../sorted-list.js";
import { perFile, type SourceFile } from "../source-file.js";
import { contains, replace, type Edit, type Range } from "./edit.js";
import { moduleKindOf } from "./module-kind.js";
import { withoutParts, type ListStatement } from "./unused-parts.js";
import { isValueImport } from "./visible-bindings.js";

type Variable = TSESLint.Scope.Variable;

const MAX_HOPS = 8;

/** What brings a name: the specifier, property or declarator, and the statement around it. */
interface Holder {
  readonly statement: ListStatement;
  readonly part: Node;
}

/**
 * The edits of a report, with the imports and aliases (`const { random } = Math`) taken out whose last read they remove: an unused name
 * is an error under `noUnusedLocals`.
 *
 * Where several reports remove one read each, the last one overlaps the one before it, so that ESLint applies it a pass later, when its
 * read is the only one. Nothing is taken out of components, whose templates read names that their scripts do not.
 */
export function withoutUnused(file: SourceFile, edits: readonly Edit[]): Edit[] {
  if (insertionPlace(file)?.component !== false) return [...edits];
  const gone: Range[] = edits.filter(({ range }) => range[0] < range[1]).map(({ range }) => range);
  const added = new Set(edits.flatMap(({ text }) => text.match(/[\w$]+/g) ?? []));
  const unused = new Map<Variable, Holder>();
  const waits: Edit[] = [];
  // The list grows: an alias that goes can hold the last read of another name.
  for (const range of gone) {
    for (const variable of variablesReadIn(file, range)) {
      const holder = unused.has(variable) || added.has(variable.name) ? undefined : holderOf(file, variable);
      if (!holder) continue;
      const reads = readsOf(variable);
      const left = reads.filter((read) => !gone.some((each) => contains(each, read)));
      const previous = left.at(-1);
      if (!previous) {
        unused.set(variable, holder);
        gone.push(holder.part.range);
      } else if (previous !== reads.at(-1)) waits.push(replace(previous, variable.name));
    }
  }
  const statements = new Set([...unused.values()].map(({ statement }) => statement));
  return [...statements].reduce(
    (all, statement) => {
      const parts = [...unused.values()].filter((each) => each.statement === statement).map(({ part }) => part);
      return withoutParts(file, all, statement, parts);
    },
    [...edits, ...waits],
  );
}

/** Where a variable is read, in the order of the text. */
const readsOf = (variable: Variable): Range[] =>
  variable.references
    .filter((reference) => reference.init !== true)
    .map(({ identifier }) => identifier.range)
    .sort((a, b) => a[0] - b[0]);

/** In the order of the text: a file with many findings is searched once for each of them. */
const referencesOf = perFile((file) =>
  (file.sourceCode.scopeManager?.scopes ?? [])
    .flatMap((scope) => scope.references)
    .sort((a, b) => a.identifier.range[0] - b.identifier.range[0]),
);

function variablesReadIn(file: SourceFile, range: Range): Set<Variable> {
  const references = referencesOf(file);
  const variables = new Set<Variable>();
  for (
    let at = firstBehind(references, ({ identifier }) => identifier.range[0] >= range[0]);
    at < references.length && references[at]!.identifier.range[0] < range[1];
    at++
  ) {
    const { identifier, resolved } = references[at]!;
    if (resolved && contains(range, identifier.range)) variables.add(resolved);
  }
  return variables;
}

/** Undefined for what is no import or alias of a module or of `Math`, and for what other files may read. */
function holderOf(file: SourceFile, variable: Variable, hops = 0): Holder | undefined {
  const definition = definitionOf(variable);
  // Other scripts may read a global of this one.
  if (!definition || (variable.scope.type === "global" && moduleKindOf(file) === "unknown") || reassignments(variable).length > 0)
    return undefined;
  const node = definition.node as Node;
  if (node.type === "TSImportEqualsDeclaration")
    return node.importKind === "type" || node.parent.type !== "Program" ? undefined : { statement: node, part: node };
  const statement = definition.parent as Node | null | undefined;
  if (statement?.type === "ImportDeclaration") return isValueImport(statement) ? { statement, part: node } : undefined;
  if (
    node.type !== "VariableDeclarator" ||
    statement?.type !== "VariableDeclaration" ||
    !/^(?:Program|BlockStatement)$/.test(statement.parent.type)
  )
    return undefined;
  if (statement.declarations.length > 1 || node.id.typeAnnotation || !node.init || !isAliased(file, node.init, hops)) return undefined;
  if (node.id.type === "Identifier") return { statement, part: node };
  if (node.id.type !== "ObjectPattern" || node.id.properties.some((each) => each.type !== "Property")) return undefined;
  const part = node.id.properties.find((each) => each.value === (definition.name as Node));
  return part && { statement, part };
}

/** A module or one of its members, `Math` or one of its functions, or an alias of those. */
function isAliased(file: SourceFile, init: TSESTree.Expression, hops: number): boolean {
  const { sourceCode } = file;
  if (moduleMember(sourceCode, init)) return true;
  const root = rootOf(init);
  if (root.type !== "Identifier") return false;
  if (isGlobal(sourceCode, root, "Math", "globalThis")) return true;
  const variable = variableOf(sourceCode, root);
  return variable !== undefined && hops < MAX_HOPS && holderOf(file, variable, hops + 1) !== undefined;
}
