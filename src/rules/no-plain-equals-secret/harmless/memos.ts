import type { TSESTree } from "@typescript-eslint/utils";
import { endsFunction } from "../../../ast/branches.js";
import { enclosingFunction, functionName, otherOperand, outward, referenceName, unwrap, type Node } from "../../../ast/nodes.js";
import { readsOf, variableOf, type Variable } from "../../../ast/scope.js";
import { fileCache } from "../../../file-cache.js";
import { wordsOf } from "../../../secrets/names/words.js";
import type { Comparison } from "../../../sinks/comparers.js";
import type { SourceFile } from "../../../source-file.js";
import { keyedDigest } from "../sides/digests.js";
import { isMadeSignature } from "../sides/made-signatures.js";
import type { Side } from "../sides/sides.js";

/** Functions that write what they are given. */
const WRITES = /^(?:add|insert|persist|put|replace|save|set|store|update|upsert|write)$/;
/** Classes whose objects hold no connection, and errors. */
const NO_CLIENT =
  /^(?:Array|Blob|Buffer|Date|FormData|Headers|Map|Object|Promise|RegExp|Request|Response|Set|String|Uint8Array|URL|URLSearchParams|WeakMap|\w*(?:Error|Exception))$/;

/**
 * Whether equal values only spare work that would be done again: the client that a key made is given back (`if (key === API_KEY) return
 * openai;` before `new OpenAI({ apiKey: key })`), or a value that is stored already is not stored again (`if (existing === password) return;`
 * before `write(password)`). Nobody's request may give a side.
 */
export function sparesWork(file: SourceFile, { node, negated }: Comparison, sides: readonly [Side, Side]): boolean {
  if (sides.every(({ standing, digest }) => standing !== "given" && digest === undefined) && isAboutCache(node)) return true;
  if (negated && sides.every(({ digest }) => digest === undefined) && bringsUpToDate(file, node, sides)) return true;
  if (!negated && isSeenAgain(file, node, sides)) return true;
  if (negated || sides.some(({ standing, digest }) => standing === "given" || digest !== undefined)) return false;
  const branch = branchOf(node);
  const left = branch && givesBack(branch);
  if (!left) return false;
  const later = sides.flatMap((side) => readsAfter(file, side.node, node));
  if (!left.argument) return later.some(isWritten);
  if (left.argument.type === "Literal") {
    const fn = enclosingFunction(node);
    return left.argument.value === true && fn !== undefined && isWriter(functionName(fn)) && later.some(isWritten);
  }
  return isValue(left.argument) && later.some(makesClient);
}

/** `isCacheValid(entry, apiKey) { if (entry.apiKey !== apiKey) return false; … }` */
function isAboutCache(node: Node): boolean {
  const fn = enclosingFunction(node);
  return fn !== undefined && wordsOf(functionName(fn) ?? "").some((word) => /^cached?$/.test(word));
}

/** `if (mac !== signature) throw …` before `if (payment.signature === signature) return;`: what is known to be right is not worked on twice. */
function isSeenAgain(file: SourceFile, comparison: Node, sides: readonly [Side, Side]): boolean {
  const branch = branchOf(comparison);
  const left = branch && givesBack(branch);
  return left !== undefined && !left.argument && sides.some(({ node }) => wasChecked(file, node, comparison));
}

/** Whether an earlier comparison in the same function has turned away whoever cannot sign: his value was held against a signature that was made for it. */
function wasChecked(file: SourceFile, value: Node, comparison: Node): boolean {
  const variable = value.type === "Identifier" ? variableOf(file.sourceCode, value) : undefined;
  return (
    variable !== undefined &&
    guards
      .remember(variable, () => guardsOf(variable))
      .some(
        ({ guard, other }) =>
          guard.range[1] < comparison.range[0] &&
          enclosingFunction(guard) === enclosingFunction(comparison) &&
          (keyedDigest(file, unwrap(other)) !== undefined || isMadeSignature(file, unwrap(other))),
      )
  );
}

/** A statement that turns away whoever sends another value, and what the value is held against. */
interface Guard {
  guard: Node;
  other: Node;
}

const guards = fileCache<Variable, readonly Guard[]>();

/** `if (mac !== signature) throw …` */
const guardsOf = (variable: Variable): Guard[] =>
  readsOf(variable).flatMap(({ identifier }) => {
    const { parent: check, child } = outward(identifier as Node) ?? {};
    const guard = check?.type === "BinaryExpression" && /^!==?$/.test(check.operator) ? outward(check)?.parent : undefined;
    return guard?.type === "IfStatement" && endsFunction(guard.consequent) && check?.type === "BinaryExpression" && child
      ? [{ guard, other: otherOperand(check, child) }]
      : [];
  });

