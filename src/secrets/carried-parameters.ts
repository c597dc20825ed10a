import type { TSESTree } from "@typescript-eslint/utils";
import { mayRunBefore } from "../ast/branches.js";
import { literalText, outward, referenceName, staticName, unwrap, type Node } from "../ast/nodes.js";
import { originsOf } from "../ast/origins.js";
import { readsOf, variableOf } from "../ast/scope.js";
import { perFile, type SourceFile } from "../source-file.js";
import { evidenceOf } from "./evidence.js";
import { isHeld } from "./held-names.js";
import type { Holder } from "./holder.js";
import { shownName } from "./masking.js";

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
    const name =
      holder &&
      readsOf(holder)
        .map(({ identifier }) => putInto(file, identifier as Node, node))
        .find((each) => each !== undefined);
    if (name !== undefined) return { reason: `${shown} holds ${shownName(name, "a secret")}`, names: [name] };
  }
  return undefined;
}

/** `access_token` of `url.searchParams.set("access_token", token)`, where it runs before something is shown. */
function putInto(file: SourceFile, carrier: Node, shown: Node): string | undefined {
  let place = outward(carrier);
  if (place?.parent.type === "MemberExpression" && staticName(place.parent) === "searchParams") place = outward(place.parent);
  const member = place?.parent;
  const call =
    member?.type === "MemberExpression" && /^(?:append|set)$/.test(staticName(member) ?? "") ? outward(member)?.parent : undefined;
  if (call?.type !== "CallExpression" || unwrap(call.callee) !== member || !mayRunBefore(call, shown)) return undefined;
  const [key, value] = call.arguments as (TSESTree.Expression | undefined)[];
  const name = literalText(key);
  if (name === undefined || !value || literalText(value) !== undefined) return undefined;
  const evidence = evidenceOf(file, value);
  return isHeld(file, name, call) ||
    (evidence !== undefined && evidence.strength !== "weak" && !/^(?:sessionId|signature)$/.test(evidence.kind))
    ? name
    : undefined;
}
