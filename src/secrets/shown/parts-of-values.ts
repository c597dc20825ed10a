import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, lineOf, literalText, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { staticString } from "../../ast/static-value.js";
import type { SourceFile } from "../../source-file.js";
import { displayName } from "../evidence.js";
import { isHeld } from "../names/held-names.js";
import { DISARMING } from "../names/lexicon.js";
import { shownName } from "../masking.js";
import { isHarmless, isRedactingCall } from "./redaction.js";
import { AUTHORIZATION } from "../sources/told-by-use.js";
import { isKnownNonString } from "../types.js";
import { nameEvidence, wordsOf } from "../names/words.js";

// Calls that take a part of a value which still is, or holds, a secret.

/** `password` of `_.pick(body, ["email", "password"])`. */
export function pickedSecret(file: SourceFile, call: TSESTree.CallExpression): string | undefined {
  if (referenceName(call.callee) !== "pick") return undefined;
  const keys = call.arguments.slice(1).flatMap((key) => (key.type === "ArrayExpression" ? key.elements : [key]));
  return keys.map((key) => literalText(key)).find((key) => key !== undefined && isHeld(file, key, call));
}

/** `const shown = _.pick(user, ["name", "password"])` */
export function pickedIn(file: SourceFile, node: Node): { reason: string } | undefined {
  for (const { node: origin, path } of originsOf(file.sourceCode, node)) {
    const picked = origin.type === "CallExpression" && path.length === 0 ? pickedSecret(file, origin) : undefined;
    if (picked !== undefined) return { reason: `${displayName(node)} holds ${shownName(picked, "a secret")} (line ${lineOf(origin)})` };
  }
  return undefined;
}

/** `uri` of `uri.split("@")[1] || uri`: what is left where the address has no user and password. */
export function isWithoutCredentials({ sourceCode }: SourceFile, { left, right }: TSESTree.LogicalExpression): boolean {
  const split = unwrap(left);
  const call = split.type === "MemberExpression" && split.computed ? unwrap(split.object) : undefined;
  if (
    call?.type !== "CallExpression" ||
    call.callee.type !== "MemberExpression" ||
    referenceName(call.callee) !== "split" ||
    literalText(call.arguments[0]) !== "@"
  )
    return false;
  return sourceCode.getText(call.callee.object) === sourceCode.getText(right);
}

/** `"Bearer " + key` of `{ Authorization: "Bearer " + key }`: what stands there is a secret whatever it is called, unless it is written or masked. */
export function sentAuthorization(file: SourceFile, property: TSESTree.Property): Node | undefined {
  if (!AUTHORIZATION.test(staticName(property) ?? "")) return undefined;
  const value = unwrap(property.value);
  const parts =
    value.type === "TemplateLiteral"
      ? [value.quasis[0]?.value.cooked, value.expressions[0]]
      : value.type === "BinaryExpression"
        ? [literalText(value.left as Node), value.right]
        : [];
  const [scheme, given] = parts as [string | undefined, Node | undefined];
  if (!given || !/^(?:Basic|Bearer|Token) $/i.test(scheme ?? "")) return undefined;
  const isWritten =
    staticString(file.sourceCode, given) !== undefined ||
    isHarmless(file, given) ||
    (given.type === "CallExpression" && isRedactingCall(file, given));
  return isWritten || given.type === "ConditionalExpression" ? undefined : value;
}

const LONG = 30;
/** As much of an answer as holds a token in it. */
const LONG_JSON = 100;

/** `JSON.stringify(answer)` */
export const isJson = (node: Node): node is TSESTree.CallExpression =>
  node.type === "CallExpression" && dottedPath(node.callee)?.join(".") === "JSON.stringify";

/** `uri` of `uri.substring(0, 40)`: of an address as much as holds its user and password. */
export function longStart(call: TSESTree.CallExpression): Node | undefined {
  const [start, end] = call.arguments;
  if (call.callee.type !== "MemberExpression" || !/^(?:slice|substr|substring)$/.test(referenceName(call.callee) ?? "")) return undefined;
  const isLong = end?.type === "Literal" && typeof end.value === "number" && end.value >= (isJson(call.callee.object) ? LONG_JSON : LONG);
  return isLong && start?.type === "Literal" && start.value === 0 ? call.callee.object : undefined;
}

/** Words of a value that is no secret whatever it is kept under: `{ token: process.env.TOKEN_URL }`. */
const OTHER_VALUE =
  /^(?:arn|at|count|enabled|error|errors|exists|expires|expiry|field|file|found|has|hidden|hint|id|is|label|length|lifetime|message|missing|msg|name|path|prefix|present|provider|ref|rule|rules|schema|set|size|status|ttl|type|url|valid|validator)$/;
/** Names that say nothing of a value, as one that is handed on has; `result` and `status` are answers as often. */
const UNNAMED = /^(?:v|val|value|str|raw|plain|plaintext|phrase|generated|first|second|third|arg\d?)$/i;
const SETTINGS = /^(?:args?|argv|cfg|conf|config|configuration|env|options|opts|settings)$/i;
const MAX_CHAIN = 4;

/** What stands under the name of a secret, where it is read from settings or a file: `{ password: settings.second }`, `{ privateKey: readFileSync(path) }`. */
export function keptUnderSecret(file: SourceFile, property: TSESTree.Property): Node | undefined {
  const value = unwrap(property.value);
  const asked = value.type === "AwaitExpression" ? unwrap(value.argument) : value;
  if (!isReadValue(file, asked) || !isHeld(file, staticName(property) ?? "", property)) return undefined;
  return isHarmless(file, asked) || staticString(file.sourceCode, asked) !== undefined || isKnownNonString(file, asked) ? undefined : value;
}

function isReadValue(file: SourceFile, value: Node): boolean {
  if (value.type === "CallExpression") return readsFile(value);
  if (value.type !== "Identifier" && value.type !== "MemberExpression") return false;
  const name = referenceName(value) ?? "undefined";
  if (nameEvidence(name, file.settings) || wordsOf(name).some((word) => OTHER_VALUE.test(word) || DISARMING.has(word))) return false;
  if (value.type === "Identifier")
    return UNNAMED.test(name) || originsOf(file.sourceCode, value).some(({ node, path }) => path.length === 0 && readsFile(node));
  const owner = referenceName(value.object) ?? "";
  return SETTINGS.test(owner) && (UNNAMED.test(name) || owner === "env");
}

/** `fs.readFileSync(path, "utf8").trim()` */
function readsFile(node: Node): boolean {
  let current = node.type === "AwaitExpression" ? unwrap(node.argument) : node;
  for (let hops = 0; hops < MAX_CHAIN && current.type === "CallExpression"; hops++) {
    const method = referenceName(current.callee) ?? "";
    if (/^readFile(?:Sync)?$/.test(method)) return true;
    if (!/^(?:toString|trim)$/.test(method) || current.callee.type !== "MemberExpression") return false;
    current = unwrap(current.callee.object);
  }
  return false;
}
