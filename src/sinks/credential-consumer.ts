import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../ast/modules.js";
import { staticName, unwrap, type Node } from "../ast/nodes.js";
import { originsAt } from "../ast/origins.js";
import { constantInitializer } from "../ast/static-value.js";
import type { SourceFile } from "../source-file.js";
import { credentialConsumers, type CredentialConsumer } from "./credential-consumers.js";

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

const patterns = credentialConsumers.map((consumer) => ({ consumer, pattern: new RegExp(`^(?:${consumer.callee})$`) }));

/** A literal that a library takes as a credential. */
export interface ConsumedLiteral {
  consumer: CredentialConsumer;
  /** The call that takes it. */
  call: Call;
  /** A string literal, template or concatenation without holes in it. */
  literal: Node;
}

/** The literals of this file that `call` hands to a library as a credential; empty for every other call. */
export function consumedLiterals(file: SourceFile, call: Call): ConsumedLiteral[] {
  const { sourceCode } = file;
  const { id, shift } = calleeOf(file, call);
  if (id === undefined) return [];
  const found: ConsumedLiteral[] = [];
  for (const { consumer, pattern } of patterns) {
    if (!pattern.test(id)) continue;
    const [index, ...path] = consumer.at;
    const argument = call.arguments[index + shift];
    if (!argument || argument.type === "SpreadElement") continue;
    for (const origin of originsAt(sourceCode, argument, path)) if (origin.path.length === 0 && origin.whole) found.push({ consumer, call, literal: origin.node });
  }
  return found;
}

/** `module:path` of what is called; a plugin handed to `register` or `use` counts as called with the options after it. */
function calleeOf(file: SourceFile, call: Call): { id: string | undefined; shift: number } {
  const { sourceCode } = file;
  const callee = unwrap(call.callee);
  const own = moduleMember(sourceCode, callee);
  if (own) return { id: `${own.module}:${own.path.join(".")}`, shift: 0 };
  if (callee.type !== "MemberExpression") return { id: undefined, shift: 0 };
  const method = staticName(callee);
  const [plugin] = call.arguments;
  if (method === "register" && plugin && call.arguments.length > 1) {
    const member = moduleMember(sourceCode, plugin);
    return { id: member && `${member.module}:${member.path.join(".")}`, shift: 1 };
  }
  const maker = makerOf(file, callee.object);
  const made = maker && moduleMember(sourceCode, maker.callee);
  return { id: made && `${made.module}:${made.path.join(".")}().${method}`, shift: 0 };
}

/** The call at the root of a chain: `new SignJWT(claims)` of `new SignJWT(claims).setSubject(id).sign`. */
function makerOf(file: SourceFile, node: Node): Call | undefined {
  let current = unwrap(node);
  for (let hops = 0; hops < 12; hops++) {
    if (current.type === "NewExpression") return current;
    if (current.type === "Identifier") {
      const init = constantInitializer(file.sourceCode, current);
      if (!init) return undefined;
      current = unwrap(init);
    } else if (current.type === "CallExpression") {
      const callee = unwrap(current.callee);
      if (callee.type !== "MemberExpression" || moduleMember(file.sourceCode, callee)) return current;
      current = unwrap(callee.object);
    } else return undefined;
  }
  return undefined;
}
