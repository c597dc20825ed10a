import { destinationsOf } from "../../ast/destinations.js";
import { contains, literalText, otherOperand, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { constantInitializer, staticString } from "../../ast/static-value.js";
import { fileRoleOf } from "../../secrets/file-role.js";
import { shownName } from "../../secrets/masking.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import { sourceOfType } from "../../secrets/sources/sources.js";
import { WRITES_BYTES, type HashSink } from "../../sinks/hashes/hash-functions.js";
import { genericWrapper, hashedParts } from "../../sinks/hashes/named-hashes.js";
import type { SourceFile } from "../../source-file.js";
import { columnOfParameter, mayHoldPassword } from "./sql-columns.js";

// What becomes of a digest: the place that keeps it, or what it is compared with, may say that it is a password's.

/** `user.password = md5(x)`, `{ passwordHash: sha256(x) }`, `setDataValue("password", md5(x))`. */
export function destinationReason(file: SourceFile, sink: HashSink): string | undefined {
  if (!sink.result) return undefined;
  const isGeneric = genericWrapper(file, sink) !== undefined;
  for (const destination of destinationsOf(file.sourceCode, sink.result).slice(0, 2)) {
    if (destination.kind === "return" && isGeneric) return undefined;
    if (destination.kind === "variable" || destination.kind === "property") {
      if (destination.kind === "property" && signsSiblings(file, sink, destination.node)) return undefined;
      return namesPassword(file, destination.name) ? `the digest becomes ${shownName(destination.name)}` : undefined;
    }
    if (destination.kind === "argument") {
      const field = keyBefore(destination.call.arguments.slice(0, destination.index));
      return field !== undefined && nameEvidence(field.split(".").at(-1), file.settings)?.kind === "password"
        ? `the digest becomes ${shownName(field)}`
        : undefined;
    }
  }
  return undefined;
}

/**
 * `{ merchant, amount, password: md5(merchant + amount + process.env.MERCHANT_SECRET) }`: what is hashed stands beside it, so that the digest signs
 * it, as gateways for payments and messages ask for it.
 */
function signsSiblings(file: SourceFile, { data }: HashSink, property: Node): boolean {
  const object = property.type === "Property" && property.parent.type === "ObjectExpression" ? property.parent : undefined;
  const parts = data.flatMap((each) => hashedParts(file, each)).filter((each) => staticString(file.sourceCode, each) === undefined);
  const isSecret = (part: Node): boolean => sourceOfType(file, part, "environment", "secretManager") !== undefined;
  const signed = parts.filter((part) => !isSecret(part));
  if (!object || signed.length === 0 || signed.length === parts.length) return false;
  const beside = new Set(
    object.properties.flatMap((each) => (each.type === "Property" && each !== property ? file.sourceCode.getText(each.value) : [])),
  );
  return signed.every((part) => beside.has(file.sourceCode.getText(part as never)));
}

/** `query("UPDATE users SET pass = ? WHERE id = ?", [md5(x), id])`: the column at the digest's place. */
export function columnReason(file: SourceFile, { result }: HashSink): string | undefined {
  if (!result) return undefined;
  let holder: string | undefined;
  for (const place of destinationsOf(file.sourceCode, result).slice(0, 4)) {
    if (place.kind === "variable") holder = place.name;
    if (place.kind === "return") return undefined;
    const list = place.kind === "argument" ? unwrap(place.node) : undefined;
    if (place.kind !== "argument" || list?.type !== "ArrayExpression") continue;
    const sql = place.call.arguments[0] && staticString(file.sourceCode, place.call.arguments[0]);
    const at = list.elements.findIndex(
      (each) => each && (contains(each, result) || (holder !== undefined && referenceName(each) === holder)),
    );
    const column = sql === undefined || at < 0 ? undefined : columnOfParameter(sql, at);
    return namesPassword(file, column) && mayHoldPassword(column!, sql!) ? `the digest becomes ${shownName(column)}` : undefined;
  }
  return undefined;
}

/** `"password"` of `setDataValue("password", …)` */
const keyBefore = (args: readonly Node[]): string | undefined =>
  args.map((each) => literalText(each)).find((each) => each !== undefined && /^[\w.]{2,40}$/.test(each));

const MAX_CLIMB = 12;
/** Calls that take a function which changes the field they stand at: zod, class-transformer, TypeORM. */
const CHANGING = /^(?:Column|overwrite|preprocess|Prop|transform|Transform)$/;

/** `password: { set: (value) => md5(value) }`, `password: z.string().transform((text) => sha256(text))`, `@Transform(({ value }) => md5(value)) password`. */
export function setterReason(file: SourceFile, fn: Node | undefined): string | undefined {
  let isSetter = false;
  let place = fn && outward(fn);
  for (let hops = 0; place && hops < MAX_CLIMB; hops++) {
    const { parent, child }: { parent: Node; child: Node } = place;
    if (parent.type === "Property" || parent.type === "PropertyDefinition") {
      const name = staticName(parent);
      if (!/^(?:set|to|transformer)$/.test(name ?? ""))
        return isSetter && namesPassword(file, name) ? `the digest becomes ${shownName(name)}` : undefined;
      isSetter = true;
    } else if (parent.type === "CallExpression" && parent.callee !== child) {
      if (!CHANGING.test(referenceName(parent.callee) ?? "")) return undefined;
      isSetter = true;
    } else if (!/^(?:CallExpression|Decorator|MemberExpression|ObjectExpression)$/.test(parent.type)) return undefined;
    place = outward(parent);
  }
  return undefined;
}

/** `md5(text) === user.password`, `timingSafeEqual(digest, Buffer.from(user.passwordHash, "hex"))`. */
export function comparisonReason(file: SourceFile, { result }: HashSink): string | undefined {
  if (!result) return undefined;
  for (const stored of comparedWith(file, result)) {
    // const HASH = process.env.ADMIN_PASSWORD_HASH
    const name = [...hashedParts(file, stored).map((part) => referenceName(part)), sourceOfType(file, stored, "environment")?.name].find(
      (each) => namesPassword(file, each),
    );
    if (name !== undefined) return `the digest is compared with ${shownName(name)}`;
  }
  return undefined;
}

const COMPARING = /^(?:timingSafeEqual|(?:constant_?time|safe|secure|slow)_?(?:compare|equals?)|isEqual|eq|ne)$/i;
const MAX_READS = 12;

/** What a digest is compared with, there and then or by the variable that holds it. */
export function comparedWith(file: SourceFile, digest: Node, depth = 0): Node[] {
  const { parent, child } = outward(digest) ?? {};
  if (!parent || !child || depth > 2) return [];
  if (parent.type === "VariableDeclarator") {
    const variable = parent.init === child && parent.id.type === "Identifier" ? variableOf(file.sourceCode, parent.id) : undefined;
    return variable
      ? readsOf(variable)
          .slice(0, MAX_READS)
          .flatMap(({ identifier }) => comparedWith(file, identifier as Node, depth + 1))
      : [];
  }
  if (parent.type === "BinaryExpression") return /^[!=]==?$/.test(parent.operator) ? [otherOperand(parent, child)] : [];
  if (parent.type === "MemberExpression" && parent.object === child) {
    const call = outward(parent)?.parent;
    if (call?.type !== "CallExpression") return [];
    if (/^(?:slice|substr|substring|to(?:Low|Upp)erCase)$/.test(staticName(parent) ?? "")) return comparedWith(file, call, depth + 1);
    return staticName(parent) === "equals" ? call.arguments.slice(0, 1) : [];
  }
  if (parent.type !== "CallExpression" || unwrap(parent.callee) === child) return [];
  const name = referenceName(parent.callee) ?? "";
  if (name === "from" || WRITES_BYTES.test(name)) return comparedWith(file, parent, depth + 1);
  if (COMPARING.test(name)) return parent.arguments.filter((each) => each !== child);
  return name === "equals" && parent.callee.type === "MemberExpression" ? [parent.callee.object] : [];
}

/** Names of places that say nothing about what is kept there. */
const GENERIC =
  /^(?:body|checksum|code|content|data|digest|etag|hash|hashed|hex|id|key|md5|name|result|sha\w{0,6}|sig|signature|str|sum|text|token|value)$/i;

/** Where a digest is kept, or what it is compared with: `mdp` of `{ mdp: md5(x) }`, `acc.p` of `acc.p === md5(x)`, `exit` of `store.get("exit")`. */
export function placesOf(file: SourceFile, { result }: HashSink): string[] {
  if (!result) return [];
  const destinations = destinationsOf(file.sourceCode, result).slice(0, 4);
  // What callers do with the digest is asked where they call; the object around a place, as `where`, holds other things, too.
  const end = destinations.findIndex(({ kind }) => kind === "return" || kind === "property");
  const reached = end < 0 ? destinations : destinations.slice(0, destinations[end]!.kind === "property" ? end + 1 : end);
  const kept = reached.map((each) => {
    if (each.kind === "property") return placeName(each.node) ?? each.name;
    return each.kind === "argument" && /^set/.test(referenceName(each.call.callee) ?? "")
      ? keyBefore(each.call.arguments.slice(0, each.index))
      : undefined;
  });
  const compared = comparedWith(file, result).map((stored) => {
    const made = stored.type === "Identifier" ? constantInitializer(file.sourceCode, stored) : undefined;
    const inner = unwrap(made?.type === "AwaitExpression" ? made.argument : (made ?? stored));
    return inner.type === "CallExpression" ? keyBefore(inner.arguments.slice(0, 1)) : placeName(inner);
  });
  return [...kept, ...compared].filter(
    (name) => name !== undefined && name.length > 1 && !name.startsWith("$") && !GENERIC.test(name),
  ) as string[];
}

/** `password` of `user.password`; short names with their owner: `acc.p`. */
function placeName(node: Node): string | undefined {
  if (node.type !== "MemberExpression") return undefined;
  const name = staticName(node) ?? "";
  return name.length > 2 ? name : `${referenceName(node.object) ?? ""}.${name}`;
}

/** What a program itself signs in to, often with a password that is derived as a protocol asks: `smtpPassword` of SES, `mqttPassword`. */
export const isOfClient = (name: string | undefined): boolean =>
  wordsOf(name ?? "").some((word) => /^(?:broker|ftp|imap|mqtt|proxy|rtsp|sftp|smtp|ssh|wifi)$/.test(word));

/** Whether a name says beyond doubt that a password, or the hash of one, is kept there. Of a digest, `pass` says so, too. */
export function namesPassword(file: SourceFile, name: string | undefined): boolean {
  const named = nameEvidence(name, file.settings);
  if (named?.kind !== "password" && named?.kind !== "passwordHash") return false;
  if (isOfClient(name)) return false;
  return named.strength === "strong" || /(?:pass|pw|mdp)$/i.test(name!);
}

/** `user.password = md5("changeme")`: a literal that a record keeps as its password. Hashes of literals that go elsewhere are samples. */
export function literalReason(file: SourceFile, { data, result }: HashSink): string | undefined {
  const isText = data.length > 0 && data.every((each) => staticString(file.sourceCode, each));
  if (!isText || !result || fileRoleOf(file) === "seed") return undefined;
  const kept = destinationsOf(file.sourceCode, result)
    .slice(0, 3)
    .find(({ kind }) => kind === "property");
  return kept?.kind === "property" && namesPassword(file, kept.name) && isOfOneRecord(kept.node)
    ? `the digest becomes ${shownName(kept.name)}`
    : undefined;
}

/** `user.password = …`, `User.create({ password: … })`; lists of records are data to begin with. */
export const isOfOneRecord = (kept: Node): boolean =>
  kept.type === "MemberExpression" ||
  (kept.type === "Property" && /^(?:CallExpression|NewExpression)$/.test(kept.parent.parent?.type ?? ""));
