import { awaitedBy, literalText, otherOperand, outward, referenceName, staticName, unwrap, type Node } from "../../../ast/nodes.js";
import { isSum } from "../../../ast/texts.js";
import { ANY, originName, originsOf, type Origin } from "../../../ast/origins.js";
import { moduleMember } from "../../../ast/modules.js";
import { staticNumber } from "../../../ast/static-value.js";
import { displayName, KIND_NAMES, type Strength } from "../../../secrets/evidence.js";
import type { SecretKind } from "../../../secrets/kinds.js";
import { shownName } from "../../../secrets/masking.js";
import { sourceOfType } from "../../../secrets/sources/sources.js";
import { nameEvidence, wordsOf } from "../../../secrets/names/words.js";
import type { SourceFile } from "../../../source-file.js";
import { isSentTo } from "./store-reads.js";

// What the program keeps: in its configuration, in sessions, caches and stores.

/** Kinds whose comparison a stranger can learn from. */
export const COMPARED: ReadonlySet<SecretKind> = new Set<SecretKind>([
  "apiKey",
  "authorization",
  "otp",
  "password",
  "passwordHash",
  "privateKey",
  "secretKey",
  "sessionId",
  "signature",
  "token",
]);

/** A configuration holds keys and passwords; what it calls a code, a hash or a signature opens nothing. */
export const CONFIGURED: ReadonlySet<SecretKind> = new Set<SecretKind>([
  "apiKey",
  "authorization",
  "password",
  "privateKey",
  "secretKey",
  "token",
]);

/** Owners that hold the program's own settings. */
export const CONFIG_WORD =
  /^(?:(?:\w+_)?(?:conf|config|configuration|env|environment|secrets?|settings)|\w*(?:Conf|Config|Configuration|Env|Secrets|Settings)|(?:\w+_)?(?:CONF|CONFIG|ENV|SECRETS?|SETTINGS))$/;
const CONFIG_MODULE = /(?:^|[/.\-_])(?:conf|config|configuration|constants?|env|environment|keys|secrets?|settings)(?:$|[/.\-_])/i;

/** `request.headers.key === config.authorization.key`; not `event.key === settings.api.key`. */
function isHeldAgainstRequest(file: SourceFile, node: Node): boolean {
  const { parent, child } = outward(node) ?? {};
  const other = parent?.type === "BinaryExpression" ? otherOperand(parent, child) : undefined;
  return other !== undefined && sourceOfType(file, other, "request") !== undefined;
}

/** What has a key of its own in a configuration: `config.authorization.key`. */
const KEYED = /^(?:api|auth|authentication|authorization|cron|internal|security|webhooks?)$/i;

interface Judged {
  kind: SecretKind;
  says: string;
}

/** `config.secretKey`, `env.API_KEY`, `settings.get().frontend.auth_token`, an import `API_KEY` from `./config`. */
export function configuredValue(file: SourceFile, node: Node): Judged | undefined {
  for (const origin of originsOf(file.sourceCode, node)) {
    const name = originName(origin);
    const kind = nameEvidence(name, file.settings)?.kind;
    // `env.key` is the name of a variable as often as a secret
    if (!kind || !CONFIGURED.has(kind)) continue;
    const owners = ownersOf(origin);
    if (/^keys?$/i.test(name ?? "") && !(owners.some((owner) => KEYED.test(owner)) && isHeldAgainstRequest(file, node))) continue;
    // `error.config.headers.Authorization`: what a client of HTTP has sent
    if (owners.includes("headers")) continue;
    if (isTakenFromAddress(file, origin)) return { kind, says: "is part of a configured address" };
    if (!isStoreRead(origin.node) && owners.some((owner) => CONFIG_WORD.test(owner))) return { kind, says: "is a configured secret" };
    if (origin.node.type !== "Identifier" || origin.path.length > 0 || !/^[A-Z][A-Z0-9_]*$/.test(origin.node.name)) continue;
    const module = moduleMember(file.sourceCode, origin.node)?.module;
    if (module !== undefined && CONFIG_MODULE.test(module) && !/constants?/i.test(module)) return { kind, says: "is a configured secret" };
  }
  return undefined;
}

/** `error.config.headers.Authorization` of axios: what a program has sent itself. */
export const isSentHeader = (file: SourceFile, node: Node): boolean =>
  originsOf(file.sourceCode, node).some((origin) => {
    const owners = ownersOf(origin);
    return owners.includes("headers") && owners.includes("config");
  });

