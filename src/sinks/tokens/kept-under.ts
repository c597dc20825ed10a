import type { Destination } from "../../ast/destinations.js";
import { outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { wordsOf } from "../../secrets/names/words.js";

// What a value is by the store that knows somebody under it: `sessions[id] = { user }`, `tokens.set(value, { userId })`.

const KEEPING = /^(?:add|hset|insert|put|set|setEx|setex|store|write)$/i;
/** Stores of what proves who somebody is; and such words before a key: `` `session:${id}` ``. */
const OPENING: Readonly<Record<string, string>> = {
  sess: "a session id",
  session: "a session id",
  sessions: "a session id",
  token: "a token",
  tokens: "a token",
};
/** What tells the owner of a token of languages, pages, messages and coins. */
const OTHER_OWNERS = /^(?:cancel|chat|coin|conversation|design|device|fcm|game|lex|nft|page|push|task|upload)$/;
/** Who is kept there. */
const PERSON = /^(?:account|admin|customer|email|login|member|person|subject|uid|user|username)$/;

interface Kept {
  noun: string;
  /** How the store is called, or the text before the key. */
  store: string;
}

/** The first store that keeps somebody under a value: of the members and calls that it is the key of. */
export function firstKept(members: readonly Node[], places: readonly Destination[]): Kept | undefined {
  for (const member of members) {
    const kept = keptUnder(member, 0);
    if (kept) return kept;
  }
  for (const place of places) {
    const kept = place.kind === "argument" ? keptUnder(place.call, place.index) : undefined;
    if (kept) return kept;
  }
  return undefined;
}

/** Whether somebody is kept under a value as the key: `store[key] = …`, given the member; `store.set(key, …)`, given the call. */
function keptUnder(place: Node, index: number): Kept | undefined {
  if (place.type === "MemberExpression") {
    const assignment = outward(place)?.parent;
    return assignment?.type === "AssignmentExpression" && assignment.left === place && isPerson(assignment.right)
      ? keptIn(referenceName(place.object))
      : undefined;
  }
  if (place.type !== "CallExpression" || index !== 0) return undefined;
  const callee = unwrap(place.callee);
  if (callee.type !== "MemberExpression" || !KEEPING.test(staticName(callee) ?? "")) return undefined;
  return place.arguments.slice(1).some((each) => isPerson(each)) ? keptIn(referenceName(callee.object)) : undefined;
}

/** The same for a key that a text begins: `` store.set(`session:${id}`, userId) ``, given the text and what it begins with. */
export function keptUnderText(text: Node, start: string): Kept | undefined {
  const prefix = /^(?:[\w-]{1,30}:)?([a-z]{4,9})[:_-]$/i.exec(start)?.[1];
  const call = prefix === undefined ? undefined : outward(text)?.parent;
  if (call?.type !== "CallExpression" || call.arguments[0] !== text || !call.arguments.slice(1).some((each) => isPerson(each)))
    return undefined;
  return KEEPING.test(referenceName(call.callee) ?? "") ? keptIn(prefix) : undefined;
}

function keptIn(store: string | undefined): Kept | undefined {
  const words = wordsOf(store ?? "").filter((word) => !/^(?:by|cache|db|kv|list|map|namespace|ns|store)$/.test(word));
  const head = words.at(-1) ?? "";
  return Object.hasOwn(OPENING, head) && !words.some((word) => OTHER_OWNERS.test(word))
    ? { noun: OPENING[head]!, store: store! }
    : undefined;
}

/** `user`, `req.body.user`, `account.id`, `{ userId, expires }`, `JSON.stringify({ user })`. */
function isPerson(value: Node): boolean {
  const inner = unwrap(value);
  switch (inner.type) {
    case "ObjectExpression":
      return inner.properties.some((each) => namesPerson(staticName(each)));
    case "CallExpression":
      return /^(?:String|stringify|toString)$/.test(referenceName(inner.callee) ?? "") && inner.arguments.some((each) => isPerson(each));
    case "MemberExpression":
      return namesPerson(referenceName(inner)) || (/^_?id$/.test(referenceName(inner) ?? "") && namesPerson(referenceName(inner.object)));
    default:
      return inner.type === "Identifier" && namesPerson(inner.name);
  }
}

function namesPerson(name: string | undefined): boolean {
  const words = wordsOf(name ?? "").filter((word) => !/^(?:id|name)$/.test(word));
  return PERSON.test(words.at(-1) ?? "");
}