const isWriter = (name: string | undefined): boolean => WRITES.test(wordsOf(name ?? "")[0] ?? "");

/**
 * `if (settings.password !== body.password) { settings.password = encrypt(body.password); }`, `if (key !== stored) await save("key", key);`: what
 * differs is written, and nothing else is done about it.
 */
function bringsUpToDate(file: SourceFile, comparison: Node, sides: readonly [Side, Side]): boolean {
  const branch = branchOf(comparison);
  const body = branch && (branch.consequent.type === "BlockStatement" ? branch.consequent.body : [branch.consequent]);
  if (!body || body.length === 0 || body.length > MAX_STATEMENTS) return false;
  const [a, b] = sides.map(({ node }) => file.sourceCode.getText(unwrap(node))) as [string, string];
  return body.some((statement) => {
    const done = statement.type === "ExpressionStatement" ? awaited(statement.expression) : undefined;
    if (done?.type === "AssignmentExpression") {
      const target = file.sourceCode.getText(unwrap(done.left));
      const value = file.sourceCode.getText(done.right);
      if (!endsFunction(branch.consequent) && keepsHash(target, value) && [a, b].some((side) => value.includes(`(${side}`))) return true;
      return (target === a && value.includes(b)) || (target === b && value.includes(a));
    }
    if (done?.type !== "CallExpression" || !isWriter(referenceName(done.callee))) return false;
    const text = done.arguments
      .map((each) => file.sourceCode.getText(each))
      .join(" ")
      .slice(0, MAX_TEXT);
    return [a, b].some((side) => text.includes(`: ${side}`) || done.arguments.some((each) => file.sourceCode.getText(each) === side));
  });
}

/** `user.hash = await bcrypt.hash(…)`: a new password is stored. */
const keepsHash = (target: string, value: string): boolean =>
  /(?:hash|pass(?:word|wd)?|pwd)$/i.test(target) && /^(?:await )?(?:[\w.]{1,60}\.)?hash(?:Password|Sync)?\(/.test(value);

const MAX_STATEMENTS = 8;
const MAX_TEXT = 1000;

const awaited = (node: Node): Node => unwrap(node.type === "AwaitExpression" ? node.argument : node);

/** The `if` that equality alone, or with other conditions, decides. */
function branchOf(comparison: Node): TSESTree.IfStatement | undefined {
  let place = outward(comparison);
  while (place?.parent.type === "LogicalExpression" && place.parent.operator === "&&") place = outward(place.parent);
  return place?.parent.type === "IfStatement" && place.parent.test === place.child && !place.parent.alternate ? place.parent : undefined;
}

/** The lone `return` or `continue` of a branch. */
function givesBack({ consequent }: TSESTree.IfStatement): { argument: Node | undefined } | undefined {
  const only = consequent.type === "BlockStatement" ? (consequent.body.length === 1 ? consequent.body[0] : undefined) : consequent;
  if (only?.type === "ContinueStatement") return { argument: undefined };
  return only?.type === "ReturnStatement" ? { argument: only.argument ?? undefined } : undefined;
}

const isValue = (node: Node): boolean => /^(?:Identifier|MemberExpression)$/.test(unwrap(node).type);

/** The reads of a variable behind the comparison. */
function readsAfter(file: SourceFile, node: Node, comparison: Node): Node[] {
  const variable = node.type === "Identifier" ? variableOf(file.sourceCode, node) : undefined;
  return variable
    ? readsOf(variable)
        .map(({ identifier }) => identifier as Node)
        .filter(({ range }) => range[0] > comparison.range[1])
    : [];
}

/** The call or construction that takes a value, by itself or in an object. */
function takerOf(read: Node): TSESTree.CallExpression | TSESTree.NewExpression | undefined {
  let place = outward(read);
  while (place && (place.parent.type === "Property" || place.parent.type === "ObjectExpression")) place = outward(place.parent);
  const taker = place?.parent;
  return (taker?.type === "CallExpression" || taker?.type === "NewExpression") && taker.callee !== place?.child ? taker : undefined;
}

function makesClient(read: Node): boolean {
  const taker = takerOf(read);
  return taker?.type === "NewExpression" && !NO_CLIENT.test(referenceName(taker.callee) ?? "Error");
}

/** `write(account, password)`, `data.password = password`. */
function isWritten(read: Node): boolean {
  const place = outward(read);
  if (place?.parent.type === "AssignmentExpression" && place.parent.right === place.child)
    return place.parent.left.type === "MemberExpression";
  const taker = takerOf(read);
  return taker?.type === "CallExpression" && WRITES.test(wordsOf(referenceName(taker.callee) ?? "")[0] ?? "");
}
