import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunctions, functionName, referenceName, staticName, unwrap, type Node } from "../../../ast/nodes.js";
import { originsOf, type Origin } from "../../../ast/origins.js";
import { PREPOSITIONS } from "../../../secrets/names/lexicon.js";
import { sourceAt } from "../../../secrets/sources/sources.js";
import { wordsOf } from "../../../secrets/names/words.js";
import type { SourceFile } from "../../../source-file.js";
import { handlerInput } from "./handler-inputs.js";

// What whoever asks sends.

const MAX_SLICES = 4;
const TAKING_APART = /^(?:at|exec|match|pop|shift|slice|split|substr|substring)$/;

/** `getToken(req)`, `extractBearerToken(request)`, `read_api_key_from_header(req)`: a function of a project that gives what proves the caller. The token of a form is the program's own. */
function takesProof(name: string): boolean {
  const [first, ...rest] = wordsOf(name);
  if (!/^(?:extract|get|parse|pull|read)$/.test(first ?? "") || rest.some((word) => /^[cx]srf$/.test(word))) return false;
  const preposition = rest.findIndex((word) => PREPOSITIONS.has(word));
  return /(?:^|_)(?:api_key|apikey|auth|auth_header|authorization|authorization_header|credentials?|signature|token)$/.test(
    (preposition < 0 ? rest : rest.slice(0, preposition)).join("_"),
  );
}

/** Where a request gave the value, also when it was cut into parts: "a request header". */
export function givenBy(file: SourceFile, node: Node, depth = 0): string | undefined {
  for (const origin of originsOf(file.sourceCode, node)) {
    const source = sourceAt(file, origin);
    if (source?.type === "request") return source.says.replace(/^comes from /, "");
    if (source) return undefined;
    const input = handlerInput(file, origin);
    if (input !== undefined) return input;
    if (depth >= MAX_SLICES || origin.node.type !== "CallExpression") {
      if (isAddressOf(origin)) return "a request";
      continue;
    }
    const parsed = givenToParser(file, origin.node, depth);
    if (parsed !== undefined) return parsed;
    const callee = unwrap(origin.node.callee);
    if (callee.type !== "MemberExpression") continue;
    if (/^Basic/.test(referenceName(callee.object) ?? "")) continue;
    const given = TAKING_APART.test(staticName(callee) ?? "") ? givenBy(file, callee.object, depth + 1) : undefined;
    if (given !== undefined) return given;
    const fromOwner = /^(?:get|getHeader|getHeaderValue|header|getCookie|getQuery|getParam)$/.test(staticName(callee) ?? "")
      ? requestOwner(callee.object, staticName(callee)!)
      : undefined;
    if (fromOwner !== undefined) return fromOwner;
    if (isInputMethod(callee)) return "a request";
  }
  const inner = unwrap(node);
  if (inner.type === "MemberExpression" && inner.computed && isRequest(inner.object)) return "a request";
  return undefined;
}

/** The address that was asked for: `req.url`, `request.originalUrl`. */
const isAddressOf = ({ node, path }: Origin): boolean =>
  path.length === 0 && node.type === "MemberExpression" && /^(?:originalUrl|url)$/.test(staticName(node) ?? "") && isRequest(node.object);

/** `getToken(req)`, `getToken(req.query.token)`, `parseCookies(req.headers.cookie).key`: what a function of the project reads out of a request. `getToken(req.body.user)` looks it up. */
function givenToParser(file: SourceFile, { callee, arguments: [first] }: TSESTree.CallExpression, depth: number): string | undefined {
  const name = referenceName(callee);
  if (name === undefined || !first || first.type === "SpreadElement") return undefined;
  if (isRequest(first)) return takesProof(name) ? "a request" : undefined;
  const isPassedOn = takesProof(name) && wordsOf(name).at(-1) === wordsOf(referenceName(first) ?? "").at(-1);
  return isPassedOn || /^parse[A-Z_]\w/.test(name) ? givenBy(file, first, depth + 1) : undefined;
}

/** `request.only(["token"])`, `request.input("pin")` of Adonis; `this.get("token")`, `this.post()` in an action of Think. */
function isInputMethod(callee: TSESTree.MemberExpression): boolean {
  const method = staticName(callee) ?? "";
  if (callee.object.type !== "ThisExpression")
    return isRequest(callee.object) && /^(?:all|except|input|only|validate|validateUsing)$/.test(method);
  return /^(?:get|post)$/.test(method) && enclosingFunctions(callee).some((fn) => /\wAction$/.test(functionName(fn) ?? ""));
}

const isRequest = (node: Node): boolean => /^(?:req|request)$/i.test(referenceName(node) ?? "");

/** Where a getter of a request takes its value from, whatever its name is: `req.getHeaderValue(x)`, `(await cookies()).get(name)`. */
function requestOwner(owner: Node, method: string): string | undefined {
  if (isRequest(owner)) return /header/i.test(method) ? "a request header" : "a request";
  const awaited = unwrap(owner);
  const call = unwrap(awaited.type === "AwaitExpression" ? awaited.argument : awaited);
  const name = call.type === "CallExpression" ? referenceName(call.callee) : referenceName(call);
  return name === "cookies" || name === "cookieStore" ? "a request cookie" : undefined;
}
