import { literalText, outward, propertyValue, staticName, type Node } from "../ast/nodes.js";
import { originsAt } from "../ast/origins.js";
import type { SourceFile } from "../source-file.js";

/** Servers beside the program that show mail and send none: MailHog, Mailpit and their like take every password. */
const HOST = /^(?:localhost|127\.0\.0\.1|::1|mail-?(?:catcher|dev|hog|pit)|smtp4dev)$/i;

/** Whether the options of a mail client name such a server. */
export const catchesMail = ({ sourceCode }: SourceFile, options: Node): boolean => originsAt(sourceCode, options, ["host"]).some(({ node, path }) => path.length === 0 && HOST.test(literalText(node) ?? ""));

/** Whether a text stands in the `auth: { user, pass }` of such options. */
export function isForMailCatcher(text: Node): boolean {
  const auth = outward(outward(text)?.parent.parent ?? text)?.parent;
  return auth?.type === "Property" && staticName(auth) === "auth" && HOST.test(literalText(propertyValue(auth.parent, "host")) ?? "");
}
