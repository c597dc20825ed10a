import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, literalText, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import { fileCache } from "../../file-cache.js";
import { isGenericPassword, isWeakPassword } from "../../secrets/values/weak-passwords.js";
import type { SourceFile } from "../../source-file.js";

const MAX_HOPS = 12;
const MAX_READS = 12;
/** Methods that ask whether a list holds something. */
const ASKING = /^(?:every|find|findIndex|has|includes|indexOf|some)$/;
/** What a program does about a password that everybody knows. */
const REFUSES =
  /\bwarn|\bthrow\b|\bexit\(|insecure|unsafe|weak|(?:errors?|issues?|problems?|findings|failures|missing|warnings)\.(?:add|push)\(|\breject\(/i;

/**
 * Whether a text is only there to be refused: each read of the variable that holds it, or a list with it, asks whether something equals it, and
 * warns or stops where it does. `const DEFAULTS = [{ user: "admin", password: "admin" }]` with `if (DEFAULTS.some(…)) log.warn(…)`.
 */
export function isOnlyRefused(file: SourceFile, text: Node): boolean {
  const holder = holderOf(text);
  const variable = holder && variableOf(file.sourceCode, holder);
  const reads = variable ? readsOf(variable).map(({ identifier }) => identifier as Node) : [];
  return reads.length > 0 && reads.length <= MAX_READS && reads.every((read) => asksAndRefuses(file, read));
}

const MIN_LISTED = 3;
const commonLists = fileCache<Node, boolean>();

/** Whether a text stands in a list of what many people choose: `["123456", "password", "qwerty"]`. */
export function isInListOfCommonOnes({ parent }: Node): boolean {
  if (parent?.type !== "ArrayExpression" || parent.elements.length < MIN_LISTED) return false;
  let isCommon = commonLists.get(parent);
  if (isCommon === undefined) {
    const texts = parent.elements.map((each) => literalText(each) ?? "");
    isCommon =
      texts.every((text) => text !== "") &&
      texts.filter((text) => isWeakPassword(text) || isGenericPassword(text)).length * 2 > texts.length;
    commonLists.set(parent, isCommon);
  }
  return isCommon;
}

/** `DEFAULTS` of `const DEFAULTS = [{ password: "…" }]`, `new Set(["…"])`, `const DEFAULT_SECRET = "…"`. */
function holderOf(text: Node): TSESTree.Identifier | undefined {
  let place = outward(text);
  for (let hops = 0; place && hops < MAX_HOPS; hops++, place = outward(place.parent)) {
    const { parent, child } = place;
    if (parent.type === "VariableDeclarator") return parent.init === child && parent.id.type === "Identifier" ? parent.id : undefined;
    const keeps =
      parent.type === "ArrayExpression" ||
      parent.type === "ObjectExpression" ||
      (parent.type === "Property" && parent.value === child) ||
      (parent.type === "NewExpression" && referenceName(parent.callee) === "Set");
    if (!keeps) return undefined;
  }
  return undefined;
}

/** `KNOWN.includes(given)`, `given === KNOWN`, under a condition that leads to a warning. */
function asksAndRefuses(file: SourceFile, read: Node): boolean {
  const { parent, child } = outward(read) ?? {};
  if (parent?.type === "BinaryExpression") return /^===?$/.test(parent.operator) && isRefusedWhenTrue(file, parent, 0);
  if (parent?.type !== "MemberExpression" || parent.object !== child || !ASKING.test(staticName(parent) ?? "")) return false;
  const call = parent.parent;
  return call.type === "CallExpression" && unwrap(call.callee) === parent && isRefusedWhenTrue(file, call, 0);
}

/** Whether the code that runs where an answer is yes warns or stops: also where a callback, a variable or `&&` hands the answer on. */
function isRefusedWhenTrue(file: SourceFile, answer: Node, depth: number): boolean {
  let place = outward(answer);
  for (let hops = depth; place && hops < MAX_HOPS; hops++) {
    const { parent, child }: { parent: Node; child: Node } = place;
    let next: Node | undefined = parent;
    switch (parent.type) {
      case "IfStatement":
      case "ConditionalExpression":
        return parent.test === child && REFUSES.test(file.sourceCode.getText(parent.consequent).slice(0, 300));
      case "VariableDeclarator": {
        const variable = parent.init === child && parent.id.type === "Identifier" ? variableOf(file.sourceCode, parent.id) : undefined;
        return (
          variable !== undefined &&
          readsOf(variable)
            .slice(0, MAX_READS)
            .some(({ identifier }) => isRefusedWhenTrue(file, identifier as Node, hops + 1))
        );
      }
      case "LogicalExpression":
        break;
      case "ArrowFunctionExpression":
        next =
          isFunction(parent) &&
          parent.body === child &&
          parent.parent.type === "CallExpression" &&
          ASKING.test(referenceName(parent.parent.callee) ?? "")
            ? parent.parent
            : undefined;
        break;
      default:
        return false;
    }
    place = next && outward(next);
  }
  return false;
}
