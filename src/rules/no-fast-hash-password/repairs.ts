import type { TSESTree } from "@typescript-eslint/utils";
import { callsOf } from "../../ast/functions.js";
import { dottedPath, enclosingFunction, unwrap, type FunctionNode, type Node } from "../../ast/nodes.js";
import { reassignments, variableOf } from "../../ast/scope.js";
import { bindMember } from "../../fix/bindings.js";
import type { EditClass, Proposal } from "../../fix/delivery.js";
import { remove, replace, wholeLine, type Edit } from "../../fix/edit.js";
import { fileStyleOf } from "../../fix/file-style.js";
import { argumentText, replacementText } from "../../fix/hazards.js";
import { passwordHasherFor } from "../../fix/insert-helper.js";
import { isNarrowed } from "../../fix/narrowing.js";
import { runtimeOf } from "../../fix/runtime.js";
import { sourceOfType } from "../../secrets/sources.js";
import type { HashSink } from "../../sinks/hash-functions.js";
import { hashWrapperOf } from "../../sinks/named-hashes.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { isLegacyUse } from "./other-purposes.js";
import { passwordText } from "./password-text.js";
import { rehashEdit } from "./rehash.js";
import { usesOf, type Use } from "./uses.js";

export type RepairMessage = "hashWithScrypt" | "rehashAtLogin";

export interface Repair {
  proposals: Proposal<RepairMessage>[];
  /** True when a record is found by its hash, which no salted hash allows. */
  lookup: boolean;
}

/**
 * How a fast hash of a password is replaced.
 *
 * Comparison → `verifyPassword(pw, stored, legacy)`: equivalent, it accepts the old digest. Store → `hashPassword(pw)`: equivalent once the
 * file verifies, migrating otherwise, and held back while a digest is still compared. A local function that only hashes: its calls.
 * Nothing in browser files, for digests that are no text, and where a use is not understood.
 *
 * @param othersAreCompared whether another password digest of the file is compared with a stored one, or looked up
 */
export function repairOf(file: SourceFile, sink: HashSink, input: Node | undefined, othersAreCompared: boolean): Repair {
  const digest = sink.result;
  const password = input && passwordText(file, input);
  if (!digest) return { proposals: [], lookup: false };
  const wrapper = wrapperAround(file, sink);
  const uses = wrapper && wrapper.calls.length > 0 ? wrapper.calls.flatMap((call) => usesOf(file, call)) : usesOf(file, digest);
  const lookup = uses.some((use) => use.role === "lookup");
  const server = runtimeOf(file) === "node" || runtimeOf(file) === "unknown";
  if (lookup || !server || !sink.inOnePiece || sink.resultType !== "string" || !password) return { proposals: [], lookup };
  if (
    password.range[0] < digest.range[0] ||
    password.range[1] > digest.range[1] ||
    /\b(?:await|yield)\b/.test(file.sourceCode.getText(digest as never))
  )
    return { proposals: [], lookup };
  const proposal = wrapper
    ? wrapperRepair(file, sink, password, wrapper, uses)
    : directRepair(file, digest, password, uses[0], othersAreCompared);
  const rehash =
    wrapper || uses[0]?.role !== "compare"
      ? undefined
      : compareEdits(file, uses[0], argumentText(file.sourceCode, password), legacyClosure(file, digest, password), true);
  return {
    proposals: [
      ...(proposal ? [proposal] : []),
      ...(proposal && rehash ? [{ editClass: "manual" as const, messageId: "rehashAtLogin" as const, edits: rehash }] : []),
    ],
    lookup,
  };
}

// --- a digest where it is used -----------------------------------------------------------------------------------------

function directRepair(
  file: SourceFile,
  digest: Node,
  password: Node,
  use: Use | undefined,
  othersAreCompared: boolean,
): Proposal<"hashWithScrypt"> | undefined {
  if (use?.role === "compare") {
    if (sourceOfType(file, password, "stored")) return undefined;
    return propose(
      compareEdits(file, use, argumentText(file.sourceCode, password), legacyClosure(file, digest, password)),
      file.settings.passwordHasher ? "migrating" : "equivalent",
    );
  }
  if (use?.role !== "store" || othersAreCompared) return undefined;
  return propose(storeEdits(file, digest, argumentText(file.sourceCode, password)), verifies(file) ? "equivalent" : "migrating");
}

const propose = (edits: Edit[] | undefined, editClass: EditClass): Proposal<"hashWithScrypt"> | undefined =>
  edits && { editClass, messageId: "hashWithScrypt", edits };

