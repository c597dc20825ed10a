import { enclosingFunctions, functionName, outward, referenceName, type FunctionNode, type Node } from "../../ast/nodes.js";
import { wordsOf } from "../../secrets/names/words.js";
import type { Comparison } from "../../sinks/comparers.js";

// Whether a comparison decides about who may pass, by the names of the functions around it.

const CHECKING =
  /^(?:allowed|auth|authenticate|authenticated|authorize|authorized|authorization|autenticar|checar|check|comparar|compare|comprobar|conferir|confirm|correct|guard|login|match|matches|middleware|signin|validar|validate|verificar|verify|valid)$/;

/** Names that are written as one word, demands (`assertSessionAccess`), and questions for the right to something: `verifychecksum`, `canUserAccessRepository`. */
const CHECKING_NAME =
  /^(?:validate|verify)|^(?:assert|ensure|require)(?:[A-Z][a-z]{1,20}){0,3}(?:Access|Allowed|Auth|Authorized|Owner|Permission|Permitted)(?![a-z])|^(?:can|has|is|may)(?:[A-Z][a-z]{1,20}){0,3}(?:Access(?![A-Z]?[a-z]*(?:Key|Token))|Allowed|Permitted)/;

/** What is held by `valid` of `const valid = list.every((each) => each.code !== code)`: that it is in none of them. */
const isOfEvery = (fn: FunctionNode): boolean => {
  const call = outward(fn)?.parent;
  return call?.type === "CallExpression" && referenceName(call.callee) === "every";
};

/** A function around it is named as a check: `verifyToken`, `checkPassword`, `authenticate`. */
export const isCheck = ({ node }: Pick<Comparison, "node">): boolean =>
  enclosingFunctions(node)
    .slice(0, 4)
    .filter((fn) => !isOfEvery(fn))
    .map((fn) => functionName(fn) ?? "")
    .some((name) => CHECKING_NAME.test(name) || wordsOf(name).some((word) => CHECKING.test(word)));

/** What somebody proves: that a number or an account is theirs, or that they were invited. */
const PROVEN =
  /^(?:account|code|device|email|identity|invitation|invite|login|mail|mobile|number|otp|password|phone|pin|registration|secret|signature|sms|token|user)$/;

/** A function around it, by its name, is told something that proves who somebody is: `verifyInvitation`, `confirmNumber`. Any order may be confirmed. */
export const isProof = (node: Node): boolean =>
  enclosingFunctions(node)
    .slice(0, 4)
    .some((fn) => {
      const [verb, ...rest] = wordsOf(functionName(fn) ?? "");
      return (
        /^(?:activate|authenticate|confirm|login|redeem|signin|unlock|verify)$/.test(verb ?? "") &&
        (rest.length === 0 || rest.some((word) => PROVEN.test(word)))
      );
    });
