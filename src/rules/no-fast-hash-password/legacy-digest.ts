import { unwrap, type Node } from "../../ast/nodes.js";
import type { SourceFile } from "../../source-file.js";

/** `(password) => createHash("md5").update(password).digest("hex")`: the old digest as a function of the password. */
export function legacyClosure(file: SourceFile, digest: Node, password: Node): string {
  const { sourceCode } = file;
  const inner = unwrap(password);
  const name = inner.type === "Identifier" ? inner.name : parameterName(file, digest, password);
  const start = digest.range[0];
  const text = sourceCode.getText(digest as never);
  return `(${name}) => ${text.slice(0, password.range[0] - start)}${name}${text.slice(password.range[1] - start)}`;
}

function parameterName(file: SourceFile, digest: Node, password: Node): string {
  const taken = new Set(
    file.sourceCode
      .getTokens(digest as never)
      .filter((token) => token.range[0] < password.range[0] || token.range[1] > password.range[1])
      .map((token) => token.value),
  );
  return ["password", "plain", "plainPassword"].find((each) => !taken.has(each)) ?? "passwordText";
}
