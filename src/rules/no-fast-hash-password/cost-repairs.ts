import { outward, propertyValue, unwrap, type Node } from "../../ast/nodes.js";
import { constantInitializer, staticNumber } from "../../ast/static-value.js";
import { variableOf } from "../../ast/scope.js";
import type { Proposal } from "../../fix/delivery.js";
import { insertAt, replace, type Edit } from "../../fix/edit.js";
import type { LowCost } from "../../sinks/password-kdfs.js";
import type { SourceFile } from "../../source-file.js";

/** scrypt of N=2^17 and r=8 needs 134220800 bytes; Node allows 32 MiB unless told. */
const MAXMEM = "256 * 1024 * 1024";

/** Writes the recommended number: equivalent where the hash tells its own cost, otherwise for a person to decide. */
export function costProposals(file: SourceFile, cost: LowCost, data: Record<string, string>): Proposal<"raiseCost">[] {
  const literal = literalOf(file, cost);
  if (!literal) return [];
  const edits: Edit[] = [replace(literal, cost.family === "scrypt" ? "2 ** 17" : String(cost.recommended))];
  if (cost.family === "scrypt") edits.push(...memoryEdits(file, cost.node));
  return [{ editClass: cost.selfDescribing ? "equivalent" : "manual", messageId: "raiseCost", data, edits }];
}

/** The number itself: in the call, or in the constant that only such calls read. */
function literalOf(file: SourceFile, { node }: LowCost): Node | undefined {
  const inner = unwrap(node);
  if (inner.type === "Literal") return inner;
  if (inner.type !== "Identifier") return undefined;
  const made = constantInitializer(file.sourceCode, inner);
  const reads = variableOf(file.sourceCode, inner)?.references.filter((each) => each.isRead()) ?? [];
  const onlyCosts = reads.every(({ identifier }) => {
    const place = outward(identifier as Node);
    return place?.parent.type === "CallExpression" && /\b(?:hash|genSalt)(?:Sync)?$/.test(file.sourceCode.getText(place.parent.callee as never));
  });
  return made?.type === "Literal" && onlyCosts ? made : undefined;
}

function memoryEdits(file: SourceFile, number: Node): Edit[] {
  const property = number.parent;
  const options = property?.parent;
  if (property?.type !== "Property" || options?.type !== "ObjectExpression") return [];
  const maxmem = propertyValue(options, "maxmem");
  if (!maxmem) return [insertAt(property.range[1], `, maxmem: ${MAXMEM}`)];
  const allowed = staticNumber(file.sourceCode, maxmem);
  return allowed !== undefined && allowed >= 2 ** 28 ? [] : [replace(maxmem, MAXMEM)];
}
