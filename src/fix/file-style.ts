import { isBuiltin } from "node:module";
import { perFile } from "../source-file.js";

/** How the file writes the things that an inserted statement has to copy. */
export interface FileStyle {
  readonly quote: '"' | "'";
  readonly semicolon: ";" | "";
  readonly eol: "\n" | "\r\n";
  /** One level of indentation. */
  readonly indent: string;
  /** Written before the name of a Node builtin. */
  readonly builtinPrefix: "node:" | "";
}

/** Reads quotes, semicolons, line ends, indentation and builtin prefix from the file's own text; defaults are `"`, `;`, two spaces, `node:`. */
export const fileStyleOf = perFile((file): FileStyle => {
  const { sourceCode } = file;
  const { text } = sourceCode;
  let double = 0;
  let single = 0;
  let semicolon = false;
  let prefixed = false;
  let bare = false;
  const tokens = sourceCode.ast.tokens ?? [];
  tokens.forEach((token, index) => {
    if (token.value === ";" && token.type === "Punctuator") {
      const next = tokens[index + 1];
      if (!next || next.value === "}" || next.loc.start.line > token.loc.end.line) semicolon = true;
    } else if (token.type === "String") {
      if (token.value.startsWith('"')) double++;
      else single++;
      const previous = tokens[index - 1]?.value;
      if (previous !== "from" && previous !== "(" && previous !== "import") return;
      const specifier = token.value.slice(1, -1);
      if (specifier.startsWith("node:")) prefixed = true;
      else if (isBuiltin(specifier) && isModuleSpecifier(tokens, index)) bare = true;
    }
  });
  return {
    quote: single > double ? "'" : '"',
    semicolon: semicolon || tokens.length === 0 ? ";" : "",
    eol: /\r?\n/.exec(text)?.[0] === "\r\n" ? "\r\n" : "\n",
    indent: /^(\t| {2,8})(?=[^\s*])/m.exec(text)?.[1] ?? "  ",
    builtinPrefix: bare && !prefixed ? "" : "node:",
  };
});

/** The specifier as it stands in an import of this file: `module` itself, except for builtins, which follow the file's prefix style. */
export function specifierText(style: FileStyle, module: string): string {
  const bare = module.replace(/^node:/, "");
  const specifier = isBuiltin(`node:${bare}`) ? (isBuiltin(bare) ? style.builtinPrefix : "node:") + bare : module;
  return style.quote + specifier + style.quote;
}

function isModuleSpecifier(tokens: readonly { value: string }[], index: number): boolean {
  const previous = tokens[index - 1]?.value;
  if (previous === "from" || previous === "import") return true;
  const callee = tokens[index - 2]?.value;
  return callee === "require" || callee === "import" || callee === "getBuiltinModule";
}
