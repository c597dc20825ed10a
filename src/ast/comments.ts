import { fileCache } from "../file-cache.js";
import type { FunctionNode, Node } from "./nodes.js";
import type { SourceCode } from "./scope.js";

// Comments, and what they are about.

/** In characters: longer ones tell the story of a file. */
const MAX_COMMENT = 600;
/** In lines: an empty one may stand between. */
const MAX_GAP = 2;

/** What stands around a node and may have a comment; the export around that. */
export function ownerOf(node: Node, type: RegExp): Node | undefined {
  let current: Node | null | undefined = node;
  while (current && !type.test(current.type)) current = current.parent;
  const owner = current?.parent;
  return owner && /^Export/.test(owner.type) ? owner : (current ?? undefined);
}

/** The text of the comment right above a node, in one line, without its stars. */
export function commentAbove(sourceCode: SourceCode, node: Node): string {
  const comment = sourceCode.getCommentsBefore(node as never).at(-1);
  if (!comment || node.loc.start.line - comment.loc.end.line > MAX_GAP || comment.value.length > MAX_COMMENT) return "";
  return comment.value
    .replaceAll(/\s{0,20}\*\s{1,20}/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** What declares a function and may have a comment: its statement, its method, the property or constant that holds it. None for callbacks. */
export function declarationOf(fn: FunctionNode): Node | undefined {
  if (fn.type === "FunctionDeclaration") return ownerOf(fn, /^FunctionDeclaration$/);
  const holder = fn.parent;
  if (holder?.type === "VariableDeclarator") return ownerOf(holder, /^VariableDeclaration$/);
  // module.exports = function () {}
  if (holder?.type === "AssignmentExpression") return holder.parent.type === "ExpressionStatement" ? holder.parent : undefined;
  return holder && /^(?:MethodDefinition|Property|PropertyDefinition)$/.test(holder.type) ? holder : undefined;
}

const codes = fileCache<object, string>();

/** The text of a file without its comments. */
export const textOfCode = (sourceCode: SourceCode): string => codes.remember(sourceCode.ast, () => withoutComments(sourceCode));

function withoutComments({ text, ast }: SourceCode): string {
  let code = "";
  let at = 0;
  for (const { range } of ast.comments ?? []) {
    code += text.slice(at, range[0]);
    at = range[1];
  }
  return code + text.slice(at);
}
