import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { lineOf, literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { readsOf, reassignments, variableOf, type Variable } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { textRightBefore } from "../../ast/texts.js";
import { fileCache } from "../../file-cache.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { displayName, evidenceOf, KIND_NAMES } from "../evidence.js";
import type { SecretKind } from "../kinds.js";
import { isFilledIn, isSentCode, sendsCode } from "./sent-codes.js";
import { sourceOfType } from "./sources.js";
import { DISARMING, HASHED } from "../names/lexicon.js";
import { namesPeople } from "../names/people.js";
import { nameEvidence, wordsOf } from "../names/words.js";
import { isKnownNonString } from "../types.js";

// Values under a name that says little, of which the code makes a use that says what they are.

interface Use {
  kind: SecretKind;
  at: Node;
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

const MAX_READS = 60;
const uses = fileCache<Variable, Use | undefined>();
/** What stands beside a secret in the same calls, and is none: `hash(salt, rounds)`, `login(email, typed)`. */
const ANOTHER =
  /^(?:account|address|admin|callback|cb|customer|dn|doc|done|e?mail|employee|enc|encrypted|exists|fn|hash(?:ed)?\w*|id|ip|login|member|name|next|ok|payload|phone|record|result|rounds|salt|service|slug|stored|target|uid|user\w*|valid)$|(?:^i|[a-z_]I)[dD]$|_id$/;

/** Tokens that messages are sent to. */
const OF_DEVICES = /^(?:apns|device|expo|fcm|push)$/;

/**
 * What the code does with a variable: `Bearer ${t}` in a header, `bcrypt.compare(typed, hash)`, `storage.setItem("token", value)`.
 *
 * @returns a clause for a message; undefined for everything but variables, for what is no text, and where no use tells
 */
export function toldByUse(file: SourceFile, node: Node): string | undefined {
  if (node.type !== "Identifier" || ANOTHER.test(node.name)) return undefined;
  if (wordsOf(node.name).some((word) => DISARMING.has(word) || HASHED.has(word) || OF_DEVICES.test(word))) return undefined;
  const variable = variableOf(file.sourceCode, node);
  const use = variable && uses.remember(variable, () => useOf(file, variable));
  return use && mayBeText(file, node) && !isWrittenBetween(variable, node, use.at)
    ? `${displayName(node)} is used as ${KIND_NAMES[use.kind]} (line ${lineOf(use.at)})`
    : undefined;
}

/** `data` of `send(`Bearer ${data}`); data = answer.data; console.log(data)`: another value by then. */
function isWrittenBetween(variable: Variable, one: Node, other: Node): boolean {
  const [from, to] = [one.range[0], other.range[0]].sort((a, b) => a - b) as [number, number];
  return reassignments(variable).some(({ identifier }) => from < identifier.range[0] && identifier.range[0] < to);
}

function useOf(file: SourceFile, variable: Variable): Use | undefined {
  const isWrittenOnce = writesOf(variable) < 2;
  for (const { identifier } of readsOf(variable).slice(0, MAX_READS)) {
    const kind = usedAs(file, identifier as Node);
    if (kind && (isWrittenOnce || STAYING.has(kind))) return { kind, at: identifier as Node };
  }
  return undefined;
}

/** What a variable stays when it is written again, as by `if (!token) token = await refresh()`; what is typed in may be anything next. */
const STAYING: ReadonlySet<SecretKind> = new Set<SecretKind>(["authorization", "secretKey", "token"]);

/** How often a variable is given a value; `let token = null` waits for one. */
function writesOf(variable: Variable): number {
  const first = initializerOf(variable);
  const isGiven = variable.defs[0]?.type !== ("Variable" as string) || (first && !isEmpty(first));
  return reassignments(variable).filter(({ writeExpr }) => !writeExpr || !isEmpty(writeExpr as Node)).length + (isGiven ? 1 : 0);
}

const isEmpty = (value: Node): boolean =>
  (value.type === "Literal" && (value.value === null || value.value === "")) || referenceName(value) === "undefined";

const initializerOf = ({ defs: [definition] }: Variable): Node | null | undefined =>
  (definition?.node as Partial<TSESTree.VariableDeclarator> | undefined)?.init;

/** What makes no text that somebody else gave: literals, functions, objects, answers of operators, texts of translations. */
const NO_TEXT = /^(?:Array|ArrowFunction|Class|Function|New|Object|Unary|Update)Expression$|^Literal$/;
const TRANSLATES = /^(?:t|tr|\$t|_|__|i18n|gettext|translate)$/;

const mayBeText = (file: SourceFile, node: Node): boolean =>
  !isKnownNonString(file, node) &&
  originsOf(file.sourceCode, node).every(
    ({ node: origin, path, whole }) =>
      path.length > 0 ||
      !whole ||
      isEmpty(origin) ||
      !(
        NO_TEXT.test(origin.type) ||
        (origin.type === "BinaryExpression" && origin.operator !== "+") ||
        (origin.type === "CallExpression" && TRANSLATES.test(referenceName(origin.callee) ?? ""))
      ),
  );

function usedAs(file: SourceFile, read: Node): SecretKind | undefined {
  if (isFilledIn(read) && initializerIn(file, read)?.type !== "MemberExpression") return "otp";
  const { parent, child } = outward(read) ?? {};
  switch (parent?.type) {
    case "TemplateLiteral":
    case "BinaryExpression": {
      const kind = schemeKind(textRightBefore(read));
      return kind && isSentAsHeader(parent) ? kind : undefined;
    }
    case "Property":
      return parent.value === child && parent.parent.type === "ObjectExpression" ? keptUnder(file, parent) : undefined;
    case "CallExpression":
    case "NewExpression":
      return parent.callee === child ? undefined : takenAs(file, parent, parent.arguments.indexOf(child as TSESTree.Expression));
    default:
      return undefined;
  }
}

/** `error.code` of `const code = error.code`, which has another purpose. */
const initializerIn = ({ sourceCode }: SourceFile, read: Node): Node | undefined =>
  read.type === "Identifier" ? constantInitializer(sourceCode, read) : undefined;

/** What follows `Bearer ` or `Basic `. */
function schemeKind(before: string | undefined): SecretKind | undefined {
  const scheme = /(?:^|[\s"'`=:])(Basic|Bearer) $/.exec(before ?? "")?.[1];
  return scheme === "Basic" ? "authorization" : scheme === "Bearer" ? "token" : undefined;
}

/** The headers that a request is authorized by (RFC 9110, section 11). */
export const AUTHORIZATION = /^(?:proxy-)?authorization$/i;

/** `{ Authorization: `Bearer ${t}` }`, `request.setHeader("Authorization", "Bearer " + t)`; not below `WWW-Authenticate`, whose realm is public. */
function isSentAsHeader(text: Node): boolean {
  const { parent, child } = outward(text) ?? {};
  switch (parent?.type) {
    case "BinaryExpression":
      return isSentAsHeader(parent);
    case "Property":
      return parent.value === child && AUTHORIZATION.test(staticName(parent) ?? "");
    case "AssignmentExpression":
      return parent.left.type === "MemberExpression" && AUTHORIZATION.test(staticName(parent.left) ?? "");
    case "CallExpression":
      return AUTHORIZATION.test(literalText(parent.arguments[0] as Node | undefined) ?? "");
    default:
      return false;
  }
}

const SIGNS_IN =
  /^(?:authenticate|connect|create_?(?:Client|Connection|Pool|Transport|User)|log_?in|register|sign_?(?:in|up))_?(?:Account|Admin|Async|Customer|Request|User|With(?:Credentials|Email(?:AndPassword)?|Password))?$/i;

/** `headers: { Authorization: h, "x-api-key": k }`, `signInWithPassword({ email, password: typed })`. */
function keptUnder(file: SourceFile, property: TSESTree.Property): SecretKind | undefined {
  const { parent } = outward(property.parent) ?? {};
  const name = staticName(property) ?? "";
  if (isHeaders(parent, name)) {
    if (AUTHORIZATION.test(name)) return "authorization";
    const kind = nameEvidence(name, file.settings);
    return kind?.strength === "strong" && /^(?:apiKey|token)$/.test(kind.kind) ? kind.kind : undefined;
  }
  const named = nameEvidence(name, file.settings);
  return parent?.type === "CallExpression" &&
    named?.kind === "password" &&
    named.strength === "strong" &&
    SIGNS_IN.test(referenceName(parent.callee) ?? "")
    ? "password"
    : undefined;
}

/** `headers: { … }`, `const headers = { … }`, and the headers that a function gives back: `return { Authorization: h }`. */
const isHeaders = (around: Node | undefined, name: string): boolean =>
  (/^(?:ArrowFunctionExpression|ReturnStatement)$/.test(around?.type ?? "") && /^[A-Z]/.test(name)) ||
  /^(?:\w{1,20}H|h)eaders$/.test(
    (around?.type === "Property" && staticName(around)) || (around?.type === "VariableDeclarator" && referenceName(around.id)) || "",
  );

/** Functions that take a password: to check, with whose it is or what it is checked against, or to set or hash. */
const CHECKS_PASSWORD =
  /^(?:(?:check|compare|match(?:es)?|verify)_?(?:Hashed|Plain|User|Valid)?_?|is_?(?:Correct|Valid)_?)(?:Password|Passwd|Pwd)(?:Sync|Hash)?$/i;
const SETS_PASSWORD = /^(?:change|set|update)_?(?:User)?_?(?:Password|Passwd|Pwd)$/i;
const HASHES_PASSWORD = /^hash_?(?:Plain|User)?_?(?:Password|Passwd|Pwd)(?:Sync)?$/i;
const SIGNS_IN_WITH_PASSWORD = /^(?:create|signIn|reauthenticate)\w{0,30}EmailAndPassword$/;
const speaksLdap = perFile(({ sourceCode: { text } }) => /ldap/i.test(text));

const STORES = /(?:cookies?|keychain|keytar|secrets|storage|secure_?store)$/i;
const STORING = /^(?:put|set|setItem|setItemAsync|setStorageSync|store)$/;

/** What a call takes at a position, by the function. */
function takenAs(file: SourceFile, call: Call, at: number): SecretKind | undefined {
  const callee = unwrap(call.callee);
  const name = referenceName(callee) ?? "";
  if (HASHES_PASSWORD.test(name)) return at === 0 ? "password" : undefined;
  if (CHECKS_PASSWORD.test(name)) return isChecked(file, call, at) ? "password" : undefined;
  if (SETS_PASSWORD.test(name)) return callee.type === "MemberExpression" && isSet(call, at) ? "password" : undefined;
  if (SIGNS_IN_WITH_PASSWORD.test(name)) return at > 0 && at === call.arguments.length - 1 ? "password" : undefined;
  if (sendsCode(name)) return isSentCode(call.arguments[at]!) ? "otp" : undefined;
  if (at === 1 && STORING.test(name) && callee.type === "MemberExpression" && STORES.test(referenceName(callee.object) ?? ""))
    return storedAs(file, literalText(call.arguments[0] as Node));
  if (at > 1 || !/^(?:bind|compare|createHmac|hash|sign|verify)/.test(name)) return undefined;
  if (at === 1 && name === "bind") return speaksLdap(file) ? "password" : undefined;
  const member = moduleMember(file.sourceCode, callee);
  if (member === undefined) return undefined;
  if (/^(?:@node-rs\/)?bcrypt(?:js)?$/.test(member.module)) return at === 0 && /^(?:compare|hash)/.test(name) ? "password" : undefined;
  if (/^(?:@node-rs\/)?argon2$/.test(member.module)) return at === (name.startsWith("verify") ? 1 : 0) ? "password" : undefined;
  if (member.module === "jsonwebtoken") return at === 1 ? "secretKey" : name === "verify" ? "token" : undefined;
  return member.module === "crypto" && name === "createHmac" && at === 1 && !SIGNED.test(referenceName(call.arguments[1]!) ?? "")
    ? "secretKey"
    : undefined;
}

/** What is signed, where somebody takes it for the key. */
const SIGNED = /body|content|data|date|message|nonce|payload|stamp|text|time/i;

/** `user.setPassword(typed)`, `accounts.setPassword(email, typed)`. */
const isSet = ({ arguments: given }: Call, at: number): boolean =>
  at === given.length - 1 &&
  (at === 0 || (at === 1 && (ANOTHER.test(referenceName(given[0]!) ?? "") || namesPeople(referenceName(given[0]!)))));

/** What functions are given to find a text in: `checkPassword(event)`. */
const NO_TEXT_NAME = /^(?:context|control|ctx|e|el|element|event|evt|field|form|input|req|request|session)$/i;

/** `user.checkPassword(typed)`, `verifyPassword(typed, user.password)`, `verifyPassword(user, typed)`. */
function isChecked(file: SourceFile, { arguments: given }: Call, at: number): boolean {
  if (given.length === 1) return !NO_TEXT_NAME.test(referenceName(given[0] as Node) ?? "");
  const partner = given.length === 2 ? (given[1 - at] as Node) : undefined;
  return (
    partner !== undefined &&
    (/hash/i.test(referenceName(partner) ?? "") ||
      (unwrap(partner).type === "MemberExpression" &&
        /^password(?:Hash)?$/.test(evidenceOf(file, partner)?.kind ?? "") &&
        !sourceOfType(file, partner, "request")) ||
      (at === 1 && namesPeople(referenceName(partner))))
  );
}

/** `"token"`, `"@app:token"`, `"jira.pat"`: the name that something is kept under; not `"design:token"`. */
function storedAs(file: SourceFile, key: string | undefined): SecretKind | undefined {
  const name = key?.split(/[.:/@]/).at(-1);
  if (/^pat$/i.test(name ?? "")) return "token";
  const named = nameEvidence(name, file.settings);
  return named &&
    nameEvidence(key, file.settings)?.kind === named.kind &&
    (named.strength === "strong" || /^token$/i.test(name!)) &&
    /^(?:apiKey|password|token)$/.test(named.kind)
    ? named.kind
    : undefined;
}
