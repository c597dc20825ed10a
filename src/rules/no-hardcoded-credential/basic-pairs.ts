import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, outward, referenceName, staticName, type Node } from "../../ast/nodes.js";
import { readsOf, variableOf, type SourceCode } from "../../ast/scope.js";
import { textRightBefore, wholeText } from "../../ast/texts.js";
import { wordsOf } from "../../secrets/names/words.js";
import { isCodeLike } from "../../secrets/values/generated-texts.js";
import { isPlaceholder, isReference } from "../../secrets/values/placeholders.js";
import { isGenericPassword, isWeakPassword } from "../../secrets/values/weak-passwords.js";
import type { SourceFile } from "../../source-file.js";
import type { TextSite } from "./text-sites.js";

/** A user and a password as HTTP's Basic scheme joins them (RFC 7617). */
const PAIR = /^([^\s:]{1,64}):([^\s:/]\S{2,99})$/;
const ENCODER = /^(?:btoa|to_?base64|base64_?encode|encode_?base64|b64_?encode)$/i;
const BASE64 = /^(?:base_?64|b64)$/i;
/** Users of manuals, and what conventions put before a key: `alice:wonderland`, `token:…`. What must be sent counts all the same. */
const TRIED =
  /^(?:aladdin|alice|api_?key|bob|client_?id|demo|example|foo|hello|me|my_?\w{1,20}|test\w{0,8}|token|user(?:_?(?:id|name))?)$/i;
/** One word, and what says what stands there, as `x-oauth-basic`: no digit or sign in it. */
const WORD = /^[a-z]+$/i;
const SAYS_WHAT = /^(?:auth|basic|credentials?|key|oauth|pass|password|pwd|secret|token|your)$/;
const MAX_READS = 12;

/**
 * Why a text is a password: `"Basic " + btoa("user:password")`, also by way of a constant.
 *
 * @returns a clause for the message
 */
export function basicPair({ sourceCode }: SourceFile, { node, text }: TextSite): string | undefined {
  const encoded = base64Of(node);
  if (!encoded) return undefined;
  const [, user = "", password = ""] = PAIR.exec(text) ?? [];
  if ([user, password].some((each) => isPlaceholder(each) || isReference(each))) return undefined;
  const isExample = !isCodeLike(password) && (TRIED.test(user) || isOfManuals(user, password));
  const declarator = outward(encoded)?.parent;
  const variable =
    declarator?.type === "VariableDeclarator" && declarator.id.type === "Identifier" ? variableOf(sourceCode, declarator.id) : undefined;
  const places: Node[] = variable ? readsOf(variable).map(({ identifier }) => identifier as Node) : [encoded];
  const place = places.slice(0, MAX_READS).find(followsBasic);
  return place && (!isExample || isCompared(sourceCode, place)) ? "it is the user and the password of a Basic authorization" : undefined;
}

/** Whether a password is one word, a default, or its user's name and hardly more. */
const isOfManuals = (user: string, password: string): boolean =>
  WORD.test(password) ||
  (/^[a-z_-]+$/i.test(password) && wordsOf(password).some((word) => SAYS_WHAT.test(word))) ||
  isGenericPassword(password) ||
  isWeakPassword(password) ||
  (password.startsWith(user) && password.length <= user.length + MAX_BEHIND);
const MAX_BEHIND = 4;

/** `btoa(text)`, `base64.encode(text)`, `Buffer.from(text).toString("base64")`. */
function base64Of(text: Node): TSESTree.CallExpression | undefined {
  const { parent: call, child } = outward(text) ?? {};
  if (call?.type !== "CallExpression" || call.arguments[0] !== child) return undefined;
  const name = referenceName(call.callee) ?? "";
  if (
    ENCODER.test(name) ||
    (name === "encode" && call.callee.type === "MemberExpression" && BASE64.test(referenceName(call.callee.object) ?? ""))
  )
    return call;
  const member = outward(call)?.parent;
  const encoding = member?.type === "MemberExpression" && staticName(member) === "toString" ? outward(member)?.parent : undefined;
  return name === "from" && encoding?.type === "CallExpression" && literalText(encoding.arguments[0]) === "base64" ? encoding : undefined;
}

/** What stands behind "Basic ", in a template or a sum. */
const followsBasic = (place: Node): boolean => /basic $/i.test(textRightBefore(place) ?? "");

/** Whether the header with a pair is what a request must send: `req.headers.authorization === header`. */
function isCompared(sourceCode: SourceCode, place: Node): boolean {
  const holder = outward(wholeText(place))?.parent;
  if (holder?.type !== "VariableDeclarator") return isEquality(holder);
  const variable = holder.id.type === "Identifier" ? variableOf(sourceCode, holder.id) : undefined;
  return (
    variable !== undefined &&
    readsOf(variable)
      .slice(0, MAX_READS)
      .some(({ identifier }) => isEquality(outward(identifier as Node)?.parent))
  );
}

const isEquality = (node: Node | undefined): boolean => node?.type === "BinaryExpression" && /^[!=]==?$/.test(node.operator);
