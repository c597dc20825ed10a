import { contains, type Edit, type Range } from "../fix/edit.js";
import type { SourceFile } from "../source-file.js";

/** The nodes of a Vue template, as far as they are read here. */
interface VNode {
  type: string;
  range: Range;
  startTag?: { attributes: VNode[] };
  children?: VNode[];
  value?: VNode | null;
}

/**
 * The edits as they can stand where they go: in an attribute of a Vue template strings take the quotes that do not end the attribute.
 *
 * @returns undefined when the markup around one of them would be read otherwise
 */
export function fitTemplate({ sourceCode }: SourceFile, edits: Edit[]): Edit[] | undefined {
  const { templateBody } = sourceCode.ast as { templateBody?: VNode };
  if (!templateBody) return edits;
  const fitted: Edit[] = [];
  for (const edit of edits) {
    const container = contains(templateBody.range, edit.range) ? containerOf(templateBody, edit.range) : undefined;
    const text = container ? fit(edit.text, sourceCode.text[container.range[0]]!) : edit.text;
    if (text === undefined) return undefined;
    fitted.push({ ...edit, text });
  }
  return fitted;
}

/** The `"…"` of an attribute or the `{{ … }}` of a text that holds the range. */
function containerOf(node: VNode, range: Range): VNode | undefined {
  if (node.type === "VExpressionContainer") return node;
  const parts = [...(node.startTag?.attributes ?? []), ...(node.children ?? []), ...(node.value ? [node.value] : [])];
  const part = parts.find((each) => contains(each.range, range));
  return part && containerOf(part, range);
}

/** Our edits hold no quote inside a string, so the kind of quote can be exchanged where only one is used. */
function fit(text: string, opening: string): string | undefined {
  if (opening === "{") return text.includes("}}") ? undefined : text;
  if (opening !== '"' && opening !== "'") return /[\s"'`=<>]/.test(text) ? undefined : text;
  if (!text.includes(opening)) return text;
  const other = opening === '"' ? "'" : '"';
  return text.includes(other) || /[\\`]/.test(text) ? undefined : text.replaceAll(opening, other);
}
