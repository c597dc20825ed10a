import type { TSESTree } from "@typescript-eslint/utils";
import { callsOf, localFunction } from "../../ast/functions.js";
import { dottedPath, enclosingFunction, functionName, isFunction, outward, unwrap, type FunctionNode, type Node } from "../../ast/nodes.js";
import { variableOf } from "../../ast/scope.js";
import { fileCache } from "../../file-cache.js";
import { answersRequests } from "../../secrets/holders/whole-requests.js";
import { isTokenResponseName } from "../../secrets/holders/token-answers.js";
import { nameEvidence, wordsOf } from "../../secrets/names/words.js";
import type { SourceFile } from "../../source-file.js";
import { logCallOf, type LogCall } from "./log-calls.js";

/** Words by which a function says that writing is what it is for. */
const WRITING = new Set([
  "alert",
  "audit",
  "debug",
  "dbg",
  "error",
  "fail",
  "fatal",
  "info",
  "log",
  "logger",
  "notice",
  "print",
  "println",
  "report",
  "trace",
  "verbose",
  "warn",
  "warning",
]);
const MAX_STEPS = 8;

const known = fileCache<FunctionNode, ReadonlySet<number>>();
const NONE: ReadonlySet<number> = new Set();

/**
 * The arguments of a call that a function of this file hands on to a log: `debugLog("token", token)` with
 * `const debugLog = (label, value) => console.log(label, value)`.
 *
 * Only functions that are for writing: by name, or by a body of one statement. In others the report belongs to the log call itself.
 */
export function wrappedLogCall(file: SourceFile, call: TSESTree.CallExpression): LogCall | undefined {
  const callee = unwrap(call.callee);
  if (callee.type !== "Identifier" && callee.type !== "MemberExpression") return undefined;
  const fn = localFunction(file.sourceCode, callee);
  if (!fn) return undefined;
  const forwarded = forwardedParameters(file, fn);
  if (forwarded.size === 0) return undefined;
  const rest = fn.params.findIndex((parameter) => parameter.type === "RestElement");
  const written = call.arguments.filter((_, index) => forwarded.has(index) || (rest >= 0 && index >= rest && forwarded.has(rest)));
  return { call, kind: "wrapper", name: dottedPath(callee)?.join("."), written, editable: true };
}

/** The positions of the parameters that a log wrapper writes; none where the function is more than a wrapper. */
export function forwardedParameters(file: SourceFile, fn: FunctionNode): ReadonlySet<number> {
  const cached = known.get(fn);
  if (cached) return cached;
  known.set(fn, NONE);
  if (functionName(fn) === undefined || !isForWriting(file, fn)) return NONE;
  const forwarded = new Set<number>();
  for (const [index, parameter] of fn.params.entries()) {
    const target =
      parameter.type === "AssignmentPattern" ? parameter.left : parameter.type === "RestElement" ? parameter.argument : parameter;
    // A parameter that is called a secret is one whoever calls: the log call itself is reported.
    if (target.type !== "Identifier" || nameEvidence(target.name, file.settings) !== undefined || isTokenResponseName(file, target.name))
      continue;
    const reads = variableOf(file.sourceCode, target)?.references.filter((reference) => reference.isRead()) ?? [];
    if (reads.some((reference) => reachesLog(file, reference.identifier as Node))) forwarded.add(index);
  }
  known.set(fn, forwarded);
  return forwarded;
}

/** By its name, or by a body of one statement, where somebody in the file calls it: `const onSubmit = (data) => console.log(data)` has no other caller to report. */
function isForWriting({ sourceCode }: SourceFile, fn: FunctionNode): boolean {
  // `function addNotice(req, res) { … }` answers a request.
  if (answersRequests(fn)) return false;
  const words = wordsOf(functionName(fn) ?? "");
  if (words.some((word) => WRITING.has(word)) && !/^log(?:In|Out|On)|^login$|^logout$/.test(functionName(fn) ?? "")) return true;
  const isOneStatement =
    fn.body?.type === "BlockStatement"
      ? fn.body.body.length === 1 && fn.body.body[0]!.type === "ExpressionStatement"
      : fn.body !== undefined && fn.body !== null && !isFunction(fn.body);
  return isOneStatement && callsOf(sourceCode, fn).length > 0;
}

function reachesLog(file: SourceFile, read: Node): boolean {
  let current = read;
  for (let step = 0; step < MAX_STEPS; step++) {
    const place = outward(current);
    if (!place) return false;
    const { parent, child } = place;
    switch (parent.type) {
      case "CallExpression": {
        if (!parent.arguments.includes(child as TSESTree.CallExpressionArgument)) return false;
        const log = logCallOf(file, parent) ?? wrappedLogCall(file, parent);
        if (log)
          return enclosingFunction(parent) === enclosingFunction(read) && log.written.includes(child as TSESTree.CallExpressionArgument);
        if (!/^(?:JSON\.stringify|String|(?:util\.)?(?:format|inspect))$/.test(dottedPath(parent.callee)?.join(".") ?? "")) return false;
        break;
      }
      case "TemplateLiteral":
      case "SpreadElement":
      case "ArrayExpression":
      case "ObjectExpression":
      case "Property":
      case "LogicalExpression":
        break;
      case "BinaryExpression":
        if (parent.operator !== "+") return false;
        break;
      default:
        return false;
    }
    current = parent;
  }
  return false;
}
