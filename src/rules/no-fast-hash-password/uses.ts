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
import { enclosingClass } from "../../ast/functions.js";
import { readsOf, reassignments, variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { wholeText } from "../../ast/texts.js";
import { nameEvidence } from "../../secrets/names/words.js";
import { fileCache } from "../../file-cache.js";
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
const MAX_READS = 12;

/** `password = md5(password)`, `user.password = md5(x)`, `this.hash = md5(x)`: what is done with the place afterwards, or with what it is a part of. */
function assignedUse(file: SourceFile, digest: Node, { left, range, parent }: TSESTree.AssignmentExpression, depth: number): Use {
  const path = dottedPath(left)?.join(".");
  const isRecord = left.type === "MemberExpression" && isPasswordPlace(file, referenceName(left));
  const isOwn = rootOf(left).type === "ThisExpression";
  const fn = enclosingFunction(parent);
  const isLater = ({ node }: Read): boolean => isOwn || (node.range[0] > range[1] && (!fn || contains(fn, node)));
  const reads =
    path === undefined || depth >= MAX_ASSIGNMENTS
      ? []
      : readsFrom(file, rootOf(left)).filter(
          (read) => read.node !== left && isLater(read) && !isAsked(read) && (read.path === path || isPartOf(path, read)),
        );
  if (reads.length > MAX_READS) return { role: "unknown", digest };
  const uses = reads.map(({ node, path: whole }): Use => {
    const use = useOf(file, digest, node, depth + 1);
    // What is done with the whole record, `save(user)`, is not done with its password, except for finding one by it.
    return whole === path || use.role === "lookup" || use.role === "match" || isTakenApart(node) ? use : { role: "store", digest };
  });
  if (isRecord) uses.push({ role: "store", digest });
  return uses.length > 0 ? together(digest, uses) : { role: "unknown", digest };
}

/** A read of a variable or of `this`, with all its properties. */
interface Read {
  node: Node;
  path: string | undefined;
}

const readsByRoot = fileCache<object, readonly Read[]>();

function readsFrom(file: SourceFile, root: Node): readonly Read[] {
  const { sourceCode } = file;
  const variable = root.type === "Identifier" ? variableOf(sourceCode, root) : undefined;
  const owner = variable ?? (root.type === "ThisExpression" ? enclosingClass(root) : undefined);
  if (!owner) return [];
  return readsByRoot.remember(owner, () => {
    const roots = variable
      ? readsOf(variable).map(({ identifier }) => identifier as Node)
      : sourceCode
          .getTokens(owner as never)
          .filter(({ value }) => value === "this")
          .flatMap((token) => (sourceCode.getNodeByRangeIndex(token.range[0]) as Node | null) ?? []);
    return roots.map((each) => {
      const node = wholePath(each);
      return { node, path: dottedPath(node)?.join(".") };
    });
  });
}

/** `req.body` of `req.body.password`; `user.password.trim` of `user.password`. Writes of the same place are none of its reads. */
const isPartOf = (path: string, { path: read, node }: Read): boolean =>
  read !== undefined && (path.startsWith(`${read}.`) || read.startsWith(`${path}.`)) && !isWritten(node);

/** `delete user.password`, `if (user.password)`: nothing is done with the text. */
const isAsked = ({ node: { parent } }: Read): boolean => parent?.type === "UnaryExpression" || parent?.type === "IfStatement";

const isWritten = (node: Node): boolean => node.parent?.type === "AssignmentExpression" && node.parent.left === node;

/** `const { password } = req.body`, `const body = req.body`, `user.password.trim()`: the digest is read under another name. */
const isTakenApart = (node: Node): boolean =>
  node.parent?.type === "VariableDeclarator" || (node.parent?.type === "CallExpression" && node.parent.callee === node);

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
    case "SpreadElement":
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
