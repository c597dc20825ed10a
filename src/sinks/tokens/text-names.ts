import { outward, unwrap, type Node } from "../../ast/nodes.js";
import { mintedName } from "../../secrets/names/minted-names.js";
import type { SecretHandlingSettings } from "../../settings.js";
import { textBefore } from "./announced-codes.js";
import { keptUnderText } from "./kept-under.js";

/** `JWT_SECRET=`, `"password": "`, `?access_token=`: how a text names what follows. */
const NAMES = /(?:^|[\s"'`{,;?&|(])([A-Za-z][\w-]{1,40})["']?(?:=|:\s?)["']?$/;
/** `cnonce="…"`, `salt=`, `sid=` are written by protocols that say what they have to be. */
const OPENING = /^(?:a password|a token|an API key|a one-time code|a (?:private|secret) key)$/;
const MAX_NAME = 60;

/** What a text says of a part of it, by the name right before: the noun, and a clause for a message. */
export interface NamedPart {
  noun: string;
  session: boolean;
  says: string;
}

/**
 * @param text a template or sum
 * @param part what is written into it, directly
 */
export function namedInText(text: Node, part: Node, settings: SecretHandlingSettings): NamedPart | undefined {
  const before = textBefore(part);
  const name = NAMES.exec(before.slice(-MAX_NAME))?.[1];
  const minted = name === undefined ? undefined : mintedName(name, settings);
  if (minted?.is === "strong" && OPENING.test(minted.noun))
    return { noun: minted.noun, session: false, says: `the text before it calls it ${minted.noun}` };
  const kept = isFirst(text, part) ? keptUnderText(text, before) : undefined;
  return kept && { noun: kept.noun, session: kept.noun === "a session id", says: "somebody is kept under it" };
}

/** Whether only a literal stands before a part. */
function isFirst(text: Node, part: Node): boolean {
  if (text.type === "TemplateLiteral") return text.expressions[0] === part;
  return (
    text.type === "BinaryExpression" && unwrap(text.left as Node).type === "Literal" && outward(text)?.parent.type !== "BinaryExpression"
  );
}
