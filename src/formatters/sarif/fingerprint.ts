import { createHash } from "node:crypto";
import type { LintMessage } from "./lint-result.js";

/**
 * GitHub reads the name `primaryLocationLineHash` only, but its upload action warns about every value there that it did
 * not compute itself. So ours stands beside that one, under a name of its own.
 */
const KEY = "secretHandling/v1";

/**
 * Gives each finding of one file a fingerprint that stays when lines are added above it, when it is suppressed, and when
 * a release words the message anew: a hash of rule id, path, message id, what the message names, and the ordinal among
 * the same in this file.
 *
 * Source text is left out on purpose: whoever reads the log could guess a short secret until its hash fits.
 * The findings must come in the order of the file, suppressed ones among the others.
 */
export function fingerprinter(uri: string): (message: LintMessage, template: string | undefined) => Record<string, string> {
  const seen = new Map<string, number>();
  return (message, template) => {
    const named = (template === undefined ? undefined : messageData(template, message.message)) ?? [message.message];
    const identity = JSON.stringify([message.ruleId, uri, message.messageId ?? "", ...named]);
    const ordinal = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, ordinal);
    return { [KEY]: `${createHash("sha256").update(identity).digest("hex").slice(0, 32)}:${ordinal}` };
  };
}

/** What was filled into a message's placeholders, sorted by placeholder; undefined where the text is not made from the template. */
function messageData(template: string, text: string): string[] | undefined {
  const [start = "", ...rest] = template.split(/\{\{([^{}]*)\}\}/);
  if (!text.startsWith(start)) return undefined;
  const data: string[] = [];
  let offset = start.length;
  for (let index = 0; index < rest.length; index += 2) {
    const after = rest[index + 1] ?? "";
    const isLast = index + 2 >= rest.length;
    const end = isLast ? text.length - after.length : text.indexOf(after, offset);
    if (end < offset || !text.startsWith(after, end)) return undefined;
    data.push(`${rest[index]?.trim()}=${text.slice(offset, end)}`);
    offset = end + after.length;
  }
  return offset === text.length ? data.sort() : undefined;
}
