import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, outward, referenceName, staticName, unwrap, type Node } from "../../ast/nodes.js";
import { definitionOf, variableOf, type SourceCode } from "../../ast/scope.js";

/** Methods that feed a hash object. */
const FEEDING = new Set(["append", "appendAsciiStr", "appendStr", "end", "update", "write"]);
/** Methods that give the digest. `end` of ts-md5 has no argument. */
const ENDING = new Set(["digest", "finalize", "getHash", "end", "hex", "read"]);
/** Methods that write a digest as text. */
const WRITING = new Set(["toString", "toHex"]);

interface Chain {
  data: Node[];
  result: Node | undefined;
  resultType: "string" | "other";
  inOnePiece: boolean;
}

/**
 * What is fed into a hash object and what its digest is: `createHash("md5").update(x).digest("hex")` in one expression,
 * or over several statements through one variable.
 */
export function digestChain(sourceCode: SourceCode, maker: Node): Chain {
  const chain: Chain = { data: [], result: undefined, resultType: "other", inOnePiece: true };
  follow(sourceCode, maker, chain, 0);
  return chain;
}

const MAX_STEPS = 24;

function follow(sourceCode: SourceCode, from: Node, chain: Chain, steps: number): void {
  const place = outward(from);
  if (!place || steps > MAX_STEPS) return;
  const { parent, child } = place;
  if (parent.type === "MemberExpression" && parent.object === child) {
    const call = calledBy(parent);
    if (!call) return;
    const method = staticName(parent) ?? "";
    const [first] = call.arguments;
    if (FEEDING.has(method) && first) {
      if (first.type !== "SpreadElement") chain.data.push(first);
      return follow(sourceCode, call, chain, steps + 1);
    }
    if (ENDING.has(method)) return end(call, chain);
    return method === "copy" || method === "setEncoding" ? follow(sourceCode, call, chain, steps + 1) : undefined;
  }
  if (parent.type === "CallExpression") {
    const list = foldedInto(parent, child);
    if (!list) return;
    chain.data.push(list);
    return follow(sourceCode, parent, chain, steps + 1);
  }
  const name =
    parent.type === "VariableDeclarator" && parent.init === child
      ? parent.id
      : parent.type === "AssignmentExpression" && parent.right === child
        ? parent.left
        : undefined;
  if (name?.type !== "Identifier") return;
  const variable = variableOf(sourceCode, name);
  if (!variable || !definitionOf(variable)) return;
  chain.inOnePiece = false;
  for (const reference of variable.references) if (reference.isRead()) follow(sourceCode, reference.identifier as Node, chain, steps + 1);
}

/** `[password, salt]` of `[password, salt].reduce((hash, part) => hash.update(part), createHash("sha256"))` */
function foldedInto({ callee, arguments: [fold, start] }: TSESTree.CallExpression, maker: Node): Node | undefined {
  const reduce = unwrap(callee);
  if (reduce.type !== "MemberExpression" || staticName(reduce) !== "reduce" || start !== maker || !isFunction(fold)) return undefined;
  const made = fold.body && unwrap(fold.body);
  if (made?.type !== "CallExpression" || made.callee.type !== "MemberExpression" || !FEEDING.has(staticName(made.callee) ?? ""))
    return undefined;
  const [sum] = fold.params;
  return sum && referenceName(made.callee.object) === referenceName(sum) ? reduce.object : undefined;
}

function calledBy(member: Node): TSESTree.CallExpression | undefined {
  const place = outward(member);
  return place?.parent.type === "CallExpression" && place.parent.callee === place.child ? place.parent : undefined;
}

function end(call: TSESTree.CallExpression, chain: Chain): void {
  chain.result = call;
  chain.resultType = call.arguments.length > 0 ? "string" : "other";
  const place = outward(call);
  if (place?.parent.type !== "MemberExpression" || !WRITING.has(staticName(place.parent) ?? "")) return;
  const written = calledBy(place.parent);
  if (!written) return;
  chain.result = written;
  chain.resultType = "string";
}
