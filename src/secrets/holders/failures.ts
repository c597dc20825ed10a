import { isFunction, outward, referenceName, rootOf, unwrap, type Node } from "../../ast/nodes.js";

const MAX_PARENTS = 64;

/** Levels at which an answer is logged that did not bring what was asked for. */
const FAILURE_LEVELS = /^(?:error|fatal|warn|warning)$/;
const ALL_WELL = /^(?:0|2\d\d|authenticated|completed?|ok|success|succeeded)$/i;
const SAYS_ERROR = /err(?:or|code|msg)?s?$|^fail|exception/i;

/** Whether a place is only reached where something went wrong, or writes at the level for that: there an answer does not bring what it was asked for. */
export function isOnFailure(node: Node): boolean {
  let child = node;
  for (
    let hops = 0, parent = node.parent;
    parent && hops < MAX_PARENTS && !isFunction(parent);
    hops++, child = parent, parent = parent.parent
  ) {
    if (parent.type === "CatchClause") return true;
    if (parent.type === "CallExpression" && FAILURE_LEVELS.test(referenceName(parent.callee) ?? "")) return true;
    if (parent.type !== "IfStatement" && parent.type !== "ConditionalExpression") continue;
    const says = meaningOf(parent.test);
    if ((child === parent.consequent && says === "failure") || (child === parent.alternate && says === "success")) return true;
  }
  const place = outward(child);
  return place?.parent.type === "CallExpression" && referenceName(place.parent.callee) === "catch";
}

type Meaning = "failure" | "success" | undefined;

const opposite = (meaning: Meaning): Meaning => (meaning === undefined ? undefined : meaning === "failure" ? "success" : "failure");

/** What it means that a condition holds: `!data.access_token`, `data.errcode`, `response.status !== 200` say that something went wrong. */
function meaningOf(test: Node): Meaning {
  const inner = unwrap(test);
  switch (inner.type) {
    case "UnaryExpression":
      return inner.operator === "!" ? opposite(meaningOf(inner.argument)) : undefined;
    case "LogicalExpression": {
      const both = [meaningOf(inner.left), meaningOf(inner.right)];
      return both.includes("failure") ? "failure" : both.includes("success") ? "success" : undefined;
    }
    case "BinaryExpression": {
      // `rows.length > 0`, `errors.length > 0`
      if (/^(?:>|>=|!==?)$/.test(inner.operator) && inner.left.type === "MemberExpression" && referenceName(inner.left) === "length")
        return meaningOf(inner.left.object);
      if (inner.operator.startsWith(">")) return "failure";
      if (!/^[!=]==?$/.test(inner.operator)) return undefined;
      const isNothing =
        inner.right.type === "Identifier" ? inner.right.name === "undefined" : inner.right.type === "Literal" && inner.right.value === null;
      const named = meaningOf(inner.left as Node);
      // `errcode === 0` and `status === 200` say that all is well, `token === undefined` and `type === "error"` that it is not.
      const value = inner.right.type === "Literal" ? String(inner.right.value) : "";
      const isFailure = (named === "failure" && value !== "0") || SAYS_ERROR.test(value) || /^[345]\d\d$/.test(value);
      const isEqual: Meaning =
        isNothing || value === "false"
          ? opposite(named)
          : value === "true"
            ? named
            : isFailure
              ? "failure"
              : ALL_WELL.test(value)
                ? "success"
                : undefined;
      return inner.operator.startsWith("!") ? opposite(isEqual) : isEqual;
    }
    case "Identifier":
    case "MemberExpression":
      return SAYS_ERROR.test(referenceName(inner) ?? "") || SAYS_ERROR.test(referenceName(rootOf(inner)) ?? "") ? "failure" : "success";
    case "CallExpression":
      return "success";
    default:
      return undefined;
  }
}
