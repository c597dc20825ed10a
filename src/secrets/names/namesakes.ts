import { dottedPath, propertyValue, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsAt, originsOf, type Origin } from "../../ast/origins.js";
import { variableOf, type Variable } from "../../ast/scope.js";
import { fileCache } from "../../file-cache.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { membersRead } from "./members-read.js";
import { nameEvidence, wordsOf, type NameEvidence } from "./words.js";

// What has the name of a secret and is shown by the code to be another thing.

/** Whether a value that a name calls a secret is the key of an entry in a store, the address where an authorization is asked for, a member of an enum, or a postal code. */
export function isNamesake(
  file: SourceFile,
  { node, path }: Pick<Origin, "node" | "path">,
  name: string | undefined,
  { kind }: NameEvidence,
): boolean {
  if (name === undefined) return false;
  if (isOfEnum(node, path) || isImportedAddress(file, node) || isPropertyName(file, node)) return true;
  if (kind === "connectionString") return isAboutSqlite(file);
  if (kind === "authorization") return name === "authorization" && isEndpoint(file, node, path);
  if (kind === "otp") return /^(?:pin|pin_?code)$/i.test(name) && hasAddresses(file);
  if (kind !== "secretKey") return false;
  // `secrets[secretKey]` of `secretKey = `${address}:${name}``: which secret.
  return isIndexName(name)
    ? isIndex(file, node) || isMadeOfIds(file, node)
    : /^secret_?key$/i.test(name) && isIndex(file, node) && isMadeOfIds(file, node);
}

/** `SettingEnum.RECOVERY_TOKEN`, `EventTypes.TOKEN_REFRESHED`: the name of something, as the object says. */
function isOfEnum(node: Node, path: readonly string[]): boolean {
  const [owner, name] =
    node.type === "MemberExpression" && path.length === 0
      ? [referenceName(node.object), staticName(node)]
      : node.type === "Identifier" && path.length === 1
        ? [node.name, path[0]]
        : [];
  if (!/^[A-Z][A-Z\d_]*$/.test(name ?? "") || !/^[A-Z]/.test(owner ?? "")) return false;
  return /^(?:action|enum|error|event|field|header|kind|name|type)s?$/.test(wordsOf(owner!).at(-1) ?? "");
}

/** `token` of `for (const token in tokens)`: what each of them is called there. The sessions of a server may be kept under their tokens. */
function isPropertyName(file: SourceFile, node: Node): boolean {
  const definition = node.type === "Identifier" ? variableOf(file.sourceCode, node)?.defs[0] : undefined;
  const declaration = definition?.type === ("Variable" as string) ? (definition.node as Node).parent : undefined;
  const loop = declaration?.parent;
  if (node.type !== "Identifier" || loop?.type !== "ForInStatement" || loop.left !== declaration) return false;
  return wordsOf(referenceName(loop.right) ?? "").at(-1) === `${wordsOf(node.name).at(-1)}s`;
}

/** Whether the only database that a file speaks of is SQLite: its address is the path of a file. */
export const isAboutSqlite = perFile(
  ({ filename, sourceCode: { text } }) =>
    /sqlite/i.test(filename) || (/sqlite/i.test(text) && !/maria|mongo|mssql|mysql|oracle|postgres|redis/i.test(text)),
);

const addresses = fileCache<Variable, boolean>();

/** `user_otp` of `import { user_otp } from "./endpoints"`, where `axios.post(user_otp, values)` sends something to it. */
function isImportedAddress(file: SourceFile, node: Node): boolean {
  const variable = node.type === "Identifier" ? variableOf(file.sourceCode, node) : undefined;
  if (variable?.defs[0]?.type !== ("ImportBinding" as string)) return false;
  return addresses.remember(variable, () =>
    variable.references.some(({ identifier: { parent: call }, identifier }) => {
      if (call?.type !== "CallExpression" || call.arguments[0] !== identifier) return false;
      const [client, method] = (dottedPath(call.callee) ?? []).slice(-2);
      return method === undefined
        ? /^(?:axios|fetch|\$fetch|got|ky)$/.test(client ?? "")
        : /^(?:delete|get|patch|post|put|request)$/.test(method) &&
            /^(?:\$?axios|\$?http|api|got|ky|superagent|request|\w{1,20}(?:Api|Client|Axios|Http))$/i.test(client!);
    }),
  );
}

/** Where people live: the `pinCode` beside it is what India calls a postal code. */
const hasAddresses = perFile(({ sourceCode: { text } }) => /\b(?:city|district|landmark|locality|street|taluka?)\b/i.test(text));

// --- keys of entries -------------------------------------------------------------------------------------------------

/** What also has entries of its own: a key of these opens them, or finds them. */
const INDEXED = new Set(["account", "admin", "app", "integration", "merchant", "server", "session", "subscription"]);
/** Methods of maps, caches, storages and databases whose first argument says which entry. */
const BY_KEY =
  /^(?:add|del|delete|destroy|doc|exists|expire|fetch|find|get|getItem|getKey|has|hdel|hget|hgetall|hset|incr|insert|load|lookup|peek|persist|put|read|remove|removeItem|save|set|setEx|setItem|setex|store|take|touch|ttl|update|write)(?:[A-Z]\w{0,40})?$/;

