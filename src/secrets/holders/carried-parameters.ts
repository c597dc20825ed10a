import type { TSESTree } from "@typescript-eslint/utils";
import { mayRunBefore } from "../../ast/branches.js";
import { enclosingFunction, literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { originsOf } from "../../ast/origins.js";
import { readsOf, variableOf, type Variable } from "../../ast/scope.js";
import { fileCache } from "../../file-cache.js";
import { perFile, type SourceFile } from "../../source-file.js";
import { evidenceOf } from "../evidence.js";
import { isHeld } from "../names/held-names.js";
import type { Holder } from "./holder.js";
import { shownName } from "../masking.js";

const CARRIERS = /^(?:Headers|URL|URLSearchParams)$/;
/** What is read of them that still shows what they carry. */
const WHOLE = /^(?:href|search|searchParams)?$/;

const putsParameters = perFile(
  ({ sourceCode: { text } }) => /\bnew (?:Headers|URL|URLSearchParams)\(/.test(text) && /\.(?:append|set)\(/.test(text),
);

/** `url` of `url.searchParams.set("access_token", token)`, `headers` of `headers.append("Authorization", token)`: what is put into them is shown with them. */
export function carriedParameter(file: SourceFile, node: Node, shown: string): Holder | undefined {
  if (!putsParameters(file)) return undefined;
  for (const { node: made, path } of originsOf(file.sourceCode, node)) {
    if (made.type !== "NewExpression" || !CARRIERS.test(referenceName(made.callee) ?? "") || !WHOLE.test(path.join("."))) continue;
    const holder =
      made.parent.type === "VariableDeclarator" && made.parent.id.type === "Identifier"
        ? variableOf(file.sourceCode, made.parent.id)
        : undefined;
    const name = holder && stillIn(changesOf(file, holder), node);
    if (name !== undefined) return { reason: `${shown} holds ${shownName(name, "a secret")}`, names: [name] };
  }
  return undefined;
}

interface Change {
  readonly at: Node;
  /** What is put in or taken out; undefined for all of it. */
  readonly name: string | undefined;
  readonly isSecret: boolean;
}

/** Of one object; more of them say nothing new. */
const MAX_CHANGES = 32;

/** What is put in before something is shown, and not taken out again. */
function stillIn(changes: readonly Change[], shown: Node): string | undefined {
  const before = changes.filter(({ at }) => mayRunBefore(at, shown));
  return before.find(
    ({ at, name, isSecret }) =>
      isSecret &&
      !before.some(
        (later) =>
          !later.isSecret &&
          (later.name === undefined || later.name === name) &&
          later.at.range[0] > at.range[0] &&
          later.at.range[0] < shown.range[0] &&
          enclosingFunction(later.at) === enclosingFunction(shown),
      ),
  )?.name;
}

const known = fileCache<Variable, readonly Change[]>();

function changesOf(file: SourceFile, holder: Variable): readonly Change[] {
  const cached = known.get(holder);
  if (cached) return cached;
  const secrets: Change[] = [];
  const others: Change[] = [];
  for (const { identifier } of readsOf(holder)) {
    const change = changeBy(file, identifier as Node);
    const list = change?.isSecret ? secrets : others;
    if (change && list.length < MAX_CHANGES) list.push(change);
    if (secrets.length >= MAX_CHANGES) break;
  }
  const changes = [...secrets, ...others];
  known.set(holder, changes);
  return changes;
}

/** `url.searchParams.set("access_token", token)`, `headers.delete("Authorization")`, `url.search = ""` */
function changeBy(file: SourceFile, carrier: Node): Change | undefined {
  let place = outward(carrier);
  if (place?.parent.type === "MemberExpression" && staticName(place.parent) === "searchParams") place = outward(place.parent);
  const member = place?.parent;
  if (member?.type !== "MemberExpression") return undefined;
  const method = staticName(member) ?? "";
  const call = outward(member)?.parent;
  if (call?.type === "AssignmentExpression")
    return method === "search" && unwrap(call.left) === member ? { at: call, name: undefined, isSecret: false } : undefined;
  if (call?.type !== "CallExpression" || unwrap(call.callee) !== member || !/^(?:append|delete|set)$/.test(method)) return undefined;
  const [key, value] = call.arguments as (TSESTree.Expression | undefined)[];
  const name = literalText(key);
  if (name === undefined) return undefined;
  const isGiven = method !== "delete" && value !== undefined && literalText(value) === undefined;
  if (isGiven && isSecretUnder(file, name, value, call)) return { at: call, name, isSecret: true };
  return method === "append" ? undefined : { at: call, name, isSecret: false };
}

function isSecretUnder(file: SourceFile, name: string, value: Node, call: Node): boolean {
  const evidence = evidenceOf(file, value);
  return (
    isHeld(file, name, call) || (evidence !== undefined && evidence.strength !== "weak" && !/^(?:sessionId|signature)$/.test(evidence.kind))
  );
}
