import type { Node } from "../../ast/nodes.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { sourcesOf } from "./sources.js";

/** Whatever reads a variable is called so: `process.env`, `Deno.env`, `getEnv`. */
const mentionsEnvironment = perFile(({ sourceCode }) => /env/i.test(sourceCode.text));

/** The environment variable that an expression reads; undefined for everything else, also for the whole environment. */
export function environmentRead(file: SourceFile, node: Node): string | undefined {
  if (!mentionsEnvironment(file)) return undefined;
  const name = sourcesOf(file, node).find((source) => source.type === "environment")?.name;
  return name !== undefined && /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : undefined;
}