function isIndexName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1);
  return (last === "key" || last === "keys") && INDEXED.has(words.at(-2) ?? "");
}

const indexes = fileCache<Variable, boolean>();

/** `sessions.get(sessionKey)`, `cache[sessionKey]`: used to find an entry. */
function isIndex(file: SourceFile, node: Node): boolean {
  const variable =
    node.type === "Identifier"
      ? variableOf(file.sourceCode, node)
      : node.type === "CallExpression"
        ? resultVariable(file, node)
        : undefined;
  if (!variable) return false;
  return indexes.remember(variable, () => variable.references.some(({ identifier }) => findsEntry(identifier as Node)));
}

/** The variable that takes the result of a call. */
function resultVariable(file: SourceFile, call: Node): Variable | undefined {
  const holder = call.parent?.type === "AwaitExpression" ? call.parent.parent : call.parent;
  return holder?.type === "VariableDeclarator" && holder.id.type === "Identifier" ? variableOf(file.sourceCode, holder.id) : undefined;
}

function findsEntry(use: Node): boolean {
  const { parent } = use;
  if (parent?.type === "MemberExpression") return parent.computed && parent.property === use;
  if (parent?.type !== "CallExpression" || parent.arguments[0] !== use) return false;
  const callee = unwrap(parent.callee);
  return callee.type === "MemberExpression" && BY_KEY.test(staticName(callee) ?? "");
}

/** `${ctx.from.id}:${ctx.chat.id}`, `ctx.chat?.id.toString()`, `getSessionKey(guildId, userId)`: put together of what everybody may know. */
function isMadeOfIds(file: SourceFile, node: Node): boolean {
  if (
    node.type === "CallExpression" &&
    node.arguments.length > 0 &&
    node.arguments.every((each) => isId(each as Node) || /^(?:ctx|context)$/.test(referenceName(each as Node) ?? ""))
  )
    return true;
  return originsOf(file.sourceCode, node).some(({ node: origin, path }) => {
    if (origin === node || path.length > 0) return false;
    if (origin.type === "TemplateLiteral")
      return (
        origin.expressions.length > 0 &&
        origin.quasis.some(({ value }) => /[\w:/|.-]/.test(value.raw)) &&
        !origin.expressions.some((hole) => nameEvidence(referenceName(hole), file.settings))
      );
    return isId(origin);
  });
}

const isId = (node: Node): boolean => /^ids?$/.test(wordsOf(referenceName(node) ?? "").at(-1) ?? "");

// --- endpoints -------------------------------------------------------------------------------------------------------

/** What is read of an endpoint, and what stands beside one in the settings of an identity provider. */
const OF_ENDPOINT = ["url", "params", "searchParams", "href"];
const BESIDE_ENDPOINT = ["clientId", "issuer", "userinfo", "wellKnown"];

/** `authorization: { url, params }` or an address, as an OAuth client knows it: no header. */
function isEndpoint(file: SourceFile, node: Node, path: readonly string[]): boolean {
  const members = membersRead(file);
  const reads = (name: string | undefined, wanted: readonly string[]): boolean =>
    name !== undefined && wanted.some((each) => members.get(name)?.has(each));
  if (
    isPutIntoAddress(file, node) ||
    reads("authorization", OF_ENDPOINT) ||
    reads([...(dottedPath(node) ?? []), ...path].at(-2), BESIDE_ENDPOINT)
  )
    return true;
  return originsAt(file.sourceCode, node, path).some(({ node: origin, path: rest }) => rest.length === 0 && isAddress(origin));
}

const addressParts = fileCache<Variable, boolean>();

/** `encodeURL(authorization, request)` */
function isPutIntoAddress(file: SourceFile, node: Node): boolean {
  const variable = node.type === "Identifier" ? variableOf(file.sourceCode, node) : undefined;
  if (!variable) return false;
  return addressParts.remember(variable, () =>
    variable.references.some(
      ({ identifier: { parent: call }, identifier }) =>
        call?.type === "CallExpression" && call.arguments[0] === identifier && /url$/i.test(referenceName(call.callee) ?? ""),
    ),
  );
}

function isAddress(node: Node): boolean {
  switch (node.type) {
    case "ObjectExpression":
      return propertyValue(node, "url") !== undefined || propertyValue(node, "params") !== undefined;
    case "Literal":
      return typeof node.value === "string" && /^(?:https?:\/\/|\/)/.test(node.value);
    case "TemplateLiteral":
      return (
        /^https?:\/\//.test(node.quasis[0]?.value.raw ?? "") ||
        (node.quasis[0]?.value.raw === "" && /^\//.test(node.quasis[1]?.value.raw ?? ""))
      );
    case "NewExpression":
      return referenceName(node.callee) === "URL";
    case "CallExpression":
      return /(?:endpoint|url)$/i.test(referenceName(node.callee) ?? "");
    default:
      return false;
  }
}
