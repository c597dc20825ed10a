import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { lineOf, literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf, type Variable } from "../../ast/scope.js";
import { textRightBefore } from "../../ast/texts.js";
import { fileCache } from "../../file-cache.js";
import type { SourceFile } from "../../source-file.js";
import { displayName, KIND_NAMES } from "../evidence.js";
import type { SecretKind } from "../kinds.js";
import { DISARMING, HASHED } from "../names/lexicon.js";
import { nameEvidence, wordsOf } from "../names/words.js";

// Values under a name that says little, of which the code makes a use that says what they are.

interface Use {
  kind: SecretKind;
  line: number;
}

const MAX_READS = 20;
const uses = fileCache<Variable, Use | undefined>();
/** What stands beside a secret in the same calls: `verify(user, typed)`, `compare(typed, hash)`. */
const ANOTHER =
  /^(?:account|admin|callback|cb|customer|dn|doc|done|e?mail|employee|enc|encrypted|exists|fn|hash(?:ed)?\w*|id|login|member|name|next|ok|payload|phone|record|result|salt|stored|uid|user\w*|valid)$|(?:^i|[a-z_]I)[dD]$|_id$/;

/**
 * What the code does with a variable: `Bearer ${t}`, `bcrypt.compare(typed, hash)`, `storage.setItem("token", value)`.
 *
 * @returns a clause for a message; undefined for everything but variables, and where no use tells
 */
export function toldByUse(file: SourceFile, node: Node): string | undefined {
  if (node.type !== "Identifier" || ANOTHER.test(node.name)) return undefined;
  if (wordsOf(node.name).some((word) => DISARMING.has(word) || HASHED.has(word))) return undefined;
  const variable = variableOf(file.sourceCode, node);
  const use = variable && uses.remember(variable, () => useOf(file, variable));
  return use && `${displayName(node)} is used as ${KIND_NAMES[use.kind]} (line ${use.line})`;
}

function useOf(file: SourceFile, variable: Variable): Use | undefined {
  for (const { identifier } of readsOf(variable).slice(0, MAX_READS)) {
    const kind = usedAs(file, identifier as Node);
    if (kind) return { kind, line: lineOf(identifier as Node) };
  }
  return undefined;
}

function usedAs(file: SourceFile, read: Node): SecretKind | undefined {
  const { parent, child } = outward(read) ?? {};
  switch (parent?.type) {
    case "TemplateLiteral":
    case "BinaryExpression":
      return schemeKind(textRightBefore(read));
    case "Property":
      return parent.value === child && parent.parent.type === "ObjectExpression" ? keptUnder(file, parent) : undefined;
    case "CallExpression":
    case "NewExpression":
      return parent.callee === child ? undefined : takenAs(file, parent, parent.arguments.indexOf(child as TSESTree.Expression));
    default:
      return undefined;
  }
}

/** What follows `Bearer ` or `Basic `. */
function schemeKind(before: string | undefined): SecretKind | undefined {
  const scheme = /(?:^|[\s"'`=:])(Basic|Bearer) $/.exec(before ?? "")?.[1];
  return scheme === "Basic" ? "authorization" : scheme === "Bearer" ? "token" : undefined;
}

const SIGNS_IN =
  /^(?:authenticate|bind|connect|create_?(?:Client|Connection|Pool|Transport|User)|log_?in|register|sign_?(?:in|up))(?!\w*(?:Provider|Popup|Redirect|Token))/i;

/** `{ Authorization: h }`, `{ "x-api-key": k }` of headers, `signInWithPassword({ email, password: typed })`. */
function keptUnder(file: SourceFile, property: TSESTree.Property): SecretKind | undefined {
  const name = staticName(property) ?? "";
  if (/^(?:proxy-)?authorization$/i.test(name)) return "authorization";
  const named = nameEvidence(name, file.settings);
  if (named?.strength !== "strong") return undefined;
  const { parent } = outward(property.parent) ?? {};
  if (parent?.type === "Property")
    return staticName(parent) === "headers" && (named.kind === "apiKey" || named.kind === "token") ? named.kind : undefined;
  return parent?.type === "CallExpression" && named.kind === "password" && SIGNS_IN.test(referenceName(parent.callee) ?? "")
    ? "password"
    : undefined;
}

/** Functions that take a password beside whose it is, or what it is checked against. */
const TAKES_PASSWORD =
  /^(?:(?:change|check|compare|hash|match(?:es)?|set|update|validate|verify)_?(?:Hashed|Plain|User|Valid)?_?|is_?(?:Correct|Valid)?_?)(?:Password|Passwd|Pwd)s?(?:Sync|Hash)?$/i;
const SIGNS_IN_WITH_PASSWORD = /^(?:create|signIn|reauthenticate)\w{0,30}EmailAndPassword$/;
const STORES = /(?:cookies?|keychain|keytar|secrets|storage|store)$/i;
const STORING = /^(?:put|set|setItem|setItemAsync|setStorageSync|store)$/;

/** What a call takes at a position, by the function. */
function takenAs(file: SourceFile, call: TSESTree.CallExpression | TSESTree.NewExpression, at: number): SecretKind | undefined {
  const callee = unwrap(call.callee);
  const name = referenceName(callee) ?? "";
  if (TAKES_PASSWORD.test(name)) return "password";
  if (SIGNS_IN_WITH_PASSWORD.test(name)) return at > 0 && at === call.arguments.length - 1 ? "password" : undefined;
  if (at === 1 && STORING.test(name) && callee.type === "MemberExpression" && STORES.test(referenceName(callee.object) ?? ""))
    return storedAs(file, literalText(call.arguments[0] as Node));
  if (at > 1 || !/^(?:bind|compare|createHmac|hash|sign|verify)/.test(name)) return undefined;
  if (at === 1 && name === "bind") return /ldap/i.test(file.sourceCode.text) ? "password" : undefined;
  const member = moduleMember(file.sourceCode, callee);
  if (member === undefined) return undefined;
  if (/^(?:@node-rs\/)?bcrypt(?:js)?$/.test(member.module)) return at === 0 && /^(?:compare|hash)/.test(name) ? "password" : undefined;
  if (/^(?:@node-rs\/)?argon2$/.test(member.module)) return at === (name.startsWith("verify") ? 1 : 0) ? "password" : undefined;
  if (member.module === "jsonwebtoken") return at === 1 ? "secretKey" : name === "verify" ? "token" : undefined;
  return member.module === "crypto" && name === "createHmac" && at === 1 ? "secretKey" : undefined;
}

/** `"token"`, `"@app:token"`, `"jira.pat"`: the name that something is kept under. */
function storedAs(file: SourceFile, key: string | undefined): SecretKind | undefined {
  const name = key?.split(/[.:/@]/).at(-1);
  const named = nameEvidence(name, file.settings);
  return named && (named.strength === "strong" || /^(?:token|pat)$/i.test(name!)) && /^(?:apiKey|password|token)$/.test(named.kind)
    ? named.kind
    : undefined;
}
