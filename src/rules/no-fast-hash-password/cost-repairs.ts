import { moduleMember } from "../../ast/modules.js";
import { outward, propertyValue, unwrap, type Node } from "../../ast/nodes.js";
import { constantInitializer, staticNumber } from "../../ast/static-value.js";
import { readsOf, variableOf, type Variable } from "../../ast/scope.js";
import { fileCache } from "../../file-cache.js";
import { bindMember } from "../../fix/bindings.js";
import type { Proposal } from "../../fix/delivery.js";
import { insertAt, replace, type Edit } from "../../fix/edit.js";
import type { WeakParameter } from "../../sinks/hashes/password-kdfs.js";
import type { SourceFile } from "../../source-file.js";

/** scrypt of N=2^17 and r=8 needs 134220800 bytes; Node allows 32 MiB unless told. */
const MAXMEM = "256 * 1024 * 1024";

/** Writes what is recommended: equivalent where the hash tells its own parameters, otherwise for a person to decide. */
export function parameterProposals(file: SourceFile, weak: WeakParameter, data: Record<string, string>): Proposal<"raiseCost">[] {
  const edits = weak.recommended === "argon2id" ? variantEdits(file, weak.node) : costEdits(file, weak);
  return edits.length === 0 ? [] : [{ editClass: weak.selfDescribing ? "equivalent" : "manual", messageId: "raiseCost", data, edits }];
}

function costEdits(file: SourceFile, { node, family, recommended }: WeakParameter): Edit[] {
  const literal = literalOf(file, node);
  if (!literal) return [];
  return family === "scrypt" ? [replace(literal, "2 ** 17"), ...memoryEdits(file, node)] : [replace(literal, recommended)];
}

/** `argon2.argon2d`, `Algorithm.Argon2i`, `1`, and an imported `argon2i`. */
function variantEdits(file: SourceFile, node: Node): Edit[] {
  const inner = unwrap(node);
  if (inner.type === "Literal") return [replace(inner, "2")];
  if (inner.type === "MemberExpression" && inner.property.type === "Identifier" && !inner.computed)
    return [replace(inner.property, asArgon2id(inner.property.name))];
  const member =
    inner.type === "Identifier" && !(inner.parent?.type === "Property" && inner.parent.shorthand)
      ? moduleMember(file.sourceCode, inner)
      : undefined;
  const bound = member?.path.length === 1 ? bindMember(file, inner, member.module, asArgon2id(member.path[0]!)) : undefined;
  return bound ? [...bound.edits, replace(inner, bound.text)] : [];
}

const asArgon2id = (name: string): string => name.replace(/[di]$/, "id");

/** The number itself: in the call, or in the constant that only such calls read. */
function literalOf(file: SourceFile, node: Node): Node | undefined {
  const inner = unwrap(node);
  if (inner.type === "Literal") return inner;
  if (inner.type !== "Identifier") return undefined;
  const made = constantInitializer(file.sourceCode, inner);
  const variable = variableOf(file.sourceCode, inner);
  return made?.type === "Literal" && variable && isOnlyCost(file, variable) ? made : undefined;
}

const onlyCosts = fileCache<Variable, boolean>();

/** Whether all that read a variable are calls that hash. */
const isOnlyCost = (file: SourceFile, variable: Variable): boolean =>
  onlyCosts.remember(variable, () =>
    readsOf(variable).every(({ identifier }) => {
      const call = outward(identifier as Node)?.parent;
      return call?.type === "CallExpression" && /\b(?:hash|genSalt)(?:Sync)?$/.test(file.sourceCode.getText(call.callee as never));
    }),
  );

function memoryEdits(file: SourceFile, number: Node): Edit[] {
  const property = number.parent;
  const options = property?.parent;
  if (property?.type !== "Property" || options?.type !== "ObjectExpression") return [];
  const maxmem = propertyValue(options, "maxmem");
  if (!maxmem) return [insertAt(property.range[1], `, maxmem: ${MAXMEM}`)];
  const allowed = staticNumber(file.sourceCode, maxmem);
  return allowed !== undefined && allowed >= 2 ** 28 ? [] : [replace(maxmem, MAXMEM)];
}
