import { literalText, type Node } from "../../ast/nodes.js";
import { isPlaceholder } from "../../secrets/placeholders.js";
import type { SourceFile } from "../../source-file.js";

// Texts in the source that somebody must send: `req.query.access_token === "9dk2…"`.

/** What Meta's platforms send when a webhook is registered. Source: "Getting started" of the webhooks of Meta for Developers. */
export const VERIFY_TOKEN = "hub.verify_token";

/** A text of letters and digits that announces nothing to be filled in. */
export const isWritten = (text: string): boolean => /^(?=.{0,300}\d)(?=.{0,300}[A-Za-z])[\w!#$%&*+.,:;=?@^|~-]{6,300}$/.test(text) && !isPlaceholder(text);

export const isWrittenLiteral = (node: Node): boolean => isWritten(literalText(node) ?? "");

/** Whether a literal may be what somebody must send: where verify tokens of webhooks are checked any text, elsewhere one of letters and digits. */
export function mayBeWritten(file: SourceFile, node: Node): boolean {
  const text = literalText(node);
  return text !== undefined && (isWritten(text) || (text.length > 3 && file.sourceCode.text.includes(VERIFY_TOKEN)));
}
