import type { TSESTree } from "@typescript-eslint/utils";
import { endsFunction } from "../../ast/branches.js";
import { isFunction, referenceName, unwrap, type Node } from "../../ast/nodes.js";
import { fileCache } from "../../file-cache.js";
import type { SourceFile } from "../../source-file.js";

const SIGN_IN_PATH = /["'`/|(](?:log-?in|sign-?in|sign-?up|register|oauth\/token|password)(?=["'`/|)])/i;
const ASKS_PATH = /(?:^|\W)(?:path|pathname|url|originalUrl)\b/;
const MAX_TEST = 200;
const MAX_DEPTH = 8;

const guards = fileCache<Node, number>();

/** Whether a place is only reached on the path of a sign-in: in `if (req.path === "/login") …`, after `if (ctx.path !== "/oauth/token") return next();`. */
export function isOnSignInPath(file: SourceFile, node: Node): boolean {
  for (let current: Node = node; current.parent && !isFunction(current); current = current.parent) {
    const { parent }: { parent: Node } = current as { parent: Node } & Node;
    if (parent.type === "IfStatement" && parent.consequent === current && says(file, parent.test, true)) return true;
    if (parent.type === "BlockStatement" && current.range[0] > guards.remember(parent, () => guardOf(file, parent))) return true;
  }
  return false;
}

/** Where the first statement of a block ends that leaves it on every other path. */
function guardOf(file: SourceFile, { body }: TSESTree.BlockStatement): number {
  const guard = body.find((each) => each.type === "IfStatement" && endsFunction(each.consequent) && says(file, each.test, false));
  return guard ? guard.range[1] : Infinity;
}

/** Whether the path is one of a sign-in when a test comes out so. */
function says(file: SourceFile, test: Node, outcome: boolean, depth = 0): boolean {
  const inner = unwrap(test);
  if (depth > MAX_DEPTH) return false;
  const also = (part: Node, wanted = outcome): boolean => says(file, part, wanted, depth + 1);
  switch (inner.type) {
    case "UnaryExpression":
      return inner.operator === "!" && also(inner.argument, !outcome);
    case "LogicalExpression":
      return (inner.operator === "&&") === outcome ? also(inner.left) || also(inner.right) : also(inner.left) && also(inner.right);
    case "BinaryExpression": {
      const isEqual = /^===?$/.test(inner.operator);
      if (unwrap(inner.left as Node).type === "CallExpression") {
        const isFound = isNowhere(file, inner.right) ? !isEqual && inner.operator !== "<=" : isEqual || inner.operator.startsWith(">");
        return also(inner.left as Node, isFound === outcome);
      }
      return (isEqual || /^!==?$/.test(inner.operator)) && isEqual === outcome && asksForSignIn(file, inner);
    }
    case "CallExpression":
      return (
        outcome &&
        /^(?:endsWith|includes|indexOf|match|startsWith|test)$/.test(referenceName(inner.callee) ?? "") &&
        asksForSignIn(file, inner)
      );
    default:
      return false;
  }
}

/** What `indexOf`, `includes` and `match` give where nothing is found. */
const isNowhere = ({ sourceCode }: SourceFile, node: Node): boolean => /^(?:-1|false|null)$/.test(sourceCode.getText(node as never));

function asksForSignIn({ sourceCode }: SourceFile, test: Node): boolean {
  const text = sourceCode.getText(test as never).slice(0, MAX_TEST);
  return ASKS_PATH.test(text) && SIGN_IN_PATH.test(text);
}