/** A file that holds our verifier accepts what our hash function makes. */
const verifies = perFile(({ sourceCode: { text } }) => /\bverify(?:Scrypt)?Password\d?\(/.test(text) && /scrypt\\\$/.test(text));

function compareEdits(
  file: SourceFile,
  use: Extract<Use, { role: "compare" }>,
  password: string,
  legacy: string,
  rehash = false,
): Edit[] | undefined {
  const { comparison, stored, declaration } = use;
  const { sourceCode } = file;
  if (usesLibrary(file)) return undefined;
  if (declaration && !isStable(file, use.digest, comparison)) return undefined;
  const async = canAwait(comparison);
  if (rehash && !async) return undefined;
  const narrows = isNarrowed(file, comparison, stored);
  if (narrows && !dottedPath(stored)) return undefined;
  const hasher = passwordHasherFor(file, comparison, { async, parts: rehash ? ["hash", "verify", "needsRehash"] : ["verify"] });
  const anew = rehash && hasher ? rehashEdit(file, use, hasher, password) : undefined;
  if (!hasher || (rehash && !anew)) return undefined;
  const call = `${hasher.verify}(${password}, ${argumentText(sourceCode, stored)}${hasher.own ? "" : `, ${legacy}`})`;
  const negated = comparison.operator.startsWith("!");
  const verified = async ? (negated ? `!(await ${call})` : `await ${call}`) : negated ? `!${call}` : call;
  const { quote } = fileStyleOf(file);
  const guard = `typeof ${argumentText(sourceCode, stored)} ${negated ? "!==" : "==="} ${quote}string${quote} ${negated ? "||" : "&&"} `;
  const text = `${narrows ? guard : ""}${verified}`;
  const edits = [...hasher.edits, ...(anew ? [anew] : []), replace(comparison, replacementText(sourceCode, comparison, text))];
  return declaration ? [...edits, remove(wholeLine(file.sourceCode.text, declaration.range))] : edits;
}

function storeEdits(file: SourceFile, digest: Node, password: string): Edit[] | undefined {
  const async = canAwait(digest);
  const library = file.settings.passwordHasher ? undefined : libraryHash(file, digest, async, password);
  if (library) return [...library.edits, replace(digest, replacementText(file.sourceCode, digest, library.text))];
  const hasher = passwordHasherFor(file, digest, { async, parts: ["hash"] });
  if (!hasher) return undefined;
  return [
    ...hasher.edits,
    replace(digest, replacementText(file.sourceCode, digest, `${async ? "await " : ""}${hasher.hash}(${password})`)),
  ];
}

const LIBRARIES = ["argon2", "@node-rs/argon2", "bcrypt", "bcryptjs", "@node-rs/bcrypt"];

/** The library for password hashes that the file loads, and the name that stands for the whole of it: Node may not see named imports of CommonJS. */
const libraryOf = perFile(({ sourceCode: { text } }): { module: string; object: string | undefined } | undefined => {
  const module = LIBRARIES.find((each) => new RegExp(`(?:from|require\\()\\s{0,4}["']${each}["']`).test(text));
  if (module === undefined) return undefined;
  const match = new RegExp(
    `import\\s+(?:\\*\\s+as\\s+)?([\\w$]+)\\s+from\\s+["']${module}["']|(?:const|var|let)\\s+([\\w$]+)\\s*=\\s*require\\(\\s*["']${module}["']\\s*\\)(?!\\s*\\.)`,
  ).exec(text);
  return { module, object: match?.[1] ?? match?.[2] };
});

const usesLibrary = (file: SourceFile): boolean => !file.settings.passwordHasher && libraryOf(file) !== undefined;

/** The hash function of a library that the file imports already. */
function libraryHash(file: SourceFile, at: Node, async: boolean, password: string): { text: string; edits: Edit[] } | undefined {
  const library = libraryOf(file);
  const member = async ? "hash" : "hashSync";
  if (!library || (!async && library.module === "argon2")) return undefined;
  const bound =
    library.object === undefined ? bindMember(file, at, library.module, member) : { text: `${library.object}.${member}`, edits: [] };
  const cost = library.module.includes("argon2") ? "" : ", 10";
  return bound && { text: `${async ? "await " : ""}${bound.text}(${password}${cost})`, edits: bound.edits };
}

/** `(password) => createHash("md5").update(password).digest("hex")`: the old digest as a function of the password. */
function legacyClosure(file: SourceFile, digest: Node, password: Node): string {
  const { sourceCode } = file;
  const inner = unwrap(password);
  const name = inner.type === "Identifier" ? inner.name : parameterName(file, digest, password);
  const start = digest.range[0];
  const text = sourceCode.getText(digest as never);
  return `(${name}) => ${text.slice(0, password.range[0] - start)}${name}${text.slice(password.range[1] - start)}`;
}

function parameterName(file: SourceFile, digest: Node, password: Node): string {
  const taken = new Set(
    file.sourceCode
      .getTokens(digest as never)
      .filter((token) => token.range[0] < password.range[0] || token.range[1] > password.range[1])
      .map((token) => token.value),
  );
  return ["password", "plain", "plainPassword"].find((each) => !taken.has(each)) ?? "passwordText";
}

/** Whether `await` may stand at a node: inside the body of an async function. */
function canAwait(node: Node): boolean {
  const fn = enclosingFunction(node);
  return (
    fn !== undefined &&
    fn.async &&
    fn.body !== null &&
    fn.body !== undefined &&
    fn.body.range[0] <= node.range[0] &&
    node.range[1] <= fn.body.range[1]
  );
}

/** Whether an expression still means the same at a later place: same function, none of its variables written after their declaration. */
function isStable(file: SourceFile, expression: Node, at: Node): boolean {
  if (enclosingFunction(expression) !== enclosingFunction(at)) return false;
  return file.sourceCode.getTokens(expression as never).every((token) => {
    const node = (token.type as string) === "Identifier" ? file.sourceCode.getNodeByRangeIndex(token.range[0]) : undefined;
    const variable = node?.type === "Identifier" ? variableOf(file.sourceCode, node) : undefined;
    return !variable || reassignments(variable).length === 0;
  });
}

// --- a function that only hashes ---------------------------------------------------------------------------------------

interface Wrapper {
  fn: FunctionNode;
  calls: TSESTree.CallExpression[];
  /** True when the file shows every use: a local, unexported function that is only called. */
  closed: boolean;
  /** True when a verifier takes it as the old digest. */
  isLegacy: boolean;
}

function wrapperAround(file: SourceFile, sink: HashSink): Wrapper | undefined {
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
function wrapperRepair(
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
