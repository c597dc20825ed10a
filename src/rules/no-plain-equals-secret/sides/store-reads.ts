import { awaitedBy, literalText, referenceName, unwrap, type Node } from "../../../ast/nodes.js";
import { originName, type Origin } from "../../../ast/origins.js";
import { textParts } from "../../../ast/texts.js";
import type { SecretKind } from "../../../secrets/kinds.js";
import { nameEvidence, wordsOf } from "../../../secrets/names/words.js";
import type { SourceFile } from "../../../source-file.js";

// What caches and stores keep under a key that says what it is.

const STORES = /^(?:cache|caches|keyv|kv|memcache|memcached|redis|valkey)$/;
const READS = /^(?:fetch|find|get|hget|hmget|load|lookup|peek|read|take)(?:[A-Z]\w{0,40})?$/i;
/** What a picture asks of people to tell them from programs. */
const PUZZLE = /captcha|svg/i;
/** What the key of an entry says that keeps a code, or a token: `sms:code:${phone}`, `keyOf(KEYS.USER_REFRESH, id)`. */
const KEY_OF_CODE = /code|otp|pin|sms|verif/i;
const KEY_OF_TOKEN = /refresh|token/i;
/** `"user_" + user.id`: what is held against a token there is the one that somebody got at login. */
const KEY_OF_USER = /["'`](?:login|session|sso|user)[:_-]/i;
/** Tokens of locks, pages and devices let nobody in. */
const KEY_OF_OTHER = /cancel|cursor|device|fcm|fenc|idem|leader|lease|lock|page|push|sync/i;

/** The result of `redis.get(key)`, `RedisService.getCache(…)`, `redisGet(key)`, or what is read so in a callback; of its properties the one that is named alike. */
export function isStoreRead(file: SourceFile, origin: Origin, kind: SecretKind, isWeak: boolean): boolean {
  if (origin.path.length > 0 && nameEvidence(originName(origin), file.settings)?.kind !== kind) return false;
  const { node, parameter } = origin;
  const call = parameter ? callerOf(parameter.of) : node;
  if (call?.type !== "CallExpression" || !readsStore(call.callee)) return false;
  const text = file.sourceCode.getText(call);
  return !PUZZLE.test(text) && (!isWeak || saysWhat(text, kind));
}

const saysWhat = (read: string, kind: SecretKind): boolean =>
  kind === "token" ? (KEY_OF_TOKEN.test(read) || KEY_OF_USER.test(read)) && !KEY_OF_OTHER.test(read) : KEY_OF_CODE.test(read);

/** The read that hands its result to a callback: `redis.get(key, (error, value) => …)`, `redis.get(key).then((value) => …)`. */
const callerOf = (callback: Node): Node | undefined => awaitedBy(callback) ?? callback.parent;

function readsStore(callee: Node): boolean {
  const inner = unwrap(callee);
  const name = referenceName(inner) ?? "";
  if (inner.type === "Identifier") return wordsOf(name).some((word) => STORES.test(word)) && wordsOf(name).some((word) => READS.test(word));
  if (inner.type !== "MemberExpression" || !READS.test(name)) return false;
  return [...wordsOf(name), ...wordsOf(referenceName(inner.object) ?? "")].some((word) => STORES.test(word));
}

/**
 * `captcha_${user.email}`, `emailCodes.get(email)`: a code that is kept for the address it is sent to. What a picture asks of people is kept for a
 * session or an id of its own, and what else is kept for an address has a name of its own.
 */
export function isSentTo(key: Node, store: Node): boolean {
  const parts = textParts(key);
  const at = parts.findIndex((part) => isAddress(referenceName(part)));
  if (at < 0 || parts.slice(at + 1).some((part) => part.type !== "TemplateElement" || part.value.raw !== "")) return false;
  const before = parts[at - 1];
  const text = before?.type === "TemplateElement" ? before.value.raw : before && literalText(before);
  return SENT_CODE.test(text ? text : (referenceName(store) ?? "").replace(/_?(?:cache|list|map|pool|s|store)$/i, ""));
}
const SENT_CODE = /(?:captcha|otp|verification|(?:^|[^a-z]|auth|check|e?mail|login|phone|sms|verif(?:y|ication))_?-?code)[\s:_.-]*$/i;

/** `email`, `phoneNumber` */
const isAddress = (name: string | undefined): boolean =>
  /^(?:e?mail|phone|mobile|tel)$/.test(
    wordsOf(name ?? "")
      .filter((word) => !/^(?:address|no|num|number)$/.test(word))
      .at(-1) ?? "",
  );
