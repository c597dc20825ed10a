import { enclosingClass } from "../../../ast/functions.js";
import { referenceName, staticName, unwrap, type Node } from "../../../ast/nodes.js";
import { originsOf } from "../../../ast/origins.js";
import { wordsOf } from "../../../secrets/names/words.js";
import type { SourceFile } from "../../../source-file.js";
import { digestedNames } from "./digests.js";
import type { Side } from "./sides.js";

// What the digest of a text is held against, when nothing but that tells what the digest is for.

/** `verify(plain, hashed) { return sha1(plain) === hashed; }` */
export const isHashOfPlain = (file: SourceFile, { node }: Side, { node: digest }: Side): boolean => {
  const name = referenceName(node) ?? "";
  if (/^(?:(?:en)?crypted|hashed)$/.test(name))
    return digestedNames(file, digest).some((each) => /^(?:attempt|candidate|input|key|plain|plain_?text|raw)$/i.test(each));
  if (name === "hash" && digestedNames(file, digest).some((each) => /^plain_?text$/i.test(each))) return true;
  return /^(?:hash|hashed\w*|saved|stored)$/i.test(name) && /pass(?:word|wd)|pwd|login/i.test(enclosingClass(node)?.id?.name ?? "");
};

const CUTTING = /^(?:slice|substr|substring)$/;

/** `decrypt(checksum, key).substr(0, 64)`: a digest that only the holder of the key can have sent. */
export function isDecryptedPart(file: SourceFile, node: Node): boolean {
  return originsOf(file.sourceCode, node).some(({ node: cut, path }) => {
    const callee = cut.type === "CallExpression" && path.length === 0 ? unwrap(cut.callee) : undefined;
    if (callee?.type !== "MemberExpression" || !CUTTING.test(staticName(callee) ?? "")) return false;
    return originsOf(file.sourceCode, callee.object).some(
      (made) =>
        made.node.type === "CallExpression" &&
        made.path.length === 0 &&
        made.node.arguments.length > 1 &&
        wordsOf(referenceName(made.node.callee) ?? "").includes("decrypt"),
    );
  });
}
