import type { Node } from "../ast/nodes.js";
import type { SourceFile } from "../source-file.js";
import { sourcesOf } from "./sources.js";

/** The environment variable that an expression reads; undefined for everything else, also for the whole environment. */
export function environmentRead(file: SourceFile, node: Node): string | undefined {
  const name = sourcesOf(file, node).find((source) => source.type === "environment")?.name;
  return name !== undefined && /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : undefined;
}
