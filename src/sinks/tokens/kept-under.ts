import type { TSESTree } from "@typescript-eslint/utils";
import type { Destination } from "../../ast/destinations.js";
import { literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
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

/** What a text before a key says that it lets somebody do: `magic:`, `qr-login:`, `password_reset:`. */
const GRANTING = /^(?:forget|forgot|login|refresh|reset|signin|verify)$/;
/** `magic:`, `magic-link:`; a game has `magic_` items. */
const OF_LINK = /^magic(?:[_-]?(?:link|login))?:$|^magic[_-]?(?:link|login)[_-]$/i;
/** What keeps a value for its reader; jobs are added, events put and rows inserted under ids. */
const KEEPING_TEXT = /^(?:hset|p?setex|set|store)$/i;
/** The same for what is a session or a link beyond doubt. */
const KEEPING_SESSION = /^(?:add|hset|insert|p?setex|put|save|set|store|write)$/i;
/** `timers.set(…)`: what happens at some time for somebody, and not who comes again with the key. */
const SCHEDULE = /(?:events?|handlers?|jobs?|listeners?|queues?|tasks?|time(?:outs|rs?))$/i;

/**
 * The same for a key that a text begins: `` store.set(`session:${id}`, userId) ``, given the text and what it begins with.
 *
 * @param isSmall the rest is a number, which jobs and items have as well: `` `refresh_${Math.random()}` ``
 */
export function keptUnderText(text: Node, start: string, isSmall: boolean): Kept | undefined {
  const prefix = /^(?:[\w-]{1,30}:)?([a-z]{1,20}(?:[_-][a-z]{1,20})?)[:_-]$/i.exec(start)?.[1];
  const call = prefix === undefined ? undefined : outward(text)?.parent;
  if (call?.type !== "CallExpression" || call.arguments[0] !== text || !call.arguments.slice(1).some((each) => isPerson(each)))
    return undefined;
  const callee = unwrap(call.callee);
  const method = referenceName(callee) ?? "";
  const store = callee.type === "MemberExpression" ? (referenceName(callee.object) ?? "") : "";
  if (SCHEDULE.test(store)) return undefined;
  const kept = keptIn(prefix);
  const isOfLink = !isSmall && OF_LINK.test(start);
  if ((isOfLink || kept?.noun === "a session id") && KEEPING_SESSION.test(method)) return kept ?? { noun: "a token", store: prefix! };
  if (!KEEPING_TEXT.test(method) && !(method === "put" && /(?:cache|kv|redis|store)$/i.test(store))) return undefined;
  const grants = !isSmall && wordsOf(prefix!).some((word) => GRANTING.test(word));
  return kept ?? (grants ? { noun: "a token", store: prefix! } : undefined);
}

/** How keys of stores begin under which a code waits for its owner. */
const CODE_KEY =
  /(?:^|[:._/-])(?:2fa|mfa|otps?|totp|passcode|(?:confirm(?:ation)?|login|reset|sms|verif(?:y|ication))[_-]?(?:code|otp|pin))[:._/-]?$/i;

/** What is kept under such a key: `` redis.set(`otp:${phone}`, value) ``, `cache.setex("2fa:" + id, 300, value)`, `updateConfig("pairing.passcode", value)`. */
export function codeKeptUnder(call: TSESTree.CallExpression | TSESTree.NewExpression, index: number): string | undefined {
  const method = referenceName(call.callee) ?? "";
  if (
    !(
      KEEPING.test(method) || /^(?:set|update)(?:To)?(?:Cache|Config|Entry|Item|Option|Redis|Session|Setting|Value){1,2}s?$/.test(method)
    ) ||
    index !== (/ex$/i.test(method) ? 2 : 1)
  )
    return undefined;
  const key = unwrap(call.arguments[0] as Node);
  const start =
    key.type === "TemplateLiteral" ? key.quasis[0]?.value.cooked : literalText(key.type === "BinaryExpression" ? (key.left as Node) : key);
  return CODE_KEY.test(start ?? "") ? "a one-time code" : undefined;
}

/** `otpStore.set(email, value)`, `verificationCodes.set(id, value)`: what is kept in a map of that name. */
export function codeKeptIn(call: TSESTree.CallExpression | TSESTree.NewExpression, index: number): string | undefined {
  const callee = unwrap(call.callee);
  if (index !== 1 || call.arguments.length !== 2 || callee.type !== "MemberExpression" || staticName(callee) !== "set") return undefined;
  const store = wordsOf(referenceName(callee.object) ?? "")
    .filter((word) => !STORE.test(word))
    .join("_");
  return /^(?:[a-z]+_)?(?:otps?|passcodes?|totps?)$|^(?:confirmation|login|mfa|reset|verification|verify)_(?:codes?|pins?)$/.test(store)
    ? "a one-time code"
    : undefined;
}

const STORE = /^(?:by|cache|db|kv|list|map|namespace|ns|store)$/;

function keptIn(store: string | undefined): Kept | undefined {
  const words = wordsOf(store ?? "").filter((word) => !STORE.test(word));
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
