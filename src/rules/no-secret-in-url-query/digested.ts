import type { TSESTree } from "@typescript-eslint/utils";
import { outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf } from "../../ast/scope.js";
import type { SourceFile } from "../../source-file.js";

const DIGEST = /md5|sha_?\d|hmac|hash|digest|^(?:get|create|make|gen|generate|calc|calculate|rsa|_)?_?sign(?:ature)?$/i;
const TEXT_FUNCTION = /^(?:from|encodeURIComponent|encodeURI|unescape|String|encode|toUpperCase|toLowerCase|toString|trim|concat)$/;
const MAX_HOPS = 6;

/**
 * Whether a text goes into a hash or signature, so that `&key=…` at its end is the secret that is mixed in and no part of an address:
 * WeChat Pay and Alipay sign so. A text that is held in a variable counts when any read of it is hashed.
 *
 * @param isAddress the text has a `?`: held in a variable, it may be asked for, too
 */
export function isDigested(file: SourceFile, text: Node, isAddress: boolean): boolean {
  return reachesDigest(file, text, (holder) => {
    const variable = isAddress ? undefined : variableOf(file.sourceCode, holder);
    return variable !== undefined && readsOf(variable).some(({ identifier }) => reachesDigest(file, identifier as Node, () => false));
  });
}

/** @param isHashedLater whether a variable that takes the text is hashed */
function reachesDigest(file: SourceFile, text: Node, isHashedLater: (holder: TSESTree.Identifier) => boolean): boolean {
  let place = outward(text);
  for (let hops = 0; place && hops < MAX_HOPS; hops++) {
    const { parent, child }: { parent: Node; child: Node } = place;
    if (parent.type === "CallExpression") {
      if (parent.callee !== child && digests(file, parent)) return true;
      if (!TEXT_FUNCTION.test(referenceName(parent.callee) ?? "")) return false;
    } else if (parent.type === "VariableDeclarator" || parent.type === "AssignmentExpression") {
      const holder = parent.type === "VariableDeclarator" ? parent.id : parent.left;
      return holder.type === "Identifier" && isHashedLater(holder);
    } else if (!/^(?:TemplateLiteral|BinaryExpression|MemberExpression|ConditionalExpression)$/.test(parent.type)) return false;
    place = outward(parent);
  }
  return false;
}

/** `md5(text)`, `createHash("md5").update(text)`, `hmac.update(text)`, `signer.sign(text)`. */
function digests(file: SourceFile, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === "MemberExpression" && staticName(callee) === "update")
    return /hash|hmac|md5|sha\d|sign|verif/i.test(file.sourceCode.getText(callee.object));
  return DIGEST.test(referenceName(callee) ?? "");
}
