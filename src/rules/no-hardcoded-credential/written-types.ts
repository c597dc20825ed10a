import { takes, typeAround } from "../../ast/declared-types.js";
import type { Node } from "../../ast/nodes.js";
import { isTypeScript } from "../../fix/module-kind.js";
import type { SourceFile } from "../../source-file.js";

/**
 * Whether the type written around a literal takes any text: false for `const mode: "a" | "b" = "a"`.
 *
 * @returns undefined where the type of a lone literal is declared elsewhere; true for what is no TypeScript, or has no type beside it
 */
export function takesText(file: SourceFile, literal: Node): boolean | undefined {
  if (!isTypeScript(file)) return true;
  const written = typeAround(file.sourceCode, literal);
  const answer = written ? takes(file.sourceCode, written.type, "string", written.path) : true;
  // An object of a type from elsewhere: its secrets are texts. A name for one text alone may be a brand or a list of texts.
  return answer ?? (written && written.path.length > 0 ? true : undefined);
}
