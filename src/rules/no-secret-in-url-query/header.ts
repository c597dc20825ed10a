import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { dottedPath, staticName, type Node } from "../../ast/nodes.js";
import { isGlobal } from "../../ast/scope.js";
import type { Proposal } from "../../fix/delivery.js";
import { insertAt, remove, replace, type Edit } from "../../fix/edit.js";
import { isParenthesized } from "../../fix/hazards.js";
import { runtimeOf } from "../../fix/runtime.js";
import type { SecretKind } from "../../secrets/kinds.js";
import type { HostCredential } from "../../settings.js";
import type { SourceFile } from "../../source-file.js";
import type { Parameter } from "./parameters.js";
import { strippedValue } from "./verdict.js";

/** Hosts whose documentation names the header for a query parameter. */
const HOSTS: Readonly<Record<string, HostCredential>> = {
  "api.github.com": { param: "access_token", header: "Authorization", scheme: "Bearer" },
  "generativelanguage.googleapis.com": { param: "key", header: "X-Goog-Api-Key" },
  "graph.facebook.com": { param: "access_token", header: "Authorization", scheme: "Bearer" },
  "slack.com": { param: "token", header: "Authorization", scheme: "Bearer" },
  "www.googleapis.com": { param: "access_token", header: "Authorization", scheme: "Bearer" },
};
const BEARERS: ReadonlySet<SecretKind> = new Set<SecretKind>(["apiKey", "authorization", "token", "secretKey"]);

/** Takes the parameter out of the URL of a request and sends its value in a header. */
export function headerEdits(file: SourceFile, { name, value, before, template, index }: Parameter, kind: SecretKind): Proposal<"sendInHeader"> | undefined {
  const hole = strippedValue(value);
  if (!template || index === undefined || before.includes("#") || (value.type === "CallExpression" && hole === value) || !isPure(hole)) return undefined;
  const call = template.parent;
  if (call.type !== "CallExpression" || call.arguments[0] !== template || !isRequest(file, call) || isParenthesized(file.sourceCode, template)) return undefined;
  const host = /^https?:\/\/([\w.-]+)(?::\d+)?(?:[/?#]|$)/.exec(template.quasis[0]?.value.raw ?? "")?.[1]?.toLowerCase();
  const target = host === undefined ? undefined : credentialOf(file, host, name, kind);
  const cut = target && cutOf(file, template, index, name);
  const text = file.sourceCode.getText(hole);
  const headers = target && `headers: { ${keyOf(target.header)}: \`${target.scheme === undefined ? "" : `${target.scheme} `}\${${text}}\` }`;
  const merged = headers === undefined ? undefined : merge(call, template, headers);
  if (!target || !cut || !merged) return undefined;
  return { editClass: runtimeOf(file) === "browser" ? "manual" : "migrating", messageId: "sendInHeader", data: { header: target.header }, edits: [cut, merged] };
}

const keyOf = (header: string): string => (/^[A-Za-z_$][\w$]*$/.test(header) ? header : JSON.stringify(header));

function credentialOf(file: SourceFile, host: string, name: string, kind: SecretKind): HostCredential | undefined {
  const own = file.settings.hosts;
  const known = own && Object.hasOwn(own, host) ? own[host] : Object.hasOwn(HOSTS, host) ? HOSTS[host] : undefined;
  if (known) return known.param === name ? known : undefined;
  return BEARERS.has(kind) && !/client|pass|pwd/i.test(name) ? { param: name, header: "Authorization", scheme: "Bearer" } : undefined;
}

const isPure = (node: Node): boolean => node.type === "Identifier" || (node.type === "MemberExpression" && !node.optional && dottedPath(node) !== undefined);

const CLIENTS = /^(?:axios\.(?:get|delete)|got|got\.get|ky|ky\.get)$/;

function isRequest(file: SourceFile, call: TSESTree.CallExpression): boolean {
  if (isGlobal(file.sourceCode, call.callee, "fetch")) return true;
  const path = dottedPath(call.callee)?.join(".");
  if (path === undefined || (!CLIENTS.test(path) && path !== "fetch")) return false;
  const member = moduleMember(file.sourceCode, call.callee);
  return member !== undefined && /^(?:axios|got|ky|node-fetch|undici|cross-fetch)$/.test(member.module);
}

/** The removal of `name=${…}` with the `?` or `&` that would be left over. */
function cutOf({ sourceCode: { text } }: SourceFile, template: TSESTree.TemplateLiteral, index: number, name: string): Edit | undefined {
  const before = template.quasis[index]!;
  const after = template.quasis[index + 1]!;
  const raw = before.value.raw;
  if (!/^(?:$|[&#])/.test(after.value.raw) || (after.value.raw === "" && index + 1 < template.expressions.length)) return undefined;
  const hole = text.lastIndexOf("${", template.expressions[index]!.range[0]);
  const start = hole - name.length - 2;
  const close = text.indexOf("}", template.expressions[index]!.range[1]) + 1;
  const sign = text[start];
  if ((sign !== "?" && sign !== "&") || !raw.endsWith(`${sign}${name}=`)) return undefined;
  return sign === "?" && after.value.raw.startsWith("&") ? remove([start + 1, close + 1]) : remove([start, close]);
}

function merge(call: TSESTree.CallExpression, template: TSESTree.TemplateLiteral, headers: string): Edit | undefined {
  const init = call.arguments[1];
  if (!init) return insertAt(template.range[1], `, { ${headers} }`);
  if (init.type !== "ObjectExpression") return undefined;
  if (init.properties.length === 0) return replace(init, `{ ${headers} }`);
  if (init.properties.some((property) => property.type === "SpreadElement" || property.computed || /^headers$/i.test(staticName(property) ?? ""))) return undefined;
  return insertAt(init.properties[0]!.range[0], `${headers}, `);
}
