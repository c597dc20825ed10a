import { moduleMember } from "../../ast/modules.js";
import { staticName, unwrap, type Node } from "../../ast/nodes.js";
import { isGlobal } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";

// The console and the standard streams.

/** Console methods, <https://console.spec.whatwg.org>, and how many of the first arguments they skip and write. */
export const CONSOLE: Readonly<Record<string, { skip?: number; count?: number; label?: boolean }>> = {
  assert: { skip: 1 },
  count: { count: 1, label: true },
  debug: {},
  dir: { count: 1 },
  dirxml: {},
  error: {},
  exception: {},
  group: {},
  groupCollapsed: {},
  info: {},
  log: {},
  table: { count: 1 },
  time: { count: 1, label: true },
  timeEnd: { count: 1, label: true },
  timeLog: { skip: 1 },
  timeStamp: { count: 1 },
  trace: {},
  warn: {},
};

export function isConsole(file: SourceFile, node: Node): boolean {
  if (node.type === "Identifier")
    return isGlobal(file.sourceCode, node, "console") || moduleMember(file.sourceCode, node)?.module === "console";
  return (
    node.type === "MemberExpression" &&
    staticName(node) === "console" &&
    isGlobal(file.sourceCode, unwrap(node.object), "window", "globalThis", "global", "self")
  );
}

export function isStandardStream(file: SourceFile, node: Node): boolean {
  const member = moduleMember(file.sourceCode, node);
  if (member?.module === "process") return /^std(?:out|err)$/.test(member.path.at(-1) ?? "");
  if (node.type !== "MemberExpression" || !/^std(?:out|err)$/.test(staticName(node) ?? "")) return false;
  return isGlobal(file.sourceCode, unwrap(node.object), "process");
}
