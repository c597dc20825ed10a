import { textOfCode } from "../../ast/comments.js";
import type { Destination } from "../../ast/destinations.js";
import { referenceName, staticName } from "../../ast/nodes.js";
import { perFile, type SourceFile } from "../../source-file.js";

// `deleteKey`, `resetKey`: of whoever has to know it, or only a name for a row or for a state of a view.

/**
 * Whether a file asks for a key again: it compares it (`paste.deleteKey !== key`), reads it of a request (`req.query.editKey`),
 * looks something up by it (`findOne({ resetKey })`), sends it in a link (`?ownerKey=`), tells it (`res.json({ id, deleteKey })`), or
 * keeps it beside somebody (`{ email, resetKey }`).
 */
export function isAskedAgain(file: SourceFile, name: string, places: readonly Destination[]): boolean {
  if (places.some(isBesidePerson)) return true;
  const known = answers(file);
  const answer = known.get(name) ?? isAsked(textOfCode(file.sourceCode), name);
  known.set(name, answer);
  return answer;
}

const answers = perFile(() => new Map<string, boolean>());

const PERSON = /^(?:account|e?mail|login|password\w{0,20}|user(?:_?(?:id|name))?)$/i;

/** `{ email, resetKey }`, `user.resetKey = …` */
function isBesidePerson(place: Destination): boolean {
  if (place.kind !== "property") return false;
  if (place.node.type === "MemberExpression") return /(?:account|customer|member|user)$/i.test(referenceName(place.node.object) ?? "");
  const object = place.node.parent;
  return object?.type === "ObjectExpression" && object.properties.some((each) => PERSON.test(staticName(each) ?? ""));
}

/** The beginning of a function that goes through a list, up to what it compares. */
const IN_LIST =
  /\.(?:every|filter|find(?:Index|Last)?|some)\((?:\(?[\w$]{1,30}\)? ?=>|function ?\([\w$]{1,30}\) ?\{ ?return) ?[\w$.!=? ]{0,50}$/;
/** What a request says of it. */
const REQUESTED = /\b(?:body|params|query|req|request)\b/;

/** `rows.filter((each) => each.editKey !== row.editKey)`, `first.editKey === second.editKey`: a row among others, unless a request says which one. */
function isOfRow(before: string, after: string, name: string): boolean {
  const left = COMPARED_BEFORE.test(before) ? (before.split(/[!=]==?/).at(-2) ?? "").trimEnd() : "";
  const other = left || (/^\s{0,3}[!=]==?\s{0,3}([\w$.?]{1,80})/.exec(after)?.[1] ?? "");
  const isOfTwoRows = before.endsWith(".") && other.endsWith(`.${name}`);
  return (IN_LIST.test(before) || isOfTwoRows) && !REQUESTED.test(`${before.slice(-NEAR / 2)} ${other}`);
}

const COMPARED_AFTER = /^\s{0,3}[!=]==?(?!\s{0,3}(?:null|undefined|""|''))/;
const COMPARED_BEFORE = /[!=]==?\s{0,3}(?:[\w$]{1,40}\??\.){0,3}$/;
const OF_REQUEST = /\b(?:body|headers|params|query)\??\.$/;
const FROM_REQUEST = /^[\w\s,:]{0,60}\}\s{0,3}=\s{0,3}(?:await )?(?:[\w$]{1,40}\.){0,3}(?:body|params|query)\b/;
const LOOKED_UP = /(?:\bfind\w{0,20}\(|\bwhere(?:\(|: ?)|\b(?:delete|update)One\()\s{0,3}\{[^{}]{0,40}$/;
const HANDED_OUT = /\b(?:ack|callback|cb|json|send|stringify)\(\{[^{}]{0,60}$/;
const MAX_USES = 40;
const NEAR = 80;

function isAsked(text: string, name: string): boolean {
  for (let at = text.indexOf(name), uses = 0; at >= 0 && uses < MAX_USES; at = text.indexOf(name, at + 1), uses++) {
    const before = text.slice(Math.max(0, at - NEAR), at);
    const after = text.slice(at + name.length, at + name.length + NEAR);
    if (/[\w$]$/.test(before) || /^[\w$]/.test(after)) continue;
    const isQuery = /[?&]$/.test(before) && after.startsWith("=");
    const isCompared = COMPARED_AFTER.test(after) || COMPARED_BEFORE.test(before);
    if (isQuery || (isCompared && !isOfRow(before, after, name)) || OF_REQUEST.test(before)) return true;
    if (HANDED_OUT.test(before) || FROM_REQUEST.test(after) || LOOKED_UP.test(before)) return true;
  }
  return false;
}
