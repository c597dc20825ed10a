import { literalText, type Node } from "../../../ast/nodes.js";
import { isSum } from "../../../ast/texts.js";
import { originsOf } from "../../../ast/origins.js";
import { isPlaceholder } from "../../../secrets/values/placeholders.js";
import { perFile, type SourceFile } from "../../../source-file.js";

// Texts in the source that somebody must send: `req.query.access_token === "9dk2…"`.

/** What Meta's platforms send when a webhook is registered. Source: "Getting started" of the webhooks of Meta for Developers. */
export const VERIFY_TOKEN = "hub.verify_token";

/** Whether the file checks what such a registration brings. */
export const checksVerifyToken = perFile(({ sourceCode: { text } }) => text.includes(VERIFY_TOKEN));

/** A text of letters and digits that announces nothing to be filled in. */
export const isWritten = (text: string): boolean =>
  /^(?=.{0,300}\d)(?=.{0,300}[A-Za-z])[\w!#$%&*+.,:;=?@^|~-]{6,300}$/.test(text) && !isPlaceholder(text);

export const isWrittenLiteral = (node: Node): boolean => isWritten(literalText(node) ?? "");

/** Whether a literal may be what somebody must send: where verify tokens of webhooks are checked any text, elsewhere one of letters and digits. */
export function mayBeWritten(file: SourceFile, node: Node): boolean {
  const text = literalText(node);
  return text !== undefined && (isWritten(text) || (text.length > 3 && checksVerifyToken(file)));
}

/** `Basic ${btoa(login)}`, `"Bearer " + expected`: a whole value of the header, which a caller must send. */
export const isSchemeOf = (file: SourceFile, node: Node): boolean =>
  originsOf(file.sourceCode, node).some(
    ({ node: text, path, whole }) => path.length === 0 && whole && /^(?:basic|bearer|token|apikey|api-key) $/i.test(firstText(text) ?? ""),
  );

/** What is written before the first value that a text is put together with. */
function firstText(text: Node): string | undefined {
  if (text.type === "TemplateLiteral") return text.expressions.length > 0 ? (text.quasis[0]?.value.cooked ?? undefined) : undefined;
  let first: Node = text;
  while (isSum(first)) first = first.left as Node;
  return first === text ? undefined : literalText(first);
}
