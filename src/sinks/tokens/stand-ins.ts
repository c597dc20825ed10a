import { dottedPath, outward, referenceName, type Node } from "../../ast/nodes.js";
import { isSumOrTemplate } from "../../ast/texts.js";
import { shownName } from "../../secrets/masking.js";
import { mintedName } from "../../secrets/names/minted-names.js";
import type { SourceFile } from "../../source-file.js";
import type { TokenEvidence } from "./token-evidence.js";

const MAX_HOPS = 12;
/** What only writes or rounds a number. */
const WRITING = /^(?:Math\.\w+|Number|parseInt|String)$/;

/** `masterPassword || `${Math.random()}``, handed to a function at once: what is taken where nobody gives another one. */
export function standIn(file: SourceFile, node: Node): TokenEvidence | undefined {
  let place = outward(node);
  for (let hops = 0; place && hops < MAX_HOPS; hops++, place = outward(place.parent)) {
    const { parent, child } = place;
    if (parent.type === "LogicalExpression") {
      if (parent.operator === "&&" || parent.right !== child) return undefined;
      const name = referenceName(parent.left);
      const minted = mintedName(name, file.settings);
      if (minted.is !== "strong" || minted.head === "id") return undefined;
      return { noun: minted.noun, session: false, reason: `it stands in for ${shownName(name, "a value")}, named as ${minted.noun}` };
    }
    const goesOn =
      isSumOrTemplate(parent) ||
      parent.type === "BinaryExpression" ||
      (parent.type === "MemberExpression" && parent.object === child) ||
      (parent.type === "CallExpression" && (parent.callee === child || WRITING.test(dottedPath(parent.callee)?.join(".") ?? "")));
    if (!goesOn) return undefined;
  }
  return undefined;
}
