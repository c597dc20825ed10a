import type { TSESTree } from "@typescript-eslint/utils";
import { dottedPath, lineOf, outward, referenceName, staticName, unwrap, type Node } from "../ast/nodes.js";
import { originPath, originsOf } from "../ast/origins.js";
import { variableOf, type Variable } from "../ast/scope.js";
import { perFile, type SourceFile } from "../source-file.js";
import { isRedactingCall } from "./redaction.js";
import { shownName } from "./masking.js";
import { isSignIn } from "./surroundings.js";
import { nameEvidence, wordsOf } from "./words.js";

/** A whole object that holds secrets among other things. */
export interface Holder {
  /** A clause for a message: "`req.body` holds `password` (line 3)". */
  reason: string;
  /** The names of what it holds, as far as the code tells. */
  names: readonly string[];
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const REQUESTS = set("c context ctx event evt handshake incoming incomingmessage req request");

/** Last words of names that hold texts, rules or widgets for a secret, not the secret. */
const ABOUT_SECRETS = set(`
  actions columns constants endpoints enum err error errors evt exception fields files form forms i18n icons inputs keys labels locale messages model names paths
  placeholders prisma ref refs reason routes rules schema schemas selectors strings styles t touched translation translations types ui url urls validation
  validations validator validators window document process
`);

const CONFIGS = set("cfg conf config configs configuration env environment settings");
const MAX_DEPTH = 2;

/** What says that a whole object holds secrets; undefined when nothing does. */
export function heldSecrets(file: SourceFile, node: Node): Holder | undefined {
  const inner = unwrap(node);
  if (inner.type !== "Identifier" && inner.type !== "MemberExpression") return undefined;
  const path = dottedPath(inner);
  if (!path) return undefined;
  const words = wordsOf(path.at(-1)!);
  if (ABOUT_SECRETS.has(words.at(-1) ?? "") || words.some((word) => /^(?:safe|without|sanitized|redacted|masked|public)$/.test(word))) return undefined;
  const shown = shownPath(path);
  return requestHeaders(file, inner, path, shown) ?? readSecrets(file, inner, path, shown) ?? signInBody(file, inner, path, shown) ?? configuration(file, inner, path, shown);
}

const shownPath = (path: readonly string[]): string => shownName(path.slice(-3).join("."), "this object");

const isRequest = (name: string | undefined): boolean => name !== undefined && (REQUESTS.has(name.toLowerCase()) || /(?:Request|Req)$/.test(name));

function requestHeaders(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  if (!/headers$/i.test(path.at(-1)!) || /^(?:response|res|reply|rate|cors|security|default)/i.test(path.at(-1)!)) return undefined;
  const holds: Holder = { reason: `${shown} holds the authorization and cookie headers of a request`, names: [] };
  if (path.length > 1) return isRequest(path.at(-2)) ? holds : undefined;
  for (const origin of originsOf(file.sourceCode, node)) {
    const from = originPath(origin);
    if (from && from.length > 1 && from.at(-1) === "headers" && isRequest(from.at(-2))) return holds;
    if (origin.node.type === "CallExpression" && origin.path.length === 0 && takesRequest(file, origin.node)) return holds;
  }
  return undefined;
}

/** `headersFromHandshake(socket.handshake)` */
const takesRequest = (file: SourceFile, call: TSESTree.CallExpression): boolean =>
  !isRedactingCall(file, call) && wordsOf(referenceName(call.callee) ?? "").includes("headers") && call.arguments.some((each) => isRequest(referenceName(each as Node)));

/** The code reads, writes or takes a secret out of the same object: `user.password`, `const { password } = req.body`. */
function readSecrets(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  let root: Node = node;
  while (root.type === "MemberExpression") root = unwrap(root.object);
  if (root.type !== "Identifier" || /^e$|^t$|^_$/.test(root.name)) return undefined;
  const variable = variableOf(file.sourceCode, root);
  if (!variable || variable.defs.some((definition) => definition.type === ("ImportBinding" as string) && path.length === 1)) return undefined;
  const held = heldBy(file, variable).get(keyOf(path.slice(1)));
  const line = lineOf(node);
  if (!held?.first || held.removedOn < line) return undefined;
  return { reason: `${shown} holds ${shownName(held.first.name, "a secret")}${held.first.line === line ? "" : ` (line ${held.first.line})`}`, names: held.names };
}

/** The secrets that a file reads from one object. */
interface Held {
  first: { name: string; line: number } | undefined;
  names: string[];
  /** The first line that takes one of them away. */
  removedOn: number;
}

const keyOf = (path: readonly string[]): string => path.join("\n");

const heldByVariable = perFile(() => new Map<Variable, Map<string, Held>>());

/** What the reads of a variable say about it and its members, by their path. */
function heldBy(file: SourceFile, variable: Variable): Map<string, Held> {
  let index = heldByVariable(file).get(variable);
  if (index) return index;
  heldByVariable(file).set(variable, (index = new Map()));
  for (const { identifier } of variable.references) {
    const line = lineOf(identifier as Node);
    const { names, taken, called, removed } = chainOf(identifier as Node);
    for (const name of taken) if (isHeld(file, name)) holdAt(index, names, name, line);
    const last = names.at(-1);
    if (last === undefined || !isHeld(file, last)) continue;
    for (let depth = 1; depth <= Math.min(MAX_DEPTH, names.length); depth++) {
      const owner = names.slice(0, -depth);
      if (depth === 2 && ABOUT_SECRETS.has(wordsOf(names.at(-2)!).at(-1) ?? "")) continue;
      if (removed) heldAt(index, owner).removedOn = Math.min(heldAt(index, owner).removedOn, line);
      else if (!called) holdAt(index, owner, last, line);
    }
  }
  return index;
}

function holdAt(index: Map<string, Held>, path: readonly string[], name: string, line: number): void {
  const held = heldAt(index, path);
  held.names.push(name);
  held.first ??= { name, line };
}

function heldAt(index: Map<string, Held>, path: readonly string[]): Held {
  const key = keyOf(path);
  let held = index.get(key);
  if (!held) index.set(key, (held = { first: undefined, names: [], removedOn: Infinity }));
  return held;
}

function isHeld(file: SourceFile, name: string): boolean {
  // A function that gets or checks one: `options.getPrivateKey`.
  if (/^(?:get|set|has|is|on|create|generate|check|verify|validate)(?=[A-Z])/.test(name)) return false;
  const evidence = nameEvidence(name, file.settings);
  if (!evidence || evidence.kind === "signature" || evidence.kind === "sessionId" || evidence.kind === "environment") return false;
  return evidence.strength === "strong";
}

interface Chain {
  names: string[];
  /** Keys that a pattern takes from the end of the chain. */
  taken: string[];
  called: boolean;
  removed: boolean;
}

/** The member names that follow an identifier, and what is done with the end of the chain. */
function chainOf(identifier: Node): Chain {
  const chain: Chain = { names: [], taken: [], called: false, removed: false };
  let current = identifier;
  for (;;) {
    const place = outward(current);
    if (!place) return chain;
    const { parent, child } = place;
    if (parent.type === "MemberExpression" && parent.object === child) {
      const name = staticName(parent);
      if (name === undefined) return chain;
      chain.names.push(name);
      current = parent;
      continue;
    }
    chain.called = parent.type === "CallExpression" && parent.callee === child;
    chain.removed = (parent.type === "UnaryExpression" && parent.operator === "delete") || (parent.type === "AssignmentExpression" && parent.left === child && isNothing(parent.right));
    const pattern = parent.type === "VariableDeclarator" && parent.init === child ? parent.id : undefined;
    const awaited = parent.type === "AwaitExpression" ? outward(parent) : undefined;
    const target = pattern ?? (awaited?.parent.type === "VariableDeclarator" ? awaited.parent.id : undefined);
    if (target?.type === "ObjectPattern") for (const property of target.properties) if (property.type === "Property") chain.taken.push(staticName(property) ?? "");
    return chain;
  }
}

const isNothing = (node: Node): boolean => (node.type === "Identifier" && node.name === "undefined") || (node.type === "Literal" && (node.value === null || node.value === ""));

/** `req.body` where people sign in or up. */
function signInBody(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  const isBody = path.length > 1 ? path.at(-1) === "body" && isRequest(path.at(-2)) : originsOf(file.sourceCode, node).some((origin) => {
    const from = originPath(origin);
    return from !== undefined && from.length > 1 && from.at(-1) === "body" && isRequest(from.at(-2));
  });
  if (!isBody || !isSignIn(file, node)) return undefined;
  return { reason: `${shown} is the request body where people sign in or set a password`, names: [] };
}

/** A whole configuration that is loaded at run time on a server. */
function configuration(file: SourceFile, node: Node, path: readonly string[], shown: string): Holder | undefined {
  const head = wordsOf(path.at(-1)!).at(-1) ?? "";
  if (!CONFIGS.has(head) || node.type !== "Identifier" || wordsOf(path[0]!).length > 2 || /\.[jt]sx$/.test(file.filename)) return undefined;
  if (/(?:^|\/)(?:scripts?|build|tools?|webpack|vite|rollup|babel|eslint)\b/i.test(file.filename.split("/").slice(-3).join("/"))) return undefined;
  const loads = originsOf(file.sourceCode, node).some(({ node: origin, path: rest, parameter }) => {
    if (rest.length > 0 || parameter || origin.type === "Identifier") return false;
    const text = file.sourceCode.getText(origin as never).slice(0, 200);
    if (origin.type === "CallExpression") return readsConfiguration(text) && !/webpack|vite|eslint|babel|tsconfig|axios|package/i.test(text);
    return origin.type === "ObjectExpression" && origin.properties.some((each) => each.type === "SpreadElement" && isConfiguration(file, each.argument));
  });
  return loads ? { reason: `${shown} is the whole configuration, with the secrets in it`, names: [] } : undefined;
}

/** What another configuration spreads: `process.env`, `baseConfig`, `require("./config")`, not `normalize(configRow)`. */
function isConfiguration(file: SourceFile, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === "CallExpression") return readsConfiguration(file.sourceCode.getText(inner as never).slice(0, 200));
  const path = dottedPath(inner);
  return path !== undefined && (CONFIGS.has(wordsOf(path.at(-1)!).at(-1) ?? "") || path.join(".") === "process.env");
}

/** `loadAppConfig(…)`, `require("./config")`. */
function readsConfiguration(call: string): boolean {
  const reader = /^(?:get|load|read|resolve)\w*\(/.exec(call)?.[0] ?? "";
  return /Config|Settings/.test(reader) || /require\(.{0,200}(?:config|settings|secrets|\benv\b)/s.test(call);
}

