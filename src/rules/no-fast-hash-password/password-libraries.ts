import type { Node } from "../../ast/nodes.js";
import { bindMember } from "../../fix/bindings.js";
import type { Edit } from "../../fix/edit.js";
import { perFile, type SourceFile } from "../../source-file.js";

const LIBRARIES = ["argon2", "@node-rs/argon2", "bcrypt", "bcryptjs", "@node-rs/bcrypt"];

/** The library for password hashes that the file loads, and the name that stands for the whole of it: Node may not see named imports of CommonJS. */
const libraryOf = perFile(({ sourceCode: { text } }): { module: string; object: string | undefined } | undefined => {
  const module = LIBRARIES.find((each) => new RegExp(`(?:from|require\\()\\s{0,4}["']${each}["']`).test(text));
  if (module === undefined) return undefined;
  const match = new RegExp(
    `import\\s+(?:\\*\\s+as\\s+)?([\\w$]+)\\s+from\\s+["']${module}["']|(?:const|var|let)\\s+([\\w$]+)\\s*=\\s*require\\(\\s*["']${module}["']\\s*\\)(?!\\s*\\.)`,
  ).exec(text);
  return { module, object: match?.[1] ?? match?.[2] };
});

export const usesLibrary = (file: SourceFile): boolean => !file.settings.passwordHasher && libraryOf(file) !== undefined;

/** The hash function of a library that the file imports already. */
export function libraryHash(file: SourceFile, at: Node, async: boolean, password: string): { text: string; edits: Edit[] } | undefined {
  const library = libraryOf(file);
  const member = async ? "hash" : "hashSync";
  if (!library || (!async && library.module === "argon2")) return undefined;
  const bound =
    library.object === undefined ? bindMember(file, at, library.module, member) : { text: `${library.object}.${member}`, edits: [] };
  const cost = library.module.includes("argon2") ? "" : ", 10";
  return bound && { text: `${async ? "await " : ""}${bound.text}(${password}${cost})`, edits: bound.edits };
}
