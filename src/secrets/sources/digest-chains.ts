import type { TSESTree } from "@typescript-eslint/utils";
import { moduleMember } from "../../ast/modules.js";
import { referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import type { SourceCode } from "../../ast/scope.js";
import { constantInitializer } from "../../ast/static-value.js";

const MAX_CHAIN = 12;

/**
 * Whether a call ends a digest: `createHmac(…).update(…).digest("hex")` in one chain or over several statements,
 * `crypto.createHash(…)…digest()`, crypto-js' `HmacSHA256(…).toString()`.
 */
export function digestOrigin(sourceCode: SourceCode, call: Node): "hmac" | "hash" | undefined {
  const maker = digestMaker(sourceCode, call);
  if (!maker) return undefined;
  const member = moduleMember(sourceCode, maker.callee);
  const name = member ? (member.path.at(-1) ?? member.module) : referenceName(maker.callee);
  if (name === undefined) return undefined;
  if (/^createHmac$|^[hH]mac/.test(name) || member?.module.startsWith("crypto-js/hmac") === true) return "hmac";
  return /^createHash$|^(?:SHA|sha|MD|md)\d/.test(name) || (maker !== unwrap(call) && methodOf(call) === "digest") ? "hash" : undefined;
}

/** `digest` of `shajs("sha256").update(text).digest("hex")`. */
function methodOf(node: Node): string | undefined {
  const call = unwrap(node);
  const callee = call.type === "CallExpression" ? unwrap(call.callee) : undefined;
  return callee?.type === "MemberExpression" ? staticName(callee) : undefined;
}

/** The call that began a digest chain: the `createHash(…)` of `createHash(…).update(…).digest()`. */
export function digestMaker(sourceCode: SourceCode, node: Node): TSESTree.CallExpression | undefined {
  let current = unwrap(node);
  for (let hops = 0; hops < MAX_CHAIN; hops++) {
    if (current.type === "AwaitExpression") current = unwrap(current.argument);
    else if (current.type === "Identifier") {
      const init = constantInitializer(sourceCode, current);
      if (!init) return undefined;
      current = unwrap(init);
    } else if (current.type === "CallExpression") {
      const callee = unwrap(current.callee);
      const method = methodOf(current);
      if (
        callee.type !== "MemberExpression" ||
        method === undefined ||
        !/^(?:digest|update|toString|hex|finalize|copy|setEncoding|end|read|write)$/.test(method)
      )
        return current;
      current = unwrap(callee.object);
    } else return undefined;
  }
  return undefined;
}
