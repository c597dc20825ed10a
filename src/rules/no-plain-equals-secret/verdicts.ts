import { isFunction, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import type { Comparison } from "../../sinks/comparers.js";
import { isBooleanCall } from "./harmless/marks.js";

// What the answer of a comparison is called where it is kept: `const isValid = a === b`, `socket.authed = a === b`, `{ verified: a === b }`.

const PROOF_NOUN = "(?:code|hash|key|keyword|otp|password|pin|request|secret|signature|token|webhook)";
const VERDICT = new RegExp(
  `^is_?(?:${PROOF_NOUN}_?)?match(?:ing)?$|^(?:are|has|is|was)?_?(?:${PROOF_NOUN}_?)?(?:allowed|auth(?:ed|entic|enticated|ori[sz]ed)?|correct|good|granted|matched|ok(?:ay)?|passed|permitted|trusted|valid|verified)(?:_?${PROOF_NOUN})?$`,
  "i",
);
/** What somebody may do: `canEdit`. */
const RIGHT = /^(?:can|may)(?:_|(?=[A-Z]))/;
/** What a form can do is its state: `canSave`. */
const STATE_OF_FORM = /^can_?(?:continue|proceed|redo|refresh|reset|retry|revert|save|submit|undo|update)/i;
/** What somebody is. */
const ROLE = /^is_?(?:admin|host|master|moderator|owner|super_?user)$/i;

/** Whether the answer, by itself or with others, is kept or handed on as a verdict, which is true where the values are equal: what is done by it stands elsewhere. */
export function isVerdict({ node, negated }: Pick<Comparison, "negated" | "node">): boolean {
  let equal = !negated;
  let place = outward(node);
  for (; place; place = outward(place.parent)) {
    const { parent, child } = place;
    if (parent.type === "ConditionalExpression" && parent.test === child) {
      const [yes, no] = [isNo(parent.alternate), isNo(parent.consequent)];
      if (yes === no) return false;
      if (no) equal = !equal;
    } else if (parent.type === "UnaryExpression" && parent.operator === "!") equal = !equal;
    else if (!/^(?:Conditional|Logical)Expression$/.test(parent.type) && !isBooleanCall(parent) && !isFold(parent)) break;
  }
  const name = place && keptAs(place.parent, place.child);
  return equal && name !== undefined && (VERDICT.test(name) || ROLE.test(name) || (RIGHT.test(name) && !STATE_OF_FORM.test(name)));
}

/** What says no where a value says yes: `false` of `a === b ? true : false`, `null` of `a === b ? user : null`. */
function isNo(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === "Literal"
    ? inner.value === false || inner.raw === "null"
    : inner.type === "Identifier" && inner.name === "undefined";
}

/** What is made of the elements of a list: `some((each) => each.token === token)`, `reduce((found, each) => found || each.token === token, false)`. */
function isFold(node: Node): boolean {
  if (isFunction(node)) return node.body?.type !== "BlockStatement" && isFold(node.parent as Node);
  if (node.type !== "CallExpression") return false;
  const name = referenceName(node.callee);
  if (name !== "reduce") return name === "some";
  const [callback] = node.arguments;
  return callback?.type === "ArrowFunctionExpression" && callback.body.type === "LogicalExpression" && callback.body.operator === "||";
}

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
