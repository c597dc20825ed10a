import { takes, typeAround } from "../../ast/declared-types.js";
import { outward, type Node } from "../../ast/nodes.js";
import { variableOf } from "../../ast/scope.js";
import { isTypeScript } from "../../fix/module-kind.js";
import type { SourceFile } from "../../source-file.js";

/**
 * Whether the type written around a literal takes any text: false for `const mode: "a" | "b" = "a"`.
 *
 * @returns undefined where the type of a lone literal is declared elsewhere, or is asked for by `typeof`; true for what is no TypeScript, or has no type beside it
 */
export function takesText(file: SourceFile, literal: Node): boolean | undefined {
  if (!isTypeScript(file)) return true;
  const written = typeAround(file.sourceCode, literal);
  if (!written && isAskedForItsType(file, literal)) return undefined;
  const answer = written ? takes(file.sourceCode, written.type, "string", written.path) : true;
  // An object of a type from elsewhere: its secrets are texts. A name for one text alone may be a brand or a list of texts.
  return answer ?? (written && written.path.length > 0 ? true : undefined);
}

/** `const mode = "a"; type Mode = typeof mode;`: the type is the text. */
function isAskedForItsType(file: SourceFile, literal: Node): boolean {
  const declarator = outward(literal)?.parent;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier") return false;
  return (
    variableOf(file.sourceCode, declarator.id)?.references.some(
      ({ identifier }) => (identifier.parent as Node | undefined)?.type === "TSTypeQuery",
    ) ?? false
  );
}
