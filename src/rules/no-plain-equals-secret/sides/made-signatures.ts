import { localFunction } from "../../../ast/functions.js";
import { referenceName, unwrap, type Node } from "../../../ast/nodes.js";
import { originName, originsOf } from "../../../ast/origins.js";
import { readsOf, variableOf } from "../../../ast/scope.js";
import { wordsOf } from "../../../secrets/names/words.js";
import { perFile, type SourceFile } from "../../../source-file.js";

// Signatures that a function of the project makes, with a key that is not to be seen: `this.generateSign(params) === params.sign`.

const MAKERS = /^(?:build|calc|calculate|compute|create|expected|gen|generate|get|make)$/;
const SIGNATURE = /^(?:sig|sign|signature)$/;
/** Signs of the sky, of numbers and of money. */
const OTHER_SIGN =
  /^(?:astro|call|chinese|currency|dollar|email|event|function|mail|method|minus|moon|number|plus|schema|star|sun|type|zodiac)$/;
const hashes = perFile(({ sourceCode }) =>
  /md5|\bsha\d|hmac|createHash|(?:app|api|mch|merchant|partner|secret|sign|signing)_?(?:key|secret)/i.test(sourceCode.text),
);

/** Whether a value is what a function gives whose name says that it makes a signature of its arguments: not `getSignature(req)`, `Math.sign(x)`. */
export function isMadeSignature(file: SourceFile, node: Node): boolean {
  return originsOf(file.sourceCode, node).some(({ node: call, path }) => {
    if (call.type !== "CallExpression" || path.length > 0 || call.arguments.length === 0) return false;
    const callee = unwrap(call.callee);
    const words = wordsOf((referenceName(callee) ?? "").replace(/_?v\d{1,2}$/i, ""));
    if (!SIGNATURE.test(words.at(-1) ?? "") || words.some((word) => OTHER_SIGN.test(word))) return false;
    if (signs(callee, words) && bringsSignature(file, call.arguments[0] as Node)) return true;
    if (!hashes(file)) return false;
    if (words.length === 1 ? callee.type !== "MemberExpression" || callee.object.type !== "ThisExpression" : !MAKERS.test(words[0]!))
      return false;
    return !call.arguments.some((each) => /^(?:headers?|req|request)$/i.test(referenceName(each as Node) ?? ""));
  });
}

/** Functions that draw a token anew each time, and that read or look up one. */
const DRAWS = /random|uuid|nanoid|\bnow\(|new Date\b|\.sign\(|\bawait\b/i;
const TOKEN_MAKERS = /^(?:build|calc|calculate|compute|create|derive|expected|gen|generate|make)$/;

/**
 * Whether a value is a token that is made again of what it stands for: `generateMeetingToken(orgId)`, which is the same each time. Not `generateToken()`,
 * `createToken(32)`, nor what the file shows to be drawn at random, or to be kept somewhere.
 */
export function isMadeToken(file: SourceFile, node: Node): boolean {
  return originsOf(file.sourceCode, node).some(({ node: call, path, whole }) => {
    if (call.type !== "CallExpression" || path.length > 0 || !whole) return false;
    const words = wordsOf(referenceName(call.callee) ?? "");
    if (words.at(-1) !== "token" || !TOKEN_MAKERS.test(words[0]!) || words.includes("random")) return false;
    const given = call.arguments.map((each) => unwrap(each as Node));
    if (!given.some((each) => /^(?:Identifier|MemberExpression|TemplateLiteral)$/.test(each.type) && !isSize(each))) return false;
    const fn = localFunction(file.sourceCode, call.callee);
    return (!fn || !DRAWS.test(file.sourceCode.getText(fn as never).slice(0, MAX_FUNCTION))) && isOnlyCompared(file, node);
  });
}

const MAX_FUNCTION = 2000;

const isSize = (node: Node): boolean => /(?:bytes|len|length|size)$/i.test(referenceName(node) ?? "");

/** Whether nothing else is done with a value than comparing it: what is sent or stored is a new one. */
function isOnlyCompared({ sourceCode }: SourceFile, node: Node): boolean {
  const variable = node.type === "Identifier" ? variableOf(sourceCode, node) : undefined;
  return (
    !variable ||
    readsOf(variable).every(({ identifier }) => /^(?:Binary|Logical|Unary)Expression$/.test((identifier as Node).parent?.type ?? ""))
  );
}

/** What gateways sign: `wx.paySign`, `paramsSign`; not `readSign`, `roundSign`. */
const SIGNED = /^(?:ali|alipay|api|data|hmac|md5|notify|order|params?|pay|request|rsa|sha\d{0,3}|wechat|wx)$/;

/** `gateway.sign`, `createSignature`, `wx.paySign`; not `parseSignature`, `Decimal.sign`. */
const signs = (callee: Node, words: readonly string[]): boolean =>
  words.length === 1
    ? words[0] === "sign" && callee.type === "MemberExpression" && !/^(?:big|decimal|math|num)/i.test(referenceName(callee.object) ?? "")
    : (words[0] !== "get" && MAKERS.test(words[0]!)) || (words.length === 2 && words[1] === "sign" && SIGNED.test(words[0]!));

/** `results` of `gateway.sign(results)` in a file that reads `results.sign`: what is signed comes with a signature. */
const bringsSignature = (file: SourceFile, signed: Node): boolean =>
  signed.type === "Identifier" && /^[\w$]+$/.test(signed.name) && signatureOwners(file).has(signed.name);

const signatureOwners = perFile(
  ({ sourceCode: { text } }) =>
    new Set(Array.from(text.matchAll(/\b(\w{1,60})(?:\.|\[["'])(?:sig|sign|signature)\b(?!\()/g), (match) => match[1])),
);

/** Whether a value is called a signature and is none that the program makes: `params.sign`, `data.signature`. */
export const isSentSignature = (file: SourceFile, node: Node): boolean =>
  originsOf(file.sourceCode, node)
    .slice(0, 2)
    .some((origin) => SIGNATURE.test(wordsOf(originName(origin) ?? "").at(-1) ?? "") && origin.node.type !== "CallExpression") &&
  !isMadeSignature(file, node);
