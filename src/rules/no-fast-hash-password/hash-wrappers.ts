import type { TSESTree } from "@typescript-eslint/utils";
import { callsOf } from "../../ast/functions.js";
import { enclosingFunction, type FunctionNode, type Node } from "../../ast/nodes.js";
import { variableOf } from "../../ast/scope.js";
import type { EditClass, Proposal } from "../../fix/delivery.js";
import type { Edit } from "../../fix/edit.js";
import { argumentText } from "../../fix/hazards.js";
import type { HashSink } from "../../sinks/hashes/hash-functions.js";
import { hashWrapperOf } from "../../sinks/hashes/named-hashes.js";
import type { SourceFile } from "../../source-file.js";
import { canAwait, compareEdits, propose, storeEdits, verifies } from "./digest-edits.js";
import { legacyClosure } from "./legacy-digest.js";
import { isLegacyUse } from "./other-purposes.js";
import type { Use } from "./uses.js";

// A function that only hashes.

interface Wrapper {
  fn: FunctionNode;
  calls: TSESTree.CallExpression[];
  /** True when the file shows every use: a local, unexported function that is only called. */
  closed: boolean;
  /** True when a verifier takes it as the old digest. */
  isLegacy: boolean;
}

export function wrapperAround(file: SourceFile, sink: HashSink): Wrapper | undefined {
  const fn = enclosingFunction(sink.call);
  if (!fn || hashWrapperOf(file, fn)?.sink.call !== sink.call || !isReturned(sink.result, fn)) return undefined;
  const calls = callsOf(file.sourceCode, fn);
  const name = fn.type === "FunctionDeclaration" ? fn.id : fn.parent?.type === "VariableDeclarator" ? fn.parent.id : undefined;
  const variable = name?.type === "Identifier" ? variableOf(file.sourceCode, name) : undefined;
  const statement = fn.type === "FunctionDeclaration" ? fn.parent : fn.parent?.parent?.parent;
  const exported = statement?.type === "ExportNamedDeclaration" || statement?.type === "ExportDefaultDeclaration";
  const reads = variable?.references.filter((each) => each.isRead()) ?? [];
  const asLegacy = reads.filter(({ identifier }) => isLegacyUse(file, identifier as Node));
  const open = calls.filter((call) => !isLegacyUse(file, call));
  return {
    fn,
    calls: open,
    closed: variable !== undefined && !exported && reads.length === open.length + asLegacy.length,
    isLegacy: asLegacy.length > 0,
  };
}

const isReturned = (digest: Node | undefined, fn: FunctionNode): boolean =>
  digest !== undefined && (fn.body === digest || digest.parent?.type === "ReturnStatement");

/**
 * Each pass changes the calls of one kind, comparisons first: several kinds in one report would each bring their imports. The function
 * itself stays as the legacy digest once something is compared with it.
 */
export function wrapperRepair(
  file: SourceFile,
  sink: HashSink,
  password: Node,
  wrapper: Wrapper,
  uses: readonly Use[],
): Proposal<"hashWithScrypt"> | undefined {
  const { fn, calls, closed, isLegacy } = wrapper;
  const inPlace = (editClass: EditClass): Proposal<"hashWithScrypt"> | undefined =>
    propose(storeEdits(file, sink.result!, argumentText(file.sourceCode, password)), editClass);
  const compared = uses.some((use) => use.role === "compare");
  if (!closed || calls.length === 0 || uses.length !== calls.length) {
    if (isLegacy) return undefined;
    if (calls.length > 0 && compared) return sharedRepair(file, sink, password, wrapper, uses);
    return inPlace(verifies(file) ? "migrating" : "manual");
  }
  if (uses.some((use) => use.role === "unknown") || fn.async) return undefined;
  if (!compared && !isLegacy) return inPlace("migrating");
  const positions = hashWrapperOf(file, fn)?.parameters ?? [];
  const position = positions.length === 1 ? positions[0]! : passwordPosition(fn, password);
  const pending = calls.map((call, index) => ({ call, use: uses[index]! })).filter(({ use }) => !compared || use.role === "compare");
  const async = canAwait(pending[0]!.call);
  const edits = pending.filter(({ call }) => canAwait(call) === async).map(({ call, use }) => callEdits(file, call, use, position));
  return edits.every((each) => each !== undefined)
    ? propose(edits.flat(), file.settings.passwordHasher ? "migrating" : "equivalent")
    : undefined;
}

/**
 * A hash function that other files use too, beside a comparison: `export const verify = (pw, hash) => hashPassword(pw) === hash`.
 * The comparison takes the old digest with it, so that the function itself can change in the next pass.
 */
function sharedRepair(
  file: SourceFile,
  sink: HashSink,
  password: Node,
  { fn, calls }: Wrapper,
  uses: readonly Use[],
): Proposal<"hashWithScrypt"> | undefined {
  const [parameter] = fn.params;
  const isBare = fn.body?.type !== "BlockStatement" || fn.body.body.length === 1;
  const isOwn =
    fn.params.length === 1 && parameter?.type === "Identifier" && password.type === "Identifier" && parameter.name === password.name;
  if (!isBare || !isOwn || fn.async || uses.some((use) => use.role === "unknown")) return undefined;
  const legacy = legacyClosure(file, sink.result!, password);
  const pending = calls.map((call, index) => ({ call, use: uses[index]! })).filter(({ use }) => use.role === "compare");
  const async = canAwait(pending[0]!.call);
  const edits = pending
    .filter(({ call }) => canAwait(call) === async)
    .map(({ call, use }) =>
      use.role === "compare" && call.arguments[0] && !use.declaration
        ? compareEdits(file, use, argumentText(file.sourceCode, call.arguments[0]), legacy)
        : undefined,
    );
  return edits.every((each) => each !== undefined)
    ? propose(edits.flat(), file.settings.passwordHasher ? "migrating" : "equivalent")
    : undefined;
}

function passwordPosition(fn: FunctionNode, password: Node): number {
  return password.type === "Identifier" ? fn.params.findIndex((each) => each.type === "Identifier" && each.name === password.name) : -1;
}

function callEdits(file: SourceFile, call: TSESTree.CallExpression, use: Use, position: number): Edit[] | undefined {
  const argument = call.arguments[position];
  if (!argument || argument.type === "SpreadElement") return undefined;
  const password = argumentText(file.sourceCode, argument);
  if (use.role === "store") return storeEdits(file, call, password);
  if (use.role !== "compare") return undefined;
  const legacy = call.arguments.length === 1 && call.callee.type === "Identifier" ? call.callee.name : legacyClosure(file, call, argument);
  return compareEdits(file, use, password, legacy);
}
