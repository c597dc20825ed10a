import { dottedPath, enclosingFunction, type Node } from "../../ast/nodes.js";
import { reassignments, variableOf } from "../../ast/scope.js";
import type { EditClass, Proposal } from "../../fix/delivery.js";
import { remove, replace, wholeLine, type Edit } from "../../fix/edit.js";
import { fileStyleOf } from "../../fix/file-style.js";
import { argumentText, replacementText } from "../../fix/hazards.js";
import { passwordHasherFor } from "../../fix/insert-helper.js";
import { isNarrowed } from "../../fix/narrowing.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { libraryHash, usesLibrary } from "./password-libraries.js";
import { rehashEdit } from "./rehash.js";
import type { Use } from "./uses.js";

// A digest where it is used.

export const propose = (edits: Edit[] | undefined, editClass: EditClass): Proposal<"hashWithScrypt"> | undefined =>
  edits && { editClass, messageId: "hashWithScrypt", edits };

/** A file that holds our verifier accepts what our hash function makes. */
export const verifies = perFile(({ sourceCode: { text } }) => /\bverify(?:Scrypt)?Password\d?\(/.test(text) && /scrypt\\\$/.test(text));

export function compareEdits(
  file: SourceFile,
  use: Extract<Use, { role: "compare" }>,
  password: string,
  legacy: string,
  rehash = false,
): Edit[] | undefined {
  const { comparison, stored, declaration } = use;
  const { sourceCode } = file;
  if (usesLibrary(file)) return undefined;
  if (declaration && !isStable(file, use.digest, comparison)) return undefined;
  const async = canAwait(comparison);
  if (rehash && !async) return undefined;
  const narrows = isNarrowed(file, comparison, stored);
  if (narrows && !dottedPath(stored)) return undefined;
  const hasher = passwordHasherFor(file, comparison, { async, parts: rehash ? ["hash", "verify", "needsRehash"] : ["verify"] });
  const anew = rehash && hasher ? rehashEdit(file, use, hasher, password) : undefined;
  if (!hasher || (rehash && !anew)) return undefined;
  const call = `${hasher.verify}(${password}, ${argumentText(sourceCode, stored)}${hasher.own ? "" : `, ${legacy}`})`;
  const negated = comparison.operator.startsWith("!");
  const verified = async ? (negated ? `!(await ${call})` : `await ${call}`) : negated ? `!${call}` : call;
  const { quote } = fileStyleOf(file);
  const guard = `typeof ${argumentText(sourceCode, stored)} ${negated ? "!==" : "==="} ${quote}string${quote} ${negated ? "||" : "&&"} `;
  const text = `${narrows ? guard : ""}${verified}`;
  const edits = [...hasher.edits, ...(anew ? [anew] : []), replace(comparison, replacementText(sourceCode, comparison, text))];
  return declaration ? [...edits, remove(wholeLine(file.sourceCode.text, declaration.range))] : edits;
}

export function storeEdits(file: SourceFile, digest: Node, password: string): Edit[] | undefined {
  const async = canAwait(digest);
  const library = file.settings.passwordHasher ? undefined : libraryHash(file, digest, async, password);
  if (library) return [...library.edits, replace(digest, replacementText(file.sourceCode, digest, library.text))];
  const hasher = passwordHasherFor(file, digest, { async, parts: ["hash"] });
  if (!hasher) return undefined;
  return [
    ...hasher.edits,
    replace(digest, replacementText(file.sourceCode, digest, `${async ? "await " : ""}${hasher.hash}(${password})`)),
  ];
}

/** Whether `await` may stand at a node: inside the body of an async function. */
export function canAwait(node: Node): boolean {
  const fn = enclosingFunction(node);
  return (
    fn !== undefined &&
    fn.async &&
    fn.body !== null &&
    fn.body !== undefined &&
    fn.body.range[0] <= node.range[0] &&
    node.range[1] <= fn.body.range[1]
  );
}

/** Whether an expression still means the same at a later place: same function, none of its variables written after their declaration. */
function isStable(file: SourceFile, expression: Node, at: Node): boolean {
  if (enclosingFunction(expression) !== enclosingFunction(at)) return false;
  return file.sourceCode.getTokens(expression as never).every((token) => {
    const node = (token.type as string) === "Identifier" ? file.sourceCode.getNodeByRangeIndex(token.range[0]) : undefined;
    const variable = node?.type === "Identifier" ? variableOf(file.sourceCode, node) : undefined;
    return !variable || reassignments(variable).length === 0;
  });
}
