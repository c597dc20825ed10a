import type { TSESTree } from "@typescript-eslint/utils";
import {
  contains,
  dottedPath,
  enclosingFunction,
  literalText,
  otherOperand,
  outward,
  referenceName,
  rootOf,
  staticName,
  unwrap,
  type Node,
} from "../../ast/nodes.js";
import { readsOf, reassignments, variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { wholeText } from "../../ast/texts.js";
import { nameEvidence } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";
import { comparedWith } from "./digest-places.js";

/**
 * What becomes of a digest: it is compared, kept, used to find a record, or something that this file does not show. `match`: it is compared,
 * too, where no edit can follow it.
 */
export type Use =
  | { role: "compare"; digest: Node; comparison: TSESTree.BinaryExpression; stored: Node; declaration?: TSESTree.VariableDeclaration }
  | { role: PlainRole; digest: Node };

type PlainRole = "store" | "lookup" | "match" | "unknown";

const LOOKUP = /^(?:find\w*|where\w*|andWhere|orWhere|match|filter|count\w*|exists|get\w*|select\w*|login|signIn|authenticate|check\w*)$/i;
const MATCHING = /compare|equals?$|^(?:isValid|validate|verify)/i;
const STORING =
  /^(?:create\w*|insert\w*|add\w*|save\w*|store\w*|register\w*|update\w*|upsert\w*|build|bulkCreate|set\w*|push|put\w*|assign|merge|signUp)$/i;

/** Objects of the language and of the web: a table, a request, an error with a digest in it stores no password. */
const PASSING =
  /^(?:Array|Blob|Date|FormData|Headers|Map|Promise|Proxy|RegExp|Request|Response|Set|String|URL|URLSearchParams|WeakMap|WeakRef|WeakSet|Worker|\w*Error|\w*Exception)$/;

/** What becomes of `digest`, the expression that is the hash of a password. */
export function usesOf(file: SourceFile, digest: Node): Use[] {
  const place = outward(digest);
  if (!place) return [{ role: "unknown", digest }];
  const { parent, child } = place;
  if (parent.type === "VariableDeclarator" && parent.init === child) return variableUses(file, digest, parent);
  const use = useAt(file, digest, parent, child);
  return [use.role === "unknown" && comparedWith(file, digest).length > 0 ? { role: "match", digest } : use];
}

function variableUses(file: SourceFile, digest: Node, declarator: TSESTree.VariableDeclarator): Use[] {
  const variable = declarator.id.type === "Identifier" ? variableOf(file.sourceCode, declarator.id) : undefined;
  if (!variable || declarator.parent.parent.type === "ExportNamedDeclaration") return [{ role: "unknown", digest }];
  const uses = readsOf(variable).map(({ identifier }) => useOf(file, digest, identifier as Node, 0));
  const [only] = uses;
  const isOnce = uses.length === 1 && reassignments(variable).length === 0 && declarator.parent.declarations.length === 1;
  if (isOnce && only?.role === "compare") return [{ ...only, declaration: declarator.parent }];
  const { role } = together(digest, uses);
  return [{ role: role === "store" && reassignments(variable).length > 0 ? "unknown" : role, digest }];
}

/** One use for several of the same digest: what finds or compares it decides. */
function together(digest: Node, uses: readonly Use[]): { role: PlainRole; digest: Node } {
  if (uses.some(({ role }) => role === "lookup")) return { role: "lookup", digest };
  if (uses.some(({ role }) => role === "compare" || role === "match")) return { role: "match", digest };
  return { role: uses.every(({ role }) => role === "store") ? "store" : "unknown", digest };
}

const MAX_ASSIGNMENTS = 2;

/** `password = md5(password)`, `user.password = md5(x)`: what is done with the place afterwards. */
function assignedUse(file: SourceFile, digest: Node, { left, range, parent }: TSESTree.AssignmentExpression, depth: number): Use {
  const path = dottedPath(left)?.join();
  const isKept = isPasswordPlace(file, referenceName(left));
  const root = rootOf(left);
  const variable = root.type === "Identifier" ? variableOf(file.sourceCode, root) : undefined;
  const reads = variable && path !== undefined && depth < MAX_ASSIGNMENTS ? readsOf(variable) : [];
  const fn = enclosingFunction(parent);
  const uses = reads
    .map(({ identifier }) => wholePath(identifier as Node))
    .filter((read) => read.range[0] > range[1] && (!fn || contains(fn, read)) && dottedPath(read)?.join() === path)
    .map((read) => useOf(file, digest, read, depth + 1));
  const isRecord = left.type === "MemberExpression" && isKept;
  if (isRecord) uses.push({ role: "store", digest });
  const use = uses.length > 0 ? together(digest, uses) : undefined;
  return isRecord && use?.role === "unknown" ? { role: "store", digest } : (use ?? { role: "unknown", digest });
}

/** `req.body.password` of its `req`. */
function wholePath(root: Node): Node {
  let path = root;
  for (let place = outward(path); place?.parent.type === "MemberExpression" && place.parent.object === place.child; place = outward(path))
    path = place.parent;
  return path;
}

function useOf(file: SourceFile, digest: Node, read: Node, depth: number): Use {
  const place = outward(read);
  return place ? useAt(file, digest, place.parent, place.child, depth) : { role: "unknown", digest };
}

function useAt(file: SourceFile, digest: Node, parent: Node, child: Node, depth = 0): Use {
  switch (parent.type) {
    case "BinaryExpression":
      if (parent.operator === "+") return { role: sqlRole(file.sourceCode.getText(wholeText(child))) ?? "unknown", digest };
      if (!/^[!=]==?$/.test(parent.operator)) break;
      return { role: "compare", digest, comparison: parent, stored: otherOperand(parent, child) };
    case "AssignmentExpression":
      if (parent.right === child && parent.operator === "=") return assignedUse(file, digest, parent, depth);
      break;
    case "Property":
      if (parent.value !== child || parent.parent.type !== "ObjectExpression" || !isPasswordPlace(file, staticName(parent))) break;
      return { role: objectRole(file, parent.parent), digest };
    case "TemplateLiteral":
      return { role: sqlRole(file.sourceCode.getText(parent)) ?? "unknown", digest };
    case "ArrayExpression":
    case "CallExpression":
    case "NewExpression":
      return { role: containerRole(file, child), digest };
    default:
  }
  return { role: "unknown", digest };
}

function isPasswordPlace(file: SourceFile, name: string | undefined): boolean {
  const kind = nameEvidence(name, file.settings)?.kind;
  return kind === "password" || kind === "passwordHash";
}

/** What the object with the digest in it is made for. */
function objectRole(file: SourceFile, object: Node): PlainRole {
  const place = outward(object);
  if (!place) return "unknown";
  const { parent, child } = place;
  if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier") {
    if (/where|filter|query|criteria|condition|cred/i.test(parent.id.name)) return "lookup";
    const variable = variableOf(file.sourceCode, parent.id);
    const reads = variable ? readsOf(variable) : [];
    const roles = reads.map(({ identifier }) => containerRole(file, identifier as Node));
    return roles.includes("lookup") ? "lookup" : reads.length === 0 || roles.includes("store") ? "store" : "unknown";
  }
  if (parent.type === "AssignmentExpression") return parent.right === child ? "store" : "unknown";
  if (parent.type === "ExpressionStatement") return "unknown";
  return containerRole(file, object);
}