/** `parse(env.storageURI).auth.password`, `new URL(process.env.DATABASE_URL).password`. */
function isTakenFromAddress(file: SourceFile, { node, path }: Origin): boolean {
  if (path.length === 0 || (node.type !== "CallExpression" && node.type !== "NewExpression") || node.arguments.length !== 1) return false;
  const address = node.arguments[0] as Node;
  if (!/ur[il]$/i.test(referenceName(address) ?? "")) return false;
  return originsOf(file.sourceCode, address).some((origin) => ownersOf(origin).some((owner) => CONFIG_WORD.test(owner)));
}

/** `env.SESSIONS.get(key)` of Workers: a record of a store that the environment only binds. */
function isStoreRead(node: Node): boolean {
  const call = unwrap(node.type === "AwaitExpression" ? node.argument : node);
  if (call.type !== "CallExpression" || call.arguments.length === 0) return false;
  const callee = unwrap(call.callee);
  return callee.type === "MemberExpression" && staticName(callee) === "get" && unwrap(callee.object).type === "MemberExpression";
}

/** The names on the way to the last one: `config`, `api` for `config.api.accessToken`; calls count by their function. */
export function ownersOf(origin: Origin): string[] {
  const names: string[] = [];
  let current: Node | undefined = unwrap(origin.node);
  let skipped = origin.path.length > 0;
  while (current) {
    if (current.type === "MemberExpression") {
      const name = staticName(current);
      if (skipped && name !== undefined) names.push(name);
      skipped = true;
      current = unwrap(current.object);
    } else if (current.type === "CallExpression") current = unwrap(current.callee);
    else if (current.type === "AwaitExpression") current = unwrap(current.argument);
    else {
      if (current.type === "Identifier" && skipped) names.push(current.name);
      current = undefined;
    }
  }
  return [...names, ...origin.path.slice(0, -1)];
}

interface Kept extends Judged {
  strength: Strength;
}

const CONTAINER_WORDS = new Set([
  "by",
  "cache",
  "caches",
  "collection",
  "data",
  "db",
  "list",
  "map",
  "memory",
  "pending",
  "pool",
  "record",
  "records",
  "registry",
  "repo",
  "repository",
  "storage",
  "store",
  "stored",
  "table",
]);
const READERS = /^(?:fetch|find|get|getField|getItem|getObjectField|getProperty|hget|load|lookup|peek|read|take)$/;

/** What a session, a map or a cache keeps under a name: `req.session.otp`, `pairs.get("masterKey")`, `OTP_CACHE.get(user)`, `otps[email]`. */
export function keptValue(file: SourceFile, node: Node): Kept | undefined {
  for (const origin of originsOf(file.sourceCode, node)) {
    const names = ownersOf(origin);
    // `session.csrf`, beside the `_csrf` of a form
    const own =
      nameEvidence(originName(origin), file.settings) ??
      (/^_?[cx]srf$/i.test(originName(origin) ?? "") ? { kind: "token" as const, strength: "strong" as const } : undefined);
    if (own && COMPARED.has(own.kind) && names.some((name) => /^(?:session|locals|cache|store)$/i.test(name))) {
      const { kind, strength } = own;
      return { kind, strength, says: `${displayName(node)} is kept in a ${names.includes("session") ? "session" : "store"}` };
    }
    if (isPrivateHalf(origin, names))
      return { kind: "privateKey", strength: "strong", says: `${displayName(node)} is the private one of the keys in a record` };
    const element = elementOfList(file, origin) ?? ofModel(file, origin);
    if (element) return element;
    const held = origin.path.length === 0 ? containerOf(file, origin.node) : undefined;
    if (held) return held;
  }
  return undefined;
}

/** `merchant.keys.private`, beside `merchant.keys.public`. */
const isPrivateHalf = (origin: Origin, owners: readonly string[]): boolean =>
  /^private$/i.test(originName(origin) ?? "") &&
  /^(?:keys?|keypair)$/.test(wordsOf((origin.path.length > 1 ? origin.path.at(-2) : owners[0]) ?? "").at(-1) ?? "");

/** What an element of a list is read by when it says nothing itself. The key of a secret is its name, that of an API key itself. */
const NEUTRAL = /^(?:key|raw|secret|token|value)$/;

