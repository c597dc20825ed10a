import { referenceName, type Node } from "../../ast/nodes.js";
import { perFile, type SourceFile } from "../../source-file.js";

/** The address where WeChat gives the ticket that signs for pages: who has it signs for the account, for two hours. */
const asksForTicket = perFile(({ sourceCode: { text } }) => /\/ticket\/getticket\b/.test(text));

/** `answer.data.ticket` in a file that asks WeChat for it. */
export const isPageTicket = (file: SourceFile, node: Node): boolean =>
  /^(?:jsapi_?)?ticket$/i.test(referenceName(node) ?? "") && asksForTicket(file);
