import { isFunction, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { outwardAnswer } from "./harmless/marks.js";

// What the answer of a comparison is called where it is kept: `const isValid = a === b`, `socket.authed = a === b`, `{ verified: a === b }`.

const PROOF_NOUN = "(?:code|hash|key|keyword|otp|password|pin|request|secret|signature|token|webhook)";
const VERDICT = new RegExp(
  `^(?:are|has|is|was)?_?(?:${PROOF_NOUN}_?)?(?:allowed|auth(?:ed|entic|enticated|ori[sz]ed)?|correct|good|granted|matched|ok(?:ay)?|passed|permitted|trusted|valid|verified)(?:_?${PROOF_NOUN})?$`,
  "i",
);
/** What somebody may do, or is: `canEdit`, `isAdmin`. */
const RIGHT = /^(?:can|may)_?[A-Z]|^is_?(?:admin|host|master|moderator|owner|super_?user)$/i;

/** Whether the answer, by itself or with others, is kept or handed on as a verdict: what is done by it stands elsewhere. */
export function isVerdict(comparison: Node): boolean {
  const { parent, child } = outwardAnswer(
    comparison,
    (around, inner) => (around.type === "ConditionalExpression" && around.test !== inner) || isFold(around),
  );
  const name = parent && keptAs(parent, child);
  return name !== undefined && (VERDICT.test(name) || RIGHT.test(name));
}

/** What is made of the elements of a list: `admins.reduce((found, each) => found || each.token === token, false)`. */
const isFold = (node: Node): boolean =>
  (isFunction(node) && node.body?.type !== "BlockStatement" && isFold(node.parent as Node)) ||
  (node.type === "CallExpression" && /^(?:reduce|some)$/.test(referenceName(node.callee) ?? ""));

/** The name under which a value is kept; `ok` of one that is handed to a callback of Node.js after the error: `done(null, a === b)`. */
function keptAs(parent: Node, value: Node): string | undefined {
  switch (parent.type) {
    case "VariableDeclarator":
      return parent.init === value ? referenceName(parent.id) : undefined;
    case "AssignmentExpression":
      return parent.right === value ? referenceName(parent.left) : undefined;
    case "Property":
      return parent.value === value ? staticName(parent) : undefined;
    case "CallExpression": {
      const [error] = parent.arguments;
      return parent.arguments[1] === value &&
        error?.type === "Literal" &&
        error.value === null &&
        /^(?:callback|cb|done|next)$/.test(referenceName(parent.callee) ?? "")
        ? "ok"
        : undefined;
    }
    default:
      return undefined;
  }
}
