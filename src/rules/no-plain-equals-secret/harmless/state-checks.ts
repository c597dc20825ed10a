import { enclosingFunctions, functionName, isFunction, outward, referenceName, staticName, unwrap, type Node } from "../../../ast/nodes.js";
import { wordsOf } from "../../../secrets/names/words.js";
import type { Comparison } from "../../../sinks/comparers.js";
import type { SourceFile } from "../../../source-file.js";
import { ownerText } from "../sides/names.js";
import type { Side } from "../sides/sides.js";

/** Functions that stop a script when what they are told is not so. */
const ASSERTS = /^(?:assert|check|ensure|expect|invariant|ok)$/;
/** Messages of an assertion that turns a caller away, and the statuses for it. */
const REFUSES = /\b40[013]\b|un-?auth|forbidden|denied|invalid|incorrect|wrong|mis-?match|expired|credentials/i;
/** Functions whose assertions decide about a caller. */
const LETS_IN = /^(?:auth|authenticate|authenticated|authorize|authorized|guard|login|middleware|signin)$/;
/** Owners of what a run should lead to, or led to. */
const STATES = new Set(["actual", "after", "baseline", "before", "expectation", "expected", "fixture", "golden", "previous", "snapshot"]);
/** A key under another key, as it is stored and sent. */
const CIPHERTEXT = new Set(["ciphertext", "encrypted", "wrapped"]);

/**
 * Whether a script, migration or smoke test checks its own state: no caller gives a side, and an assertion takes the comparison, one side
 * belongs to `expected` or `snapshot`, both are the same property of like objects, or one is a wrapped key.
 */
export function checksState(file: SourceFile, comparison: Comparison, sides: readonly [Side, Side]): boolean {
  const [left, right] = sides;
  if (sides.some(({ standing, digest }) => standing === "proven" || digest === "hmac" || digest === "password")) return false;
  if (sides.some(isWrappedKey)) return true;
  if (sides.some(({ standing }) => standing === "given") || letsIn(comparison.node)) return false;
  return sides.some(({ node }) => belongsToState(file, node)) || areAlike(file, left.node, right.node) || isAsserted(file, comparison.node);
}

/** A function around it signs somebody in, or serves a request. */
function letsIn(node: Node): boolean {
  return enclosingFunctions(node).some(
    (fn) =>
      wordsOf(functionName(fn) ?? "").some((word) => LETS_IN.test(word)) ||
      fn.params.some((each) => /^(?:req|request|ctx|context)$/.test(referenceName(each) ?? "")),
  );
}

/** `pair.wrappedPrivateKey`, `encryptedPrivateKey`: useless without the key around it. "Encrypted" passwords are mostly hashes. */
function isWrappedKey({ node, kind }: Side): boolean {
  if (kind !== "privateKey" && kind !== "secretKey") return false;
  const words = wordsOf(referenceName(node) ?? "");
  return words.at(-1) === "key" && words.some((word) => CIPHERTEXT.has(word));
}

/** `expected.passwordHash`, `snapshot.user.password`; a lone `expected` is mostly what a caller must send. */
function belongsToState(file: SourceFile, node: Node): boolean {
  const owner = ownerText(file, node);
  return owner !== undefined && /^[\w$.?]{1,100}$/.test(owner) && STATES.has(wordsOf(/^[\w$]{1,100}/.exec(owner)?.[0] ?? "")[0] ?? "");
}

/** `stages[0].password` and `stages[1].password`, `forwardStage.digests.accountKeys` and `currentStage.digests.accountKeys`. */
function areAlike(file: SourceFile, left: Node, right: Node): boolean {
  if (
    left.type !== "MemberExpression" ||
    right.type !== "MemberExpression" ||
    staticName(left) === undefined ||
    staticName(left) !== staticName(right)
  )
    return false;
  const [a, b] = [left, right].map((side) => (ownerText(file, side) ?? "").replaceAll("?.", ".")) as [string, string];
  if (a.length > 100 || b.length > 100) return false;
  if (/\[\d{1,9}\]/.test(a) && a.replace(/\[\d{1,9}\]/g, "[]") === b.replace(/\[\d{1,9}\]/g, "[]")) return true;
  const [rootA, ...pathA] = a.split(".");
  const [rootB, ...pathB] = b.split(".");
  return (
    pathA.length > 0 &&
    pathA.join(".") === pathB.join(".") &&
    wordsOf(rootA!).length > 1 &&
    wordsOf(rootA!).at(-1) === wordsOf(rootB!).at(-1)
  );
}

/** `assert(a.key === b.key, "the key was lost")`, not `assert(password === user.password, 401)`. */
function isAsserted(file: SourceFile, comparison: Node): boolean {
  for (let place = outward(comparison); place && !isFunction(place.parent); place = outward(place.parent)) {
    const { parent, child } = place;
    if (parent.type === "CallExpression" && parent.callee !== child) {
      const callee = unwrap(parent.callee);
      const name =
        callee.type === "MemberExpression" && /^(?:assert|console|t)$/.test(referenceName(callee.object) ?? "")
          ? referenceName(callee)
          : callee.type === "Identifier"
            ? callee.name
            : undefined;
      if (name === undefined || !ASSERTS.test(name)) return false;
      return parent.arguments.every((each) => each === child || !REFUSES.test(file.sourceCode.getText(each)));
    }
    if (parent.type !== "LogicalExpression" && !(parent.type === "UnaryExpression" && parent.operator === "!")) return false;
  }
  return false;
}
