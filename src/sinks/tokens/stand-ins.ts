import { dottedPath, outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { isSumOrTemplate } from "../../ast/texts.js";
import { shownName } from "../../secrets/masking.js";
import { sourceOfType } from "../../secrets/sources/sources.js";
import { mintedName } from "../../secrets/names/minted-names.js";
import type { SourceFile } from "../../source-file.js";
import type { TokenEvidence } from "./token-evidence.js";

const MAX_HOPS = 12;
/** What only writes or rounds a number. */
const WRITING = /^(?:Math\.\w+|Number|parseInt|String)$/;

/** A text as in `open(vault, masterPassword || `${Math.random()}`)`: what a function is given where nobody gives another one; and what stands in for a variable of the environment. */
export function standIn(file: SourceFile, node: Node): TokenEvidence | undefined {
  let isText = false;
  let place = outward(node);
  for (let hops = 0; place && hops < MAX_HOPS; hops++, place = outward(place.parent)) {
    const { parent, child } = place;
    if (parent.type === "LogicalExpression") {
      const call = outward(parent);
      const isGiven =
        (call?.parent.type === "CallExpression" || call?.parent.type === "NewExpression") && call.parent.callee !== call.child;
      if (parent.operator === "&&" || parent.right !== child || !isText) return undefined;
      if (!isGiven && !sourceOfType(file, parent.left, "environment")) return undefined;
      const name = referenceName(parent.left);
      const minted = mintedName(name, file.settings);
      if (minted.is !== "strong" || minted.head === "id" || minted.head === "salt") return undefined;
      return { noun: minted.noun, session: false, reason: `it stands in for ${shownName(name, "a value")}, named as ${minted.noun}` };
    }
    isText ||= parent.type === "TemplateLiteral" || (parent.type === "MemberExpression" && staticName(parent) === "toString");
    const goesOn =
      isSumOrTemplate(parent) ||
      (parent.type === "BinaryExpression" && /^[*/-]$/.test(parent.operator)) ||
      (parent.type === "MemberExpression" && parent.object === child) ||
      (parent.type === "CallExpression" && (parent.callee === child || WRITING.test(dottedPath(parent.callee)?.join(".") ?? "")));
    if (!goesOn) return undefined;
  }
  return undefined;
}