/** What a call does with a value inside its arguments. */
function containerRole(file: SourceFile, value: Node): PlainRole {
  let child = value;
  for (let node: Node | undefined = value.parent; node; child = node, node = node.parent) {
    if (node.type === "Property" && /^(?:where|filter)$/i.test(staticName(node) ?? "")) return "lookup";
    if (node.type === "NewExpression") return PASSING.test(referenceName(node.callee) ?? "") ? "unknown" : "store";
    if (node.type === "CallExpression") return callRole(file, node, child);
    if (!/^(?:ArrayExpression|ObjectExpression|Property|AwaitExpression|TSAsExpression|SpreadElement)$/.test(node.type)) return "unknown";
  }
  return "unknown";
}

function callRole(file: SourceFile, call: TSESTree.CallExpression, argument: Node): PlainRole {
  const sql = sqlRole(sqlText(file, call.arguments[0]));
  if (sql) return sql;
  const name = referenceName(call.callee) ?? "";
  // User.update({ pass: digest }, …); not hash.update(digest, "binary")
  const isFilter = call.arguments.length > 1 && call.arguments[0] === argument && literalText(call.arguments[1]) === undefined;
  if (/update/i.test(name) && isFilter) return "lookup";
  if (MATCHING.test(name)) return "match";
  return LOOKUP.test(name) ? "lookup" : STORING.test(name) ? "store" : "unknown";
}

/** What a statement of SQL does with a password column; undefined for other text. */
function sqlRole(sql: string): PlainRole | undefined {
  if (/\bwhere\b[\s\S]{1,2000}\bpass/i.test(sql)) return "lookup";
  return /\b(?:insert\s+into|update\s+\S+\s+set)\b/i.test(sql) ? "store" : undefined;
}

function sqlText(file: SourceFile, node: Node | undefined): string {
  if (!node) return "";
  const inner = unwrap(node);
  const made = inner.type === "Identifier" ? constantInitializer(file.sourceCode, inner) : inner;
  return made && /^(?:Literal|TemplateLiteral|BinaryExpression)$/.test(made.type) ? file.sourceCode.getText(made as never) : "";
}
