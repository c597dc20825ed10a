import { fileCache } from "../file-cache.js";
import type { SourceCode } from "./scope.js";

// Read from the text at once: where nobody calls or assigns a member of some name, the tree need not be walked for it.

/** `.name(`, `?.name?.(`, `.name<T>(`, `["name"](`. */
const CALLED = /(?:[.#]|\[["'`])([^\s.,:;!?()[\]{}<>=+*/%&|^~@"'`#-]+)(?:["'`]\])?\s{0,20}(?:\?\.)?[(<]/g;
/** `.name = function`, `["name"] = async`, `.name = (a) =>`, `.name = a =>`. */
const ASSIGNED =
  /(?:\.|\[["'`])([^\s.,:;!?()[\]{}<>=+*/%&|^~@"'`#-]+)(?:["'`]\])?\s{0,20}=\s{0,20}(?:async\b|function\b|[(<]|[\w$]+\s{0,20}=>)/g;

type Names = ReadonlySet<string>;

const names = (pattern: RegExp): ((sourceCode: SourceCode) => Names) => {
  const known = fileCache<object, Names>();
  return ({ ast, text }) => {
    let found = known.get(ast);
    if (!found) known.set(ast, (found = new Set(Array.from(text.matchAll(pattern), (match) => match[1]!))));
    return found;
  };
};

/** Names of members that a file calls, and of some that it does not. */
export const calledMembers = names(CALLED);

/** Names of members that a file assigns functions to, and of some that it does not. */
export const assignedMembers = names(ASSIGNED);