/** `each.value` of `tokens.some((each) => …)`, `entry.key` of `(await store.getApiKeys()).find((entry) => …)`: one of those that the list is named after. */
function elementOfList(file: SourceFile, { node, path, parameter }: Origin): Kept | undefined {
  if (path.at(-2) !== ANY || !NEUTRAL.test(path.at(-1)!)) return undefined;
  const from = parameter && path.length === 2 ? (awaitedBy(parameter.of) ?? node) : node;
  const list =
    path.length > 2
      ? path.at(-3)!
      : (referenceName(from) ??
        (from.type === "CallExpression"
          ? referenceName(from.callee)?.replace(/^(?:all|fetch|find|get|list|load|read)(?=[A-Z_])/, "")
          : undefined));
  const named = list !== undefined && /s$/i.test(list) ? nameEvidence(list, file.settings) : undefined;
  if (!named || !COMPARED.has(named.kind) || (named.kind === "secretKey" && (named.strength === "weak" || path.at(-1) === "key")))
    return undefined;
  return { ...named, says: `${shownName(path.at(-1))} is read from ${shownName(list)}` };
}

/** `record.code` of `const record = await Otp.findOne(…)`, `prisma.resetToken.findUnique(…)`: the model says what its records prove. */
function ofModel(file: SourceFile, { node, path }: Origin): Kept | undefined {
  const callee = node.type === "CallExpression" && path.length === 1 ? unwrap(node.callee) : undefined;
  if (callee?.type !== "MemberExpression" || !/^find(?:One|First|Unique|ByPk|$)/.test(staticName(callee) ?? "")) return undefined;
  const model = (referenceName(callee.object) ?? "").replace(/_?(?:Entity|Model|Repo|Repository|s)$/i, "");
  const named = nameEvidence(`${model}_${path[0]}`, file.settings);
  return named?.strength === "strong" && (named.kind === "otp" || named.kind === "token") && /otp|token|code|verif|reset/i.test(model)
    ? { ...named, says: `${shownName(path[0])} is read from ${shownName(referenceName(callee.object), "a store")}` }
    : undefined;
}

function containerOf(file: SourceFile, node: Node): Kept | undefined {
  if (node.type === "MemberExpression" && node.computed) {
    return literalText(node.property) === undefined && staticNumber(file.sourceCode, node.property) === undefined
      ? byContainer(file, node.object)
      : undefined;
  }
  const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
  if (node.type !== "CallExpression" || !callee) return undefined;
  const method = referenceName(callee) ?? "";
  // `client.getToken()`, `getToken()`
  const got = node.arguments.length === 0 && /^get[A-Z]/.test(method) ? nameEvidence(method.slice(3), file.settings) : undefined;
  if (got && COMPARED.has(got.kind) && (callee.type === "MemberExpression" || got.kind !== "otp"))
    return {
      ...got,
      says: `${displayName(node)} is ${KIND_NAMES[got.kind]} that ${callee.type === "MemberExpression" ? "an object" : "the program"} keeps`,
    };
  if (callee.type !== "MemberExpression") return undefined;
  if (!READERS.test(method)) return undefined;
  const last = node.arguments.at(-1);
  if (last && isSentTo(last, callee.object))
    return { kind: "otp", strength: "strong", says: `${displayName(node)} is what a store keeps for an address that a code is sent to` };
  const key = last && keyText(last);
  const named = key === undefined ? undefined : nameEvidence(key, file.settings);
  if (named && COMPARED.has(named.kind))
    return { kind: named.kind, strength: named.strength, says: `${shownName(key, "the value")} is read from a store` };
  return key === undefined ? byContainer(file, callee.object) : undefined;
}

/** The literal that a key is, or ends in after what tells the records apart: `id + "_resetToken"`, `${phone}:otp`. */
function keyText(node: Node): string | undefined {
  const inner = unwrap(node);
  if (isSum(inner)) return literalText(inner.right);
  return inner.type === "TemplateLiteral" && inner.expressions.length > 0
    ? inner.quasis.at(-1)?.value.cooked || undefined
    : literalText(inner);
}

/** `otpStore`, `mfa_codes`: the name without the words for containers. */
function byContainer(file: SourceFile, owner: Node): Kept | undefined {
  const name = referenceName(owner);
  const words = name === undefined ? [] : wordsOf(name);
  const meaning = words.filter((word) => !CONTAINER_WORDS.has(word));
  if (words.length === 0 || meaning.length === 0) return undefined;
  // `RESET_CACHE` keeps what resets: a weak witness
  const named =
    nameEvidence(meaning.join("_"), file.settings) ??
    (meaning.length < words.length && /^(?:reset|verification|verify|recovery|mfa|login|invite|activation|sms|otp)$/.test(meaning.at(-1)!)
      ? { kind: "otp" as const, strength: "weak" as const }
      : undefined);
  return named && COMPARED.has(named.kind) && (meaning.length < words.length || /s$/.test(words.at(-1)!))
    ? { ...named, says: `${shownName(name)} keeps ${KIND_NAMES[named.kind].replace(/^an? /, "")}s` }
    : undefined;
}
