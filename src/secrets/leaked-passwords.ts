import { enclosingFunction, type Node } from "../ast/nodes.js";
import { perFile, type SourceFile } from "../source-file.js";

const NAMES = /pwned|hibp/i;

/**
 * Whether a file asks for leaked passwords, as Have I Been Pwned lists them: by the beginning of a SHA-1, to which it answers with the rest of many,
 * or by an MD5. Such a digest is no stored hash.
 */
export const asksForLeakedPasswords = perFile(({ sourceCode: { text } }) => NAMES.test(text));

/** Whether the function around a place asks for them, or goes through them. */
export function isAmongLeakedPasswords(file: SourceFile, node: Node): boolean {
  const fn = asksForLeakedPasswords(file) ? enclosingFunction(node) : undefined;
  return fn !== undefined && NAMES.test(file.sourceCode.getText(fn as never));
}
