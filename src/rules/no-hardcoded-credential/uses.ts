import type { TSESTree } from "@typescript-eslint/utils";
import { isSum, textParts, wholeText } from "../../ast/texts.js";
import { lineOf, literalText, outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { credentialIn } from "../../secrets/literals/credential.js";
import { hasRandomPart } from "../../secrets/values/generated-texts.js";
import { KIND_NAMES } from "../../secrets/evidence.js";
import type { SecretKind } from "../../secrets/kinds.js";
import { shownName } from "../../secrets/masking.js";
import { isPlaceholder } from "../../secrets/values/placeholders.js";
import { findUrlParameter } from "../../secrets/values/url-parameters.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";
import { surroundingsOf } from "./sites.js";
import type { TextSite } from "./text-sites.js";

/** `serperKey`, `covenant_token`: whose key it is nobody can list. */
const HELD = /^(?:keys?|tokens?|secrets?|credentials?|auth|chave|clave|cle|llave)$/;
const PUBLIC = /^(?:anon|cache|client|publishable|public|pub|site|storage|write|query|row|sort|map|maps)$/;
const GENERATED = /^[\w~.+/=-]{16,200}$/;
/** What names, finds or dates something, or is the digest of it. */
const OF_NOBODY =
  /^(?:appid|boundary|build|commit|digest|hash|ids?|name|namespace|nonce|ns|op|openid|path|ref|rev|revision|salt|str|suffix|tag|time|timestamp|type|url|version)$/;
const MAX_READS = 40;
/** Where a `key` is what a request proves itself with. */
const REQUEST_PARTS = /^(?:params|query|qs|search_?params|headers)$/i;

/**
 * Why a text that only looks generated is a credential: the name that holds it ends in `key` or `token`, and a place that reads the name
 * sends it as one: in a header, in the query of a URL, as the `apiKey` of a client.
 *
 * @returns a clause for the message; undefined when no place does so
 */
export function usedAsCredential(file: SourceFile, { node, text }: TextSite, names: readonly string[]): string | undefined {
  const words = wordsOf(names.at(-1) ?? "");
  const reads = readsOfHolder(file, node);
  const signing = [node, ...(words.at(-1) === "token" ? reads : [])].find(isHashedWithNonce);
  if (signing && !isPlaceholder(text))
    return `${shownName(names.at(-1), "this text")} is the secret that signs a timestamp and a nonce (line ${lineOf(signing)})`;
  if (words.some((word) => PUBLIC.test(word))) return undefined;
  const sent = CHOSEN_KEY.test(text) && !SAYS_WHAT.test(text) && !isPlaceholder(text) ? [node, ...reads].find(isKeyOfHeader) : undefined;
  if (sent) return `${shownName(names.at(-1), "this text")} is sent as ${KIND_NAMES.apiKey} (line ${lineOf(sent)}) and holds a literal`;
  if (reads.length === 0 || !GENERATED.test(text) || !hasRandomPart(text)) return undefined;
  const isHeld = HELD.test(words.at(-1) ?? "");
  const isOther = !isHeld && !words.some((word) => OF_NOBODY.test(word));
  for (const read of reads.slice(0, MAX_READS)) {
    if (isOther && isSigned(file, read))
      return `${shownName(names.at(-1), "this text")} signs what is sent (line ${lineOf(read)}) and holds a literal`;
    if (isOther && isAfterScheme(read))
      return `${shownName(names.at(-1), "this text")} is sent as ${KIND_NAMES.authorization} (line ${lineOf(read)}) and holds a literal`;
    const kind = isHeld || (isOther && isTakenAsSecret(file, read, text)) ? sentAs(file, read, text) : undefined;
    if (kind)
      return `${shownName(names.at(-1))} is sent as ${KIND_NAMES[isHeld && kind === "secretKey" ? "apiKey" : kind]} (line ${lineOf(read)}) and holds a literal`;
  }
  return undefined;
}

/** A word and a number, as one chooses a password: `harbour7`; not `apiKeyV2`, `string123`. */
const CHOSEN_KEY = /^(?=\D{0,63}\d)(?=[^a-z]{0,63}[a-z])[\w!@#$%&*+]{8,64}$/i;

const SAYS_WHAT =
  /api|auth|column|demo|dummy|example|fake|field|fixture|header|key|mock|none|null|param|required|sample|secret|string|test|token|undefined|value|version|your/i;

/** `headers: { "X-API-KEY": read }` */
function isKeyOfHeader(read: Node): boolean {
  const property = outward(read)?.parent;
  if (property?.type !== "Property" || !/^x-?api-?key$/i.test(staticName(property) ?? "")) return false;
  const holder = outward(property.parent)?.parent;
  const name =
    holder?.type === "Property" ? staticName(holder) : holder?.type === "VariableDeclarator" ? referenceName(holder.id) : undefined;
  return /^(?:(?:api|auth|common|default|request)_?)?headers$/i.test(name ?? "");
}

/** `{ secretAccessKey: typo }`: the name of what takes it says it beyond doubt. */
function isTakenAsSecret(file: SourceFile, read: Node, text: string): boolean {
  const { parent } = read;
  const named = parent?.type === "Property" && parent.value === read ? nameEvidence(staticName(parent), file.settings) : undefined;
  return named?.strength === "strong" && /^(?:password|privateKey|secretKey)$/.test(named.kind) && !ENTRY.test(text);
}

/** `prod/db/password-x1`: where a secret is kept. */
const ENTRY = /^[a-z][a-z-]{1,30}\/[a-z]/;

/** `{ Authorization: "APPCODE " + read }`: what a scheme stands before opens something, whatever it is called. */
function isAfterScheme(read: Node): boolean {
  const text = wholeText(read);
  const [scheme, given, ...others] = textParts(text).filter((part) => part.type !== "TemplateElement" || part.value.raw !== "");
  const property = outward(text)?.parent;
  return (
    given === read &&
    others.length === 0 &&
    /^(?!client[-_]?id)[A-Z][\w-]{1,20} $/i.test(
      (scheme?.type === "TemplateElement" ? scheme.value.cooked : scheme && literalText(scheme)) ?? "",
    ) &&
    property?.type === "Property" &&
    /^(?:proxy-)?authorization$/i.test(staticName(property) ?? "")
  );
}

/** What a request is made of beside its signature. */
const OF_REQUEST = /^(?:app|appid|nonce|params|q|query|salt|time|timestamp)$/;

/** `sign = md5(appid + query + salt + read)`: the last part of what a request is signed with. */
function isSigned({ sourceCode }: SourceFile, read: Node): boolean {
  const text = wholeText(read);
  const parts = text === read ? [] : textParts(text).filter((part) => part.type !== "TemplateElement" || part.value.raw !== "");
  const call = parts.at(-1) === read ? outward(text)?.parent : undefined;
  if (call?.type !== "CallExpression" || !hashes(call)) return false;
  const said = parts.flatMap((part) =>
    wordsOf(
      sourceCode
        .getText(part as never)
        .slice(0, 80)
        .replaceAll(/\W+/g, "_"),
    ),
  );
  if (!said.some((word) => OF_REQUEST.test(word))) return false;
  let place = outward(call);
  while (place?.parent.type === "MemberExpression" || (place?.parent.type === "CallExpression" && place.parent.callee === place.child))
    place = outward(place.parent);
  const name =
    place?.parent.type === "VariableDeclarator"
      ? referenceName(place.parent.id)
      : place?.parent.type === "AssignmentExpression"
        ? referenceName(place.parent.left)
        : place?.parent.type === "Property"
          ? staticName(place.parent)
          : undefined;
  const words = wordsOf(name ?? "");
  return (
    /^sign(?:ature)?$/.test(words.at(-1) ?? "") &&
    !words.some((word) => /^(?:build|class|deps|file|fn|func|function|method|module|schema|type)$/.test(word))
  );
}

/** `md5(text)`, `createHash("md5").update(text)` */
function hashes({ callee }: TSESTree.CallExpression): boolean {
  const name = referenceName(callee) ?? "";
  if (/^(?:md5|sha_?\d{1,3})$/i.test(name)) return true;
  const made = callee.type === "MemberExpression" && name === "update" ? callee.object : undefined;
  return made?.type === "CallExpression" && /^createH(?:ash|mac)$/.test(referenceName(made.callee) ?? "");
}

/** The reads of the variable, or of the property of an object in a variable, that a text is written into. */
function readsOfHolder({ sourceCode }: SourceFile, text: Node): Node[] {
  let place = outward(text);
  let property: string | undefined;
  while (place?.parent.type === "LogicalExpression" && place.parent.right === place.child) place = outward(place.parent);
  if (place?.parent.type === "Property" && place.parent.value === place.child) {
    property = staticName(place.parent);
    place = property === undefined ? undefined : outward(place.parent.parent);
  }
  const declarator = place?.parent;
  const variable =
    declarator?.type === "VariableDeclarator" && declarator.id.type === "Identifier" ? variableOf(sourceCode, declarator.id) : undefined;
  const reads = variable ? readsOf(variable).map(({ identifier }) => identifier as Node) : [];
  if (property === undefined) return reads;
  return reads
    .map((read) => read.parent)
    .filter((member): member is TSESTree.MemberExpression => member?.type === "MemberExpression" && staticName(member) === property);
}

/** Such a list has three or four elements. */
const MAX_SIGNED = 8;

/** `[token, timestamp, nonce].sort()`: WeChat's servers prove themselves so, <https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Access_Overview.html>. */
function isHashedWithNonce(read: Node): boolean {
  const list = outward(read)?.parent;
  if (list?.type !== "ArrayExpression" || list.elements.length > MAX_SIGNED) return false;
  const names = list.elements.map((each) => (each ? referenceName(each) : undefined) ?? "");
  return names.some((name) => /time_?stamp$/i.test(name)) && names.some((name) => /nonce/i.test(name));
}

function sentAs(file: SourceFile, read: Node, text: string): SecretKind | undefined {
  const { parent } = read;
  if (parent?.type === "TemplateLiteral") {
    const before = parent.quasis[parent.expressions.indexOf(read as TSESTree.Expression)]?.value.cooked ?? "";
    return (
      inQuery(file, before, text, parent) ??
      (/^(?:bearer|basic|token|key|apikey)[ =]$/i.test(before) ? underName(file, parent, text) : undefined)
    );
  }
  if (isSum(parent) && parent.right === read) {
    const before = literalText(parent.left.type === "BinaryExpression" ? parent.left.right : (parent.left as Node)) ?? "";
    return (
      inQuery(file, before, text, parent) ??
      (/^(?:bearer|basic|token|key|apikey)[ =]$/i.test(before) ? underName(file, parent, text) : undefined)
    );
  }
  return underName(file, read, text);
}

const inQuery = ({ sourceCode }: SourceFile, before: string, text: string, around: Node): SecretKind | undefined =>
  findUrlParameter(`${before.slice(-100)}${text}`, sourceCode.getText(around as TSESTree.Node))?.kind;

function underName(file: SourceFile, place: Node, text: string): SecretKind | undefined {
  const { names: written } = surroundingsOf(file, place);
  const names = written.map((name) => name.replace(/^x-(?=key$|token$)/i, ""));
  const named = nameEvidence(names.at(-1), file.settings);
  if (!named || (named.strength === "weak" && !names.slice(0, -1).some((owner) => REQUEST_PARTS.test(owner)))) return undefined;
  return credentialIn(names, text, undefined, { settings: file.settings })?.kind;
}
