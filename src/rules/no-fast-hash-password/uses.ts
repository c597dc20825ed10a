import type { TSESTree } from "@typescript-eslint/utils";
import { otherOperand, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { reassignments, variableOf } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";
import { nameEvidence } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";

/** What becomes of a digest: it is compared, kept, used to find a record, or something that this file does not show. */
export type Use =
  | { role: "compare"; digest: Node; comparison: TSESTree.BinaryExpression; stored: Node; declaration?: TSESTree.VariableDeclaration }
  | { role: "store"; digest: Node }
  | { role: "lookup"; digest: Node }
  | { role: "unknown"; digest: Node };

type PlainRole = "store" | "lookup" | "unknown";

const LOOKUP = /^(?:find\w*|where\w*|andWhere|orWhere|match|filter|count\w*|exists|get\w*|select\w*|login|signIn|authenticate|check\w*)$/i;
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
  return [useAt(file, digest, parent, child)];
}

function variableUses(file: SourceFile, digest: Node, declarator: TSESTree.VariableDeclarator): Use[] {
  const variable = declarator.id.type === "Identifier" ? variableOf(file.sourceCode, declarator.id) : undefined;
  if (!variable || reassignments(variable).length > 0 || declarator.parent.parent.type === "ExportNamedDeclaration")
    return [{ role: "unknown", digest }];
  const reads = variable.references.filter((each) => each.isRead());
  const uses = reads.map(({ identifier }): Use => {
    const place = outward(identifier as Node);
    return place ? useAt(file, digest, place.parent, place.child) : { role: "unknown", digest };
  });
  const lookup = uses.find((each) => each.role === "lookup");
  if (lookup) return [lookup];
  if (uses.every((each) => each.role === "store")) return [{ role: "store", digest }];
  const [only] = uses;
  if (uses.length === 1 && only?.role === "compare" && declarator.parent.declarations.length === 1)
    return [{ ...only, declaration: declarator.parent }];
  return [{ role: "unknown", digest }];
}

function useAt(file: SourceFile, digest: Node, parent: Node, child: Node): Use {
  switch (parent.type) {
    case "BinaryExpression":
      if (!/^[!=]==?$/.test(parent.operator)) break;
      return { role: "compare", digest, comparison: parent, stored: otherOperand(parent, child) };
    case "AssignmentExpression":
      if (parent.right === child && parent.operator === "=" && isPasswordPlace(file, referenceName(parent.left)))
        return { role: "store", digest };
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
    const reads = (variableOf(file.sourceCode, parent.id)?.references ?? []).filter((each) => each.isRead());
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
  if (/update/i.test(name) && call.arguments.length > 1 && call.arguments[0] === argument) return "lookup";
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
