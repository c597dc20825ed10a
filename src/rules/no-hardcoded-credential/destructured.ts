import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap, type Node } from "../../ast/nodes.js";
import { variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { contains, insertAt, removeFrom, replace, type Edit } from "../../fix/edit.js";
import { fileStyleOf } from "../../fix/file-style.js";
import { sourcesOf } from "../../secrets/sources/sources.js";
import type { SourceFile } from "../../source-file.js";

/**
 * `const { PORT, SECRET = "…" } = process.env`: nobody asks for a default where the variable is empty, so the name leaves the pattern for
 * a statement of its own, behind this one.
 *
 * @param pattern the name with its default
 * @param read the expression that reads the variable
 * @returns undefined where the name must stay: in loops and parameters, beside a rest element, read by another default, and where the
 * object may hold something else than the environment
 */
export function ownStatement(file: SourceFile, pattern: TSESTree.AssignmentPattern, read: string): Edit[] | undefined {
  const property = pattern.parent as Node;
  const list = property.parent;
  const declarator = list?.parent;
  const declaration = declarator?.parent;
  if (
    property.type !== "Property" ||
    list?.type !== "ObjectPattern" ||
    declarator?.type !== "VariableDeclarator" ||
    declaration?.type !== "VariableDeclaration"
  )
    return undefined;
  const statement = declaration.parent.type === "ExportNamedDeclaration" ? declaration.parent : declaration;
  if (
    declaration.kind !== "const" ||
    declaration.declarations.length > 1 ||
    list.typeAnnotation ||
    !/^(?:BlockStatement|Program|StaticBlock)$/.test(statement.parent?.type ?? "")
  )
    return undefined;
  const variable = pattern.left.type === "Identifier" ? variableOf(file.sourceCode, pattern.left) : undefined;
  if (
    !variable ||
    property.computed ||
    !declarator.init ||
    !isEnvironment(file, declarator.init) ||
    list.properties.some(({ type }) => type !== "Property")
  )
    return undefined;
  if (variable.references.some((reference) => reference.isRead() && contains(list.range, reference.identifier.range))) return undefined;
  if (list.properties.length === 1) return [replace(declarator, `${variable.name} = ${read}`)];
  const { eol } = fileStyleOf(file);
  const { text } = file.sourceCode;
  const indent = /^[^\S\r\n]*/.exec(file.sourceCode.lines[statement.loc.start.line - 1] ?? "")?.[0] ?? "";
  const keywords = text.slice(statement.range[0], declarator.range[0]);
  const end = text[statement.range[1] - 1] === ";" ? ";" : "";
  return [
    removeFrom(list.properties, property),
    insertAt(statement.range[1], `${eol}${indent}${keywords}${variable.name} = ${read}${end}`),
  ];
}

/** `process.env` or a constant that is it; not a parameter whose default it is. */
function isEnvironment(file: SourceFile, node: Node): boolean {
  const inner = unwrap(node);
  const read = inner.type === "Identifier" ? constantInitializer(file.sourceCode, inner) : inner;
  return read !== undefined && unwrap(read).type === "MemberExpression" && sourcesOf(file, read).some(({ kind }) => kind === "environment");
}
