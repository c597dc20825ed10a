import type { Node } from "../../../ast/nodes.js";
import type { SourceFile } from "../../../source-file.js";

export const textOf = (file: SourceFile, node: Node, length: number): string =>
  file.sourceCode.text.slice(node.range[0], Math.min(node.range[1], node.range[0] + length));
