import type { TSESTree } from "@typescript-eslint/utils";
import { mayRunBefore } from "../../ast/branches.js";
import { dottedPath, enclosingFunction, lineOf, outward, referenceName, rootOf, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { variableOf, type Variable } from "../../ast/scope.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { heldByMember } from "./held-by-this.js";
import { chainOf, type Use } from "./property-chains.js";
import { isHarmlessValue } from "../shown/redaction.js";
import { handlesOtherSort } from "./message-sorts.js";
import { isLoadedRecord, isPasswordCheck } from "./records.js";
import { isHeld, isKeptAsSecret, isKeptLater, isOwnersPassword, isTokenOfRequest } from "../names/held-names.js";
import { nameEvidence, wordsOf } from "../names/words.js";
import { isCheckedHash } from "../sources/password-hashes.js";

interface Touch {
  name: string;
  node: Node;
}

/** The secrets that a file reads from one object, sets in it and takes away again. */
interface Held {
  read: Touch[];
  names: string[];
  /** Where one of them is set or taken away: what comes before, or runs instead, knows nothing of it. */
  set: Touch[];
  removed: Touch[];
  /** How many other properties the code takes, whether one of them may be a secret, and how often it takes the object itself. */
  others: number;
  isDoubtful: boolean;
  wholes: number;
  /** Whether a function takes the object itself: what that takes of it is not seen. */
  isHandedOn: boolean;
}

/** Last words of names that hold texts, rules or widgets for a secret, not the secret. */
export const ABOUT_SECRETS: ReadonlySet<string> = new Set(
  (
    "actions columns constants endpoints enum err error errors evt exception fields files form forms i18n icons inputs keys labels locale messages model names paths " +
    "placeholders prisma ref refs reason routes rules schema schemas selectors strings styles t touched translation translations types ui url urls validation " +
    "validations validator validators warnings window document process"
  ).split(" "),
);

const MAX_DEPTH = 5;
/** Of one object; more of them say nothing new. */
const MAX_TOUCHES = 16;

const nothing = (): Held => ({
  read: [],
  names: [],
  set: [],
  removed: [],
  others: 0,
  isDoubtful: false,
  wholes: 0,
  isHandedOn: false,
});
const NOTHING = nothing();

/** What an object holds at a place, by what the code does with its properties. */
export interface HeldAt {
  name: string;
  line: number;
  names: readonly string[];
}

/** The first secret that the object at `path` of a variable holds when `at` runs; undefined when it holds none, none yet, or none any more. */
export function heldAt(file: SourceFile, variable: Variable, path: readonly string[], at: Node): HeldAt | undefined {
  const held = heldBy(file, variable).get(keyOf(path)) ?? NOTHING;
  if (held.read.length === 0 && held.set.length === 0 && held.removed.length === 0) return undefined;
  if (isTakenAway(held, at)) return undefined;
  const declared = variable.defs[0]?.name as Node | undefined;
  const found =
    held.read.find(({ node }) => !handlesOtherSort(referenceName(at), node, at)) ??
    held.set.find(({ node }) => mayRunBefore(node, at, declared)) ??
    held.removed.find(({ node }) => isStillThere(node, at)) ??
    (isLoadedRecord(variable) && path.length === 0 ? held.set.find(({ name }) => isLasting(file, name)) : undefined);
  return found && { name: found.name, line: lineOf(found.node), names: held.names };
}

/** `delete user.password`, `user.password = undefined` after a place: there it is still held. */
const isStillThere = (removal: Node, at: Node): boolean =>
  enclosingFunction(removal) === enclosingFunction(at) &&
  mayRunBefore(at, removal) &&
  (removal.parent?.type !== "AssignmentExpression" || referenceName(removal.parent.right) === "undefined");

/** What a stored record holds before a new one is set: its old password or token. A one-time code is mostly gone by then. */
const isLasting = (file: SourceFile, name: string): boolean => nameEvidence(name, file.settings)?.kind !== "otp";

/** Whether the code takes single properties of an object, none of which is a secret, and hands the object itself to nobody but `at`. */
export function isTakenApart(file: SourceFile, variable: Variable, path: readonly string[]): boolean {
  const held = heldBy(file, variable).get(keyOf(path)) ?? NOTHING;
  const handsOn = path.some((_, length) => heldBy(file, variable).get(keyOf(path.slice(0, length)))?.isHandedOn);
  return held.others > 0 && !held.isDoubtful && held.wholes === 1 && held.names.length === 0 && !handsOn;
}

/** Whether a secret of the object was deleted or overwritten before `at`: any one, or the one of that name. */
export const isRedactedBefore = (file: SourceFile, variable: Variable, path: readonly string[], at: Node, name?: string): boolean =>
  isTakenAway(heldBy(file, variable).get(keyOf(path)) ?? NOTHING, at, name);

/** `delete copy.password` before the copy is shown. */
export function isRedacted(file: SourceFile, node: Node): boolean {
  const path = dottedPath(node);
  const root = rootOf(node);
  const variable = path && root.type === "Identifier" ? variableOf(file.sourceCode, root) : undefined;
  return path !== undefined && variable !== undefined && isRedactedBefore(file, variable, path.slice(1), node);
}

const isTakenAway = ({ removed }: Held, at: Node, of?: string): boolean =>
  removed.some(({ name, node }) => (of === undefined || name === of) && node.range[0] < at.range[0] && mayRunBefore(node, at));

const keyOf = (path: readonly string[]): string => path.join("\n");

const heldByVariable = perFile(() => new Map<Variable, Map<string, Held>>());

/** What the references of a variable say about it and its members, by their path. */
function heldBy(file: SourceFile, variable: Variable, depth = 0): Map<string, Held> {
  let index = heldByVariable(file).get(variable);
  if (index) return index;
  heldByVariable(file).set(variable, (index = new Map()));
  for (const reference of variable.references) {
    const { identifier } = reference;
    const { names, taken, use, end } = chainOf(identifier as Node);
    for (const { name, local } of taken)
      if (
        isHeld(file, name, identifier as Node) ||
        (local && isKeptLater(file, name, local)) ||
        isTokenOfRequest(file, [referenceName(identifier as Node)!, ...names], name, end)
      ) {
        note(heldIn(index, names), name, "read", identifier as Node);
        if (isAnswerPart(names) || end.type === "CallExpression") note(heldIn(index, names.slice(0, -1)), name, "read", identifier as Node);
      } else noteOther(file, heldIn(index, names), name);
    const last = names.at(-1);
    if (use === "read" && taken.length === 0 && reference.isRead()) {
      heldIn(index, names).wholes++;
      heldIn(index, names).isHandedOn ||= isArgument(end);
    }
    addAlias(file, index, names, end, use, depth);
    if (last === undefined) continue;
    const masked = use === "set" ? maskedIn(file, end) : undefined;
    if (masked !== undefined) note(heldIn(index, names.slice(0, -1)), masked, "removed", end);
    if (use === "called") {
      if (names.length === 1 && isPasswordCheck(variable, last)) note(heldIn(index, []), "password", "read", end);
      continue;
    }
    if (
      !isHeld(file, last, end) &&
      !isCheckedHash(file, end) &&
      !isKeptAsSecret(file, last, end) &&
      !isOwnersPassword(file, names.at(-2) ?? referenceName(identifier as Node), last) &&
      !isTokenOfRequest(file, [referenceName(identifier as Node)!, ...names.slice(0, -1)], last, end)
    ) {
      noteOther(file, heldIn(index, names.slice(0, -1)), last);
      continue;
    }
    for (let depth = 1; depth <= Math.min(MAX_DEPTH, names.length); depth++) {
      const owner = names.slice(0, -depth);
      if (depth > 1 && ABOUT_SECRETS.has(wordsOf(names.at(-depth)!).at(-1) ?? "")) break;
      note(heldIn(index, owner), last, use, end);
    }
  }
  return index;
}

/**
 * `data` of `const { token } = answer.data`: the answer holds what its body does. The parts of a request are logged by themselves, but the text of
 * a body is part of an event: `JSON.parse(event.body)`.
 */
const isAnswerPart = (names: readonly string[]): boolean =>
  /^(?:attributes|content|data|payload|response|result|results)$/.test(names.at(-1) ?? "");

/** `handleLogin(req, res)`, not `validationResult(req)`. */
function isArgument(end: Node): boolean {
  const { parent, child } = outward(end) ?? {};
  return parent?.type === "CallExpression" && parent.callee !== child && !/valid|log(?!in)/i.test(referenceName(parent.callee) ?? "");
}

/** `email` of a body: a property that is no secret, unless its name allows one. */
function noteOther(file: SourceFile, held: Held, name: string): void {
  held.others++;
  held.isDoubtful ||= nameEvidence(name, file.settings) !== undefined;
}

/** How many names of names are looked at, one inside the other. */
const MAX_ALIASES = 100;

/** `const user = req.body`, `const page = pages.find(…)`: what the other name is seen to hold, the object does. */
function addAlias(file: SourceFile, index: Map<string, Held>, names: readonly string[], end: Node, use: Use, depth: number): void {
  const place = outward(end);
  const call = use === "called" && /^(?:at|find|findLast|pop|shift)$/.test(names.at(-1) ?? "") ? place?.parent : undefined;
  if (use !== "read" && !call) return;
  const holder = call ? outward(call) : place;
  if (holder?.parent.type === "AssignmentExpression") return addMember(file, heldIn(index, names), holder.parent, holder.child);
  if (holder?.parent.type !== "VariableDeclarator" || holder.parent.init !== holder.child || holder.parent.id.type !== "Identifier") return;
  const alias = variableOf(file.sourceCode, holder.parent.id);
  if (!alias || depth > MAX_ALIASES) return;
  const owner = call ? names.slice(0, -1) : names;
  for (const [key, { read, names: held, set, removed }] of [...heldBy(file, alias, depth + 1)]) {
    const of = heldIn(index, key === "" ? owner : [...owner, ...key.split("\n")]);
    of.read.push(...read.slice(0, MAX_TOUCHES - of.read.length));
    of.names.push(...held);
    of.set.push(...set);
    of.removed.push(...removed);
  }
}

/** `this.session = answer.data`, where the class reads `this.session.refresh_token`. */
function addMember(file: SourceFile, held: Held, { left, right, operator }: TSESTree.AssignmentExpression, given: Node): void {
  if (right !== given || operator !== "=" || left.type !== "MemberExpression" || left.object.type !== "ThisExpression") return;
  const read = heldByMember(file, staticName(left) ?? "", left);
  if (read) note(held, read.name, "read", left);
}

function note(held: Held, name: string, use: Use, node: Node): void {
  if (use === "removed") return void (held.removed.length < MAX_TOUCHES && held.removed.push({ name, node }));
  held.names.push(name);
  if (use === "set") return void (held.set.length < MAX_TOUCHES && held.set.push({ name, node }));
  if (held.read.length < MAX_TOUCHES) held.read.push({ name, node });
}

function heldIn(index: Map<string, Held>, path: readonly string[]): Held {
  const key = keyOf(path);
  let held = index.get(key);
  if (!held) index.set(key, (held = nothing()));
  return held;
}

/** `pass` of `shown.auth = { user, pass: "***" }`. */
function maskedIn(file: SourceFile, { parent }: Node): string | undefined {
  const value = parent?.type === "AssignmentExpression" ? unwrap(parent.right) : undefined;
  const masked =
    value?.type === "ObjectExpression"
      ? value.properties.find(
          (each) => each.type === "Property" && isHarmlessValue(each.value) && nameEvidence(staticName(each), file.settings),
        )
      : undefined;
  return masked && staticName(masked);
}
