import type { TSESTree } from "@typescript-eslint/utils";
import { outward, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { deliver } from "../../fix/delivery.js";
import { recommended } from "../../fix/random/repair-choices.js";
import { repairsOf } from "../../fix/random/repairs.js";
import { runtimeOf } from "../../fix/runtime.js";
import { fileRoleOf, isTestLike } from "../../secrets/file-role.js";
import { isMathRandom, randomSourceOf } from "../../secrets/sources/random-sources.js";
import { reorderingOf } from "../../sinks/tokens/reordered-lists.js";
import { tokenEvidence } from "../../sinks/tokens/token-destinations.js";
import type { VisitorOf } from "../../visitor.js";
import type { MessageIds, noMathRandomForTokens } from "../no-math-random-for-tokens.js";

export const visitor: VisitorOf<typeof noMathRandomForTokens> = {
  create(context, file, { minTokenBits }) {
    if (isTestLike(file) || ["seed", "generated"].includes(fileRoleOf(file) ?? "")) return {};
    const seen = new Set<Node>();
    return {
      CallExpression(node: TSESTree.CallExpression) {
        const source = randomSourceOf(file.sourceCode, node);
        if (!source) return;
        const reordering = source.from === "math" ? reorderingOf(file.sourceCode, node) : undefined;
        const evidence =
          tokenEvidence(file, node, source.shape) ?? firstOf(reordering?.lists ?? [], (list) => tokenEvidence(file, list, "list"));
        if (!evidence || (evidence.session && runtimeOf(file) === "browser")) return;
        const repair = repairsOf(file, node, source, reordering?.sort);
        const target = unwrap(repair.node);
        if (seen.has(target)) return;
        seen.add(target);
        const isShort = repair.bits !== undefined && repair.bits < minTokenBits;
        const { same, token } = repair;
        // A fix keeps the length of a short string; the first suggestion is a long one.
        const proposals = isShort && same.every((each) => each.editClass === "manual") ? [...token, ...same] : [...same, ...token];
        const data = { source: source.shown, claim: source.claim ?? "is predictable", reason: evidence.reason, use: repair.use };
        const delivery = deliver<MessageIds>(file, proposals, { inTest: false });
        if (isShort)
          context.report({
            node: repair.node,
            messageId: "shortToken",
            data: { ...data, length: String(repair.length), bits: String(Math.floor(repair.bits!)), floor: String(minTokenBits) },
            ...delivery,
          });
        else context.report({ node: repair.node, messageId: "predictableToken", data, ...delivery });
      },
      // Handed over: `customRandom(alphabet, 21, Math.random)`. What calls it is not seen, so there is no edit.
      MemberExpression(node: TSESTree.MemberExpression) {
        if (staticName(node) !== "random") return;
        const { parent, child } = outward(node) ?? {};
        if (parent?.type !== "CallExpression" || parent.callee === child || !isMathRandom(file.sourceCode, node)) return;
        const evidence = tokenEvidence(file, parent, "text");
        if (!evidence || (evidence.session && runtimeOf(file) === "browser")) return;
        context.report({
          node,
          messageId: "predictableToken",
          data: { source: "Math.random()", claim: "is predictable", reason: evidence.reason, use: recommended(file, "bytes") },
        });
      },
    };
  },
};

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
